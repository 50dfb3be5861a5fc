// Records whose keys are in the wrong place: on the line of their key, behind a dash, not indented, in another list. Each is
// one finding; a safe fix makes the file right.
#include <doctest/doctest.h>

#include "tests/support/holds.h"
#include "tests/unit/format/loading.h"

namespace cpm {
namespace {

using test::Holds;
using test::Loading;

const std::string kHead =
    "format: cpm/plan/1\n"
    "county: example\n"
    "date: 2026-06-15\n"
    "team: [{role: Director}]\n"
    "horizon: {start: 2026-07-01, reassess: 2027-09-30}\n"
    "priorities: [{id: p1, area: wd, title: One}]\n"
    "objectives:\n"
    "- {id: o1, priority: p1, statement: Every unit has a coach}\n";

std::string with_step(const std::string& lines) {
  return kHead + "steps:\n  - id: s1\n    objective: o1\n    action: Train coaches\n" + lines + "    status: done\n";
}

struct Slip {
  std::string lines;
  std::string said;   ///< part of "message | help"
  std::string fixed;  ///< empty: there is no safe fix
};

void judge(const std::vector<Slip>& slips) {
  for (const Slip& slip : slips) {
    CAPTURE(slip.lines);
    const Loading loading = Loading::of(with_step(slip.lines));
    CAPTURE(loading.places());
    REQUIRE(loading.all().size() == 1);
    const diag::Diagnostic& only = loading.only();
    CHECK((only.message + " | " + only.help) == Holds{slip.said});
    const bool is_safe = only.fix && only.fix->safety == diag::Safety::safe;
    CHECK(is_safe == !slip.fixed.empty());
    if (!is_safe) continue;
    CHECK(loading.fixed(only) == with_step(slip.fixed));
    CHECK(Loading::of(loading.fixed(only)).places() == "");
  }
}

}  // namespace

TEST_CASE("the keys of a record on the line of its key, or in braces without their colon") {
  const std::string right = "    responsible: {role: Director}\n";
  judge({{"    responsible: role: Director\n", "write its keys in braces: {role: Director}", right},
         {"    responsible: {role Director}\n", "has the text `role Director` in braces", right},
         {"    responsible: {role:Director}\n", "| write `{role: Director}`", right},
         {"    responsible: {Director}\n", "| write `{role: Director}`", right},
         {"    responsible: {Director and QI lead}\n", "if it is several, name the one who answers for it", ""},
         {"    responsible: (role: Director)\n", "on lines of their own below, indented, or in braces", ""}});
}

TEST_CASE("a record behind a dash, and several of them") {
  judge({{"    responsible:\n      - role: Director\n        name: Jo\n", "it is one, not a list: remove the dash",
          "    responsible:\n        role: Director\n        name: Jo\n"},
         {"    responsible:\n      - role: Director\n      - role: QI lead\n", "keep one entry, and remove its dash",
          ""}});
}

TEST_CASE("the keys of a record in the column of its key") {
  judge(
      {{"    responsible:\n    role: Director\n    name: Jo\n",
        "`responsible` has no value, and `role` and `name` below it are not indented | indent `role` and `name` deeper",
        "    responsible:\n      role: Director\n      name: Jo\n"},
       {"    responsible:\n    role: |\n      Director\n", "`role` below it is not indented", ""}});
}

TEST_CASE("a record in the list of another kind is one finding") {
  const Loading loading = Loading::of(kHead + "- id: s1\n  objective: o1\n  action: Train coaches\n  status: done\n");
  REQUIRE(loading.places() == "f.yaml:10:3 CPM211");
  CHECK(loading.only().message == Holds{"objective `s1` has the keys of a step, such as `objective` and `status`"});
  CHECK(loading.only().help == Holds{"move it below `steps:`"});
}

TEST_CASE("an equals sign in place of a colon is a key that is meant, not a text that goes on") {
  judge({{"    due = 2027-06-02\n", "has no colon after `due`", "    due: 2027-06-02\n"},
         {"    due= 2027-06-02\n", "has no colon after `due`", "    due: 2027-06-02\n"},
         {"    Due = 2027-06-02\n", "has no colon after `Due`", ""}});
}

TEST_CASE("numbers with commas, signs and units") {
  const auto judge_number = [](const std::string& written, const std::string& said, bool safe) {
    std::string text = kHead;
    const std::size_t at = text.find("coach}") + 5;
    const Loading loading = Loading::of(text.insert(at, ", indicator: {text: Units, target: " + written + "}"));
    CAPTURE(written);
    REQUIRE(loading.places() == "f.yaml:8:" + std::to_string(at - text.rfind('\n', at) + 35) + " CPM218");
    CHECK(loading.only().help == Holds{said});
    const bool is_safe = loading.only().fix && loading.only().fix->safety == diag::Safety::safe;
    CHECK(is_safe == safe);
  };
  judge_number("\"1,200\"", "write 1200", true);
  judge_number("\"1,234,567.5\"", "write 1234567.5", true);
  judge_number("20%", "write 20; the unit goes into `unit`", false);
  judge_number("12 units", "write 12; the unit", false);
  judge_number("$500", "write 500; the unit", false);
  judge_number("\"1,2\"", "write digits", false);
  judge_number("two", "write digits", false);
  judge_number("3 to 5", "write digits", false);
}

TEST_CASE("a list of ids with other marks between them") {
  const std::string right = "    supports: [u1, u2]\n";
  for (const std::string written : {"u1, u2", "u1; u2", "(u1, u2)", "u1 and u2", "u1 & u2", "u1;u2;"}) {
    CAPTURE(written);
    const Loading loading = Loading::of(with_step("    supports: " + written + "\n"));
    CHECK(loading.only().help == Holds{"all in brackets: [u1, u2]"});
    CHECK(loading.fixed(loading.only()) == with_step(right));
  }
  for (const std::string written : {"all", "none", "u1 and others of the county", "u1; tbd"}) {
    const Loading loading = Loading::of(with_step("    supports: " + written + "\n"));
    CHECK_MESSAGE(loading.only().fix->safety == diag::Safety::unsafe, written);
  }
}

TEST_CASE("a text where a list belongs becomes a list, if it can only be one entry") {
  judge({{"    with: Probation\n", "or all in brackets: [Probation]", "    with: [Probation]\n"},
         {"    with: \"Probation\"\n", "or all in brackets: [Probation]", "    with: [Probation]\n"},
         {"    with: 'Probation: juvenile'\n", "[\"Probation: juvenile\"]", "    with: [\"Probation: juvenile\"]\n"},
         {"    initiatives: Safety Organized Practice\n", "all in brackets",
          "    initiatives: [Safety Organized Practice]\n"},
         {"    with: Probation, the Tribe\n", "or all in brackets: [Probation, the Tribe]", ""},
         {"    with: Probation; CASA\n", "or all in brackets: [Probation, CASA]", ""},
         {"    with: Probation and the Tribe\n", "or all in brackets: [Probation and the Tribe]", ""},
         {"    with: CWS/Probation\n", "or all in brackets: [CWS/Probation]", ""},
         {"    with: none\n", "each entry a text", ""},
         {"    with: n/a\n", "each entry a text", ""}});
}

TEST_CASE("a choice with more behind it leads to the choice, never by a safe fix") {
  for (const char* const written : {"Done - in May", "done (in May)", "Done, in May", "Completed; see minutes"}) {
    const Loading loading = Loading::of(kHead + "steps:\n- {id: s1, objective: o1, action: Train, status: \"" +
                                        std::string(written) + "\"}\n");
    CAPTURE(written);
    REQUIRE(loading.all().size() == 1);
    CHECK(loading.only().message == Holds{"did you mean `done`?"});
    CHECK(loading.only().fix->safety == diag::Safety::unsafe);
  }
}

TEST_CASE("a text of several lines that is indented no deeper than its key would swallow what follows") {
  for (const char* const kind : {"|", ">-"}) {
    const Loading loading = Loading::of(kHead + "steps:\n- id: s1\n  objective: o1\n  action: " + std::string(kind) +
                                        "\n  Train coaches\n  status: done\n");
    CHECK(loading.places() == "f.yaml:13:3 CPM127");
    CHECK(loading.only().help == Holds{"indent the text deeper than `action`"});
  }
}

// What only the county can say is never written by a safe fix.
TEST_CASE("a leader who may be a person, several people or nobody is left open; a team and a role are not") {
  for (const char* const written : {"Luis Ortega", "Rosa Diaz, Training manager", "Director (Luis Ortega)", "Everyone",
                                    "none", "TBD", "Director + QI lead"}) {
    CAPTURE(written);
    const Loading loading = Loading::of(with_step("    responsible: " + std::string(written) + "\n"));
    REQUIRE(loading.all().size() == 1);
    CHECK((!loading.only().fix || loading.only().fix->safety == diag::Safety::unsafe));
  }
  judge({{"    responsible: Coaching Workgroup\n", "`{team: Coaching Workgroup}`",
          "    responsible: {team: Coaching Workgroup}\n"},
         {"    responsible: QI unit\n", "`{team: QI unit}`", "    responsible: {team: QI unit}\n"},
         {"    responsible: Training Manager\n", "`{role: Training Manager}`",
          "    responsible: {role: Training Manager}\n"},
         {"    responsible: role Director\n", "`{role: Director}`", "    responsible: {role: Director}\n"},
         {"    responsible: \xE2\x80\x9C"
          "Director\xE2\x80\x9D\n",
          "`{role: Director}`", "    responsible: {role: Director}\n"}});
}

TEST_CASE("a contact by address or number alone is not a name") {
  const auto contact = [](const std::string& written) {
    const Loading loading = Loading::of(kHead + "contact: " + written + "\n");
    REQUIRE(loading.all().size() == 1);
    return loading.only();
  };
  CHECK(contact("rosa@alder.gov").help == "write `{email: \"rosa@alder.gov\"}`");
  CHECK(contact("(530) 555-0142").help == "write `{phone: \"(530) 555-0142\"}`");
  CHECK(contact("Rosa Diaz").help == "write `{name: Rosa Diaz}`");
  CHECK(contact("Rosa <rosa@alder.gov>").fix->safety == diag::Safety::unsafe);
}

TEST_CASE("dates that can be read in two ways, or name another weekday, are left open") {
  const auto due = [](const std::string& written) {
    const Loading loading = Loading::of(with_step("    due: " + written + "\n"));
    REQUIRE(loading.places() == "f.yaml:13:10 CPM216");
    CHECK_FALSE(loading.only().fix);
    return loading.only().message + " | " + loading.only().help;
  };
  CHECK(due("27/06/02") == Holds{"write the day that is meant: 2002-06-27 or 2027-06-02"});
  CHECK(due("26.12.31") == Holds{"2031-12-26 or 2026-12-31"});
  CHECK(due("Tuesday, June 2, 2027") == Holds{"2027-06-02 is a Wednesday"});
  judge({{"    due: Wednesday, June 2, 2027\n", "write 2027-06-02", "    due: 2027-06-02\n"}});
}

TEST_CASE("a line that may be a key by another name is not made a part of the text above") {
  for (const char* const written :
       {"Due date: 2027-08-13", "  Person responsible: Director", "    owner Director", "    Lead - Director"}) {
    CAPTURE(written);
    const Loading loading = Loading::of(with_step(std::string(written) + "\n"));
    REQUIRE(loading.places().starts_with("f.yaml:13:"));
    CHECK((!loading.only().fix || loading.only().fix->safety == diag::Safety::unsafe));
  }
}

TEST_CASE("quotes around words, a curly closing quote, and a text that goes on below") {
  const auto fixed = [](const std::string& action) {
    const Loading loading = Loading::of(kHead + "steps:\n- id: s1\n  objective: o1\n  action: " + action + "\n");
    REQUIRE(loading.all().size() == 1);
    const auto& fix = loading.only().fix;
    if (!fix || fix->safety != diag::Safety::safe) return std::string("no safe fix");
    const std::string text = loading.fixed(loading.only());
    CHECK(Loading::of(text).places() == "");
    return text.substr(text.find("action: ") + 8, text.size() - text.find("action: ") - 9);
  };
  CHECK(fixed("\"A\" or \"B\" or \"C\"") == "'\"A\" or \"B\" or \"C\"'");
  CHECK(fixed("'Visit' and 'see'") == "\"'Visit' and 'see'\"");
  CHECK(fixed("\"Say \"yes\" twice\"") == "\"Say \\\"yes\\\" twice\"");
  CHECK(fixed("\"Visit the units\xE2\x80\x9D") == "\"Visit the units\"");
  CHECK(fixed("\"Visit\" the\n    units") == "no safe fix");
  CHECK(fixed("[Visit] the\n    units") == "no safe fix");
}

TEST_CASE("a figure with more than digits is no score, and a block of text is named as what it is") {
  const std::string head =
      "format: cpm/snapshot/1\ncounty: example\ndate: 2026-03-02\nstatus: draft\n"
      "instrument: {id: cpm-default, version: \"1.0\"}\nratings:\n  or-vision:\n    score: ";
  for (const char* const written : {"<2", "2%", "1+", "1?", "~1", "1/"}) {
    CAPTURE(written);
    const Loading loading = Loading::of(head + written + "\n");
    REQUIRE(loading.places() == "f.yaml:8:12 CPM217");
    CHECK_FALSE(loading.only().fix);
  }
  CHECK(Loading::of(head + ">1\n").only().message == Holds{"`score` begins a text of several lines"});
}

TEST_CASE("a stray dash in a record asks for no dash elsewhere") {
  const Loading loading = Loading::of(
      "format: cpm/snapshot/1\ncounty: example\ndate: 2026-03-02\nstatus: draft\n"
      "instrument: {id: cpm-default, version: \"1.0\"}\nratings:\n  or-vision:\n    score: 2\n    evidence:\n"
      "  - Charter signed\n");
  REQUIRE(loading.all().size() == 1);
  CHECK(loading.places().starts_with("f.yaml:10:3 "));
  CHECK((!loading.only().fix || loading.only().fix->safety == diag::Safety::unsafe));
}

}  // namespace cpm
