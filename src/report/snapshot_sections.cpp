#include "report/snapshot_sections.h"

#include <algorithm>

#include "base/text.h"
#include "report/rank_blocks.h"
#include "report/score_blocks.h"
#include "report/vote_blocks.h"

namespace cpm::report {

namespace {

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
void add_remarks(Blocks& blocks, const std::vector<model::Remark>& remarks, const score::Scorecard& card,
                 std::string introduction) {
  if (remarks.empty()) return;
  List list;
  for (const model::Remark& remark : remarks) {
    const std::string names = remark.items.empty() ? "" : " (" + item_names(remark.items, card) + ")";
    list.entries.push_back(text_or(remark.text, "No text given.") + names);
  }
  add_text(blocks, std::move(introduction));
  blocks.push_back(std::move(list));
}

Table top_table(const score::Scorecard& card) {
  Table table{.caption = "Items at the top value, " + value_text(*card.instrument, card.top),
              .columns = {{.head = "Item"}, {.head = "Area"}, {.head = "Evidence"}},
              .rows = {}};
  for (const score::ItemScore& item : card.items)
    if (item.answer == score::Answer::scored && item.score == card.top)
      table.rows.push_back({text_cell(item_name(*item.item)), text_cell(area_name(*item.area)),
                            text_cell(item.rating == nullptr ? "none" : texts_joined(item.rating->value.evidence))});
  return table;
}

std::string judged_on(const model::Feasibility& judgement, const score::Scorecard& card) {
  const model::Remark* opportunity = model::find_opportunity(*card.snapshot, *judgement.opportunity);
  if (opportunity != nullptr) return item_names(opportunity->items, card);
  const score::ItemScore* item = score::find_item(card, *judgement.item);
  return item == nullptr ? *judgement.item : item_name(*item->item);
}

void add_feasibility_texts(Blocks& blocks, const model::Analysis& analysis, const score::Scorecard& card) {
  List list;
  for (const model::Feasibility& judgement : analysis.feasibility)
    if (judgement.text) list.entries.push_back(judged_on(judgement, card) + ": " + *judgement.text);
  if (list.entries.empty()) return;
  add_text(blocks, "What the team considered about feasibility:");
  blocks.push_back(std::move(list));
}

void add_ranking(Blocks& blocks, const score::Ranking& ranking) {
  if (ranking.judged.empty() && ranking.unjudged.empty())
    return add_text(blocks, "No scored item is below the top value of the scale.");
  if (!ranking.judged.empty()) {
    add_text(blocks, "The order below is advice worked out from gap, importance and feasibility; the team decides.");
    blocks.push_back(judged_table(ranking, RankDetail::brief));
    blocks.push_back(ranking_terms(ranking));
  }
  if (!ranking.unjudged.empty()) blocks.push_back(unjudged_table(ranking, RankDetail::brief));
}

Table priority_items(const model::SnapshotPriority& priority, const score::Scorecard& card) {
  Table table{.caption = "Items behind this priority",
              .columns = {{.head = "Item"}, {.head = "Score"}, {.head = "Comment"}},
              .rows = {}};
  for (const model::LocatedText& id : priority.items) {
    const score::ItemScore* item = score::find_item(card, *id);
    if (item == nullptr) continue;
    table.rows.push_back({text_cell(item_name(*item->item)), answer_cell(*item, *card.instrument),
                          item->rating == nullptr ? text_cell("none") : text_cell(item->rating->value.comment)});
  }
  return table;
}

void add_priority(Blocks& blocks, const model::SnapshotPriority& priority, const score::Scorecard& card) {
  const model::Area* area = model::find_area(*card.instrument, *priority.area);
  const std::string place = priority.rank ? std::to_string(*priority.rank) + ". " : "";
  add_section(blocks, place + priority_name(priority), 3);
  if (area != nullptr) add_text(blocks, "Area: " + area_name(*area) + ".");
  add_text(blocks, priority.reason ? "Why: " + *priority.reason : "No reason is given.");
  Table table = priority_items(priority, card);
  if (!table.rows.empty()) blocks.push_back(std::move(table));
}

/// "2 items are not answered and 1 is not applicable."
std::string open_sentence(const score::Figures& total) {
  std::vector<std::string> parts;
  const auto say = [&parts](std::int64_t number, std::string_view words) {
    if (number == 0) return;
    const std::string count = parts.empty() ? counted(number, "item") : std::to_string(number);
    parts.push_back(count + " " + std::string(is_or_are(number)) + " " + std::string(words));
  };
  say(total.missing, "not answered");
  say(total.dont_know, "answered with don't know");
  say(total.not_applicable, "not applicable");
  return base::joined(parts) + "." + (open_answers(total) > 0 ? " Open answers widen the range." : "");
}

std::string facilitator_sentence(const model::Facilitator& facilitator, bool with_name) {
  std::string who = text_or(facilitator.role, "a person whose role is not given");
  if (with_name && facilitator.name) who = facilitator.role ? *facilitator.name + ", " + who : *facilitator.name;
  const std::string vote = !facilitator.voted ? "." : *facilitator.voted ? "; voted with the team." : "; did not vote.";
  return "Facilitator: " + who + vote;
}

Table participants_table(const model::Snapshot& snapshot) {
  Table table{.caption = "People at the table, by role",
              .columns = {{.head = "Role"}, {.head = "Organization"}, {.head = "People", .number = true}},
              .rows = {}};
  for (const model::Participant& participant : snapshot.participants)
    table.rows.push_back({text_cell(participant.role), text_cell(participant.organization),
                          participant.count ? whole_cell(*participant.count) : text_cell("not given")});
  return table;
}

}  // namespace

void add_section(Blocks& blocks, std::string title, int level) {
  blocks.push_back(Heading{.level = level, .text = std::move(title)});
}

void add_text(Blocks& blocks, std::string text) {
  blocks.push_back(Paragraph{.text = std::move(text)});
}

model::Analysis analysis_of(const model::Snapshot& snapshot) {
  return snapshot.analysis ? *snapshot.analysis : model::Analysis{};
}

std::vector<const model::SnapshotPriority*> in_order(const model::Snapshot& snapshot) {
  std::vector<const model::SnapshotPriority*> priorities;
  for (const model::SnapshotPriority& priority : snapshot.priorities) priorities.push_back(&priority);
  std::stable_sort(priorities.begin(), priorities.end(), [](const auto* a, const auto* b) {
    if (a->rank.given != b->rank.given) return a->rank.given;
    return a->rank.given && *a->rank < *b->rank;
  });
  return priorities;
}

std::string priority_name(const model::SnapshotPriority& priority) {
  return text_or(priority.title, *priority.id);
}

void add_strengths(Blocks& blocks, const score::Scorecard& card, const model::Analysis& analysis) {
  add_section(blocks, "Strengths to build on");
  add_remarks(blocks, analysis.strengths, card, "What the team says:");
  Table table = top_table(card);
  if (table.rows.empty()) return add_text(blocks, "No item is at the top value of the scale yet.");
  blocks.push_back(std::move(table));
}

void add_opportunities(Blocks& blocks, const score::Ranking& ranking, const model::Analysis& analysis) {
  const score::Scorecard& card = *ranking.scorecard;
  add_section(blocks, "Opportunities for growth");
  add_remarks(blocks, analysis.opportunities, card, "What the team says:");
  add_ranking(blocks, ranking);
  add_feasibility_texts(blocks, analysis, card);
  add_remarks(blocks, analysis.dismissed, card, "Left as they are, on purpose:");
}

void add_votes(Blocks& blocks, const score::Scorecard& card) {
  add_section(blocks, "How the team voted");
  for (Block& block : vote_blocks(card)) blocks.push_back(std::move(block));
}

void add_priorities(Blocks& blocks, const score::Scorecard& card) {
  add_section(blocks, "Priorities for local planning");
  if (card.snapshot->priorities.empty()) return add_text(blocks, "The team has not chosen priorities yet.");
  for (const model::SnapshotPriority* priority : in_order(*card.snapshot)) add_priority(blocks, *priority, card);
}

void add_without_score(Blocks& blocks, const score::Scorecard& card) {
  add_section(blocks, "Not answered");
  if (without_score(card).empty()) return add_text(blocks, "Every item has a score.");
  add_text(blocks, open_sentence(card.total));
  blocks.push_back(without_score_table(card));
}

void add_people(Blocks& blocks, const model::Snapshot& snapshot, const Context& context) {
  add_section(blocks, "Who took part");
  if (snapshot.facilitator) add_text(blocks, facilitator_sentence(*snapshot.facilitator, context.contacts));
  if (snapshot.participants.empty()) return add_text(blocks, "The file does not say who took part.");
  blocks.push_back(participants_table(snapshot));
}

void add_glossary(Blocks& blocks, const score::Scorecard& card) {
  const std::string top = std::to_string(card.top);
  add_section(blocks, "What the terms mean");
  blocks.push_back(
      List{.entries = {
               "Core Practice Model (CPM): the shared way of working of California's child welfare agencies.",
               "Points: the agreed scores added up; each item can give up to " + counted(card.top, "point") + ".",
               "Percent: points out of the points possible on the items that have a score.",
               "Range: the percent if every open answer (not answered or don't know) were 0, up to the "
               "percent if every one were " +
                   top + ".",
               "Items scored: how many of the items that apply have a score (the coverage).",
               "Strength: an item at the top value. Opportunity: a scored item below it.",
           }});
}

}  // namespace cpm::report
