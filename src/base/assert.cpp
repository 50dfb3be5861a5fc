#include "base/assert.h"

#include <cstdio>
#include <cstdlib>

namespace cpm::base {

// _Exit and not exit: output that is still in a buffer belongs to a result we no longer trust.
void assertion_failed(const char* condition, const char* file, int line) {
  constexpr int kInternalError = 70;
  std::fprintf(stderr,
               "cpm: internal error: `%s` does not hold at %s:%d\n"
               "cpm: this is a mistake in cpm, not in your files; please report it with the command you ran\n",
               condition, file, line);
  std::_Exit(kInternalError);
}

}  // namespace cpm::base
