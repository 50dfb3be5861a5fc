#include "report/score_blocks.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/result_fields.h"

namespace cpm::report {

namespace {

using ItemScores = std::vector<const score::ItemScore*>;

/// With more values than this the answers are one column of text instead of a column per value.
constexpr std::size_t kMostValueColumns = 5;

bool has_open_answers(const score::Scorecard& card) {
  return open_answers(card.total) > 0;
}

Row figures_row(std::string_view name, const score::Figures& figures, bool with_range) {
  Row row{text_cell(name), points_cell(figures), percent_cell(score::share(figures)),
          text_cell(coverage_text(figures))};
  if (with_range) row.push_back(text_cell(range_text(figures)));
  return row;
}

/// "2 at 3, 5 at 0"
std::string compact_distribution(const score::Figures& figures, const model::Instrument& instrument) {
  std::string text;
  for (std::size_t i = figures.distribution.size(); i-- > 0;) {
    if (figures.distribution[i] == 0 || i >= instrument.scale.size()) continue;
    text += fmt::format("{}{} at {}", text.empty() ? "" : ", ", figures.distribution[i], *instrument.scale[i].value);
  }
  return text.empty() ? std::string(kNone) : text;
}

std::string value_head(const model::ScaleValue& value) {
  return value.label ? fmt::format("{} ({})", *value.label, *value.value) : fmt::format("At {}", *value.value);
}

std::vector<Column> distribution_columns(const score::Scorecard& card) {
  std::vector<Column> columns{{.head = "Area"}};
  const auto& scale = card.instrument->scale;
  if (scale.size() > kMostValueColumns) columns.push_back({.head = "Items at each value"});
  if (scale.size() <= kMostValueColumns)
    for (std::size_t i = scale.size(); i-- > 0;) columns.push_back(number(value_head(scale[i])));
  for (const char* state : {"Not answered", "Don't know", "Not applicable"}) columns.push_back(number(state));
  return columns;
}

Row distribution_row(std::string_view name, const score::Figures& figures, const model::Instrument& instrument) {
  Row row{text_cell(name)};
  const std::size_t values = instrument.scale.size();
  if (values > kMostValueColumns) row.push_back(text_cell(compact_distribution(figures, instrument)));
  if (values <= kMostValueColumns)
    for (std::size_t i = values; i-- > 0;)
      row.push_back(whole_cell(i < figures.distribution.size() ? figures.distribution[i] : 0));
  for (const std::int64_t open : {figures.missing, figures.dont_know, figures.not_applicable})
    row.push_back(whole_cell(open));
  return row;
}

std::string range_sentence(const score::Figures& total) {
  const std::int64_t open = open_answers(total);
  const auto low = score::lowest_share(total);
  const auto high = score::highest_share(total);
  if (open == 0 || !low || !high) return {};
  return fmt::format(
      " {} of the {} that apply {} no score yet; depending on the open answers, the percent could be anywhere from {} to {}.",
      open, counted(score::applicable(total), "item"), base::has_have(open), percent_text(*low), percent_text(*high));
}

// Pictures

Bar bar_of(std::string label, const score::Figures& figures) {
  Bar bar{.label = std::move(label), .percent = percent_of(score::share(figures))};
  if (open_answers(figures) == 0) return bar;
  bar.low = percent_of(score::lowest_share(figures));
  bar.high = percent_of(score::highest_share(figures));
  if (bar.low && bar.high) bar.note = range_text(figures) + " with open answers";
  return bar;
}

std::string bar_in_words(const Bar& bar) {
  const std::string percent = bar.percent ? base::percent_text(*bar.percent) : "no percent";
  return fmt::format("{} {}{}", bar.label, percent, bar.note.empty() ? "" : " (" + bar.note + ")");
}

Stack stack_of(std::string label, const score::Figures& figures, std::size_t values) {
  Stack stack{.label = std::move(label), .counts = {}};
  for (std::size_t i = values; i-- > 0;)
    stack.counts.push_back(i < figures.distribution.size() ? figures.distribution[i] : 0);
  for (const std::int64_t open : {figures.missing, figures.dont_know, figures.not_applicable})
    stack.counts.push_back(open);
  return stack;
}

/// The kinds of answer outside the scale that nobody gave need no entry.
void drop_unused(StackChart& chart) {
  for (std::size_t i = chart.values.size(); i-- > chart.scale;) {
    const bool used = std::any_of(chart.stacks.begin(), chart.stacks.end(),
                                  [i](const Stack& stack) { return stack.counts[i] > 0; });
    if (used) continue;
    const auto at = static_cast<std::ptrdiff_t>(i);
    chart.values.erase(chart.values.begin() + at);
    for (Stack& stack : chart.stacks) stack.counts.erase(stack.counts.begin() + at);
  }
}

std::string stack_in_words(const Stack& stack, const StackChart& chart) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < stack.counts.size(); ++i)
    if (stack.counts[i] > 0) parts.push_back(fmt::format("{} {}", stack.counts[i], chart.values[i]));
  return fmt::format("{}: {}", stack.label, base::joined(parts));
}

// Votes

/// "7 of 10, 70.0%"
std::string agreement_text(std::int64_t agreeing, std::int64_t votes, const std::optional<base::Ratio>& share) {
  return share ? fmt::format("{} of {}, {}", agreeing, votes, percent_text(*share)) : "no agreed score";
}

std::string agreement_text(const score::ItemScore& item) {
  return agreement_text(item.votes.agreeing, item.votes.voters, score::agreement(item));
}

/// "0 to 2", or "2" when all agree.
std::string vote_range(std::int64_t lowest, std::int64_t highest) {
  return lowest == highest ? std::to_string(lowest) : fmt::format("{} to {}", lowest, highest);
}

Row area_votes_row(std::string_view name, const score::VoteFigures& figures) {
  const bool voted = figures.items > 0;
  return Row{text_cell(name),
             whole_cell(figures.items),
             text_cell(voted ? agreement_text(figures.agreeing, figures.votes, score::agreement(figures)) : "no votes"),
             text_cell(voted ? vote_range(figures.lowest, figures.highest) : "no votes"),
             whole_cell(figures.unanimous),
             whole_cell(figures.split),
             whole_cell(figures.outside)};
}

Table area_votes_table(const score::TeamVotes& team) {
  Table table = table_of("Votes by area",
                         {"Area", number("Items with votes"), "Votes for the agreed score", "Range of votes",
                          number("Unanimous"), number("Split"), number("Agreed score outside the votes")});
  for (const score::AreaVotes& area : team.areas)
    table.rows.push_back(area_votes_row(area_name(*area.area), area.figures));
  table.rows.push_back(area_votes_row(kTotalOfItems, team.total));
  return table;
}

Table item_votes_table(const ItemScores& items, const score::Scorecard& card, std::string caption) {
  Table table = table_of(std::move(caption), {"Item", "Agreed score", "Votes", "Voted for the agreed score"});
  for (const score::ItemScore* item : items)
    table.rows.push_back({text_cell(item_name(*item->item)), answer_cell(*item, *card.instrument),
                          text_cell(votes_text(item->rating->value)), text_cell(agreement_text(*item))});
  return table;
}

std::string split_sentence(const score::TeamVotes& team) {
  const std::string items = counted(team.total.items, "item");
  if (team.split.empty()) return fmt::format("Votes were recorded for {}; none of them was split.", items);
  return fmt::format(
      "Votes were recorded for {}; on {} both the lowest and the top value got votes. Votes do not change "
      "the agreed score; a split is worth a second conversation.",
      items, team.split.size());
}

std::string outside_sentence(const score::TeamVotes& team) {
  return fmt::format(
      "On {} the agreed score lies above or below every vote: nobody voted for it or for a value beyond "
      "it. Check the score, or note why the team agreed on it.",
      counted(team.total.outside, "item"));
}

Result vote_figures_result(const score::VoteFigures& figures) {
  const bool voted = figures.items > 0;
  return Result::Fields{{"items", figures.items},
                        {"votes", figures.votes},
                        {"agreeing", figures.agreeing},
                        {"agreement", percent_result(score::agreement(figures))},
                        {"lowest", voted ? Result(figures.lowest) : Result()},
                        {"highest", voted ? Result(figures.highest) : Result()},
                        {"unanimous", figures.unanimous},
                        {"split", figures.split},
                        {"score_outside", figures.outside}};
}

Result area_votes_result(const score::AreaVotes& area) {
  return Result::Fields{
      {"id", *area.area->id}, {"label", *area.area->label}, {"figures", vote_figures_result(area.figures)}};
}

Result item_ids_result(const ItemScores& items) {
  return list_of(items, [](const score::ItemScore* item) { return Result(*item->item->id); });
}

}  // namespace

std::string revision_text(const score::Scorecard& card) {
  return "git revision " + card.revision;
}

std::string snapshot_name(const score::Scorecard& card, const model::Workspace& workspace) {
  return fmt::format("{}, {}", county_text(workspace, card.snapshot->county), date_text(card.snapshot->date));
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
  return fmt::format("{} possible points, {}.{}", points_text(card.total), percent_text(*share),
                     range_sentence(card.total));
}

Table area_table(const score::Scorecard& card, AreaNames& names) {
  const bool with_range = has_open_answers(card);
  Table table = table_of("Points by area",
                         {"Area", number("Points out of possible"), number("Percent"), number("Items scored")});
  if (with_range) table.columns.push_back(number("Range with open answers"));
  for (const score::AreaScore& area : card.areas)
    table.rows.push_back(figures_row(names(*area.area), area.figures, with_range));
  table.rows.push_back(figures_row(kTotalOfItems, card.total, with_range));
  return table;
}

Chart area_chart(const score::Scorecard& card, const std::optional<std::int64_t>& benchmark) {
  BarChart bars{.bars = {}, .has_total = true, .benchmark = benchmark};
  std::vector<std::string> words;
  for (const score::AreaScore& area : card.areas) bars.bars.push_back(bar_of(area_name(*area.area), area.figures));
  bars.bars.push_back(bar_of(std::string(kTotalOfItems), card.total));
  for (const Bar& bar : bars.bars) words.push_back(bar_in_words(bar));
  std::string text = fmt::format("One bar for each area, from 0 to 100 percent of the possible points: {}.",
                                 names_joined(words));
  if (open_answers(card.total) > 0) text += " The thin line below a bar shows the range that open answers leave.";
  if (benchmark) text += fmt::format(" The benchmark is {}%.", *benchmark);
  return Chart{.name = "areas",
               .title = "Percent of the possible points by area",
               .description = std::move(text),
               .shape = std::move(bars)};
}

std::string total_note(const score::Scorecard& card) {
  std::string text = "The total counts all items together; it is not the average of the areas.";
  if (has_open_answers(card))
    text += " The range shows what the percent would be if every open answer were the lowest or the top value.";
  return text;
}

Table distribution_table(const score::Scorecard& card) {
  Table table{.caption = "Number of items by answer", .columns = distribution_columns(card), .rows = {}};
  for (const score::AreaScore& area : card.areas)
    table.rows.push_back(distribution_row(area_name(*area.area), area.figures, *card.instrument));
  table.rows.push_back(distribution_row(kTotalOfItems, card.total, *card.instrument));
  return table;
}

Chart distribution_chart(const score::Scorecard& card) {
  const auto& scale = card.instrument->scale;
  StackChart chart{.values = {}, .scale = scale.size(), .stacks = {}};
  for (std::size_t i = scale.size(); i-- > 0;) chart.values.push_back(value_text(*card.instrument, *scale[i].value));
  for (const auto state : {score::Answer::missing, score::Answer::dont_know, score::Answer::not_applicable})
    chart.values.emplace_back(model::word(state));
  for (const score::AreaScore& area : card.areas)
    chart.stacks.push_back(stack_of(area_name(*area.area), area.figures, scale.size()));
  chart.stacks.push_back(stack_of(std::string(kTotalOfItems), card.total, scale.size()));
  drop_unused(chart);
  std::vector<std::string> words;
  for (const Stack& stack : chart.stacks) words.push_back(stack_in_words(stack, chart));
  return Chart{.name = "answers",
               .title = "Answers by area",
               .description = fmt::format("One bar for each area, divided by the number of items with each answer. {}.",
                                          names_joined(words)),
               .shape = std::move(chart)};
}

KeyFigures score_figures(const score::Scorecard& card) {
  KeyFigures figures;
  if (const auto share = score::share(card.total))
    figures.figures.push_back({percent_text(*share), "of the possible points"});
  figures.figures.push_back({points_text(card.total), "points"});
  figures.figures.push_back({coverage_text(card.total), "items have a score"});
  return figures;
}

std::vector<const score::ItemScore*> without_score(const score::Scorecard& card) {
  std::vector<const score::ItemScore*> found;
  for (const score::ItemScore& item : card.items)
    if (item.answer != score::Answer::scored) found.push_back(&item);
  return found;
}

const model::LocatedText* reason_given(const score::ItemScore& item, const model::Snapshot& snapshot) {
  if (item.rating != nullptr && item.rating->value.note) return &item.rating->value.note;
  for (const model::Incomplete& entry : snapshot.incomplete)
    if (*entry.item == *item.item->id && entry.reason) return &entry.reason;
  return nullptr;
}

Table without_score_table(const score::Scorecard& card) {
  Table table = table_of("Items without a score", {"Item", "Area", "Answer", "Note or reason"});
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

void add_team_votes(Page& page, const score::Scorecard& card) {
  const score::TeamVotes team = score::team_votes(card);
  if (team.total.items == 0) return page.text("No votes were recorded.");
  page.text(split_sentence(team));
  page.table(area_votes_table(team));
  page.table(item_votes_table(team.split, card, "Items with split votes"));
  if (team.outside.empty()) return;
  page.text(outside_sentence(team));
  page.table(item_votes_table(team.outside, card, "Items whose agreed score is outside every vote"));
}

Table vote_table(const score::Scorecard& card) {
  Table table = item_votes_table({}, card, "Votes by item");
  table.columns.push_back({.head = "Range of votes"});
  for (const score::ItemScore& item : card.items) {
    if (item.votes.voters == 0) continue;
    table.rows.push_back({text_cell(item_name_and_id(*item.item)), answer_cell(item, *card.instrument),
                          text_cell(votes_text(item.rating->value)), text_cell(agreement_text(item)),
                          text_cell(vote_range(item.votes.lowest, item.votes.highest))});
  }
  return table;
}

Result team_votes_result(const score::Scorecard& card) {
  const score::TeamVotes team = score::team_votes(card);
  return Result::Fields{{"areas", list_of(team.areas, area_votes_result)},
                        {"total", vote_figures_result(team.total)},
                        {"split", item_ids_result(team.split)},
                        {"score_outside", item_ids_result(team.outside)}};
}

}  // namespace cpm::report
