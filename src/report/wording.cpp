#include "report/wording.h"

#include <fmt/format.h>

#include <algorithm>

namespace cpm::report {

namespace {

base::Tenths whole_tenths(std::int64_t number) {
  return base::Tenths{number * 10};
}

/// "Organization and Leadership" for the area called "Organizational Readiness"; empty when there is no other name.
std::string other_names(const model::Area& area) {
  std::vector<std::string> names;
  for (const model::LocatedText& alias : area.aliases)
    if (*alias != *area.label) names.push_back(*alias);
  return base::joined(names, "or");
}

}  // namespace

Cell text_cell(std::string_view text) {
  return Cell{.text = std::string(text)};
}

Cell text_cell(const model::LocatedText& text) {
  if (!text || text->empty()) return text_cell(kNone);
  return Cell{.text = *text, .number = {}, .source = text.span};
}

Cell whole_cell(std::int64_t number) {
  return Cell{.text = std::to_string(number), .number = whole_tenths(number)};
}

Cell percent_cell(const std::optional<base::Ratio>& share) {
  if (!share) return text_cell("no percent");
  return Cell{.text = percent_text(*share), .number = base::percent(*share)};
}

Cell points_cell(const score::Figures& figures) {
  return Cell{.text = points_text(figures), .number = whole_tenths(figures.points)};
}

Cell date_cell(const model::LocatedDate& date) {
  if (!date) return text_cell(kNone);
  return Cell{.text = base::to_text(*date), .number = {}, .source = date.span};
}

std::string timeframe_text(const base::Timeframe& timeframe) {
  return timeframe.sharpness == base::Sharpness::day ? base::to_text(timeframe.first) : base::written_out(timeframe);
}

Cell timeframe_cell(const model::LocatedTimeframe& timeframe) {
  if (!timeframe) return text_cell(kNone);
  return Cell{.text = timeframe_text(*timeframe), .number = {}, .source = timeframe.span};
}

Cell answer_cell(const score::ItemScore& item, const model::Instrument& instrument) {
  Cell cell = text_cell(answer_text(item, instrument));
  if (item.answer == score::Answer::scored) cell.number = whole_tenths(item.score);
  if (item.rating == nullptr) return cell;
  const model::Rating& rating = item.rating->value;
  cell.source = rating.score ? rating.score.span : rating.state ? rating.state.span : item.rating->key.span;
  return cell;
}

Table without_empty_columns(Table table, std::size_t keep) {
  for (std::size_t i = table.columns.size(); i-- > keep;) {
    const bool used = std::any_of(table.rows.begin(), table.rows.end(),
                                  [i](const Row& row) { return row[i].text != kNone; });
    if (used) continue;
    const auto at = static_cast<std::ptrdiff_t>(i);
    table.columns.erase(table.columns.begin() + at);
    for (Row& row : table.rows) row.erase(row.begin() + at);
  }
  return table;
}

std::string percent_text(const base::Ratio& share) {
  return base::percent_text(base::percent(share));
}

std::string percent_text(const std::optional<base::Ratio>& share) {
  return share ? percent_text(*share) : "no percent";
}

std::optional<base::Tenths> percent_of(const std::optional<base::Ratio>& share) {
  if (!share) return {};
  return base::percent(*share);
}

std::string points_text(const score::Figures& figures) {
  return fmt::format("{} of {}", figures.points, figures.possible);
}

std::string coverage_text(const score::Figures& figures) {
  return fmt::format("{} of {}", figures.scored, score::applicable(figures));
}

std::int64_t open_answers(const score::Figures& figures) {
  return figures.missing + figures.dont_know;
}

std::string range_text(const score::Figures& figures) {
  const auto low = score::lowest_share(figures);
  const auto high = score::highest_share(figures);
  if (!low || !high) return "no range: no item applies";
  if (open_answers(figures) == 0) return "complete";
  return fmt::format("{} to {}", percent_text(*low), percent_text(*high));
}

std::string value_text(const model::Instrument& instrument, std::int64_t value) {
  const std::string_view label = model::scale_label(instrument, value);
  return label.empty() ? std::to_string(value) : fmt::format("{} ({})", value, label);
}

std::string answer_text(const score::ItemScore& item, const model::Instrument& instrument) {
  if (item.answer == score::Answer::scored) return value_text(instrument, item.score);
  return std::string(model::word(item.answer));
}

std::string votes_text(const model::Rating& rating) {
  std::string text;
  for (const auto& [value, count] : rating.votes)
    text += fmt::format("{}{} at {}", text.empty() ? "" : ", ", *count, *value);
  return text;
}

std::string text_or(const model::LocatedText& text, std::string_view other) {
  return text && !text->empty() ? *text : std::string(other);
}

std::string names_joined(const std::vector<std::string>& names) {
  std::string joined;
  for (const std::string& name : names) joined += (joined.empty() ? "" : "; ") + name;
  return joined.empty() ? std::string(kNone) : joined;
}

std::string item_name(const model::Item& item) {
  return text_or(item.title, *item.id);
}

std::string item_name_and_id(const model::Item& item) {
  return item.title ? fmt::format("{} ({})", *item.title, *item.id) : *item.id;
}

std::string area_name(const model::Area& area) {
  return text_or(area.label, *area.id);
}

std::string AreaNames::operator()(const model::Area& area) {
  const std::string others = other_names(area);
  if (others.empty() || !seen_.insert(*area.id).second) return area_name(area);
  return fmt::format("{} ({})", area_name(area), others);
}

std::string areas_with_other_names(const model::Instrument& instrument) {
  std::vector<std::string> names;
  AreaNames name;
  for (const model::Area& area : instrument.areas)
    if (!other_names(area).empty()) names.push_back(name(area));
  return names.empty() ? "" : names_joined(names);
}

std::string version_text(const model::Instrument& instrument) {
  return fmt::format("{} {}", *instrument.id, *instrument.version);
}

std::string instrument_text(const model::Instrument& instrument) {
  if (!instrument.title) return version_text(instrument);
  return fmt::format("{}; {}", *instrument.title, version_text(instrument));
}

std::string county_name(const model::Workspace& workspace, const std::string& county) {
  return workspace.built_in == nullptr ? county : model::county_name(*workspace.built_in, county);
}

std::string county_text(const model::Workspace& workspace, const model::LocatedText& county) {
  return county ? county_name(workspace, *county) : "County not named";
}

std::string date_text(const model::LocatedDate& date) {
  return date ? base::written_out(*date) : "no date";
}

std::string texts_joined(const model::TextList& texts) {
  std::vector<std::string> plain;
  for (const model::LocatedText& text : texts) plain.push_back(*text);
  return names_joined(plain);
}

}  // namespace cpm::report
