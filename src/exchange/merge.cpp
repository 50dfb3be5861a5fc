#include "exchange/merge.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "exchange/exclusive.h"
#include "exchange/new_rows.h"
#include "exchange/partners.h"
#include "format/labels.h"
#include "format/shapes.h"

namespace cpm::exchange {
namespace {

using edit::Action;
using edit::Change;
using edit::Path;
using format::ShapeKind;

/// Of one table.
class TableMerger {
 public:
  TableMerger(const ReadTable& sheet, const Grid& file, const std::optional<Stored>& stored, const format::Kind& kind,
              const Meaning& meaning, Merged& out, std::size_t& rows)
      : sheet_(sheet),
        file_(file),
        stored_(stored),
        kind_(kind),
        meaning_(meaning),
        out_(out),
        new_rows_(file, kind, out, rows),
        name_(file.table->sheet) {
    for (const GridRow& row : file_.rows) ids_.insert(row.key);
    if (stored_ && stored_->rows.contains(name_)) exported_ = stored_->rows.at(name_);
    find_partners();
  }

  void merge() {
    for (const ReadRow& row : sheet_.rows) {
      const bool again = !row.key.empty() && !seen_.insert(row.key).second;
      if (again)
        refuse(row.place, row.key, "another row has the same name", "give the new row an empty first cell");
      else if (const auto index = file_row(row.key))
        merge_row(row, *index);
      else
        merge_unknown(row);
    }
    for (const std::string& key : exported_)
      if (!seen_.contains(key)) merge_gone(key);
    std::ranges::stable_sort(removals_, std::greater<>(), &std::pair<std::size_t, Difference>::first);
    for (auto& [index, removal] : removals_) out_.differences.push_back(std::move(removal));
  }

 private:
  bool by_number() const { return file_.fields.empty() && file_.columns.front().path.empty() && is_list(); }
  bool is_list() const {
    const Shapes shapes = shapes_of(*file_.table, kind_);
    return shapes.outer != nullptr && (shapes.inner != nullptr ? shapes.inner : shapes.outer)->kind == ShapeKind::list;
  }

  Values exported_values(const std::string& key) const {
    Values values;
    for (const Column& column : file_.columns)
      if (column.role != Role::key) values.push_back(stored_->value(name_, key, column.key()));
    return values;
  }

  /// Entries without an id are found again by what they say.
  void find_partners() {
    if (!by_number() || !stored_) return;
    std::vector<Values> then;
    std::vector<Values> now;
    for (const std::string& key : exported_) then.push_back(exported_values(key));
    for (const GridRow& row : file_.rows) {
      Values& values = now.emplace_back();
      for (std::size_t i = 0; i < file_.columns.size(); ++i)
        if (file_.columns[i].role != Role::key) values.push_back(row.values[i]);
    }
    partners_ = partners(then, now);
  }

  std::optional<std::size_t> file_row(const std::string& key) const {
    if (key.empty()) return std::nullopt;
    if (by_number() && stored_) {
      const auto found = std::ranges::find(exported_, key);
      return found == exported_.end() ? std::nullopt : partners_[static_cast<std::size_t>(found - exported_.begin())];
    }
    const auto found = std::ranges::find(file_.rows, key, &GridRow::key);
    return found == file_.rows.end() ? std::nullopt
                                     : std::optional(static_cast<std::size_t>(found - file_.rows.begin()));
  }

  bool was_exported(const std::string& key) const { return std::ranges::find(exported_, key) != exported_.end(); }

  void refuse(std::string place, std::string says, std::string problem, std::string help) {
    out_.differences.push_back(problem_at(std::move(place), std::move(says), std::move(problem), std::move(help)));
  }

  // Rows that the file has

  void merge_row(const ReadRow& row, std::size_t index) {
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      if (row.cells[i].there && file_.columns[i].role != Role::key) merge_cell(row, index, i);
  }

  void merge_cell(const ReadRow& row, std::size_t index, std::size_t i) {
    const ReadCell& cell = row.cells[i];
    const Column& column = file_.column_at(index, i);
    const std::string& now = file_.rows[index].values[i];
    const std::string was = stored_ ? stored_->value(name_, row.key, file_.columns[i].key()) : std::string();
    const std::string& says = cell.said.value;
    if (!cell.said.problem.empty()) {
      refuse(cell.place, {}, cell.said.problem, "write the value itself into the cell");
      return;
    }
    if (is_untouched(says, was, now, column)) return;
    if (is_same(says, now, column)) {
      ++out_.same;
      return;
    }
    Difference difference = difference_at(cell, column, file_.rows[index].path, was, now);
    if (column.role == Role::holder || column.role == Role::inner) {
      refuse(cell.place, says, fmt::format("the row belongs to {}, and stays there", base::ticked(now)),
             "write a new row for it instead");
      return;
    }
    if (stored_ && !is_same(was, now, column)) difference.standing = Standing::conflict;
    if (!is_shown_whole(was))
      make_problem(difference, "the text in the file is longer than a cell can hold", "change it in the file");
    out_.differences.push_back(std::move(difference));
  }

  bool is_untouched(const std::string& says, const std::string& was, const std::string& now,
                    const Column& column) const {
    if (!stored_) return says.empty() || is_same(says, as_stored(now, column, meaning_).value, column);
    return is_same(says, was, column) || is_same(says, as_stored(was, column, meaning_).value, column);
  }

  // Rows that it does not have

  void merge_unknown(const ReadRow& row) {
    if (!file_.fields.empty()) {
      refuse(row.place, row.key, fmt::format("there is no value {}", base::ticked(row.key)),
             "leave the names in the first column as they are");
    } else if (stored_ && !row.key.empty() && was_exported(row.key)) {
      merge_gone_there(row);
    } else if (!row.key.empty() && !is_list() && shapes_of(*file_.table, kind_).outer->kind == ShapeKind::map) {
      merge_unknown_item(row);
    } else if (const std::string other = renamed(row); !other.empty()) {
      refuse(row.place, row.key,
             fmt::format("the id of {} was changed here; other places name it", base::ticked(other)),
             "change it back; an id is changed in the files, at all places at once");
      seen_.insert(other);
    } else {
      new_rows_.add(row);
    }
  }

  /// The record is no longer in the file: nothing, or a conflict when somebody worked on it here.
  void merge_gone_there(const ReadRow& row) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const ReadCell& cell = row.cells[i];
      const Column& column = file_.columns[i];
      const std::string was = stored_->value(name_, row.key, column.key());
      if (!cell.there || column.role == Role::key || is_untouched(cell.said.value, was, was, column)) continue;
      Difference difference = difference_at(cell, column, path_to(row.key), was, {});
      make_problem(difference, fmt::format("{} is no longer in the file", base::ticked(row.key)),
                   "write a new row, with an empty first cell, if it should come back");
      out_.differences.push_back(std::move(difference));
    }
  }

  /// To the record that has this id, or had it.
  Path path_to(const std::string& key) const { return with_entry(*edit::parse_path(file_.table->path), key); }

  void merge_unknown_item(const ReadRow& row) {
    const auto near = base::nearest(row.key, std::vector<std::string>(ids_.begin(), ids_.end()));
    refuse(
        row.place, row.key, fmt::format("{} is no item of this instrument", base::ticked(row.key)),
        near ? fmt::format("did you mean {}?", base::ticked(*near)) : "leave the ids in the first column as they are");
  }

  /// The exported row that is missing here and says the same in all other cells.
  std::string renamed(const ReadRow& row) const {
    if (!stored_ || row.key.empty() || by_number()) return {};
    for (const std::string& key : exported_) {
      const bool here = std::ranges::find(sheet_.rows, key, &ReadRow::key) != sheet_.rows.end();
      if (!here && says_the_same(row, key)) return key;
    }
    return {};
  }

  bool says_the_same(const ReadRow& row, const std::string& key) const {
    std::size_t compared = 0;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const Column& column = file_.columns[i];
      if (!row.cells[i].there || column.role == Role::key) continue;
      const std::string was = stored_->value(name_, key, column.key());
      if (!is_untouched(row.cells[i].said.value, was, was, column)) return false;
      if (!was.empty()) ++compared;
    }
    return compared > 1;
  }

  // Rows that were exported and are not there any more

  void merge_gone(const std::string& key) {
    const auto index = file_row(key);
    if (!index || !is_removable()) return;
    const GridRow& row = file_.rows[*index];
    Difference difference{.wish = Wish::remove_row,
                          .place = sheet_.sheet + "!" + key,
                          .path = edit::to_text(row.path),
                          .was = title_in(row),
                          .says = {},
                          .now = title_in(row)};
    difference.changes = {{.action = Action::remove, .path = row.path}};
    if (!is_as_exported(key, row)) difference.standing = Standing::conflict;
    removals_.emplace_back(*index, std::move(difference));
  }

  /// A rating without a row is not answered differently; the file's own values never go.
  bool is_removable() const { return file_.table->rows != Rows::fields && file_.table->path != "ratings"; }

  std::string title_in(const GridRow& row) const {
    const std::string_view title = format::record_behind(*shapes_of(*file_.table, kind_).outer)->title_key;
    for (std::size_t i = 0; i < row.values.size(); ++i)
      if (file_.columns[i].path.size() == 1 && file_.columns[i].path[0].text == title && !row.values[i].empty())
        return base::shortened(row.values[i], 60);
    return row.key;
  }

  bool is_as_exported(const std::string& key, const GridRow& row) const {
    for (std::size_t i = 0; i < file_.columns.size(); ++i)
      if (file_.columns[i].role != Role::key &&
          !is_same(stored_->value(name_, key, file_.columns[i].key()), row.values[i], file_.columns[i]))
        return false;
    return true;
  }

  const ReadTable& sheet_;
  const Grid& file_;
  const std::optional<Stored>& stored_;
  const format::Kind& kind_;
  const Meaning& meaning_;
  Merged& out_;
  NewRows new_rows_;
  std::string name_;
  std::vector<std::string> exported_;
  std::vector<std::optional<std::size_t>> partners_;
  std::set<std::string> ids_;
  std::set<std::string> seen_;
  std::vector<std::pair<std::size_t, Difference>> removals_;
};

}  // namespace

Merged merged(const std::vector<ReadTable>& tables, const std::vector<Grid>& file, const std::optional<Stored>& stored,
              const format::Kind& kind, const Meaning& meaning) {
  Merged out;
  std::size_t rows = 0;
  for (const ReadTable& table : tables) {
    const auto grid = std::ranges::find(file, table.table, &Grid::table);
    if (grid == file.end()) continue;
    Merged of_table;
    TableMerger(table, *grid, stored, kind, meaning, of_table, rows).merge();
    refuse_second_of_one(table, *grid, kind, of_table.differences);
    out.same += of_table.same;
    std::move(of_table.differences.begin(), of_table.differences.end(), std::back_inserter(out.differences));
  }
  // What is removed comes last: until then every number means the entry that it meant.
  std::stable_partition(out.differences.begin(), out.differences.end(),
                        [](const Difference& each) { return each.wish != Wish::remove_row; });
  return out;
}

}  // namespace cpm::exchange
