#include "fixtures.h"

namespace cpm::report::fixtures {

namespace {

using test::scale_value;

model::Area area(const std::string& id, const std::string& label, int items) {
  model::Area made = test::area(id, {});
  made.label = text(label);
  for (int i = 1; i <= items; ++i) made.items.push_back(test::item(id + "-" + std::to_string(i)));
  return made;
}

model::Rating rating_for(char answer) {
  model::Rating made;
  if (answer < '7') made.score = given(static_cast<std::int64_t>(answer - '0'));
  if (answer == '7') made.state = given(model::RatingState::not_applicable);
  if (answer == '8') made.state = given(model::RatingState::dont_know);
  if (answer == '9') made.state = given(model::RatingState::missing);
  if (answer >= '7') made.note = text("because");
  return made;
}

model::Step step(const std::string& id, model::StepStatus status, model::LocatedDate monitor_on) {
  model::Step made;
  made.id = text(id);
  made.objective = text("o1");
  made.action = text("Action " + id);
  made.responsible = test::role("Training manager");
  made.responsible->name = text("Pat Doe");
  if (monitor_on) made.monitor_on = given(base::whole_day(*monitor_on));
  made.status = given(status);
  return made;
}

model::Objective objective() {
  model::Objective made;
  made.id = text("o1");
  made.priority = text("p1");
  made.statement = text("Every unit has a coach");
  made.outcome = text("oc-coached");
  made.indicator = model::Indicator{};
  made.indicator->text = text("Units with a coach");
  made.indicator->unit = text("units");
  made.indicator->baseline = test::number("2");
  made.indicator->target = test::number("12");
  made.indicator->current = test::number("7");
  return made;
}

struct Lines {
  std::string all;

  void add(const std::string& line) { all += line + "\n"; }
  void operator()(const Heading& heading) {
    add(std::string(static_cast<std::size_t>(heading.level), '#') + " " + heading.text);
  }
  void operator()(const Paragraph& paragraph) { add((paragraph.lead ? "> " : "") + paragraph.text); }
  void operator()(const Verbatim& verbatim) { add(verbatim.text); }
  void operator()(const Diagram& diagram) {
    add("[" + diagram.caption + "]");
    for (const auto& [level, line] : diagram.outline)
      add(std::string(static_cast<std::size_t>(level) * 2, ' ') + "* " + line);
  }
  void operator()(const Facts& facts) {
    for (const Fact& fact : facts.facts) add(fact.label + ": " + fact.text);
  }
  // charts_test.cpp looks at these.
  void operator()(const Chart&) {}
  void operator()(const KeyFigures&) {}
  void operator()(const Contents& contents) {
    add("## Contents");
    for (const std::string& title : contents.titles) add("- " + title);
  }
  void operator()(const List& list) {
    for (const std::string& entry : list.entries) add("- " + entry);
  }
  void operator()(const Table& table) {
    add("[" + table.caption + "]");
    std::string heads;
    for (const Column& column : table.columns) heads += (heads.empty() ? "" : " | ") + column.head;
    add(heads);
    for (const auto& row : table.rows) {
      std::string line;
      for (const Cell& cell : row) line += (line.empty() ? "" : " | ") + cell.text;
      add(line);
    }
  }
};

struct Json {
  std::string operator()(std::monostate) const { return "null"; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  std::string operator()(base::Tenths value) const { return base::to_text(value); }
  std::string operator()(const std::string& value) const { return "\"" + value + "\""; }
  std::string operator()(const Result::List& list) const {
    std::string text;
    for (const Result& entry : list) text += (text.empty() ? "" : ",") + json(entry);
    return "[" + text + "]";
  }
  std::string operator()(const Result::Fields& fields) const {
    std::string text;
    for (const auto& [key, value] : fields) text += (text.empty() ? "\"" : ",\"") + key + "\":" + json(value);
    return "{" + text + "}";
  }
};

}  // namespace

model::Instrument instrument(int readiness, int workforce) {
  model::Instrument made;
  made.id = text("small");
  made.version = text("1.0");
  made.title = text("Small instrument");
  made.scale = {scale_value(0, "Not in place"), scale_value(1, "Partially in place"), scale_value(2, "Fully in place")};
  made.areas = {area("or", "Organizational Readiness", readiness), area("wd", "Workforce Development", workforce)};
  made.areas[0].aliases = {text("Organization and Leadership")};
  return made;
}

model::Snapshot snapshot(const model::Instrument& instrument, std::string_view scores) {
  model::Snapshot made;
  made.county = text("example-alder");
  made.date = day(2026, 3, 15);
  made.status = given(model::DocumentStatus::final);
  std::size_t at = 0;
  for (const model::Area& area : instrument.areas)
    for (const model::Item& item : area.items) made.ratings.push_back({text(*item.id), rating_for(scores[at++])});
  return made;
}

void judge(model::Snapshot& snapshot, std::string_view item, std::int64_t importance, std::int64_t feasibility) {
  test::judge_item(snapshot, item, {.importance = importance, .feasibility = feasibility});
}

model::Plan plan() {
  model::Plan made;
  made.county = text("example-alder");
  made.date = day(2026, 4, 1);
  made.contact = model::Contact{
      .span = {}, .name = text("Pat Doe"), .email = text("pat@example.org"), .phone = text("555-0100")};
  made.horizon = {.span = {}, .start = day(2026, 4, 1), .reassess = day(2027, 6, 30)};
  model::TeamMember member;
  member.role = text("Director");
  member.name = text("Sam Roe");
  made.team = {member};
  model::PlanPriority priority;
  priority.id = text("p1");
  priority.area = text("wd");
  priority.title = text("Coaching reaches every unit");
  priority.reason = text("Largest gap");
  made.priorities = {priority};
  made.objectives = {objective()};
  made.steps = {step("s1", model::StepStatus::done, day(2026, 5, 1)),
                step("s2", model::StepStatus::in_progress, day(2026, 6, 21)),
                step("s3", model::StepStatus::not_started, day(2026, 8, 30))};
  made.steps[2].after = {text("s2")};
  return made;
}

model::BuiltIn built_in() {
  model::BuiltIn made;
  made.instruments = {instrument(1, 1)};
  model::Outcome outcome;
  outcome.id = text("oc-coached");
  outcome.text = text("Staff are coached regularly.");
  outcome.perspectives = {text("staff")};
  made.outcomes.outcomes = {outcome};
  return made;
}

std::string page_text(const Document& page) {
  Lines lines;
  lines.add("# " + page.title);
  for (const Block& block : page.blocks) std::visit(lines, block);
  return lines.all;
}

std::string json(const Result& result) {
  return std::visit(Json{}, result.value());
}

}  // namespace cpm::report::fixtures
