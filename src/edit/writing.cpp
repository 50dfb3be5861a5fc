#include "edit/writing.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "base/text.h"
#include "format/plain_text.h"
#include "format/shapes.h"
#include "yaml/quoting.h"

namespace cpm::edit {
namespace {

using format::Shape;
using format::ShapeKind;

bool holds_text(const Shape& shape) {
  return shape.kind == ShapeKind::text || shape.kind == ShapeKind::word || shape.kind == ShapeKind::county;
}

/// Can the lines of this text stand below a `|`? The first one tells the indentation.
bool can_be_block(std::string_view text) {
  const bool odd_ends = text.empty() || text.front() == '\n' || text.front() == ' ' || text == "\n" ||
                        text.ends_with("\n\n");
  return !odd_ends && std::ranges::all_of(base::split(text, '\n'), [](std::string_view line) {
    return yaml::can_be_single_quoted(line) && !line.ends_with(' ');
  });
}

std::string_view chomping(std::string_view text) {
  return text.ends_with('\n') ? "" : "-";
}

std::vector<std::string_view> lines_of(std::string_view text) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  return base::split(text, '\n');
}

void add_line(std::string& text, std::string_view line, std::size_t column) {
  text += '\n';
  if (!line.empty()) text.append(column, ' ').append(line);
}

/// One line of the value, filled.
void add_filled(std::string& text, std::string_view paragraph, std::size_t column, std::size_t width) {
  std::string line;
  for (const std::string_view word : base::split(paragraph, ' ')) {
    if (!line.empty() && column + line.size() + 1 + word.size() > width) {
      add_line(text, line, column);
      line.clear();
    }
    line.append(line.empty() ? "" : " ").append(word);
  }
  add_line(text, line, column);
}

}  // namespace

/// In the quotes that need no escapes, else in those that the file prefers.
std::string Writing::quoted(std::string_view text) const {
  const bool escapes = text.find_first_of("\"\\") != std::string_view::npos &&
                       text.find('\'') == std::string_view::npos;
  const bool single = (manner_.quote == '\'' || escapes) && yaml::can_be_single_quoted(text);
  return single ? yaml::single_quoted(text) : yaml::double_quoted(text);
}

std::string Writing::key(std::string_view name, bool flow) const {
  const bool plain = yaml::can_be_plain(name, flow) && format::read_elsewhere_as(name) != "yes/no";
  return plain ? std::string(name) : quoted(name);
}

std::string Writing::scalar(std::string_view text, const Shape& shape, bool flow) const {
  const bool plain = yaml::can_be_plain(text, flow) && (!holds_text(shape) || format::read_elsewhere_as(text).empty());
  return plain ? std::string(text) : quoted(text);
}

std::optional<std::string> Writing::scalar_like(std::string_view text, const Shape& shape, yaml::Style style) const {
  if (style == yaml::Style::double_quoted && holds_text(shape)) return yaml::double_quoted(text);
  if (style == yaml::Style::single_quoted && holds_text(shape) && yaml::can_be_single_quoted(text))
    return yaml::single_quoted(text);
  return std::nullopt;
}

std::string Writing::flow(const Value& value, const Shape& shape) const {
  std::string inside;
  const auto add = [&inside](const std::string& part) { inside.append(inside.empty() ? "" : ", ").append(part); };
  switch (value.kind) {
    case Value::Kind::nothing:
      return "null";
    case Value::Kind::text:
      return scalar(value.text, shape, true);
    case Value::Kind::list:
      for (const Value& part : value.parts) add(flow(part, shape_of_entries(shape)));
      return "[" + inside + "]";
    case Value::Kind::map:
      break;
  }
  for (std::size_t at = 0; at < value.parts.size(); ++at)
    add(key(value.keys[at], true) + ": " + flow(value.parts[at], shape_under(shape, value.keys[at])));
  return "{" + inside + "}";
}

std::string Writing::behind_key(const Value& value, const Shape& shape, std::size_t column, bool flow) const {
  if (value.kind == Value::Kind::nothing) return {};
  if (value.kind == Value::Kind::text) {
    const bool several = value.text.find('\n') != std::string::npos;
    const auto block = several ? literal_text(value.text, column + manner_.step) : std::nullopt;
    return " " + (block ? *block : scalar(value.text, shape, false));
  }
  if (flow || value.parts.empty() || is_short(shape)) return " " + this->flow(value, shape);
  const std::size_t inner = column + (value.kind == Value::Kind::map ? manner_.step : manner_.dash);
  return "\n" + std::string(inner, ' ') +
         (value.kind == Value::Kind::map ? map_lines(value, shape, inner) : list_lines(value, shape, inner));
}

std::string Writing::behind_dash(const Value& value, const Shape& shape, std::size_t column, bool flow) const {
  if (value.kind == Value::Kind::text || value.parts.empty() || flow || value.kind == Value::Kind::list)
    return value.kind == Value::Kind::text ? behind_key(value, shape, column, false) : " " + this->flow(value, shape);
  return std::string(manner_.behind_dash - 1, ' ') + map_lines(value, shape, column + manner_.behind_dash);
}

std::string Writing::map_lines(const Value& map, const Shape& shape, std::size_t column) const {
  std::string text;
  for (std::size_t at = 0; at < map.parts.size(); ++at) {
    if (!text.empty()) text.append("\n").append(column, ' ');
    text += key(map.keys[at], false) + ":" + behind_key(map.parts[at], shape_under(shape, map.keys[at]), column, false);
  }
  return text;
}

std::string Writing::list_lines(const Value& list, const Shape& shape, std::size_t column) const {
  std::string text;
  for (const Value& part : list.parts) {
    if (!text.empty()) text.append("\n").append(column, ' ');
    text += "-" + behind_dash(part, shape_of_entries(shape), column, false);
  }
  return text;
}

std::optional<std::string> literal_text(std::string_view text, std::size_t column) {
  if (!can_be_block(text)) return std::nullopt;
  std::string lines = "|" + std::string(chomping(text));
  for (const std::string_view line : lines_of(text)) add_line(lines, line, column);
  return lines;
}

std::optional<std::string> folded_text(std::string_view text, std::size_t column, std::size_t width) {
  const bool further_in = text.find("\n ") != std::string_view::npos;
  if (!can_be_block(text) || further_in || text.find("  ") != std::string_view::npos) return std::nullopt;
  std::string lines = ">" + std::string(chomping(text));
  bool first = true;
  for (const std::string_view line : lines_of(text)) {
    if (!first) lines += '\n';
    first = false;
    if (!line.empty()) add_filled(lines, line, column, width);
  }
  return lines;
}

const Shape& shape_under(const Shape& shape, std::string_view key) {
  if (shape.kind == ShapeKind::map) return *shape.element;
  const format::Field* const field = shape.kind == ShapeKind::record ? format::find_field(*shape.record, key) : nullptr;
  return field == nullptr ? format::kText : *field->shape;
}

Value in_table_order(const Value& value, const Shape& shape) {
  Value ordered = value;
  std::vector<std::size_t> order(value.keys.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto row = [&](std::size_t at) {
    const format::Field* const field = format::find_field(*shape.record, value.keys[at]);
    return field == nullptr ? shape.record->fields.size()
                            : static_cast<std::size_t>(field - shape.record->fields.data());
  };
  if (shape.kind == ShapeKind::record) std::ranges::stable_sort(order, {}, row);
  for (std::size_t i = 0; i < value.parts.size(); ++i) {
    const std::size_t from = value.kind == Value::Kind::map ? order[i] : i;
    if (value.kind == Value::Kind::map) ordered.keys[i] = value.keys[from];
    ordered.parts[i] = in_table_order(value.parts[from], value.kind == Value::Kind::map
                                                             ? shape_under(shape, value.keys[from])
                                                             : shape_of_entries(shape));
  }
  return ordered;
}

const Shape& shape_of_entries(const Shape& shape) {
  return shape.kind == ShapeKind::list ? *shape.element : format::kText;
}

bool is_short(const Shape& shape) {
  switch (shape.kind) {
    case ShapeKind::list:
    case ShapeKind::map:
      return is_short(*shape.element);
    case ShapeKind::text:
    case ShapeKind::record:
      return false;
    default:
      return true;
  }
}

}  // namespace cpm::edit
