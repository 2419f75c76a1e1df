# One static library per folder, with its dependencies spelt out: the build enforces the layering.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

add_library(twosource_options INTERFACE)
target_compile_options(twosource_options INTERFACE
  $<BUILD_INTERFACE:$<$<COMPILE_LANGUAGE:CXX>:-Wall;-Wextra;-Wpedantic;-Wshadow;-Wconversion;-Wno-sign-conversion;-Wnon-virtual-dtor;-Wold-style-cast>>
  $<BUILD_INTERFACE:$<$<AND:$<COMPILE_LANGUAGE:CXX>,$<BOOL:${TWOSOURCE_WERROR}>>:-Werror>>)

# twosource_library(NAME SOURCES a.cpp ... [DEPENDS lib ...] [PRIVATE lib ...])
# Headers are included from the project's root: #include "core/base/decimal.h".
function(twosource_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;PRIVATE" ${ARGN})
  add_library(twosource_${name} STATIC ${ARG_SOURCES})
  add_library(twosource::${name} ALIAS twosource_${name})
  set_target_properties(twosource_${name} PROPERTIES EXPORT_NAME ${name})
  target_include_directories(twosource_${name} PUBLIC
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>
    $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/twosource>)
  target_link_libraries(twosource_${name} PUBLIC ${ARG_DEPENDS} PRIVATE twosource_options ${ARG_PRIVATE})
  set_property(GLOBAL APPEND PROPERTY TWOSOURCE_LIBRARIES twosource_${name})
endfunction()

# twosource_test(NAME SOURCES a.cpp ... DEPENDS lib ...): a doctest program, registered with ctest.
function(twosource_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS" ${ARGN})
  add_executable(test_${name} ${ARG_SOURCES})
  target_include_directories(test_${name} PRIVATE ${PROJECT_SOURCE_DIR})
  target_compile_definitions(test_${name} PRIVATE TWOSOURCE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  target_link_libraries(test_${name} PRIVATE ${ARG_DEPENDS} twosource_doctest_main twosource_options)
  add_test(NAME ${name} COMMAND test_${name})
endfunction()
