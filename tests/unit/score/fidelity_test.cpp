#include "score/fidelity.h"

#include <doctest/doctest.h>

#include "tests/support/build_model.h"

using namespace cpm;
using namespace cpm::test;

namespace {

struct Results {
  const char* version = "1.0";
  const char* from = "2025-01-01";
  std::int64_t n = 20;
  const char* mean = "";
  std::vector<std::pair<const char*, std::int64_t>> counts = {};
};

model::Fidelity results(const Results& wanted) {
  model::Fidelity made;
  made.county = given("example");
  made.tool = given("Leadership check");
  made.version = given(wanted.version);
  made.area = given(model::FidelityArea::leadership);
  made.period.from = day(wanted.from);
  made.period.to = day(wanted.from);
  made.respondent_group = given("Supervisors");
  made.n = given(wanted.n);
  model::FidelityMeasure& measure = made.measures.emplace_back();
  measure.id = given("asks");
  if (*wanted.mean != '\0') measure.mean = number(wanted.mean);
  for (const auto& answer : wanted.counts)
    measure.counts.push_back({.key = given(answer.first), .value = given(answer.second)});
  return made;
}

/// Documents of one home whose `cpm.yaml` may set the limit.
struct Files {
  model::Repository repository;
  model::Workspace workspace;

  std::vector<score::FidelitySeries> series(const std::vector<Results>& all) {
    workspace.homes.push_back({.root = ".", .repository = &repository, .file = -1});
    std::vector<const model::Document*> documents;
    for (const Results& one : all) {
      model::Document& document = workspace.documents.emplace_back();
      document.content = results(one);
      documents.push_back(&document);
    }
    return score::fidelity_series(documents, workspace);
  }
};

std::string tenths_text(const std::optional<base::Ratio>& number) {
  return number ? base::to_text(base::tenths(*number, 1)) : "none";
}

}  // namespace

TEST_CASE("checks of one tool, version and group form a series in the order of their dates") {
  Files files;
  const auto all = files.series({{.version = "2.0", .from = "2026-01-01", .mean = "3"},
                                 {.version = "1.0", .from = "2025-06-01", .mean = "2.75"},
                                 {.version = "1.0", .from = "2025-01-01", .mean = "2.25"}});
  REQUIRE(all.size() == 2);
  REQUIRE(all[0].checks.size() == 2);
  CHECK(*all[0].checks[0].results->period.from == date("2025-01-01"));
  CHECK(tenths_text(score::change_of(all[0], "asks")) == "0.5");
  CHECK(tenths_text(score::change_of(all[1], "asks")) == "none");
  CHECK(tenths_text(score::change_of(all[0], "other")) == "none");
}

TEST_CASE("a group below the limit is suppressed, and passed over in a change") {
  Files files;
  const auto all = files.series({{.from = "2025-01-01", .n = 5, .mean = "2"},
                                 {.from = "2025-06-01", .n = 4, .mean = "9"},
                                 {.from = "2026-01-01", .n = 20, .mean = "3"}});
  REQUIRE(all.size() == 1);
  CHECK_FALSE(all[0].checks[0].suppressed);
  CHECK(all[0].checks[1].suppressed);
  CHECK(tenths_text(score::mean_of(all[0].checks[1], "asks")) == "none");
  CHECK(tenths_text(score::change_of(all[0], "asks")) == "1.0");
}

TEST_CASE("the county's own limit counts") {
  Files files;
  files.repository.privacy.emplace().small_group = given(11);
  const auto all = files.series({{.n = 10, .mean = "2"}});
  CHECK(all[0].checks[0].limit == 11);
  CHECK(all[0].checks[0].suppressed);

  Files open;
  open.repository.privacy.emplace().small_group = given(1);
  CHECK(tenths_text(score::mean_of(open.series({{.n = 1, .counts = {{"2", 1}}}})[0].checks[0], "asks")) == "2.0");
}

TEST_CASE("counts are told only when no value was chosen by few people") {
  Files files;
  const auto all = files.series({{.from = "2025-01-01", .counts = {{"1", 5}, {"2", 15}, {"3", 0}}},
                                 {.from = "2026-01-01", .counts = {{"1", 4}, {"2", 16}}}});
  const score::FidelityCheck& open = all[0].checks[0];
  const score::FidelityCheck& few = all[0].checks[1];
  CHECK(score::shows_counts(open, open.results->measures[0]));
  CHECK_FALSE(score::shows_counts(few, few.results->measures[0]));
  CHECK(tenths_text(score::mean_of(open, "asks")) == "1.8");  // (5 · 1 + 15 · 2) / 20 = 1.75
}

TEST_CASE("there are no counts to tell where none were written, few answered or one person chose a value") {
  Files files;
  const auto all = files.series({{.from = "2025-01-01"},
                                 {.from = "2026-01-01", .n = 4, .counts = {{"1", 0}}},
                                 {.from = "2026-02-01", .counts = {{"1", 1}, {"2", 19}}}});
  for (const score::FidelityCheck& check : all[0].checks)
    CHECK_FALSE(score::shows_counts(check, check.results->measures[0]));
}

TEST_CASE("a mean is worked out of whole numbers, and of nothing else") {
  Files files;
  const auto all = files.series({{.from = "2025-01-01", .counts = {{"often", 5}, {"2", 15}}},
                                 {.from = "2025-02-01", .counts = {{"1.5", 5}, {"2", 15}}},
                                 {.from = "2025-03-01", .counts = {{"1", 0}, {"2", 0}}},
                                 {.from = "2025-04-01", .counts = {{"-1", 5}, {"2", 15}}},
                                 {.from = "2025-05-01", .counts = {{"1", 5}, {"2", 5}}}});
  std::vector<std::string> means;
  for (const score::FidelityCheck& check : all[0].checks) means.push_back(tenths_text(score::mean_of(check, "asks")));
  CHECK(means == std::vector<std::string>{"none", "none", "none", "1.3", "1.5"});
}

TEST_CASE("a mean of few answers to one question is not worked out, though many took part") {
  Files files;
  const auto all = files.series(
      {{.from = "2025-01-01", .counts = {{"1", 1}, {"2", 3}}}, {.from = "2026-01-01", .counts = {{"1", 2}, {"2", 3}}}});
  CHECK(tenths_text(score::mean_of(all[0].checks[0], "asks")) == "none");
  CHECK(tenths_text(score::mean_of(all[0].checks[1], "asks")) == "1.6");
}

TEST_CASE("checks of one period stay in the order of their files") {
  Files files;
  const auto all = files.series({{.mean = "2"}, {.mean = "3"}});
  CHECK(tenths_text(score::change_of(all.at(0), "asks")) == "1.0");
}

TEST_CASE("files of other kinds are no checks") {
  Files files;
  files.workspace.homes.push_back({.root = ".", .repository = &files.repository, .file = -1});
  model::Document document;
  document.content = model::Plan{};
  CHECK(score::fidelity_series({&document}, files.workspace).empty());
}
