// What the analysis and the priorities of a final Snapshot should hold and do not.
#include <algorithm>
#include <set>

#include "rules/answers.h"
#include "rules/rule_table.h"
#include "rules/words.h"

namespace cpm::rules {
namespace {

using diag::Diagnostics;
using model::Analysis;
using model::Snapshot;

bool any_rated(const Snapshot& snapshot, const model::Instrument& instrument,
               bool (*is)(const Snapshot&, const model::Instrument&, std::string_view),
               const std::set<std::string_view>& but_not = {}) {
  return std::any_of(snapshot.ratings.begin(), snapshot.ratings.end(), [&](const auto& rating) {
    return is(snapshot, instrument, *rating.key) && but_not.count(*rating.key) == 0;
  });
}

std::set<std::string_view> dismissed_items(const Analysis& analysis) {
  std::set<std::string_view> items;
  for (const model::Remark& remark : analysis.dismissed)
    for (const model::LocatedText& item : remark.items) items.insert(*item);
  return items;
}

void report(diag::Code code, std::string_view message, std::string_view help, const Snapshot& snapshot,
            Diagnostics& findings) {
  findings.add({.code = code,
                .message = "the analysis of this final Snapshot " + std::string{message},
                .span = snapshot.status.span,
                .help = std::string{help} + ", or set `status: draft`"});
}

// An analysis without anything in it is CPM414.
bool has_any(const Analysis& analysis) {
  return !(analysis.strengths.empty() && analysis.opportunities.empty() && analysis.dismissed.empty() &&
           analysis.feasibility.empty());
}

void check_lists(const Snapshot& snapshot, const Subject& subject, Diagnostics& findings) {
  const model::Instrument* const instrument = subject.document.instrument;
  if (!is_final(snapshot) || instrument == nullptr || !snapshot.analysis || !has_any(*snapshot.analysis)) return;
  const Analysis& analysis = *snapshot.analysis;
  if (analysis.strengths.empty() && any_rated(snapshot, *instrument, is_at_top))
    report(425, "names no strengths, and there are items at the top value", "add `strengths` to build on", snapshot,
           findings);
  if (analysis.opportunities.empty() && any_rated(snapshot, *instrument, is_below_top, dismissed_items(analysis)))
    report(426, "names no opportunities, and there are items below the top value", "add `opportunities` for growth",
           snapshot, findings);
  if (!analysis.opportunities.empty() && analysis.feasibility.empty())
    report(427, "judges none of its opportunities",
           "add `feasibility` with the `importance` and `feasibility` of each opportunity", snapshot, findings);
}

// A priority without items below the top value and without a reason is CPM405.
bool answers_gap(const Snapshot& snapshot, const model::Instrument& instrument,
                 const model::SnapshotPriority& priority) {
  return std::any_of(priority.items.begin(), priority.items.end(),
                     [&](const model::LocatedText& item) { return is_below_top(snapshot, instrument, *item); });
}

void check_reasons(const Snapshot& snapshot, const Subject& subject, Diagnostics& findings) {
  if (!is_final(snapshot) || subject.document.instrument == nullptr) return;
  for (const model::SnapshotPriority& priority : snapshot.priorities) {
    if (priority.reason.given || !answers_gap(snapshot, *subject.document.instrument, priority)) continue;
    findings.add({.code = 428,
                  .message = name_of(priority) + " does not say why the team chose it",
                  .span = place_of(priority.id, priority.title, priority.span),
                  .help = "add `reason`: why this one, and why now",
                  .item = *priority.id});
  }
}

constexpr Rule kSnapshotMissingRules[] = {
    {"snapshot: parts of the analysis", kCodes<425, 426, 427>, on<Snapshot, check_lists>},
    {"snapshot: reasons of priorities", kCodes<428>, on<Snapshot, check_reasons>},
};

}  // namespace

std::span<const Rule> snapshot_missing_rules() {
  return kSnapshotMissingRules;
}

}  // namespace cpm::rules
