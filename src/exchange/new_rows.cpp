#include "exchange/new_rows.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "exchange/map.h"
#include "format/labels.h"

namespace cpm::exchange {
namespace {

using edit::Action;
using edit::Path;
using format::ShapeKind;

constexpr std::size_t kWordsOfId = 4;

std::string record_value(const std::string& key, const std::string& value) {
  return base::JsonWriter().object().text(key, value).end_object().bytes();
}

/// "Prepare coaches for all units" → "prepare-coaches-for-all"
std::string id_from_words(std::string_view words) {
  const std::string form = format::label_form(words);
  std::string id;
  std::size_t count = 0;
  for (const std::string_view word : base::split(form, ' ')) {
    std::string plain;
    std::ranges::copy_if(word, std::back_inserter(plain),
                         [](char each) { return base::is_lower(each) || base::is_digit(each); });
    if (plain.empty() || count == kWordsOfId) continue;
    id.append(id.empty() ? "" : "-").append(plain);
    ++count;
  }
  const bool begins_well = !id.empty() && base::is_lower(id.front());
  return begins_well ? id : "new" + std::string(id.empty() ? "" : "-") + id;
}

/// "s7" behind s1 to s6; nothing when the ids of the file are no such row.
std::optional<std::string> next_in_row(const std::set<std::string>& ids) {
  std::string letters;
  std::size_t most = 0;
  for (const std::string& id : ids) {
    const std::size_t digits = id.find_first_of("0123456789");
    if (digits == 0 || digits == std::string::npos || !base::all_digits(std::string_view(id).substr(digits)) ||
        id.size() > 12)
      return std::nullopt;
    if (letters.empty()) letters = id.substr(0, digits);
    if (id.substr(0, digits) != letters) return std::nullopt;
    most = std::max<std::size_t>(most, std::stoul(id.substr(digits)));
  }
  return letters.empty() ? std::nullopt : std::optional(letters + std::to_string(most + 1));
}

std::string title_of_row(const ReadRow& row) {
  for (const ReadCell& cell : row.cells)
    if (!cell.said.value.empty()) return base::shortened(cell.said.value, 40);
  return {};
}

std::string help_for(const Column& column, bool there) {
  if (there) return "fill it in";
  return fmt::format("add a column for it; with `--map`, a line such as {} says it for all rows",
                     base::ticked(fmt::format("- {{to: {}, value: …}}", map_key(column))));
}

std::string value_in(const ReadRow& row, const Grid& grid, Role role) {
  for (std::size_t i = 0; i < row.cells.size(); ++i)
    if (grid.columns[i].role == role) return row.cells[i].said.value;
  return {};
}

}  // namespace

std::string id_for(const Column& column, const std::string& written) {
  const bool can_be_one = column.shape->form == nullptr || column.shape->form->matches(written);
  return can_be_one ? written : id_from_words(written);
}

NewRows::NewRows(const Grid& file, const format::Kind& kind, Merged& out, std::size_t& rows)
    : file_(file), shapes_(shapes_of(*file.table, kind)), out_(out), rows_(rows) {
  for (const GridRow& row : file.rows) ids_.insert(row.key);
}

void NewRows::add(const ReadRow& row) {
  if (lacks_something(row)) return;
  ++rows_;
  if (shapes_.inner != nullptr)
    add_inner(row);
  else if (!file_.columns.front().path.empty())
    add_named(row);
  else
    add_numbered(row);
}

std::string NewRows::new_id(const ReadRow& row) {
  std::string id;
  if (!row.key.empty()) {
    id = id_for(file_.columns.front(), row.key);
  } else if (const auto next = next_in_row(ids_)) {
    id = *next;
  } else {
    id = id_from_words(title_of(row));
  }
  std::string free = id;
  for (int number = 2; ids_.contains(free); ++number) free = id + "-" + std::to_string(number);
  ids_.insert(free);
  return free;
}

std::string NewRows::title_of(const ReadRow& row) const {
  const format::Record& record = *format::record_behind(*shapes_.outer);
  for (std::size_t i = 0; i < row.cells.size(); ++i)
    if (file_.columns[i].path.size() == 1 && file_.columns[i].path[0].text == record.title_key)
      return row.cells[i].said.value;
  return {};
}

Difference NewRows::row_difference(const ReadRow& row, Path path, std::string value) const {
  Difference difference{
      .wish = Wish::add_row, .place = row.place, .path = edit::to_text(path), .was = {}, .says = {}, .now = {}};
  difference.changes = {{.action = Action::set, .path = std::move(path), .value = std::move(value)}};
  difference.row = rows_;
  return difference;
}

void NewRows::add_cells(const ReadRow& row, const Path& record, std::size_t except) {
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const ReadCell& cell = row.cells[i];
    const Column& column = file_.columns[i];
    const bool value = column.role == Role::value || column.role == Role::answer;
    if (!cell.there || !value || i == except) continue;
    if (!cell.said.problem.empty())
      out_.differences.push_back(problem_at(cell.place, {}, cell.said.problem, "write the value itself into the cell"));
    if (cell.said.value.empty()) continue;
    Difference difference = difference_at(cell, column, record, {}, {});
    difference.row = rows_;
    out_.differences.push_back(std::move(difference));
  }
}

/// What a record cannot be without.
bool NewRows::lacks_something(const ReadRow& row) {
  for (std::size_t i = 0; i < file_.columns.size(); ++i) {
    const Column& column = file_.columns[i];
    if (!column.needed || column.role == Role::key) continue;
    const bool there = i < row.cells.size() && row.cells[i].there;
    if (there && !row.cells[i].said.value.empty()) continue;
    if (there && !row.cells[i].said.problem.empty())
      out_.differences.push_back(
          problem_at(row.cells[i].place, {}, row.cells[i].said.problem, "write the value itself into the cell"));
    else
      out_.differences.push_back(problem_at(row.place, title_of_row(row),
                                            fmt::format("a new row needs {}", base::ticked(column.head)),
                                            help_for(column, there)));
    return true;
  }
  return false;
}

void NewRows::add_named(const ReadRow& row) {
  const std::string id = new_id(row);
  Path path = list_path();
  path.push_back({.text = std::string(edit::kNewEntry), .entry = true});
  const std::string& key = file_.columns.front().path[0].text;
  out_.differences.push_back(row_difference(row, path, record_value(key, id)));
  path.back().text = id;
  out_.differences.back().path = edit::to_text(path);
  add_cells(row, path, file_.columns.size());
}

/// The first value that is there begins the record.
void NewRows::add_numbered(const ReadRow& row) {
  std::size_t first = 0;
  while (first < row.cells.size() && (row.cells[first].said.value.empty() || file_.columns[first].path.size() != 1))
    ++first;
  if (first == row.cells.size()) return;
  Path path = list_path();
  path.push_back({.text = std::string(edit::kNewEntry), .entry = true});
  const Column& column = file_.columns[first];
  const std::string& value = row.cells[first].said.value;
  const std::string record = column.shape->kind == ShapeKind::list
                                 ? "{" + base::JsonWriter().object().key(column.path[0].text).bytes().substr(1) +
                                       typed_value(value, column) + "}"
                                 : record_value(column.path[0].text, value);
  out_.differences.push_back(row_difference(row, path, record));
  out_.differences.back().says = value;
  path.back().text = std::to_string(file_.rows.size() + ++added_[""]);
  add_cells(row, path, first);
}

/// Into the list or map of the record that the row names.
void NewRows::add_inner(const ReadRow& row) {
  const std::string holder = value_in(row, file_, Role::holder);
  Path path = with_parts(with_entry(list_path(), holder), *edit::parse_path(file_.table->inner));
  if (shapes_.inner->kind == ShapeKind::map) {
    path.push_back({.text = value_in(row, file_, Role::inner)});
    add_cells(row, path, file_.columns.size());
    return;
  }
  const auto there = static_cast<std::size_t>(
      std::ranges::count_if(file_.rows, [&](const GridRow& each) { return each.values[1] == holder; }));
  std::size_t first = 0;
  while (file_.columns[first].role != Role::value) ++first;
  path.push_back({.text = std::string(edit::kNewEntry), .entry = true});
  out_.differences.push_back(
      row_difference(row, path, record_value(file_.columns[first].path[0].text, row.cells[first].said.value)));
  out_.differences.back().says = row.cells[first].said.value;
  path.back().text = std::to_string(there + ++added_[holder]);
  add_cells(row, path, first);
}

}  // namespace cpm::exchange
