#include <doctest/doctest.h>

#include "score/targets.h"
#include "tests/unit/score/random_case.h"
#include "tests/unit/score/shown.h"

using namespace cpm;
using namespace cpm::test;

namespace {

void aim_at(model::PlanPriority& priority, std::string_view item, std::int64_t score) {
  priority.targets.push_back({.key = given(item), .value = given(score)});
}

std::string shown(const std::vector<score::TargetResult>& results) {
  constexpr const char* kWords[] = {"reached", "not reached", "not answered", "not applicable", "not asked"};
  std::string text;
  for (const score::TargetResult& one : results)
    text += (text.empty() ? "" : ", ") + *one.target.start->item->id + " " +
            kWords[static_cast<std::size_t>(one.reach)];
  return text;
}

/// A plan with one priority, the Snapshot it follows, and a later one.
struct Followed {
  Followed() : asked(instrument(2, {area("a", {"a-1", "a-2", "a-3", "a-4", "a-5"})})), content(plan()) {
    add_priority(content, "p1", "a");
    before = snapshot(
        {{"a-1", scored(0)}, {"a-2", scored(1)}, {"a-3", missing()}, {"a-4", scored(1)}, {"a-5", scored(0)}});
  }
  model::PlanPriority& priority() { return content.priorities[0]; }
  score::Scorecard card() const { return score::scorecard(before, asked); }

  model::Instrument asked;
  model::Plan content;
  model::Snapshot before;
};

}  // namespace

TEST_CASE("targets are those of items that are asked, each once; of two scores the higher one counts") {
  Followed some;
  aim_at(some.priority(), "a-2", 1);
  aim_at(some.priority(), "nowhere", 2);
  aim_at(add_priority(some.content, "p2", "a"), "a-2", 2);
  const score::Scorecard card = some.card();
  const std::vector<score::Target> targets = score::targets_of(some.content, card);
  REQUIRE(targets.size() == 1);
  CHECK(targets[0].aim == 2);
  CHECK(*targets[0].priority->id == "p1");
}

TEST_CASE("aims lower no score and leave items out that do not apply") {
  Followed some;
  rating_of(some.before, "a-5") = not_applicable();
  for (const char* item : {"a-1", "a-4", "a-5"}) aim_at(some.priority(), item, 1);
  rating_of(some.before, "a-4") = scored(2);
  const score::Scorecard card = some.card();
  const score::ItemScores aims = score::aims(score::targets_of(some.content, card));
  CHECK(aims == score::ItemScores{{"a-1", 1}, {"a-4", 2}});
}

TEST_CASE("at the next Snapshot a target is reached, not reached, not answered, not applicable or not asked") {
  Followed some;
  for (const char* item : {"a-1", "a-2", "a-3", "a-4", "a-5"}) aim_at(some.priority(), item, 2);
  model::Instrument next = instrument_version("2.0", {area("a", {"a-1", "a-2", "a-3", "a-4"})});
  const model::Snapshot after = snapshot(
      {{"a-1", scored(2)}, {"a-2", scored(1)}, {"a-3", dont_know()}, {"a-4", not_applicable()}});
  const score::Scorecard then_card = some.card();
  const score::Scorecard now_card = score::scorecard(after, next);
  const auto results = score::results_of(score::targets_of(some.content, then_card),
                                         score::compare(then_card, now_card));
  CHECK(shown(results) == "a-1 reached, a-2 not reached, a-3 not answered, a-4 not applicable, a-5 not asked");
  CHECK(score::counts_of(results) == score::ReachCounts{1, 1, 1, 1, 1});
}

TEST_CASE("on another scale a target is reached by the same share of the top") {
  Followed some;
  for (const char* item : {"a-1", "a-2"}) aim_at(some.priority(), item, 1);
  model::Instrument next = instrument(4, {area("a", {"a-1", "a-2", "a-3", "a-4", "a-5"})});
  const model::Snapshot after = snapshot({{"a-1", scored(2)}, {"a-2", scored(1)}});
  const score::Scorecard then_card = some.card();
  const score::Scorecard now_card = score::scorecard(after, next);
  const auto results = score::results_of(score::targets_of(some.content, then_card),
                                         score::compare(then_card, now_card));
  CHECK(shown(results) == "a-1 reached, a-2 not reached");
}

TEST_CASE(
    "a plan's document says all of it: aims, results, and what the open targets would make of the later Snapshot") {
  Followed some;
  for (const char* item : {"a-1", "a-2", "a-3"}) aim_at(some.priority(), item, 2);
  model::Snapshot after = some.before;
  after.date = day("2027-03-15");
  rating_of(after, "a-1") = scored(2);
  model::Document first;
  first.content = some.before;
  first.instrument = &some.asked;
  model::Document later;
  later.content = after;
  later.instrument = &some.asked;
  model::Document document;
  document.content = some.content;
  CHECK_FALSE(score::plan_targets(document, nullptr).has_value());  // it follows no Snapshot
  document.snapshot = &first;
  const auto start = score::plan_targets(document, nullptr);
  REQUIRE(start.has_value());
  CHECK(start->results.empty());
  CHECK(percent_text(start->ahead.total_now) == "25.0");
  CHECK(percent_text(start->ahead.total) == "70.0");
  const auto both = score::plan_targets(document, &later);
  REQUIRE(both.has_value());
  CHECK(shown(both->results) == "a-1 reached, a-2 not reached, a-3 not answered");
  CHECK(percent_text(both->ahead.total_now) == "50.0");
  CHECK(percent_text(both->ahead.total) == "70.0");
  document.content = plan();
  CHECK_FALSE(score::plan_targets(document, nullptr).has_value());  // it aims at nothing
}

TEST_CASE("the next Snapshot is the newest final one of the county up to the day") {
  const model::Instrument asked = instrument(2, {area("a", {"a-1"})});
  model::Workspace workspace;
  workspace.as_of = date("2027-01-01");
  const auto add = [&](const char* on, model::DocumentStatus status) -> model::Document& {
    model::Snapshot made = snapshot({});
    made.date = day(on);
    made.status = given(status);
    model::Document& document = workspace.documents.emplace_back();
    document.content = made;
    document.instrument = &asked;
    return document;
  };
  const auto any = [](const model::Document&) { return true; };
  const model::Document& first = add("2026-01-01", model::DocumentStatus::final);
  CHECK(score::newest_after(first, workspace, any) == nullptr);
  add("2026-08-01", model::DocumentStatus::draft);
  add("2027-02-01", model::DocumentStatus::final);
  CHECK(score::newest_after(first, workspace, any) == nullptr);
  const model::Document& next = add("2026-06-01", model::DocumentStatus::final);
  model::Document& newest = add("2026-09-01", model::DocumentStatus::final);
  CHECK(score::newest_after(first, workspace, any) == &newest);
  newest.past = true;
  CHECK(score::newest_after(first, workspace, any) == &next);
  CHECK(score::newest_after(first, workspace, [](const model::Document&) { return false; }) == nullptr);
}

TEST_CASE("Targets of 300 random plans are judged as a literal second look judges them") {
  Dice dice(542);
  std::array<int, score::kReaches> seen{};
  for (int round = 0; round < 300; ++round) {
    CAPTURE(round);
    Case made = random_case(dice);
    model::Plan content = plan();
    model::PlanPriority& priority = add_priority(content, "p1", "area-0");
    std::vector<std::pair<std::size_t, int>> aimed;
    for (std::size_t i = 0; i < made.items.size(); ++i) {
      if (!dice.one_in(3)) continue;
      aimed.emplace_back(i, dice.up_to(made.top));
      aim_at(priority, made.items[i].id, aimed.back().second);
    }
    Case later = made;
    later.snapshot = snapshot({});
    for (Plain& next : later.items) {
      next.answer = random_answer(dice, made.top);
      if (next.answer != kUnasked) add_rating(later.snapshot, next.id, rating_of(next.answer));
    }
    const score::Scorecard before = score::scorecard(made.snapshot, made.instrument);
    const score::Scorecard now = score::scorecard(later.snapshot, made.instrument);
    const auto results = score::results_of(score::targets_of(content, before), score::compare(before, now));
    REQUIRE(results.size() == aimed.size());
    for (std::size_t i = 0; i < aimed.size(); ++i) {
      const int answer = later.items[aimed[i].first].answer;
      score::Reach expected = answer >= aimed[i].second ? score::Reach::reached : score::Reach::not_reached;
      if (answer == kNotApplicable) expected = score::Reach::not_applicable;
      if (answer == kMissing || answer == kDontKnow || answer == kUnasked) expected = score::Reach::not_answered;
      CHECK(*results[i].target.start->item->id == made.items[aimed[i].first].id);
      CHECK(results[i].reach == expected);
      seen[static_cast<std::size_t>(expected)] += 1;
    }
  }
  for (const score::Reach reach :
       {score::Reach::reached, score::Reach::not_reached, score::Reach::not_answered, score::Reach::not_applicable})
    CHECK(seen[static_cast<std::size_t>(reach)] > 100);
}
