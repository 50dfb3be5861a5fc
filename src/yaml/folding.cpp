#include "yaml/folding.h"

#include <algorithm>
#include <cstring>

namespace cpm::yaml {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool is_blank_character(char character) {
  return character == ' ' || character == '\t' || character == '\r';
}

/// Room for a text that gets shorter, never longer.
class Room {
 public:
  Room(std::size_t size, std::pmr::memory_resource& memory) : begin_(static_cast<char*>(memory.allocate(size, 1))) {}

  void append(std::string_view text) {
    std::memcpy(begin_ + size_, text.data(), text.size());
    size_ += text.size();
  }
  void append(char character) { begin_[size_++] = character; }
  std::string_view text() const { return {begin_, size_}; }

 private:
  char* begin_;
  std::size_t size_ = 0;
};

// Of Unix or of Windows; `at` itself when no line ends there.
std::size_t behind_line_end(std::string_view bytes, std::size_t at) {
  const std::size_t feed = at < bytes.size() && bytes[at] == '\r' ? at + 1 : at;
  return feed < bytes.size() && bytes[feed] == '\n' ? feed + 1 : at;
}

/// How a block text begins: `|`, `>-` and the like, with at most a comment behind it on its line.
struct Header {
  std::size_t next = 0;  ///< where the first line of the text begins
  bool strip = false;    ///< no line end at the end of the text
};

std::optional<Header> header_of(std::string_view bytes, std::size_t begin) {
  std::size_t at = begin + 1;
  const bool strip = at < bytes.size() && bytes[at] == '-';
  if (strip) ++at;
  const std::size_t character = std::min(bytes.find_first_not_of(" \t", at), bytes.size());
  if (character > at && character < bytes.size() && bytes[character] == '#')
    at = std::min(bytes.find_first_of("\r\n", character), bytes.size());
  else
    at = character;
  const std::size_t next = behind_line_end(bytes, at);
  if (next == at) return std::nullopt;
  return Header{.next = next, .strip = strip};
}

// The bytes of a line without its indentation; nothing when it has another one, is empty or ends in a space.
std::optional<std::string_view> content(std::string_view line, std::size_t indent) {
  if (line.size() <= indent || line.find_first_not_of(' ') != indent) return std::nullopt;
  if (is_blank_character(line[indent]) || is_blank_character(line.back())) return std::nullopt;
  return line.substr(indent);
}

// Lines of nothing but spaces behind a text may belong to it, if they reach beyond its indentation.
bool blank_line_follows(std::string_view bytes, std::size_t at) {
  while (behind_line_end(bytes, at) != at) at = behind_line_end(bytes, at);
  const std::size_t character = bytes.find_first_not_of(" \t", at);
  return at < bytes.size() && character != at && (character == kNone || behind_line_end(bytes, character) != character);
}

std::size_t end_of_line(std::string_view text, std::size_t at) {
  return std::min(text.find('\n', at), text.size());
}

/// Lines of a block text, put together as they come.
class BlockText {
 public:
  BlockText(std::size_t size, bool folded, std::pmr::memory_resource& memory) : room_(size, memory), folded_(folded) {}

  // A line without its indentation. Two lines that begin with a word are one paragraph when the text is folded; a line that
  // begins with a space stands by itself.
  void add(std::string_view line) {
    if (line.empty()) {
      ++empty_;
      return;
    }
    const bool word = !is_blank_character(line[0]);
    const bool paragraph = folded_ && after_word_ && word;
    if (paragraph && empty_ == 0) room_.append(' ');
    for (std::size_t i = 0; i < empty_ + (any_ && !paragraph ? 1 : 0); ++i) room_.append('\n');
    room_.append(line);
    after_word_ = word;
    any_ = true;
    empty_ = 0;
  }

  std::string_view text(bool strip) {
    if (!strip) room_.append('\n');
    return room_.text();
  }

 private:
  Room room_;
  bool folded_;
  bool any_ = false;
  bool after_word_ = false;
  std::size_t empty_ = 0;  ///< lines since the last one that has something
};

// What a line of a block text has behind the indentation; nothing when it has less and is not empty.
std::optional<std::string_view> behind(std::size_t indent, std::string_view line) {
  const std::size_t first = line.find_first_not_of(' ');
  if (first != kNone && first < indent) return std::nullopt;
  return line.substr(std::min(indent, line.size()));
}

}  // namespace

std::optional<std::string_view> joined_lines(std::string_view raw, std::pmr::memory_resource& memory) {
  Room room(raw.size(), memory);
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t end = end_of_line(raw, at);
    const std::string_view line = raw.substr(at, end - at);
    const std::size_t indent = at == 0 ? 0 : line.find_first_not_of(' ');
    if (indent == kNone) return std::nullopt;
    const std::optional<std::string_view> words = content(line, indent);
    if (!words) return std::nullopt;
    if (at > 0) room.append(' ');
    room.append(*words);
    at = end + 1;
  }
  return room.text();
}

std::optional<std::string_view> block_lines(std::string_view bytes, const Bytes& place, bool folded,
                                            std::pmr::memory_resource& memory) {
  const std::optional<Header> header = header_of(bytes, place.begin);
  // Spaces behind the last character belong to the text.
  if (!header || header->next >= place.end || behind_line_end(bytes, place.end) == place.end) return std::nullopt;
  if (blank_line_follows(bytes, place.end)) return std::nullopt;
  const std::string_view text = bytes.substr(header->next, place.end - header->next);
  const std::size_t indent = text.find_first_not_of(' ');
  if (indent == 0 || indent == kNone) return std::nullopt;
  if (behind_line_end(text, indent) != indent) return std::nullopt;
  BlockText value(text.size() + 1, folded, memory);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_line(text, at);
    std::string_view bytes_of_line = text.substr(at, end - at);
    if (bytes_of_line.ends_with('\r')) bytes_of_line.remove_suffix(1);
    const std::optional<std::string_view> line = behind(indent, bytes_of_line);
    if (!line) return std::nullopt;
    value.add(*line);
    at = end + 1;
  }
  return value.text(header->strip);
}

}  // namespace cpm::yaml
