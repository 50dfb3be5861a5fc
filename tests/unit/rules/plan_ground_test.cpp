// What a plan rests on, where the answer is no score any more or the instrument is a newer one; figures of indicators that
// say two things; an academy that nobody knows.
#include <doctest/doctest.h>

#include <optional>

#include "tests/support/holds.h"
#include "tests/unit/rules/builders.h"

using namespace cpm;
using namespace cpm::test;
using cpm::test::Holds;

namespace {

/// A plan that rests on `or-team` with score 1, and a later Snapshot, perhaps with a newer instrument.
struct Later {
  model::Instrument instrument = small_instrument();
  model::Instrument newer = small_instrument();
  model::Snapshot snapshot = clean_snapshot();
  model::Instrument other = small_instrument();
  std::optional<model::Snapshot> last = {};  ///< with the other instrument

  Later() {
    snapshot.date = day("2019-03-12");
    snapshot.administration = given(model::Administration::followup);
  }

  model::Item& item(std::string_view id) {
    for (model::Area& area : newer.areas)
      for (model::Item& one : area.items)
        if (*one.id == id) return one;
    throw std::out_of_range("no such item");
  }

  diag::Diagnostics check() const {
    model::Workspace workspace;
    const model::Document& baseline = add_document(workspace, clean_snapshot(), &instrument);
    add_document(workspace, snapshot, &newer);
    if (last) add_document(workspace, *last, &other);
    return check_plan_among(workspace, clean_plan(), baseline);
  }
};

}  // namespace

TEST_CASE("a score that became a don't know, or does not apply any more, has changed") {
  Later later;
  rating_of(later.snapshot, "or-team") = unanswered(model::RatingState::dont_know);
  const diag::Diagnostic finding = only(later.check());
  CHECK(finding.code == 530);
  CHECK(finding.message == Holds{"`or-team` went from 1 to don't know on 2019-03-12"});
  REQUIRE(finding.labels.size() == 1);
  CHECK(finding.labels.front().span == rating_of(later.snapshot, "or-team").state.span);
  rating_of(later.snapshot, "or-team") = unanswered(model::RatingState::not_applicable);
  CHECK(only(later.check()).message == Holds{"from 1 to not applicable"});
  rating_of(later.snapshot, "or-team") = unanswered(model::RatingState::missing);
  CHECK_MESSAGE(codes(later.check()) == "", "not answered yet");
}

TEST_CASE("an item is looked up by the name that a newer instrument gives it") {
  Later later;
  later.newer.id = text("newer");
  rating_of(later.snapshot, "or-team") = rated(0);
  CHECK_MESSAGE(codes(later.check()) == "", "another instrument that takes nothing up");
  later.item("or-team").same_as = text("or-team");
  CHECK(codes(later.check()) == "530");
  later.item("or-team").same_as = text("gone");
  CHECK(codes(later.check()) == "");
  later.item("wd-coach").same_as = text("or-team");
  rating_of(later.snapshot, "wd-coach") = rated(2);
  CHECK(only(later.check()).message == Holds{"`wd-coach` went from 1 to 2"});
  rating_of(later.snapshot, "wd-coach") = rated(1);
  CHECK(codes(later.check()) == "");
}

TEST_CASE("the newest Snapshot does not count when its instrument takes nothing up") {
  Later later;
  rating_of(later.snapshot, "or-team") = rated(0);
  later.last = later.snapshot;
  later.last->date = day("2019-06-01");
  CHECK(only(later.check()).message.ends_with("on 2019-06-01"));
  later.other.id = text("other");
  CHECK(only(later.check()).message.ends_with("on 2019-03-12"));
  later.other.areas.front().items.front().same_as = text("gone");
  CHECK(only(later.check()).message.ends_with("on 2019-03-12"));
}

TEST_CASE("scores on two scales are the same when their share of the top is") {
  Later later;
  later.newer.id = text("newer");
  later.item("or-team").same_as = text("or-team");
  for (const std::int64_t value : {3, 4}) {
    later.newer.scale.emplace_back();
    later.newer.scale.back().value = whole(value);
    later.newer.scale.back().label = text("More");
  }
  rating_of(later.snapshot, "or-team") = rated(2);
  CHECK(codes(later.check()) == "");
  rating_of(later.snapshot, "or-team") = rated(1);
  CHECK(codes(later.check()) == "530");
}

TEST_CASE("a current figure that is not the newest dated one is a warning") {
  model::Plan plan = clean_plan();
  model::Indicator& indicator = plan.objectives[0].indicator ? *plan.objectives[0].indicator
                                                             : plan.objectives[0].indicator.emplace();
  indicator.text = text("Units");
  indicator.current = number("4");
  CHECK(codes(check_plan(plan)) == "");
  indicator.series = {{.span = {}, .date = day("2019-01-01"), .value = number("4.0")},
                      {.span = {}, .date = day("2020-01-02"), .value = number("9")}};
  CHECK_MESSAGE(codes(check_plan(plan)) == "", "the later one is still to come");
  indicator.series[0].value = number("5");
  const diag::Diagnostic finding = only(check_plan(plan));
  CHECK(finding.code == 531);
  CHECK(finding.span == indicator.current.span);
  CHECK(finding.labels.front().span == indicator.series[0].value.span);
  CHECK(finding.message.ends_with("is at `4` by `current`, and at `5` on 2019-01-01"));
  indicator.current = {};
  CHECK(codes(check_plan(plan)) == "");
}
