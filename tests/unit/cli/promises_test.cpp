// Slips of all kinds in every example: what the last line of a check promises, `cpm fix` does; no message has an empty pair of
// backquotes; and no fix of a text loses a letter that a person wrote.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/ascii.h"
#include "tests/support/dice.h"
#include "tests/support/source_root.h"
#include "tests/unit/cli/in_process.h"

namespace cpm {
namespace {

using test::Dice;
using test::InProcess;

constexpr int kSlips = 3000;
constexpr std::size_t kMostBytes = 6000;  // of an example: longer ones are cut at a line, to be quick

std::vector<std::string> example_texts() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(test::source_root() + "/examples"))
    if (entry.path().extension() == ".yaml") paths.push_back(entry.path());
  std::ranges::sort(paths);
  std::vector<std::string> texts;
  for (const auto& path : paths) {
    std::ifstream in(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    if (text.size() > kMostBytes) text.resize(text.rfind('\n', kMostBytes) + 1);
    texts.push_back(std::move(text));
  }
  return texts;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::string joined_lines(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

/// One slip at a random line; the name says which.
using Slip = void (*)(std::vector<std::string>& lines, std::size_t at, Dice& dice);

void put(std::string& line, std::size_t at, std::string_view what) {
  line.insert(std::min(at, line.size()), what);
}

std::size_t value_of(const std::string& line) {
  const std::size_t colon = line.find(": ");
  return colon == std::string::npos ? line.size() : colon + 2;
}

constexpr std::array<std::string_view, 24> kMarks = {"- ",   "* ",   "*x* ",   "!now ", "&a ", "@",  "%",   "`",
                                                     "[x] ", "{x} ", "\"x\" ", "'x' ",  "> ",  "| ", "? ",  "#",
                                                     "[",    "{",    "\"",     "'",     ", ",  "• ", "a: ", "- - "};
constexpr std::array<std::string_view, 16> kLabels = {
    "Completed", "On hold",  "N/A",      "LA County", "Fully in place",        "June 2, 2027",
    "6/2/27",    "2027-6-2", "Director", "o1, o3",    "Workforce Development", "yes",
    "06113",     "two",      "TBD",      "[a, b]"};
constexpr std::array<std::string_view, 8> kKeys = {"deadline", "owner",       "notes", "task",
                                                   "goal",     "Target date", "titel", "xyz"};

constexpr std::array<Slip, 15> kKinds = {
    [](auto& lines, std::size_t at, Dice& dice) {  // a mark at the start of a value
      put(lines[at], value_of(lines[at]), kMarks[static_cast<std::size_t>(dice.up_to(kMarks.size() - 1))]);
    },
    [](auto& lines, std::size_t at, Dice& dice) {  // a label in place of a value
      lines[at] = lines[at].substr(0, value_of(lines[at])) +
                  std::string(kLabels[static_cast<std::size_t>(dice.up_to(kLabels.size() - 1))]);
    },
    [](auto& lines, std::size_t at, Dice& dice) {  // another key
      const std::size_t begin = lines[at].find_first_not_of(" -");
      const std::size_t colon = lines[at].find(':');
      if (begin == std::string::npos || colon == std::string::npos || colon < begin) return;
      lines[at].replace(begin, colon - begin, kKeys[static_cast<std::size_t>(dice.up_to(kKeys.size() - 1))]);
    },
    [](auto& lines, std::size_t at, Dice&) {  // a dash forgotten
      if (const std::size_t dash = lines[at].find("- "); dash != std::string::npos) lines[at][dash] = ' ';
    },
    [](auto& lines, std::size_t at, Dice&) {  // a line that goes on in column 1
      lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at) + 1, "Answers take longer: two weeks.");
    },
    [](auto& lines, std::size_t at, Dice& dice) {  // bullets below
      const std::size_t indent = lines[at].find_first_not_of(' ');
      const std::string bullet = std::string(indent == std::string::npos ? 0 : indent, ' ') + "• six of them";
      for (int i = dice.up_to(2); i >= 0; --i)
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at) + 1, bullet);
    },
    [](auto& lines, std::size_t at, Dice& dice) {  // a byte deleted
      if (!lines[at].empty())
        lines[at].erase(static_cast<std::size_t>(dice.up_to(static_cast<int>(lines[at].size()) - 1)), 1);
    },
    [](auto& lines, std::size_t at, Dice& dice) {  // indentation one off, or two
      dice.one_in(2) ? put(lines[at], 0, dice.one_in(2) ? " " : "  ")
                     : void(lines[at].erase(0, std::min(lines[at].find_first_not_of(' '), std::size_t{1})));
    },
    [](auto& lines, std::size_t at, Dice&) { put(lines[at], 0, "\t"); },
    [](auto& lines, std::size_t at, Dice&) {  // a line twice
      lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), std::string(lines[at]));
    },
    [](auto& lines, std::size_t at, Dice&) { lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at)); },
    [](auto& lines, std::size_t at, Dice&) { std::swap(lines[at], lines[lines.size() - 1 - at]); },
    [](auto& lines, std::size_t at, Dice&) {  // a colon without its space, or none
      if (const std::size_t colon = lines[at].find(": "); colon != std::string::npos) lines[at].erase(colon + 1, 1);
    },
    [](auto& lines, std::size_t at, Dice&) { put(lines[at], value_of(lines[at]), "\xE2\x80\x9CSix\xE2\x80\x9D "); },
    [](auto& lines, std::size_t at, Dice&) { put(lines[at], lines[at].size(), ": and more"); },
};

int promised(const std::string& out) {
  const std::size_t end = out.find(" can be fixed by cpm fix");
  if (end == std::string::npos) return 0;
  std::size_t begin = end;
  while (begin > 0 && base::is_digit(out[begin - 1])) --begin;
  return std::stoi(out.substr(begin, end - begin));
}

std::string letters_of(const std::string& text) {
  std::string letters;
  std::ranges::copy_if(text, std::back_inserter(letters),
                       [](char c) { return base::is_letter(c) || base::is_digit(c); });
  return letters;
}

bool holds_in_order(const std::string& all, const std::string& part) {
  std::size_t at = 0;
  for (const char c : part) {
    at = all.find(c, at);
    if (at++ == std::string::npos) return false;
  }
  return true;
}

/// Fixes that change words on purpose say so.
bool replaces_words(const std::string& out) {
  return out.find("write `") != std::string::npos || out.find("rename to") != std::string::npos ||
         out.find("remove") != std::string::npos;
}

}  // namespace

TEST_CASE("what a check promises, cpm fix does, whatever slip is in the file") {
  const std::vector<std::string> examples = example_texts();
  REQUIRE(examples.size() > 20);
  Dice dice(20261126);
  int promises = 0;
  for (int i = 0; i < kSlips; ++i) {
    std::vector<std::string> lines = lines_of(examples[static_cast<std::size_t>(i) % examples.size()]);
    const std::size_t kind = static_cast<std::size_t>(i) / examples.size() % kKinds.size();
    kKinds[kind](lines, static_cast<std::size_t>(dice.up_to(static_cast<int>(lines.size()) - 1)), dice);
    const std::string text = joined_lines(lines);
    InProcess process;
    process.files.add("f.yaml", text);
    const auto checked = process.run({"check", "f.yaml"});
    CAPTURE(text);
    CAPTURE(checked.out);
    REQUIRE(checked.status < 3);
    if (text.find('`') == std::string::npos) REQUIRE(checked.out.find("``") == std::string::npos);
    if (promised(checked.out) == 0) continue;
    ++promises;
    const auto done = process.run({"fix", "f.yaml"});
    const std::string after = process.files.bytes("f.yaml");
    CAPTURE(after);
    CAPTURE(done.out);
    REQUIRE(after != text);
    REQUIRE(promised(done.out) == 0);
    if (!replaces_words(done.out)) REQUIRE(holds_in_order(letters_of(after), letters_of(text)));
  }
  CHECK(promises > kSlips / 10);
}

}  // namespace cpm
