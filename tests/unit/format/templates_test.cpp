#include "format/templates.h"

#include <doctest/doctest.h>

#include <string>

#include "base/text.h"
#include "tests/support/holds.h"
#include "tests/unit/format/loading.h"

namespace cpm {
namespace {

using cpm::test::Holds;
using test::Loading;

format::TemplateOptions options(std::string county = "example", std::string_view date = "2026-03-15") {
  static const std::unique_ptr<format::Loaded> kBuiltIn = format::load_built_in();
  return {.county = std::move(county),
          .date = *base::read_date(date).date,
          .instrument = &kBuiltIn->built_in.instruments[0]};
}

std::string made(std::string_view word, const format::TemplateOptions& with = options()) {
  return format::new_file(*format::find_kind(word), with);
}

/// The comments of a text without their line breaks.
std::string one_line(std::string text) {
  for (std::size_t at = text.find("\n# "); at != std::string::npos; at = text.find("\n# ", at))
    text.replace(at, 3, " ");
  for (std::size_t at = text.find("  "); at != std::string::npos; at = text.find("  ", at)) text.erase(at, 1);
  return text;
}

}  // namespace

TEST_CASE("the template of every kind is read without a finding, and ends with a line end") {
  for (const format::Kind& kind : format::kinds()) {
    for (const char* county : {"example", "example-alder", "yolo", "los-angeles"}) {
      const std::string text = made(kind.word, options(county));
      CAPTURE(text);
      const Loading loading = Loading::of(text);
      CHECK(loading.places() == "");
      CHECK(loading.document("f.yaml").usable);
      CHECK(text.ends_with('\n'));
      CHECK(!text.ends_with("\n\n"));
      CHECK(text != Holds{" \n"});
    }
  }
}

TEST_CASE("a template takes over what the repository says: its plan, its academy and its fiscal year") {
  format::TemplateOptions own = options("yolo");
  own.home = {.plan = "plans/2026.yaml", .priority = "coaching", .academy = "ccta", .fiscal_year_start = 10};
  const std::string support = made("support", own);
  CHECK(support == Holds{"\nplan: plans/2026.yaml\n"});
  CHECK(support == Holds{"      priority: coaching\n    category: rta\n    provider: ccta\n"});
  CHECK(support == Holds{"needed_by: 2026-12-01\n"});
  CHECK(made("logic-model", own) == Holds{"\nplan: plans/2026.yaml\n"});
  CHECK(made("roadmap", own) == Holds{"fiscal_year: 2026\n"});
  CHECK(made("roadmap", own) == Holds{"from: 2026-12-15\n"});
  own.home.priority.clear();
  CHECK(made("support", own) == Holds{"item: wd-coach-capacity\n"});
  own.home.plan.clear();
  CHECK(made("support", own) == Holds{"\n# plan: plans/2026-07.yaml\n"});
}

TEST_CASE("a template has all keys that must and should be there; the others are named") {
  for (const format::Kind& kind : format::kinds()) {
    const std::string text = made(kind.word);
    const std::string unbroken = one_line(text);
    for (const format::Field& field : kind.record->fields) {
      if (field.need == format::Need::never) continue;
      CAPTURE(kind.word);
      CAPTURE(field.name);
      const std::string name(field.name);
      const bool written = text == Holds{"\n" + name + ":"} || text == Holds{"\n\"" + name + "\":"} ||
                           text == Holds{"\n# " + name + ":"};
      if (!written) CHECK(field.need == format::Need::may);
      if (!written) CHECK(unbroken == Holds{"`" + name + "` ("});
    }
  }
}

TEST_CASE("a new Snapshot shows every item with its question and anchors, waiting for an answer") {
  const std::string text = made("snapshot");
  std::size_t items = 0;
  for (const model::Area& area : options().instrument->areas) {
    CHECK(text == Holds{"# ==== " + area.label.value + " ===="});
    for (const model::Item& item : area.items) {
      CHECK(text == Holds{"\n  " + item.id.value + ":\n    state: missing\n"});
      CHECK(text == Holds{"\n  # " + item.title.value + ". "});
      ++items;
    }
  }
  CHECK(items == 42);
  CHECK(text == Holds{"\n  #   0: No local statement exists"});
  CHECK(text == Holds{"\nstatus: draft\n"});
  CHECK(text == Holds{"\ndate: 2026-03-15\n"});
  CHECK(text == Holds{"  version: \"1.0\"\n"});
}

TEST_CASE("a new plan starts with the next fiscal year and runs 14 whole months") {
  CHECK(made("plan") == Holds{"  start: 2026-07-01\n"});
  CHECK(made("plan") == Holds{"  reassess: 2027-09-30\n"});
  CHECK(made("plan", options("yolo", "2026-07-02")) == Holds{"  start: 2027-07-01\n"});
  CHECK(made("plan", options("yolo", "2026-07-01")) == Holds{"  start: 2026-07-01\n"});
  CHECK(made("plan") == Holds{"\n# snapshot: {file: snapshots/2026-03-15.yaml}\n"});
}

TEST_CASE("the county and its academy stand in a new repository file") {
  CHECK(made("repository", options("yolo")) == Holds{"\ncounty: yolo\n"});
  CHECK(made("repository", options("yolo")) == Holds{"\nacademy: ncta\n"});
  CHECK(made("repository", options("los-angeles")) == Holds{"\nacademy: uccf\n"});
}

TEST_CASE("the same options make the same bytes") {
  CHECK(made("plan") == made("plan"));
}

TEST_CASE("lines stay within a hundred columns") {
  for (const format::Kind& kind : format::kinds()) {
    const std::string text = made(kind.word);
    for (const std::string_view line : base::split(text, '\n')) {
      CAPTURE(std::string(line));
      CHECK(base::code_points(line) <= 104);
    }
  }
}

}  // namespace cpm
