# One static library a room, cpm_<room>, linked with the rooms that tests/architecture/layers.txt lets it include, so that
# there is one table. src/README.md says what each room is for.
set(layers "${PROJECT_SOURCE_DIR}/tests/architecture/layers.txt")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${layers}")

# The packages that the .cpp files of a room include.
set(packages_of_base Threads::Threads)
set(packages_of_sheet pugixml::pugixml PkgConfig::minizip)
set(packages_of_yaml PkgConfig::libfyaml)
set(packages_of_format nlohmann_json::nlohmann_json)
set(packages_of_lsp nlohmann_json::nlohmann_json)
set(packages_of_render nlohmann_json::nlohmann_json)
set(packages_of_facts SQLite::SQLite3)
set(packages_of_cli CLI11::CLI11)

# Files of src/builtin/ become a part of the program: format/built_in_files.h, render/styles.h.
# cpm_embed(<room> <files below src/builtin/> <name of the generated .cpp> <function that offers them> [<other definitions>...])
function(cpm_embed room pattern name function)
  file(GLOB files CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/builtin/${pattern}")
  set(source "${PROJECT_BINARY_DIR}/generated/${name}")
  add_custom_command(
    OUTPUT "${source}"
    COMMAND "${CMAKE_COMMAND}" "-DOUTPUT=${source}" "-DFILES=${files}" "-DFUNCTION=${function}" ${ARGN}
            -P "${PROJECT_SOURCE_DIR}/cmake/embed.cmake"
    DEPENDS ${files} "${PROJECT_SOURCE_DIR}/cmake/embed.cmake"
    COMMENT "Embedding src/builtin/${pattern}"
    VERBATIM)
  set_source_files_properties("${source}" PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
  set(embedded_of_${room} ${embedded_of_${room}} "${source}" PARENT_SCOPE)
endfunction()
cpm_embed(format "*.yaml" built_in_files.cpp built_in_files)
cpm_embed(format "init/*" starter_files.cpp starter_texts)  # `cpm init` writes them into a new repository
cpm_embed(format "practice/*" practice_files.cpp practice_texts)  # `cpm practice` makes counties of them
cpm_embed(format "completions/*" completion_scripts.cpp completion_scripts)  # `cpm completions` prints them
cpm_embed(render "style/*.css" style_files.cpp style_files -DROOM=render -DHEADER=styles.h -DROW=StyleFile)

# The examples of `cpm explain` are the cases that the tests run: rule_examples() in cli/help.h.
file(GLOB_RECURSE rule_cases CONFIGURE_DEPENDS
  "${PROJECT_SOURCE_DIR}/tests/formats/*" "${PROJECT_SOURCE_DIR}/tests/rules/*")
set(rule_examples_source "${PROJECT_BINARY_DIR}/generated/rule_examples.cpp")
add_custom_command(
  OUTPUT "${rule_examples_source}"
  COMMAND "${CMAKE_COMMAND}" "-DOUTPUT=${rule_examples_source}" "-DTESTS=${PROJECT_SOURCE_DIR}/tests"
          -P "${PROJECT_SOURCE_DIR}/cmake/embed_examples.cmake"
  DEPENDS ${rule_cases} "${PROJECT_SOURCE_DIR}/cmake/embed_examples.cmake"
  COMMENT "Embedding the examples of tests/formats and tests/rules"
  VERBATIM)
set_source_files_properties("${rule_examples_source}" PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
list(APPEND embedded_of_cli "${rule_examples_source}")

# By itself in its archive, so that the page of the workbook can have another one: cmake/web/no_lsp.cpp.
set_source_files_properties("${PROJECT_SOURCE_DIR}/src/cli/commands/lsp.cpp" PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)

# Of the folders that stand for the system, a program has one; and it has SQLite, or a file that says it has not.
set(other_systems "hosted|windows")
set(other_sqlite no_sqlite)
if(EMSCRIPTEN)
  set(other_systems "system|windows")
  set(other_sqlite sqlite)
  set(sources_of_base "${PROJECT_SOURCE_DIR}/src/base/system/roots.cpp")  # its paths begin at "/", too
  unset(packages_of_facts)
elseif(WIN32)
  set(other_systems "hosted|system")
  set(sources_of_base "${PROJECT_SOURCE_DIR}/src/base/system/ahead.cpp")  # threads are those of the standard library
endif()

# Every .cpp file of a room's folder belongs to it, and what is embedded; main.cpp is the program.
function(cpm_room_sources room result)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/${room}/*.cpp")
  list(REMOVE_ITEM sources "${PROJECT_SOURCE_DIR}/src/cli/main.cpp")
  list(FILTER sources EXCLUDE REGEX "/src/base/(${other_systems})/|/src/facts/${other_sqlite}[.]cpp$")
  set_source_files_properties(${embedded_of_${room}} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  set(${result} ${sources} ${sources_of_${room}} ${embedded_of_${room}} PARENT_SCOPE)
endfunction()

# cpm_room(<room> <rooms it may include>...)
function(cpm_room room)
  list(TRANSFORM ARGN PREPEND "cpm_" OUTPUT_VARIABLE below)
  cpm_room_sources(${room} sources)
  add_library(cpm_${room} STATIC ${sources})
  target_include_directories(cpm_${room} PUBLIC "${PROJECT_SOURCE_DIR}/src")
  target_compile_definitions(cpm_${room} PRIVATE CPM_VERSION="${PROJECT_VERSION}")
  target_link_libraries(cpm_${room}
    PUBLIC ${below} cpm_fmt
    PRIVATE ${packages_of_${room}} cpm_warnings cpm_sanitizers)
  cpm_quick_to_build(cpm_${room})
endfunction()

file(STRINGS "${layers}" rows REGEX "^[a-z]+:")
if(NOT EMSCRIPTEN)
  list(FILTER rows EXCLUDE REGEX "^engine:")  # what a host calls
endif()
foreach(row IN LISTS rows)
  string(REPLACE ":" " " row "${row}")
  separate_arguments(row)
  cpm_room(${row})
endforeach()

# Under the sanitizers nearly all time goes into reading and checking files; to optimize what only writes takes longer to build
# than it saves.
if(CPM_FUZZ)
  foreach(room score report cli)
    target_compile_options(cpm_${room} PRIVATE -O0)
  endforeach()
endif()
