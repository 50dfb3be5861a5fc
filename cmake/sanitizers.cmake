# cpm_sanitizers: linked privately by everything of ours; empty unless CPM_SANITIZE, CPM_FUZZ or CPM_COVERAGE is on.
add_library(cpm_sanitizers INTERFACE)
if(CPM_SANITIZE)
  target_compile_options(cpm_sanitizers INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(cpm_sanitizers INTERFACE -fsanitize=address,undefined)
endif()
if(CPM_FUZZ)
  target_compile_options(cpm_sanitizers INTERFACE
    -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(cpm_sanitizers INTERFACE -fsanitize=address,undefined)
endif()
if(CPM_COVERAGE)
  target_compile_options(cpm_sanitizers INTERFACE --coverage -fprofile-update=atomic)
  target_link_options(cpm_sanitizers INTERFACE --coverage)
endif()
