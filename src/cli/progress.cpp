#include "cli/progress.h"

#include <ostream>

#include "base/text.h"

namespace cpm::cli {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kPatience{500};
constexpr milliseconds kPace{100};
constexpr const char* kEraseLine = "\r\x1b[K";

}  // namespace

Progress::Progress(Environment& environment, bool shown) : environment_(environment) {
  active_ = shown && environment.err_is_terminal && environment.watch && environment.variable("TERM") != "dumb";
  if (active_) next_ = environment.watch() + kPatience;
}

void Progress::read(std::size_t files) {
  if (!active_ || environment_.watch() < next_) return;
  next_ = environment_.watch() + kPace;
  visible_ = true;
  environment_.err << kEraseLine << "reading " << base::counted(files, "file") << "…" << std::flush;
}

void Progress::erase() {
  if (visible_) environment_.err << kEraseLine << std::flush;
  visible_ = false;
}

}  // namespace cpm::cli
