#pragma once
// Where the source tree lies that the tests read files of. Said to one file alone: the others are then the same in every clone,
// and come from the compiler's cache.
#include <string>

namespace cpm::test {

std::string source_root();

}  // namespace cpm::test
