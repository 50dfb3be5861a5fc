# cpm_warnings: linked privately by everything of ours; strict for developers, never forced on packagers.
add_library(cpm_warnings INTERFACE)
target_compile_options(cpm_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Woverloaded-virtual
  -Wextra-semi -Wcast-align -Wnull-dereference -Wdouble-promotion
  $<$<BOOL:${CPM_WERROR}>:-Werror>)

# g++ 12 at -O2 follows standard containers through paths that cannot be taken, and warns of pointers there that are never
# null; dev (g++ -O0) and fuzz (clang) keep the warning.
target_compile_options(cpm_warnings INTERFACE
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release>>:-Wno-null-dereference>)
