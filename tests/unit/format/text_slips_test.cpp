// Slips in the text of a file, found by trying: one slip is one finding, and its fix suits the field.
#include <doctest/doctest.h>

#include "tests/support/holds.h"
#include "tests/unit/format/loading.h"

namespace cpm {
namespace {

using test::Holds;
using test::Loading;

const std::string kSlipPlan =
    "format: cpm/plan/1\n"
    "county: example\n"
    "date: 2026-06-15\n"
    "team:\n"
    "  - role: Director\n"
    "  - role: Training manager\n"
    "horizon: {start: 2026-07-01, reassess: 2027-09-30}\n"
    "priorities:\n"
    "  - id: p1\n"
    "    area: wd\n"
    "    title: Coaching reaches every unit\n"
    "  - id: p2\n"
    "    area: or\n"
    "    title: Leaders see it\n"
    "objectives:\n"
    "  - id: o1\n"
    "    priority: p1\n"
    "    statement: Every unit has a coach\n"
    "  - id: o2\n"
    "    priority: p2\n"
    "    statement: Leaders visit units\n"
    "steps:\n"
    "  - id: s1\n"
    "    objective: o1\n"
    "    action: Six coaches\n"
    "    responsible: {role: Director}\n"
    "  - id: s2\n"
    "    objective: o2\n"
    "    action: Visit\n"
    "    responsible: {role: Director}\n"
    "    initiatives: [SOP]\n";

/// What is replaced, by what; the only finding; and what stands there after its safe fix.
struct TextSlip {
  std::string right;
  std::string written;
  std::string finding;
  std::string fixed;
};

void check_text_slips(const std::vector<TextSlip>& slips) {
  for (const TextSlip& slip : slips) {
    CAPTURE(slip.written);
    const Loading loading = Loading::of(test::with(kSlipPlan, slip.right, slip.written));
    CAPTURE(loading.places());
    REQUIRE(loading.all().size() == 1);
    CHECK((loading.places() + " " + loading.only().message) == Holds{slip.finding});
    REQUIRE(loading.only().fix);
    CHECK(loading.only().fix->safety == diag::Safety::safe);
    CHECK(loading.fixed(loading.only()) == test::with(kSlipPlan, slip.right, slip.fixed));
    CHECK(Loading::of(loading.fixed(loading.only())).places() == "");
  }
}

std::vector<TextSlip> quoted_texts(const std::vector<std::string>& texts) {
  std::vector<TextSlip> slips;
  for (const std::string& text : texts)
    slips.push_back({"action: Six coaches", "action: " + text, "f.yaml:25:",
                     "action: " + (text.find('"') == std::string::npos ? "\"" + text + "\"" : "'" + text + "'")});
  return slips;
}

}  // namespace

TEST_CASE("a forgotten dash is one finding at its line, wherever the entry stands") {
  check_text_slips({
      {"  - id: s2\n", "    id: s2\n", "f.yaml:27:5 CPM132 a dash is missing here: `id` begins a new entry of `steps`",
       "  - id: s2\n"},
      {"  - id: s1\n", "    id: s1\n", "f.yaml:23:5 CPM132", "  - id: s1\n"},
      {"  - id: p2\n", "    id: p2\n",
       "f.yaml:12:5 CPM132 a dash is missing here: `id` begins a new entry of `priorities`", "  - id: p2\n"},
      {"  - id: o1\n", "    id: o1\n", "f.yaml:16:5 CPM132", "  - id: o1\n"},
      {"  - role: Training manager\n", "    role: Training manager\n",
       "f.yaml:6:5 CPM132 a dash is missing here: `role` begins a new entry of `team`", "  - role: Training manager\n"},
      {"  - id: s2\n", "  id: s2\n", "f.yaml:27:3 CPM132", "  - id: s2\n"},
  });
}

TEST_CASE("several forgotten dashes are one finding each; a key given twice is none of them") {
  const std::string more = "  - id: s3\n    objective: o2\n    action: Walk\n    responsible: {role: Director}\n";
  const std::string three = test::with(test::with(kSlipPlan + more, "  - id: s2", "    id: s2"), "  - id: s3",
                                       "    id: s3");
  CHECK(Loading::of(three).places() == "f.yaml:27:5 CPM132, f.yaml:32:5 CPM132");
  const Loading twice = Loading::of(
      test::with(kSlipPlan, "    action: Visit\n", "    action: Visit\n    action: Walk\n"));
  CHECK(twice.places() == "f.yaml:30:5 CPM119");
  const Loading id = Loading::of(test::with(kSlipPlan, "    action: Visit\n", "    action: Visit\n    id: s9\n"));
  CHECK(id.places() == "f.yaml:30:5 CPM119");
}

TEST_CASE("a text that starts with what YAML reads as a mark gets quotes") {
  check_text_slips(quoted_texts({"*coaches* trained",
                                 "**Six** coaches",
                                 "*coaches*",
                                 "!important coaches",
                                 "! now",
                                 "@six",
                                 "%six",
                                 "`six` coaches",
                                 "> six",
                                 "| six",
                                 "? six",
                                 ", six",
                                 "- coaches trained",
                                 "- - six",
                                 "[Train] six coaches.",
                                 "{Train} six",
                                 "[six coaches",
                                 "{six: a",
                                 "#six",
                                 "\"Train\" six coaches",
                                 "six: more: coaches",
                                 "100% done: yes"}));
  check_text_slips(
      {{"action: Six coaches", "action: 'Train' six coaches", "f.yaml:25:21 CPM116", "action: \"'Train' six coaches\""},
       {"title: Leaders see it", "title: *Leaders*", "f.yaml:14:12 CPM117", "title: \"*Leaders*\""}});
}

TEST_CASE("where no text belongs, the fix is no quotes") {
  const Loading list = Loading::of(test::with(kSlipPlan, "initiatives: [SOP]", "initiatives: - SOP"));
  CHECK(list.places() == "f.yaml:31:18 CPM114");
  CHECK(list.fixed(list.only()) == Holds{"    initiatives:\n      - SOP\n"});
  const Loading alias = Loading::of(test::with(kSlipPlan, "objective: o1", "objective: *o1"));
  CHECK(alias.places() == "f.yaml:24:16 CPM121");
  CHECK_FALSE(alias.only().fix);
  const Loading meant = Loading::of(
      test::with(test::with(kSlipPlan, "Six coaches", "&six Six coaches"), "Visit", "*six"));
  CHECK(meant.places() == "f.yaml:25:13 CPM120, f.yaml:29:13 CPM121");
}

TEST_CASE("bullets below a text belong to the text, and dashes are written where a list belongs") {
  const std::string text = "    action: Six coaches\n";
  check_text_slips({{text, text + "    • of them\n", "f.yaml:26:5 CPM127 `•` goes on with the text of `action`",
                     text + "      • of them\n"},
                    {text, text + "    • one\n    • two\n", "f.yaml:26:5 CPM127", text + "      • one\n      • two\n"},
                    {text, text + "    * one\n", "f.yaml:26:5 CPM127", text + "      * one\n"},
                    {text, "    action:\n    • one\n    • two\n", "f.yaml:26:5 CPM127",
                     "    action: |-\n      • one\n      • two\n"},
                    {"    initiatives: [SOP]\n", "    initiatives:\n    • SOP\n    • CFT\n", "f.yaml:32:5 CPM127",
                     "    initiatives:\n    - SOP\n    - CFT\n"}});
}

TEST_CASE("a bullet or a number before the keys of a record is a dash") {
  const std::string team = "  - role: Director\n  - role: Training manager\n";
  for (const std::string bullet : {"\u2022", "\u25AA", "\u27A2", "\u00B7", "+"}) {
    check_text_slips({{"  - id: s2\n", "  " + bullet + " id: s2\n",
                       "f.yaml:27:3 CPM127 `" + bullet + "` starts no list entry", "  - id: s2\n"},
                      {team, "  " + bullet + " role: Director\n  " + bullet + " role: Training manager\n",
                       "f.yaml:5:3 CPM127", team}});
  }
  check_text_slips(
      {{"  - id: s2\n", "  2. id: s2\n", "f.yaml:27:3 CPM127 `2.` starts no list entry", "  - id: s2\n"},
       {"  - id: s2\n", "  2) id: s2\n", "f.yaml:27:3 CPM127 `2)` starts no list entry", "  - id: s2\n"},
       {"  - id: s2\n", "  \uF0B7 id: s2\n", "f.yaml:27:3 CPM127 `U+F0B7` starts no list entry", "  - id: s2\n"}});
}

TEST_CASE("a dash too many, and keys that stand too deep or too far left, go to the column of their record") {
  check_text_slips(
      {{"  - id: s2\n", "  - - id: s2\n", "f.yaml:27:5 CPM114 a second dash begins a list in the list", "  - id: s2\n"},
       {"    objective: o2\n    action: Visit\n", "      objective: o2\n      action: Visit\n",
        "f.yaml:28:7 CPM114 `objective` is indented deeper", "    objective: o2\n    action: Visit\n"},
       {"    action: Visit\n", "      action: Visit\n", "f.yaml:29:7 CPM114 `action` is indented deeper",
        "    action: Visit\n"},
       {"    action: Visit\n", "action: Visit\n",
        "f.yaml:29:1 CPM114 `action` stands in column 1, and the keys around it in column 5", "    action: Visit\n"}});
}

TEST_CASE("where no text belongs, a colon at the end goes, and one in the middle is left to the county") {
  check_text_slips(
      {{"objective: o2", "objective: o2:", "f.yaml:28:18 CPM113 `o2:` has a colon in it", "objective: o2"}});
  const Loading area = Loading::of(test::with(kSlipPlan, "area: or", "area: Domain 2: Organization"));
  CHECK(area.places() == "f.yaml:13:19 CPM113");
  CHECK(area.only().help == Holds{"take out the colon, and what does not belong here"});
  CHECK_FALSE(area.only().fix);
}

TEST_CASE("a text that goes on in a column of keys is named where it ran out") {
  const std::string text = "    action: Six coaches\n";
  check_text_slips({{text, text + "Answers take longer: two weeks.\n",
                     "f.yaml:26:1 CPM114 the text of `action` seems to go on here, but the line is not indented",
                     "    action: \"Six coaches\n      Answers take longer: two weeks.\"\n"},
                    {text, text + "Answers take longer\n", "f.yaml:26:1 CPM114", text + "      Answers take longer\n"},
                    {text, text + "  Answers take\n  longer than that\n", "f.yaml:26:3 CPM114",
                     text + "      Answers take\n      longer than that\n"}});
}

}  // namespace cpm
