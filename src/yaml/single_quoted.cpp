#include "yaml/single_quoted.h"

#include <cstddef>

namespace cpm::yaml {
namespace {

constexpr std::string_view kBlanks = " \t\r";

std::string_view without_spaces_before(std::string_view line) {
  const std::size_t first = line.find_first_not_of(kBlanks);
  return first == std::string_view::npos ? std::string_view{} : line.substr(first);
}

std::string_view without_spaces_behind(std::string_view line) {
  return line.substr(0, line.find_last_not_of(kBlanks) + 1);
}

/// The value grows in a stretch of memory as long as the text: nothing in it becomes longer.
class Value {
 public:
  explicit Value(char* place) : place_(place) {}

  void add(char character) { place_[size_++] = character; }
  void add_unquoted(std::string_view line) {
    for (std::size_t at = 0; at < line.size(); ++at) {
      add(line[at]);
      if (line[at] == '\'') ++at;
    }
  }
  std::string_view text() const { return {place_, size_}; }

 private:
  char* place_;
  std::size_t size_ = 0;
};

}  // namespace

// One line end becomes a space, several become one less; spaces around them go.
std::string_view single_quoted_text(std::string_view raw, std::pmr::memory_resource& memory) {
  if (raw.empty()) return {};
  Value value(static_cast<char*>(memory.allocate(raw.size(), 1)));
  std::size_t end = raw.find('\n');
  const bool one_line = end == std::string_view::npos;
  value.add_unquoted(one_line ? raw : without_spaces_behind(raw.substr(0, end)));
  std::size_t empty_lines = 0;
  while (end != std::string_view::npos) {
    const std::size_t begin = end + 1;
    end = raw.find('\n', begin);
    const bool last = end == std::string_view::npos;
    std::string_view line = without_spaces_before(raw.substr(begin, last ? end : end - begin));
    if (!last) line = without_spaces_behind(line);
    if (line.empty() && !last) {
      ++empty_lines;
      continue;
    }
    if (empty_lines == 0) value.add(' ');
    for (; empty_lines > 0; --empty_lines) value.add('\n');
    value.add_unquoted(line);
  }
  return value.text();
}

}  // namespace cpm::yaml
