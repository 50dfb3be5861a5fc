#include "score/trace.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/build_model.h"

using namespace cpm;
using namespace cpm::score;
using cpm::test::text;

namespace {

/// One chain without a gap: clause, outcome, objective, step, priority, item, support.
struct TracedCounty {
  model::Instrument instrument;
  model::Document theory;
  model::Document logic;
  model::Document snapshot;
  model::Document plan;
  model::Document support;

  TracedCounty() {
    model::Clause clause;
    clause.id = text("c1");
    clause.text = text("staff are coached");
    clause.outcomes = {text("oc-coached")};
    model::TheoryOfChange theory_content;
    theory_content.if_clauses = {clause};
    theory.content = theory_content;
    model::LogicOutcome outcome;
    outcome.id = text("lo1");
    outcome.text = text("Coaching happens");
    outcome.critical = text("oc-coached");
    model::LogicModel logic_content;
    logic_content.outcomes = {outcome};
    logic.content = logic_content;
    model::SnapshotPriority origin;
    origin.id = text("s-p1");
    origin.items = {text("wd-1")};
    model::Snapshot snapshot_content;
    snapshot_content.priorities = {origin};
    snapshot.content = snapshot_content;
    plan.content = plan_content();
    plan.snapshot = &snapshot;
    model::SupportNeed need;
    need.id = text("n1");
    need.request = text("A day of coaching");
    need.purpose = model::SupportFor{};
    need.purpose->step = text("s1");
    model::Support support_content;
    support_content.needs = {need};
    support.content = support_content;
  }

  static model::Plan plan_content() {
    model::Plan made;
    made.priorities.resize(1);
    made.priorities[0].id = text("p1");
    made.priorities[0].from_snapshot = text("s-p1");
    made.objectives.resize(1);
    made.objectives[0].id = text("o1");
    made.objectives[0].priority = text("p1");
    made.objectives[0].outcome = text("lo1");
    made.steps.resize(1);
    made.steps[0].id = text("s1");
    made.steps[0].objective = text("o1");
    return made;
  }

  model::Plan& the_plan() { return std::get<model::Plan>(plan.content); }
  model::SupportNeed& need() { return std::get<model::Support>(support.content).needs[0]; }

  Trace traced() const {
    TraceFiles files;
    files.plan = &plan;
    files.theories = {&theory};
    files.logic_models = {&logic};
    files.supports = {&support};
    return trace(files, nullptr);
  }
};

/// The keys of all loose nodes with what they lack, in order.
std::vector<std::pair<std::string, Loose>> loose(const Trace& trace) {
  std::vector<std::pair<std::string, Loose>> found;
  for (const LooseEnd& end : trace.loose) found.emplace_back(trace.nodes[end.node].key, end.what);
  return found;
}

using Ends = std::vector<std::pair<std::string, Loose>>;

}  // namespace

TEST_CASE("a chain without a gap has a node of every level, and nothing hangs loose") {
  const Trace made = TracedCounty().traced();
  CHECK(made.nodes.size() == 7);
  CHECK(made.edges.size() == 6);
  CHECK(connected(made) == 7);
  CHECK((loose(made) == Ends{}));
  for (const auto& [from, to] : made.edges) CHECK(from < to);
}

TEST_CASE("a built-in outcome is the one of the logic model that stands for it") {
  TracedCounty county;
  county.the_plan().objectives[0].outcome = text("oc-coached");
  const Trace made = county.traced();
  CHECK(connected(made) == 7);
  const auto outcomes = std::ranges::count(made.nodes, Level::outcome, &TraceNode::level);
  CHECK(outcomes == 1);
}

TEST_CASE("an outcome that no objective serves, and the objective without one, hang loose") {
  TracedCounty county;
  county.the_plan().objectives[0].outcome = {};
  CHECK((loose(county.traced()) ==
         Ends{{"outcome/lo1", Loose::outcome_without_objective}, {"objective/o1", Loose::objective_without_outcome}}));
}

TEST_CASE("steps that were dropped lead nowhere, and need nothing") {
  TracedCounty county;
  county.the_plan().steps[0].status.value = model::StepStatus::dropped;
  CHECK((loose(county.traced()) ==
         Ends{{"objective/o1", Loose::objective_without_step}, {"support/n1", Loose::support_for_closed_step}}));
  county.need().status.value = model::SupportStatus::received;
  CHECK((loose(county.traced()) == Ends{{"objective/o1", Loose::objective_without_step}}));
}

TEST_CASE("support for a step that is done is loose while it is asked for") {
  TracedCounty county;
  county.the_plan().steps[0].status.value = model::StepStatus::done;
  CHECK((loose(county.traced()) == Ends{{"support/n1", Loose::support_for_closed_step}}));
  CHECK(county.traced().loose[0].about == "s1");
}

TEST_CASE("a priority without objective or items, and a step that serves none, hang loose") {
  TracedCounty county;
  county.the_plan().objectives[0].priority = {};
  county.the_plan().priorities[0].from_snapshot = {};
  CHECK((loose(county.traced()) == Ends{{"step/s1", Loose::step_without_priority},
                                        {"priority/p1", Loose::priority_without_objective},
                                        {"priority/p1", Loose::priority_without_item}}));
  CHECK(connected(county.traced()) == 4);
}

TEST_CASE("nodes of one id in two files keep keys of their own") {
  TracedCounty county;
  auto& needs = std::get<model::Support>(county.support.content).needs;
  needs.push_back(needs[0]);
  const Trace made = county.traced();
  CHECK(made.nodes.back().key == "support/n1#2");
}

TEST_CASE("files of a plan are those of its repository that name it or no plan") {
  model::Workspace workspace;
  workspace.homes.resize(2);
  const auto add = [&workspace](model::Content content, std::size_t home, bool usable) {
    model::Document& document = workspace.documents.emplace_back();
    document.content = std::move(content);
    document.home = home;
    document.usable = usable;
    return &document;
  };
  const model::Document* plan = add(model::Plan{}, 0, true);
  model::Support other;
  other.plan = text("plans/other.yaml");
  add(other, 0, true);
  const model::Document* mine = add(model::Support{}, 0, true);
  add(model::Support{}, 1, true);
  const model::Document* broken = add(model::LogicModel{}, 0, false);
  const TraceFiles files = trace_files(workspace, *plan);
  CHECK((files.supports == std::vector<const model::Document*>{mine}));
  CHECK((files.left_out == std::vector<const model::Document*>{broken}));
}

TEST_CASE("a record without words of its own is called by its id") {
  TracedCounty county;
  county.the_plan().objectives[0].statement = text("");
  county.the_plan().steps[0].action = text("Do it");
  const Trace made = county.traced();
  for (const TraceNode& node : made.nodes) {
    if (node.key == "objective/o1") CHECK(node.label == "o1");
    if (node.key == "step/s1") CHECK(node.label == "Do it");
    if (node.key == "priority/p1") CHECK(node.label == "p1");
    if (node.key == "clause/c1") CHECK(node.label == "staff are coached");
  }
}

TEST_CASE("results count as clauses of their own only when they name outcomes, and are numbered by their place") {
  TracedCounty county;
  auto& theory = std::get<model::TheoryOfChange>(county.theory.content);
  theory.if_clauses[0].id = {};
  theory.then_clauses.resize(3);
  theory.then_clauses[1].outcomes = {text("oc-coached")};
  theory.then_clauses[2].outcomes = {text("oc-other")};
  const Trace made = county.traced();
  std::string clauses;
  for (const TraceNode& node : made.nodes)
    if (node.level == Level::clause) clauses += node.key + " ";
  CHECK(clauses == "clause/if-1 clause/then-2 clause/then-3 ");
  CHECK((loose(made) == Ends{{"outcome/oc-other", Loose::outcome_without_objective}}));
}

TEST_CASE("an outcome of the built-in list has its words, once") {
  TracedCounty county;
  county.the_plan().objectives[0].outcome = text("oc-heard");
  auto& theory = std::get<model::TheoryOfChange>(county.theory.content);
  theory.if_clauses[0].outcomes = {text("oc-heard"), text("oc-gone")};
  model::BuiltIn built_in;
  built_in.outcomes.outcomes.resize(1);
  built_in.outcomes.outcomes[0].id = text("oc-heard");
  built_in.outcomes.outcomes[0].text = text("Families are heard");
  TraceFiles files;
  files.plan = &county.plan;
  files.theories = {&county.theory};
  std::string labels;
  for (const TraceNode& node : trace(files, &built_in).nodes)
    if (node.level == Level::outcome) labels += node.key + "=" + node.label + " ";
  CHECK(labels == "outcome/oc-heard=Families are heard outcome/oc-gone=oc-gone ");
}

TEST_CASE("items come from priorities and needs, each once, with their titles") {
  TracedCounty county;
  county.instrument.areas.resize(1);
  county.instrument.areas[0].items.resize(2);
  county.instrument.areas[0].items[0].id = text("wd-1");
  county.instrument.areas[0].items[0].title = text("Coaching");
  county.snapshot.instrument = &county.instrument;
  county.need().purpose->item = text("wd-9");
  auto& support = std::get<model::Support>(county.support.content);
  support.needs.resize(3);
  support.needs[1].id = text("n2");
  support.needs[2].id = text("n3");
  support.needs[2].purpose = model::SupportFor{};
  support.needs[2].purpose->item = text("wd-1");
  const Trace made = county.traced();
  std::string items;
  for (const TraceNode& node : made.nodes)
    if (node.level == Level::item) items += node.key + "=" + node.label + " ";
  CHECK(items == "item/wd-1=Coaching item/wd-9=wd-9 ");
  for (std::size_t node = 0; node < made.nodes.size(); ++node) {
    if (made.nodes[node].key == "support/n1") CHECK(neighbors(made, node, Level::item).size() == 1);
    if (made.nodes[node].key == "support/n2") CHECK(made.near[node].empty());
  }
}

TEST_CASE("without a Snapshot, or a priority of it, a priority has no items") {
  TracedCounty county;
  county.the_plan().priorities[0].from_snapshot = {};
  CHECK((loose(county.traced()) == Ends{{"priority/p1", Loose::priority_without_item}}));
  county.the_plan().priorities[0].from_snapshot = text("gone");
  CHECK((loose(county.traced()) == Ends{{"priority/p1", Loose::priority_without_item}}));
  county.plan.snapshot = nullptr;
  CHECK((loose(county.traced()) == Ends{{"priority/p1", Loose::priority_without_item}}));
}

TEST_CASE("a priority has the items that it has targets for, and each once") {
  TracedCounty county;
  county.the_plan().priorities[0].from_snapshot = {};
  county.the_plan().priorities[0].targets.push_back({.key = text("wd-1"), .value = test::whole(2)});
  CHECK((loose(county.traced()) == Ends{}));
  const std::size_t edges = county.traced().edges.size();
  county.the_plan().priorities[0].from_snapshot = text("s-p1");
  CHECK(county.traced().edges.size() == edges);
}

TEST_CASE("an objective that names no priority is joined to none") {
  TracedCounty county;
  county.the_plan().objectives[0].priority = {};
  county.the_plan().priorities[0].id = text("");
  CHECK((loose(county.traced()) ==
         Ends{{"step/s1", Loose::step_without_priority}, {"priority/", Loose::priority_without_objective}}));
}

TEST_CASE("the first node may hang loose, and nothing is joined to an outcome that nobody names") {
  TracedCounty county;
  std::get<model::TheoryOfChange>(county.theory.content).if_clauses[0].outcomes.clear();
  std::get<model::LogicModel>(county.logic.content).outcomes[0].id = {};
  county.the_plan().objectives[0].outcome = {};
  const Ends ends = loose(county.traced());
  REQUIRE(!ends.empty());
  CHECK((ends.front() == std::pair{std::string{"clause/c1"}, Loose::clause_without_outcome}));
  CHECK(std::ranges::count(ends, std::pair{std::string{"objective/o1"}, Loose::objective_without_outcome}) == 1);
}

TEST_CASE("an outcome of this very id comes before those that stand for it") {
  TracedCounty county;
  auto& outcomes = std::get<model::LogicModel>(county.logic.content).outcomes;
  outcomes.emplace_back().id = text("oc-coached");
  const Trace made = county.traced();
  const auto place_of = [&](const std::string& key) {
    return static_cast<std::size_t>(std::ranges::find(made.nodes, key, &TraceNode::key) - made.nodes.begin());
  };
  CHECK(neighbors(made, place_of("clause/c1"), Level::outcome) ==
        std::vector<std::size_t>{place_of("outcome/oc-coached")});
}
