// libFuzzer's door to the target that CPM_FUZZ_TARGET names.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>

#include "tests/fuzz/targets.h"

namespace {

const cpm::fuzz::Target& wanted_target() {
  const char* const name = std::getenv("CPM_FUZZ_TARGET");
  const cpm::fuzz::Target* const target = name == nullptr ? nullptr : cpm::fuzz::find_target(name);
  if (target != nullptr) return *target;
  std::cerr << "fuzz_target: set CPM_FUZZ_TARGET to a name that fuzz_replay --targets prints\n";
  std::exit(2);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const cpm::fuzz::Target& target = wanted_target();
  target.run({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
