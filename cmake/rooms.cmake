# One static library a room, cpm_<room>, linked with the rooms that tests/architecture/layers.txt lets it include, so that
# there is one table. The sources of a room are listed in cmake/sources.cmake.
set(layers "${PROJECT_SOURCE_DIR}/tests/architecture/layers.txt")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${layers}")

# The packages that the .cpp files of a room include.
set(packages_of_yaml PkgConfig::libfyaml yaml-cpp)
set(packages_of_format nlohmann_json::nlohmann_json)
set(packages_of_render nlohmann_json::nlohmann_json PkgConfig::libical)
set(packages_of_cli CLI11::CLI11)

# The files of src/builtin/ become a part of the program: format/built_in_files.h.
file(GLOB built_in CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/builtin/*.yaml")
set(built_in_source "${PROJECT_BINARY_DIR}/generated/built_in_files.cpp")
add_custom_command(
  OUTPUT "${built_in_source}"
  COMMAND "${CMAKE_COMMAND}" "-DOUTPUT=${built_in_source}" "-DFILES=${built_in}" -DFUNCTION=built_in_files
          -P "${PROJECT_SOURCE_DIR}/cmake/embed.cmake"
  DEPENDS ${built_in} "${PROJECT_SOURCE_DIR}/cmake/embed.cmake"
  COMMENT "Embedding src/builtin/*.yaml"
  VERBATIM)
set_source_files_properties("${built_in_source}" PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)

# So do the texts of src/builtin/init/, which `cpm init` writes into a new repository.
file(GLOB starter_texts CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/builtin/init/*")
set(starter_source "${PROJECT_BINARY_DIR}/generated/starter_files.cpp")
add_custom_command(
  OUTPUT "${starter_source}"
  COMMAND "${CMAKE_COMMAND}" "-DOUTPUT=${starter_source}" "-DFILES=${starter_texts}" -DFUNCTION=starter_texts
          -P "${PROJECT_SOURCE_DIR}/cmake/embed.cmake"
  DEPENDS ${starter_texts} "${PROJECT_SOURCE_DIR}/cmake/embed.cmake"
  COMMENT "Embedding src/builtin/init/*"
  VERBATIM)
set_source_files_properties("${starter_source}" PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)

# The examples of `cpm explain` are the cases that the tests run: cli/rule_examples.h.
file(GLOB_RECURSE rule_cases CONFIGURE_DEPENDS
  "${PROJECT_SOURCE_DIR}/tests/formats/CPM*" "${PROJECT_SOURCE_DIR}/tests/rules/CPM*")
set(rule_examples_source "${PROJECT_BINARY_DIR}/generated/rule_examples.cpp")
add_custom_command(
  OUTPUT "${rule_examples_source}"
  COMMAND "${CMAKE_COMMAND}" "-DOUTPUT=${rule_examples_source}" "-DTESTS=${PROJECT_SOURCE_DIR}/tests"
          -P "${PROJECT_SOURCE_DIR}/cmake/embed_examples.cmake"
  DEPENDS ${rule_cases} "${PROJECT_SOURCE_DIR}/cmake/embed_examples.cmake"
  COMMENT "Embedding the examples of tests/formats and tests/rules"
  VERBATIM)
set_source_files_properties("${rule_examples_source}" PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)

include(sources)

# The sources of a room, each listed in cmake/sources.cmake; a file that nobody listed is a mistake.
function(cpm_room_sources room result)
  set(folder "${PROJECT_SOURCE_DIR}/src/${room}")
  list(TRANSFORM sources_of_${room} PREPEND "${folder}/" OUTPUT_VARIABLE sources)
  file(GLOB_RECURSE present CONFIGURE_DEPENDS "${folder}/*.cpp")
  list(REMOVE_ITEM present ${sources} "${PROJECT_SOURCE_DIR}/src/cli/main.cpp")
  if(present)
    message(FATAL_ERROR "in no room's list: ${present}; add it to cmake/sources.cmake")
  endif()
  if(room STREQUAL "cli")
    list(APPEND sources "${rule_examples_source}")
  elseif(room STREQUAL "format")
    list(APPEND sources "${built_in_source}" "${starter_source}")
  endif()
  set(${result} ${sources} PARENT_SCOPE)
endfunction()

# cpm_room(<room> <rooms it may include>...)
function(cpm_room room)
  list(TRANSFORM ARGN PREPEND "cpm_" OUTPUT_VARIABLE below)
  cpm_room_sources(${room} sources)
  add_library(cpm_${room} STATIC ${sources})
  target_include_directories(cpm_${room} PUBLIC "${PROJECT_SOURCE_DIR}/src")
  target_compile_definitions(cpm_${room} PRIVATE CPM_VERSION="${PROJECT_VERSION}")
  target_link_libraries(cpm_${room}
    PUBLIC ${below} fmt::fmt
    PRIVATE ${packages_of_${room}} cpm_warnings cpm_sanitizers)
endfunction()

file(STRINGS "${layers}" rows REGEX "^[a-z]+:")
foreach(row IN LISTS rows)
  string(REPLACE ":" " " row "${row}")
  separate_arguments(row)
  cpm_room(${row})
endforeach()
