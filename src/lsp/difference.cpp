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

diag::Edit replacement_of(const Lines& old_lines, const Lines& new_lines, std::size_t at) {
  std::size_t size = 0;
  for (const std::string_view line : old_lines) size += line.size();
  std::string text;
  for (const std::string_view line : new_lines) text += line;
  const diag::Span span{
      .file = 0, .begin = static_cast<std::uint32_t>(at), .end = static_cast<std::uint32_t>(at + size)};
  return {.span = span, .replacement = std::move(text)};
}

}  // namespace

std::vector<diag::Edit> difference(std::string_view before, std::string_view after) {
  Lines old_lines = whole_lines_of(before);
  Lines new_lines = whole_lines_of(after);
  const auto apart = std::ranges::mismatch(old_lines, new_lines);
  std::size_t at = 0;
  std::for_each(old_lines.begin(), apart.in1, [&](std::string_view line) { at += line.size(); });
  old_lines.erase(old_lines.begin(), apart.in1);
  new_lines.erase(new_lines.begin(), apart.in2);
  while (!old_lines.empty() && !new_lines.empty() && old_lines.back() == new_lines.back()) {
    old_lines.pop_back();
    new_lines.pop_back();
  }
  std::vector<diag::Edit> edits;
  if (old_lines.size() != new_lines.size()) {
    edits.push_back(replacement_of(old_lines, new_lines, at));
    return edits;
  }
  for (std::size_t i = 0; i < old_lines.size(); ++i) {
    add_edit(old_lines[i], new_lines[i], at, edits);
    at += old_lines[i].size();
  }
  return edits;
}

}  // namespace cpm::lsp
