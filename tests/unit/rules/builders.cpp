#include "tests/unit/rules/builders.h"

#include <doctest/doctest.h>

namespace cpm::test {
namespace {

model::Item asked_item(const std::string& id, const std::string& title) {
  model::Item made = item(id);
  made.title = text(title);
  made.prompt = text("It is so.");
  made.anchors = texts({"Not yet.", "In part.", "Fully."});
  return made;
}

model::Area titled_area(const std::string& id, const std::string& label, std::vector<model::Item> items) {
  model::Area made = area(id, {});
  made.label = text(label);
  made.items = std::move(items);
  return made;
}

model::SnapshotPriority snapshot_priority(const std::string& id, const std::string& area_id,
                                          const std::string& item_id) {
  model::SnapshotPriority made;
  made.id = text(id);
  made.area = text(area_id);
  made.title = text("Priority " + id);
  made.items = texts({item_id});
  made.reason = text("The team sees it first.");
  return made;
}

model::Remark remark(const std::vector<std::string>& items) {
  model::Remark made;
  made.items = texts(items);
  made.text = text("As the team sees it.");
  return made;
}

model::PlanPriority plan_priority(const std::string& id) {
  model::PlanPriority made;
  made.id = text(id);
  made.area = text("wd");
  made.title = text("Priority " + id);
  made.from_snapshot = text(id);
  return made;
}

model::Objective objective(const std::string& id, const std::string& priority) {
  model::Objective made;
  made.id = text(id);
  made.priority = text(priority);
  made.statement = text("Every unit has a coach");
  made.indicator.emplace();
  made.indicator->baseline = number("3");
  made.indicator->target = number("12.5");
  return made;
}

model::Step step(const std::string& id, const std::string& objective_id) {
  model::Step made;
  made.id = text(id);
  made.objective = text(objective_id);
  made.action = text("Agree on the schedule");
  made.responsible = role("Training manager");
  made.monitor_on = timeframe("2019-01-15");
  made.status = given(model::StepStatus::in_progress);
  return made;
}

diag::Diagnostics check_document(model::Content content, const model::Document* snapshot) {
  static const model::Instrument instrument = small_instrument();
  model::Workspace workspace;
  workspace.as_of = date("2020-01-01");
  model::Document& document = add_document(workspace, std::move(content), &instrument);
  document.asked = true;
  document.snapshot = snapshot;
  if (snapshot != nullptr) workspace.documents.push_back(*snapshot);
  diag::Diagnostics findings;
  rules::check(workspace, "", findings);
  return findings;
}

}  // namespace

model::Instrument small_instrument() {
  model::Instrument made;
  made.id = text("small");
  made.version = text("1.0");
  made.title = text("Small instrument");
  made.source = text("Written for tests");
  made.licence = text("Apache-2.0");
  made.scale = {scale_value(0, "Not in place"), scale_value(1, "Partially in place"), scale_value(2, "Fully in place")};
  made.areas = {
      titled_area("or", "Readiness", {asked_item("or-vision", "Shared vision"), asked_item("or-team", "Team")}),
      titled_area("wd", "Workforce", {asked_item("wd-coach", "Coaching"), asked_item("wd-preview", "Job preview")})};
  return made;
}

model::Rating rated(std::int64_t score) {
  model::Rating made = scored(score);
  if (score == 2) made.evidence = texts({"Minutes of March 2018"});
  return made;
}

model::Rating unanswered(model::RatingState state) {
  model::Rating made;
  made.state = given(state);
  return made;
}

void add_judgment(model::Snapshot& snapshot, const std::string& item, const std::string& opportunity) {
  model::Feasibility& judgment = add_judgment(snapshot, {.importance = 3, .feasibility = 2});
  if (!item.empty()) judgment.item = text(item);
  if (!opportunity.empty()) judgment.opportunity = text(opportunity);
}

void add_votes(model::Rating& rating, const std::vector<std::pair<std::string, std::int64_t>>& votes) {
  for (const auto& [value, people] : votes) add_votes(rating, value, people);
}

model::Snapshot clean_snapshot() {
  model::Snapshot made;
  made.heading.format = text("cpm/snapshot/1");
  made.county = text("example");
  made.date = day("2018-03-15");
  made.status = given(model::DocumentStatus::final);
  made.administration = given(model::Administration::baseline);
  made.contact.emplace();
  made.contact->name = text("A. Person");
  made.facilitator.emplace();
  made.facilitator->role = text("Academy coach");
  made.facilitator->voted = given(false);
  made.participants.emplace_back();
  made.participants.back().role = text("Supervisor");
  made.participants.back().count = whole(6);
  add_rating(made, "or-vision", rated(0));
  add_rating(made, "or-team", rated(1));
  add_rating(made, "wd-coach", rated(0));
  add_rating(made, "wd-preview", rated(2));
  made.analysis.emplace();
  made.analysis->strengths = {remark({"wd-preview"})};
  made.analysis->opportunities = {remark({"or-vision", "or-team", "wd-coach"})};
  made.analysis->opportunities.front().id = text("start");
  made.analysis->feasibility.emplace_back();  // of nothing in particular: tests judge items themselves
  made.priorities = {snapshot_priority("p1", "or", "or-vision"), snapshot_priority("p2", "or", "or-team"),
                     snapshot_priority("p3", "wd", "wd-coach")};
  return made;
}

model::Plan clean_plan() {
  model::Plan made;
  made.heading.format = text("cpm/plan/1");
  made.county = text("example");
  made.date = day("2018-06-01");
  made.snapshot.emplace();
  made.snapshot->file = text("snapshots/2018-03-15.yaml");
  for (const std::string role : {"Director", "Training manager", "Supervisor"}) {
    made.team.emplace_back().role = text(role);
  }
  made.horizon.start = day("2018-07-01");
  made.horizon.reassess = day("2019-09-30");
  made.priorities = {plan_priority("p1"), plan_priority("p2"), plan_priority("p3")};
  made.objectives = {objective("o1", "p1"), objective("o2", "p2"), objective("o3", "p3")};
  made.steps = {step("s1", "o1"), step("s2", "o2"), step("s3", "o3")};
  return made;
}

model::TheoryOfChange clean_theory() {
  model::TheoryOfChange made;
  for (int i = 0; i < 3; ++i) made.if_clauses.emplace_back().text = text("families are heard");
  made.then_clauses.emplace_back().text = text("children are safer");
  return made;
}

diag::Diagnostics check_snapshot(const model::Snapshot& snapshot) {
  return check_document(snapshot, nullptr);
}

diag::Diagnostics check_plan(const model::Plan& plan, const model::Snapshot& snapshot) {
  model::Document document;
  document.content = snapshot;
  return check_document(plan, &document);
}

diag::Diagnostics check_plan(const model::Plan& plan) {
  return check_plan(plan, clean_snapshot());
}
diag::Diagnostics check_instrument(const model::Instrument& instrument) {
  return check_document(instrument, nullptr);
}
diag::Diagnostics check_theory(const model::TheoryOfChange& theory) {
  return check_document(theory, nullptr);
}

diag::Diagnostics check_content(const model::Content& content, const Around& around) {
  model::Workspace workspace;
  workspace.as_of = date("2020-01-01");
  workspace.built_in = around.built_in;
  workspace.homes.push_back({.root = ".", .repository = around.repository, .file = -1});
  model::Document& document = add_document(workspace, content);
  document.asked = true;
  document.plan = around.plan;
  diag::Diagnostics findings;
  rules::check(workspace, "", findings);
  return findings;
}

model::Document& add_document(model::Workspace& workspace, model::Content content,
                              const model::Instrument* instrument) {
  model::Document& document = workspace.documents.emplace_back();
  document.usable = true;
  document.content = std::move(content);
  document.instrument = instrument;
  return document;
}

diag::Diagnostics check_plan_among(model::Workspace& workspace, const model::Plan& plan,
                                   const model::Document& snapshot) {
  workspace.as_of = date("2020-01-01");
  model::Document& document = add_document(workspace, plan);
  document.asked = true;
  document.snapshot = &snapshot;
  diag::Diagnostics findings;
  rules::check(workspace, "plan: ", findings);
  return findings;
}

std::string codes(const diag::Diagnostics& findings) {
  std::string found;
  for (const diag::Diagnostic& finding : findings.all())
    found += (found.empty() ? "" : " ") + std::to_string(finding.code);
  return found;
}

diag::Diagnostic only(const diag::Diagnostics& findings) {
  REQUIRE(findings.all().size() == 1);
  return findings.all().front();
}

}  // namespace cpm::test
