#pragma once
// Instruments, Snapshots and plans in a few words, for tests that work on the model and never read a file. Every value
// is `given`, at an unknown place.
#include <initializer_list>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/instrument.h"
#include "model/plan.h"
#include "model/snapshot.h"

namespace cpm::test {

template <class T>
diag::Located<T> located(T value) {
  return diag::Located<T>{.value = std::move(value), .span = {}, .given = true};
}

inline diag::LocatedText located(const char* text) {
  return located(std::string(text));
}
inline diag::LocatedText located(std::string_view text) {
  return located(std::string(text));
}
inline model::LocatedWhole located(int number) {
  return located(static_cast<std::int64_t>(number));
}

inline model::TextList texts(std::initializer_list<const char*> words) {
  model::TextList list;
  for (const char* word : words) list.push_back(located(word));
  return list;
}

/// A day in the form 2026-03-15; throws when it is none, so that a slip in a test shows.
inline base::Date day(std::string_view text) {
  const base::DateReading reading = base::read_date(text);
  if (!reading.date) throw std::invalid_argument("no day: " + std::string(text));
  return *reading.date;
}

inline base::Decimal decimal(std::string_view text) {
  const std::optional<base::Decimal> number = base::read_decimal(text);
  if (!number) throw std::invalid_argument("no number: " + std::string(text));
  return *number;
}

// Instruments

inline model::Item item(std::string_view id) {
  model::Item made;
  made.id = located(id);
  made.title = located("Title of " + std::string(id));
  return made;
}

inline model::Area area(std::string_view id, std::initializer_list<const char*> items) {
  model::Area made;
  made.id = located(id);
  made.label = located("Area " + std::string(id));
  for (const char* name : items) made.items.push_back(item(name));
  return made;
}

/// Instrument `test` 1.0 with a scale from 0 to `top`.
inline model::Instrument instrument(std::int64_t top, std::vector<model::Area> areas) {
  model::Instrument made;
  made.id = located("test");
  made.version = located("1.0");
  made.title = located("Test instrument");
  for (std::int64_t value = 0; value <= top; ++value) {
    model::ScaleValue row;
    row.value = located(value);
    row.label = located("Level " + std::to_string(value));
    made.scale.push_back(std::move(row));
  }
  made.areas = std::move(areas);
  return made;
}

/// For changing an item of a built instrument; throws when there is none.
inline model::Item& item_of(model::Instrument& instrument, std::string_view id) {
  for (model::Area& area : instrument.areas)
    for (model::Item& item : area.items)
      if (item.id.value == id) return item;
  throw std::invalid_argument("no item: " + std::string(id));
}

// Snapshots

inline model::Rating scored(std::int64_t score) {
  model::Rating rating;
  rating.score = located(score);
  return rating;
}

inline model::Rating stated(model::RatingState state) {
  model::Rating rating;
  rating.state = located(state);
  if (state == model::RatingState::not_applicable) rating.note = located("No such unit here.");
  return rating;
}

inline model::Rating missing() {
  return stated(model::RatingState::missing);
}
inline model::Rating dont_know() {
  return stated(model::RatingState::dont_know);
}
inline model::Rating not_applicable() {
  return stated(model::RatingState::not_applicable);
}

inline void add_rating(model::Snapshot& snapshot, std::string_view item, model::Rating rating) {
  snapshot.ratings.push_back({.key = located(item), .value = std::move(rating)});
}

/// One vote count of a rating: how many people voted for a scale value.
inline void add_votes(model::Rating& rating, std::string_view value, std::int64_t people) {
  rating.votes.push_back({.key = located(value), .value = located(people)});
}

struct Answered {
  const char* item = nullptr;
  model::Rating rating;
};

/// A draft of county `example` at 2026-03-15 on instrument `test` 1.0.
inline model::Snapshot snapshot(std::vector<Answered> answers) {
  model::Snapshot made;
  made.county = located("example");
  made.date = located(day("2026-03-15"));
  made.status = located(model::DocumentStatus::draft);
  made.administration = located(model::Administration::baseline);
  made.instrument.id = located("test");
  made.instrument.version = located("1.0");
  for (Answered& answer : answers) add_rating(made, answer.item, std::move(answer.rating));
  return made;
}

/// How the team judged something; both from 1 to 3, where 3 is important / easy.
struct Judgement {
  std::int64_t importance = 0;
  std::int64_t feasibility = 0;
};

inline model::Analysis& analysis_of(model::Snapshot& snapshot) {
  if (!snapshot.analysis) snapshot.analysis = model::Analysis{};
  return *snapshot.analysis;
}

inline model::Feasibility& add_judgement(model::Snapshot& snapshot, Judgement judgement) {
  model::Feasibility made;
  made.importance = located(judgement.importance);
  made.feasibility = located(judgement.feasibility);
  analysis_of(snapshot).feasibility.push_back(std::move(made));
  return analysis_of(snapshot).feasibility.back();
}

inline void judge_item(model::Snapshot& snapshot, std::string_view item, Judgement judgement) {
  add_judgement(snapshot, judgement).item = located(item);
}

inline void judge_opportunity(model::Snapshot& snapshot, std::string_view id, Judgement judgement) {
  add_judgement(snapshot, judgement).opportunity = located(id);
}

inline void add_opportunity(model::Snapshot& snapshot, std::string_view id, model::TextList items) {
  model::Remark remark;
  remark.id = located(id);
  remark.items = std::move(items);
  remark.text = located("What could be better.");
  analysis_of(snapshot).opportunities.push_back(std::move(remark));
}

// Plans. The references returned are good until the next record of the kind is added.

/// County `example`, 2018-06-15, from 2018-07-01 to 2019-09-30 (14 whole months), a team of three.
inline model::Plan plan() {
  model::Plan made;
  made.county = located("example");
  made.date = located(day("2018-06-15"));
  made.horizon.start = located(day("2018-07-01"));
  made.horizon.reassess = located(day("2019-09-30"));
  for (const char* role : {"Director", "Program manager", "Supervisor"}) {
    model::TeamMember member;
    member.role = located(role);
    member.organization = located("County agency");
    made.team.push_back(std::move(member));
  }
  return made;
}

inline model::PlanPriority& add_priority(model::Plan& plan, std::string_view id, std::string_view area) {
  model::PlanPriority made;
  made.id = located(id);
  made.area = located(area);
  made.title = located("Priority " + std::string(id));
  made.order = located(static_cast<std::int64_t>(plan.priorities.size()) + 1);
  plan.priorities.push_back(std::move(made));
  return plan.priorities.back();
}

inline model::Objective& add_objective(model::Plan& plan, std::string_view id, std::string_view priority) {
  model::Objective made;
  made.id = located(id);
  made.priority = located(priority);
  made.statement = located("Every unit has what " + std::string(id) + " names");
  plan.objectives.push_back(std::move(made));
  return plan.objectives.back();
}

/// Not started, for nobody and without dates.
inline model::Step& add_step(model::Plan& plan, std::string_view id, std::string_view objective) {
  model::Step made;
  made.id = located(id);
  made.objective = located(objective);
  made.action = located("Do " + std::string(id));
  made.status = located(model::StepStatus::not_started);
  plan.steps.push_back(std::move(made));
  return plan.steps.back();
}

inline model::Responsible role(std::string_view name) {
  model::Responsible made;
  made.role = located(name);
  return made;
}

inline model::Responsible team(std::string_view name) {
  model::Responsible made;
  made.team = located(name);
  return made;
}

/// Figures as texts; an empty one is not given.
struct IndicatorFigures {
  const char* baseline = "";
  const char* target = "";
  const char* current = "";
};

inline model::Indicator indicator(const IndicatorFigures& figures) {
  const auto figure = [](const char* text) { return *text == '\0' ? model::LocatedDecimal{} : located(decimal(text)); };
  model::Indicator made;
  made.text = located("Units with a coach");
  made.baseline = figure(figures.baseline);
  made.target = figure(figures.target);
  made.current = figure(figures.current);
  return made;
}

}  // namespace cpm::test
