#include <doctest/doctest.h>

#include <filesystem>

#include "base/files.h"
#include "base/system/disk.h"
#include "diag/catalog.h"
#include "format/read_document.h"
#include "tests/support/source_root.h"
#include "tests/unit/rules/builders.h"

using namespace cpm;
using namespace cpm::test;

namespace {

// A theory whose first clause has this text, at a place as long as `length`.
model::TheoryOfChange theory_with(const std::string& words, std::size_t length) {
  model::TheoryOfChange theory = clean_theory();
  theory.if_clauses.front().id = text("first");
  theory.if_clauses.front().text = {
      .value = words,
      .span = {.file = 0, .begin = 1000, .end = static_cast<std::uint32_t>(1000 + length)},
      .given = true};
  return theory;
}

}  // namespace

TEST_CASE("a private word is shown where it stands, as far as the place is known") {
  const std::string words = "call 530-555-0142";
  const auto place = [&](std::size_t length) { return only(check_theory(theory_with(words, length))).span; };
  CHECK(place(words.size()) == diag::Span{.file = 0, .begin = 1005, .end = 1017});
  CHECK(place(words.size() + 2) == diag::Span{.file = 0, .begin = 1006, .end = 1018});
  CHECK_MESSAGE((place(words.size() + 9) == diag::Span{.file = 0, .begin = 1000, .end = 1026}),
                "a text of several lines");
}

TEST_CASE("each kind of private word has its code and names the record") {
  for (const auto& [words, code] : {std::pair<std::string, int>{"the file no. 12-34567", 701},
                                    {"the number 123-45-6789", 702},
                                    {"born on 3/14/2012", 703},
                                    {"the referral of Maria Lopez", 704},
                                    {"call 530-555-0142", 705},
                                    {"write to coach@example.org", 706}}) {
    const auto finding = only(check_theory(theory_with(words, 3)));
    CHECK(finding.code == code);
    CHECK(finding.item == "first");
  }
}

TEST_CASE("of one text twenty private words of a kind are shown, and how many more there are") {
  std::string words;
  for (int i = 0; i < 3000; ++i) words += "123-45-6789 and ";
  for (const std::size_t size : {words.size() + 9, words.size()}) {
    const diag::Diagnostics found = check_theory(theory_with(words, size));
    REQUIRE(found.all().size() == 20);
    CHECK(found.all()[18].notes.empty());
    CHECK(found.all()[19].notes == std::vector<std::string>{"2980 more of the kind are in this text"});
  }
  const std::string twenty = words.substr(0, 20 * (words.size() / 3000));
  const diag::Diagnostics found = check_theory(theory_with(twenty, twenty.size()));
  REQUIRE(found.all().size() == 20);
  CHECK(found.all()[19].notes.empty());
}

TEST_CASE("contacts may have addresses, and people of the plan may be named") {
  auto plan = clean_plan();
  plan.contact.emplace();
  plan.contact->name = text("Maria Lopez");
  plan.contact->email = text("maria@example.org");
  plan.contact->phone = text("530-555-0142");
  plan.steps.front().action = text("Maria Lopez explains the referral");
  CHECK(codes(check_plan(plan)) == "");
  plan.contact->name = text("Morgan Torres");
  CHECK(codes(check_plan(plan)) == "704");
  plan.steps.back().action = text("Maria Lopez");
  CHECK_MESSAGE(codes(check_plan(plan)) == "704", "a step is not a person");
  plan.team.front().name = text("Maria Lopez");
  CHECK(codes(check_plan(plan)) == "");
  plan.team.front().part = text("Answers at 530-555-0142");
  CHECK(codes(check_plan(plan)) == "705");
}

TEST_CASE("the county's own words are looked for everywhere") {
  model::Repository repository;
  repository.privacy.emplace();
  repository.privacy->words = texts({"Sunrise House"});
  const auto finding = only(check_content(theory_with("staff of sunrise house", 22), {.repository = &repository}));
  CHECK(finding.code == 707);
  CHECK(finding.message == "the county does not want to see `Sunrise House` here");
  CHECK(finding.span == diag::Span{.file = 0, .begin = 1009, .end = 1022});
  CHECK(codes(check_content(theory_with("staff of every house", 20), {.repository = &repository})) == "");
}

TEST_CASE("the shipped examples and lists have no private word") {
  std::size_t files = 0;
  for (const std::string folder : {"examples/alder", "examples/mistakes", "src/builtin"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(test::source_root() + '/' + folder)) {
      if (entry.path().extension() != ".yaml") continue;
      CAPTURE(entry.path().string());
      const std::string path = entry.path().string();
      const diag::SourceFile source{path, base::Disk{}.read(path, 10'000'000).bytes};
      model::Content content;
      diag::Diagnostics ignored;
      format::read_document(source, 0, {}, nullptr, content, ignored);
      ++files;
      model::Workspace workspace;
      workspace.documents.push_back(
          {.path = path, .file = 0, .inside = path, .home = 0, .asked = true, .usable = true, .content = content});
      diag::Diagnostics findings;
      rules::check(workspace, "privacy: ", findings);
      CHECK(codes(findings) == "");
    }
  }
  CHECK(files > 20);
}

TEST_CASE("the fewest digits that make a number are enough") {
  const std::vector<std::pair<std::string, std::string>> cases = {{"the case no. 12345", "701"},
                                                                  {"the number 123-45-6789", "702"},
                                                                  {"born March 1", "703"},
                                                                  {"call 555-0142", "705"}};
  for (const auto& one : cases) CHECK_MESSAGE(codes(check_theory(theory_with(one.first, 3))) == one.second, one.first);
}

TEST_CASE("who someone is may be said with a word about cases and with a small number") {
  auto plan = clean_plan();
  plan.contact.emplace();
  plan.contact->name = text("Maria Lopez (placement), for 3 families");
  plan.steps.front().action = text("Explain the plan");
  CHECK(codes(check_plan(plan)) == "");
  plan.steps.front().action = text("Tell 3 families");
  CHECK(codes(check_plan(plan)) == "708");
}

TEST_CASE("the county's own words for people are counted like families") {
  model::Repository repository;
  const auto found = [&] {
    return codes(check_content(theory_with("we lost 3 Cousins", 17), {.repository = &repository}));
  };
  CHECK(found() == "");
  repository.privacy.emplace();
  CHECK(found() == "");
  repository.privacy->small_group_words = texts({" cousins "});
  CHECK(found() == "708");
}
