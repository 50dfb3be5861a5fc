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
