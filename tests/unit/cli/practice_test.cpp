#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "cli/practice_folder.h"
#include "diag/catalog.h"
#include "tests/support/holds.h"
#include "tests/unit/cli/in_process.h"

using cpm::format::Fate;
using cpm::format::Grade;
using cpm::format::GradedMistake;
using cpm::format::Mistake;
using cpm::format::Planted;
using cpm::format::Practice;
using cpm::format::PracticeCounty;
using cpm::format::PracticeNow;
using cpm::test::Holds;
using cpm::test::InProcess;
using cpm::test::MemoryFiles;
using cpm::test::Outcome;

namespace {

constexpr const char* kFolder = "course/7";

const cpm::base::Date kDay{std::chrono::year{2026}, std::chrono::March, std::chrono::day{31}};

Practice practice_at(std::uint64_t seed, std::string_view level) {
  return cpm::format::practice(seed, *cpm::format::find_level(level));
}

/// The folder with these files in it, read again.
PracticeNow now_with(const Practice& practice, const PracticeCounty& county, cpm::base::Date day = kDay) {
  MemoryFiles files;
  for (const auto& file : practice_files(county, practice.seed, practice.level->word))
    files.add(std::string(kFolder) + "/" + file.path, file.bytes);
  return cpm::cli::practice_now(files, kFolder, day);
}

Grade grade_with(const Practice& practice, const PracticeCounty& county) {
  return cpm::format::grade(practice, now_with(practice, county));
}

std::vector<std::string> mistakes_with(const Grade& grade, Fate fate) {
  std::vector<std::string> words;
  for (const GradedMistake& graded : grade.mistakes)
    if (graded.fate == fate) words.emplace_back(graded.planted->mistake->word);
  return words;
}

std::string text_of(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += word + " ";
  return text;
}

std::string findings_text(const PracticeNow& now) {
  std::string text;
  for (const auto& finding : now.findings)
    text += cpm::diag::code_text(finding.code) + " " + finding.record + " (" + finding.item + "): " + finding.message +
            "\n";
  return text;
}

std::string extras_text(const Grade& grade) {
  std::string text;
  for (const auto& finding : grade.new_findings)
    text += cpm::diag::code_text(finding.code) + " " + finding.record + "\n";
  for (const auto& change : grade.other_changes) text += std::string(change.file) + " " + change.path + "\n";
  return text;
}

std::multiset<int> codes_of(const Practice& practice) {
  std::multiset<int> codes;
  for (const Planted& planted : practice.planted)
    if (planted.mistake->code != 0) codes.insert(planted.mistake->code);
  return codes;
}

/// The county with one record as it was before its mistake.
PracticeCounty with_fixed(const Practice& practice, const Planted& planted) {
  PracticeCounty county = practice.county;
  *cpm::format::find(county.file(planted.mistake->file), planted.record) = *cpm::format::find(
      practice.clean.file(planted.mistake->file), planted.record);
  return county;
}

/// The first of a hundred practice counties that has this mistake.
Practice practice_with(std::string_view word, const Planted*& planted) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    Practice practice = practice_at(seed, "hard");
    const auto has = std::ranges::find_if(practice.planted, [&](const Planted& p) { return p.mistake->word == word; });
    if (has == practice.planted.end()) continue;
    planted = &*has;
    return practice;
  }
  FAIL("no practice county has the mistake ", word);
  return practice_at(0, "easy");
}

}  // namespace

TEST_CASE("a practice county without its mistakes checks without a finding, in any year") {
  using namespace std::chrono;
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    CAPTURE(seed);
    const Practice practice = practice_at(seed, "easy");
    const cpm::base::Date day = seed % 2 == 0 ? kDay : cpm::base::Date{year{2041}, May, std::chrono::day{2}};
    CHECK(findings_text(now_with(practice, practice.clean, day)) == "");
  }
}

TEST_CASE("each planted mistake gives exactly its finding, and those for readers give none") {
  for (std::uint64_t seed = 0; seed < 12; ++seed) {
    const Practice practice = practice_at(seed, seed % 3 == 0 ? "easy" : seed % 3 == 1 ? "medium" : "hard");
    CAPTURE(seed);
    const PracticeNow now = now_with(practice, practice.county);
    CAPTURE(findings_text(now));
    std::multiset<int> codes;
    for (const auto& finding : now.findings) codes.insert(finding.code);
    CHECK(codes == codes_of(practice));
    const Grade grade = cpm::format::grade(practice, now);
    CHECK(mistakes_with(grade, Fate::still_there).size() == practice.planted.size());
    CHECK(extras_text(grade) == "");
  }
}

TEST_CASE("the county as it was before its mistakes has them all fixed") {
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    CAPTURE(seed);
    const Practice practice = practice_at(seed, "hard");
    const Grade grade = grade_with(practice, practice.clean);
    CHECK(mistakes_with(grade, Fate::fixed).size() == practice.planted.size());
    CHECK(extras_text(grade) == "");
  }
}

TEST_CASE("each single correction is seen, and no other mistake goes away with it") {
  std::set<std::string_view> tried;
  for (std::uint64_t seed = 0; seed < 12; ++seed) {
    const Practice practice = practice_at(seed, "hard");
    for (const Planted& planted : practice.planted) {
      CAPTURE(seed);
      CAPTURE(planted.record);
      const Grade grade = grade_with(practice, with_fixed(practice, planted));
      CHECK(text_of(mistakes_with(grade, Fate::fixed)) == std::string(planted.mistake->word) + " ");
      CHECK(extras_text(grade) == "");
      tried.insert(planted.mistake->word);
    }
  }
  CHECK(tried.size() == cpm::format::mistakes().size());
}

namespace {

/// What becomes of a mistake after a change at its record, and what else grading says.
template <class Change>
std::pair<Fate, std::string> grade_after(std::string_view word, const Change& change) {
  const Planted* planted = nullptr;
  const Practice practice = practice_with(word, planted);
  PracticeCounty county = practice.county;
  change(county.file(planted->mistake->file), planted->record);
  const Grade grade = grade_with(practice, county);
  return {std::ranges::find(grade.mistakes, planted, &GradedMistake::planted)->fate, extras_text(grade)};
}

template <class Change>
Fate fate_after(std::string_view word, const Change& change) {
  return grade_after(word, change).first;
}

/// For a right correction: that it is fixed, and nothing else is said.
const std::pair<Fate, std::string> kJustFixed = {Fate::fixed, ""};

/// The same for one key that gets another text.
Fate fate_with(std::string_view word, const std::string& key, const std::string& text) {
  return fate_after(word, [&](cpm::format::TextTree& file, const std::string& record) {
    cpm::format::set(file, record, key, cpm::format::scalar(text));
  });
}

}  // namespace

TEST_CASE("a right correction of a score brings up nothing that counts as new, whatever the analysis has to follow") {
  for (const std::string word : {"comment-says-less", "top-score-without-evidence", "opinion-as-evidence"}) {
    CAPTURE(word);
    CHECK(grade_after(word, [](cpm::format::TextTree& file, const std::string& record) {
            cpm::format::set(file, record, "score", cpm::format::scalar("1"));
          }) == kJustFixed);
  }
  CHECK(grade_after("opinion-as-evidence", [](cpm::format::TextTree& file, const std::string& record) {
          cpm::format::set(file, record, "score", cpm::format::scalar("1"));
          cpm::format::take_out(file, record, "evidence");
        }) == kJustFixed);
  CHECK(grade_after("comment-says-more", [](cpm::format::TextTree& file, const std::string& record) {
          cpm::format::set(file, record, "score", cpm::format::scalar("2"));
        }) == kJustFixed);
  CHECK(grade_after("comment-says-less", [](cpm::format::TextTree& file, const std::string& record) {
          cpm::format::set(file, record, "score", cpm::format::scalar("1"));
          cpm::format::TextTree items{.kind = cpm::yaml::Kind::list, .items = {cpm::format::scalar(record.substr(8))}};
          const cpm::format::TextTree dismissed{
              .kind = cpm::yaml::Kind::map,
              .entries = {{"items", items}, {"text", cpm::format::scalar("It can wait a year.")}}};
          auto& all = cpm::format::find(file, "analysis/dismissed")->items;
          all.insert(all.begin(), dismissed);
        }) == kJustFixed);
}

TEST_CASE("a step that no longer follows another one is corrected, and has lost nothing") {
  CHECK(grade_after("starts-before-predecessor", [](cpm::format::TextTree& file, const std::string& record) {
          cpm::format::take_out(file, record, "after");
        }) == kJustFixed);
}

TEST_CASE(
    "a correction of the plan may cost an approval, which is no new mistake, and a new approval is no other change") {
  const Planted* planted = nullptr;
  const Practice practice = practice_with("step-without-owner", planted);
  PracticeCounty county = with_fixed(practice, *planted);
  const Grade lost = grade_with(practice, county);
  REQUIRE(!lost.follow_ups.empty());
  for (const auto& finding : lost.follow_ups) CHECK(finding.code == 692);
  CHECK(extras_text(lost) == "");
  cpm::format::bind_approvals(county);
  const Grade renewed = grade_with(practice, county);
  CHECK(renewed.follow_ups.empty());
  CHECK(extras_text(renewed) == "");
}

TEST_CASE("an approval that a change cost where nothing was to be corrected is a new finding") {
  const Practice practice = practice_at(3, "easy");
  PracticeCounty county = practice.county;
  cpm::format::set(county.plan, "steps/s4", "action", cpm::format::scalar("Begin later."));
  CHECK(extras_text(grade_with(practice, county)) == Holds{"CPM692 approvals/[]/content\n"});
}

TEST_CASE("a target that a corrected score has reached asks to follow it") {
  const Grade grade = [] {
    for (std::uint64_t seed = 0;; ++seed) {
      const Practice practice = practice_at(seed, "hard");
      for (const Planted& planted : practice.planted) {
        if (planted.mistake->word != "comment-says-more" || planted.record != "ratings/wd-coaching") continue;
        PracticeCounty county = practice.county;
        cpm::format::set(county.snapshot, planted.record, "score", cpm::format::scalar("2"));
        return grade_with(practice, county);
      }
    }
  }();
  CHECK(extras_text(grade) == "");
  CHECK(std::ranges::any_of(grade.follow_ups, [](const auto& finding) { return finding.code == 540; }));
}

TEST_CASE("a text that was deleted and not corrected is no correction") {
  const auto without = [](const std::string& key) {
    return [key](cpm::format::TextTree& file, const std::string& record) { cpm::format::take_out(file, record, key); };
  };
  CHECK(fate_after("opinion-as-evidence", without("evidence")) == Fate::removed);
  CHECK(fate_after("reason-says-nothing", without("reason")) == Fate::removed);
  CHECK(fate_after("owner-is-everybody", without("responsible")) == Fate::removed);
}

TEST_CASE("another right way to correct a mistake counts as well") {
  CHECK(fate_with("comment-says-less", "score", "0") == Fate::fixed);
  CHECK(fate_with("comment-says-more", "score", "2") == Fate::fixed);
  CHECK(fate_with("top-score-without-evidence", "score", "1") == Fate::fixed);
  CHECK(fate_with("votes-against-score", "comment", "The two told us of a new rule, and all agreed.") == Fate::fixed);
  CHECK(fate_with("votes-against-score", "score", "0") == Fate::fixed);
  CHECK(fate_with("rank-twice", "rank", "9") == Fate::fixed);
  CHECK(fate_with("words-against-date", "action", "Do it in time.") == Fate::fixed);
  CHECK(fate_with("agreed-outside-votes", "comment", "The two told us of a new rule, and all agreed.") == Fate::fixed);
  CHECK(fate_with("due-before-start", "start", "2025-07-01") == Fate::fixed);
}

TEST_CASE("a correction that `cpm check` cannot read yet is unclear, and fixed when it can") {
  CHECK(fate_with("step-without-owner", "owner", "Director") == Fate::unclear);
  CHECK(fate_after("step-without-owner", [](cpm::format::TextTree& file, const std::string& record) {
          cpm::format::set(file, record, "responsible", *cpm::format::find(file, "steps/s1/responsible"));
        }) == Fate::fixed);
}

TEST_CASE("a change that leaves the mistake is no correction") {
  CHECK(fate_with("objective-is-activity", "statement", "Hold two trainings for all units.") == Fate::still_there);
  CHECK(fate_with("due-before-start", "start", "2026-08-30") == Fate::still_there);
  CHECK(fate_with("comment-says-less", "note", "Looked at again.") == Fate::still_there);
  CHECK(fate_after("reason-says-nothing", [](cpm::format::TextTree& file, const std::string& record) {
          const std::string reason = cpm::format::text_at(file, record + "/reason");
          cpm::format::set(file, record, "reason",
                           cpm::format::scalar("  " + reason.substr(0, reason.size() - 1) + " "));
        }) == Fate::still_there);
}

TEST_CASE("a record that was deleted is not corrected, and what went with it is named") {
  const Planted* planted = nullptr;
  const Practice practice = practice_with("step-without-owner", planted);
  PracticeCounty county = practice.county;
  cpm::format::TextTree* const steps = cpm::format::find(county.plan, "steps");
  std::erase_if(steps->items, [&](const cpm::format::TextTree& step) {
    return "steps/" + cpm::format::text_at(step, "id") == planted->record;
  });
  const Grade grade = grade_with(practice, county);
  CHECK(std::ranges::find(grade.mistakes, planted, &GradedMistake::planted)->fate == Fate::removed);
  CHECK(extras_text(grade) == Holds{"plans/2025-07.yaml " + planted->record + "\n"});
}

TEST_CASE("an answer that was right and is another now is named, and a new mistake too") {
  const Practice practice = practice_at(3, "easy");
  PracticeCounty county = practice.clean;
  cpm::format::set(county.snapshot, "ratings/ep-data", "score", cpm::format::scalar("1"));
  cpm::format::take_out(county.plan, "steps/s4", "responsible");
  const Grade grade = grade_with(practice, county);
  CHECK(mistakes_with(grade, Fate::fixed).size() == practice.planted.size());
  CHECK(
      extras_text(grade) ==
      "CPM507 steps/s4/id\nsnapshots/2025-03-13.yaml ratings/ep-data/score\nplans/2025-07.yaml steps/s4/responsible\n");
}

namespace {

/// A world with a county at this level in `course/7`.
InProcess course(const std::string& level) {
  InProcess world;
  CHECK(world.run({"practice", "--seed", "7", "--level", level, kFolder}).status == 0);
  return world;
}

}  // namespace

TEST_CASE("a file that cannot be read leaves its mistakes unclear, not fixed") {
  InProcess world = course("easy");
  world.files.add("course/7/plans/2025-07.yaml", "format: [\n");
  const Outcome outcome = world.run({"practice", "--grade", kFolder});
  CHECK(outcome.status == 0);
  CHECK(outcome.out == Holds{"0 of 8 mistakes are fixed"});
  CHECK(outcome.out == Holds{"4 cannot be judged until the files can be read"});
}

TEST_CASE("a finding that the county suppresses is still there") {
  InProcess world = course("hard");
  const std::string settings = world.files.bytes("course/7/cpm.yaml");
  world.files.add("course/7/cpm.yaml", settings + "policy: {severity: {CPM507: off, CPM508: off, CPM415: off}}\n");
  CHECK(world.run({"practice", "--grade", kFolder}).out == Holds{"0 of 16 mistakes are fixed and 16 are still there."});
}

TEST_CASE("a practice county is the same for the same number, and another for another") {
  const auto bytes = [](std::uint64_t seed, std::string_view level) {
    const Practice practice = practice_at(seed, level);
    std::string all;
    for (const auto& file : practice_files(practice.county, seed, level)) all += file.bytes;
    return all;
  };
  CHECK(bytes(7, "medium") == bytes(7, "medium"));
  CHECK(bytes(7, "medium") != bytes(8, "medium"));
  CHECK(bytes(7, "medium") != bytes(7, "hard"));
}

TEST_CASE("no practice county has the name of a real one") {
  const auto loaded = cpm::format::load_built_in();
  std::set<std::string> names;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    cpm::base::Random random(seed);
    names.insert(cpm::format::practice_county(random).id);
  }
  CHECK(names.size() == 20);
  for (const std::string& name : names) {
    CAPTURE(name);
    CHECK(name.starts_with("example-"));
    for (const auto& county : loaded->built_in.counties.counties) CHECK("example-" + county.id.value != name);
  }
}

TEST_CASE("practice writes over nothing") {
  InProcess world;
  world.files.add("course/7/plans/2025-07.yaml", "mine\n");
  const Outcome outcome = world.run({"practice", "--seed", "7", kFolder});
  CHECK(outcome.status == 2);
  CHECK(outcome.err == Holds{"`course/7/plans/2025-07.yaml` is there already, and `cpm practice` writes over nothing"});
  CHECK(world.files.writes().empty());
}

TEST_CASE("practice says what it needs") {
  InProcess world = course("easy");
  world.files.add("other/cpm.yaml", "format: cpm/repository/1\ncounty: yolo\n");
  const auto error = [&](const std::vector<std::string>& words) {
    const Outcome outcome = world.run(words);
    CHECK(outcome.status == 2);
    return outcome.err;
  };
  CHECK(error({"practice", "new"}) == Holds{"needs the number of a county"});
  CHECK(error({"practice", "--seed", "x", "new"}) == Holds{"`--seed` needs a whole number, not `x`"});
  CHECK(error({"practice", "--seed", "1"}) == Holds{"makes one county in one folder"});
  CHECK(error({"practice", "--seed", "1", "--level", "hrad", "new"}) == Holds{"did you mean `hard`?"});
  CHECK(error({"practice", "--answers"}) == Holds{"lists the mistakes of one county"});
  CHECK(error({"practice", "--grade"}) == Holds{"needs a folder"});
  CHECK(error({"practice", "--grade", "--seed", "7", kFolder}) == Holds{"no other option about the county"});
  CHECK(error({"practice", "--grade", "other"}) == Holds{"`other` is no practice county"});
  CHECK(error({"practice", "--grade", "nowhere"}) == Holds{"`nowhere`"});
}

TEST_CASE("the participant's README names no mistake") {
  const Practice practice = practice_at(7, "hard");
  const std::string readme = practice_files(practice.county, 7, "hard").front().bytes;
  CHECK(readme == Holds{"# A practice county: " + practice.county.name});
  for (const Mistake& mistake : cpm::format::mistakes()) CHECK(readme != Holds{std::string(mistake.what)});
  CHECK(readme != Holds{"@"});
}
