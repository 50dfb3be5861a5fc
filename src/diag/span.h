#pragma once
// Places in files: which file, which bytes. Lines and columns are worked out later, by SourceFile.
#include <cstdint>
#include <string>
#include <utility>

namespace cpm::diag {

/// Number of a file in a SourceMap; -1 means no file.
using FileId = std::int32_t;

/// A stretch of bytes `[begin, end)` of a file, or a whole file when there is no stretch to name.
struct Span {
  FileId file = -1;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool whole_file = false;

  bool known() const { return file >= 0; }
  friend bool operator==(const Span&, const Span&) = default;
};

inline Span whole(FileId file) {
  return Span{.file = file, .begin = 0, .end = 0, .whole_file = true};
}

/// A value with its place. `given` is false when the file does not have it, or has it unreadably (with a finding).
template <class T>
struct Located {
  T value{};
  Span span{};
  bool given = false;

  explicit operator bool() const { return given; }
  const T& operator*() const { return value; }
  const T* operator->() const { return &value; }
};

using LocatedText = Located<std::string>;

}  // namespace cpm::diag
