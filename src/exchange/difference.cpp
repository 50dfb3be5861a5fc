#include "exchange/difference.h"

#include <algorithm>
#include <utility>

#include "base/json_writer.h"
#include "base/text.h"

namespace cpm::exchange {
namespace {

using edit::Action;
using edit::Path;
using format::ShapeKind;

bool is_state(const std::string& value, const Column& column) {
  return column.state != nullptr && std::ranges::find(column.state->shape->choices, value, &format::Choice::word) !=
                                        column.state->shape->choices.end();
}

Path path_for(const Path& record, const Column& column, bool state) {
  Path path = with_parts(record, column.path);
  if (state) path.back().text = column.state->name;
  return path;
}

}  // namespace

Path with_parts(Path path, const Path& more) {
  path.insert(path.end(), more.begin(), more.end());
  return path;
}

Path with_entry(Path list, std::string entry) {
  list.push_back({.text = std::move(entry), .entry = true});
  return list;
}

std::string typed_value(const std::string& value, const Column& column) {
  if (column.shape->kind != ShapeKind::list) return value;
  base::JsonWriter json;
  json.list();
  for (const std::string_view entry : base::split(value, '\n')) json.text(entry);
  return json.end_list().bytes();
}

Difference problem_at(std::string place, std::string says, std::string problem, std::string help) {
  Difference difference{.standing = Standing::problem,
                        .place = std::move(place),
                        .path = {},
                        .was = {},
                        .says = std::move(says),
                        .now = {}};
  difference.problem = std::move(problem);
  difference.help = std::move(help);
  return difference;
}

void make_problem(Difference& difference, std::string problem, std::string help) {
  difference.standing = Standing::problem;
  difference.problem = std::move(problem);
  difference.help = std::move(help);
}

Difference difference_at(const ReadCell& cell, const Column& column, const Path& record, const std::string& was,
                         const std::string& now) {
  const std::string& says = cell.said.value;
  const Path path = path_for(record, column, is_state(says, column));
  Difference difference{.wish = says.empty() ? Wish::clear : Wish::change,
                        .place = cell.place,
                        .path = edit::to_text(path),
                        .was = was,
                        .says = says,
                        .now = now};
  if (!says.empty()) {
    difference.changes = {{.action = Action::set, .path = path, .value = typed_value(says, column)}};
    return difference;
  }
  if (column.needed)
    make_problem(difference, "this value is needed",
                 "fill the cell in again; to remove the whole row, delete it and use `--remove`");
  difference.changes = {{.action = Action::remove, .path = path}};
  if (column.state != nullptr)
    difference.changes.push_back({.action = Action::remove, .path = path_for(record, column, true)});
  return difference;
}

}  // namespace cpm::exchange
