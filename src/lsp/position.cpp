#include "lsp/position.h"

#include <algorithm>

namespace cpm::lsp {
namespace {

constexpr unsigned char kContinuationMask = 0xC0;
constexpr unsigned char kContinuation = 0x80;
constexpr unsigned char kFirstOfFour = 0xF0;

bool continues(char byte) {
  return (static_cast<unsigned char>(byte) & kContinuationMask) == kContinuation;
}

/// Halves of UTF-16 that the character beginning here takes.
std::int64_t halves_of(char first) {
  return static_cast<unsigned char>(first) >= kFirstOfFour ? 2 : 1;
}

std::size_t next_character(std::string_view line, std::size_t at) {
  ++at;
  while (at < line.size() && continues(line[at])) ++at;
  return at;
}

std::vector<std::size_t> starts_of_lines(std::string_view bytes) {
  std::vector<std::size_t> starts = {0};
  for (std::size_t at = bytes.find_first_of("\r\n"); at != std::string_view::npos;
       at = bytes.find_first_of("\r\n", at)) {
    at += bytes.substr(at, 2) == "\r\n" ? 2U : 1U;
    starts.push_back(at);
  }
  return starts;
}

}  // namespace

Places::Places(std::string_view bytes, Units units) : bytes_(bytes), units_(units), starts_(starts_of_lines(bytes)) {}

std::size_t Places::end_of_line(std::size_t line) const {
  if (line + 1 >= starts_.size()) return bytes_.size();
  std::size_t end = starts_[line + 1] - 1;
  if (end > starts_[line] && bytes_[end] == '\n' && bytes_[end - 1] == '\r') --end;
  return end;
}

std::size_t Places::line_of(std::size_t byte) const {
  return static_cast<std::size_t>(std::ranges::upper_bound(starts_, byte) - starts_.begin()) - 1;
}

std::size_t Places::byte_of(const Position& position) const {
  if (position.line < 0) return 0;
  if (static_cast<std::size_t>(position.line) >= starts_.size()) return bytes_.size();
  const auto line = static_cast<std::size_t>(position.line);
  const std::string_view text = bytes_.substr(starts_[line], end_of_line(line) - starts_[line]);
  const std::int64_t wanted = std::max<std::int64_t>(position.character, 0);
  std::size_t at = 0;
  for (std::int64_t passed = 0; at < text.size() && passed < wanted;) {
    const std::size_t next = next_character(text, at);
    passed += units_ == Units::utf8 ? static_cast<std::int64_t>(next - at) : halves_of(text[at]);
    if (passed > wanted) break;  // inside a character: before it
    at = next;
  }
  return starts_[line] + at;
}

Position Places::position_of(std::size_t byte) const {
  byte = std::min(byte, bytes_.size());
  const std::size_t line = line_of(byte);
  const std::string_view text = bytes_.substr(starts_[line], std::min(byte, end_of_line(line)) - starts_[line]);
  Position position{.line = static_cast<std::int64_t>(line), .character = static_cast<std::int64_t>(text.size())};
  if (units_ == Units::utf8) return position;
  position.character = 0;
  for (std::size_t at = 0; at < text.size(); at = next_character(text, at)) position.character += halves_of(text[at]);
  return position;
}

Json Places::range(std::size_t begin, std::size_t end) const {
  return {{"start", json_of(position_of(begin))}, {"end", json_of(position_of(std::max(begin, end)))}};
}

Json json_of(const Position& position) {
  return {{"line", position.line}, {"character", position.character}};
}

Position need_position(const Json& object, std::string_view path) {
  const Json& at = need(object, path);
  return {.line = need_number(at, "line"), .character = need_number(at, "character")};
}

}  // namespace cpm::lsp
