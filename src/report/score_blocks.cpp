#include "report/score_blocks.h"

namespace cpm::report {

namespace {

/// With more values than this the answers are one column of text instead of a column per value.
constexpr std::size_t kMostValueColumns = 5;

bool has_open_answers(const score::Scorecard& card) {
  return open_answers(card.total) > 0;
}

Row figures_row(std::string name, const score::Figures& figures, bool with_range) {
  Row row{text_cell(std::move(name)), points_cell(figures), percent_cell(score::share(figures)),
          text_cell(coverage_text(figures))};
  if (with_range) row.push_back(text_cell(range_text(figures)));
  return row;
}

std::string compact_distribution(const score::Figures& figures, const model::Instrument& instrument) {
  std::string text;
  for (std::size_t i = figures.distribution.size(); i-- > 0;) {
    if (figures.distribution[i] == 0 || i >= instrument.scale.size()) continue;
    text += (text.empty() ? "" : ", ") + std::to_string(figures.distribution[i]) + " at " +
            std::to_string(*instrument.scale[i].value);
  }
  return text.empty() ? std::string(kNone) : text;
}

std::string value_head(const model::ScaleValue& value) {
  const std::string number = std::to_string(*value.value);
  return value.label ? *value.label + " (" + number + ")" : "At " + number;
}

std::vector<Column> distribution_columns(const score::Scorecard& card) {
  std::vector<Column> columns{{.head = "Area"}};
  const auto& scale = card.instrument->scale;
  if (scale.size() > kMostValueColumns) columns.push_back({.head = "Items at each value"});
  if (scale.size() <= kMostValueColumns)
    for (std::size_t i = scale.size(); i-- > 0;) columns.push_back({.head = value_head(scale[i]), .number = true});
  columns.push_back({.head = "Not answered", .number = true});
  columns.push_back({.head = "Don't know", .number = true});
  columns.push_back({.head = "Not applicable", .number = true});
  return columns;
}

Row distribution_row(std::string name, const score::Figures& figures, const model::Instrument& instrument) {
  Row row{text_cell(std::move(name))};
  const std::size_t values = instrument.scale.size();
  if (values > kMostValueColumns) row.push_back(text_cell(compact_distribution(figures, instrument)));
  if (values <= kMostValueColumns)
    for (std::size_t i = values; i-- > 0;)
      row.push_back(whole_cell(i < figures.distribution.size() ? figures.distribution[i] : 0));
  row.push_back(whole_cell(figures.missing));
  row.push_back(whole_cell(figures.dont_know));
  row.push_back(whole_cell(figures.not_applicable));
  return row;
}

std::string range_sentence(const score::Figures& total) {
  const std::int64_t open = open_answers(total);
  const auto low = score::lowest_share(total);
  const auto high = score::highest_share(total);
  if (open == 0 || !low || !high) return {};
  return " " + std::to_string(open) + " of the " + counted(score::applicable(total), "item") + " that apply " +
         (open == 1 ? "has" : "have") + " no score yet; depending on the open answers the percent lies between " +
         percent_text(*low) + " and " + percent_text(*high) + ".";
}

}  // namespace

std::string revision_text(const score::Scorecard& card) {
  return "as kept by git at " + card.revision;
}

Facts snapshot_facts(const score::Scorecard& card, const model::Workspace& workspace) {
  const model::Snapshot& snapshot = *card.snapshot;
  Facts facts{{{"County", county_text(workspace, snapshot.county)},
               {"Date", date_text(snapshot.date)},
               {"Instrument", instrument_text(*card.instrument)}}};
  const bool draft = *snapshot.status == model::DocumentStatus::draft;
  facts.facts.push_back({"Status", draft ? "draft: answers may still change" : "final"});
  if (!card.revision.empty()) facts.facts.push_back({"Version", revision_text(card)});
  return facts;
}

std::string total_sentence(const score::Scorecard& card) {
  const auto share = score::share(card.total);
  if (score::applicable(card.total) == 0) return "no item applies, so there is no percent.";
  if (!share) return "no item has a score yet, so there is no percent.";
  return points_text(card.total) + " possible points, " + percent_text(*share) + "." + range_sentence(card.total);
}

Table area_table(const score::Scorecard& card, AreaNames& names) {
  const bool with_range = has_open_answers(card);
  Table table{.caption = "Points by area",
              .columns = {{.head = "Area"},
                          {.head = "Points of possible", .number = true},
                          {.head = "Percent", .number = true},
                          {.head = "Items scored", .number = true}},
              .rows = {}};
  if (with_range) table.columns.push_back({.head = "Range with open answers", .number = true});
  for (const score::AreaScore& area : card.areas)
    table.rows.push_back(figures_row(names(*area.area), area.figures, with_range));
  table.rows.push_back(figures_row("Total of all items", card.total, with_range));
  return table;
}

Table distribution_table(const score::Scorecard& card) {
  Table table{.caption = "Number of items by answer", .columns = distribution_columns(card), .rows = {}};
  for (const score::AreaScore& area : card.areas)
    table.rows.push_back(distribution_row(area_name(*area.area), area.figures, *card.instrument));
  table.rows.push_back(distribution_row("Total of all items", card.total, *card.instrument));
  return table;
}

Paragraph total_note(const score::Scorecard& card) {
  std::string text = "The total adds up all items; it is not the mean of the areas.";
  if (has_open_answers(card))
    text += " The range shows the percent if every open answer turned out to be the lowest or the top value.";
  return Paragraph{.text = text};
}

const model::LocatedText* reason_given(const score::ItemScore& item, const model::Snapshot& snapshot) {
  if (item.rating != nullptr && item.rating->value.note) return &item.rating->value.note;
  for (const model::Incomplete& entry : snapshot.incomplete)
    if (*entry.item == *item.item->id && entry.reason) return &entry.reason;
  return nullptr;
}

std::vector<const score::ItemScore*> without_score(const score::Scorecard& card) {
  std::vector<const score::ItemScore*> found;
  for (const score::ItemScore& item : card.items)
    if (item.answer != score::Answer::scored) found.push_back(&item);
  return found;
}

Table without_score_table(const score::Scorecard& card) {
  Table table{.caption = "Items without a score",
              .columns = {{.head = "Item"}, {.head = "Area"}, {.head = "Answer"}, {.head = "Note or reason"}},
              .rows = {}};
  for (const score::ItemScore* item : without_score(card)) {
    const model::LocatedText* reason = reason_given(*item, *card.snapshot);
    table.rows.push_back({text_cell(item_name(*item->item)), text_cell(area_name(*item->area)),
                          answer_cell(*item, *card.instrument),
                          reason == nullptr ? text_cell("no reason given") : text_cell(*reason)});
  }
  return table;
}

std::vector<const score::ItemScore*> split_votes(const score::Scorecard& card) {
  std::vector<const score::ItemScore*> found;
  for (const score::ItemScore& item : card.items)
    if (item.votes.split) found.push_back(&item);
  return found;
}

}  // namespace cpm::report
