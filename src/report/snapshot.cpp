#include "report/score_pages.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/approvals.h"
#include "report/result_fields.h"
#include "report/score_blocks.h"
#include "report/target_blocks.h"

namespace cpm::report {

namespace {

using SnapshotPriorities = std::vector<const model::SnapshotPriority*>;

/// Priorities by rank; those without one follow in the order of the file.
SnapshotPriorities priorities_by_rank(const model::Snapshot& snapshot) {
  SnapshotPriorities priorities;
  for (const model::SnapshotPriority& priority : snapshot.priorities) priorities.push_back(&priority);
  std::stable_sort(priorities.begin(), priorities.end(),
                   [](const model::SnapshotPriority* a, const model::SnapshotPriority* b) {
                     if (a->rank.given != b->rank.given) return a->rank.given;
                     return a->rank.given && *a->rank < *b->rank;
                   });
  return priorities;
}

std::string snapshot_priority_name(const model::SnapshotPriority& priority) {
  return text_or(priority.title, *priority.id);
}

// The answer

std::string area_and_percent(const score::AreaScore& area) {
  return fmt::format("{} with {}", area_name(*area.area), percent_text(score::share(area.figures)));
}

/// "The highest area is X with 80.0%, the lowest Y with 35.0%."; nothing when all are alike.
std::string areas_sentence(const score::Scorecard& card) {
  const score::AreaScore* highest = nullptr;
  const score::AreaScore* lowest = nullptr;
  for (const score::AreaScore& area : card.areas) {
    const auto share = score::share(area.figures);
    if (!share) continue;
    if (highest == nullptr || *share > *score::share(highest->figures)) highest = &area;
    if (lowest == nullptr || *share < *score::share(lowest->figures)) lowest = &area;
  }
  if (highest == nullptr || highest == lowest) return {};
  return fmt::format(" The highest area is {}; the lowest is {}.", area_and_percent(*highest),
                     area_and_percent(*lowest));
}

std::string priorities_sentence(const model::Snapshot& snapshot) {
  std::vector<std::string> names;
  for (const model::SnapshotPriority* priority : priorities_by_rank(snapshot))
    names.push_back(snapshot_priority_name(*priority));
  if (names.empty()) return " The team has not chosen priorities yet.";
  return fmt::format(" The team chose {}: {}.", counted(names.size(), "priority", "priorities"), names_joined(names));
}

KeyFigures figures_of_snapshot(const score::Scorecard& card) {
  KeyFigures figures = score_figures(card);
  const std::size_t chosen = card.snapshot->priorities.size();
  if (chosen > 0) figures.figures.push_back({std::to_string(chosen), chosen == 1 ? "priority" : "priorities"});
  return figures;
}

Facts facts_of_snapshot(const score::Scorecard& card, const Context& context) {
  const model::Snapshot& snapshot = *card.snapshot;
  Facts facts = snapshot_facts(card, context.workspace);
  const auto add = [&facts](const char* label, const model::LocatedText& text) {
    if (text) facts.facts.push_back({label, *text});
  };
  if (snapshot.administration) {
    const std::string word{model::word(*snapshot.administration)};
    const bool first = *snapshot.administration == model::Administration::baseline;
    facts.facts.push_back(
        {"Administration", first || !snapshot.number ? word : fmt::format("{} {}", word, *snapshot.number)});
  }
  if (context.contacts && snapshot.contact) {
    add("Contact person", snapshot.contact->name);
    add("Email", snapshot.contact->email);
    add("Phone", snapshot.contact->phone);
  }
  if (!snapshot.shared_with.empty()) facts.facts.push_back({"Shared with", texts_joined(snapshot.shared_with)});
  add_approvals(facts, snapshot.approvals);
  return facts;
}

// Sections

std::string benchmark_sentence(const score::Scorecard& card, const Context& context) {
  const auto share = score::share(card.total);
  if (!context.benchmark || !share) return {};
  return fmt::format("The county's own benchmark is {}%. The total of {} {}", *context.benchmark, percent_text(*share),
                     score::meets(*share, *context.benchmark) ? "meets it." : "does not meet it yet.");
}

void add_score(Page& page, const score::Scorecard& card, const Context& context) {
  AreaNames names;
  page.section("Score by area");
  page.chart(area_chart(card, context.benchmark));
  page.table(area_table(card, names));
  page.text(total_note(card));
  page.text(benchmark_sentence(card, context));
  page.chart(distribution_chart(card));
  page.table(distribution_table(card));
}

/// The titles of items named by id; an id that no item has is shown as it is.
std::string item_names(const model::TextList& ids, const score::Scorecard& card) {
  std::vector<std::string> names;
  for (const model::LocatedText& id : ids) {
    const score::ItemScore* item = score::find_item(card, *id);
    names.push_back(item == nullptr ? *id : item_name(*item->item));
  }
  return names_joined(names);
}

/// "We meet monthly. (Implementation team with authority)"
void add_remarks(Page& page, const std::vector<model::Remark>& remarks, const score::Scorecard& card,
                 std::string introduction) {
  if (remarks.empty()) return;
  std::vector<std::string> entries;
  for (const model::Remark& remark : remarks) {
    const std::string names = remark.items.empty() ? "" : " (" + item_names(remark.items, card) + ")";
    entries.push_back(text_or(remark.text, "No text given.") + names);
  }
  page.text(std::move(introduction));
  page.list(std::move(entries));
}

void add_strengths(Page& page, const score::Scorecard& card, const model::Analysis& analysis) {
  page.section("Strengths to build on");
  add_remarks(page, analysis.strengths, card, "What the team says:");
  Table table = table_of("Items at the top value, " + value_text(*card.instrument, card.top),
                         {"Item", "Area", "Evidence"});
  for (const score::ItemScore& item : card.items)
    if (item.answer == score::Answer::scored && item.score == card.top)
      table.rows.push_back({text_cell(item_name(*item.item)), text_cell(area_name(*item.area)),
                            text_cell(item.rating == nullptr ? "none" : texts_joined(item.rating->value.evidence))});
  page.table(std::move(table), "No item is at the top value of the scale yet.");
}

void add_ranking(Page& page, const score::Ranking& ranking) {
  if (ranking.judged.empty() && ranking.unjudged.empty())
    return page.text("No scored item is below the top value of the scale.");
  if (!ranking.judged.empty()) {
    page.text("The order below is advice, calculated from gap, importance and feasibility; the team decides.");
    page.table(judged_table(ranking, RankDetail::brief));
    page.add(ranking_terms(ranking));
  }
  page.table(unjudged_table(ranking, RankDetail::brief));
}

std::string judged_on(const model::Feasibility& judgment, const score::Scorecard& card) {
  const model::Remark* opportunity = model::find_opportunity(*card.snapshot, *judgment.opportunity);
  if (opportunity != nullptr) return item_names(opportunity->items, card);
  const score::ItemScore* item = score::find_item(card, *judgment.item);
  return item == nullptr ? *judgment.item : item_name(*item->item);
}

void add_opportunities(Page& page, const score::Ranking& ranking, const model::Analysis& analysis) {
  const score::Scorecard& card = *ranking.scorecard;
  page.section("Opportunities for growth");
  add_remarks(page, analysis.opportunities, card, "What the team says:");
  add_ranking(page, ranking);
  std::vector<std::string> considered;
  for (const model::Feasibility& judgment : analysis.feasibility)
    if (judgment.text) considered.push_back(fmt::format("{}: {}", judged_on(judgment, card), *judgment.text));
  if (!considered.empty()) page.text("What the team said about feasibility:");
  page.list(std::move(considered));
  add_remarks(page, analysis.dismissed, card, "Left as they are on purpose:");
}

Table priority_items(const model::SnapshotPriority& priority, const score::Scorecard& card) {
  Table table = table_of("Items behind this priority", {"Item", "Score", "Comment"});
  for (const model::LocatedText& id : priority.items) {
    const score::ItemScore* item = score::find_item(card, *id);
    if (item == nullptr) continue;
    table.rows.push_back({text_cell(item_name(*item->item)), answer_cell(*item, *card.instrument),
                          item->rating == nullptr ? text_cell("none") : text_cell(item->rating->value.comment)});
  }
  return table;
}

void add_priorities(Page& page, const score::Scorecard& card) {
  page.section("Priorities for local planning");
  if (card.snapshot->priorities.empty()) page.text("The team has not chosen priorities yet.");
  for (const model::SnapshotPriority* priority : priorities_by_rank(*card.snapshot)) {
    const model::Area* area = model::find_area(*card.instrument, *priority->area);
    const std::string rank = priority->rank ? std::to_string(*priority->rank) + ". " : "";
    page.section(rank + snapshot_priority_name(*priority), 3);
    if (area != nullptr) page.text("Area: " + area_name(*area) + ".");
    page.text(priority->reason ? "Why: " + *priority->reason : "No reason is given.");
    page.table(priority_items(*priority, card));
  }
}

/// "2 items are not answered and 1 is not applicable."
std::string open_sentence(const score::Figures& total) {
  std::vector<std::string> parts;
  const auto say = [&parts](std::int64_t number, std::string_view words) {
    if (number == 0) return;
    const std::string count = parts.empty() ? counted(number, "item") : std::to_string(number);
    parts.push_back(fmt::format("{} {} {}", count, is_are(number), words));
  };
  say(total.missing, "not answered");
  say(total.dont_know, "answered \"don't know\"");
  say(total.not_applicable, "not applicable");
  return base::joined(parts) + "." + (open_answers(total) > 0 ? " Open answers widen the range." : "");
}

void add_without_score(Page& page, const score::Scorecard& card) {
  page.section("Not answered");
  if (without_score(card).empty()) return page.text("Every item has a score.");
  page.text(open_sentence(card.total));
  page.table(without_score_table(card));
}

std::string facilitator_sentence(const model::Facilitator& facilitator, bool with_name) {
  std::string who = text_or(facilitator.role, "a person whose role is not given");
  if (with_name && facilitator.name)
    who = facilitator.role ? fmt::format("{}, {}", *facilitator.name, who) : *facilitator.name;
  const std::string vote = !facilitator.voted ? "." : *facilitator.voted ? "; voted with the team." : "; did not vote.";
  return fmt::format("Facilitator: {}{}", who, vote);
}

void add_participants(Page& page, const model::Snapshot& snapshot, const Context& context) {
  page.section("Who took part");
  if (snapshot.facilitator) page.text(facilitator_sentence(*snapshot.facilitator, context.contacts));
  Table table = table_of("People at the table, by role", {"Role", "Organization", number("People")});
  for (const model::Participant& participant : snapshot.participants)
    table.rows.push_back({text_cell(participant.role), text_cell(participant.organization),
                          participant.count ? whole_cell(*participant.count) : text_cell("not given")});
  page.table(std::move(table), "The file does not say who took part.");
}

void add_glossary(Page& page, const score::Scorecard& card) {
  page.section("What the terms mean");
  page.list({
      "Core Practice Model (CPM): the shared way of working in California's child welfare agencies.",
      fmt::format("Points: the sum of the agreed scores; each item can earn up to {}.", counted(card.top, "point")),
      "Percent: points as a share of the points possible on the items that have a score.",
      fmt::format("Range: from the percent if every open answer (not answered or don't know) were 0 to the percent if "
                  "every one were {}.",
                  card.top),
      "Items scored: how many of the items that apply have a score (the coverage).",
      "Strength: an item at the top value. Opportunity: a scored item below it.",
  });
}

// The result for programs

Result remark_result(const model::Remark& remark) {
  return Result::Fields{
      {"id", text_result(remark.id)}, {"items", texts_result(remark.items)}, {"text", text_result(remark.text)}};
}

Result snapshot_priority_result(const model::SnapshotPriority* priority) {
  return Result::Fields{{"id", *priority->id},
                        {"rank", whole_result(priority->rank)},
                        {"area", text_result(priority->area)},
                        {"title", text_result(priority->title)},
                        {"items", texts_result(priority->items)},
                        {"reason", text_result(priority->reason)}};
}

Result split_result(const score::ItemScore* item) {
  return Result::Fields{{"item", *item->item->id}, {"score", score_or_null(*item)}, {"votes", votes_result(*item)}};
}

Result without_score_result(const score::ItemScore& item, const model::Snapshot& snapshot) {
  const model::LocatedText* reason = reason_given(item, snapshot);
  return Result::Fields{{"item", *item.item->id},
                        {"area", *item.area->id},
                        {"answer", model::key(item.answer)},
                        {"note", reason == nullptr ? Result() : Result(**reason)}};
}

Result participant_result(const model::Participant& participant) {
  return Result::Fields{{"role", text_result(participant.role)},
                        {"organization", text_result(participant.organization)},
                        {"count", whole_result(participant.count)}};
}

Result::List top_items(const score::Scorecard& card) {
  Result::List items;
  for (const score::ItemScore& item : card.items)
    if (item.answer == score::Answer::scored && item.score == card.top) items.push_back(*item.item->id);
  return items;
}

Result::Fields analysis_fields(const score::Scorecard& card, const model::Analysis& analysis) {
  const auto open = [&card](const score::ItemScore* item) { return without_score_result(*item, *card.snapshot); };
  return Result::Fields{
      {"strengths",
       Result::Fields{{"items", top_items(card)}, {"remarks", list_of(analysis.strengths, remark_result)}}},
      {"opportunities", list_of(analysis.opportunities, remark_result)},
      {"dismissed", list_of(analysis.dismissed, remark_result)},
      {"splits", list_of(split_votes(card), split_result)},
      {"votes", team_votes_result(card)},
      {"priorities", list_of(priorities_by_rank(*card.snapshot), snapshot_priority_result)},
      {"not_answered", list_of(without_score(card), open)},
      {"participants", list_of(card.snapshot->participants, participant_result)},
  };
}

}  // namespace

model::Analysis analysis_of(const model::Snapshot& snapshot) {
  return snapshot.analysis ? *snapshot.analysis : model::Analysis{};
}

Document snapshot_report(const score::Ranking& ranking, const Context& context) {
  const score::Scorecard& card = *ranking.scorecard;
  const model::Analysis analysis = analysis_of(*card.snapshot);
  Page page("Snapshot report: " + snapshot_name(card, context.workspace));
  page.lead(fmt::format("On {}, {} rated its capacity for the Core Practice Model (CPM): {}{}{}",
                        date_text(card.snapshot->date), county_text(context.workspace, card.snapshot->county),
                        total_sentence(card), areas_sentence(card), priorities_sentence(*card.snapshot)));
  page.figures(figures_of_snapshot(card));
  page.facts(facts_of_snapshot(card, context));
  add_score(page, card, context);
  add_strengths(page, card, analysis);
  add_opportunities(page, ranking, analysis);
  page.section("How the team voted");
  add_team_votes(page, card);
  add_priorities(page, card);
  add_targets_of_plans(page, context.targets);
  add_without_score(page, card);
  add_participants(page, *card.snapshot, context);
  add_approvals(page, card.snapshot->approvals);
  add_glossary(page, card);
  return std::move(page).done();
}

Result snapshot_result(const score::Ranking& ranking, PlansTargets targets) {
  const score::Scorecard& card = *ranking.scorecard;
  Result::Fields fields = snapshot_fields(card);
  fields.emplace_back("score", score_fields(card));
  fields.emplace_back("ranking", ranking_fields(ranking));
  append(fields, analysis_fields(card, analysis_of(*card.snapshot)));
  add_targets_result(fields, targets);
  add_approvals(fields, card.snapshot->approvals);
  return fields;
}

}  // namespace cpm::report
