#pragma once
// A value as the text of a file: what its field's type needs, in the manner of that file. Lines end in `\n`.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "edit/manner.h"
#include "edit/value.h"
#include "format/shape.h"

namespace cpm::edit {

class Writing {
 public:
  explicit Writing(const Manner& manner) : manner_(manner) {}

  /// In quotes where YAML or another reader would take it for something else.
  std::string key(std::string_view name, bool flow) const;
  /// A text, a number, a date on one line.
  std::string scalar(std::string_view text, const format::Shape& shape, bool flow) const;
  /// In the style of the text whose place it takes; nothing when it cannot be written so.
  std::optional<std::string> scalar_like(std::string_view text, const format::Shape& shape, yaml::Style style) const;
  /// On one line, between brackets.
  std::string flow(const Value& value, const format::Shape& shape) const;
  /// What follows a key's colon, or a dash: a space and a text, or lines of their own. `column`: of the key or dash.
  std::string behind_key(const Value& value, const format::Shape& shape, std::size_t column, bool flow) const;
  std::string behind_dash(const Value& value, const format::Shape& shape, std::size_t column, bool flow) const;
  /// The keys of a map, or the entries of a list, from where the first one stands.
  std::string map_lines(const Value& map, const format::Shape& shape, std::size_t column) const;
  std::string list_lines(const Value& list, const format::Shape& shape, std::size_t column) const;

 private:
  std::string quoted(std::string_view text) const;

  Manner manner_;
};

/// Behind `|`, in lines at this column; nothing when the text cannot be written so. Without the last line end.
std::optional<std::string> literal_text(std::string_view text, std::size_t column);
/// Behind `>`, filled up to this width.
std::optional<std::string> folded_text(std::string_view text, std::size_t column, std::size_t width);

/// The shape of a map's value under this key; that of a text for a key that no table knows.
const format::Shape& shape_under(const format::Shape& shape, std::string_view key);
const format::Shape& shape_of_entries(const format::Shape& shape);

/// The same with the keys of records in the order of their tables.
Value in_table_order(const Value& value, const format::Shape& shape);

/// Values that fit on one line: ids and numbers, and lists and maps of those.
bool is_short(const format::Shape& shape);

}  // namespace cpm::edit
