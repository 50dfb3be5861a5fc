# cpm_sanitizers: linked privately by everything of ours; empty unless CPM_SANITIZE, CPM_FUZZ or CPM_COVERAGE is on.
# cpm_tests_sanitizers: the same for the unit tests' own files, which take longer to build than to run. Under CPM_FUZZ, where the
# program is optimized and marked for libFuzzer, they are neither, and go without two checks that make up half of their code and
# that a crash makes up for: a bad pointer stops the address sanitizer, too.
add_library(cpm_sanitizers INTERFACE)
add_library(cpm_tests_sanitizers INTERFACE)
if(CPM_SANITIZE OR CPM_FUZZ)
  set(sanitizers -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_compile_options(cpm_sanitizers INTERFACE ${sanitizers})
  target_compile_options(cpm_tests_sanitizers INTERFACE ${sanitizers})
  target_link_options(cpm_sanitizers INTERFACE -fsanitize=address,undefined)
  target_link_options(cpm_tests_sanitizers INTERFACE -fsanitize=address,undefined)
endif()
if(CPM_FUZZ)
  target_compile_options(cpm_sanitizers INTERFACE -fsanitize=fuzzer-no-link)
  target_compile_options(cpm_tests_sanitizers INTERFACE -O0 -fno-sanitize=null,alignment)
endif()
if(CPM_COVERAGE)
  foreach(library cpm_sanitizers cpm_tests_sanitizers)
    target_compile_options(${library} INTERFACE --coverage -fprofile-update=atomic)
    target_link_options(${library} INTERFACE --coverage)
  endforeach()
endif()
