# `cmake --install build/release`: the program, the library with its headers, and a package file for find_package.
include(CMakePackageConfigHelpers)

get_property(libraries GLOBAL PROPERTY TWOSOURCE_LIBRARIES)
install(TARGETS ${libraries} twosource_options EXPORT twosourceTargets
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}/twosource)
foreach(folder core index reports)
  install(DIRECTORY ${folder} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/twosource
          FILES_MATCHING PATTERN "*.h" PATTERN "lang/*/*" EXCLUDE)
endforeach()
install(EXPORT twosourceTargets NAMESPACE twosource:: DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/twosource)
configure_package_config_file(cmake/twosourceConfig.cmake.in ${PROJECT_BINARY_DIR}/twosourceConfig.cmake
                              INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/twosource)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/twosourceConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/twosourceConfig.cmake ${PROJECT_BINARY_DIR}/twosourceConfigVersion.cmake
        cmake/TwosourcePackages.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/twosource)
install(FILES README.md CHANGELOG.md LICENSE TYPE DOC)
if(TARGET twosource)
  install(TARGETS twosource RUNTIME)
endif()
