#pragma once
// Instruments, Snapshots and plans in a few words, for tests that work on the model and never read a file. Every value
// is `given`, at a place of its own. The tests of rules and of reports build their samples from these, too.
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

/// A place of its own for every value, so that tests can tell them apart.
inline diag::Span next_place() {
  static std::uint32_t next = 0;
  next += 10;
  return {.file = 0, .begin = next, .end = next + 5, .whole_file = false};
}

template <class T>
diag::Located<T> given(T value) {
  return diag::Located<T>{.value = std::move(value), .span = next_place(), .given = true};
}
inline diag::LocatedText given(const char* words) {
  return given(std::string(words));
}
inline diag::LocatedText given(std::string_view words) {
  return given(std::string(words));
}
inline model::LocatedWhole given(int value) {
  return given(static_cast<std::int64_t>(value));
}

inline diag::LocatedText text(std::string words) {
  return given(std::move(words));
}
inline model::LocatedWhole whole(std::int64_t value) {
  return given(value);
}

inline model::TextList texts(const std::vector<std::string>& words) {
  model::TextList list;
  for (const std::string& word : words) list.push_back(text(word));
  return list;
}
inline model::TextList texts(std::initializer_list<const char*> words) {
  return texts(std::vector<std::string>(words.begin(), words.end()));
}

/// A date in the form 2026-03-15; throws if it is not one, so that a slip in a test shows.
inline base::Date date(std::string_view text) {
  const base::DateReading reading = base::read_date(text);
  if (!reading.date) throw std::invalid_argument("not a date: " + std::string(text));
  return *reading.date;
}
inline model::LocatedDate day(std::string_view text) {
  return given(date(text));
}
/// A day, month or quarter.
inline model::LocatedTimeframe timeframe(std::string_view text) {
  return {base::read_timeframe(text).timeframe.value(), {}, true};
}

inline base::Decimal decimal(std::string_view text) {
  const std::optional<base::Decimal> number = base::read_decimal(text);
  if (!number) throw std::invalid_argument("not a number: " + std::string(text));
  return *number;
}
inline model::LocatedDecimal number(std::string_view text) {
  return given(decimal(text));
}

// Instruments

inline model::Item item(std::string_view id) {
  model::Item made;
  made.id = given(id);
  made.title = given("Title of " + std::string(id));
  return made;
}

inline model::ScaleValue scale_value(std::int64_t value, std::string_view label) {
  model::ScaleValue made;
  made.value = given(value);
  made.label = given(label);
  return made;
}

inline model::Area area(std::string_view id, std::initializer_list<const char*> items) {
  model::Area made;
  made.id = given(id);
  made.label = given("Area " + std::string(id));
  for (const char* name : items) made.items.push_back(item(name));
  return made;
}

/// Instrument `test` 1.0 with a scale from 0 to `top`.
inline model::Instrument instrument(std::int64_t top, std::vector<model::Area> areas) {
  model::Instrument made;
  made.id = given("test");
  made.version = given("1.0");
  made.title = given("Test instrument");
  for (std::int64_t value = 0; value <= top; ++value)
    made.scale.push_back(scale_value(value, "Level " + std::to_string(value)));
  made.areas = std::move(areas);
  return made;
}

inline model::Instrument instrument_version(std::string_view version, std::vector<model::Area> areas) {
  model::Instrument made = instrument(2, std::move(areas));
  made.version = given(version);
  return made;
}

/// For changing an item of a built instrument; throws if there is none.
inline model::Item& item_of(model::Instrument& instrument, std::string_view id) {
  for (model::Area& area : instrument.areas)
    for (model::Item& item : area.items)
      if (item.id.value == id) return item;
  throw std::invalid_argument("no item: " + std::string(id));
}

// Snapshots

inline model::Rating scored(std::int64_t score) {
  model::Rating rating;
  rating.score = given(score);
  return rating;
}

inline model::Rating stated(model::RatingState state) {
  model::Rating rating;
  rating.state = given(state);
  if (state == model::RatingState::not_applicable) rating.note = given("No such unit here.");
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

inline model::Rating& rating_of(model::Snapshot& snapshot, std::string_view item) {
  for (model::Keyed<model::Rating>& rating : snapshot.ratings)
    if (*rating.key == item) return rating.value;
  throw std::invalid_argument("no rating: " + std::string(item));
}

inline void add_rating(model::Snapshot& snapshot, std::string_view item, model::Rating rating) {
  snapshot.ratings.push_back({.key = given(item), .value = std::move(rating)});
}

/// One vote count of a rating: how many people voted for a scale value.
inline void add_votes(model::Rating& rating, std::string_view value, std::int64_t people) {
  rating.votes.push_back({.key = given(value), .value = given(people)});
}

struct Answered {
  const char* item = nullptr;
  model::Rating rating;
};

/// A draft of county `example` at 2026-03-15 on instrument `test` 1.0.
inline model::Snapshot snapshot(std::vector<Answered> answers) {
  model::Snapshot made;
  made.county = given("example");
  made.date = day("2026-03-15");
  made.status = given(model::DocumentStatus::draft);
  made.administration = given(model::Administration::baseline);
  made.instrument.id = given("test");
  made.instrument.version = given("1.0");
  for (Answered& answer : answers) add_rating(made, answer.item, std::move(answer.rating));
  return made;
}

/// How the team judged something; both from 1 to 3, where 3 is important / easy.
struct Judgment {
  std::int64_t importance = 0;
  std::int64_t feasibility = 0;
};

inline model::Analysis& analysis_of(model::Snapshot& snapshot) {
  if (!snapshot.analysis) snapshot.analysis = model::Analysis{};
  return *snapshot.analysis;
}

inline model::Feasibility& add_judgment(model::Snapshot& snapshot, Judgment judgment) {
  model::Feasibility made;
  made.importance = given(judgment.importance);
  made.feasibility = given(judgment.feasibility);
  analysis_of(snapshot).feasibility.push_back(std::move(made));
  return analysis_of(snapshot).feasibility.back();
}

inline void judge_item(model::Snapshot& snapshot, std::string_view item, Judgment judgment) {
  add_judgment(snapshot, judgment).item = given(item);
}

inline void judge_opportunity(model::Snapshot& snapshot, std::string_view id, Judgment judgment) {
  add_judgment(snapshot, judgment).opportunity = given(id);
}

inline void add_opportunity(model::Snapshot& snapshot, std::string_view id, model::TextList items) {
  model::Remark remark;
  remark.id = given(id);
  remark.items = std::move(items);
  remark.text = given("What could be better.");
  analysis_of(snapshot).opportunities.push_back(std::move(remark));
}

// Plans. The references returned are good until the next record of the kind is added.

/// County `example`, 2018-06-15, from 2018-07-01 to 2019-09-30 (14 whole months), a team of three.
inline model::Plan plan() {
  model::Plan made;
  made.county = given("example");
  made.date = day("2018-06-15");
  made.horizon.start = day("2018-07-01");
  made.horizon.reassess = day("2019-09-30");
  for (const char* role : {"Director", "Program manager", "Supervisor"}) {
    model::TeamMember member;
    member.role = given(role);
    member.organization = given("County agency");
    made.team.push_back(std::move(member));
  }
  return made;
}

inline model::PlanPriority& add_priority(model::Plan& plan, std::string_view id, std::string_view area) {
  model::PlanPriority made;
  made.id = given(id);
  made.area = given(area);
  made.title = given("Priority " + std::string(id));
  made.order = given(static_cast<std::int64_t>(plan.priorities.size()) + 1);
  plan.priorities.push_back(std::move(made));
  return plan.priorities.back();
}

inline model::Objective& add_objective(model::Plan& plan, std::string_view id, std::string_view priority) {
  model::Objective made;
  made.id = given(id);
  made.priority = given(priority);
  made.statement = given("Every unit has what " + std::string(id) + " names");
  plan.objectives.push_back(std::move(made));
  return plan.objectives.back();
}

/// Not started, for nobody and without dates.
inline model::Step& add_step(model::Plan& plan, std::string_view id, std::string_view objective) {
  model::Step made;
  made.id = given(id);
  made.objective = given(objective);
  made.action = given("Do " + std::string(id));
  made.status = given(model::StepStatus::not_started);
  plan.steps.push_back(std::move(made));
  return plan.steps.back();
}

inline model::Responsible role(std::string_view name) {
  model::Responsible made;
  made.role = given(name);
  return made;
}

inline model::Responsible team(std::string_view name) {
  model::Responsible made;
  made.team = given(name);
  return made;
}

/// Figures as texts; an empty one is not given.
struct IndicatorFigures {
  const char* baseline = "";
  const char* target = "";
  const char* current = "";
};

inline model::Indicator indicator(const IndicatorFigures& figures) {
  const auto figure = [](const char* text) { return *text == '\0' ? model::LocatedDecimal{} : given(decimal(text)); };
  model::Indicator made;
  made.text = given("Units with a coach");
  made.baseline = figure(figures.baseline);
  made.target = figure(figures.target);
  made.current = figure(figures.current);
  return made;
}

}  // namespace cpm::test
