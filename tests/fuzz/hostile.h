#pragma once
// Texts, numbers and choices out of bytes, for targets that build something instead of reading a file. When the bytes run
// out everything is empty, so that every input makes something finite.
#include <cstdint>
#include <string>
#include <string_view>

namespace cpm::fuzz {

class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : rest_(bytes) {}

  bool more() const { return !rest_.empty(); }
  /// From 0 to `most`.
  std::size_t number(std::size_t most);
  bool flag() { return number(1) == 1; }
  /// Plain bytes, or one of the texts that are known to mean something in some format.
  std::string text();

 private:
  std::string_view rest_;
};

}  // namespace cpm::fuzz
