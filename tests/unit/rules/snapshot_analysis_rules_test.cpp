// 403 to 406, 414, 417 to 421: the analysis and the priorities.
#include <doctest/doctest.h>

#include "tests/unit/rules/builders.h"

using namespace cpm::test;
using cpm::model::DocumentStatus;
using cpm::model::Snapshot;

namespace {

void copy_priorities(Snapshot& snapshot, std::size_t count) {
  while (snapshot.priorities.size() < count) {
    auto priority = snapshot.priorities.back();
    priority.id = text("p" + std::to_string(snapshot.priorities.size() + 1));
    snapshot.priorities.push_back(priority);
  }
}

}  // namespace

TEST_CASE("a final Snapshot has priorities") {
  Snapshot snapshot = clean_snapshot();
  snapshot.priorities.clear();
  const auto finding = only(check_snapshot(snapshot));
  CHECK(finding.code == 403);
  CHECK(finding.span == snapshot.status.span);
  snapshot.status = given(DocumentStatus::draft);
  CHECK(codes(check_snapshot(snapshot)) == "");
}

TEST_CASE("3 to 5 priorities are usual in a final Snapshot") {
  Snapshot snapshot = clean_snapshot();
  copy_priorities(snapshot, 5);
  CHECK(codes(check_snapshot(snapshot)) == "");
  copy_priorities(snapshot, 6);
  const auto many = only(check_snapshot(snapshot));
  CHECK(many.code == 404);
  CHECK(many.span == snapshot.priorities[5].id.span);
  CHECK(many.message == "this final Snapshot has 6 priorities; 3 to 5 are usual");
  snapshot.priorities.resize(2);
  const auto few = only(check_snapshot(snapshot));
  CHECK(few.span == snapshot.priorities[1].id.span);
  snapshot.status = given(DocumentStatus::draft);
  CHECK(codes(check_snapshot(snapshot)) == "");
}

TEST_CASE("a priority answers a gap or gives a reason") {
  Snapshot snapshot = clean_snapshot();
  snapshot.priorities[2].items = texts({"wd-preview"});
  snapshot.priorities[2].reason = {};
  const auto finding = only(check_snapshot(snapshot));
  CHECK(finding.code == 405);
  CHECK(finding.item == "p3");
  CHECK(finding.span == snapshot.priorities[2].items.front().span);
  snapshot.priorities[2].reason = text("to keep it");
  CHECK(codes(check_snapshot(snapshot)) == "");
  snapshot.priorities[2].reason = {};
  snapshot.priorities[2].items.clear();
  CHECK(only(check_snapshot(snapshot)).message == "priority `p3` \"Priority p3\" names no items and gives no reason");
}

TEST_CASE("in a draft an item without a score yet may turn out a gap") {
  Snapshot snapshot = clean_snapshot();
  snapshot.status = given(DocumentStatus::draft);
  std::erase_if(snapshot.ratings, [](const auto& rating) { return *rating.key == "wd-coach"; });
  CHECK(codes(check_snapshot(snapshot)) == "");
}

TEST_CASE("every item below the top is an opportunity, judged or dismissed") {
  Snapshot snapshot = clean_snapshot();
  snapshot.analysis->opportunities.front().items = texts({"or-vision", "wd-coach"});
  const auto finding = only(check_snapshot(snapshot));
  CHECK(finding.code == 406);
  CHECK(finding.item == "or-team");
  CHECK(finding.span == rating_of(snapshot, "or-team").score.span);
  Snapshot dismissed = snapshot;
  dismissed.analysis->dismissed.emplace_back().items = texts({"or-team"});
  CHECK(codes(check_snapshot(dismissed)) == "");
  add_judgment(snapshot, "or-team", "");
  CHECK(codes(check_snapshot(snapshot)) == "");
}

TEST_CASE("a final Snapshot has an analysis; without one its items are not reported one by one") {
  Snapshot snapshot = clean_snapshot();
  snapshot.analysis.emplace();
  const auto finding = only(check_snapshot(snapshot));
  CHECK(finding.code == 414);
  snapshot.analysis.reset();
  CHECK(codes(check_snapshot(snapshot)) == "414");
  snapshot.status = given(DocumentStatus::draft);
  CHECK(codes(check_snapshot(snapshot)) == "");
}

TEST_CASE("strengths are at the top value, opportunities below it") {
  Snapshot snapshot = clean_snapshot();
  snapshot.analysis->strengths.front().items = texts({"wd-preview", "or-team"});
  const auto strength = only(check_snapshot(snapshot));
  CHECK(strength.code == 417);
  CHECK(strength.span == snapshot.analysis->strengths.front().items[1].span);
  CHECK(strength.message ==
        "a strength names item `or-team` \"Team\", which is scored `1` (Partially in place), below the top value");
  REQUIRE(strength.labels.size() == 1);
  CHECK(strength.labels.front().span == rating_of(snapshot, "or-team").score.span);
  snapshot = clean_snapshot();
  snapshot.analysis->opportunities.front().items.push_back(text("wd-preview"));
  const auto opportunity = only(check_snapshot(snapshot));
  CHECK(opportunity.code == 418);
  CHECK(opportunity.span == snapshot.analysis->opportunities.front().items.back().span);
}

TEST_CASE("a priority is filed under the area of one of its items") {
  Snapshot snapshot = clean_snapshot();
  snapshot.priorities[2].area = text("or");
  const auto finding = only(check_snapshot(snapshot));
  CHECK(finding.code == 419);
  CHECK(finding.span == snapshot.priorities[2].area.span);
  CHECK(finding.message ==
        "priority `p3` \"Priority p3\" is filed under area `or`, but its items belong to area `wd` \"Workforce\"");
  snapshot.priorities[2].items.push_back(text("or-team"));
  CHECK(codes(check_snapshot(snapshot)) == "");
}

TEST_CASE("ranks are not shared") {
  Snapshot snapshot = clean_snapshot();
  snapshot.priorities[0].rank = whole(1);
  snapshot.priorities[1].rank = whole(2);
  CHECK(codes(check_snapshot(snapshot)) == "");
  snapshot.priorities[2].rank = whole(1);
  const auto finding = only(check_snapshot(snapshot));
  CHECK(finding.code == 420);
  CHECK(finding.span == snapshot.priorities[2].rank.span);
  REQUIRE(finding.labels.size() == 1);
  CHECK(finding.labels.front().span == snapshot.priorities[0].rank.span);
}

TEST_CASE("an item is judged once, directly or with its opportunity") {
  Snapshot snapshot = clean_snapshot();
  snapshot.analysis->feasibility.clear();
  add_judgment(snapshot, "or-team", "");
  add_judgment(snapshot, "wd-coach", "");
  CHECK(codes(check_snapshot(snapshot)) == "");
  add_judgment(snapshot, "", "start");
  const auto finding = only(check_snapshot(snapshot));
  CHECK(finding.code == 421);
  CHECK(finding.span == snapshot.analysis->feasibility[2].opportunity.span);
  CHECK(finding.item == "or-team");
  snapshot.analysis->feasibility.resize(1);
  add_judgment(snapshot, "or-team", "");
  CHECK(only(check_snapshot(snapshot)).labels.front().span == snapshot.analysis->feasibility[0].item.span);
}
