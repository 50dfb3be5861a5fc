#pragma once
// How many characters a text has up to a byte, quickly in texts of any length: for columns in files that are one long line.
#include <cstddef>
#include <string_view>
#include <vector>

namespace cpm::diag {

class Columns {
 public:
  /// The column of `byte`, from 1, in the line of `text` that begins at byte `start`. Inside a character it is that of the
  /// character's first byte. `text` must be the same at each call.
  std::size_t of(std::string_view text, std::size_t start, std::size_t byte) const;

 private:
  /// A byte where a character begins, and the characters before it.
  struct Milestone {
    std::size_t byte = 0;
    std::size_t characters = 0;
  };

  std::size_t characters_before(std::string_view text, std::size_t byte) const;

  mutable std::vector<Milestone> milestones_;  ///< at least one in kApart bytes; empty until a line is long
};

}  // namespace cpm::diag
