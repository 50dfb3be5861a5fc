#include "tests/fuzz/dictionary.h"

#include <set>

#include "format/kinds.h"
#include "format/load.h"

namespace cpm::fuzz {
namespace {

struct Words {
  std::set<std::string> texts;
  std::set<const format::Record*> seen;
};

void add_record(Words& words, const format::Record& record);

void add_shape(Words& words, const format::Shape& shape) {
  for (const format::Choice& choice : shape.choices) words.texts.emplace(choice.word);
  if (shape.element != nullptr) add_shape(words, *shape.element);
  if (shape.key != nullptr) add_shape(words, *shape.key);
  if (shape.record != nullptr) add_record(words, *shape.record);
}

void add_record(Words& words, const format::Record& record) {
  if (!words.seen.insert(&record).second) return;
  for (const format::Field& field : record.fields) {
    words.texts.insert(std::string(field.name) + ": ");
    if (!field.example.empty()) words.texts.emplace(field.example);
    if (field.shape != nullptr) add_shape(words, *field.shape);
  }
}

void add_ids(Words& words) {
  const std::unique_ptr<format::Loaded> loaded = format::load_built_in();
  for (const model::Instrument& instrument : loaded->built_in.instruments)
    for (const model::Area& area : instrument.areas) {
      words.texts.insert(area.id.value);
      for (const model::Item& item : area.items) words.texts.insert(item.id.value);
    }
}

std::string quoted(const std::string& text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string line = "\"";
  for (const char character : text) {
    const auto byte = static_cast<unsigned char>(character);
    if (byte > 0x1F && byte < 0x7F && character != '"' && character != '\\')
      line += character;
    else
      line.append("\\x").append(1, kDigits[byte >> 4]).append(1, kDigits[byte & 0xF]);
  }
  return line + "\"\n";
}

}  // namespace

std::string dictionary() {
  Words words;
  for (const char* const character :
       {"- ",    "\n",    "\n  ",        "\n    ", "\n  - ", ": ",  "? ",   "\"",           "'",        "[",
        "]",     "{",     "}",           ", ",     "# ",     "|\n", ">-\n", "&a ",          "*a",       "!!str ",
        "---\n", "...\n", "%YAML 1.2\n", "~",      "null",   "\t",  "\r\n", "\xEF\xBB\xBF", "<<<<<<< ", "2026-03-31",
        "1.10",  "no",    "x-"})
    words.texts.emplace(character);
  for (const format::Kind& kind : format::kinds()) {
    words.texts.insert("format: " + format::format_text(kind) + "\n");
    words.texts.insert("\f" + std::string(kind.word) + ".yaml\nformat: " + format::format_text(kind) + "\n");
    add_record(words, *kind.record);
  }
  add_ids(words);
  std::string lines;
  for (const std::string& text : words.texts) lines += quoted(text);
  return lines;
}

}  // namespace cpm::fuzz
