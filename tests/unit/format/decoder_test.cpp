#include "format/decoder.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/support/holds.h"
#include "tests/unit/format/loading.h"

namespace cpm {
namespace {

using cpm::test::Holds;
using test::kRepository;
using test::Loading;

const std::string kDecodedTheory =
    "format: cpm/theory-of-change/1\ntitle: Ours\nif:\n  - text: staff are coached\nthen:\n  - text: children are safe\n";

const std::string kDecodedSnapshot =
    "format: cpm/snapshot/1\ncounty: example\ndate: 2026-03-02\nstatus: draft\n"
    "instrument: {id: cpm-default, version: \"1.0\"}\n";

/// A file, the only finding it gives, parts of its words, and the file after its fix ("" when there is none).
struct Slip {
  std::string text;
  std::string_view place;
  std::string_view message;
  std::string_view help;
  std::string fixed = {};
};

void judge(const std::vector<Slip>& slips) {
  for (const Slip& slip : slips) {
    CAPTURE(slip.text);
    const Loading loading = Loading::of(slip.text);
    REQUIRE(loading.places() == "f.yaml:" + std::string(slip.place));
    CHECK(loading.only().message == slip.message);
    CAPTURE(loading.only().help);
    CHECK(loading.only().help == Holds{slip.help});
    CHECK(loading.fixed(loading.only()) == slip.fixed);
  }
}

std::string without(std::string text, std::string_view part, std::string_view instead = "") {
  return text.replace(text.find(part), part.size(), instead);
}

}  // namespace

TEST_CASE("a misspelled key is one finding, with the right name, and its value is read all the same") {
  judge({
      {kRepository + "acedemy: ncta\n", "3:1 CPM210", "a repository file has no key `acedemy`; did you mean `academy`?",
       "rename it to `academy`: the county's Regional Training Academy", kRepository + "academy: ncta\n"},
      {"format: cpm/repository/1\ncuonty: example\n", "2:1 CPM210",
       "a repository file has no key `cuonty`; did you mean `county`?", "rename it to `county`", kRepository},
      {kDecodedSnapshot + "ratings:\n  or-vision: {scor: 1}\n", "7:15 CPM210",
       "a rating has no key `scor`; did you mean `score`?", "rename it to `score`",
       kDecodedSnapshot + "ratings:\n  or-vision: {score: 1}\n"},
      {"fromat: cpm/repository/1\ncounty: example\n", "1:1 CPM210",
       "a repository file has no key `fromat`; did you mean `format`?", "rename it to `format`", kRepository},
  });
}

TEST_CASE("a misspelled key of a record that begins with a vowel is worded with `an`") {
  const Loading loading = Loading::of(
      "format: cpm/instrument/1\nid: a\nversion: \"1\"\nlicense: free\nscale:\n  - {value: 0, label: Not}\n"
      "  - {value: 1, label: Fully}\nareas:\n  - {id: b, label: B, items: [{id: c, title: C, prompt: C, anchors: [low, high]}]}\n");
  REQUIRE(loading.all().size() == 1);
  CHECK(loading.only().message == "an instrument has no key `license`; did you mean `licence`?");
}

TEST_CASE("a misspelled key that must be there says so beside the caret, and short words are never sure") {
  const Loading must = Loading::of("format: cpm/repository/1\ncuonty: example\n");
  CHECK(must.only().span_label == "rename to `county`, which a repository file must have");
  CHECK(must.only().fix->safety == diag::Safety::safe);
  const Loading may = Loading::of(kDecodedSnapshot + "ratings: {}\ncontact: {nane: Jo}\n");
  CHECK(may.only().span_label == "rename to `name`");
  CHECK(may.only().fix->safety == diag::Safety::unsafe);
}

TEST_CASE("an unknown key lists the keys there are; a key of the county's own is left alone") {
  judge(
      {{kRepository + "director: Jo\n", "3:1 CPM211", "a repository file has no key `director`",
        "use one of `format`, `county`, `academy`, `fiscal_year_start`, `ignore`, `policy`, `reports`, `privacy`, `offers` and `sip`; a key of your own "
        "starts with `x-`"}});
  CHECK(Loading::of(kRepository + "x-director: {name: Jo}\n").all().empty());
}

TEST_CASE("a key that belongs to the record around it says to move it to the left") {
  judge({{kDecodedSnapshot + "ratings: {}\ncontact:\n  name: Jo\n  administration: baseline\n", "9:3 CPM211",
          "a contact has no key `administration`",
          "`administration` belongs to the Snapshot around it: move the line to the left"}});
}

TEST_CASE("a key that must not be there has a finding of its own") {
  const Loading loading = Loading::of(
      "format: cpm/instrument/1\nid: a\nversion: \"1\"\nweights: {c: 2}\nscale:\n  - {value: 0, label: Not}\n"
      "  - {value: 1, label: Fully}\nareas:\n  - {id: b, label: B, items: [{id: c, title: C, prompt: C, anchors: [low, high]}]}\n");
  CHECK(loading.places() == "f.yaml:4:1 CPM655");
}

TEST_CASE("a missing key names the record in the county's own words and shows an example") {
  judge({
      {"format: cpm/repository/1\n", "1:1 CPM212", "this repository file has no `county`",
       "add `county: example`: the county, in"},
      {without(kDecodedSnapshot, "status: draft\n") + "ratings: {}\n", "3:7 CPM212",
       "Snapshot `2026-03-02` has no `status`", "add `status: draft`"},
      {without(kDecodedTheory, "  - text: staff are coached", "  - id: coached"), "4:9 CPM212",
       "clause `coached` has no `text`", "add `text: families are listened to"},
  });
}

TEST_CASE("a value of another shape says what stands there and what must stand there") {
  judge({
      {kRepository + "ignore: mkdocs.yml\n", "3:9 CPM213",
       "`ignore` is the text `mkdocs.yml`; it must be a list, each entry a text", "or all in brackets: [mkdocs.yml]",
       kRepository + "ignore: [mkdocs.yml]\n"},
      {kRepository + "academy: [ncta]\n", "3:10 CPM213",
       "`academy` is a list; it must be an id: lower-case words joined by `-`", "write it without brackets: ncta",
       kRepository + "academy: ncta\n"},
      {kRepository + "reports: 80\n", "3:10 CPM213",
       "`reports` is the text `80`; it must be a group of report settings with its keys",
       "write its keys on lines of their own below it: `benchmark: …`, `contacts: …` or `folder: …`"},
      {kRepository + "policy: {suppressions: {code: CPM415}}\n", "3:24 CPM213",
       "`suppressions` is a group of keys; it must be a list, each entry a suppression with its keys",
       "start each entry with a dash"},
      {kRepository + "policy: {severity: [CPM415]}\n", "3:20 CPM213",
       "`severity` is a list; it must be keys (codes of findings), each with `hidden`, `advice`, `warning` or `error`",
       "write keys"},
      {kRepository + "policy: {suppressions: [{code: CPM415, reason: Known}, CPM408]}\n", "3:56 CPM213",
       "an entry of `suppressions` is the text `CPM408`; it must be a suppression with its keys",
       "write its keys on lines of their own below it: `code: …` and `reason: …`"},
      {kRepository + "ignore: [{a: b}]\n", "3:10 CPM213", "an entry of `ignore` is a group of keys; it must be a text",
       "write a text"},
  });
}

TEST_CASE("a text over several lines is not put in brackets") {
  const Loading loading = Loading::of(kRepository + "ignore: |\n  a\n  b\n");
  REQUIRE(loading.places() == "f.yaml:3:9 CPM213");
  CHECK(!loading.only().fix);
}

TEST_CASE("a key without a value is marked at the key, a written null where it stands") {
  judge({
      {kRepository + "academy:\n", "3:1 CPM214", "`academy` has no value", "or take the line out"},
      {kRepository + "academy: ~\n", "3:10 CPM214", "`academy` has no value", "write an id"},
      {kRepository + "policy:\n", "3:1 CPM214", "`policy` has no value", "write a policy with its keys"},
      {kRepository + "ignore:\n", "3:1 CPM214", "`ignore` has no value", "write a list, each entry a text"},
      {kRepository + "ignore: [null]\n", "3:10 CPM214", "an entry of `ignore` has no value", "write a text"},
      {kRepository + "policy: {severity: {CPM415: }}\n", "3:21 CPM214", "`CPM415` has no value", "write `hidden`"},
  });
}

TEST_CASE("a word that is not one of the allowed ones lists them, with the nearest") {
  judge({
      {without(kDecodedSnapshot, "draft", "Draft") + "ratings: {}\n", "4:9 CPM215",
       "`status` cannot be `Draft`; did you mean `draft`?", "use `draft` or `final`",
       kDecodedSnapshot + "ratings: {}\n"},
      {without(kDecodedSnapshot, "draft", "sent") + "ratings: {}\n", "4:9 CPM215", "`status` cannot be `sent`",
       "use `draft` or `final`"},
      {kDecodedSnapshot + "administration: follow up\nratings: {}\n", "6:17 CPM215",
       "`administration` cannot be `follow up`; did you mean `followup`?", "use `baseline` or `followup`",
       kDecodedSnapshot + "administration: followup\nratings: {}\n"},
  });
}

TEST_CASE("a date that is none says why, and is fixed when only its form is wrong") {
  const std::string rest = "status: draft\ninstrument: {id: cpm-default, version: \"1.0\"}\nratings: {}\n";
  const std::string head = "format: cpm/snapshot/1\ncounty: example\ndate: ";
  judge({
      {head + "2026-02-30\n" + rest, "3:7 CPM216", "`2026-02-30` is not a day: February 2026 has 28 days",
       "write a day of the calendar"},
      {head + "3/15/2026\n" + rest, "3:7 CPM216", "`3/15/2026` is not a day: " + base::read_date("3/15/2026").reason,
       "write 2026-03-15", head + "2026-03-15\n" + rest},
      {head + "soon\n" + rest, "3:7 CPM216", "`soon` is not a day: " + base::read_date("soon").reason,
       "such as 2026-03-15"},
  });
  CHECK(Loading::of(head + "\"2026-03-15\"\n" + rest).all().empty());
}

TEST_CASE("whole numbers are digits without quotes, inside their range") {
  const std::string month = kRepository + "fiscal_year_start: ";
  judge({
      {month + "summer\n", "3:20 CPM217", "`summer` is not a whole number",
       "`fiscal_year_start` is a whole number from 1 to 12; write digits"},
      {month + "July\n", "3:20 CPM217", "`July` is not a whole number", "write 7", month + "7\n"},
      {month + "seven\n", "3:20 CPM217", "`seven` is not a whole number", "write 7", month + "7\n"},
      {month + "7.0\n", "3:20 CPM217", "`7.0` is not a whole number", "write 7", month + "7\n"},
      {month + "13.0\n", "3:20 CPM217", "`13.0` is not a whole number", "write digits"},
      {month + "yes\n", "3:20 CPM217", "`yes` is not a whole number; other tools even read it as true or false",
       "write digits"},
      {month + "99999999999999999999\n", "3:20 CPM217", "`99999999999999999999` is not a whole number", "write digits"},
      {month + "13\n", "3:20 CPM222", "`13` is out of range: `fiscal_year_start` is a whole number from 1 to 12",
       "correct"},
      {month + "0\n", "3:20 CPM222", "`0` is out of range: `fiscal_year_start` is a whole number from 1 to 12",
       "correct"},
      {month + "'7'\n", "3:20 CPM224", "`fiscal_year_start` is a number in quotes", "write it without quotes: 7",
       month + "7\n"},
  });
  for (const char* right : {"7", "07", "+7", "12", "1"}) CHECK(Loading::of(month + right + "\n").all().empty());
}

TEST_CASE("a count below its lowest value is out of range, without an upper end") {
  judge({{kDecodedSnapshot + "ratings: {or-vision: {score: -1}}\n", "6:30 CPM222",
          "`-1` is out of range: `score` is a whole number, 0 or more", "correct the number"}});
}

TEST_CASE("numbers keep their decimals and leave units to `unit`") {
  const std::string head =
      "format: cpm/plan/1\ncounty: example\ndate: 2026-06-01\nteam: [{role: Director}]\n"
      "horizon: {start: 2026-07-01, reassess: 2027-09-30}\npriorities: [{id: p1, area: or, title: One}]\n"
      "objectives:\n  - {id: o1, priority: p1, statement: Better, indicator: {text: Units, target: ";
  judge({
      {head + "80 %}}\n", "8:80 CPM218", "`80 %` is not a number", "the unit goes into `unit`", head + "80}}\n"},
      {head + "1e3}}\n", "8:80 CPM218", "`1e3` is not a number", "write digits"},
      {head + "\"12.5\"}}\n", "8:80 CPM224", "`target` is a number in quotes", "write it without quotes: 12.5",
       head + "12.5}}\n"},
  });
  const Loading loading = Loading::of(head + "12.50}}\n");
  CHECK(loading.all().empty());
  const auto& plan = std::get<model::Plan>(loading.document("f.yaml").content);
  CHECK(base::to_text(plan.objectives[0].indicator->target.value) == "12.50");
}

TEST_CASE("ids are lower-case words joined by a dash; a fixed one is shown") {
  const std::string
      clause = "format: cpm/theory-of-change/1\ntitle: Ours\nif: [{id: IF, text: one}]\nthen: [{text: two}]\n";
  judge({
      {clause, "3:11 CPM219", "`IF` is not an id: lower-case words joined by `-`",
       "write `if`, and the same wherever it is named", without(clause, "IF", "if")},
      {kRepository + "academy: UC Davis\n", "3:10 CPM219", "`UC Davis` is not an id: lower-case words joined by `-`",
       "write the id, not the title; `cpm list regions` shows them all"},
      {kRepository + "academy: 12\n", "3:10 CPM219", "`12` is not an id: lower-case words joined by `-`",
       "write the id, not the title"},
      {kRepository + "policy: {severity: {415: hidden}}\n", "3:21 CPM219", "`415` is not a code such as `CPM415`",
       "write `CPM415`", kRepository + "policy: {severity: {CPM415: hidden}}\n"},
      {kDecodedSnapshot + "ratings: {or-vision: {score: 1, votes: {high: 3}}}\n", "6:41 CPM219",
       "`high` is not a value of the scale, such as 0, 1 or 2", "write a value of the scale"},
  });
}

TEST_CASE("a county is one of California's 58 or an example; names and codes lead to the right word") {
  const std::string head = "format: cpm/repository/1\ncounty: ";
  judge({
      {head + "06113\n", "2:9 CPM220", "`06113` is not a county of California; Yolo County has this FIPS code",
       "write `yolo`", head + "yolo\n"},
      {head + "6113\n", "2:9 CPM220", "`6113` is not a county of California; Yolo County has this FIPS code",
       "write `yolo`", head + "yolo\n"},
      {head + "Yolo County\n", "2:9 CPM220", "`Yolo County` is not a county of California", "write `yolo`",
       head + "yolo\n"},
      {head + "Los Angeles\n", "2:9 CPM220", "`Los Angeles` is not a county of California", "write `los-angeles`",
       head + "los-angeles\n"},
      {head + "Nowhere\n", "2:9 CPM220", "`Nowhere` is not a county of California", "`cpm list counties` shows all 58"},
      {head + "example_alder\n", "2:9 CPM220", "`example_alder` is not a county of California",
       "`example-…` for a fictional one"},
  });
  for (const char* right : {"yolo", "los-angeles", "example", "example-alder"})
    CHECK(Loading::of(head + right + "\n").all().empty());
}

TEST_CASE("a list with too few entries says what an entry is") {
  judge({{"format: cpm/theory-of-change/1\ntitle: Ours\nif: []\nthen:\n  - text: children are safe\n", "3:5 CPM221",
          "`if` has 0 entries; at least 1 must be there", "add what is missing: a clause with its keys"}});
}

TEST_CASE("of two keys exactly one must be there") {
  judge({
      {kDecodedSnapshot + "ratings:\n  or-vision: {score: 1, state: missing}\n", "7:25 CPM223",
       "rating `or-vision` has both `score` and `state`", "give exactly one of `score` or `state`"},
      {kDecodedSnapshot + "ratings:\n  or-vision: {note: later}\n", "7:3 CPM223",
       "rating `or-vision` has neither `score` nor `state`", "give exactly one of `score` or `state`"},
  });
  const Loading both = Loading::of(kDecodedSnapshot + "ratings:\n  or-vision: {score: 1, state: missing}\n");
  REQUIRE(both.only().labels.size() == 1);
  CHECK(both.place(both.only().labels[0].span) == "f.yaml:7:15");
  CHECK(both.only().item == "or-vision");
}

TEST_CASE("a text without quotes that others read as something else is a warning with a fix") {
  const std::string title = "format: cpm/theory-of-change/1\ntitle: ";
  const std::string rest = kDecodedTheory.substr(kDecodedTheory.find("\nif:"));
  judge({
      {title + "1.10" + rest, "2:8 CPM225", "`1.10` is written without quotes; other tools may read it as a number",
       "put it in quotes: \"1.10\"", title + "\"1.10\"" + rest},
      {title + "no" + rest, "2:8 CPM225", "`no` is written without quotes; other tools may read it as yes/no",
       "in quotes", title + "\"no\"" + rest},
      {title + "2026-03-15" + rest, "2:8 CPM225",
       "`2026-03-15` is written without quotes; other tools may read it as a date", "in quotes",
       title + "\"2026-03-15\"" + rest},
      {title + "12:30" + rest, "2:8 CPM225",
       "`12:30` is written without quotes; other tools may read it as a number of seconds", "in quotes",
       title + "\"12:30\"" + rest},
      {without(kDecodedTheory, "  - text: staff", "  - id: on\n    text: staff"), "4:9 CPM225",
       "`on` is written without quotes; other tools may read it as yes/no", "in quotes",
       without(kDecodedTheory, "  - text: staff", "  - id: \"on\"\n    text: staff")},
  });
  CHECK(Loading::of(title + "'1.10'" + rest).all().empty());
  CHECK(Loading::of(kDecodedSnapshot + "ratings: {or-vision: {score: 1, votes: {0: 2, 1: 5}}}\n").all().empty());
}

TEST_CASE("an empty text is an error") {
  judge({
      {without(kDecodedTheory, "Ours", "\"\""), "2:8 CPM226", "`title` is an empty text", "or take the line out"},
      {without(kDecodedTheory, "Ours", "' \t '"), "2:8 CPM226", "`title` is an empty text", "write the text"},
  });
}

TEST_CASE("true and false are written without quotes; yes and no are fixed") {
  const std::string flag = kRepository + "reports: {contacts: ";
  judge({
      {flag + "yes}\n", "3:21 CPM227", "`yes` is neither `true` nor `false`", "without quotes", flag + "true}\n"},
      {flag + "off}\n", "3:21 CPM227", "`off` is neither `true` nor `false`", "without quotes", flag + "false}\n"},
      {flag + "\"true\"}\n", "3:21 CPM227", "`true` is neither `true` nor `false`", "without quotes", flag + "true}\n"},
      {flag + "maybe}\n", "3:21 CPM227", "`maybe` is neither `true` nor `false`", "without quotes"},
  });
  for (const char* right : {"true", "False", "TRUE"}) CHECK(Loading::of(flag + right + "}\n").all().empty());
}

TEST_CASE("findings inside a record point at it by its id and title, and carry its id for suppressions") {
  const Loading loading = Loading::of(
      "format: cpm/plan/1\ncounty: example\ndate: 2026-06-01\nteam: [{role: Director}]\n"
      "horizon: {start: 2026-07-01, reassess: 2027-09-30}\npriorities:\n  - {id: p1, area: or, title: Coach everyone, order: first}\n");
  REQUIRE(loading.places() == "f.yaml:7:54 CPM217");
  REQUIRE(loading.only().labels.size() == 1);
  CHECK(loading.only().labels[0].text == "in priority `p1` \"Coach everyone\"");
  CHECK(loading.place(loading.only().labels[0].span) == "f.yaml:7:10");
  CHECK(loading.only().item == "p1");
}

TEST_CASE("an error in the text of a value hides what its shape would say") {
  CHECK(Loading::of(kRepository + "ignore:\n  -mkdocs.yml\n  -book.yml\n").places() == "f.yaml:4:3 CPM129");
}

TEST_CASE("all mistakes of a file are reported, each once") {
  const Loading loading = Loading::of(
      "format: cpm/snapshot/1\ncounty: Yolo\ndate: 2026-02-30\nstatus: done\ninstrument: {id: cpm-default}\n"
      "ratings:\n  or-vision: {score: two}\n  or-team: {scor: 1}\nextra: 1\n");
  CHECK(
      loading.places() ==
      "f.yaml:2:9 CPM220, f.yaml:3:7 CPM216, f.yaml:4:9 CPM215, f.yaml:5:18 CPM212, f.yaml:7:22 CPM217, f.yaml:8:13 CPM210, "
      "f.yaml:9:1 CPM211");
}

TEST_CASE("values stand in the model with their places") {
  const Loading loading = Loading::of(
      kDecodedSnapshot +
      "number: 2\nfacilitator: {voted: false}\nratings:\n  or-vision: {score: 1, votes: {\"1\": 5}}\n");
  REQUIRE(loading.all().empty());
  const auto& snapshot = std::get<model::Snapshot>(loading.document("f.yaml").content);
  CHECK(snapshot.heading.format.value == "cpm/snapshot/1");
  CHECK(base::to_text(snapshot.date.value) == "2026-03-02");
  CHECK(loading.place(snapshot.date.span) == "f.yaml:3:7");
  CHECK(loading.marked(snapshot.date.span) == "2026-03-02");
  CHECK(snapshot.status.value == model::DocumentStatus::draft);
  CHECK(snapshot.number.value == 2);
  REQUIRE(snapshot.facilitator.has_value());
  CHECK(snapshot.facilitator->voted.given);
  CHECK(!snapshot.facilitator->voted.value);
  CHECK(!snapshot.facilitator->name.given);
  REQUIRE(snapshot.ratings.size() == 1);
  CHECK(snapshot.ratings[0].key.value == "or-vision");
  REQUIRE(snapshot.ratings[0].value.votes.size() == 1);
  CHECK(snapshot.ratings[0].value.votes[0].key.value == "1");
  CHECK(snapshot.ratings[0].value.votes[0].value.value == 5);
}

TEST_CASE("a value that could not be read is not given") {
  const Loading loading = Loading::of(without(kDecodedSnapshot, "2026-03-02", "2026-02-30") +
                                      "ratings: {or-vision: {score: x}}\n");
  const auto& snapshot = std::get<model::Snapshot>(loading.document("f.yaml").content);
  CHECK(!snapshot.date.given);
  REQUIRE(snapshot.ratings.size() == 1);
  CHECK(!snapshot.ratings[0].value.score.given);
  CHECK(!loading.document("f.yaml").usable);
}

}  // namespace cpm
