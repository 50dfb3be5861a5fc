#pragma once
// Part 2 of the process, "Where are we going and how do we get there?" (domain.md section 4).
#include <string_view>
#include <vector>

#include "model/common.h"

namespace cpm::model {

enum class StepStatus { not_started, in_progress, done, delayed, dropped };
/// How often something is repeated.
enum class Rhythm { month, quarter, half_year, year };

/// The Snapshot a plan follows: a file of the repository, or the county and date of one.
struct SnapshotRef {
  Span span;
  LocatedText file;
  LocatedText county;
  LocatedDate date;
};

struct TeamMember {
  Span span;
  LocatedText name;
  LocatedText role;
  LocatedText organization;
  LocatedText part;  ///< what the person is there for
};

struct Horizon {
  Span span;
  LocatedDate start;     ///< target start date: first action on any priority
  LocatedDate reassess;  ///< target date for reassessment
};

struct PlanPriority {
  Span span;
  LocatedText id;
  LocatedText area;
  LocatedText title;
  LocatedText from_snapshot;  ///< id of the Snapshot's priority
  Map<LocatedWhole> targets;  ///< item id → score aimed at
  LocatedWhole order;
  LocatedText reason;
  LocatedDate confirmed_on;  ///< when it was last looked at again
};

/// How one will see that an objective is reached. Progress = (current − baseline) / (target − baseline).
struct Indicator {
  Span span;
  LocatedText text;
  LocatedText unit;
  LocatedDecimal baseline;
  LocatedDecimal target;
  LocatedDecimal current;
  std::vector<Measured> series;  ///< figures so far
};

struct Objective {
  Span span;
  LocatedText id;
  LocatedText priority;
  LocatedText statement;
  std::optional<Indicator> indicator;
  LocatedText outcome;       ///< id of an outcome it serves: of the logic model, or built in
  LocatedDate confirmed_on;  ///< when it was last looked at again
};

/// One responsible leader (by role) or one named team.
struct Responsible {
  Span span;
  LocatedText role;
  LocatedText team;
  LocatedText name;
};

/// Whose part of the System Improvement Plan it is: a county's plan is a joint one, with a chart for each agency.
enum class SipAgency { child_welfare, probation, both };

/// Where a step appears in the county's System Improvement Plan (domain.md section 12).
struct SipLink {
  Span span;
  std::optional<Period> period;
  Located<SipAgency> agency;
  LocatedText measure_or_factor;
  LocatedText strategy;
  LocatedText action_step;
};

struct Links {
  Span span;
  std::vector<SipLink> sip;
};

struct Step {
  Span span;
  LocatedText id;
  LocatedText objective;
  LocatedText action;
  std::optional<Responsible> responsible;
  TextList with;  ///< roles, teams and organizations that take part beside the one responsible
  LocatedTimeframe start;
  LocatedTimeframe due;
  LocatedTimeframe monitor_on;  ///< the first time, when it is repeated
  Located<Rhythm> monitor_every;
  LocatedDate done_on;
  Located<StepStatus> status;
  TextList after;     ///< steps that come first
  TextList supports;  ///< ids of support needs
  TextList initiatives;
  LocatedText note;
  std::optional<Links> links;
};

/// What a monitoring meeting found; appended, never rewritten.
struct Review {
  Span span;
  LocatedDate date;
  LocatedText step;
  LocatedText objective;
  Located<StepStatus> status;
  LocatedText note;
  LocatedText change;
};

struct Plan {
  Heading heading;
  LocatedText county;
  LocatedDate date;
  std::optional<Contact> contact;
  std::optional<SnapshotRef> snapshot;
  std::vector<TeamMember> team;
  Horizon horizon;
  std::vector<PlanPriority> priorities;
  std::vector<Objective> objectives;
  std::vector<Step> steps;
  std::vector<Review> reviews;
  std::optional<Links> links;
  std::vector<Approval> approvals;
};

const PlanPriority* find_priority(const Plan& plan, std::string_view id);
const Objective* find_objective(const Plan& plan, std::string_view id);
const Step* find_step(const Plan& plan, std::string_view id);

}  // namespace cpm::model
