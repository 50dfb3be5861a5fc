// The part of catalog.h that searches; the rows themselves are in catalog.cpp.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "diag/catalog.h"

namespace cpm::diag {
namespace {

constexpr std::string_view kPrefix = "cpm";

// "310" → 310; 0, which no code has, when the text is not a number of three digits.
Code number_of(std::string_view digits) {
  if (digits.size() != 3 || digits.find_first_not_of("0123456789") != std::string_view::npos) return 0;
  return (digits[0] - '0') * 100 + (digits[1] - '0') * 10 + (digits[2] - '0');
}

}  // namespace

const CodeInfo* find_code(Code code) {
  const std::span<const CodeInfo> rows = catalog();
  const auto row = std::lower_bound(rows.begin(), rows.end(), code,
                                    [](const CodeInfo& left, Code right) { return left.code < right; });
  return row != rows.end() && row->code == code ? &*row : nullptr;
}

const CodeInfo* find_code(std::string_view word) {
  const std::string wanted = base::lower(base::trimmed(word));
  const std::string_view text = wanted;
  if (const CodeInfo* const row = find_code(number_of(text.starts_with(kPrefix) ? text.substr(kPrefix.size()) : text)))
    return row;
  for (const CodeInfo& row : catalog())
    if (row.name == text) return &row;
  return nullptr;
}

std::string code_text(Code code) {
  std::string digits = std::to_string(code);
  if (digits.size() < 3) digits.insert(0, 3 - digits.size(), '0');
  return "CPM" + digits;
}

std::string_view severity_word(Severity severity) {
  constexpr std::array<std::string_view, 3> kWords = {"advice", "warning", "error"};
  return kWords[static_cast<std::size_t>(severity)];
}

}  // namespace cpm::diag
