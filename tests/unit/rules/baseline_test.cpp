// What a baseline takes out of the findings, and what is said about its entries; 680 and 681.
#include "rules/baseline.h"

#include <doctest/doctest.h>

#include "tests/unit/rules/builders.h"

using namespace cpm;
using namespace cpm::test;

namespace {

struct Accepted {
  model::Baseline baseline;
  diag::Diagnostics findings;
  std::vector<std::string> fingerprints;
  bool looked_at = true;

  model::BaselineEntry& know(const std::string& fingerprint) {
    model::BaselineEntry& entry = baseline.entries.emplace_back();
    entry.fingerprint = text(fingerprint);
    entry.code = text("CPM415");
    entry.file = text("a.yaml");
    return entry;
  }
  void find(const std::string& fingerprint) {
    findings.add({.code = 415, .message = fingerprint, .span = {}});
    fingerprints.push_back(fingerprint);
  }
  rules::BaselineAnswer apply() {
    return rules::apply_baseline({.baseline = baseline,
                                  .fingerprints = fingerprints,
                                  .as_of = *base::read_date("2020-01-01").date,
                                  .name = "baseline.yaml",
                                  .was_checked = [this](const model::BaselineEntry&) { return looked_at; }},
                                 findings);
  }
};

}  // namespace

TEST_CASE("known findings are taken out with their reason, others stay") {
  Accepted one;
  one.know("aaaa").reason = text("later");
  one.find("aaaa");
  one.find("bbbb");
  const rules::BaselineAnswer answer = one.apply();
  REQUIRE(answer.known.size() == 1);
  CHECK(answer.known[0].finding.message == "aaaa");
  CHECK(answer.known[0].reason == "later");
  CHECK(answer.known[0].by_baseline);
  CHECK(codes(one.findings) == "415");
  CHECK(answer.stale.empty());
}

TEST_CASE("an entry that has ended brings its finding back, from the day after") {
  for (const auto& [until, expected] :
       {std::pair{"2020-01-01", ""}, std::pair{"2019-12-31", "415 680"}, std::pair{"2020-01-02", ""}}) {
    Accepted one;
    one.know("aaaa").until = given(*base::read_date(until).date);
    one.find("aaaa");
    one.apply();
    const std::string found = codes(one.findings);
    CHECK(found == expected);
  }
}

TEST_CASE("an entry that matches nothing is reported, if its file was looked at") {
  Accepted one;
  one.know("aaaa");
  one.looked_at = false;
  CHECK(one.apply().stale.empty());
  CHECK(codes(one.findings).empty());
  one.looked_at = true;
  CHECK(one.apply().stale.size() == 1);
  CHECK(codes(one.findings) == "681");
}

TEST_CASE("an entry that is there twice is known once, and one without fingerprint does nothing") {
  Accepted one;
  one.know("aaaa");
  one.know("aaaa");
  one.know("").fingerprint = {};
  one.find("aaaa");
  const rules::BaselineAnswer answer = one.apply();
  CHECK(answer.known.size() == 1);
  REQUIRE(answer.stale.size() == 1);
  CHECK(answer.stale[0] == &one.baseline.entries[1]);
}

TEST_CASE("an entry without fingerprint knows no finding, and an entry is named by what it says") {
  Accepted one;
  one.know("").fingerprint = {};
  one.find("");
  CHECK(one.apply().known.empty());

  const auto message = [](const auto& change) {
    Accepted stale;
    change(stale.know("aaaa"));
    stale.apply();
    return only(stale.findings).message;
  };
  CHECK(message([](model::BaselineEntry&) {}) ==
        "the baseline's entry for `CPM415` in `a.yaml` matches nothing any more");
  CHECK(message([](model::BaselineEntry& entry) { entry.file = {}; }) ==
        "the baseline's entry for `CPM415` matches nothing any more");
  CHECK(message([](model::BaselineEntry& entry) { entry.code = {}; }) ==
        "the baseline's entry for a finding in `a.yaml` matches nothing any more");
}
