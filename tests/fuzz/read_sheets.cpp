// Spreadsheets that somebody damaged: a good one with bytes of its parts, or of the archive, changed. It is read within limits or
// refused; what was read is compared with a plan, and written again it says the same.
#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "exchange/file.h"
#include "exchange/layout.h"
#include "exchange/merge.h"
#include "sheet/write_xlsx.h"
#include "sheet/zip.h"
#include "tests/fuzz/demand.h"
#include "tests/fuzz/targets.h"

namespace cpm::fuzz {
namespace {

constexpr std::string_view kPlan =
    "format: cpm/plan/1\ncounty: example\ndate: 2026-01-10\nteam: [{role: Manager}]\n"
    "horizon: {start: 2026-01-15, reassess: 2027-01-15}\npriorities: [{id: p1, area: or, title: First}]\n"
    "objectives: [{id: o1, priority: p1, statement: Something is seen}]\n"
    "steps:\n  - {id: s1, objective: o1, action: Begin, due: 2026-06-30}\n  - {id: s2, objective: o1, action: Go on, due: 2026-Q4}\n";

struct Good {
  exchange::FileTables tables = exchange::tables_in(std::string(kPlan), {}, nullptr);
  std::vector<sheet::Part> parts;

  Good() {
    const exchange::Exported exported{
        .kind = *tables.kind, .title = "Plan", .origin = {}, .meaning = {}, .grids = tables.grids};
    const std::string bytes = sheet::xlsx_bytes(exchange::workbook_of(exported));
    auto opened = sheet::Archive::open(bytes);
    auto& archive = std::get<sheet::Archive>(opened);
    for (const std::string& name : archive.names_below(""))
      parts.push_back({.name = name, .bytes = std::get<std::string>(archive.part(name))});
  }
};

const Good& good() {
  static const Good kGood;
  return kGood;
}

/// Each change is where, how much goes, and what comes in its place: up to a form feed.
void damage(std::string& bytes, std::string_view changes) {
  while (changes.size() >= 3 && !bytes.empty()) {
    const auto number = [&](std::size_t at) {
      return static_cast<std::size_t>(static_cast<unsigned char>(changes[at]));
    };
    const std::size_t where = (number(0) * 256 + number(1)) % bytes.size();
    const std::size_t end = std::min(changes.find('\f', 3), changes.size());
    bytes.replace(where, std::min(number(2), bytes.size() - where), changes.substr(3, end - 3));
    changes.remove_prefix(std::min(end + 1, changes.size()));
  }
}

/// The first byte chooses what is damaged: one of the parts, the whole archive, or nothing but a text of commas.
std::pair<std::string, std::string_view> spreadsheet_of(std::string_view input) {
  const std::size_t which = input.empty() ? 0 : static_cast<unsigned char>(input.front());
  input.remove_prefix(std::min<std::size_t>(1, input.size()));
  std::vector<sheet::Part> parts = good().parts;
  if (which % 20 == 18) return {std::string(input), "fuzz.csv"};
  if (which % 20 < parts.size()) damage(parts[which % 20].bytes, input);
  std::string bytes = sheet::zipped(parts);
  if (which % 20 == 19) damage(bytes, input);
  return {std::move(bytes), "fuzz.xlsx"};
}

void demand_limits(const sheet::Book& book) {
  std::size_t cells = 0;
  for (const sheet::Sheet& each : book.sheets) {
    demand(each.rows.size() <= sheet::kMostRows, "a sheet has no more rows than cpm reads");
    for (const sheet::Row& row : each.rows)
      cells += static_cast<std::size_t>(
          std::ranges::count_if(row, [](const sheet::Cell& cell) { return cell.kind != sheet::Cell::Kind::empty; }));
  }
  demand(cells <= sheet::kMostCells, "a book has no more cells than cpm reads");
}

/// As texts and numbers, without looks.
void demand_written_again(const sheet::Book& book) {
  sheet::Workbook workbook{.title = "Again", .notes = {.name = "Notes", .lines = {"Again"}}, .pages = {}};
  for (std::size_t i = 0; i < std::min<std::size_t>(book.sheets.size(), 3); ++i) {
    sheet::Page& page = workbook.pages.emplace_back();
    page.name = "Sheet " + std::to_string(i);
    page.rows = book.sheets[i].rows;
    std::size_t width = 1;
    for (const sheet::Row& row : page.rows) width = std::max(width, row.size());
    page.columns.resize(width);
  }
  const auto again = sheet::read_book(sheet::xlsx_bytes(workbook), "again.xlsx");
  demand(std::holds_alternative<sheet::Book>(again), "what was read can be written and read again");
  const auto& second = std::get<sheet::Book>(again);
  for (std::size_t i = 0; i < workbook.pages.size(); ++i)
    for (std::size_t row = 0; row < workbook.pages[i].rows.size(); ++row)
      for (std::size_t column = 0; column < workbook.pages[i].rows[row].size(); ++column) {
        const sheet::Cell& cell = workbook.pages[i].rows[row][column];
        if (cell.kind == sheet::Cell::Kind::text && sheet::stored_text(cell.text) == cell.text)
          demand(second.sheets[i + 1].cell(row + 1, column).text == cell.text, "a text comes back as it was");
      }
}

}  // namespace

void read_sheets(std::string_view input) {
  const auto [bytes, name] = spreadsheet_of(input);
  const auto read = sheet::read_book(bytes, name);
  const auto* const book = std::get_if<sheet::Book>(&read);
  if (book == nullptr) {
    demand(!std::get<sheet::Trouble>(read).reason.empty(), "a refusal says why");
    return;
  }
  demand_limits(*book);
  const exchange::FileTables& tables = good().tables;
  const exchange::ReadBook found = exchange::read_tables(*book, tables.grids, {});
  const exchange::Merged merged = exchange::merged(found.tables, tables.grids, exchange::stored_in(*book), *tables.kind,
                                                   {});
  for (const exchange::Difference& each : merged.differences)
    demand(each.standing == exchange::Standing::problem ? !each.problem.empty() && !each.help.empty()
                                                        : !each.changes.empty(),
           "a difference can be done, or says why not and what to do");
  demand_written_again(*book);
}

}  // namespace cpm::fuzz
