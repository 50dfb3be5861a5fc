// The borders of the rules about Snapshots: no instrument, counts and totals that decide nothing, judgments of one kind.
#include <doctest/doctest.h>

#include "tests/unit/rules/builders.h"

using namespace cpm;
using namespace cpm::test;
using model::Snapshot;

TEST_CASE("without its instrument a Snapshot is judged by what it says itself") {
  Snapshot snapshot = clean_snapshot();
  CHECK(codes(check_content(snapshot)) == "");
  rating_of(snapshot, "wd-preview").evidence.clear();
  CHECK_MESSAGE(codes(check_content(snapshot)) == "", "nobody knows the top value");
  rating_of(snapshot, "wd-preview") = unanswered(model::RatingState::not_applicable);
  CHECK(only(check_content(snapshot)).message == "item `wd-preview` is `not_applicable` without a reason");
}

TEST_CASE("one group without a count, or two totals as frequent, and no number of votes is expected") {
  Snapshot snapshot = clean_snapshot();
  add_votes(rating_of(snapshot, "or-team"), {{"1", 5}});
  add_votes(rating_of(snapshot, "or-vision"), {{"0", 5}});
  CHECK(codes(check_snapshot(snapshot)) == "407 407");
  snapshot.participants.emplace_back().role = text("Partner");
  CHECK_MESSAGE(codes(check_snapshot(snapshot)) == "", "5 is the usual total");
  add_votes(rating_of(snapshot, "wd-coach"), {{"0", 6}});
  CHECK(only(check_snapshot(snapshot)).item == "wd-coach");
  add_votes(rating_of(snapshot, "wd-preview"), {{"2", 6}});
  CHECK_MESSAGE(codes(check_snapshot(snapshot)) == "", "5 and 6 are as frequent");
}

TEST_CASE("judgments of two opportunities have no item in common, and one judgment is no two") {
  Snapshot snapshot = clean_snapshot();
  snapshot.analysis->feasibility.clear();
  snapshot.analysis->opportunities.push_back(snapshot.analysis->opportunities.front());
  snapshot.analysis->opportunities[0].items = texts({"or-vision", "or-team"});
  snapshot.analysis->opportunities[1].items = texts({"wd-coach"});
  snapshot.analysis->opportunities[1].id = text("later");
  add_judgment(snapshot, "", "start");
  add_judgment(snapshot, "", "later");
  CHECK(codes(check_snapshot(snapshot)) == "");
  snapshot.analysis->feasibility.clear();
  add_judgment(snapshot, "or-team", "start");
  CHECK_MESSAGE(codes(check_snapshot(snapshot)) == "", "the item is one of the opportunity's");
  add_judgment(snapshot, "", "start");
  CHECK(codes(check_snapshot(snapshot)) == "421");
}

TEST_CASE("the help about priorities says what to do about too few and too many") {
  Snapshot snapshot = clean_snapshot();
  snapshot.priorities.resize(2);
  CHECK(only(check_snapshot(snapshot)).help.starts_with("add what the team chose"));
  snapshot.priorities.resize(6, snapshot.priorities.front());
  CHECK(only(check_snapshot(snapshot)).help.starts_with("combine some"));
}

TEST_CASE("an open item is a gap in a draft only, one at the top in neither") {
  const auto has_gap = [](model::DocumentStatus status, const model::Rating& rating) {
    Snapshot snapshot = clean_snapshot();
    snapshot.status = given(status);
    snapshot.priorities[2].items = texts({"wd-preview"});
    snapshot.priorities[2].reason = {};
    rating_of(snapshot, "wd-preview") = rating;
    return (' ' + codes(check_snapshot(snapshot))).find(" 405") == std::string::npos;
  };
  const model::Rating open = unanswered(model::RatingState::dont_know);
  CHECK(has_gap(model::DocumentStatus::draft, open));
  CHECK_FALSE(has_gap(model::DocumentStatus::final, open));
  CHECK_FALSE(has_gap(model::DocumentStatus::draft, rated(2)));
  CHECK(has_gap(model::DocumentStatus::final, rated(1)));
}

TEST_CASE("one person is enough to vote, and for a score") {
  Snapshot snapshot = clean_snapshot();
  snapshot.participants.front().count = whole(1);
  add_votes(rating_of(snapshot, "or-team"), {{"0", 1}, {"1", 1}});
  CHECK(only(check_snapshot(snapshot)).message ==
        "the votes for item `or-team` \"Team\" add up to 2, but 1 person could vote");
  snapshot.participants.front().count = whole(2);
  CHECK_MESSAGE(codes(check_snapshot(snapshot)) == "", "the agreed 1 has one vote");
  snapshot.participants.front().count = whole(0);
  CHECK_MESSAGE(codes(check_snapshot(snapshot)) == "", "nobody is no number to compare with");
}

TEST_CASE("of many items without an answer five are named") {
  model::Instrument instrument = small_instrument();
  std::vector<model::Item>& items = instrument.areas.back().items;
  const model::Item item = items.back();
  for (int number = 1; number <= 6; ++number) {
    items.push_back(item);
    items.back().id = text("wd-" + std::to_string(number));
  }
  const auto message = [&instrument] {
    model::Workspace workspace;
    add_document(workspace, clean_snapshot(), &instrument).asked = true;
    diag::Diagnostics findings;
    rules::check(workspace, "snapshot: missing answers", findings);
    return only(findings).message;
  };
  CHECK(message().ends_with("`wd-5` \"Job preview\" and 1 more"));
  items.pop_back();
  CHECK(message().ends_with("and `wd-5` \"Job preview\""));
}
