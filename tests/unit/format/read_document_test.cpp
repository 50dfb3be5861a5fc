#include "format/read_document.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "format/kinds.h"
#include "tests/support/holds.h"
#include "tests/unit/format/loading.h"

namespace cpm {

using cpm::test::Holds;
using test::Loading;

TEST_CASE("a file that does not name its kind is told how to begin") {
  for (const char* text : {"county: example\n", "format:\n", "format: [cpm/plan/1]\n", "title: cpm/plan/1\n"}) {
    CAPTURE(text);
    const Loading loading = Loading::of(text);
    CHECK(loading.places() == "f.yaml:1:1 CPM201");
    CHECK(loading.only().message == "this file does not say what kind of file it is");
    CHECK(loading.only().help.starts_with("begin it with `format:` and one of `cpm/repository/1`, "));
    CHECK(loading.only().help == Holds{"`ignore`"});
  }
}

TEST_CASE("a kind that cpm does not know lists those it knows, with the nearest") {
  const Loading far = Loading::of("format: cpm/logbook/1\n");
  CHECK(far.places() == "f.yaml:1:9 CPM202");
  CHECK(far.only().message == "`cpm/logbook/1` is not a kind of file that cpm knows");
  CHECK(!far.only().fix);
  const Loading near = Loading::of("format: cpm/snapshots/1\n");
  CHECK(near.only().message ==
        "`cpm/snapshots/1` is not a kind of file that cpm knows; did you mean `cpm/snapshot/1`?");
  CHECK(near.fixed(near.only()) == "format: cpm/snapshot/1\n");
  const Loading word = Loading::of("format: plan\n");
  CHECK(word.only().message == "`plan` is not a kind of file that cpm knows; did you mean `cpm/plan/1`?");
}

TEST_CASE("a file whose keys are those of another kind is one finding, and is read as that kind") {
  const std::string plan =
      "county: example\ndate: 2026-06-15\nteam: [{role: Director}]\nhorizon: {start: 2026-07-01, reassess: 2027-09-30}\n"
      "priorities: [{id: p1, area: wd, title: One}]\nobjectives: [{id: o1, priority: p1, statement: All have a coach}]\n";
  const std::string right = "format: cpm/plan/1\n" + plan;
  const Loading other = Loading::of("format: cpm/snapshot/1\n" + plan);
  CHECK(other.places() == "f.yaml:1:9 CPM202");
  CHECK(other.only().message ==
        "`format` says a Snapshot, but the file has the keys of a plan, such as `team`, `horizon` and `objectives`");
  CHECK(other.only().fix->safety == diag::Safety::safe);
  CHECK(other.fixed(other.only()) == right);
  const Loading none = Loading::of(plan);
  CHECK(none.only().help == "begin it with `format: cpm/plan/1`: its keys are those of a plan");
  CHECK(none.fixed(none.only()) == right);
  const Loading unknown = Loading::of("format: Action document\n" + plan);
  CHECK(unknown.only().help == "write `cpm/plan/1`: the keys are those of a plan");
  CHECK(unknown.fixed(unknown.only()) == right);
  const Loading more = Loading::of("format: cpm/snapshot/1\nbudget: 5\n" + plan);
  CHECK(more.places() == "f.yaml:1:9 CPM202, f.yaml:2:1 CPM211");
  CHECK(more.all().front().fix->safety == diag::Safety::unsafe);
}

TEST_CASE("keys that two kinds share, or that are few, tell nothing of the kind") {
  CHECK(Loading::of("county: example\ndate: 2026-06-15\ncontact: {name: A}\n").only().help == Holds{"one of `cpm/"});
  CHECK(Loading::of("team: [{role: Director}]\nsteps: []\n").only().help == Holds{"one of `cpm/"});
  CHECK(Loading::of("team: a\nhorizon: b\nsteps: c\nservices: d\nvolumes: e\n").only().help == Holds{"one of `cpm/"});
}

TEST_CASE("a version of another cpm is named") {
  const Loading loading = Loading::of("format: cpm/plan/2\n");
  CHECK(loading.places() == "f.yaml:1:9 CPM203");
  CHECK(loading.only().message == "this cpm reads plan files of version 1, not 2");
  CHECK(loading.only().help == "write `cpm/plan/1`, or use a newer cpm");
}

TEST_CASE("`format` stands first; the rest of the file is read all the same") {
  const Loading loading = Loading::of("county: nowhere\nformat: cpm/repository/1\n");
  CHECK(loading.places() == "f.yaml:2:1 CPM204, f.yaml:1:9 CPM220");
  REQUIRE(loading.only().labels.size() == 1);
  CHECK(loading.place(loading.only().labels[0].span) == "f.yaml:1:1");
}

TEST_CASE("a list, a text or an empty group of keys is no file of cpm") {
  for (const char* text : {"- a\n- b\n", "some words\n", "{}\n", "~\n"}) {
    CAPTURE(text);
    const Loading loading = Loading::of(text);
    CHECK(loading.places() == "f.yaml:1:1 CPM205");
    CHECK(loading.only().message == "this file is not a group of keys and values");
    CHECK(std::holds_alternative<std::monostate>(loading.document("f.yaml").content));
  }
}

TEST_CASE("every kind is found by its word, and its first line says so") {
  for (const format::Kind& kind : format::kinds()) {
    CAPTURE(kind.word);
    CHECK(format::find_kind(kind.word) == &kind);
    CHECK(format::format_text(kind) == "cpm/" + std::string(kind.word) + "/1");
    REQUIRE(!kind.record->fields.empty());
    CHECK(kind.record->fields.front().name == "format");
    CHECK(kind.record->fields.front().example == format::format_text(kind));
  }
  CHECK(format::find_kind("logbook") == nullptr);
}

}  // namespace cpm
