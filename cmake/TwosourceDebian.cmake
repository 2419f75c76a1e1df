# `cpack -G DEB` in the build folder: a Debian package of the component `program` (scripts/package makes and tries it).
# The dictionaries have licences of their own, so the package holds no lexicon: its maintainer script compiles what is
# installed, and again when dictionaries come or go (packaging/debian).
file(STRINGS packaging/debian/changelog newest LIMIT_COUNT 1)
if(NOT newest MATCHES "^twosource \\(${PROJECT_VERSION}-1\\) ")
  message(FATAL_ERROR "packaging/debian/changelog does not begin with version ${PROJECT_VERSION}-1")
endif()

set(made ${PROJECT_BINARY_DIR}/packaging)
file(CREATE_LINK /var/lib/twosource/lexicon.bin ${made}/lexicon.bin SYMBOLIC)
twosource_gzip(${PROJECT_SOURCE_DIR}/CHANGELOG.md ${made}/changelog.gz)
twosource_gzip(${PROJECT_SOURCE_DIR}/packaging/debian/changelog ${made}/changelog.Debian.gz)
install(FILES packaging/debian/copyright ${made}/changelog.gz ${made}/changelog.Debian.gz
        TYPE DOC COMPONENT debian EXCLUDE_FROM_ALL)
install(FILES packaging/debian/lintian-overrides DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides RENAME twosource
        COMPONENT debian EXCLUDE_FROM_ALL)
install(FILES ${made}/lexicon.bin DESTINATION ${CMAKE_INSTALL_DATADIR}/twosource COMPONENT debian EXCLUDE_FROM_ALL)

file(STRINGS scripts/packages.list dictionaries REGEX "^lexicon ")
list(TRANSFORM dictionaries REPLACE "^lexicon +([^ #]+).*" "\\1")
list(JOIN dictionaries ", " CPACK_DEBIAN_PACKAGE_RECOMMENDS)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME twosource)
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/package)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_COMPONENTS_ALL program debian)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "The twosource developers <twosource@twosource.invalid>")
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
    ${PROJECT_SOURCE_DIR}/packaging/debian/postinst ${PROJECT_SOURCE_DIR}/packaging/debian/postrm
    ${PROJECT_SOURCE_DIR}/packaging/debian/triggers)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "fact checking and cross-source comparison of news articles")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Checks the figures and facts of a news article against what other outlets
wrote, across languages, and shows its evidence: who says so too, who says
otherwise, and how independent those voices are. Works offline; articles are
kept in a Xapian index.
.
Reports are written for the terminal, as Markdown, HTML, JSON and CSV, and in
the formats of CI servers and editors (SARIF, JUnit, Checkstyle).
.
With the recommended dictionaries installed, words of different languages are
compared too; they are compiled when this package or one of them is
installed.")
include(CPack)
