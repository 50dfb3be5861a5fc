// libFuzzer's door to one target, chosen by CPM_FUZZ_TARGET when it was compiled.
#include <cstddef>
#include <cstdint>

#include "tests/fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const cpm::fuzz::Target* const kTarget = cpm::fuzz::find_target(CPM_FUZZ_TARGET);
  kTarget->run({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
