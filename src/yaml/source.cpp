#include "yaml/source.h"

#include <algorithm>
#include <array>
#include <cstring>

#include <fmt/format.h>

#include "base/text.h"

namespace cpm::yaml {
namespace {

constexpr std::size_t kShownSigns = 40;

bool is_word(char character) {
  const bool letter = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
  return letter || (character >= '0' && character <= '9') || character == '_' || character == '-' || character == '.' ||
         character == '/' || static_cast<unsigned char>(character) >= 0x80;
}

bool comment_starts(std::string_view bytes, std::size_t at, std::size_t from) {
  return bytes[at] == '#' && (at == from || is_space(bytes[at - 1]));
}

bool filled(const Source& source, const Line& line) {
  return !line.blank() && source.bytes[line.content] != '#';
}

}  // namespace

Line line_at(const Source& source, std::size_t at) {
  const std::string_view bytes = source.bytes;
  at = std::min(at, bytes.size());
  Line line;
  const std::size_t before = at == 0 ? kNowhere : bytes.rfind('\n', at - 1);
  line.begin = std::max(source.start, before == kNowhere ? 0 : before + 1);
  const std::size_t end = bytes.find('\n', line.begin);
  line.next = end == kNowhere ? bytes.size() : end + 1;
  line.end = end == kNowhere ? bytes.size() : end;
  if (line.end > line.begin && bytes[line.end - 1] == '\r') --line.end;
  line.content = line.begin;
  while (line.content < line.end && is_blank(bytes[line.content])) ++line.content;
  return line;
}

std::optional<Line> line_after(const Source& source, const Line& line) {
  if (line.next >= source.bytes.size()) return std::nullopt;
  return line_at(source, line.next);
}

std::optional<Line> filled_line_above(const Source& source, const Line& line) {
  std::size_t begin = line.begin;
  while (begin > source.start) {
    const Line above = line_at(source, begin - 1);
    if (filled(source, above)) return above;
    begin = above.begin;
  }
  return std::nullopt;
}

std::optional<Line> filled_line_below(const Source& source, const Line& line) {
  std::optional<Line> below = line_after(source, line);
  while (below && !filled(source, *below)) below = line_after(source, *below);
  return below;
}

std::string_view content_of(const Source& source, const Line& line) {
  return source.text(line.content, line.end);
}

std::size_t behind_gap(std::string_view bytes, std::size_t at) {
  while (at < bytes.size()) {
    if (is_space(bytes[at])) {
      ++at;
    } else if (bytes[at] == '#') {
      at = std::min(bytes.find('\n', at), bytes.size());
    } else {
      break;
    }
  }
  return std::min(at, bytes.size());
}

std::size_t end_of_text(const Source& source, std::size_t from, const Line& line) {
  std::size_t end = line.end;
  for (std::size_t at = from; at < line.end; ++at) {
    if (comment_starts(source.bytes, at, from)) {
      end = at;
      break;
    }
  }
  while (end > from && is_blank(source.bytes[end - 1])) --end;
  return end;
}

std::size_t entry_start(const Source& source, const Line& line) {
  std::size_t at = line.content;
  while (at + 1 < line.end && source.bytes[at] == '-' && is_blank(source.bytes[at + 1])) {
    ++at;
    while (at < line.end && is_blank(source.bytes[at])) ++at;
  }
  return at;
}

std::size_t key_length(std::string_view text) {
  std::size_t length = 0;
  if (!text.empty() && (text[0] == '"' || text[0] == '\'')) {
    const std::size_t close = text.find(text[0], 1);
    if (close == kNowhere) return 0;
    length = close + 1;
  } else {
    while (length < text.size() && is_word(text[length])) ++length;
  }
  const bool colon = length > 0 && length < text.size() && text[length] == ':';
  return colon && (length + 1 == text.size() || is_space(text[length + 1])) ? length : 0;
}

KeyUse use_at(const Source& source, std::size_t value) {
  if (source.use_of_key == nullptr) return KeyUse::unknown;
  const Line line = line_at(source, value);
  std::size_t key = entry_start(source, line);
  const std::size_t length = key_length(source.text(key, line.end));
  if (length > 0 && key + length < value) {
    const KeyUse use = source.use_of_key(source.text(key, key + length));
    return use == KeyUse::texts ? KeyUse::other : use;
  }
  if (key == line.content || key != value) return KeyUse::unknown;
  // An entry of a list: the key above it, no further to the right than the dash.
  std::optional<Line> above = filled_line_above(source, line);
  while (above && (above->indent() > line.indent() || source.bytes[above->content] == '-'))
    above = filled_line_above(source, *above);
  if (!above) return KeyUse::unknown;
  key = entry_start(source, *above);
  const KeyUse use = source.use_of_key(source.text(key, key + key_length(source.text(key, above->end))));
  return use == KeyUse::texts ? KeyUse::text : KeyUse::other;
}

bool goes_on_below(const Source& source, std::size_t at) {
  const Line line = line_at(source, at);
  const std::optional<Line> below = line_after(source, line);
  return below && !below->blank() && below->indent() > line.indent() && !looks_structural(content_of(source, *below));
}

bool looks_structural(std::string_view content) {
  const bool dash = !content.empty() && content[0] == '-' && (content.size() == 1 || is_blank(content[1]));
  return dash || key_length(content) > 0;
}

std::size_t closing_quote(std::string_view bytes, std::size_t open) {
  const char quote = bytes[open];
  for (std::size_t at = open + 1; at < bytes.size(); ++at) {
    if (quote == '"' && bytes[at] == '\\') {
      ++at;
    } else if (bytes[at] == quote) {
      if (quote == '"' || at + 1 >= bytes.size() || bytes[at + 1] != quote) return at;
      ++at;
    }
  }
  return kNowhere;
}

std::string in_quotes(std::string_view text) {
  if (text.find_first_of("\"\\") == kNowhere) return fmt::format("\"{}\"", text);
  std::string quoted = "'";
  for (const char character : text) {
    quoted += character;
    if (character == '\'') quoted += character;
  }
  return quoted + '\'';
}

std::string shown(std::string_view text) {
  return base::shortened(base::visible(base::trimmed(text)), kShownSigns);
}

std::string_view invisible_name(char32_t code) {
  struct Name {
    char32_t first;
    char32_t last;
    std::string_view words;
  };
  static constexpr std::array kNames = {Name{0x00A0, 0x00A0, "a no-break space"},
                                        Name{0x00AD, 0x00AD, "a soft hyphen"},
                                        Name{0x200B, 0x200D, "a zero-width character"},
                                        Name{0x200E, 0x200F, "a mark for the direction of writing"},
                                        Name{0x2000, 0x200A, "a special space"},
                                        Name{0x2028, 0x2029, "a special line end"},
                                        Name{0x202A, 0x202E, "a mark for the direction of writing"},
                                        Name{0x202F, 0x202F, "a narrow no-break space"},
                                        Name{0x205F, 0x205F, "a special space"},
                                        Name{0x2060, 0x2064, "a zero-width character"},
                                        Name{0x2066, 0x2069, "a mark for the direction of writing"},
                                        Name{0x3000, 0x3000, "a wide space"},
                                        Name{0xFEFF, 0xFEFF, "a byte order mark"}};
  const auto* const found = std::find_if(kNames.begin(), kNames.end(),
                                         [&](const Name& name) { return code >= name.first && code <= name.last; });
  return found == kNames.end() ? std::string_view{} : found->words;
}

std::string code_point_text(char32_t code) {
  return fmt::format("U+{:04X}", static_cast<std::uint32_t>(code));
}

}  // namespace cpm::yaml
