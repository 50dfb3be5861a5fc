#pragma once
// An open file of the system, closed at the end of a block, and the words for what the system says went wrong. For base/ only.
#include <string>

namespace cpm::base {

/// Closes a descriptor at the end of a block.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close_now(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  bool open() const { return number_ >= 0; }
  int number() const { return number_; }
  /// Some file systems report a failed write only here.
  bool close_now();
  /// Instead of the one before, which is closed.
  void take(int number);

 private:
  int number_;
};

/// ENOSPC → "no space left on the disk"
std::string words_for_error(int error);

}  // namespace cpm::base
