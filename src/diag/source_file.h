#pragma once
// The bytes of each file as read, with lines and columns computed on demand. A file that has been judged may be cut down to
// the lines that its findings show: a whole state's files need not stay in memory.
#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "diag/columns.h"
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

  /// What was read, before anything is asked about it.
  void fill(std::string bytes) { bytes_ = std::move(bytes); }
  /// Forgets all lines but those where these spans begin and end, and their neighbors. Places in them stay what they were.
  void keep_lines_of(std::vector<Span> spans);

  /// As given by the user or found below the path given; `<stdin>` for standard input.
  const std::string& path() const { return path_; }
  /// All of them: for files that have not been cut down.
  const std::string& bytes() const;
  std::size_t size() const { return cut_down() ? size_ : bytes_.size(); }
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
  /// A line that was kept: where it is in the file, and where in `bytes_`.
  struct Kept {
    std::size_t number = 0;
    std::size_t start = 0;
    std::size_t at = 0;
    std::size_t size = 0;  ///< with its line end
  };

  const std::vector<std::size_t>& starts() const;
  bool cut_down() const { return cut_down_; }
  void keep_line(std::size_t number, std::string& bytes);
  const Kept* kept_line(std::size_t number) const;
  const Kept* kept_at(std::size_t byte) const;
  Position kept_position(std::size_t byte) const;
  std::string_view kept_text(std::size_t begin, std::size_t end) const;

  std::string path_;
  std::string bytes_;
  mutable std::vector<std::size_t> starts_;
  bool cut_down_ = false;
  std::vector<Kept> kept_;  ///< ascending
  std::size_t size_ = 0;    ///< of the file, when it is cut down
  std::size_t lines_ = 0;
  Columns columns_;
};

/// Owns all files of a run. Ids are positions in the order of adding and stay valid.
class SourceMap {
 public:
  FileId add(std::string path, std::string bytes);
  const SourceFile& file(FileId id) const { return files_[static_cast<std::size_t>(id)]; }
  SourceFile& file(FileId id) { return files_[static_cast<std::size_t>(id)]; }
  std::size_t size() const { return files_.size(); }

 private:
  std::deque<SourceFile> files_;
};

}  // namespace cpm::diag
