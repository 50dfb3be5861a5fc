// `cpm report snapshot`: the main report. It stands alone for a reader who was not in the room: the answer first, then
// score, strengths, opportunities, votes, priorities with reasons, what is not answered, who took part, what terms
// mean.
#include "base/text.h"
#include "report/abbreviations.h"
#include "report/score_blocks.h"
#include "report/score_charts.h"
#include "report/snapshot_sections.h"

namespace cpm::report {

namespace {

std::string area_share_text(const score::AreaScore& area) {
  return area_name(*area.area) + " with " + percent_text(score::share(area.figures));
}

/// "The highest area is X with 80.0 %, the lowest Y with 35.0 %."; nothing when all stand alike.
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
  return " The highest area is " + area_share_text(*highest) + ", the lowest " + area_share_text(*lowest) + ".";
}

std::string priorities_sentence(const model::Snapshot& snapshot) {
  std::vector<std::string> names;
  for (const model::SnapshotPriority* priority : in_order(snapshot)) names.push_back(priority_name(*priority));
  if (names.empty()) return " The team has not chosen priorities yet.";
  return " The team chose " + base::counted(names.size(), "priority", "priorities") + ": " + names_joined(names) + ".";
}

Paragraph lead(const score::Scorecard& card, const Context& context) {
  return Paragraph{.text = "On " + date_text(card.snapshot->date) + ", " +
                           county_text(context.workspace, card.snapshot->county) +
                           " rated its capacity for the Core Practice Model (CPM): " + total_sentence(card) +
                           areas_sentence(card) + priorities_sentence(*card.snapshot),
                   .lead = true};
}

std::string administration_text(const model::Snapshot& snapshot) {
  if (*snapshot.administration == model::Administration::baseline) return "baseline";
  return snapshot.number ? "follow-up " + std::to_string(*snapshot.number) : "follow-up";
}

void add_contact(Facts& facts, const std::optional<model::Contact>& contact) {
  if (!contact) return;
  if (contact->name) facts.facts.push_back({"Contact person", *contact->name});
  if (contact->email) facts.facts.push_back({"Email", *contact->email});
  if (contact->phone) facts.facts.push_back({"Phone", *contact->phone});
}

Facts facts_of(const score::Scorecard& card, const Context& context) {
  const model::Snapshot& snapshot = *card.snapshot;
  Facts facts = snapshot_facts(card, context.workspace);
  if (snapshot.administration) facts.facts.push_back({"Administration", administration_text(snapshot)});
  if (context.contacts) add_contact(facts, snapshot.contact);
  if (!snapshot.shared_with.empty()) facts.facts.push_back({"Shared with", texts_joined(snapshot.shared_with)});
  return facts;
}

KeyFigures figures_of(const score::Scorecard& card) {
  KeyFigures figures = score_figures(card);
  const std::size_t chosen = card.snapshot->priorities.size();
  if (chosen > 0) figures.figures.push_back({std::to_string(chosen), chosen == 1 ? "priority" : "priorities"});
  return figures;
}

void add_benchmark(Blocks& blocks, const score::Scorecard& card, const Context& context) {
  const auto share = score::share(card.total);
  if (!context.benchmark || !share) return;
  const bool met = score::meets(*share, *context.benchmark);
  add_text(blocks, "The county's own benchmark is " + std::to_string(*context.benchmark) + " %. The total of " +
                       percent_text(*share) + (met ? " meets it." : " does not meet it yet."));
}

void add_score(Blocks& blocks, const score::Scorecard& card, const Context& context) {
  AreaNames names;
  add_section(blocks, "Score by area");
  blocks.emplace_back(area_chart(card, context.benchmark));
  blocks.emplace_back(area_table(card, names));
  blocks.emplace_back(total_note(card));
  add_benchmark(blocks, card, context);
  blocks.emplace_back(distribution_chart(card));
  blocks.emplace_back(distribution_table(card));
}

}  // namespace

Document snapshot_report(const score::Ranking& ranking, const Context& context) {
  const score::Scorecard& card = *ranking.scorecard;
  const model::Analysis analysis = analysis_of(*card.snapshot);
  Document page{.title = "Snapshot report: " + county_text(context.workspace, card.snapshot->county) + ", " +
                         date_text(card.snapshot->date),
                .blocks = {}};
  page.blocks.emplace_back(lead(card, context));
  page.blocks.emplace_back(figures_of(card));
  page.blocks.emplace_back(facts_of(card, context));
  add_score(page.blocks, card, context);
  add_strengths(page.blocks, card, analysis);
  add_opportunities(page.blocks, ranking, analysis);
  add_votes(page.blocks, card);
  add_priorities(page.blocks, card);
  add_without_score(page.blocks, card);
  add_people(page.blocks, *card.snapshot, context);
  add_glossary(page.blocks, card);
  return with_abbreviations(std::move(page));
}

}  // namespace cpm::report
