#pragma once
// The bytes of each file as read, with lines and columns computed on demand.
#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "diag/span.h"

namespace cpm::diag {

/// A place as people and editors count it: from 1; columns in code points.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;
  friend bool operator==(const Position&, const Position&) = default;
};

class SourceFile {
 public:
  SourceFile(std::string path, std::string bytes) : path_(std::move(path)), bytes_(std::move(bytes)) {}

  /// As given by the user or found below the path given; `<stdin>` for standard input.
  const std::string& path() const { return path_; }
  const std::string& bytes() const { return bytes_; }
  /// A byte order mark counts for bytes, never for columns.
  Position position(std::size_t byte) const;
  /// The text of a line without its line end and byte order mark; empty beyond the last.
  std::string_view line(std::size_t number) const;
  /// The byte where `line(number)` begins, so after a byte order mark; the size of the file beyond the last.
  std::size_t line_start(std::size_t number) const;
  /// "a\nb" and "a\nb\n" have two lines, an empty file has none.
  std::size_t line_count() const;
  /// The bytes of a span, or of the whole file; spans that reach beyond the file are cut.
  std::string_view text(const Span& span) const;

 private:
  const std::vector<std::size_t>& starts() const;

  std::string path_;
  std::string bytes_;
  mutable std::vector<std::size_t> starts_;
};

/// Owns all files of a run. Ids are positions in the order of adding and stay valid.
class SourceMap {
 public:
  FileId add(std::string path, std::string bytes);
  const SourceFile& file(FileId id) const { return files_[static_cast<std::size_t>(id)]; }
  std::size_t size() const { return files_.size(); }

 private:
  std::deque<SourceFile> files_;
};

}  // namespace cpm::diag
