#include "exchange/grid.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "format/shapes.h"

namespace cpm::exchange {
namespace {

using format::Shape;
using format::ShapeKind;
using yaml::Kind;
using yaml::Node;

/// What stands at a path below the node; nullptr: nothing.
const Node* node_at(const Node* node, const edit::Path& path) {
  for (const edit::PathPart& part : path) {
    if (node == nullptr || node->kind != Kind::map) return nullptr;
    const yaml::Entry* const entry = yaml::find_entry(*node, part.text);
    node = entry == nullptr ? nullptr : entry->value;
  }
  return node;
}

edit::Path path_of(std::string_view text) {
  return text.empty() ? edit::Path() : *edit::parse_path(text);
}

std::string text_of(const Node* node) {
  if (node == nullptr || node->kind == Kind::null || node->kind == Kind::map) return {};
  if (node->kind == Kind::scalar) return tidy(node->text);
  std::string lines;
  for (const Node* const item : node->items) lines.append(lines.empty() ? "" : "\n").append(tidy(item->text));
  return lines;
}

std::string value_of(const Node* record, const Column& column) {
  const std::string value = text_of(node_at(record, column.path));
  if (!value.empty() || column.state == nullptr) return value;
  edit::Path state = column.path;
  state.back().text = column.state->name;
  return text_of(node_at(record, state));
}

edit::Path with_part(edit::Path path, edit::PathPart part) {
  path.push_back(std::move(part));
  return path;
}

class Maker {
 public:
  Maker(const Table& table, const format::Kind& kind, const model::Instrument* instrument)
      : shapes_(shapes_of(table, kind)), instrument_(instrument) {
    grid_.table = &table;
    if (table.rows == Rows::fields) {
      grid_.fields = fields_of(table, kind);
      grid_.columns = {{.head = "Value", .shape = &format::kText}};
    } else {
      grid_.columns = columns_of(table, kind);
    }
  }

  Grid made(const Node& root) && {
    const edit::Path path = path_of(grid_.table->path);
    const Node* const outer = node_at(&root, path);
    if (grid_.table->rows == Rows::fields)
      add_fields(root);
    else if (shapes_.outer->kind == ShapeKind::map)
      add_keyed(path, outer);
    else if (shapes_.inner != nullptr)
      add_inner(path, outer);
    else
      add_records(path, outer);
    return std::move(grid_);
  }

 private:
  void add_fields(const Node& root) {
    for (const Column& field : grid_.fields)
      grid_.rows.push_back({.key = edit::to_text(field.path), .path = {}, .values = {value_of(&root, field)}});
  }

  std::vector<std::string> values_of(const Node* record, std::size_t first) const {
    std::vector<std::string> values(first);
    for (std::size_t i = first; i < grid_.columns.size(); ++i) values.push_back(value_of(record, grid_.columns[i]));
    return values;
  }

  void add_records(const edit::Path& path, const Node* list) {
    const bool named = !grid_.columns.front().path.empty();
    for (std::size_t i = 0; list != nullptr && i < list->items.size(); ++i) {
      std::vector<std::string> values = values_of(list->items[i], 0);
      if (!named) values.front() = std::to_string(i + 1);
      const std::string name = named ? values.front() : std::to_string(i + 1);
      grid_.rows.push_back(
          {.key = values.front(), .path = with_part(path, {.text = name, .entry = true}), .values = values});
    }
  }

  /// The items of the instrument first, in its order; then what else the file has.
  std::vector<std::string> keys_of(const Node* map) const {
    std::vector<std::string> keys;
    if (instrument_ != nullptr)
      for (const model::Area& area : instrument_->areas)
        for (const model::Item& item : area.items) keys.push_back(item.id.value);
    const std::size_t known = keys.size();
    for (std::size_t i = 0; map != nullptr && i < map->entries.size(); ++i) {
      std::string key(map->entries[i].key->text);
      if (std::find(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(known), key) ==
          keys.begin() + static_cast<std::ptrdiff_t>(known))
        keys.push_back(std::move(key));
    }
    return keys;
  }

  /// Votes: one column for each value of the scale.
  void add_scale(const Node* map) {
    std::vector<std::string> values;
    if (instrument_ != nullptr)
      for (const model::ScaleValue& value : instrument_->scale) values.push_back(std::to_string(value.value.value));
    for (std::size_t i = 0; map != nullptr && i < map->entries.size(); ++i) {
      const Node* const votes = node_at(map->entries[i].value, path_of(grid_.table->inner));
      for (std::size_t j = 0; votes != nullptr && j < votes->entries.size(); ++j)
        if (std::string key(votes->entries[j].key->text); std::ranges::find(values, key) == values.end())
          values.push_back(key);
    }
    for (const std::string& value : values)
      grid_.columns.push_back({.head = "Voted " + value,
                               .path = {{.text = std::string(grid_.table->inner)}, {.text = value}},
                               .shape = shapes_.inner->element});
  }

  void add_keyed(const edit::Path& path, const Node* map) {
    if (shapes_.inner != nullptr) add_scale(map);
    for (const std::string& key : keys_of(map)) {
      const Node* const record = node_at(map, {{.text = key}});
      std::vector<std::string> values = values_of(record, 1);
      values.front() = key;
      grid_.rows.push_back({.key = key, .path = with_part(path, {.text = key}), .values = std::move(values)});
    }
  }

  /// Each record's own list or map, one below the other.
  void add_inner(const edit::Path& path, const Node* list) {
    const format::Record& record = *format::record_behind(*shapes_.outer);
    const edit::Path inner = path_of(grid_.table->inner);
    for (std::size_t i = 0; list != nullptr && i < list->items.size(); ++i) {
      edit::Path whole = with_part(path, {.text = std::to_string(i + 1), .entry = true});
      whole.insert(whole.end(), inner.begin(), inner.end());
      const std::string holder(yaml::scalar_at(*list->items[i], record.id_key));
      const Node* const parts = node_at(list->items[i], inner);
      if (parts == nullptr) continue;
      for (std::size_t j = 0; j < parts->items.size(); ++j)
        add_part(holder, std::to_string(j + 1), with_part(whole, {.text = std::to_string(j + 1), .entry = true}),
                 parts->items[j]);
      for (const yaml::Entry& entry : parts->entries)
        add_part(holder, std::string(entry.key->text), with_part(whole, {.text = std::string(entry.key->text)}),
                 entry.value);
    }
  }

  void add_part(const std::string& holder, const std::string& name, edit::Path path, const Node* node) {
    GridRow row{.key = holder + " " + name, .path = std::move(path), .values = {}};
    for (const Column& column : grid_.columns) {
      switch (column.role) {
        case Role::key:
          row.values.push_back(row.key);
          break;
        case Role::holder:
          row.values.push_back(holder);
          break;
        case Role::inner:
          row.values.push_back(name);
          break;
        case Role::value:
        case Role::answer:
          row.values.push_back(column.path.empty() ? text_of(node) : value_of(node, column));
      }
    }
    grid_.rows.push_back(std::move(row));
  }

  Grid grid_;
  Shapes shapes_;
  const model::Instrument* instrument_;
};

}  // namespace

const GridRow* Grid::find(std::string_view key) const {
  const auto found = std::ranges::find(rows, key, &GridRow::key);
  return found == rows.end() ? nullptr : &*found;
}

Grid grid_of(const Table& table, const format::Kind& kind, const Node& root, const model::Instrument* instrument) {
  return Maker(table, kind, instrument).made(root);
}

std::vector<Grid> grids_of(const format::Kind& kind, const Node& root, const model::Instrument* instrument) {
  std::vector<Grid> grids;
  for (const Table* const table : tables_of(kind)) grids.push_back(grid_of(*table, kind, root, instrument));
  return grids;
}

std::string tidy(std::string_view text) {
  std::string lines;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    if (rest.starts_with("\r\n")) continue;
    lines += text[i] == '\r' ? '\n' : text[i];
  }
  constexpr std::string_view kSpaces[] = {" ", "\t", "\n", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x8B", "\xEF\xBB\xBF"};
  std::string_view rest = lines;
  const auto cut_one = [&] {
    return std::ranges::any_of(kSpaces, [&](std::string_view space) {
      if (rest.starts_with(space)) {
        rest.remove_prefix(space.size());
        return true;
      }
      if (!rest.ends_with(space)) return false;
      rest.remove_suffix(space.size());
      return true;
    });
  };
  while (!rest.empty() && cut_one()) {}
  return std::string(rest);
}

}  // namespace cpm::exchange
