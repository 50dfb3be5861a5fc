#include "format/glance.h"

#include <algorithm>

#include "base/text.h"
#include "format/kinds.h"

namespace cpm::format {
namespace {

constexpr std::string_view kFormatKey = "format";
constexpr std::string_view kDateKey = "date";
constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./ ";

/// A line of a key and a value that mean what they look like.
struct Entry {
  std::string_view key = {};
  std::string_view value = {};
};

std::string_view word_of(std::string_view format) {
  for (const Kind& kind : kinds())
    if (format == format_text(kind)) return kind.word;
  return {};
}

/// The next line that is not a comment, without its line end; removes it and the lines before it from `text`. Empty after the last.
std::string_view next_line(std::string_view& text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.starts_with('#') && !base::trimmed(line).empty()) return line;
  }
  return {};
}

/// Nothing for what quotes, brackets or an indent could give another meaning.
Entry entry_of(std::string_view line) {
  const std::size_t colon = line.find(": ");
  if (colon == std::string_view::npos || line.starts_with(' ')) return {};
  const Entry entry{.key = line.substr(0, colon), .value = base::trimmed(line.substr(colon + 2))};
  const bool plain = entry.key.find_first_not_of(kPlain) == std::string_view::npos &&
                     entry.value.find_first_not_of(kPlain) == std::string_view::npos;
  return plain && !entry.value.empty() ? entry : Entry{};
}

}  // namespace

Glance glance_at(std::string_view text) {
  const Entry first = entry_of(next_line(text));
  if (first.key != kFormatKey) return {};
  Glance glance{.kind = word_of(first.value)};
  if (glance.kind.empty()) return {};
  for (Entry entry = first; !entry.key.empty(); entry = entry_of(next_line(text))) {
    if (entry.key != kDateKey) continue;
    glance.date = base::read_date(entry.value).date;
    break;
  }
  return glance;
}

std::string_view whole_lines(std::string_view head) {
  return head.substr(0, head.rfind('\n') + 1);
}

}  // namespace cpm::format
