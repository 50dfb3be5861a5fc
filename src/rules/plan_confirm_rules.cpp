// What a plan rests on and what has become of it since: scores of a later Snapshot, clauses of the theory of change.
#include <set>

#include "base/text.h"
#include "rules/answers.h"
#include "rules/rule_table.h"
#include "rules/words.h"

namespace cpm::rules {
namespace {

using diag::Diagnostics;
using model::Document;
using model::Plan;
using model::Snapshot;

bool is_usable(const Document* document) {
  return document != nullptr && document->usable && document->instrument != nullptr;
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

bool continues(const Document& later, const Document& earlier, base::Date as_of) {
  const Snapshot& now = std::get<Snapshot>(later.content);
  const Snapshot& before = std::get<Snapshot>(earlier.content);
  return is_final(now) && *now.date > *before.date && *now.date <= as_of && *now.county == *before.county &&
         *later.instrument->id == *earlier.instrument->id;
}

const Document* newest_after(const Document& earlier, const Subject& subject) {
  const Document* newest = nullptr;
  for (const Document* other : model::documents_of<Snapshot>(subject.workspace)) {
    if (other->home != subject.document.home || !is_usable(other)) continue;
    if (!continues(*other, earlier, subject.workspace.as_of)) continue;
    if (newest == nullptr || *std::get<Snapshot>(other->content).date > *std::get<Snapshot>(newest->content).date)
      newest = other;
  }
  return newest;
}

// The same question in both: a reworded one has another `revision`.
bool is_common(const Since& since, const std::string& id) {
  const model::Item* const before = model::find_item(*since.before->instrument, id);
  const model::Item* const now = model::find_item(*since.now->instrument, id);
  return before != nullptr && now != nullptr && before->revision.given == now->revision.given &&
         *before->revision == *now->revision;
}

/// One score that is no longer what it was.
struct Moved {
  std::string id;
  std::int64_t before = 0;
  std::int64_t now = 0;
};

std::vector<Moved> moved_items(const Since& since, const model::TextList& items) {
  std::vector<Moved> moved;
  for (const model::LocatedText& item : items) {
    const auto before = score_of(std::get<Snapshot>(since.before->content), *item);
    const auto now = score_of(std::get<Snapshot>(since.now->content), *item);
    if (before && now && *before != *now && is_common(since, *item))
      moved.push_back({.id = *item, .before = *before, .now = *now});
  }
  return moved;
}

std::string course_of(const Moved& moved) {
  return "from " + std::to_string(moved.before) + " to " + std::to_string(moved.now);
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
    courses.push_back(quoted(one.id) + (courses.empty() ? " went " : " ") + course_of(one));
    finding.labels.push_back({score_place(now, one.id), "it was " + std::to_string(one.before)});
    finding.notes.push_back(item_name(since.now->instrument, one.id) + " went " + course_of(one));
  }
  finding.message = name_of(priority) + " rests on a score that has changed: " + first_of(courses, kShown) + " on " +
                    base::to_text(*now.date);
  findings.add(std::move(finding));
}

void check_scores(const Plan& plan, const Subject& subject, Diagnostics& findings) {
  Since since{.before = subject.document.snapshot, .now = nullptr};
  if (!is_usable(since.before)) return;
  since.now = newest_after(*since.before, subject);
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
      clauses.push_back(name + " on " + base::to_text(*clause->revised_on));
      finding.labels.push_back({clause->revised_on.span, "revised here"});
    }
    finding.message = name_of(objective) + " serves " + quoted(*objective.outcome) +
                      ", and the theory of change was revised there: " + base::joined(clauses);
    findings.add(std::move(finding));
  }
}

// One rule, because a code has one row.
void check_ground(const Plan& plan, const Subject& subject, Diagnostics& findings) {
  check_scores(plan, subject, findings);
  check_clauses(plan, subject, findings);
}

constexpr Rule kRules[] = {
    {"plan: confirmed since its ground changed", kCodes<530>, on<Plan, check_ground>},
};

}  // namespace

std::span<const Rule> plan_confirm_rules() {
  return kRules;
}

}  // namespace cpm::rules
