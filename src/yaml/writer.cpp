#include "yaml/writer.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/assert.h"
#include "base/text.h"
#include "base/utf8.h"
#include "yaml/quoting.h"
#include "yaml/source.h"

namespace cpm::yaml {
namespace {

constexpr std::string_view kBlankLine = " ";  // among comments, which begin with `#`

// Words that some YAML reader takes for a yes/no, a null or a special number, in any case.
bool special_word(std::string_view text) {
  static constexpr std::array<std::string_view, 13> kWords = {"true", "false", "yes", "no",  "on",   "off", "y",
                                                              "n",    "null",  "nan", "inf", ".nan", ".inf"};
  const auto same = [&](std::string_view word) {
    return std::equal(word.begin(), word.end(), text.begin(), text.end(),
                      [](char a, char b) { return a == (base::is_letter(b) ? static_cast<char>(b | 0x20) : b); });
  };
  return std::any_of(kWords.begin(), kWords.end(), same);
}

// Characters that mean nothing to YAML inside a text and can be seen.
bool harmless(std::string_view text, std::size_t at) {
  const char character = text[at];
  if (base::is_letter(character) || base::is_digit(character)) return true;
  if (static_cast<unsigned char>(character) < 0x80)
    return std::string_view{" .,;:()/+-_'!?%&@*=~"}.find(character) != std::string_view::npos;
  const base::CodePoint whole = base::code_point_at(text, at);
  return whole.valid && whole.code > 0xA0 && whole.code < 0xE000 && invisible_name(whole.code).empty();
}

// A text that starts with a letter and holds only harmless characters stays without quotes.
bool plain_is_safe(std::string_view text) {
  if (text.empty() || !base::is_letter(text[0]) || text.back() == ' ' || text.back() == ':' || special_word(text))
    return false;
  for (std::size_t at = 0; at < text.size(); at += base::code_point_at(text, at).bytes) {
    if (!harmless(text, at)) return false;
  }
  return text.find(": ") == std::string_view::npos;
}

}  // namespace

struct Writer::State {
  /// A map or list that was begun: the column of its keys or dashes.
  struct Level {
    bool list = false;
    std::size_t column = 0;
    bool empty = true;
  };

  std::string out;
  std::vector<Level> levels;
  std::string comments;     ///< lines waiting for what they stand before; empty: a blank line
  std::string dashes;       ///< what the next line begins with: one for each list entry begun on it
  bool behind_key = false;  ///< the line has its key, and no value yet

  void put_comments(std::size_t column) {
    for (const std::string_view line : base::split(comments, '\n'))
      if (!line.empty())
        out.append(line == kBlankLine ? 0 : column, ' ').append(line == kBlankLine ? "" : line) += '\n';
    comments.clear();
  }

  /// Begins a line of the innermost map or list, with the comments above it.
  void begin_line() {
    std::size_t column = 0;
    if (!levels.empty()) {
      column = levels.back().column - dashes.size();
      if (levels.back().list) dashes += "- ";
      levels.back().empty = false;
    }
    put_comments(column);
    out.append(column, ' ').append(dashes);
    dashes.clear();
  }

  void begin(bool list) {
    std::size_t column = 0;
    if (behind_key) {
      out += '\n';
      column = levels.back().column + 2;
      behind_key = false;
    } else if (!levels.empty()) {
      CPM_ASSERT(levels.back().list);
      levels.back().empty = false;
      dashes += "- ";
      column = levels.back().column + 2;
    }
    levels.push_back({.list = list, .column = column});
  }

  void end(bool list) {
    CPM_ASSERT(!levels.empty() && levels.back().list == list && !levels.back().empty);
    levels.pop_back();
  }

  void put(std::string_view value) {
    if (!behind_key)
      begin_line();
    else if (!value.empty())
      out += ' ';
    out.append(value) += '\n';
    behind_key = false;
  }
};

Writer::Writer() : state_(std::make_unique<State>()) {}

Writer::~Writer() = default;

Writer& Writer::begin_map() {
  state_->begin(false);
  return *this;
}

Writer& Writer::end_map() {
  state_->end(false);
  return *this;
}

Writer& Writer::begin_list() {
  state_->begin(true);
  return *this;
}

Writer& Writer::end_list() {
  state_->end(true);
  return *this;
}

Writer& Writer::key(std::string_view name) {
  CPM_ASSERT(!state_->behind_key && !state_->levels.empty() && !state_->levels.back().list);
  state_->begin_line();
  state_->out.append(plain_is_safe(name) ? std::string{name} : double_quoted(name)) += ':';
  state_->behind_key = true;
  return *this;
}

Writer& Writer::text(std::string_view value) {
  return plain_is_safe(value) ? plain(value) : quoted(value);
}

Writer& Writer::quoted(std::string_view value) {
  state_->put(double_quoted(value));
  return *this;
}

Writer& Writer::plain(std::string_view value) {
  state_->put(value);
  return *this;
}

Writer& Writer::empty_list() {
  state_->put("[]");
  return *this;
}

Writer& Writer::comment(std::string_view text) {
  for (std::string_view line : base::split(text, '\n')) {
    while (line.ends_with(' ')) line.remove_suffix(1);
    state_->comments.append(line.empty() ? "#" : "# ").append(line) += '\n';
  }
  return *this;
}

Writer& Writer::blank_line() {
  state_->comments.append(kBlankLine) += '\n';
  return *this;
}

std::string Writer::finish() {
  CPM_ASSERT(state_->levels.empty() && !state_->behind_key);
  state_->put_comments(0);
  return std::move(state_->out);
}

}  // namespace cpm::yaml
