# `cmake --install build/release`, in two components: `program` is what users run, with man pages and completions;
# `development` is the library with its headers and a package file for find_package.
include(CMakePackageConfigHelpers)

# twosource_gzip(FROM TO): makes TO, the same whenever FROM is the same.
find_program(TWOSOURCE_GZIP gzip REQUIRED)
function(twosource_gzip from to)
  get_filename_component(name ${to} NAME)
  add_custom_command(OUTPUT ${to} COMMAND ${TWOSOURCE_GZIP} -9nc ${from} > ${to} DEPENDS ${from} VERBATIM)
  add_custom_target(twosource_${name} ALL DEPENDS ${to})
endfunction()
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/packaging)

# Where zsh looks depends on the distribution; this is Debian's place below /usr.
set(TWOSOURCE_ZSH_COMPLETIONS ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions CACHE STRING "Folder of zsh's completions")

get_property(libraries GLOBAL PROPERTY TWOSOURCE_LIBRARIES)
install(TARGETS ${libraries} twosource_options EXPORT twosourceTargets
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}/twosource COMPONENT development)
foreach(folder core index reports)
  install(DIRECTORY ${folder} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/twosource COMPONENT development
          FILES_MATCHING PATTERN "*.h" PATTERN "lang/*/*" EXCLUDE)
endforeach()
install(EXPORT twosourceTargets NAMESPACE twosource:: DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/twosource
        COMPONENT development)
configure_package_config_file(cmake/twosourceConfig.cmake.in ${PROJECT_BINARY_DIR}/twosourceConfig.cmake
                              INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/twosource)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/twosourceConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/twosourceConfig.cmake ${PROJECT_BINARY_DIR}/twosourceConfigVersion.cmake
        cmake/TwosourcePackages.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/twosource COMPONENT development)
install(FILES LICENSE CHANGELOG.md TYPE DOC COMPONENT development)

install(FILES README.md TYPE DOC COMPONENT program)
install(TARGETS twosource twosource-lexicon RUNTIME COMPONENT program)
twosource_gzip(${PROJECT_BINARY_DIR}/cli/twosource.1 ${PROJECT_BINARY_DIR}/packaging/twosource.1.gz)
twosource_gzip(${PROJECT_SOURCE_DIR}/packaging/twosource-lexicon.1 ${PROJECT_BINARY_DIR}/packaging/twosource-lexicon.1.gz)
install(FILES ${PROJECT_BINARY_DIR}/packaging/twosource.1.gz ${PROJECT_BINARY_DIR}/packaging/twosource-lexicon.1.gz
        DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
install(FILES ${PROJECT_BINARY_DIR}/cli/completion.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
        RENAME twosource COMPONENT program)
install(FILES ${PROJECT_BINARY_DIR}/cli/completion.zsh DESTINATION ${TWOSOURCE_ZSH_COMPLETIONS}
        RENAME _twosource COMPONENT program)
install(FILES ${PROJECT_BINARY_DIR}/cli/completion.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d
        RENAME twosource.fish COMPONENT program)
