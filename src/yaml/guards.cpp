#include "yaml/guards.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "base/utf8.h"
#include "yaml/encodings.h"

namespace cpm::yaml {
namespace {

constexpr std::size_t kMostEdits = 5'000;  // of one fix
constexpr std::size_t kMostConflicts = 20;
// The engine looks at a gap of n spaces and line ends up to n times. The sum of all n squared keeps one file under a
// second.
constexpr std::size_t kGapBudget = std::size_t{1} << 29U;
constexpr std::size_t kGapStride = 64;
// The engine keeps a few hundred bytes for each open bracket before it gives the first one out.
constexpr std::size_t kMostOpenBrackets = 1'000;

/// What a pass over the bytes collected; each kind becomes one finding.
struct Collected {
  std::size_t bad_utf8 = kNowhere;
  std::size_t controls = 0;
  std::size_t first_control = kNowhere;
  std::vector<std::size_t> marks_inside;  // byte order marks
  std::vector<std::size_t> lone_returns;
  std::size_t line_feeds = 0;
  std::size_t directive = kNowhere;
  std::vector<std::size_t> conflict_lines;
  bool invisible = false;
};

bool is_ordinary(char character) {
  return character >= ' ' && character <= '~';
}

// How many of eight bytes come before the first that is no printable ASCII.
std::size_t ordinary_of_eight(const char* at) {
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  std::uint64_t word = 0;
  std::memcpy(&word, at, sizeof word);
  const std::uint64_t others = ((word - kOnes * 0x20) | word | (word + kOnes)) & (kOnes * 0x80);
  if (others == 0) return sizeof word;
  // What is carried over spoils only the bytes behind the first one, in this order of bytes.
  if constexpr (std::endian::native == std::endian::little)
    return static_cast<std::size_t>(std::countr_zero(others)) / 8;
  return static_cast<std::size_t>(std::find_if_not(at, at + sizeof word, is_ordinary) - at);
}

// Behind the printable ASCII that begins at `at`.
std::size_t behind_ordinary(std::string_view bytes, std::size_t at) {
  while (at + 8 <= bytes.size()) {
    const std::size_t ordinary = ordinary_of_eight(bytes.data() + at);
    at += ordinary;
    if (ordinary < 8) return at;
  }
  while (at < bytes.size() && is_ordinary(bytes[at])) ++at;
  return at;
}

bool conflict_line(std::string_view bytes, std::size_t at) {
  constexpr std::size_t kMarker = 7;
  const char character = bytes[at];
  if ((character != '<' && character != '=' && character != '>' && character != '|') || bytes.size() - at < kMarker)
    return false;
  const std::string_view marker = bytes.substr(at, kMarker);
  if (marker.find_first_not_of(character) != kNowhere) return false;
  return bytes.size() - at == kMarker || is_space(bytes[at + kMarker]);
}

void look_at_line_start(std::string_view bytes, std::size_t at, Collected& seen) {
  if (at >= bytes.size()) return;
  if (bytes[at] == '%' && seen.directive == kNowhere) seen.directive = at;
  if (conflict_line(bytes, at)) seen.conflict_lines.push_back(at);
}

void look_at_control(std::string_view bytes, std::size_t at, Collected& seen) {
  const char character = bytes[at];
  if (character == '\t') return;
  if (character == '\n') {
    ++seen.line_feeds;
    return look_at_line_start(bytes, at + 1, seen);
  }
  if (character == '\r') {
    const bool lone = at + 1 >= bytes.size() || bytes[at + 1] != '\n';
    if (lone && seen.lone_returns.size() <= kMostEdits) seen.lone_returns.push_back(at);
    return;
  }
  if (seen.controls++ == 0) seen.first_control = at;
}

// Bytes of the character at `at`, which starts with a byte above 127; 0 when it is not UTF-8.
std::size_t look_at_character(std::string_view bytes, std::size_t at, Collected& seen) {
  const base::CodePoint character = base::code_point_at(bytes, at);
  if (!character.valid) {
    seen.bad_utf8 = at;
    return 0;
  }
  const bool control = character.code < 0xA0 || character.code == 0xFFFE || character.code == 0xFFFF;
  if (control && seen.controls++ == 0) seen.first_control = at;
  if (character.code == 0xFEFF && seen.marks_inside.size() < kMostEdits) seen.marks_inside.push_back(at);
  if (!seen.invisible && !invisible_name(character.code).empty()) seen.invisible = true;
  return character.bytes;
}

Collected collect(const Source& source) {
  const std::string_view bytes = source.bytes;
  Collected seen;
  look_at_line_start(bytes, source.start, seen);
  std::size_t at = source.start;
  while (at < bytes.size()) {
    at = behind_ordinary(bytes, at);
    if (at == bytes.size()) break;
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      look_at_control(bytes, at++, seen);
    } else {
      const std::size_t length = look_at_character(bytes, at, seen);
      if (length == 0) break;
      at += length;
    }
  }
  return seen;
}

diag::Diagnostic finding(const Source& source, diag::Code code, std::size_t begin, std::size_t end, std::string message,
                         std::string help) {
  diag::Diagnostic result;
  result.code = code;
  result.message = std::move(message);
  result.span = source.span(begin, end);
  result.help = std::move(help);
  return result;
}

diag::Fix replace_all(const Source& source, const std::vector<std::size_t>& places, std::size_t bytes,
                      std::string replacement, std::string title) {
  diag::Fix fix{.title = std::move(title), .safety = diag::Safety::safe, .edits = {}};
  for (const std::size_t at : places)
    fix.edits.push_back({.span = source.span(at, at + bytes), .replacement = replacement});
  return fix;
}

std::optional<diag::Diagnostic> too_large(const Source& source, const Limits& limits) {
  if (source.bytes.size() <= limits.bytes) return std::nullopt;
  diag::Diagnostic result = finding(
      source, 105, 0, 0,
      fmt::format("this file has {} bytes; at most {} are read (`--max-file-size`)", source.bytes.size(), limits.bytes),
      "is it the right file? if so, raise the limit with `--max-file-size`");
  result.span = diag::whole(source.id);
  return result;
}

std::optional<diag::Diagnostic> control_character(const Source& source, const Collected& seen) {
  if (seen.controls == 0) return std::nullopt;
  const std::size_t at = seen.first_control;
  const base::CodePoint character = base::code_point_at(source.bytes, at);
  const std::string what = character.code == 0
                               ? std::string{"a NUL byte"}
                               : fmt::format("the control character {}", code_point_text(character.code));
  const std::string more = seen.controls > 1 ? fmt::format(", the first of {}", seen.controls) : std::string{};
  diag::Diagnostic result = finding(source, 102, at, at + character.bytes,
                                    fmt::format("here is {}{}; a text file has none", what, more),
                                    "remove it; if the file is not plain text, save it as text (UTF-8) first");
  if (const std::string kind = other_file_kind(source.bytes); !kind.empty()) result.notes.push_back(kind);
  return result;
}

std::optional<diag::Diagnostic> mark_inside(const Source& source, const Collected& seen) {
  if (seen.marks_inside.empty()) return std::nullopt;
  const std::size_t at = seen.marks_inside.front();
  diag::Diagnostic result = finding(source, 104, at, at + 3,
                                    "an invisible character (U+FEFF, a byte order mark) stands inside the text",
                                    "remove it; it comes from joining files or copying from a web page");
  result.fix = replace_all(source, seen.marks_inside, 3, "", "remove the invisible character");
  return result;
}

std::optional<diag::Diagnostic> old_line_ends(const Source& source, const Collected& seen) {
  if (seen.lone_returns.empty()) return std::nullopt;
  const std::size_t at = seen.lone_returns.front();
  diag::Diagnostic result = finding(
      source, 131, at, at + 1, "this line ends in a carriage return alone, as on old Macs; YAML tools differ on it",
      "save the file with the line ends of Unix (LF) or Windows (CR LF)");
  if (seen.lone_returns.size() > kMostEdits) return result;
  result.fix = replace_all(source, seen.lone_returns, 1, "\n", "end the lines with LF");
  if (seen.line_feeds > 0) result.fix->safety = diag::Safety::unsafe;
  return result;
}

std::optional<diag::Diagnostic> directive(const Source& source, const Collected& seen) {
  if (seen.directive == kNowhere) return std::nullopt;
  const Line line = line_at(source, seen.directive);
  return finding(source, 108, line.begin, line.end,
                 "a line that starts with `%` is an order to YAML tools; none is read here",
                 "remove the line; if it belongs to a text, indent it");
}

bool opens(const Source& source, std::size_t at) {
  return source.bytes[at] == '<';
}
bool closes(const Source& source, std::size_t at) {
  return source.bytes[at] == '>';
}

// One finding for each conflict: from `<<<<<<<` to `>>>>>>>`, or a marker that was left alone.
void add_conflicts(const Source& source, const Collected& seen, diag::Diagnostics& findings) {
  const std::vector<std::size_t>& lines = seen.conflict_lines;
  std::size_t added = 0;
  for (std::size_t i = 0; i < lines.size() && added < kMostConflicts; ++added) {
    std::size_t last = i;
    while (opens(source, lines[i]) && last + 1 < lines.size() && !opens(source, lines[last + 1]) &&
           !closes(source, lines[last]))
      ++last;
    const Line line = line_at(source, lines[i]);
    diag::Diagnostic result = finding(
        source, 107, line.begin, line.end, "an unresolved merge conflict: two versions of the same lines stand here",
        "keep the lines that are right and remove the lines of `<<<<<<<`, `=======` and `>>>>>>>`");
    for (std::size_t k = i + 1; k <= last; ++k) {
      const Line other = line_at(source, lines[k]);
      result.labels.push_back(
          {.span = source.span(other.begin, other.end),
           .text = closes(source, lines[k]) ? "the conflict ends here" : "the other version starts here"});
    }
    findings.add(std::move(result));
    i = last + 1;
  }
}

/// A stretch of spaces and line ends.
struct Gap {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t lines = 0;
};

Gap gap_around(std::string_view bytes, std::size_t at) {
  Gap gap{.begin = at, .end = at, .lines = 0};
  while (gap.begin > 0 && is_space(bytes[gap.begin - 1])) --gap.begin;
  while (gap.end < bytes.size() && is_space(bytes[gap.end])) ++gap.end;
  gap.lines = static_cast<std::size_t>(std::count(bytes.begin() + static_cast<std::ptrdiff_t>(gap.begin),
                                                  bytes.begin() + static_cast<std::ptrdiff_t>(gap.end), '\n'));
  return gap;
}

// Looks at every 64th byte only: shorter gaps cannot hurt.
std::optional<diag::Diagnostic> wide_gap(const Source& source, const Limits& limits) {
  constexpr const char* kHelp = "remove the spaces and blank lines that nobody needs";
  std::size_t spent = 0;
  for (std::size_t at = source.start; at < source.bytes.size(); at += kGapStride) {
    if (!is_space(source.bytes[at])) continue;
    const Gap gap = gap_around(source.bytes, at);
    const std::size_t size = gap.end - gap.begin;
    if (size >= kGapStride) spent += size < (std::size_t{1} << 20U) ? size * size : kGapBudget + 1;
    const std::size_t blank_lines = gap.lines == 0 ? 0 : gap.lines - 1;
    if (blank_lines > limits.blank_lines) {
      return finding(source, 109, gap.begin, gap.end,
                     fmt::format("{} blank lines in a row; at most {} are read", blank_lines, limits.blank_lines),
                     kHelp);
    }
    if (spent > kGapBudget) {
      return finding(source, 109, gap.begin, gap.end, "too many spaces and blank lines in a row", kHelp);
    }
    at = std::max(at, gap.end - gap.end % kGapStride);
  }
  return std::nullopt;
}

std::size_t count_of(std::string_view bytes, char character) {
  std::size_t count = 0;
  for (std::size_t at = bytes.find(character); at != kNowhere; at = bytes.find(character, at + 1)) ++count;
  return count;
}

// Brackets in texts count too: a file would need a thousand that nobody closed.
std::optional<diag::Diagnostic> open_brackets(const Source& source, const Limits& limits) {
  if (count_of(source.bytes, '[') + count_of(source.bytes, '{') <= kMostOpenBrackets) return std::nullopt;
  std::size_t open = 0;
  for (std::size_t at = source.start; at < source.bytes.size(); ++at) {
    const char character = source.bytes[at];
    if (character == '[' || character == '{') ++open;
    if ((character == ']' || character == '}') && open > 0) --open;
    if (open > kMostOpenBrackets)
      return finding(source, 124, at, at + 1,
                     fmt::format("more than {} brackets are open here; lists and maps may lie {} deep in each other",
                                 kMostOpenBrackets, limits.depth),
                     "close the brackets above, or put texts with brackets in quotes");
  }
  return std::nullopt;
}

}  // namespace

GuardResult check_bytes(const Source& source, const Limits& limits, diag::Diagnostics& findings) {
  if (auto large = too_large(source, limits)) return findings.add(std::move(*large)), GuardResult{};
  if (auto wide = wide_encoding(source)) return findings.add(std::move(*wide)), GuardResult{};
  const Collected seen = collect(source);
  if (auto control = control_character(source, seen)) return findings.add(std::move(*control)), GuardResult{};
  if (seen.bad_utf8 != kNowhere) return findings.add(not_utf8(source, seen.bad_utf8)), GuardResult{};
  GuardResult result{.passed = seen.conflict_lines.empty(), .invisible_characters = seen.invisible};
  add_conflicts(source, seen, findings);
  for (auto found : {mark_inside(source, seen), old_line_ends(source, seen), directive(source, seen),
                     wide_gap(source, limits), open_brackets(source, limits)}) {
    if (!found) continue;
    findings.add(std::move(*found));
    result.passed = false;
  }
  return result;
}

}  // namespace cpm::yaml
