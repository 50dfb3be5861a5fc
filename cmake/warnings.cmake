# cpm_warnings: linked privately by everything of ours; strict for developers, never forced on packagers.
add_library(cpm_warnings INTERFACE)
target_compile_options(cpm_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Woverloaded-virtual
  -Wextra-semi -Wcast-align -Wnull-dereference -Wdouble-promotion
  $<$<BOOL:${CPM_WERROR}>:-Werror>)
