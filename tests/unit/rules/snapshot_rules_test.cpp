// 401 to 424 but for the analysis and the priorities.
#include <doctest/doctest.h>

#include "tests/support/holds.h"
#include "tests/unit/rules/builders.h"

using namespace cpm::test;
using cpm::model::Administration;
using cpm::model::DocumentStatus;
using cpm::model::RatingState;
using cpm::model::Snapshot;
using cpm::test::Holds;

namespace {

Snapshot draft_snapshot() {
  Snapshot snapshot = clean_snapshot();
  snapshot.status = given(DocumentStatus::draft);
  return snapshot;
}

void take_out(Snapshot& snapshot, std::string_view item) {
  std::erase_if(snapshot.ratings, [&](const auto& rating) { return *rating.key == item; });
}

void list_incomplete(Snapshot& snapshot, const std::string& item) {
  snapshot.incomplete.emplace_back();
  snapshot.incomplete.back().item = text(item);
  snapshot.incomplete.back().reason = text("the meeting ended");
}

}  // namespace

TEST_CASE("the clean Snapshot has no finding") {
  CHECK(codes(check_snapshot(clean_snapshot())) == "");
}

TEST_CASE("not applicable needs a reason") {
  Snapshot snapshot = clean_snapshot();
  rating_of(snapshot, "wd-preview") = unanswered(RatingState::not_applicable);
  snapshot.analysis->strengths.clear();
  const auto finding = only(check_snapshot(snapshot));
  CHECK(finding.code == 401);
  CHECK(finding.span == rating_of(snapshot, "wd-preview").state.span);
  CHECK(finding.item == "wd-preview");
  CHECK(finding.message == "item `wd-preview` \"Job preview\" is `not_applicable` without a reason");
  rating_of(snapshot, "wd-preview").note = text("no such posts");
  CHECK(codes(check_snapshot(snapshot)) == "");
}

TEST_CASE("a final Snapshot leaves no item out unless it says why") {
  Snapshot snapshot = clean_snapshot();
  take_out(snapshot, "wd-preview");
  snapshot.analysis->strengths.clear();
  const auto finding = only(check_snapshot(snapshot));
  CHECK(finding.code == 402);
  CHECK(finding.span == snapshot.status.span);
  CHECK(finding.item == "wd-preview");
  CHECK(finding.message == "this final Snapshot leaves 1 item of 4 without an answer: `wd-preview` \"Job preview\"");
  list_incomplete(snapshot, "wd-preview");
  CHECK(codes(check_snapshot(snapshot)) == "");
}

TEST_CASE("a draft may leave items out") {
  Snapshot snapshot = draft_snapshot();
  take_out(snapshot, "wd-preview");
  CHECK(codes(check_snapshot(snapshot)) == "");
}

TEST_CASE("all absent items are one finding without an item of its own") {
  Snapshot snapshot = clean_snapshot();
  take_out(snapshot, "wd-preview");
  take_out(snapshot, "or-team");
  snapshot.analysis->strengths.clear();
  snapshot.priorities[1].items = texts({"or-vision"});
  const auto finding = only(check_snapshot(snapshot));
  CHECK(finding.code == 402);
  CHECK(finding.item.empty());
  CHECK(finding.message == Holds{"2 items of 4"});
  list_incomplete(snapshot, "wd-preview");
  CHECK_MESSAGE(only(check_snapshot(snapshot)).item == "or-team", "only the listed one is explained");
}

TEST_CASE("an item marked missing in a final Snapshot is found at its place") {
  Snapshot snapshot = clean_snapshot();
  snapshot.analysis->strengths.clear();
  rating_of(snapshot, "wd-preview") = unanswered(RatingState::missing);
  rating_of(snapshot, "wd-preview").note = text("ask human resources");
  const auto finding = only(check_snapshot(snapshot));
  CHECK(finding.code == 402);
  CHECK(finding.span == rating_of(snapshot, "wd-preview").state.span);
  list_incomplete(snapshot, "wd-preview");
  CHECK(codes(check_snapshot(snapshot)) == "");
}

TEST_CASE("votes are compared with the people at the table") {
  Snapshot snapshot = clean_snapshot();
  add_votes(rating_of(snapshot, "or-team"), {{"0", 1}, {"1", 5}});
  add_votes(rating_of(snapshot, "wd-coach"), {{"0", 5}});
  const auto finding = only(check_snapshot(snapshot));
  CHECK(finding.code == 407);
  CHECK(finding.item == "wd-coach");
  CHECK(finding.message == "the votes for item `wd-coach` \"Coaching\" add up to 5, but 6 people could vote");
  CHECK(finding.span.begin == rating_of(snapshot, "wd-coach").votes.front().key.span.begin);
  CHECK(finding.span.end == rating_of(snapshot, "wd-coach").votes.back().value.span.end);
}

TEST_CASE("a facilitator among the participants who does not vote is not counted") {
  Snapshot snapshot = clean_snapshot();
  snapshot.participants.emplace_back();
  snapshot.participants.back().role = text("Academy coach");
  snapshot.participants.back().count = whole(1);
  add_votes(rating_of(snapshot, "or-team"), {{"0", 1}, {"1", 5}});
  CHECK(codes(check_snapshot(snapshot)) == "");
}

TEST_CASE("without counts of participants the usual total decides") {
  Snapshot snapshot = clean_snapshot();
  snapshot.participants.front().count = {};
  add_votes(rating_of(snapshot, "or-team"), {{"0", 1}, {"1", 5}});
  add_votes(rating_of(snapshot, "or-vision"), {{"0", 4}});
  CHECK_MESSAGE(codes(check_snapshot(snapshot)) == "", "two totals, none of them usual");
  add_votes(rating_of(snapshot, "wd-coach"), {{"0", 6}});
  const auto finding = only(check_snapshot(snapshot));
  CHECK(finding.code == 407);
  CHECK(finding.item == "or-vision");
}

TEST_CASE("missing answers want a note") {
  Snapshot snapshot = clean_snapshot();
  snapshot.analysis->strengths.clear();
  rating_of(snapshot, "wd-preview") = unanswered(RatingState::dont_know);
  const auto finding = only(check_snapshot(snapshot));
  CHECK(finding.code == 408);
  CHECK(finding.span == rating_of(snapshot, "wd-preview").state.span);
  rating_of(snapshot, "wd-preview").note = text("ask human resources");
  CHECK(codes(check_snapshot(snapshot)) == "");
}

TEST_CASE("a reason under incomplete stands for the note") {
  Snapshot snapshot = draft_snapshot();
  snapshot.analysis->strengths.clear();
  rating_of(snapshot, "wd-preview") = unanswered(RatingState::missing);
  CHECK(codes(check_snapshot(snapshot)) == "");
  rating_of(snapshot, "wd-preview") = unanswered(RatingState::dont_know);
  CHECK(codes(check_snapshot(snapshot)) == "408");
  list_incomplete(snapshot, "wd-preview");
  CHECK(codes(check_snapshot(snapshot)) == "");
}

TEST_CASE("who took part, whom to ask, who facilitated") {
  Snapshot snapshot = clean_snapshot();
  snapshot.participants.clear();
  CHECK(codes(check_snapshot(snapshot)) == "409");
  snapshot = clean_snapshot();
  snapshot.contact.reset();
  CHECK(only(check_snapshot(snapshot)).span == snapshot.heading.format.span);
  CHECK(codes(check_snapshot(snapshot)) == "410");
  snapshot.contact.emplace();
  CHECK_MESSAGE(codes(check_snapshot(snapshot)) == "410", "a contact without name, email and phone is none");
  snapshot.contact->phone = text("555 0100");
  CHECK(codes(check_snapshot(snapshot)) == "");
  snapshot.facilitator.reset();
  CHECK(codes(check_snapshot(snapshot)) == "411");
}

TEST_CASE("the facilitator does not vote") {
  Snapshot snapshot = clean_snapshot();
  snapshot.facilitator->voted = given(true);
  const auto finding = only(check_snapshot(snapshot));
  CHECK(finding.code == 412);
  CHECK(finding.span == snapshot.facilitator->voted.span);
  snapshot.facilitator->voted = {};
  CHECK(codes(check_snapshot(snapshot)) == "");
}

TEST_CASE("baseline or follow-up, and which one") {
  Snapshot snapshot = clean_snapshot();
  snapshot.administration = {};
  CHECK(codes(check_snapshot(snapshot)) == "413");
  snapshot.administration = given(Administration::followup);
  const auto finding = only(check_snapshot(snapshot));
  CHECK(finding.code == 424);
  CHECK(finding.severity == cpm::diag::Severity::advice);
  CHECK(finding.span == snapshot.administration.span);
  snapshot.number = whole(1);
  CHECK(codes(check_snapshot(snapshot)) == "");
}

TEST_CASE("a top score wants evidence") {
  Snapshot snapshot = clean_snapshot();
  rating_of(snapshot, "wd-preview").evidence.clear();
  const auto finding = only(check_snapshot(snapshot));
  CHECK(finding.code == 415);
  CHECK(finding.span == rating_of(snapshot, "wd-preview").score.span);
  CHECK(finding.message == "item `wd-preview` \"Job preview\" has the top value `2` (Fully in place) without evidence");
}

TEST_CASE("a score that nobody voted for wants a comment") {
  Snapshot snapshot = clean_snapshot();
  add_votes(rating_of(snapshot, "or-team"), {{"0", 3}, {"2", 3}});
  const auto finding = only(check_snapshot(snapshot));
  CHECK(finding.code == 416);
  CHECK(finding.span == rating_of(snapshot, "or-team").score.span);
  rating_of(snapshot, "or-team").comment = text("agreed in the middle");
  CHECK(codes(check_snapshot(snapshot)) == "");
}

TEST_CASE("votes that are all zero say nothing about the score") {
  Snapshot snapshot = clean_snapshot();
  snapshot.participants.front().count = {};
  add_votes(rating_of(snapshot, "or-team"), {{"0", 0}, {"2", 0}});
  CHECK(codes(check_snapshot(snapshot)) == "");
}

TEST_CASE("an item with a score is not incomplete") {
  Snapshot snapshot = clean_snapshot();
  list_incomplete(snapshot, "or-team");
  const auto finding = only(check_snapshot(snapshot));
  CHECK(finding.code == 422);
  CHECK(finding.span == snapshot.incomplete.front().item.span);
  REQUIRE(finding.labels.size() == 1);
  CHECK(finding.labels.front().span == rating_of(snapshot, "or-team").score.span);
}

TEST_CASE("a final Snapshot is not of tomorrow, a draft may be") {
  Snapshot snapshot = clean_snapshot();
  snapshot.date = day("2020-01-01");
  CHECK_MESSAGE(codes(check_snapshot(snapshot)) == "", "the day of the check itself");
  snapshot.date = day("2020-01-02");
  CHECK(only(check_snapshot(snapshot)).span == snapshot.date.span);
  CHECK(codes(check_snapshot(snapshot)) == "423");
  snapshot.status = given(DocumentStatus::draft);
  CHECK(codes(check_snapshot(snapshot)) == "");
}
