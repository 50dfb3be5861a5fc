#pragma once
// A file that comes part by part, on any system.
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "base/files.h"
#include "base/system/signals.h"

namespace cpm::base {

/// `NewFile`: a new file beside the old one, with `add(bytes)` and `take_place()`. Parts that are small are written together.
template <class NewFile>
class DiskStream final : public FileStream {
 public:
  template <class... Arguments>
  explicit DiskStream(Arguments&&... arguments) : file_(std::forward<Arguments>(arguments)...) {}

  void add(std::string_view bytes) override {
    constexpr std::size_t kEnough = 64 * 1024;
    waiting_ += bytes;
    if (waiting_.size() >= kEnough) write();
  }
  void finish() override {
    write();
    const HoldSignals until_in_place;
    file_.take_place();
  }

 private:
  void write() {
    file_.add(waiting_);
    waiting_.clear();
  }

  NewFile file_;
  std::string waiting_;
};

}  // namespace cpm::base
