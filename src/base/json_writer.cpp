#include "base/json_writer.h"

#include "base/text.h"
#include "base/utf8.h"

namespace cpm::base {
namespace {

/// "\u00ad"; beyond U+FFFF as two halves.
void append_number(std::string& bytes, char32_t code) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  constexpr char32_t kBeyond = 0x10000;
  constexpr char32_t kHighHalf = 0xD800;
  constexpr char32_t kLowHalf = 0xDC00;
  constexpr unsigned kHalf = 10;
  if (code >= kBeyond) {
    append_number(bytes, kHighHalf + ((code - kBeyond) >> kHalf));
    append_number(bytes, kLowHalf + ((code - kBeyond) & 0x3FFU));
    return;
  }
  bytes += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) bytes += kDigits[(code >> static_cast<unsigned>(shift)) & 0xFU];
}

bool is_ordinary(char c) {
  return c >= ' ' && c < '\x7f' && c != '"' && c != '\\';
}

}  // namespace

void JsonWriter::part() {
  if (!first_) bytes_ += ',';
  first_ = false;
}

JsonWriter& JsonWriter::open(char bracket) {
  part();
  bytes_ += bracket;
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  bytes_ += bracket;
  first_ = false;
  return *this;
}

JsonWriter& JsonWriter::raw(std::string_view value) {
  part();
  bytes_ += value;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  part();
  append_text(name);
  bytes_ += ':';
  first_ = true;  // its value follows the colon
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view value) {
  part();
  append_text(value);
  return *this;
}

void JsonWriter::append_text(std::string_view value) {
  bytes_ += '"';
  for (std::size_t at = 0; at < value.size();) {
    std::size_t end = at;
    while (end < value.size() && is_ordinary(value[end])) ++end;
    bytes_.append(value, at, end - at);
    at = end;
    if (at == value.size()) break;
    const CodePoint character = code_point_at(value, at);
    if (value[at] == '\n')
      bytes_ += "\\n";
    else if (value[at] == '"' || value[at] == '\\')
      bytes_.append("\\").append(1, value[at]);
    else if (!character.valid)
      bytes_.append("\\").append(visible(value.substr(at, 1)));  // "\x80", its backslash escaped
    else if (is_hidden(character.code) || character.code < ' ')
      append_number(bytes_, character.code);
    else
      bytes_.append(value, at, character.bytes);
    at += character.bytes;
  }
  bytes_ += '"';
}

}  // namespace cpm::base
