#include "yaml/writer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include <yaml-cpp/emitter.h>
#include <yaml-cpp/emittermanip.h>

#include "base/assert.h"
#include "base/text.h"
#include "base/utf8.h"
#include "yaml/source.h"

namespace cpm::yaml {
namespace {

// The emitter puts comments in the first column, drops or doubles blank lines, and quotes as it sees fit. So a blank
// line is given to it as a comment of this sign, and a text that must stay as it is as this sign and a number;
// `laid_out` puts them right.
constexpr std::string_view kPlace = "\xEE\x80\x80";  // U+E000, for private use: never plain in a text of ours

bool is_letter(char sign) {
  return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
}
bool is_digit(char sign) {
  return sign >= '0' && sign <= '9';
}

// Words that some YAML reader takes for a yes/no, a null or a special number, in any case.
bool special_word(std::string_view text) {
  static constexpr std::array<std::string_view, 13> kWords = {"true", "false", "yes", "no",  "on",   "off", "y",
                                                              "n",    "null",  "nan", "inf", ".nan", ".inf"};
  const auto same = [&](std::string_view word) {
    return std::equal(word.begin(), word.end(), text.begin(), text.end(),
                      [](char a, char b) { return a == (is_letter(b) ? static_cast<char>(b | 0x20) : b); });
  };
  return std::any_of(kWords.begin(), kWords.end(), same);
}

// Signs that mean nothing to YAML inside a text and can be seen.
bool harmless(std::string_view text, std::size_t at) {
  const char sign = text[at];
  if (is_letter(sign) || is_digit(sign)) return true;
  if (static_cast<unsigned char>(sign) < 0x80)
    return std::string_view{" .,;:()/+-_'!?%&@*=~"}.find(sign) != std::string_view::npos;
  const base::Sign whole = base::sign_at(text, at);
  return whole.valid && whole.code > 0xA0 && whole.code < 0xE000 && invisible_name(whole.code).empty();
}

// A text that starts with a letter and holds only harmless signs stays without quotes.
bool plain_is_safe(std::string_view text) {
  if (text.empty() || !is_letter(text[0]) || text.back() == ' ' || text.back() == ':' || special_word(text))
    return false;
  for (std::size_t at = 0; at < text.size(); at += base::sign_at(text, at).bytes) {
    if (!harmless(text, at)) return false;
  }
  return text.find(": ") == std::string_view::npos;
}

std::string_view without_trailing_blanks(std::string_view line) {
  while (!line.empty() && line.back() == ' ') line.remove_suffix(1);
  return line;
}

// `key: <place>7` becomes `key: ` and the text of number 7.
std::string filled_in(std::string_view line, const std::vector<std::string>& plain) {
  const std::size_t place = line.rfind(kPlace);
  if (place == std::string_view::npos || line.back() == '"') return std::string{line};
  std::size_t number = 0;
  const char* const begin = line.data() + place + kPlace.size();
  const char* const end = line.data() + line.size();
  if (std::from_chars(begin, end, number).ptr != end || begin == end || number >= plain.size())
    return std::string{line};
  return std::string{without_trailing_blanks(std::string{line.substr(0, place)} + plain[number])};
}

std::size_t indent_of(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

// The emitter's lines with blank lines where they were asked for and comments in the column of what they stand before.
std::string laid_out(std::string_view emitted, const std::vector<std::string>& plain) {
  const std::vector<std::string_view> lines = base::split(emitted, '\n');
  const std::string blank_line = "# " + std::string{kPlace};
  std::vector<std::string> result;
  std::size_t indent = 0;
  for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
    if (*line == blank_line) {
      result.emplace_back();
    } else if (line->starts_with("#")) {
      result.push_back(std::string(indent, ' ') + std::string{without_trailing_blanks(*line)});
    } else if (!line->empty()) {
      indent = indent_of(*line);
      result.push_back(filled_in(*line, plain));
    }
  }
  std::string text;
  for (auto line = result.rbegin(); line != result.rend(); ++line) text += *line + '\n';
  // The emitter leaves this one control character as it is; it stands in double quotes, where it can be escaped.
  for (std::size_t at = text.find('\x7F'); at != std::string::npos; at = text.find('\x7F', at))
    text.replace(at, 1, "\\x7F");
  return text;
}

}  // namespace

struct Writer::State {
  YAML::Emitter out;
  std::size_t open = 0;
  bool fresh = true;     ///< nothing written yet
  std::string comments;  ///< waiting for what they stand before
  std::vector<std::string> plain;

  // Comments first, then the thing itself.
  YAML::Emitter& next() {
    if (!comments.empty()) {
      if (!fresh) out << YAML::Newline;
      comments.pop_back();
      out << YAML::Comment(comments);
      comments.clear();
    }
    fresh = false;
    return out;
  }
};

Writer::Writer() : state_(std::make_unique<State>()) {
  state_->out.SetIndent(2);
  state_->out.SetMapFormat(YAML::Block);
  state_->out.SetSeqFormat(YAML::Block);
}

Writer::~Writer() = default;

Writer& Writer::begin_map() {
  state_->next() << YAML::BeginMap;
  ++state_->open;
  return *this;
}

Writer& Writer::end_map() {
  CPM_ASSERT(state_->open-- > 0);
  state_->out << YAML::EndMap;
  return *this;
}

Writer& Writer::begin_list() {
  state_->next() << YAML::BeginSeq;
  ++state_->open;
  return *this;
}

Writer& Writer::end_list() {
  CPM_ASSERT(state_->open-- > 0);
  state_->out << YAML::EndSeq;
  return *this;
}

Writer& Writer::key(std::string_view name) {
  YAML::Emitter& out = state_->next() << YAML::Key;
  if (!plain_is_safe(name)) out << YAML::DoubleQuoted;
  out << std::string{name} << YAML::Value;
  return *this;
}

Writer& Writer::text(std::string_view value) {
  if (!plain_is_safe(value)) return quoted(value);
  state_->next() << std::string{value};
  return *this;
}

Writer& Writer::quoted(std::string_view value) {
  state_->next() << YAML::DoubleQuoted << std::string{value};
  return *this;
}

Writer& Writer::plain(std::string_view value) {
  state_->next() << std::string{kPlace} + std::to_string(state_->plain.size());
  state_->plain.emplace_back(value);
  return *this;
}

Writer& Writer::empty_list() {
  state_->next() << YAML::Flow << YAML::BeginSeq << YAML::EndSeq;
  return *this;
}

Writer& Writer::comment(std::string_view text) {
  state_->comments += std::string{text} + '\n';
  return *this;
}

Writer& Writer::blank_line() {
  state_->comments += std::string{kPlace} + '\n';
  return *this;
}

std::string Writer::finish() {
  CPM_ASSERT(state_->open == 0);
  state_->next();
  CPM_ASSERT(state_->out.good());
  return laid_out({state_->out.c_str(), state_->out.size()}, state_->plain);
}

}  // namespace cpm::yaml
