# Two ways to spend less time in headers, which are nearly all of what building takes:
#   CPM_UNITY    many .cpp files as one (CMake's unity build): a whole build takes a fifth of the processor time. All presets but these:
#   CPM_PRECOMPILE  the standard headers once: one file after a small edit takes half the time. Presets dev, clang.
# Private names are unique within a room, so that its files can be read as one.
option(CPM_UNITY "Compile the files of a room together" OFF)
option(CPM_PRECOMPILE "Precompile the standard headers" OFF)

set(standard_headers <algorithm> <array> <chrono> <cstddef> <cstdint> <functional> <map> <memory> <optional> <set> <span>
  <string> <string_view> <tuple> <utility> <variant> <vector>)

# Names of files in messages begin at the top of the tree: shorter, and the same in every clone, which then finds in the
# compiler's cache what another one has compiled.
add_compile_options("-fmacro-prefix-map=${PROJECT_SOURCE_DIR}/=")

function(cpm_quick_to_build target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ${CPM_UNITY} UNITY_BUILD_BATCH_SIZE 24)
  if(CPM_PRECOMPILE)
    target_precompile_headers(${target} PRIVATE ${standard_headers})
  endif()
endfunction()
