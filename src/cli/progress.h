#pragma once
// "reading 1200 files…" on a terminal, for work that takes longer than half a second; erased before anything else is said.
#include <chrono>
#include <cstddef>

#include "cli/context.h"

namespace cpm::cli {

class Progress {
 public:
  /// Silent unless `shown`, standard error is a terminal that can erase a line, and the environment has a watch.
  Progress(Environment& environment, bool shown);
  ~Progress() { erase(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void read(std::size_t files);
  void erase();

 private:
  Environment& environment_;
  bool active_ = false;
  bool visible_ = false;
  std::chrono::milliseconds next_{};  ///< when to say something
};

}  // namespace cpm::cli
