#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "format/link.h"
#include "tests/unit/format/loading.h"

namespace cpm {
namespace {

using test::kRepository;
using test::Loading;
using test::with;
using Texts = Loading::Texts;

const std::string kSupportedSnapshot =
    "format: cpm/snapshot/1\ncounty: example\ndate: 2026-03-02\nstatus: draft\n"
    "instrument: {id: cpm-default, version: \"1.0\"}\nratings:\n  or-vision: {score: 1}\n"
    "priorities:\n  - {id: spring, area: or, title: Vision, items: [or-vision]}\n";

const std::string kSupportedPlan =
    "format: cpm/plan/1\ncounty: example\ndate: 2026-06-01\nsnapshot: {file: snapshots/spring.yaml}\n"
    "team: [{role: Director}]\nhorizon: {start: 2026-07-01, reassess: 2027-09-30}\n"
    "priorities:\n  - {id: p1, area: or, title: Vision}\n"
    "objectives:\n  - {id: o1, priority: p1, statement: All know it, outcome: lo-known}\n"
    "steps:\n  - {id: s1, objective: o1, action: Tell them, supports: [posters]}\n";

const std::string kSupport =
    "format: cpm/support/1\ncounty: example\nplan: plan.yaml\nsnapshot: snapshots/spring.yaml\nneeds:\n"
    "  - {id: posters, for: {step: s1}, category: toolkit, request: Posters, tool: orb-messages}\n"
    "  - {id: talks, for: {objective: o1}, category: rta, request: Talks}\n"
    "  - {id: visits, for: {priority: p1}, category: peer, request: Visits}\n"
    "  - {id: words, for: {item: or-vision}, category: online, request: Words}\n";

const std::string kLogicModel =
    "format: cpm/logic-model/1\ncounty: example\nplan: plan.yaml\n"
    "activities:\n  - {id: a1, text: Tell them, objectives: [o1], steps: [s1]}\n"
    "outputs:\n  - {id: u1, activity: a1, text: Talks}\n"
    "outcomes:\n  - {id: lo-known, text: Staff know it, from: [a1, u1], critical: oc-knowledge}\n";

struct County {
  std::string plan = kSupportedPlan;
  std::string support = kSupport;
  std::string logic_model = kLogicModel;

  Texts texts() const {
    return {{"cpm.yaml", kRepository},
            {"logic-model.yaml", logic_model},
            {"plan.yaml", plan},
            {"snapshots/spring.yaml", kSupportedSnapshot},
            {"support.yaml", support}};
  }
};

Loading support_with(std::string_view part, std::string_view instead) {
  return Loading(County{.support = with(kSupport, part, instead)}.texts());
}

Loading logic_model_with(std::string_view part, std::string_view instead) {
  return Loading(County{.logic_model = with(kLogicModel, part, instead)}.texts());
}

}  // namespace

TEST_CASE("support needs and logic models belong to a plan, and whatever they name is there") {
  const Loading loading(County{}.texts());
  CHECK(loading.places() == "");
  const model::Document& plan = loading.document("plan.yaml");
  CHECK(loading.document("support.yaml").plan == &plan);
  CHECK(loading.document("support.yaml").snapshot == &loading.document("snapshots/spring.yaml"));
  CHECK(loading.document("logic-model.yaml").plan == &plan);
}

TEST_CASE("one file alone brings along those that it names and those that name its ids") {
  for (const char* path : {"plan.yaml", "support.yaml", "logic-model.yaml"}) {
    CAPTURE(path);
    CHECK(Loading(County{}.texts(), {path}).places() == "");
  }
}

TEST_CASE("without a repository file, the plan and the Snapshot named are read all the same") {
  Texts texts = County{}.texts();
  texts.erase(texts.begin());
  texts[1].second = with(with(kSupportedPlan, ", supports: [posters]", ""), ", outcome: lo-known", "");
  const Loading loading(texts, {"support.yaml"});
  CHECK(loading.places() == "");
  CHECK(loading.document("support.yaml").plan != nullptr);
  CHECK(loading.document("plan.yaml").snapshot != nullptr);
  CHECK(!loading.document("plan.yaml").asked);
}

TEST_CASE("a need says what it is for by a step, objective, priority or item that is there") {
  CHECK(support_with("step: s1", "step: s2").places() == "support.yaml:6:31 CPM306");
  CHECK(support_with("step: s1", "step: s2").only().message == "the plan has no step `s2`; did you mean `s1`?");
  CHECK(support_with("objective: o1", "objective: o2").places() == "support.yaml:7:34 CPM305");
  CHECK(support_with("priority: p1", "priority: spring").places() == "support.yaml:8:34 CPM304");
  CHECK(support_with("item: or-vision", "item: or-visoin").places() == "support.yaml:9:29 CPM302");
  CHECK(support_with("tool: orb-messages", "tool: orb-message").places() == "support.yaml:6:79 CPM309");
}

TEST_CASE("where plans are not read, nothing is said of what refers to them or into them") {
  const std::vector<std::string_view> kinds = {"snapshot", "repository", "support"};
  const std::string needs = with(with(kSupport, "step: s1", "step: s2"), "plan: plan.yaml", "plan: nowhere.yaml");
  Loading loading;
  loading.files.add("cpm.yaml", kRepository);
  loading.files.add("plan.yaml", kSupportedPlan);
  loading.files.add("snapshots/spring.yaml", kSupportedSnapshot);
  loading.files.add("support.yaml", needs);
  loading.loaded = format::load(loading.files, {.paths = {"."}, .as_of = {}, .kinds = kinds});
  CHECK(loading.places() == "");
  CHECK(loading.document("support.yaml").usable);
  CHECK(loading.document("support.yaml").plan == nullptr);
  CHECK(format::find_document(loading.loaded->workspace, "plan.yaml") == nullptr);
  loading.files.add("support.yaml",
                    with(with(needs, "item: or-vision", "item: own-vision"), "snapshot: snapshots/spring.yaml\n", ""));
  loading.loaded = format::load(loading.files, {.paths = {"."}, .as_of = {}, .kinds = kinds});
  CHECK(loading.places() == "");  // only the plan's Snapshot could tell which items there are
}

TEST_CASE("without a plan, priorities are those of the Snapshot") {
  const std::string plan = with(with(kSupportedPlan, ", supports: [posters]", ""), "plan", "plan");
  const std::string needs = "needs:\n  - {id: visits, for: {priority: spring}, category: peer, request: Visits}\n";
  const std::string head = "format: cpm/support/1\ncounty: example\nsnapshot: snapshots/spring.yaml\n";
  CHECK(Loading(County{.plan = plan, .support = head + needs}.texts()).places() == "");
  const Loading other(County{.plan = plan, .support = head + with(needs, "spring", "autumn")}.texts());
  CHECK(other.places() == "support.yaml:5:34 CPM304");
  CHECK(other.only().message == "the Snapshot has no priority `autumn`");
}

TEST_CASE("a plan or Snapshot that is not there lists those that are") {
  const Loading plan = support_with("plan: plan.yaml", "plan: plans.yaml");
  CHECK(plan.places() == "support.yaml:3:7 CPM324");
  CHECK(plan.only().message == "this repository has no plan `plans.yaml`; did you mean `plan.yaml`?");
  CHECK(support_with("snapshots/spring.yaml", "snapshots/autumn.yaml").places() == "support.yaml:4:11 CPM307");
  CHECK(logic_model_with("plan: plan.yaml", "plan: plans/2026-07.yaml").places() == "logic-model.yaml:3:7 CPM324");
  CHECK(logic_model_with("plan: plan.yaml", "plan: snapshots/spring.yaml").places() == "logic-model.yaml:3:7 CPM324");
  const Loading outside = logic_model_with("plan: plan.yaml", "plan: ../plan.yaml");
  CHECK(outside.places() == "logic-model.yaml:3:7 CPM314");
  CHECK(outside.only().help == "name a file inside the repository, from its root, such as `plans/2026-07.yaml`");
}

TEST_CASE("a logic model is tied together by its ids") {
  const Loading activity = logic_model_with("activity: a1", "activity: a2");
  CHECK(activity.places() == "logic-model.yaml:7:24 CPM321");
  CHECK(activity.only().message == "this logic model has no activity `a2`; did you mean `a1`?");
  CHECK(logic_model_with("from: [a1, u1]", "from: [a1, u2]").places() == "logic-model.yaml:9:52 CPM323");
  CHECK(logic_model_with("critical: oc-knowledge", "critical: lo-known").places() == "logic-model.yaml:9:67 CPM312");
  CHECK(logic_model_with("objectives: [o1]", "objectives: [o2]").places() == "logic-model.yaml:5:44 CPM305");
  CHECK(logic_model_with("steps: [s1]", "steps: [s2]").places() == "logic-model.yaml:5:57 CPM306");
  CHECK(logic_model_with("id: u1", "id: a1").places() == "logic-model.yaml:7:10 CPM308, logic-model.yaml:9:52 CPM323");
}

TEST_CASE("steps name support needs, objectives and clauses name outcomes, across files") {
  const Loading need(County{.plan = with(kSupportedPlan, "supports: [posters]", "supports: [poster]")}.texts());
  CHECK(need.places() == "plan.yaml:12:59 CPM322");
  CHECK(need.only().message == "this repository has no support need `poster`; did you mean `posters`?");
  const Loading outcome(County{.plan = with(kSupportedPlan, "lo-known", "lo-know")}.texts());
  CHECK(outcome.places() == "plan.yaml:10:61 CPM312");
  CHECK(outcome.only().message == "this repository has no outcome `lo-know`; did you mean `lo-known`?");
  Texts texts = County{}.texts();
  texts.emplace_back("theory-of-change.yaml",
                     "format: cpm/theory-of-change/1\ntitle: Ours\nif: [{text: One, outcomes: [lo-known, lo-none]}]\n"
                     "then: [{text: Two}]\n");
  CHECK(Loading(texts).places() == "theory-of-change.yaml:3:39 CPM312");
  CHECK(Loading(texts, {"theory-of-change.yaml"}).places() == "theory-of-change.yaml:3:39 CPM312");
}

TEST_CASE("what a file with errors might hold is not called missing") {
  const County county{.plan = with(with(kSupportedPlan, "[posters]", "[other]"), "lo-known", "lo-other"),
                      .support = with(kSupport, "category: rta", "category: rat"),
                      .logic_model = "format: cpm/logic-model/1\n\tcounty: example\n"};
  CHECK(Loading(county.texts()).places() == "logic-model.yaml:2:1 CPM110, support.yaml:7:49 CPM215");
  const Loading plan(county.texts(), {"plan.yaml"});
  CHECK(plan.all().back().code == 320);
  CHECK(plan.all().back().message ==
        "`support.yaml` has errors of its own, so nobody can tell whether `other` is there");
}

TEST_CASE("a plan with errors stops what would point into it") {
  const County county{.plan = with(kSupportedPlan, "start: 2026-07-01", "start: 2026-07-32")};
  const Loading loading(county.texts(), {"support.yaml"});
  CHECK(loading.all().back().code == 320);
  CHECK(loading.document("support.yaml").plan == nullptr);
}

TEST_CASE("a plan whose own references are wrong is looked into all the same, and stays out of rules and scores") {
  const County county{.plan = with(with(kSupportedPlan, "id: s1,", "id: s9,"), "objective: o1,", "objective: o7,")};
  const Loading loading(county.texts());
  CHECK(loading.places() == "plan.yaml:12:25 CPM305, support.yaml:6:31 CPM306, logic-model.yaml:5:57 CPM306");
  CHECK(loading.document("support.yaml").plan == nullptr);
  CHECK(loading.document("logic-model.yaml").plan == nullptr);
  CHECK(!loading.document("plan.yaml").usable);
}

TEST_CASE("ids stand once in a road map and in fidelity results, and counties fit the repository") {
  const std::string entry = "  - {id: r1, from: 2026-09-15, kind: webinar, title: Logs}\n";
  CHECK(Loading(Texts{{"r.yaml", "format: cpm/roadmap/1\ncounty: example\ntitle: Ours\nfiscal_year: 2026\nentries:\n" +
                                     entry + entry}})
            .places() == "r.yaml:7:10 CPM308");
  const std::string measure = "  - {id: m1, text: Ask, scale: {min: 1, max: 4}, mean: 2.5}\n";
  const std::string fidelity =
      "format: cpm/fidelity/1\ncounty: yolo\ntool: Ours\narea: leadership\nperiod: {from: 2026-01-01, to: 2026-01-31}\n"
      "respondent_group: Staff\nn: 20\nmeasures:\n" +
      measure;
  CHECK(Loading(Texts{{"f.yaml", fidelity + measure}}).places() == "f.yaml:10:10 CPM308");
  CHECK(Loading(Texts{{"cpm.yaml", kRepository}, {"f.yaml", fidelity}}).places() == "f.yaml:2:9 CPM318");
}

}  // namespace cpm
