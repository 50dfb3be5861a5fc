#include "exchange/tables.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/assert.h"
#include "base/text.h"
#include "format/labels.h"
#include "format/shapes.h"

namespace cpm::exchange {
namespace {

using format::Field;
using format::Need;
using format::Record;
using format::Shape;
using format::ShapeKind;

constexpr std::array kTables = {
    Table{.kind = "snapshot",
          .sheet = "Snapshot",
          .rows = Rows::fields,
          .without = "format|approvals|shared_with",
          .about = "which county and day, which instrument, and whom to ask"},
    Table{.kind = "snapshot", .sheet = "Participants", .path = "participants", .about = "who took part, by role"},
    Table{.kind = "snapshot",
          .sheet = "Ratings",
          .rows = Rows::keyed,
          .path = "ratings",
          .without = "votes",
          .about = "the answer to each item, with what supports it"},
    Table{.kind = "snapshot",
          .sheet = "Votes",
          .rows = Rows::keyed,
          .path = "ratings",
          .inner = "votes",
          .about = "how many people voted for each value; never who"},
    Table{.kind = "snapshot", .sheet = "Incomplete", .path = "incomplete", .about = "items without an answer, and why"},
    Table{.kind = "snapshot", .sheet = "Strengths", .path = "analysis.strengths", .about = "what to build on"},
    Table{.kind = "snapshot", .sheet = "Opportunities", .path = "analysis.opportunities", .about = "what could grow"},
    Table{.kind = "snapshot",
          .sheet = "Left as they are",
          .path = "analysis.dismissed",
          .about = "items below the top value that the team leaves as they are, and why"},
    Table{.kind = "snapshot",
          .sheet = "Feasibility",
          .path = "analysis.feasibility",
          .about = "how important and how easy each change is"},
    Table{.kind = "snapshot",
          .sheet = "Priorities",
          .path = "priorities",
          .about = "the 3 to 5 priorities for local planning"},
    Table{.kind = "plan",
          .sheet = "Plan",
          .rows = Rows::fields,
          .without = "format|approvals|links",
          .about = "which county and day, the Snapshot it follows, and the planning horizon"},
    Table{.kind = "plan", .sheet = "Team", .path = "team", .about = "the planning team"},
    Table{.kind = "plan",
          .sheet = "Priorities",
          .path = "priorities",
          .without = "targets",
          .about = "what the plan is about"},
    Table{.kind = "plan",
          .sheet = "Targets",
          .rows = Rows::keyed,
          .path = "priorities",
          .inner = "targets",
          .about = "the scores that the plan aims at in the next Snapshot"},
    Table{
        .kind = "plan", .sheet = "Objectives", .path = "objectives", .about = "the changes that the team wants to see"},
    Table{.kind = "plan",
          .sheet = "Measurements",
          .path = "objectives",
          .inner = "indicator.series",
          .about = "the figures of each objective so far, by date"},
    Table{.kind = "plan", .sheet = "Steps", .path = "steps", .without = "links", .about = "who does what by when"},
    Table{.kind = "plan",
          .sheet = "Reviews",
          .path = "reviews",
          .about = "what monitoring found; add rows, never rewrite them"},
    Table{.kind = "support",
          .sheet = "About",
          .rows = Rows::fields,
          .without = "format|approvals",
          .about = "which county, and the plan that the support is for"},
    Table{.kind = "support", .sheet = "Support", .path = "needs", .about = "what would help, from whom, and by when"},
};

const Shape& shape_at(const Record& record, std::string_view path) {
  const Record* at = &record;
  const Shape* shape = nullptr;
  for (const std::string_view key : base::split(path, '.')) {
    const Field* const field = format::find_field(*at, key);
    CPM_ASSERT(field != nullptr);
    shape = field->shape;
    at = format::record_behind(*shape);
    if (at == nullptr) break;
  }
  return *shape;
}

bool is_scalar(const Shape& shape) {
  return shape.kind != ShapeKind::list && shape.kind != ShapeKind::map && shape.kind != ShapeKind::record;
}

/// "monitor_on" → "Monitor on"
std::string words_of(std::string_view key) {
  std::string words = base::capitalized(key);
  std::ranges::replace(words, '_', ' ');
  return words;
}

edit::Path below(const edit::Path& path, std::string_view key) {
  edit::Path longer = path;
  longer.push_back({.text = std::string(key)});
  return longer;
}

/// The score of a rating and the reason why there is none are one column.
const Field* state_beside(const Record& record, const Field& field) {
  if (field.shape->names != format::Names::scale) return nullptr;
  for (const format::OneOf& one : record.one_of)
    if (one.names.size() == 2 && one.names[0] == field.name) return format::find_field(record, one.names[1]);
  return nullptr;
}

struct Above {
  edit::Path path = {};
  std::string head = {};  ///< "Responsible: "
  const Field* field = nullptr;
  bool needed = true;
};

class Columns {
 public:
  explicit Columns(std::string_view without) : without_(without) {}

  std::vector<Column> of(const Record& record) && {
    add_record(record, {});
    return std::move(columns_);
  }

 private:
  void add_record(const Record& record, const Above& above) {
    const Field* state = nullptr;
    for (const Field& field : record.fields) {
      if (field.need == Need::never || &field == state) continue;
      if (above.path.empty() && is_among(field.name, without_)) continue;
      const Field* const beside = state_beside(record, field);
      if (beside != nullptr) state = beside;
      add_field(record, field, above);
    }
  }

  void add_field(const Record& record, const Field& field, const Above& above) {
    const Shape& shape = *field.shape;
    const bool needed = above.needed && field.need == Need::must;
    if (shape.kind == ShapeKind::record) {
      add_record(*shape.record, {.path = below(above.path, field.name),
                                 .head = above.head + words_of(field.name) + ": ",
                                 .field = &field,
                                 .needed = needed});
      return;
    }
    if (!is_scalar(shape) && (shape.kind != ShapeKind::list || !is_scalar(*shape.element))) return;
    Column column{.head = above.head.empty() ? words_of(field.name) : above.head + base::lower(words_of(field.name)),
                  .path = below(above.path, field.name),
                  .shape = &shape,
                  .field = &field,
                  .needed = needed};
    if (above.field != nullptr && record.scalar_key == field.name) column.above = above.field;
    column.state = state_beside(record, field);
    if (column.state != nullptr) column.role = Role::answer;
    if (column.state != nullptr) column.head = "Answer";
    if (above.path.empty() && !record.id_key.empty() && record.id_key == field.name) column.role = Role::key;
    columns_.push_back(std::move(column));
  }

  std::string_view without_;
  std::vector<Column> columns_;
};

constexpr Shape kNumber = format::kOrdinal;

Column key_column(std::string head, const Shape* shape) {
  return {.head = std::move(head), .path = {}, .shape = shape, .field = nullptr, .role = Role::key, .needed = true};
}

/// A list has its id as a column already, or else gets the number of each entry.
void add_key(std::vector<Column>& columns, const Record& record) {
  const auto key = std::ranges::find(columns, Role::key, &Column::role);
  const Field* const id = record.id_key.empty() ? nullptr : format::find_field(record, record.id_key);
  if (key != columns.end() && id != nullptr && id->need == Need::must) {
    std::rotate(columns.begin(), key, key + 1);
    return;
  }
  if (key != columns.end()) key->role = Role::value;
  columns.insert(columns.begin(), key_column("No.", &kNumber));
}

std::vector<Column> inner_columns(const Table& table, const Record& outer, const Shape& inner) {
  const std::string_view noun = outer.noun;
  std::vector<Column> columns = {key_column("Row", &format::kText)};
  const Field* const id = format::find_field(outer, outer.id_key);
  columns.push_back(
      {.head = base::capitalized(noun), .shape = id->shape, .field = id, .role = Role::holder, .needed = true});
  if (inner.kind == ShapeKind::map) {
    columns.push_back({.head = "Item", .shape = inner.key, .role = Role::inner, .needed = true});
    columns.push_back(
        {.head = "Score", .shape = inner.element, .field = format::find_field(outer, table.inner), .needed = true});
    return columns;
  }
  std::vector<Column> own = Columns({}).of(*inner.element->record);
  for (Column& column : own) {
    if (column.role == Role::key) column.role = Role::value;
    columns.push_back(std::move(column));
  }
  return columns;
}

}  // namespace

std::span<const Table> tables() {
  return kTables;
}

std::vector<const Table*> tables_of(const format::Kind& kind) {
  std::vector<const Table*> found;
  for (const Table& table : kTables)
    if (table.kind == kind.word) found.push_back(&table);
  return found;
}

const Table* find_table(const format::Kind& kind, std::string_view sheet) {
  const std::string form = format::label_form(sheet);
  for (const Table* const table : tables_of(kind))
    if (format::label_form(table->sheet) == form) return table;
  return nullptr;
}

std::string Column::key() const {
  switch (role) {
    case Role::key:
      return "key";
    case Role::holder:
      return "holder";
    case Role::inner:
      return "inner";
    case Role::value:
    case Role::answer:
      break;
  }
  return path.empty() ? "value" : edit::to_text(path);
}

Shapes shapes_of(const Table& table, const format::Kind& kind) {
  if (table.path.empty()) return {};
  Shapes shapes{.outer = &shape_at(*kind.record, table.path), .inner = nullptr};
  if (!table.inner.empty()) shapes.inner = &shape_at(*format::record_behind(*shapes.outer), table.inner);
  return shapes;
}

std::vector<Column> columns_of(const Table& table, const format::Kind& kind) {
  const Shapes shapes = shapes_of(table, kind);
  const Record& record = *format::record_behind(*shapes.outer);
  if (shapes.outer->kind == ShapeKind::map) {
    std::vector<Column> columns = {key_column("Item", shapes.outer->key)};
    if (shapes.inner != nullptr) return columns;  // one more for each value of the scale
    for (Column& column : Columns(table.without).of(record)) columns.push_back(std::move(column));
    return columns;
  }
  if (shapes.inner != nullptr) return inner_columns(table, record, *shapes.inner);
  std::vector<Column> columns = Columns(table.without).of(record);
  add_key(columns, record);
  return columns;
}

std::vector<Column> fields_of(const Table& table, const format::Kind& kind) {
  std::vector<Column> fields = Columns(table.without).of(*kind.record);
  for (Column& field : fields)
    if (field.role == Role::key) field.role = Role::value;  // the day of a Snapshot names it, and can be changed
  return fields;
}

bool is_among(std::string_view word, std::string_view list) {
  const std::vector<std::string_view> words = base::split(list, '|');
  return !list.empty() && std::ranges::find(words, word) != words.end();
}

}  // namespace cpm::exchange
