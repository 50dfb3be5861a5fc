# cpm as WebAssembly, in place of the system's packages: preset `web`. cmake/sources brings what it is made of, and
# src/base/hosted/ stands for src/base/system/.
include(sources/sources)
add_library(Threads::Threads INTERFACE IMPORTED GLOBAL)
set(web_licences "${PROJECT_BINARY_DIR}/THIRD-PARTY.txt")
cpm_third_party("${web_licences}" emscripten)

# What the library of emscripten lacks, before each file. -Os only here: given to the linker, too, it would keep a slower table of
# functions. Exceptions of WebAssembly halve the time of a run, since calls do not go through JavaScript; plain JavaScript has none.
option(CPM_PLAIN "Plain JavaScript, for browsers whose policy forbids WebAssembly" OFF)
if(CPM_PLAIN)
  set(exceptions -fexceptions)
else()
  set(exceptions -fwasm-exceptions)
endif()
add_compile_options(-Os ${exceptions}
  "$<$<COMPILE_LANGUAGE:CXX>:SHELL:-isystem \"${PROJECT_SOURCE_DIR}/cmake/web/include\" -include ranges_algorithms.h>")

# cpm_web: the module for Node, cpm.js with cpm.wasm beside it, in a folder of the build. cpm_page: that of the workbook, without the
# language server, which a page has no use for and which is a twentieth of its size. Target `npm`: the package cpm-toolkit, packed in
# build/web. Target `workbook`: the page of `cpm workbook`, build/web/workbook.html, or build/web-plain/workbook-plain.html.
function(cpm_web_module)
  if(CPM_PLAIN)
    cpm_module(cpm_page page)
    target_link_options(cpm_page PRIVATE -sWASM=0 --memory-init-file 0)
    cpm_workbook_page(workbook-plain.html --plain)
  else()
    cpm_module(cpm_web module)
    cpm_module(cpm_page page)
    cpm_workbook_page(workbook.html)
    cpm_npm_package()
  endif()
  # Before the archive of cli/, whose command row is then never asked for.
  target_sources(cpm_page PRIVATE "${PROJECT_SOURCE_DIR}/cmake/web/no_lsp.cpp")
  target_include_directories(cpm_page PRIVATE "${PROJECT_SOURCE_DIR}/src")
endfunction()

# cpm_module(<target> <folder of the build>)
function(cpm_module target folder)
  add_executable(${target})
  set_target_properties(${target} PROPERTIES
    OUTPUT_NAME cpm SUFFIX .js RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/${folder}" LINKER_LANGUAGE CXX)
  target_sources(${target} PRIVATE $<TARGET_OBJECTS:cpm_engine>)
  target_link_libraries(${target} PRIVATE cpm_cli cpm_warnings)
  set(library "${PROJECT_SOURCE_DIR}/cmake/web/host_library.js")
  set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS "${library}")
  # Node compiles each function when it is first called, so that short code starts sooner: with -Os a check of one file takes two
  # thirds of what it takes with -O2. What is called often is inlined afterwards, by the linker's -O3: that halves the time of the
  # next runs. EXIT_RUNTIME: clang 14 registers a destructor that traps at exit.
  target_link_options(${target} PRIVATE ${exceptions} -O3 --no-entry "SHELL:--js-library \"${library}\""
    -sMODULARIZE=1 -sEXPORT_NAME=createCpm -sENVIRONMENT=web,node -sEXPORTED_FUNCTIONS=_cpm_run
    -sINCOMING_MODULE_JS_API=wasmBinary,instantiateWasm
    -sFILESYSTEM=0 -sALLOW_MEMORY_GROWTH=1 -sEXIT_RUNTIME=0
    -sERROR_ON_UNDEFINED_SYMBOLS=1 -sNODEJS_CATCH_EXIT=0 -sNODEJS_CATCH_REJECTION=0)
endfunction()

function(cpm_npm_package)
  set(package "${PROJECT_BINARY_DIR}/package")
  configure_file("${PROJECT_SOURCE_DIR}/npm/package.json.in" "${package}/package.json" @ONLY)
  add_custom_target(npm
    COMMAND "${CMAKE_COMMAND}" -E copy
            "${PROJECT_SOURCE_DIR}/npm/main.js" "${PROJECT_SOURCE_DIR}/npm/host.js" "${PROJECT_SOURCE_DIR}/npm/README.md"
            "${PROJECT_SOURCE_DIR}/LICENSE" "${web_licences}"
            "${PROJECT_BINARY_DIR}/module/cpm.js" "${PROJECT_BINARY_DIR}/module/cpm.wasm" "${package}"
    COMMAND npm pack --loglevel=error --pack-destination "${PROJECT_BINARY_DIR}" "${package}"
    DEPENDS cpm_web
    COMMENT "Packing cpm-toolkit for npm"
    VERBATIM)
endfunction()

# cpm_workbook_page(<file> <option>...): src/workbook and the module as one HTML file.
function(cpm_workbook_page file)
  set(source "${PROJECT_SOURCE_DIR}/src/workbook")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${source}/*.ts" "${source}/*.tsx" "${source}/*.css" "${source}/*.html" "${source}/*.mjs")
  set(page "${PROJECT_BINARY_DIR}/${file}")
  add_custom_command(OUTPUT "${page}"
    COMMAND "${source}/install"
    COMMAND node "${source}/build.mjs"
            "${PROJECT_BINARY_DIR}/page" "${PROJECT_SOURCE_DIR}/build/workbook/node_modules" "${web_licences}"
            "${page}" ${ARGN}
    DEPENDS ${sources} "${source}/package-lock.json" "${source}/install" cpm_page
    COMMENT "Building ${file}"
    VERBATIM)
  add_custom_target(workbook DEPENDS "${page}")
endfunction()
