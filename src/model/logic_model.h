#pragma once
// The short-term logic model of a plan: activities → outputs → outcomes, with where the figures come from (domain.md section 6).
#include <string_view>
#include <vector>

#include "model/common.h"
#include "model/reference.h"

namespace cpm::model {

enum class SourceKind { existing, fresh };  ///< words `existing`, `new`
enum class Perspective { families, staff, partners };

struct Activity {
  Span span;
  LocatedText id;
  LocatedText text;
  TextList objectives;  ///< of the plan
  TextList steps;       ///< of the plan
};

struct DataSource {
  Span span;
  Located<SourceKind> kind;
  LocatedText name;
};

/// A countable product of an activity.
struct Output {
  Span span;
  LocatedText id;
  LocatedText activity;
  LocatedText text;
  LocatedText unit;
  LocatedDecimal target;
  std::optional<DataSource> source;
  std::vector<Measured> series;
};

/// How those who see the outcome best are asked.
struct FeedbackLoop {
  Span span;
  LocatedText method;
  LocatedText cadence;
  LocatedText sample;
};

/// A change in knowledge, skills, attitudes or behavior.
struct LogicOutcome {
  Span span;
  LocatedText id;
  LocatedText text;
  Located<OutcomeArea> area;
  TextList from;  ///< activities and outputs it comes from
  std::vector<Located<Perspective>> perspectives;
  std::optional<DataSource> source;
  std::optional<FeedbackLoop> feedback_loop;
  LocatedText critical;  ///< key of one of the proposed outcomes
  std::vector<Measured> series;
};

struct LogicModel {
  Heading heading;
  LocatedText county;
  LocatedText title;
  LocatedText plan;  ///< file of the plan, from the repository's root
  std::vector<Activity> activities;
  std::vector<Output> outputs;
  std::vector<LogicOutcome> outcomes;
};

}  // namespace cpm::model
