// What a plan rests on and what has become of it since: scores of a later Snapshot, clauses of the theory of change.
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "base/text.h"
#include "model/words.h"
#include "rules/answers.h"
#include "rules/rule_table.h"
#include "rules/words.h"
#include "score/replaced.h"
#include "score/targets.h"

namespace cpm::rules {
namespace {

using diag::Diagnostics;
using model::Document;
using model::Plan;
using model::Snapshot;

bool is_usable(const Document& document) {
  return document.usable && document.instrument != nullptr;
}

// Looked at again since the day?
bool is_confirmed(const model::LocatedDate& confirmed_on, base::Date day) {
  return confirmed_on.given && *confirmed_on >= day;
}

// Scores

/// The Snapshot of a plan and the newest one that came after it.
struct Since {
  const Document* before = nullptr;
  const Document* now = nullptr;
};

// The item that asks the same in a later instrument: by its id, else as `same_as` says. A reworded one has another `revision`.
const model::Item* item_continuing(const model::Instrument& later, const model::Instrument& earlier,
                                   std::string_view id) {
  const model::Item* const before = model::find_item(earlier, id);
  const model::Item* const now = *later.id == *earlier.id ? model::find_item(later, id) : nullptr;
  if (before != nullptr && now != nullptr && before->revision.given == now->revision.given &&
      *before->revision == *now->revision)
    return now;
  for (const model::Area& area : later.areas)
    for (const model::Item& item : area.items)
      if (item.same_as.given && *item.same_as == id) return &item;
  return nullptr;
}

/// One answer that is no longer what it was.
struct Moved {
  std::string id;  ///< in the later instrument
  std::string course;
  std::int64_t before = 0;
};

// "2", "don't know"; empty when there is no answer yet.
std::string answer_of(const Snapshot& snapshot, std::string_view item) {
  if (const std::optional<std::int64_t> score = score_of(snapshot, item)) return std::to_string(*score);
  const model::Keyed<model::Rating>* const rating = model::find_rating(snapshot, item);
  if (rating == nullptr || !rating->value.state || *rating->value.state == model::RatingState::missing) return {};
  return std::string{model::word(*rating->value.state)};
}

// Scores count as shares of the top: another instrument may have another scale.
bool is_same_score(const Since& since, std::int64_t before, std::optional<std::int64_t> now) {
  return now && before * model::top_value(*since.now->instrument) == *now * model::top_value(*since.before->instrument);
}

std::vector<Moved> moved_items(const Since& since, const model::TextList& items) {
  const Snapshot& later = std::get<Snapshot>(since.now->content);
  std::vector<Moved> moved;
  for (const model::LocatedText& id : items) {
    const std::optional<std::int64_t> before = score_of(std::get<Snapshot>(since.before->content), *id);
    const model::Item* const item = item_continuing(*since.now->instrument, *since.before->instrument, *id);
    if (!before || item == nullptr) continue;
    const std::string now = answer_of(later, *item->id);
    if (now.empty() || is_same_score(since, *before, score_of(later, *item->id))) continue;
    moved.push_back({.id = *item->id, .course = fmt::format("from {} to {}", *before, now), .before = *before});
  }
  return moved;
}

void report(const model::PlanPriority& priority, const Since& since, const std::vector<Moved>& moved,
            Diagnostics& findings) {
  constexpr std::size_t kShown = 3;
  const Snapshot& now = std::get<Snapshot>(since.now->content);
  std::vector<std::string> courses;
  diag::Diagnostic finding{.code = 530,
                           .message = {},
                           .span = place_of(priority.id, priority.title, priority.span),
                           .help = "look at the priority again, and write the day as `confirmed_on`",
                           .item = *priority.id};
  for (const Moved& one : moved) {
    courses.push_back(quoted(one.id) + (courses.empty() ? " went " : " ") + one.course);
    finding.labels.push_back({answer_place(now, one.id), "it was " + std::to_string(one.before)});
    finding.notes.push_back(fmt::format("{} went {}", item_name(since.now->instrument, one.id), one.course));
  }
  finding.message = fmt::format("{} rests on a score that has changed: {} on {}", name_of(priority),
                                first_of(courses, kShown), base::to_text(*now.date));
  findings.add(std::move(finding));
}

void check_scores(const Plan& plan, const Subject& subject, Diagnostics& findings) {
  Since since{.before = subject.document.snapshot, .now = nullptr};
  if (since.before == nullptr || !is_usable(*since.before)) return;
  since.now = score::newest_after(*since.before, subject.workspace, is_usable);
  if (since.now == nullptr) return;
  const Snapshot& before = std::get<Snapshot>(since.before->content);
  for (const model::PlanPriority& priority : plan.priorities) {
    if (!priority.from_snapshot.given) continue;
    if (is_confirmed(priority.confirmed_on, *std::get<Snapshot>(since.now->content).date)) continue;
    const model::SnapshotPriority* const origin = model::find_priority(before, *priority.from_snapshot);
    if (origin == nullptr) continue;
    const std::vector<Moved> moved = moved_items(since, origin->items);
    if (!moved.empty()) report(priority, since, moved, findings);
  }
}

// Clauses

// The outcome that an objective serves, and the built-in one that it stands for in a logic model.
std::set<std::string_view> outcomes_of(const model::Objective& objective, const Subject& subject) {
  std::set<std::string_view> outcomes;
  if (!objective.outcome.given) return outcomes;
  outcomes.insert(*objective.outcome);
  for (const Document* other : model::documents_of<model::LogicModel>(subject.workspace)) {
    if (other->home != subject.document.home || !other->usable) continue;
    for (const model::LogicOutcome& outcome : std::get<model::LogicModel>(other->content).outcomes)
      if (*outcome.id == *objective.outcome && outcome.critical.given) outcomes.insert(*outcome.critical);
  }
  return outcomes;
}

bool was_revised(const model::Clause& clause, const Plan& plan, const model::Objective& objective,
                 const Subject& subject) {
  return clause.revised_on.given && *clause.revised_on > *plan.date && *clause.revised_on <= subject.workspace.as_of &&
         !is_confirmed(objective.confirmed_on, *clause.revised_on);
}

std::vector<const model::Clause*> revised_clauses(const Plan& plan, const model::Objective& objective,
                                                  const Subject& subject) {
  const std::set<std::string_view> outcomes = outcomes_of(objective, subject);
  std::vector<const model::Clause*> revised;
  for (const Document* other : model::documents_of<model::TheoryOfChange>(subject.workspace)) {
    if (other->home != subject.document.home || !other->usable) continue;
    const auto& theory = std::get<model::TheoryOfChange>(other->content);
    for (const auto* clauses : {&theory.if_clauses, &theory.then_clauses})
      for (const model::Clause& clause : *clauses)
        for (const model::LocatedText& outcome : clause.outcomes)
          if (outcomes.contains(*outcome) && was_revised(clause, plan, objective, subject)) {
            revised.push_back(&clause);
            break;
          }
  }
  return revised;
}

void check_clauses(const Plan& plan, const Subject& subject, Diagnostics& findings) {
  for (const model::Objective& objective : plan.objectives) {
    const std::vector<const model::Clause*> revised = revised_clauses(plan, objective, subject);
    if (revised.empty()) continue;
    std::vector<std::string> clauses;
    diag::Diagnostic finding{.code = 530,
                             .message = {},
                             .span = place_of(objective.id, objective.statement, objective.span),
                             .help = "look at the objective again, and write the day as `confirmed_on`",
                             .item = *objective.id};
    for (const model::Clause* const clause : revised) {
      const std::string name = clause->id.given ? "clause " + quoted(*clause->id) : "a clause";
      clauses.push_back(fmt::format("{} on {}", name, base::to_text(*clause->revised_on)));
      finding.labels.push_back({clause->revised_on.span, "revised here"});
    }
    finding.message = fmt::format("{} serves {}, and the theory of change was revised there: {}", name_of(objective),
                                  quoted(*objective.outcome), base::joined(clauses));
    findings.add(std::move(finding));
  }
}

// One rule, because a code has one row.
void check_ground(const Plan& plan, const Subject& subject, Diagnostics& findings) {
  if (score::replaced_by(subject.document, subject.workspace) != nullptr) return;  // nobody looks at it again
  check_scores(plan, subject, findings);
  check_clauses(plan, subject, findings);
}

constexpr Rule kPlanConfirmRules[] = {
    {"plan: confirmed since its ground changed", kCodes<530>, on<Plan, check_ground>},
};

}  // namespace

std::span<const Rule> plan_confirm_rules() {
  return kPlanConfirmRules;
}

}  // namespace cpm::rules
