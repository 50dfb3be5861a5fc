// Two versions of a file, record by record.
#include "format/changes.h"

#include <doctest/doctest.h>

#include <string>

#include "diag/source_file.h"
#include "format/kinds.h"
#include "yaml/reader.h"

namespace cpm::format {
namespace {

/// "changed steps/s1/due 2026-01-01 -> 2026-02-01", a line for each change.
std::string changed(const std::string& before, const std::string& now, bool follow = true) {
  constexpr std::string_view kWords[] = {"added", "removed", "changed", "reworded", "renamed", "reordered"};
  const diag::SourceFile old_file("old.yaml", before);
  const diag::SourceFile new_file("new.yaml", now);
  diag::Diagnostics findings;
  const yaml::Tree old_tree = yaml::read(old_file, 0, {}, findings);
  const yaml::Tree new_tree = yaml::read(new_file, 1, {}, findings);
  REQUIRE(old_tree.root != nullptr);
  REQUIRE(new_tree.root != nullptr);
  Renames renames;
  model::Changes changes = changes_between(*old_tree.root, *new_tree.root, kPlanRecord, renames);
  if (follow) leave_out_followers(changes, renames);
  std::string text;
  for (const model::Change& change : changes) {
    text += std::string(kWords[static_cast<std::size_t>(change.kind)]) + " ";
    for (std::size_t i = 0; i < change.place.size(); ++i) text += (i > 0 ? "/" : "") + change.place[i];
    text += " " + change.before + " -> " + change.now + "\n";
  }
  return text;
}

const std::string kOne = "steps:\n  - {id: s1, objective: o1, action: Do it, due: 2026-01-01}\n";

}  // namespace

TEST_CASE("comments, quotes, order of keys and layout are no change") {
  CHECK(
      changed(
          kOne,
          "# new\nsteps:\n  - due: '2026-01-01'\n    action: >-\n      Do\n      it\n    objective: \"o1\"\n    id: s1\n")
          .empty());
}

TEST_CASE("a value is told by the ids that lead to it") {
  CHECK(changed(kOne, "steps:\n  - {id: s1, objective: o1, action: Do that, due: 2026-02-01}\n") ==
        "reworded steps/s1/action Do it -> Do that\nchanged steps/s1/due 2026-01-01 -> 2026-02-01\n");
  CHECK(changed(kOne, "steps:\n  - {id: s1, objective: o1, action: Do it}\n") ==
        "removed steps/s1/due 2026-01-01 -> \n");
  CHECK(changed("steps: []\n", kOne) == "added steps/s1  -> \n");
  CHECK(changed(kOne, "county: yolo\n") == "added county  -> yolo\nremoved steps/s1  -> \n");
}

TEST_CASE("a renamed id is one change, with the places that refer to it") {
  const std::string before = "objectives:\n  - {id: o1, priority: p1, statement: All are coached}\n" + kOne;
  std::string now = before;
  for (std::size_t at = now.find("o1"); at != std::string::npos; at = now.find("o1", at + 1)) now.replace(at, 2, "o9");
  CHECK(changed(before, now) == "renamed objectives/o1 o1 -> o9\n");
  CHECK(changed(before, now, false) == "renamed objectives/o1 o1 -> o9\nchanged steps/s1/objective o1 -> o9\n");
}

TEST_CASE("another reference than the renamed one is told") {
  const std::string before = "objectives:\n  - {id: o1, priority: p1, statement: One}\n" + kOne;
  CHECK(changed(before,
                "objectives:\n  - {id: o9, priority: p1, statement: One}\nsteps:\n"
                "  - {id: s1, objective: o8, action: Do it, due: 2026-01-01}\n") ==
        "renamed objectives/o1 o1 -> o9\nchanged steps/s1/objective o1 -> o8\n");
}

TEST_CASE("the order counts for priorities alone") {
  const std::string
      before = "priorities: [{id: a, title: A one}, {id: b, title: B one}]\nsteps: [{id: s1}, {id: s2}]\n";
  const std::string now = "priorities: [{id: b, title: B one}, {id: a, title: A one}]\nsteps: [{id: s2}, {id: s1}]\n";
  CHECK(changed(before, now) == "reordered priorities a, b -> b, a\n");
}

TEST_CASE("entries that say the same cost nothing, however often they stand there") {
  const std::string one = "  - {date: 2026-01-01, step: s1, note: Well}\n";
  CHECK(changed("reviews:\n" + one + one, "reviews:\n" + one + one).empty());
  CHECK(changed("reviews:\n" + one, "reviews:\n" + one + one) == "added reviews/2026-01-01  -> \n");
}

TEST_CASE("what has another shape than it should is still compared") {
  CHECK(changed("steps: none\n", "steps: none\n").empty());
  CHECK(changed("steps: [s1]\n", "steps: [s2]\n") == "added steps/  -> s2\nremoved steps/ s1 -> \n");
  CHECK(changed("county: [a, b]\n", "county: a\n") == "changed county a, b -> a\n");
}

namespace {

/// A step of a few words; `dates`: "2026-08-01 2026-10-01" for start and due.
std::string a_step(const std::string& id, const std::string& action, const std::string& dates, const std::string& who) {
  return "  - {id: " + id + ", objective: o1, action: " + action + ", start: " + dates.substr(0, 10) +
         ", due: " + dates.substr(11) + ", responsible: {role: " + who + "}, status: not_started}\n";
}

const std::string kOther = "steps:\n" + a_step("s1", "Name coaches", "2026-07-01 2026-12-01", "Director");

}  // namespace

TEST_CASE("a record with another id and another title is the same one by all the rest") {
  const std::string before = kOther + a_step("s2", "Train coaches", "2026-08-03 2026-10-30", "Manager");
  CHECK(changed(before, kOther + a_step("s9", "Teach the coaches", "2026-08-03 2026-10-30", "Manager")) ==
        "renamed steps/s2 s2 -> s9\nreworded steps/s2/action Train coaches -> Teach the coaches\n");
  CHECK(changed(before, kOther + a_step("s9", "Teach the coaches", "2026-08-03 2026-10-30", "Director")) ==
        "renamed steps/s2 s2 -> s9\nreworded steps/s2/action Train coaches -> Teach the coaches\n"
        "reworded steps/s2/responsible/role Manager -> Director\n");
}

TEST_CASE("a record that shares little, or what others have too, is another one") {
  const std::string before = kOther + a_step("s2", "Train coaches", "2026-08-03 2026-12-01", "Director");
  const std::string two = "added steps/s9  -> \nremoved steps/s2  -> \n";
  CHECK_MESSAGE(changed(before, kOther + a_step("s9", "Hire staff", "2026-08-03 2026-12-01", "Director")) == two,
                "the other step is due on the same day and the same one's, too");
  const std::string first = kOther + a_step("s2", "Train coaches", "2026-08-03 2026-10-30", "Manager");
  CHECK_MESSAGE(changed(first, kOther + a_step("s9", "Hire staff", "2026-08-03 2026-11-30", "Manager of staff")) == two,
                "one value");
  CHECK_MESSAGE(changed(kOther + "  - {id: s2, action: Train, due: 2026-10-30, after: [s1], start: 2026-08-03}\n",
                        kOther + "  - {id: s9, action: Hire, due: 2026-10-30, start: 2026-08-03, with: [A], "
                                 "initiatives: [B], monitor_on: 2026-09-01}\n") == two,
                "two of many");
}

TEST_CASE("of several that share as much none is the same one, and the one that shares most is") {
  const std::string before = kOther + a_step("s2", "Train coaches", "2026-08-03 2026-10-30", "Manager");
  const std::string like_it = a_step("s8", "Teach coaches", "2026-08-03 2026-10-30", "Manager");
  CHECK(changed(before, kOther + like_it + a_step("s9", "Hire", "2026-08-03 2026-10-30", "Manager")) ==
        "added steps/s8  -> \nadded steps/s9  -> \nremoved steps/s2  -> \n");
  CHECK(changed(before, kOther + like_it + a_step("s9", "Hire", "2026-09-01 2026-11-30", "Analyst")) ==
        "renamed steps/s2 s2 -> s8\nreworded steps/s2/action Train coaches -> Teach coaches\nadded steps/s9  -> \n");
}

TEST_CASE("the next plan uses ids again: another step is no step that slipped") {
  const std::string before = "steps:\n" +
                             a_step("s1", "Coach workers in all units", "2023-10-01 2023-12-15", "Director") +
                             a_step("s2", "Agree on time for supervisors", "2023-10-02 2023-12-16", "Manager");
  const std::string now = "steps:\n" +
                          a_step("s1", "Settle the agreement with the Tribe", "2025-01-02 2025-06-30", "Analyst") +
                          a_step("s2", "Coach workers in all units", "2025-01-03 2025-12-31", "Director");
  CHECK(changed(before, now) ==
        "renamed steps/s1 s1 -> s2\nchanged steps/s1/start 2023-10-01 -> 2025-01-03\n"
        "changed steps/s1/due 2023-12-15 -> 2025-12-31\nadded steps/s1  -> \nremoved steps/s2  -> \n");
}

TEST_CASE("a step with the same id is the same one by its words, or by most of the rest") {
  const std::string one = "steps:\n" +
                          a_step("s1", "Prepare two coaches in probation", "2025-01-01 2025-06-30", "Manager");
  const auto is_same = [&](const std::string& now) {
    return changed(one, "steps:\n" + now).find("reworded steps/s1/action") != std::string::npos;
  };
  CHECK(is_same(a_step("s1", "Prepare three coaches in probation", "2026-01-01 2026-06-30", "Analyst")));
  CHECK(is_same(a_step("s1", "Hire people", "2025-01-01 2025-06-30", "Manager")));
  CHECK_FALSE(is_same("  - {id: s1, objective: o9, action: Hire people, start: 2026-01-01, due: 2026-06-30}\n"));
  CHECK_MESSAGE(is_same("  - {id: s1, action: Hire people}\n"), "nothing else can be compared");
}

TEST_CASE("what refers to an id that another record has taken over is told") {
  const std::string refer = "reviews:\n  - {date: 2026-01-01, step: ";
  const std::string before = kOther + refer + "s1}\n";
  const std::string now = "steps:\n" + a_step("s1", "Hire staff", "2027-07-01 2027-12-01", "Analyst") +
                          a_step("s2", "Name coaches", "2026-07-01 2026-12-01", "Director");
  CHECK(changed(before, now + refer + "s2}\n") ==
        "renamed steps/s1 s1 -> s2\nadded steps/s1  -> \nchanged reviews/2026-01-01/step s1 -> s2\n");
  CHECK(changed(before, now + refer + "s1}\n") == "renamed steps/s1 s1 -> s2\nadded steps/s1  -> \n");
}

}  // namespace cpm::format
