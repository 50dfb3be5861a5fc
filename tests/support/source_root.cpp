#include "tests/support/source_root.h"

namespace cpm::test {

std::string source_root() {
  return CPM_SOURCE_ROOT;
}

}  // namespace cpm::test
