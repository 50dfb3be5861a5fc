#include "exchange/exclusive.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"

namespace cpm::exchange {
namespace {

using format::OneOf;

/// The keys that exclude each other, and the record that they are of.
using Group = std::pair<std::string, const OneOf*>;

struct FilledCell {
  const ReadCell* cell = nullptr;
  const Column* column = nullptr;
};

const format::Record* record_of_rows(const Table& table, const format::Kind& kind) {
  if (table.rows == Rows::fields) return kind.record;
  const Shapes shapes = shapes_of(table, kind);
  return format::record_behind(shapes.inner != nullptr ? *shapes.inner : *shapes.outer);
}

Group group_of(const Column& column, const format::Record* record) {
  if (column.role != Role::value || column.path.empty()) return {};
  edit::Path above = column.path;
  const std::string key = above.back().text;
  above.pop_back();
  for (const edit::PathPart& part : above) {
    const format::Field* const field = record == nullptr ? nullptr : format::find_field(*record, part.text);
    record = field == nullptr ? nullptr : format::record_behind(*field->shape);
  }
  if (record == nullptr) return {};
  for (const OneOf& one : record->one_of)
    if (std::ranges::find(one.names, key) != one.names.end()) return {edit::to_text(above), &one};
  return {};
}

/// What one record says, a row each; of the file's own values all rows together.
std::vector<std::vector<FilledCell>> records_of(const ReadTable& sheet, const Grid& file) {
  std::vector<std::vector<FilledCell>> records;
  for (const ReadRow& row : sheet.rows) {
    if (file.fields.empty() || records.empty()) records.emplace_back();
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const auto field = std::ranges::find(file.fields, row.key, &Column::key);
      const bool known = file.fields.empty() || field != file.fields.end();
      if (known && !row.cells[i].said.value.empty())
        records.back().push_back({&row.cells[i], file.fields.empty() ? &file.columns[i] : &*field});
    }
  }
  return records;
}

class Refusing {
 public:
  explicit Refusing(std::vector<Difference>& differences) {
    for (Difference& each : differences)
      if (each.standing != Standing::problem && each.wish == Wish::change) changes_.emplace(each.place, &each);
  }

  /// The file keeps what it has; of two new values the first counts.
  void refuse(const FilledCell& first, const FilledCell& second) {
    const FilledCell& wrong = changes_.contains(second.cell->place) ? second : first;
    const auto found = changes_.find(wrong.cell->place);
    if (found == changes_.end()) return;
    const FilledCell& other = &wrong == &second ? first : second;
    make_problem(*found->second,
                 fmt::format("{} is filled in, too, and only one of them can be", base::ticked(other.column->head)),
                 fmt::format("empty one of {} and {}", first.cell->place, second.cell->place));
  }

 private:
  std::map<std::string, Difference*> changes_;  ///< by the place of their cells
};

}  // namespace

void refuse_second_of_one(const ReadTable& sheet, const Grid& file, const format::Kind& kind,
                          std::vector<Difference>& differences) {
  const format::Record* const record = record_of_rows(*file.table, kind);
  std::map<const Column*, Group> groups;
  for (const Column& column : file.fields.empty() ? file.columns : file.fields)
    if (Group group = group_of(column, record); group.second != nullptr) groups.emplace(&column, std::move(group));
  if (groups.empty()) return;
  Refusing refusing(differences);
  for (const auto& cells : records_of(sheet, file)) {
    std::map<Group, FilledCell> first;
    for (const FilledCell& each : cells) {
      const auto group = groups.find(each.column);
      if (group == groups.end()) continue;
      const auto [known, fresh] = first.emplace(group->second, each);
      if (!fresh) refusing.refuse(known->second, each);
    }
  }
}

}  // namespace cpm::exchange
