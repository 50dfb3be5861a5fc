#include "model/words.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

namespace {

using namespace cpm::model;

/// A key is written in files, so it is one word of small letters; what is spoken must not show the key's underlines.
template <class Choice>
void check_words(std::size_t count) {
  std::set<std::string_view> keys;
  for (const Word<Choice>& row : word_list<Choice>()) {
    CAPTURE(std::string(row.key));
    CHECK(keys.insert(row.key).second);
    CHECK(!row.key.empty());
    CHECK(row.key.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos);
    CHECK(!row.spoken.empty());
    CHECK(std::count(row.spoken.begin(), row.spoken.end(), '_') == 0);
    CHECK(key(row.choice) == row.key);
    CHECK(word(row.choice) == row.spoken);
  }
  CHECK(word_list<Choice>().size() == count);
}

/// The number of choices, from the last one.
template <class Choice>
constexpr std::size_t up_to(Choice last) {
  return static_cast<std::size_t>(last) + 1;
}

}  // namespace

TEST_CASE("every choice of a file has one key and one spoken word") {
  check_words<StepStatus>(up_to(StepStatus::dropped));
  check_words<DocumentStatus>(up_to(DocumentStatus::final));
  check_words<Administration>(up_to(Administration::followup));
  check_words<RatingState>(up_to(RatingState::dont_know));
  check_words<SupportCategory>(up_to(SupportCategory::consultant));
  check_words<SupportStatus>(up_to(SupportStatus::declined));
  check_words<RoadmapKind>(up_to(RoadmapKind::deadline));
  check_words<RoadmapStatus>(up_to(RoadmapStatus::cancelled));
  check_words<OutcomeArea>(up_to(OutcomeArea::agency));
  check_words<Perspective>(up_to(Perspective::partners));
  check_words<SourceKind>(up_to(SourceKind::fresh));
  check_words<FidelityArea>(up_to(FidelityArea::practice));
  check_words<PolicySeverity>(up_to(PolicySeverity::error));
}

TEST_CASE("a key is what a file says, a word is what a sentence says") {
  CHECK(key(StepStatus::in_progress) == "in_progress");
  CHECK(word(StepStatus::in_progress) == "in progress");
  CHECK(key(SourceKind::fresh) == "new");
  CHECK(word(RatingState::missing) == "not answered");
}
