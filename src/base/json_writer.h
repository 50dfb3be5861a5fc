#pragma once
// Compact JSON, written part by part: for programs that ask again and again. Always valid UTF-8.
#include <cstdint>
#include <string>
#include <string_view>

#include "base/decimal.h"

namespace cpm::base {

/// The caller closes what it opens, and gives each value of an object its key.
class JsonWriter {
 public:
  JsonWriter& object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& list() { return open('['); }
  JsonWriter& end_list() { return close(']'); }
  JsonWriter& key(std::string_view name);
  /// What nobody sees is written by its number; a byte that is not UTF-8 as "\x80", so that every reader can take the rest.
  JsonWriter& text(std::string_view value);
  JsonWriter& number(std::int64_t value) { return raw(std::to_string(value)); }
  JsonWriter& number(Decimal value) { return raw(to_text(value)); }
  JsonWriter& flag(bool value) { return raw(value ? "true" : "false"); }
  JsonWriter& null() { return raw("null"); }

  // A key with its value.
  JsonWriter& text(std::string_view name, std::string_view value) { return key(name).text(value); }
  /// Nothing when the text is empty.
  JsonWriter& text_if(std::string_view name, std::string_view value) {
    return value.empty() ? *this : text(name, value);
  }
  JsonWriter& number(std::string_view name, std::int64_t value) { return key(name).number(value); }

  const std::string& bytes() const { return bytes_; }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  JsonWriter& raw(std::string_view value);
  void part();
  void append_text(std::string_view value);

  std::string bytes_;
  bool first_ = true;  ///< nothing stands before the next part in its object or list
};

}  // namespace cpm::base
