#include "lsp/difference.h"

#include <algorithm>

namespace cpm::lsp {
namespace {

using Lines = std::vector<std::string_view>;

/// Each with its line end.
Lines whole_lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t size = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

std::size_t shared_beginning(std::string_view a, std::string_view b) {
  const auto apart = std::ranges::mismatch(a, b);
  return static_cast<std::size_t>(apart.in1 - a.begin());
}

bool begins_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

/// What differs between two texts, from `at` on in the first, without a part of a character.
void add_edit(std::string_view before, std::string_view after, std::size_t at, std::vector<diag::Edit>& edits) {
  std::size_t begin = shared_beginning(before, after);
  while (begin > 0 && begin < before.size() && !begins_character(before[begin])) --begin;
  std::size_t left = before.size();
  std::size_t right = after.size();
  while (left > begin && right > begin && before[left - 1] == after[right - 1]) {
    --left;
    --right;
  }
  while (left < before.size() && !begins_character(before[left])) {
    ++left;
    ++right;
  }
  if (begin == left && begin == right) return;
  diag::Span span{
      .file = 0, .begin = static_cast<std::uint32_t>(at + begin), .end = static_cast<std::uint32_t>(at + left)};
  edits.push_back({.span = span, .replacement = std::string(after.substr(begin, right - begin))});
}

}  // namespace

std::vector<diag::Edit> difference(std::string_view before, std::string_view after) {
  const Lines old_lines = whole_lines_of(before);
  const Lines new_lines = whole_lines_of(after);
  std::vector<diag::Edit> edits;
  if (old_lines.size() != new_lines.size()) {
    add_edit(before, after, 0, edits);
    return edits;
  }
  std::size_t at = 0;
  for (std::size_t i = 0; i < old_lines.size(); ++i) {
    add_edit(old_lines[i], new_lines[i], at, edits);
    at += old_lines[i].size();
  }
  return edits;
}

}  // namespace cpm::lsp
