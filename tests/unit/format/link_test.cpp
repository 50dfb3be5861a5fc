#include "format/link.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "tests/support/holds.h"
#include "tests/unit/format/loading.h"

namespace cpm {
namespace {

using cpm::test::Holds;
using test::kRepository;
using test::Loading;
using test::with;
using Texts = Loading::Texts;

const std::string kLinkedSnapshot =
    "format: cpm/snapshot/1\ncounty: example\ndate: 2026-03-02\nstatus: draft\n"
    "instrument: {id: cpm-default, version: \"1.0\"}\nratings:\n  or-vision: {score: 1}\n";

const std::string kWithPriority = kLinkedSnapshot +
                                  "priorities:\n  - {id: p1, area: or, title: Vision, items: [or-vision]}\n";

const std::string kLinkedInstrument =
    "format: cpm/instrument/1\nid: short\nversion: \"1.0\"\nscale:\n  - {value: 0, label: Low}\n  - {value: 1, label: High}\n"
    "areas:\n  - id: lead\n    label: Leadership\n    topics: [People]\n    items:\n"
    "      - {id: vision, title: Vision, prompt: Is there one?, anchors: [None, One], topic: People, tool: orb-matrix}\n"
    "      - {id: team, title: Team, prompt: Is there one?, anchors: [None, One], builds_on: [vision]}\n";

const std::string kLinkedPlan =
    "format: cpm/plan/1\ncounty: example\ndate: 2026-06-01\nsnapshot: {file: snapshots/spring.yaml}\n"
    "team: [{role: Director}]\nhorizon: {start: 2026-07-01, reassess: 2027-09-30}\n"
    "priorities:\n  - {id: p1, area: or, title: Vision, from_snapshot: p1}\n"
    "objectives:\n  - {id: o1, priority: p1, statement: All know it}\n"
    "steps:\n  - {id: s1, objective: o1, action: Tell them}\n  - {id: s2, objective: o1, action: Ask them, after: [s1]}\n"
    "reviews:\n  - {date: 2026-10-01, step: s1, note: Done}\n";

Loading plan_with(std::string_view part, std::string_view instead) {
  return Loading(Texts{{"cpm.yaml", kRepository},
                       {"plan.yaml", with(kLinkedPlan, part, instead)},
                       {"snapshots/spring.yaml", kWithPriority}});
}

}  // namespace

TEST_CASE("a record whose id cannot be read is never what another place means") {
  const Loading loading = plan_with("{id: p1, area: or, title: Vision,", "{id: P 1!, area: or, title: p1,");
  CHECK(loading.places() == "plan.yaml:8:10 CPM219, plan.yaml:10:24 CPM304");
  for (const diag::Diagnostic& finding : loading.loaded->findings.all()) CHECK(finding.message != Holds{"``"});
}

TEST_CASE("references that lead somewhere are silent and become pointers") {
  const Loading loading(Texts{{"cpm.yaml", kRepository},
                              {"instruments/short.yaml", kLinkedInstrument},
                              {"plan.yaml", kLinkedPlan},
                              {"snapshots/spring.yaml", kWithPriority}});
  CHECK(loading.places() == "");
  const model::Document& snapshot = loading.document("snapshots/spring.yaml");
  REQUIRE(snapshot.instrument != nullptr);
  CHECK(snapshot.instrument->id.value == "cpm-default");
  CHECK(loading.document("plan.yaml").snapshot == &snapshot);
  CHECK(snapshot.usable);
  CHECK(loading.document("plan.yaml").usable);
}

TEST_CASE("an instrument that is nowhere lists those there are") {
  const Loading loading(Texts{{"cpm.yaml", kRepository},
                              {"instruments/short.yaml", kLinkedInstrument},
                              {"s.yaml", with(kLinkedSnapshot, "version: \"1.0\"", "version: \"2.0\"")}});
  CHECK(loading.places() == "s.yaml:5:13 CPM301");
  CHECK(loading.only().message == "there is no instrument `cpm-default` of version 2.0");
  CHECK(
      loading.only().help ==
      "put its file into the folder `instruments`, or use `{id: short, version: \"1.0\"}` or `{id: cpm-default, version: \"1.0\"}`");
  CHECK(!loading.document("s.yaml").usable);
}

TEST_CASE("a file of the repository goes before the built-in instrument of the same name") {
  const Loading loading(Texts{{"instruments/own.yaml", with(kLinkedInstrument, "id: short", "id: cpm-default")},
                              {"s.yaml", with(kLinkedSnapshot, "or-vision", "vision")}});
  CHECK(loading.places() == "");
  CHECK(loading.document("s.yaml").instrument ==
        &std::get<model::Instrument>(loading.document("instruments/own.yaml").content));
}

TEST_CASE("an item that the instrument does not have is found wherever it is named") {
  const std::string rest =
      "incomplete: [{item: b-x, reason: Later}]\nanalysis:\n  strengths: [{items: [c-x], text: Good}]\n"
      "  opportunities: [{items: [d-x], text: Fair}]\n  dismissed: [{items: [e-x], text: Not now}]\n"
      "  feasibility: [{item: f-x, importance: 1}]\npriorities: [{id: p1, area: or, title: One, items: [g-x]}]\n";
  const Loading loading(Texts{{"s.yaml", kLinkedSnapshot + "  or-visoin: {score: 3}\n" + rest}});
  CHECK(loading.places() ==
        "s.yaml:8:3 CPM302, s.yaml:9:21 CPM302, s.yaml:11:24 CPM302, s.yaml:12:28 CPM302, s.yaml:13:24 CPM302, "
        "s.yaml:14:24 CPM302, s.yaml:15:53 CPM302");
  CHECK(loading.only().message == "instrument `cpm-default` 1.0 has no item `or-visoin`; did you mean `or-vision`?");
  CHECK(loading.only().help.starts_with("instrument `cpm-default` 1.0 has `or-vision`, `or-sponsor`"));
  CHECK(loading.only().help.ends_with(" and 30 more"));
  CHECK(loading.only().item == "or-visoin");
  CHECK(loading.only().fix->safety == diag::Safety::unsafe);
}

TEST_CASE("an item that builds on an unknown one is found in the instrument") {
  const Loading loading(Texts{{"i.yaml", with(kLinkedInstrument, "builds_on: [vision]", "builds_on: [visions]")}});
  CHECK(loading.places() == "i.yaml:13:90 CPM302");
  CHECK(loading.only().message == "this instrument has no item `visions`; did you mean `vision`?");
}

TEST_CASE("an area is one of the instrument's, in Snapshots and in plans") {
  const Loading snapshot(Texts{{"s.yaml", with(kWithPriority, "area: or", "area: org")}});
  CHECK(snapshot.places() == "s.yaml:9:20 CPM303");
  CHECK(snapshot.only().help == "instrument `cpm-default` 1.0 has `or`, `wd`, `ep` and `qi`");
  const Loading plan = plan_with("area: or", "area: org");
  CHECK(plan.places() == "plan.yaml:8:20 CPM303");
  CHECK(plan.only().message == "instrument `cpm-default` 1.0 has no area `org`; did you mean `or`?");
}

TEST_CASE("a plan without a Snapshot may use the areas of any instrument here") {
  const std::string plan = with(kLinkedPlan, "snapshot: {file: snapshots/spring.yaml}\n", "");
  CHECK(Loading(Texts{{"plan.yaml", with(plan, "area: or", "area: lead")}, {"i.yaml", kLinkedInstrument}}).places() ==
        "");
  const Loading none(Texts{{"plan.yaml", with(plan, "area: or", "area: lead")}});
  CHECK(none.places() == "plan.yaml:7:20 CPM303");
  CHECK(none.only().help == "this repository has `or`, `wd`, `ep` and `qi`");
}

TEST_CASE("a target is a score on the scale for an item that the Snapshot's instrument asks") {
  const auto aiming = [](std::string_view targets) {
    return plan_with("from_snapshot: p1}", "from_snapshot: p1, targets: {" + std::string(targets) + "}}");
  };
  CHECK(aiming("or-vision: 2, or-team: 1").places() == "");
  const Loading unknown = aiming("or-visions: 2");
  CHECK(unknown.places() == "plan.yaml:8:68 CPM302");
  CHECK(unknown.only().message == Holds{"did you mean `or-vision`?"});
  const Loading titled = aiming("Shared picture of CPM: 2");
  CHECK(titled.places() == "plan.yaml:8:68 CPM219");
  CHECK(titled.only().message == "`Shared picture of CPM` is not an id; did you mean `or-vision`?");
  const Loading high = aiming("or-vision: 3");
  CHECK(high.places() == "plan.yaml:8:79 CPM310");
  CHECK(high.only().message == "the target 3 of `or-vision` (Shared picture of CPM) is not on the scale");
  CHECK(aiming("or-vision: done").places() == "plan.yaml:8:79 CPM217");
}

TEST_CASE("without a Snapshot, targets may name the items of any instrument here") {
  const auto alone = [](std::string_view item) {
    std::string plan = with(kLinkedPlan, "snapshot: {file: snapshots/spring.yaml}\n", "");
    plan = with(plan, ", from_snapshot: p1", ", targets: {" + std::string(item) + ": 7}");
    return Loading(
        Texts{{"cpm.yaml", kRepository}, {"instruments/short.yaml", kLinkedInstrument}, {"plan.yaml", plan}});
  };
  CHECK(alone("vision").places() == "");
  CHECK(alone("or-vision").places() == "");
  CHECK(alone("or-vison").only().message == Holds{"this repository has no item `or-vison`; did you mean `or-vision`?"});
}

TEST_CASE("a plan whose Snapshot is missing says only that") {
  CHECK(plan_with("file: snapshots/spring.yaml", "file: snapshots/summer.yaml").places() == "plan.yaml:4:18 CPM307");
  CHECK(Loading(Texts{{"cpm.yaml", kRepository},
                      {"plan.yaml", with(kLinkedPlan, "area: or", "area: lead")},
                      {"snapshots/spring.yaml", with(kWithPriority, "cpm-default", "county-own")}})
            .places() == "snapshots/spring.yaml:5:13 CPM301");
}

TEST_CASE("priorities, objectives and steps that are not there list those that are") {
  const Loading from_snapshot = plan_with("from_snapshot: p1", "from_snapshot: p7");
  CHECK(from_snapshot.places() == "plan.yaml:8:54 CPM304");
  CHECK(from_snapshot.only().message ==
        "the Snapshot `snapshots/spring.yaml` has no priority `p7`; did you mean `p1`?");
  const Loading priority = plan_with("priority: p1", "priority: vision");
  CHECK(priority.places() == "plan.yaml:10:24 CPM304");
  CHECK(priority.only().message == "this plan has no priority `vision`; did you mean `p1`?");
  CHECK(priority.only().help == "this plan has `p1`");
  CHECK(priority.only().item == "o1");
  CHECK(plan_with("s1, objective: o1", "s1, objective: o2").places() == "plan.yaml:12:25 CPM305");
  const Loading step = plan_with("after: [s1]", "after: [s9]");
  CHECK(step.places() == "plan.yaml:13:55 CPM306");
  CHECK(step.only().message == "this plan has no step `s9`; did you mean `s1`?");
  CHECK(step.marked(step.only().span) == "s9");
  CHECK(step.fixed(step.only()) == Holds{"after: [s1]"});
  CHECK(plan_with("step: s1, note", "step: s8, note").places() == "plan.yaml:15:30 CPM306");
  CHECK(plan_with("step: s1, note", "objective: o8, note").places() == "plan.yaml:15:35 CPM305");
}

TEST_CASE("a plan without any objective says so where one is named") {
  const Loading loading = plan_with("objectives:\n  - {id: o1, priority: p1, statement: All know it}\n", "");
  CHECK(loading.places() == "plan.yaml:10:25 CPM305, plan.yaml:11:25 CPM305");
  CHECK(loading.only().help == "this plan has no objectives at all");
}

TEST_CASE("a Snapshot is named by file or by date") {
  const Loading by_file = plan_with("spring.yaml", "sprng.yaml");
  CHECK(by_file.places() == "plan.yaml:4:18 CPM307");
  CHECK(by_file.only().message ==
        "this repository has no Snapshot `snapshots/sprng.yaml`; did you mean `snapshots/spring.yaml`?");
  CHECK(plan_with("file: snapshots/spring.yaml", "date: 2026-03-02").places() == "");
  CHECK(plan_with("file: snapshots/spring.yaml", "county: example, date: 2026-03-02").places() == "");
  const Loading by_date = plan_with("file: snapshots/spring.yaml", "date: 2026-03-03");
  CHECK(by_date.places() == "plan.yaml:4:18 CPM307");
  CHECK(by_date.only().message == "there is no Snapshot of 2026-03-03 in this repository");
  CHECK(by_date.only().help == "name one that is there: 2026-03-02 (`example`)");
  const Loading county = plan_with("file: snapshots/spring.yaml", "county: yolo, date: 2026-03-02");
  CHECK(county.only().message == "there is no Snapshot of 2026-03-02 of `yolo` in this repository");
  CHECK(plan_with("snapshots/spring.yaml", "./snapshots/../snapshots/spring.yaml").places() == "");
  CHECK(plan_with("snapshots/spring.yaml", "plan.yaml").places() == "plan.yaml:4:18 CPM307");
}

TEST_CASE("ids are given once, and both places are shown") {
  const Loading steps = plan_with("id: s2", "id: s1");
  CHECK(steps.places() == "plan.yaml:13:10 CPM308");
  CHECK(steps.only().message == "two steps have the id `s1`; what refers to it cannot tell which is meant");
  REQUIRE(steps.only().labels.size() == 1);
  CHECK(steps.place(steps.only().labels[0].span) == "plan.yaml:12:10");
  CHECK(Loading(Texts{{"i.yaml", with(kLinkedInstrument, "id: team", "id: vision")}}).places() ==
        "i.yaml:13:14 CPM308");
  const std::string twice = "  - {id: p1, area: or, title: Vision, items: [or-vision]}\n";
  CHECK(Loading(Texts{{"s.yaml", kWithPriority + twice}}).places() == "s.yaml:10:10 CPM308");
  const std::string remarks =
      "analysis:\n  opportunities:\n    - {id: a, items: [or-vision], text: One}\n    - {id: a, items: [or-team], text: Two}\n";
  CHECK(Loading(Texts{{"s.yaml", kLinkedSnapshot + remarks}}).places() == "s.yaml:11:12 CPM308");
  CHECK(
      Loading(
          Texts{
              {"t.yaml",
               "format: cpm/theory-of-change/1\ntitle: Ours\nif: [{id: a, text: One}]\nthen: [{id: a, text: Two}]\n"}})
          .places() == "t.yaml:4:13 CPM308");
}

TEST_CASE("tools and topics belong to a catalog and to the area") {
  const Loading tool(Texts{{"i.yaml", with(kLinkedInstrument, "orb-matrix", "orb-matrx")}});
  CHECK(tool.places() == "i.yaml:12:103 CPM309");
  CHECK(tool.only().severity == diag::Severity::warning);
  CHECK(tool.document("i.yaml").usable);
  const Loading topic(Texts{{"i.yaml", with(kLinkedInstrument, "topic: People", "topic: Money")}});
  CHECK(topic.places() == "i.yaml:12:89 CPM319");
  CHECK(topic.only().message == "area `lead` has no topic `Money`");
}

TEST_CASE("scores and votes are values of the scale, and the scale is shown") {
  const Loading score(Texts{{"s.yaml", with(kLinkedSnapshot, "score: 1", "score: 3")}});
  CHECK(score.places() == "s.yaml:7:22 CPM310");
  CHECK(score.only().message == "the score 3 of `or-vision` (Shared picture of CPM) is not on the scale");
  CHECK(score.only().notes == std::vector<std::string>{"the scale of instrument `cpm-default` 1.0 is 0, 1 and 2"});
  CHECK(score.only().help == "use 0 Not in place, 1 Partially in place or 2 Fully in place");
  CHECK(score.only().item == "or-vision");
  const Loading votes(Texts{{"s.yaml", with(kLinkedSnapshot, "score: 1", "score: 1, votes: {\"1\": 4, \"3\": 1}")}});
  CHECK(votes.places() == "s.yaml:7:41 CPM311");
  CHECK(votes.only().message == "`or-vision` (Shared picture of CPM) has votes for 3, which is not on the scale");
}

TEST_CASE("outcomes are those of the list, in theories and in plans") {
  const Loading theory(Texts{
      {"t.yaml",
       "format: cpm/theory-of-change/1\ntitle: Ours\nif: [{text: One, outcomes: [oc-herd]}]\nthen: [{text: Two}]\n"}});
  CHECK(theory.places() == "t.yaml:3:29 CPM312");
  CHECK(theory.only().message == "the list of outcomes has no outcome `oc-herd`; did you mean `oc-heard`?");
  CHECK(plan_with("statement: All know it", "statement: All know it, outcome: oc-none").places() ==
        "plan.yaml:10:61 CPM312");
}

TEST_CASE("a feasibility record names one of the opportunities") {
  const std::string analysis =
      "analysis:\n  opportunities: [{id: picture, items: [or-vision], text: One}]\n  feasibility: [{opportunity: pictures}]\n";
  const Loading loading(Texts{{"s.yaml", kLinkedSnapshot + analysis}});
  CHECK(loading.places() == "s.yaml:10:31 CPM313");
  CHECK(loading.only().message == "this Snapshot's analysis has no opportunity `pictures`; did you mean `picture`?");
}

TEST_CASE("a reference stays inside the repository") {
  for (const char* path : {"../other/spring.yaml", "/etc/spring.yaml", "snapshots/../../spring.yaml", ".."}) {
    CAPTURE(path);
    const Loading loading = plan_with("snapshots/spring.yaml", path);
    CHECK(loading.places() == "plan.yaml:4:18 CPM314");
    CHECK(loading.only().message == "`" + std::string(path) + "` leads out of the repository");
  }
}

TEST_CASE("the same Snapshot or instrument version stands in one file only") {
  const Loading snapshots(Texts{{"a.yaml", kLinkedSnapshot}, {"b.yaml", kLinkedSnapshot}});
  CHECK(snapshots.places() == "b.yaml:3:7 CPM315");
  CHECK(snapshots.only().message == "this is a Snapshot of the same county, date and instrument as `a.yaml`");
  CHECK(snapshots.place(snapshots.only().labels.at(0).span) == "a.yaml:3:7");
  const Loading instruments(Texts{{"a.yaml", kLinkedInstrument}, {"b.yaml", kLinkedInstrument}});
  CHECK(instruments.places() == "b.yaml:3:10 CPM315");
  CHECK(
      Loading(Texts{{"a.yaml", kLinkedSnapshot}, {"b.yaml", with(kLinkedSnapshot, "county: example", "county: yolo")}})
          .places() == "");
  CHECK(Loading(Texts{{"x/cpm.yaml", kRepository},
                      {"x/a.yaml", kLinkedSnapshot},
                      {"y/cpm.yaml", kRepository},
                      {"y/a.yaml", kLinkedSnapshot}})
            .places() == "");
}

TEST_CASE("a copy of a Snapshot that is looked at by itself is no mistake, though the other one is read too") {
  const Texts texts{{"cpm.yaml", kRepository},
                    {"copy.yaml", kWithPriority},
                    {"plan.yaml", kLinkedPlan},
                    {"snapshots/spring.yaml", kWithPriority}};
  CHECK(Loading(texts, {"copy.yaml", "plan.yaml"}).places() == "");
  CHECK(Loading(texts).places() == "snapshots/spring.yaml:3:7 CPM315");
}

TEST_CASE("the repository's academy and codes are known ones") {
  const Loading academy(Texts{{"cpm.yaml", kRepository + "academy: ncat\n"}});
  CHECK(academy.places() == "cpm.yaml:3:10 CPM316");
  CHECK(academy.only().message == "the list of academies has no academy `ncat`; did you mean `ncta`?");
  const Loading codes(Texts{
      {"cpm.yaml",
       kRepository + "policy:\n  severity: {CPM498: hidden}\n  suppressions: [{code: CPM499, reason: Known}]\n"}});
  CHECK(codes.places() == "cpm.yaml:4:14 CPM317, cpm.yaml:5:25 CPM317");
  CHECK(codes.only().message == "cpm has no code `CPM498`");
  CHECK(codes.only().help == "`cpm list rules` shows all codes");
}

TEST_CASE("a file of another county than its repository's shows both") {
  const Loading loading(
      Texts{{"cpm.yaml", kRepository}, {"s.yaml", with(kLinkedSnapshot, "county: example", "county: yolo")}});
  CHECK(loading.places() == "s.yaml:2:9 CPM318");
  CHECK(loading.only().message == "this file is of `yolo`, its repository of `example`");
  CHECK(loading.place(loading.only().labels.at(0).span) == "cpm.yaml:2:9");
}

TEST_CASE("an instrument with errors stops its Snapshots, and says so only when it was not asked for") {
  const Texts texts = {{"cpm.yaml", kRepository},
                       {"instruments/short.yaml", with(kLinkedInstrument, "label: High", "lable: High")},
                       {"s.yaml", with(with(kLinkedSnapshot, "id: cpm-default", "id: short"), "or-vision", "vision")}};
  CHECK(Loading(texts).places() == "instruments/short.yaml:6:16 CPM210");
  const Loading one(texts, {"s.yaml"});
  CHECK(one.places() == "instruments/short.yaml:6:16 CPM210, s.yaml:5:13 CPM320");
  CHECK(one.all().back().message == "`instruments/short.yaml` has errors of its own, so nothing can be scored");
  CHECK(one.all().back().severity == diag::Severity::warning);
  CHECK(!one.document("s.yaml").usable);
}

TEST_CASE("an instrument that cannot be read at all is not called missing") {
  const std::string snapshot = with(kLinkedSnapshot, "id: cpm-default", "id: short");
  for (const std::string& broken :
       {std::string("format: cpm/instrument/1\n\tid: short\n"), with(kLinkedInstrument, "version: \"1.0\"\n", "")}) {
    CAPTURE(broken);
    const Loading loading(Texts{{"cpm.yaml", kRepository}, {"instruments/short.yaml", broken}, {"s.yaml", snapshot}},
                          {"s.yaml"});
    CHECK(loading.all().back().code == 320);
    CHECK(loading.all().back().message ==
          "`instruments/short.yaml` has errors of its own, so nobody can tell whether it is this instrument");
    CHECK(loading.all().size() == 2);
  }
}

TEST_CASE("items of the version before are there, if that version is") {
  const std::string before = with(kLinkedInstrument, "version: \"1.0\"", "version: \"0.9\"");
  const std::string after = with(kLinkedInstrument, "id: team, title: Team", "id: crew, same_as: team, title: Crew") +
                            "previous:\n  version: \"0.9\"\n  unchanged: [vision]\n  dropped: [team]\n  new: [crew]\n";
  CHECK(Loading(Texts{{"a.yaml", before}, {"b.yaml", after}}).places() == "");
  const Loading renamed(Texts{{"a.yaml", with(before, "id: team", "id: group")}, {"b.yaml", after}});
  CHECK(renamed.places() == "b.yaml:17:13 CPM302, b.yaml:13:29 CPM302");
  CHECK(renamed.only().message == "instrument `short` 0.9 has no item `team`; did you mean `group`?");
  CHECK_MESSAGE(Loading(Texts{{"b.yaml", after}}).places() == "", "a version that is kept elsewhere cannot say");
}

TEST_CASE("an instrument whose own references are wrong is looked into all the same") {
  const std::string instrument = with(kLinkedInstrument, "id: vision", "id: visions");
  const std::string snapshot = with(with(kLinkedSnapshot, "id: cpm-default", "id: short"), "or-vision", "vision");
  const Loading loading(Texts{{"i.yaml", instrument}, {"s.yaml", snapshot}});
  CHECK(loading.places() == "i.yaml:13:90 CPM302, s.yaml:7:3 CPM302");
  CHECK(loading.document("s.yaml").instrument == nullptr);
  CHECK(!loading.document("s.yaml").usable);
}

TEST_CASE("a Snapshot with errors stops what the plan would compare") {
  const Texts texts = {{"cpm.yaml", kRepository},
                       {"plan.yaml", kLinkedPlan},
                       {"snapshots/spring.yaml", with(kWithPriority, "id: p1", "id: P One")}};
  CHECK(Loading(texts).places() == "snapshots/spring.yaml:9:10 CPM219");
  const Loading one(texts, {"plan.yaml"});
  CHECK(one.places() == "snapshots/spring.yaml:9:10 CPM219, plan.yaml:4:18 CPM320");
  CHECK(one.document("plan.yaml").snapshot == nullptr);
  CHECK(one.document("plan.yaml").usable);
  const Texts torn = {{"cpm.yaml", kRepository}, {"plan.yaml", kLinkedPlan}, {"snapshots/spring.yaml", "format: [\n"}};
  CHECK(Loading(torn, {"plan.yaml"}).all().back().code == 320);
  CHECK(Loading(Texts{{"cpm.yaml", kRepository},
                      {"plan.yaml", with(kLinkedPlan, "file: snapshots/spring.yaml", "date: 2026-03-02")},
                      {"snapshots/spring.yaml", "format: [\n"}},
                {"plan.yaml"})
            .all()
            .back()
            .code == 320);
}

TEST_CASE("a malformed id is one finding: what refers to it is not reported on top") {
  CHECK(Loading(Texts{{"s.yaml", with(kLinkedSnapshot, "or-vision", "Or Vision")}}).places() == "s.yaml:7:3 CPM219");
  CHECK(Loading(Texts{{"s.yaml", with(kLinkedSnapshot, "score: 1", "score: 1, votes: {all: 3}")}}).places() ==
        "s.yaml:7:33 CPM219");
}

}  // namespace cpm
