#include "render/made.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/sha256.h"
#include "base/text.h"
#include "render/escape.h"

namespace cpm::render {
namespace {

/// What stands around the lines in a format.
struct Wrapping {
  std::string_view format;
  std::string_view begin;
  std::string_view end;
};

constexpr Wrapping kComment{
    .format = "markdown", .begin = "<!-- How cpm made this page; `cpm verify` reads it:\n", .end = "-->\n"};
constexpr Wrapping kFolded{.format = "html",
                           .begin = "<details>\n<summary>How cpm made this page</summary>\n<pre>\n",
                           .end = "</pre>\n</details>\n"};
constexpr Wrapping kBelow{
    .format = "text", .begin = "-- How cpm made this page; `cpm verify` reads it:\n", .end = "--\n"};
constexpr std::string_view kPlainInLines = "/:@,+=";
constexpr std::size_t kDigits = 32;
constexpr std::size_t kShortDigits = 12;

std::string short_print(std::string_view print) {
  const std::size_t dash = print.find('-');
  return std::string(print.substr(dash == std::string_view::npos ? 0 : dash + 1).substr(0, kShortDigits));
}

/// A word that can neither end what stands around the lines nor its own. Two dashes in a row would be more than some readers take.
std::string made_word(std::string_view word) {
  std::string text = percent_encoded(word, kPlainInLines);
  for (std::size_t at = text.find("--"); at != std::string::npos; at = text.find("--", at))
    text.replace(at + 1, 1, "%2D");
  return text;
}

int digit_of(char character) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  const std::size_t at = kHex.find(character);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

std::optional<std::string> read_word(std::string_view text) {
  std::string word;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '%') {
      word += text[at];
      continue;
    }
    const int high = at + 2 < text.size() ? digit_of(text[at + 1]) : -1;
    const int low = at + 2 < text.size() ? digit_of(text[at + 2]) : -1;
    if (high < 0 || low < 0) return std::nullopt;
    word += static_cast<char>(high * 16 + low);
    at += 2;
  }
  return word;
}

std::string made_line(std::string_view name, std::string_view first, std::string_view second = {}) {
  return fmt::format("{} {}{}{}\n", name, made_word(first), second.empty() ? "" : " ", made_word(second));
}

/// `whole`: with the whole fingerprints, which the fingerprint of all rests upon.
std::string lines_text(const MadeLines& lines, bool whole) {
  const report::Made& made = lines.made;
  std::string text = made_line("version", made.version) + made_line("command", made.command);
  for (const std::string& operand : made.operands) text += made_line("operand", operand);
  for (const auto& [name, value] : made.options) text += made_line("option", name, value);
  text += made_line("as-of", base::to_text(made.as_of));
  for (const report::MadeFrom& from : made.from)
    text += made_line("file", from.file, whole ? from.print : short_print(from.print));
  if (!lines.pictures.empty()) text += made_line("pictures", lines.pictures);
  return text + made_line("page", lines.page);
}

// Reading

struct Words {
  std::string first;
  std::string second;
};

/// What each kind of line says.
struct LineRow {
  std::string_view name;
  bool (*take)(MadeLines& lines, Words words);
};

constexpr std::array kLines = {
    LineRow{"version",
            [](MadeLines& lines, Words words) {
              lines.made.version = std::move(words.first);
              return true;
            }},
    LineRow{"command",
            [](MadeLines& lines, Words words) {
              lines.made.command = std::move(words.first);
              return true;
            }},
    LineRow{"operand",
            [](MadeLines& lines, Words words) {
              lines.made.operands.push_back(std::move(words.first));
              return true;
            }},
    LineRow{"option",
            [](MadeLines& lines, Words words) {
              lines.made.options.emplace_back(std::move(words.first), std::move(words.second));
              return true;
            }},
    LineRow{"as-of",
            [](MadeLines& lines, Words words) {
              const base::DateReading reading = base::read_date(words.first);
              if (reading.date) lines.made.as_of = *reading.date;
              return reading.date.has_value();
            }},
    LineRow{"file",
            [](MadeLines& lines, Words words) {
              lines.made.from.push_back({.file = std::move(words.first), .print = std::move(words.second)});
              return true;
            }},
    LineRow{"pictures",
            [](MadeLines& lines, Words words) {
              lines.pictures = std::move(words.first);
              return true;
            }},
    LineRow{"page",
            [](MadeLines& lines, Words words) {
              lines.page = std::move(words.first);
              return true;
            }},
};

bool take_line(std::string_view text, MadeLines& lines) {
  const std::vector<std::string_view> parts = base::split(text, ' ');
  if (parts.size() < 2 || parts.size() > 3) return false;
  const auto row = std::ranges::find(kLines, parts[0], &LineRow::name);
  const std::optional<std::string> first = read_word(parts[1]);
  const std::optional<std::string> second = parts.size() > 2 ? read_word(parts[2]) : std::string();
  return row != kLines.end() && first && second && row->take(lines, {.first = *first, .second = *second});
}

std::optional<MadeLines> read_lines(std::string_view text) {
  MadeLines lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos || !take_line(text.substr(0, end), lines)) return std::nullopt;
    text.remove_prefix(end + 1);
  }
  const bool whole = !lines.made.version.empty() && !lines.made.command.empty() && !lines.page.empty();
  return whole ? std::optional(std::move(lines)) : std::nullopt;
}

/// The line for readers.
std::string sentence_of(const MadeLines& lines) {
  return fmt::format(
      "Made by cpm {} from {}, as of {}. To make this page again and compare, run cpm verify. Fingerprint {}",
      lines.made.version, base::counted(lines.made.from.size(), "file"), base::written_out(lines.made.as_of),
      lines.fingerprint);
}

/// "…cpm1-0123…", the last words of the line for readers.
std::string fingerprint_in(std::string_view sentence) {
  const std::size_t at = sentence.rfind("cpm1-");
  if (at == std::string_view::npos) return {};
  const std::string_view rest = sentence.substr(at);
  return std::string(rest.substr(0, std::min(rest.find_first_not_of("cpm-0123456789abdef"), rest.size())));
}

}  // namespace

std::string page_print(std::string_view page) {
  return base::sha256_hex(page).substr(0, kDigits);
}

MadeLines made_lines(const report::Made& made, std::string_view page, const std::string& pictures) {
  MadeLines lines{.made = made, .pictures = pictures, .page = page_print(page)};
  lines.fingerprint = "cpm1-" + page_print(lines_text(lines, true));
  return lines;
}

std::string made_in_markdown(const MadeLines& lines) {
  return fmt::format("{}{}{}\n*{}*\n", kComment.begin, lines_text(lines, false), kComment.end,
                     markdown_escaped(sentence_of(lines)));
}

std::string made_in_html(const MadeLines& lines) {
  return fmt::format("{}{}{}<p>{}</p>\n", kFolded.begin, lines_text(lines, false), kFolded.end,
                     markup_escaped(sentence_of(lines)));
}

std::string made_in_text(const MadeLines& lines) {
  return fmt::format("{}{}{}{}\n", kBelow.begin, lines_text(lines, false), kBelow.end,
                     base::visible(sentence_of(lines)));
}

namespace {

std::optional<FoundMade> find_made(std::string_view page, const Wrapping& wrapping) {
  const std::size_t begin = page.rfind(wrapping.begin);
  const std::size_t end = begin == std::string_view::npos ? begin : page.find(wrapping.end, begin);
  if (end == std::string_view::npos) return std::nullopt;
  const std::size_t first = begin + wrapping.begin.size();
  std::optional<MadeLines> lines = read_lines(page.substr(first, end - first));
  if (!lines) return std::nullopt;
  std::size_t sentence = end + wrapping.end.size();
  while (sentence < page.size() && page[sentence] == '\n') ++sentence;
  const std::size_t last = std::min(page.find('\n', sentence), page.size() - 1) + 1;
  lines->fingerprint = fingerprint_in(page.substr(sentence, last - sentence));
  return FoundMade{.lines = std::move(*lines), .format = wrapping.format, .begin = begin, .end = last};
}

}  // namespace

std::optional<FoundMade> find_made(std::string_view page) {
  for (const Wrapping& wrapping : {kComment, kFolded, kBelow})
    if (std::optional<FoundMade> found = find_made(page, wrapping)) return found;
  return find_made_in_json(page);
}

std::string without_made(std::string_view page) {
  const std::optional<FoundMade> found = find_made(page);
  if (!found) return std::string(page);
  std::string rest(page.substr(0, found->begin));
  if (rest.ends_with("\n\n")) rest.pop_back();  // of Markdown and text, where a blank line stands before them
  return rest.append(page.substr(found->end));
}

}  // namespace cpm::render
