// What the team makes of its answers: strengths, opportunities, feasibility.
#include <map>
#include <set>

#include <fmt/format.h>

#include "rules/answers.h"
#include "rules/rule_table.h"
#include "rules/words.h"

namespace cpm::rules {
namespace {

using diag::Diagnostics;
using model::Snapshot;

bool is_empty(const model::Analysis& analysis) {
  return analysis.strengths.empty() && analysis.opportunities.empty() && analysis.dismissed.empty() &&
         analysis.feasibility.empty();
}

void check_analysis(const Snapshot& snapshot, const Subject&, Diagnostics& findings) {
  if (!is_final(snapshot) || (snapshot.analysis && !is_empty(*snapshot.analysis))) return;
  findings.add({.code = 414,
                .message = "this final Snapshot has no analysis",
                .span = snapshot.status.span,
                .help = "add `analysis` with `strengths`, `opportunities` and `feasibility`, or set `status: draft`"});
}

std::set<std::string_view> mentioned_items(const model::Analysis& analysis) {
  std::set<std::string_view> items;
  for (const auto* const remarks : {&analysis.opportunities, &analysis.dismissed})
    for (const model::Remark& remark : *remarks)
      for (const model::LocatedText& item : remark.items) items.insert(*item);
  for (const model::Feasibility& judgment : analysis.feasibility)
    if (judgment.item.given) items.insert(*judgment.item);
  return items;
}

void check_mentioned(const Snapshot& snapshot, const Subject& subject, Diagnostics& findings) {
  const model::Instrument* const instrument = subject.document.instrument;
  if (instrument == nullptr || !snapshot.analysis || is_empty(*snapshot.analysis)) return;
  if (is_final(snapshot) && snapshot.analysis->opportunities.empty()) return;  // CPM426 says so, once
  const std::set<std::string_view> mentioned = mentioned_items(*snapshot.analysis);
  for (const auto& [item, rating] : snapshot.ratings) {
    if (!is_below_top(snapshot, *instrument, *item) || mentioned.count(*item) > 0) continue;
    findings.add({.code = 406,
                  .message = fmt::format("{} is scored {}, but the analysis does not mention it",
                                         item_name(instrument, *item), scale_word(*instrument, *rating.score)),
                  .span = rating.score.span,
                  .help = "add it to the `items` of an opportunity, or to `dismissed` with the reason why it can wait",
                  .item = *item});
  }
}

// Strengths are at the top value, opportunities below it; the two rules are each other's mirror.
struct Expectation {
  diag::Code code;
  std::string_view kind;
  bool (*contradicts)(const Snapshot&, const model::Instrument&, std::string_view);
  std::string_view found;
  std::string_view help;
};

void check_remarks(const std::vector<model::Remark>& remarks, const Expectation& expected, const Snapshot& snapshot,
                   const model::Instrument& instrument, Diagnostics& findings) {
  for (const model::Remark& remark : remarks) {
    for (const model::LocatedText& item : remark.items) {
      if (!expected.contradicts(snapshot, instrument, *item)) continue;
      findings.add(
          {.code = expected.code,
           .message = fmt::format("{} names {}, which is scored {}{}", expected.kind, item_name(&instrument, *item),
                                  scale_word(instrument, *score_of(snapshot, *item)), expected.found),
           .span = item.span,
           .labels = {{score_place(snapshot, *item), "scored here"}},
           .help = std::string{expected.help},
           .item = *item});
    }
  }
}

void check_strengths(const Snapshot& snapshot, const Subject& subject, Diagnostics& findings) {
  if (subject.document.instrument == nullptr || !snapshot.analysis) return;
  constexpr Expectation kExpected = {417, "a strength", is_below_top, ", below the top value",
                                     "take the item out of the strength, or correct its score"};
  check_remarks(snapshot.analysis->strengths, kExpected, snapshot, *subject.document.instrument, findings);
}

void check_opportunities(const Snapshot& snapshot, const Subject& subject, Diagnostics& findings) {
  if (subject.document.instrument == nullptr || !snapshot.analysis) return;
  constexpr Expectation kExpected = {418, "an opportunity", is_at_top, ", the top value",
                                     "take the item out of the opportunity, or correct its score"};
  check_remarks(snapshot.analysis->opportunities, kExpected, snapshot, *subject.document.instrument, findings);
}

// The items a judgment holds for: the one it names, or all of the opportunity it names.
std::vector<std::string> judged_items(const Snapshot& snapshot, const model::Feasibility& judgment) {
  std::vector<std::string> items;
  if (judgment.item.given) items.push_back(*judgment.item);
  const model::Remark* const opportunity = judgment.opportunity.given
                                               ? model::find_opportunity(snapshot, *judgment.opportunity)
                                               : nullptr;
  if (opportunity == nullptr) return items;
  for (const model::LocatedText& item : opportunity->items) items.push_back(*item);
  return items;
}

void check_judgments(const Snapshot& snapshot, const Subject& subject, Diagnostics& findings) {
  if (!snapshot.analysis) return;
  std::map<std::string, model::Span> first_judged;
  for (const model::Feasibility& judgment : snapshot.analysis->feasibility) {
    const model::Span here = place_of(judgment.item, judgment.opportunity, judgment.span);
    for (const std::string& item : judged_items(snapshot, judgment)) {
      const auto [first, is_new] = first_judged.emplace(item, here);
      if (is_new || first->second == here) continue;
      findings.add(
          {.code = 421,
           .message = item_name(subject.document.instrument, item) + " is judged twice for importance and feasibility",
           .span = here,
           .labels = {{first->second, "first judged here"}},
           .help = "keep one judgment: for the item alone, or for the whole opportunity",
           .item = item});
      break;  // one finding per judgment: its other items have the same cause
    }
  }
}

constexpr Rule kSnapshotAnalysisRules[] = {
    {"snapshot: opportunities not addressed", kCodes<406>, on<Snapshot, check_mentioned>},
    {"snapshot: analysis", kCodes<414>, on<Snapshot, check_analysis>},
    {"snapshot: strengths", kCodes<417>, on<Snapshot, check_strengths>},
    {"snapshot: opportunities", kCodes<418>, on<Snapshot, check_opportunities>},
    {"snapshot: judgments", kCodes<421>, on<Snapshot, check_judgments>},
};

}  // namespace

std::span<const Rule> snapshot_analysis_rules() {
  return kSnapshotAnalysisRules;
}

}  // namespace cpm::rules
