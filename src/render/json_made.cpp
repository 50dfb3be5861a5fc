// How a report was made, as JSON holds it.
#include <array>
#include <nlohmann/json.hpp>

#include "render/made.h"

namespace cpm::render {
namespace {

using nlohmann::json;
using report::Result;

// What stands around `made`, as cpm lays JSON out: the last key of all.
constexpr std::string_view kMadeBegin = ",\n  \"made\": {\n";
constexpr std::string_view kMadeEnd = "\n  }";
constexpr std::string_view kMadeRest = "\n}\n";

Result::List texts(const std::vector<std::string>& all) {
  return {all.begin(), all.end()};
}

/// The text under a key, or nothing.
std::optional<std::string> text_at(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? std::optional(found->get<std::string>()) : std::nullopt;
}

/// Two texts of each record in a list; false when it is no such list.
template <class Take>
bool take_pairs(const json& object, const char* key, std::array<const char*, 2> keys, Take take) {
  const auto list = object.find(key);
  if (list == object.end() || !list->is_array()) return false;
  for (const json& entry : *list) {
    if (!entry.is_object()) return false;
    std::optional<std::string> first = text_at(entry, keys[0]);
    std::optional<std::string> second = text_at(entry, keys[1]);
    if (!first || !second) return false;
    take(std::move(*first), std::move(*second));
  }
  return true;
}

bool take_operands(const json& object, std::vector<std::string>& operands) {
  const auto list = object.find("operands");
  if (list == object.end() || !list->is_array()) return false;
  for (const json& operand : *list)
    if (operand.is_string()) operands.push_back(operand.get<std::string>());
  return operands.size() == list->size();
}

bool take_texts(const json& object, MadeLines& lines) {
  std::array<std::pair<const char*, std::string*>, 5> rows = {{{"version", &lines.made.version},
                                                               {"command", &lines.made.command},
                                                               {"folder", &lines.made.folder},
                                                               {"page", &lines.page},
                                                               {"fingerprint", &lines.fingerprint}}};
  for (const auto& [key, text] : rows) {
    std::optional<std::string> found = text_at(object, key);
    if (!found || found->empty()) return false;
    *text = std::move(*found);
  }
  return true;
}

std::optional<MadeLines> read_made(std::string_view text) {
  const json object = json::parse(text, nullptr, false);
  MadeLines lines;
  report::Made& made = lines.made;
  if (!object.is_object() || !take_texts(object, lines) || !take_operands(object, made.operands)) return std::nullopt;
  const base::DateReading day = base::read_date(text_at(object, "as_of").value_or(""));
  if (!day.date) return std::nullopt;
  made.as_of = *day.date;
  const bool whole = take_pairs(object, "options", {"name", "value"},
                                [&](std::string name, std::string value) {
                                  made.options.emplace_back(std::move(name), std::move(value));
                                }) &&
                     take_pairs(object, "files", {"file", "print"}, [&](std::string file, std::string print) {
                       made.from.push_back({.file = std::move(file), .print = std::move(print)});
                     });
  return whole ? std::optional(std::move(lines)) : std::nullopt;
}

}  // namespace

Result made_in_json(const MadeLines& lines) {
  const report::Made& made = lines.made;
  Result::List options;
  for (const auto& [name, value] : made.options) options.push_back(Result::Fields{{"name", name}, {"value", value}});
  Result::List files;
  for (const report::MadeFrom& from : made.from)
    files.push_back(Result::Fields{{"file", from.file}, {"print", from.print}});
  return Result::Fields{{"version", made.version},
                        {"command", made.command},
                        {"operands", texts(made.operands)},
                        {"options", std::move(options)},
                        {"as_of", base::to_text(made.as_of)},
                        {"folder", made.folder},
                        {"files", std::move(files)},
                        {"page", lines.page},
                        {"fingerprint", lines.fingerprint}};
}

std::optional<FoundMade> find_made_in_json(std::string_view page) {
  const std::size_t begin = page.rfind(kMadeBegin);
  if (begin == std::string_view::npos || !page.ends_with(kMadeRest)) return std::nullopt;
  const std::size_t end = page.size() - kMadeRest.size();
  const std::size_t brace = begin + kMadeBegin.size() - 2;
  if (end < brace || !page.substr(brace, end - brace).ends_with(kMadeEnd)) return std::nullopt;
  std::optional<MadeLines> lines = read_made(page.substr(brace, end - brace));
  if (!lines) return std::nullopt;
  return FoundMade{.lines = std::move(*lines), .format = "json", .begin = begin, .end = end};
}

}  // namespace cpm::render
