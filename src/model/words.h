#pragma once
// The words of every choice in a county's files: the key that a file uses, and how the same is said in a sentence. The
// field tables, rules, pages, results and lists all take them from here; nothing else spells a choice.
#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "model/fidelity.h"
#include "model/logic_model.h"
#include "model/plan.h"
#include "model/reference.h"
#include "model/repository.h"
#include "model/roadmap.h"
#include "model/snapshot.h"
#include "model/support.h"

namespace cpm::model {

template <class Choice>
struct Word {
  Choice choice;
  std::string_view key;     ///< in files and results: "in_progress"
  std::string_view spoken;  ///< in sentences: "in progress"
  /// What people write instead, separated by `|`. A word that stands in two rows of one list could mean either.
  std::string_view also = {};
  /// What people write that no row is, but that comes nearest to this one: asked about, never taken for it.
  std::string_view near = {};
};

/// One row for each enumerator; a row out of order does not compile. An enum of another room gets its words by a
/// specialization there.
template <class Choice>
inline constexpr auto words = nullptr;

template <>
inline constexpr auto words<StepStatus> = std::to_array<Word<StepStatus>>({
    {StepStatus::not_started, "not_started", "not started",
     "waiting|not begun|not yet begun|not yet started|not yet|to do|todo|open|new|planned|upcoming|scheduled|pending|0%|0% complete|0% done"},
    {StepStatus::in_progress, "in_progress", "in progress",
     "ongoing|on going|open|started|underway|under way|begun|active|working|in process|in work|wip|ip|on track|continuing|partially complete|partly done|partly complete|partially completed|partially achieved|partially met|partially implemented|pending|nn%|nn% complete|nn% done"},
    {StepStatus::done, "done", "done",
     "completed|complete|finished|closed|achieved|accomplished|implemented|fully implemented|100%|100% complete|100% done"},
    {StepStatus::delayed, "delayed", "delayed",
     "on hold|hold|late|behind|behind schedule|overdue|postponed|paused|deferred|stalled|off track|blocked|waiting"},
    {StepStatus::dropped, "dropped", "dropped",
     "cancelled|canceled|deleted|removed|abandoned|discontinued|withdrawn|no longer planned|stopped"},
});

template <>
inline constexpr auto words<Rhythm> = std::to_array<Word<Rhythm>>({
    {Rhythm::month, "month", "every month", "monthly|each month|every month|once a month|1 month|every 30 days",
     "daily|every day|each day|once a day|weekly|every week|each week|once a week|every 7 days|biweekly|bi weekly|every two weeks|every 2 weeks|every other week|every 14 days|fortnightly|semimonthly|semi monthly|twice a month|bimonthly|bi monthly|every two months|every 2 months|every other month|2 months"},
    {Rhythm::quarter, "quarter", "every quarter",
     "quarterly|each quarter|every quarter|every three months|every 3 months|3 months|once a quarter",
     "bimonthly|bi monthly|every two months|every 2 months|every other month|2 months|every four months|every 4 months|4 months|three times a year"},
    {Rhythm::half_year, "half-year", "every six months",
     "half year|half yearly|semiannual|semi annual|semiannually|semi annually|biannually|every six months|every 6 months|6 months|six months|twice a year|twice yearly"},
    {Rhythm::year, "year", "every year",
     "yearly|annual|annually|each year|every year|once a year|every 12 months|12 months|every twelve months",
     "biennially|biennial|bienially|biennally|every two years|every 2 years|every other year|every second year|every 24 months|every 18 months|triennially|triennial|every three years|every 3 years|every five years|every 5 years"},
});

template <>
inline constexpr auto words<SipAgency> = std::to_array<Word<SipAgency>>({
    {SipAgency::child_welfare, "child_welfare", "child welfare",
     "cws|child welfare services|cps|child protective services|children's services|social services"},
    {SipAgency::probation, "probation", "probation",
     "juvenile probation|probation department|probation office|juvenile services"},
    {SipAgency::both, "both", "child welfare and probation",
     "joint|shared|child welfare and probation|cws and probation|cws/probation|child welfare/probation"},
});

template <>
inline constexpr auto words<DocumentStatus> = std::to_array<Word<DocumentStatus>>({
    {DocumentStatus::draft, "draft", "draft",
     "in draft|in progress|ongoing|preliminary|not final|unfinished|working draft"},
    {DocumentStatus::final, "final", "final",
     "finalized|finished|completed|complete|done|approved|adopted|agreed|closed"},
});

template <>
inline constexpr auto words<Administration> = std::to_array<Word<Administration>>({
    {Administration::baseline, "baseline", "baseline", "first|initial|base line|start"},
    {Administration::followup, "followup", "follow-up", "second|third|later|repeat|reassessment|annual"},
});

template <>
inline constexpr auto words<RatingState> = std::to_array<Word<RatingState>>({
    {RatingState::missing, "missing", "not answered",
     "unanswered|no answer|skipped|not rated|unrated|blank|not scored"},
    {RatingState::not_applicable, "not_applicable", "not applicable", "n/a|na|n.a.|not relevant|does not apply"},
    {RatingState::dont_know, "dont_know", "don't know", "do not know|dk|unknown|unsure|not sure|no idea|not known"},
});

template <>
inline constexpr auto words<SupportCategory> = std::to_array<Word<SupportCategory>>({
    {SupportCategory::rta, "rta", "Regional Training Academy", "academy|training academy|regional academy"},
    {SupportCategory::peer, "peer", "another county or a group of counties",
     "other county|another county|peer county|peer counties|counties|neighboring county|peers"},
    {SupportCategory::toolkit, "toolkit", "toolkit", "tool|tools|toolkits"},
    {SupportCategory::online, "online", "online", "web|webinar|e-learning|online training|website"},
    {SupportCategory::state, "state", "state", "cdss|state of california|department of social services"},
    {SupportCategory::internal, "internal", "the county itself",
     "own staff|in house|ourselves|own county|county|our county"},
    {SupportCategory::consultant, "consultant", "consultant", "consultants|contractor|vendor|outside expert|external"},
});

template <>
inline constexpr auto words<SupportStatus> = std::to_array<Word<SupportStatus>>({
    {SupportStatus::wanted, "wanted", "wanted", "needed|desired|open|planned|not requested|not yet requested"},
    {SupportStatus::requested, "requested", "requested", "asked|asked for|pending|submitted|applied for"},
    {SupportStatus::agreed, "agreed", "agreed", "approved|accepted|confirmed|scheduled|promised|booked"},
    {SupportStatus::received, "received", "received", "done|completed|complete|delivered|provided|fulfilled|closed"},
    {SupportStatus::declined, "declined", "declined",
     "refused|rejected|denied|turned down|cancelled|canceled|withdrawn"},
});

template <>
inline constexpr auto words<RoadmapKind> = std::to_array<Word<RoadmapKind>>({
    {RoadmapKind::learning_session, "learning_session", "learning session", "training|workshop|class|session|course"},
    {RoadmapKind::webinar, "webinar", "webinar", "online training|online session|virtual training|webinars"},
    {RoadmapKind::regional_event, "regional_event", "regional event",
     "regional meeting|regional training|regional convening"},
    {RoadmapKind::convening, "convening", "convening", "conference|summit|statewide convening|statewide meeting"},
    {RoadmapKind::county_team_work, "county_team_work", "county team work",
     "team meeting|team work|teamwork|county team|team meetings"},
    {RoadmapKind::resource, "resource", "resource", "material|materials|tool|guide|document|resources"},
    {RoadmapKind::deadline, "deadline", "deadline", "due date|due|milestone|due by"},
});

template <>
inline constexpr auto words<RoadmapStatus> = std::to_array<Word<RoadmapStatus>>({
    {RoadmapStatus::planned, "planned", "planned", "scheduled|upcoming|not started|not yet held"},
    {RoadmapStatus::held, "held", "held", "done|completed|complete|took place|happened|finished"},
    {RoadmapStatus::moved, "moved", "moved", "postponed|rescheduled|delayed|deferred"},
    {RoadmapStatus::cancelled, "cancelled", "canceled", "canceled|dropped|called off"},
});

template <>
inline constexpr auto words<OutcomeArea> = std::to_array<Word<OutcomeArea>>({
    {OutcomeArea::practice, "practice", "child and family practice", "family practice|practice with families|casework"},
    {OutcomeArea::partnerships, "partnerships", "partnerships", "partnership|partners|partner"},
    {OutcomeArea::agency, "agency", "agency and system support",
     "system|system support|organization|agency and system"},
});

template <>
inline constexpr auto words<Perspective> = std::to_array<Word<Perspective>>({
    {Perspective::families, "families", "families",
     "family|children|children and families|child and family|parents|youth"},
    {Perspective::staff, "staff", "staff", "workers|social workers|workforce|employees|caseworkers"},
    {Perspective::partners, "partners", "partners", "partner|community|community partners|tribes|partner agencies"},
});

template <>
inline constexpr auto words<SourceKind> = std::to_array<Word<SourceKind>>({
    {SourceKind::existing, "existing", "existing", "available|already there|exists|in use"},
    {SourceKind::fresh, "new", "new", "to be created|to be built|to create|to build|not there yet"},
});

template <>
inline constexpr auto words<FidelityArea> = std::to_array<Word<FidelityArea>>({
    {FidelityArea::implementation, "implementation", "implementation support", "implementation supports"},
    {FidelityArea::leadership, "leadership", "leadership behaviors", "leaders|leader|leadership behaviours"},
    {FidelityArea::practice, "practice", "practice behaviors", "practice behaviours|practitioners"},
});

template <>
inline constexpr auto words<PolicySeverity> = std::to_array<Word<PolicySeverity>>({
    {PolicySeverity::hidden, "hidden", "hidden", "off|none|ignore|ignored|hide|disabled|silent"},
    {PolicySeverity::advice, "advice", "advice", "info|information|note|notice|hint|style|suggestion"},
    {PolicySeverity::warning, "warning", "warning", "warn|warnings"},
    {PolicySeverity::error, "error", "error", "errors|fatal|critical|err"},
});

template <>
inline constexpr auto words<ApprovalState> = std::to_array<Word<ApprovalState>>({
    {ApprovalState::holds, "holds", "holds"},
    {ApprovalState::changed, "changed", "changed since"},
    {ApprovalState::unbound, "unbound", "not bound to the content"},
    {ApprovalState::renewed, "renewed", "renewed later"},
});

/// True when every row stands at the place of its enumerator.
template <class Choice>
constexpr bool words_in_order() {
  for (std::size_t i = 0; i < words<Choice>.size(); ++i)
    if (words<Choice>[i].choice != static_cast<Choice>(i)) return false;
  return true;
}

/// All choices with their words, in the order of the enum.
template <class Choice>
constexpr std::span<const Word<Choice>> word_list() {
  static_assert(words_in_order<Choice>(), "the words of this enum are not in its order");
  return words<Choice>;
}

/// "in_progress"
template <class Choice>
constexpr std::string_view key(Choice choice) {
  return word_list<Choice>()[static_cast<std::size_t>(choice)].key;
}

/// "in progress"
template <class Choice>
constexpr std::string_view word(Choice choice) {
  return word_list<Choice>()[static_cast<std::size_t>(choice)].spoken;
}

}  // namespace cpm::model
