// People write labels, other words and other keys where a file holds ids: faults found by trying, each as a kind.
#include "format/labels.h"

#include <set>

#include <doctest/doctest.h>

#include "base/text.h"
#include "format/kinds.h"
#include "tests/support/holds.h"
#include "tests/unit/format/loading.h"

namespace cpm {
namespace {

using test::Holds;
using test::Loading;

const std::string kLabeledPlan =
    "format: cpm/plan/1\n"
    "county: example\n"
    "date: 2026-06-15\n"
    "team: [{role: Director}]\n"
    "horizon: {start: 2026-07-01, reassess: 2027-09-30}\n"
    "priorities:\n"
    "  - {id: p1, area: wd, title: Coaching reaches every unit}\n"
    "  - {id: p2, area: or, title: Leaders see it}\n"
    "objectives:\n"
    "  - {id: o1, priority: p1, statement: Every unit has a coach}\n"
    "  - {id: o3, priority: p2, statement: Leaders visit units}\n"
    "steps:\n"
    "  - id: s1\n"
    "    objective: o1\n"
    "    action: Train six coaches\n"
    "    responsible: {role: Director}\n"
    "    due: 2027-06-02\n"
    "    status: done\n";

const std::string kLabeledSnapshot =
    "format: cpm/snapshot/1\n"
    "county: example\n"
    "date: 2026-03-02\n"
    "status: draft\n"
    "instrument: {id: cpm-default, version: \"1.0\"}\n"
    "ratings:\n"
    "  or-vision: {score: 2}\n";

std::string changed(std::string text, std::string_view part, std::string_view instead) {
  const std::size_t at = text.find(part);
  REQUIRE(at != std::string::npos);
  return text.replace(at, part.size(), instead);
}

/// What stands in a right file, what a person writes instead, and what is said; a safe fix makes the file right again.
struct Written {
  std::string right;
  std::string written;
  std::string message;
};

void check_safe(const std::string& text, const std::vector<Written>& slips) {
  for (const Written& slip : slips) {
    const std::string written = changed(text, slip.right, slip.written);
    CAPTURE(slip.written);
    const Loading loading = Loading::of(written);
    CAPTURE(loading.places());
    REQUIRE(loading.all().size() == 1);
    CHECK(loading.only().message == Holds{slip.message});
    REQUIRE(loading.only().fix);
    CHECK(loading.only().fix->safety == diag::Safety::safe);
    CHECK(Loading::of(loading.fixed(loading.only())).places() == "");
    CHECK(loading.fixed(loading.only()) == text);
  }
}

/// No safe fix: `help` says what to do.
void check_open(const std::string& text, const std::vector<Written>& slips) {
  for (const Written& slip : slips) {
    CAPTURE(slip.written);
    const Loading loading = Loading::of(changed(text, slip.right, slip.written));
    CAPTURE(loading.places());
    REQUIRE(loading.all().size() == 1);
    CHECK((loading.only().message + " | " + loading.only().help) == Holds{slip.message});
    CHECK((!loading.only().fix || loading.only().fix->safety == diag::Safety::unsafe));
  }
}

}  // namespace

TEST_CASE("the title of an area, its alias or its id in another spelling leads to its id") {
  check_safe(kLabeledPlan,
             {{"area: wd", "area: Workforce Development", "`Workforce Development` is not an id; did you mean `wd`?"},
              {"area: wd", "area: workforce development", "did you mean `wd`?"},
              {"area: wd", "area: WD", "did you mean `wd`?"},
              {"area: wd", "area: WD - Workforce Development", "did you mean `wd`?"},
              {"area: wd", "area: WFD", "did you mean `wd`?"},
              {"area: wd", "area: Workforce Dev.", "did you mean `wd`?"},
              {"area: wd", "area: workforce", "has no area `workforce`; did you mean `wd`?"},
              {"area: or", "area: Organization & Leadership", "did you mean `or`?"}});
  check_open(kLabeledPlan, {{"area: wd", "area: Workforce Developement", "did you mean `wd`?"},
                            {"area: wd", "area: Training of people",
                             "write the id, not the title; `cpm list items` shows them all"}});
}

TEST_CASE("an id that is a title joined by dashes leads to the id where it is looked up") {
  check_safe(kLabeledSnapshot + "priorities: [{id: p1, area: wd, title: One, items: [wd-coaching]}]\n",
             {{"area: wd", "area: workforce-development", "has no area `workforce-development`; did you mean `wd`?"},
              {"or-vision:", "shared-picture-of-cpm:", "did you mean `or-vision`?"}});
}

TEST_CASE("an item is known by its title, as a key and as a value") {
  check_safe(
      kLabeledSnapshot,
      {{"or-vision:", "Shared picture of CPM:", "`Shared picture of CPM` is not an id; did you mean `or-vision`?"},
       {"or-vision:", "OR-Vision:", "did you mean `or-vision`?"},
       {"or-vision:", "or_vision:", "did you mean `or-vision`?"}});
  check_open(kLabeledSnapshot,
             {{"or-vision:", "Policies and procedures fit CPM today:", "`cpm list items` shows them all"},
              {"or-vision:", "Shared picture:", "write the id `or-vision`"},
              {"or-vision:", "Active sponsorship:", "write the id `or-sponsor`"}});
}

TEST_CASE("records of the same file are known by their titles") {
  check_safe(kLabeledPlan, {{"objective: o1", "objective: Every unit has a coach", "did you mean `o1`?"},
                            {"objective: o1", "objective: O1", "did you mean `o1`?"},
                            {"priority: p1", "priority: Coaching reaches every unit", "did you mean `p1`?"},
                            {"priority: p1", "priority: P1", "did you mean `p1`?"},
                            {"priority: p1", "priority: Priority p1", "did you mean `p1`?"},
                            {"objective: o1", "objective: [o1]", "`objective` is a list; it must be an id"}});
}

TEST_CASE("a place for one id that names several says which, and what to do") {
  const std::string both =
      "`objective` takes one id, and `o1, o3` names `o1` and `o3` | keep one; where another is meant "
      "too, write a second step for it";
  check_open(kLabeledPlan,
             {{"objective: o1", "objective: o1, o3", both},
              {"objective: o1", "objective: o1 and o3", "names `o1` and `o3`"},
              {"objective: o1", "objective: o1/o3", "names `o1` and `o3`"},
              {"objective: o1", "objective: o1; o3", "names `o1` and `o3`"},
              {"objective: o1", "objective: o1 to o3", "names `o1` and `o3`"},
              {"priority: p1", "priority: [p1, p2]", "keep one; for each other one write an objective of its own"},
              {"objective: o1", "objective: [o1, o3]", "keep one; for each other one write a step of its own"}});
  check_safe(kLabeledPlan + "    after: [s1]\n",
             {{"after: [s1]", "after: s1", "`after` is the text `s1`; it must be a list"}});
}

TEST_CASE("scale words, states and single values become the answer that is meant") {
  check_safe(kLabeledSnapshot, {{"score: 2", "score: Fully in place", "`Fully in place` is not a whole number"},
                                {"score: 2", "score: fully in place", "is not a whole number"},
                                {"score: 2", "score: 2 - Fully in place", "is not a whole number"},
                                {"score: 2", "score: two", "is not a whole number"},
                                {"{score: 2}", "2", "`or-vision` is the text `2`; it must be a rating with its keys"},
                                {"{score: 2}", "Fully in place", "it must be a rating with its keys"}});
  check_safe(changed(kLabeledSnapshot, "score: 2", "score: 1"),
             {{"score: 1", "score: Partly in place", "is not a whole number"},
              {"score: 1", "score: partial", "is not a whole number"}});
  check_open(kLabeledSnapshot, {{"score: 2", "score: in place", "write digits"}});
  const std::string unknown = changed(kLabeledSnapshot, "score: 2", "state: dont_know");
  check_safe(unknown, {{"state: dont_know", "score: don't know", "`state: dont_know` says what is meant"},
                       {"state: dont_know", "score: Don\xE2\x80\x99t know", "`state: dont_know` says what is meant"},
                       {"state: dont_know", "score: DK", "`state: dont_know` says what is meant"},
                       {"{state: dont_know}", "don't know", "it must be a rating"},
                       {"state: dont_know", "state: unknown", "did you mean `dont_know`?"}});
  const std::string none = changed(kLabeledSnapshot, "score: 2", "state: not_applicable");
  check_safe(none, {{"state: not_applicable", "score: N/A",
                     "`N/A` is not a whole number; `state: not_applicable` says what is meant"},
                    {"state: not_applicable", "score: Not applicable", "says what is meant"},
                    {"{state: not_applicable}", "n/a", "it must be a rating"}});
  check_open(kLabeledSnapshot, {{"score: 2", "score: high", "write digits"}});
}

TEST_CASE("a choice is known by other words, when only one choice can be meant") {
  check_safe(kLabeledPlan,
             {{"status: done", "status: Completed", "`status` cannot be `Completed`; did you mean `done`?"},
              {"status: done", "status: Complete", "did you mean `done`?"},
              {"status: done", "status: DONE", "did you mean `done`?"},
              {"status: done", "status: Fully implemented", "did you mean `done`?"},
              {"status: done", "status: 100%", "did you mean `done`?"},
              {"status: done", "status: 100 % complete", "did you mean `done`?"},
              {"status: done", "status: \u201Cdone\u201D", "did you mean `done`?"}});
  check_safe(changed(kLabeledPlan, "status: done", "status: in_progress"),
             {{"in_progress", "Partially Achieved", "did you mean `in_progress`?"},
              {"in_progress", "Ongoing", "did you mean `in_progress`?"},
              {"in_progress", "In Progress", "did you mean `in_progress`?"},
              {"in_progress", "InProgress", "did you mean `in_progress`?"},
              {"in_progress", "WIP", "did you mean `in_progress`?"}});
  check_safe(changed(kLabeledPlan, "status: done", "status: delayed"),
             {{"delayed", "On hold", "did you mean `delayed`?"}});
  check_safe(changed(kLabeledPlan, "status: done", "status: not_started"),
             {{"not_started", "Not started", "did you mean `not_started`?"}});
  check_safe(changed(kLabeledPlan, "status: done", "status: dropped"),
             {{"dropped", "Cancelled", "did you mean `dropped`?"}, {"dropped", "canceled", "did you mean `dropped`?"}});
  check_open(kLabeledPlan, {{"status: done", "status: pending", "it could mean `not_started` or `in_progress`"},
                            {"status: done", "status: blue", "use `not_started`, `in_progress`"},
                            {"status: done", "status: completd", "did you mean `done`?"},
                            {"status: done", "status: 75% complete", "did you mean `in_progress`?"},
                            {"status: done", "status: Done on May 2", "the day goes into `done_on`"},
                            {"status: done", "status: delayed until fall", "write `delayed` alone"}});
  for (const std::string nothing : {"None", "n/a", "TBD", "unknown"}) {
    const Loading loading = Loading::of(changed(kLabeledPlan, "status: done", "status: " + nothing));
    CHECK(loading.only().message == "`status` cannot be `" + nothing + "`");
    CHECK_FALSE(loading.only().fix);
  }
}

TEST_CASE("a rhythm that no choice names leads to the nearest one, and never by a safe fix") {
  const std::string plan =
      "format: cpm/plan/1\ncounty: example\ndate: 2026-06-15\nteam: [{role: Director}]\n"
      "horizon: {start: 2026-07-01, reassess: 2027-09-30}\npriorities: [{id: p1, area: wd, title: One}]\n"
      "objectives: [{id: o1, priority: p1, statement: Every unit has a coach}]\n"
      "steps: [{id: s1, objective: o1, action: Go, monitor_every: @}]\n";
  const auto answer = [&](const std::string& rhythm) {
    const Loading loading = Loading::of(test::with(plan, "@", rhythm));
    const diag::Diagnostic& only = loading.only();
    CHECK_FALSE((only.fix && only.fix->safety == diag::Safety::safe));
    const std::string fix = only.fix ? only.fix->edits.front().replacement : "no fix";
    return fix + ": " + only.message + " | " + only.help;
  };
  for (const char* rhythm : {"weekly", "daily", "every two weeks", "Bi-weekly"})
    CHECK(answer(rhythm) == Holds{"month: `monitor_every` cannot be"});
  for (const char* rhythm : {"biennially", "every two years", "every 2 years", "Biennial"})
    CHECK(answer(rhythm) == Holds{"year: `monitor_every` cannot be"});
  CHECK(answer("weekly") ==
        Holds{"`month` comes nearest | use `month`, `quarter`, `half-year` or `year`; write `month`"});
  CHECK(answer("every two months") == Holds{"no fix: "});
  CHECK(answer("every two months") == Holds{"`month` and `quarter` come nearest"});
  for (const char* rhythm : {"as needed", "ongoing", "continuously", "on request", "TBD"})
    CHECK(answer(rhythm) == Holds{"| it names no rhythm: write how often at least"});
}

TEST_CASE("a county is known by what people call it") {
  for (const auto& [id, names] : std::vector<std::pair<std::string, std::vector<std::string>>>{
           {"los-angeles",
            {"LA", "L.A.", "L. A. County", "LAC", "LA County", "County of Los Angeles", "Los Angeles County, CA",
             "LA DCFS"}},
           {"san-francisco", {"SF", "San Fran", "San Francisco City", "City and County of San Francisco"}},
           {"kern", {"County of Kern", "Kern", "Kern Co.", "KERN COUNTY", "Kern County DSS", "Kern DHS", "Kern Cty"}},
           {"mendocino", {"Mendo", "Mendocino County Health and Human Services Agency"}},
           {"san-luis-obispo", {"SLO", "San Luis", "San Luis Obispo"}},
           {"orange", {"OC", "Orange County"}}}) {
    const std::string right = "county: " + id;
    const std::string text = changed(kLabeledPlan, "county: example", right);
    for (const std::string& name : names)
      check_safe(text, {{right, "county: " + name, "is not a county of California"}});
  }
  check_open(kLabeledPlan, {{"county: example", "county: San Bernadino", "write `san-bernardino`"},
                            {"county: example", "county: Santa", "is not a county of California"}});
}

TEST_CASE("a key by another name is renamed") {
  check_safe(kLabeledPlan, {{"due:", "deadline:", "a step has no key `deadline`; did you mean `due`?"},
                            {"due:", "Target date:", "did you mean `due`?"},
                            {"due:", "due_date:", "did you mean `due`?"},
                            {"due:", "dueDate:", "did you mean `due`?"},
                            {"due:", "By when:", "did you mean `due`?"},
                            {"due:", "Target:", "did you mean `due`?"},
                            {"due:", "ETA:", "did you mean `due`?"},
                            {"due:", "Finish Date:", "did you mean `due`?"},
                            {"responsible:", "Person(s) Responsible:", "did you mean `responsible`?"},
                            {"responsible:", "POC:", "did you mean `responsible`?"},
                            {"statement:", "SMART goal:", "did you mean `statement`?"},
                            {"area: wd", "area: \u201Cwd\u201D", "did you mean `wd`?"},
                            {"- id: s1", "- Number: s1", "did you mean `id`?"},
                            {"{id: p1, area: wd", "{id: p1, domain: wd", "did you mean `area`?"},
                            {"title: Coaching", "label: Coaching", "did you mean `title`?"},
                            {"horizon:", "period:", "did you mean `horizon`?"},
                            {"responsible: {role: Director}", "by whom: Director", "did you mean `responsible`?"},
                            {"responsible: {role: Director}", "staff: Director", "did you mean `responsible`?"},
                            {"action:", "to do:", "did you mean `action`?"},
                            {"action:", "task:", "did you mean `action`?"},
                            {"responsible:", "owner:", "did you mean `responsible`?"},
                            {"responsible:", "lead:", "did you mean `responsible`?"},
                            {"responsible: {role: Director}", "owner: Director", "did you mean `responsible`?"},
                            {"statement:", "goal:", "did you mean `statement`?"},
                            {"steps:", "tasks:", "did you mean `steps`?"},
                            {"reassess:", "end:", "did you mean `reassess`?"}});
  check_open(kLabeledPlan, {{"statement: Every unit has a coach", "statement: A coach, notes: It went well",
                             "write what was found as an entry of `reviews`"},
                            {"status: done", "deadline: 2027-01-01", "a step has no key `deadline`"}});
}

TEST_CASE("a key whose value does not fit is one finding, and never a safe fix") {
  check_open(kLabeledPlan,
             {{"status: done", "done: in_progress",
               "did you mean `done_on`? | write `done_on` with a date (YYYY-MM-DD), or `status: in_progress`"},
              {"status: done", "done: yes", "or `status: done`"},
              {"status: done", "progress: x", "write `status` with `not_started`, `in_progress`"},
              {"status: done", "stxrx: Director", "a step has no key `stxrx`"},
              {"responsible: {role: Director}", "responsible: {person: Director}", "did you mean `role`?"}});
}

TEST_CASE("a key that is not known and one that is missing are one finding") {
  check_open(kLabeledPlan,
             {{"action: Train", "colour: Train",
               "a step has no key `colour`, and this one has no `action` | if it says what is done, rename it to "
               "`action`; else add `action: …`"},
              {"county: example", "where: example", "a plan has no key `where`, and this one has no `county`"}});
  const Loading both = Loading::of(changed(kLabeledPlan, "action: Train", "colour: {red: 1}\n    x-old: Train"));
  CHECK(both.places() == "f.yaml:15:5 CPM211, f.yaml:13:9 CPM212");
}

TEST_CASE("a single value in place of a record becomes the record") {
  check_safe(kLabeledPlan,
             {{"responsible: {role: Director}", "responsible: Director",
               "`responsible` is the text `Director`; it must be a responsible leader with its keys"},
              {"team: [{role: Director}]", "team: [Director]", "it must be a team member with its keys"}});
  check_safe(changed(kLabeledPlan, "{role: Director}\n    due", "{team: Training team}\n    due"),
             {{"responsible: {team: Training team}", "responsible: Training team", "it must be a responsible leader"}});
  check_safe(
      changed(kLabeledPlan, "{role: Director}\n    due", "{team: Adoption and training team}\n    due"),
      {{"responsible: {team: Adoption and training team}", "responsible: Adoption and training team", "it must be"}});
  check_safe(kLabeledPlan, {{"responsible: {role: Director}", "responsible: [Director]", "`responsible` is a list"}});
  const std::string several =
      "if it is several, name the one who answers for it and the others under `with`, or all as one team: `{team: ";
  check_open(kLabeledPlan, {{"responsible: {role: Director}", "responsible: Director, QI lead", several},
                            {"responsible: {role: Director}", "responsible: Director and QI lead", several},
                            {"responsible: {role: Director}", "responsible: [Director, QI lead]", several},
                            {"responsible: {role: Director}", "owner: Director / QI lead", several},
                            {"responsible: {role: Director}", "responsible: Adoption team, Training team", several}});
}

TEST_CASE("a date in another form is fixed where one day can be meant; else both are shown") {
  check_safe(kLabeledPlan, {{"due: 2027-06-02", "due: 2-Jun-27", "`2-Jun-27` is not a day"},
                            {"due: 2027-06-02", "due: June 2, 2027", "is not a day"},
                            {"due: 2027-06-02", "due: 2027-6-2", "is not a day"},
                            {"due: 2027-06-02", "due: 2027-06-02 09:00", "is not a day"},
                            {"due: 2027-06-02", "due: 2027/06/02", "is not a day"},
                            {"due: 2027-06-02", "due: by June 2, 2027", "is not a day"},
                            {"due: 2027-06-02", "due: (2027-06-02)", "is not a day"},
                            {"due: 2027-06-02",
                             "due: 2027\xE2\x80\x93"
                             "06\xE2\x80\x93"
                             "02",
                             "is not a day"},
                            {"due: 2027-06-02", "due: June 2, 2027 5 PM", "is not a day"}});
  check_open(kLabeledPlan,
             {{"due: 2027-06-02", "due: 6/2/27", "write the day that is meant: 2027-06-02 or 2027-02-06"},
              {"due: 2027-06-02", "due: 06022027", "write the day that is meant: 2027-06-02 or 2027-02-06"},
              {"due: 2027-06-02", "due: 12/31/99", "write the day that is meant: 1999-12-31 or 2099-12-31"},
              {"due: 2027-06-02", "due: 6/31/27", "June 2027 has 30 days"},
              {"due: 2027-06-02", "done_on: June 2027", "it names a month, and a day is needed"}});
}

TEST_CASE("labels are compared without case, punctuation and apostrophes") {
  using format::label_form;
  CHECK(label_form("Organization & Leadership") == "organization and leadership");
  CHECK(label_form("  Don\xE2\x80\x99t   know. ") == "dont know");
  CHECK(label_form("n/a") == "n a");
  CHECK(label_form("N.A.") == "na");
  CHECK(label_form("dont_know") == "dont know");
  CHECK(label_form("--") == "");
  CHECK(label_form("\u201C2\u201D \u2013 Fully in place\u2026") == "2 fully in place\u2026");
  CHECK(label_form("\xC3\xA9t\xC3\xA9") == "\xC3\xA9t\xC3\xA9");
}

TEST_CASE("a value between brackets is quoted where YAML needs it") {
  using format::in_flow;
  CHECK(in_flow("Training manager") == "Training manager");
  CHECK(in_flow("Director, Social Services") == "\"Director, Social Services\"");
  CHECK(in_flow("a: b") == "\"a: b\"");
  CHECK(in_flow("no") == "\"no\"");
  CHECK(in_flow("12") == "\"12\"");
  CHECK(in_flow("say \"so\" \\ so") == "\"say \\\"so\\\" \\\\ so\"");
}

TEST_CASE("no other name of a key is a key of its record") {
  for (const format::Kind& kind : format::kinds()) {
    std::vector<const format::Record*> open = {kind.record};
    std::set<const format::Record*> seen;
    while (!open.empty()) {
      const format::Record* record = open.back();
      open.pop_back();
      if (record == nullptr || !seen.insert(record).second) continue;
      CAPTURE(record->noun);
      std::set<std::string> names;
      for (const format::Field& field : record->fields) {
        CHECK_MESSAGE(names.insert(format::label_form(field.name)).second, field.name);
        open.push_back(format::record_behind(*field.shape));
      }
      for (const format::Field& field : record->fields)
        for (const std::string_view name : base::split(field.also, '|'))
          if (!name.empty()) CHECK_MESSAGE(!names.contains(format::label_form(name)), name);
      if (!record->scalar_key.empty()) CHECK(format::find_field(*record, record->scalar_key) != nullptr);
    }
  }
}

}  // namespace cpm
