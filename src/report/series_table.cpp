#include "report/series_table.h"

#include "base/decimal.h"
#include "report/plan_words.h"
#include "report/result_parts.h"
#include "report/wording.h"

namespace cpm::report {
namespace {

bool is_shown(const model::Measured& figure, base::Date as_of) {
  return figure.date && figure.value && *figure.date <= as_of;
}

Cell change_cell(const model::Measured* before, const model::Measured& figure) {
  if (before == nullptr) return text_cell("first figure");
  const base::Tenths change = base::tenths(base::to_ratio(*figure.value) - base::to_ratio(*before->value), 1);
  return Cell{.text = base::to_signed_text(change), .number = change, .source = {}};
}

}  // namespace

void add_series(std::vector<Block>& blocks, const std::vector<Series>& all, std::string head, base::Date as_of) {
  Table table{.caption = "Figures so far",
              .columns = {{.head = std::move(head)},
                          {.head = "Day"},
                          {.head = "Figure", .number = true},
                          {.head = "Change since the one before", .number = true}},
              .rows = {}};
  for (const Series& series : all) {
    const model::Measured* before = nullptr;
    for (const model::Measured& figure : series.figures) {
      if (!is_shown(figure, as_of)) continue;
      table.rows.push_back({text_cell(series.name), date_cell(figure.date), figure_cell(figure.value, series.unit),
                            change_cell(before, figure)});
      before = &figure;
    }
  }
  if (!table.rows.empty()) blocks.push_back(std::move(table));
}

Result series_result(const std::vector<model::Measured>& figures) {
  return list_of(figures, [](const model::Measured& figure) {
    return Result(Result::Fields{{"date", date_result(figure.date)},
                                 {"value", figure.value ? Result(base::to_text(*figure.value)) : Result()}});
  });
}

}  // namespace cpm::report
