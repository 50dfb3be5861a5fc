#pragma once
// A random instrument and Snapshot as plain numbers, beside the model built from them, for second calculations that share no
// code with src/score.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/build_model.h"
#include "tests/support/dice.h"

namespace cpm::test {

inline constexpr int kUnasked = -4;
inline constexpr int kMissing = -3;
inline constexpr int kDontKnow = -2;
inline constexpr int kNotApplicable = -1;

struct Judged {
  int importance = 0;  // 0: not judged
  int feasibility = 0;
};

/// One question of a random case, as plain numbers.
struct Plain {
  std::string id;
  int area = 0;
  int answer = kUnasked;  // a score, or one of the above
  Judged judged;
  std::vector<std::size_t> builds_on;
};

struct Case {
  int top = 1;
  int areas = 1;
  std::vector<Plain> items;
  model::Instrument instrument;
  model::Snapshot snapshot;
};

inline int random_answer(Dice& dice, int top) {
  return dice.one_in(4) ? -1 - dice.up_to(3) : dice.up_to(top);
}

inline std::vector<Plain> random_items(Dice& dice, const Case& made) {
  std::vector<Plain> items(static_cast<std::size_t>(1 + dice.up_to(39)));
  for (Plain& next : items) next.area = dice.up_to(made.areas - 1);
  std::stable_sort(items.begin(), items.end(), [](const Plain& a, const Plain& b) { return a.area < b.area; });
  for (std::size_t i = 0; i < items.size(); ++i) {
    items[i].id = "q-" + std::to_string(i);
    items[i].answer = random_answer(dice, made.top);
    const auto last = static_cast<int>(items.size()) - 1;
    for (int links = dice.up_to(3); links > 1; --links)
      items[i].builds_on.push_back(static_cast<std::size_t>(dice.up_to(last)));
  }
  return items;
}

inline void build_instrument(Case& made) {
  made.instrument = instrument(made.top, {});
  for (int i = 0; i < made.areas; ++i) made.instrument.areas.push_back(area("area-" + std::to_string(i), {}));
  for (const Plain& next : made.items) {
    model::Item question = item(next.id);
    for (const std::size_t needed : next.builds_on) question.builds_on.push_back(given(made.items[needed].id));
    made.instrument.areas[static_cast<std::size_t>(next.area)].items.push_back(std::move(question));
  }
}

inline model::Rating rating_of(int answer) {
  if (answer == kMissing) return missing();
  if (answer == kDontKnow) return dont_know();
  if (answer == kNotApplicable) return not_applicable();
  return scored(answer);
}

inline Judgment judgment_of(const Judged& judged) {
  return {.importance = judged.importance, .feasibility = judged.feasibility};
}

/// Opportunities of random items, each judged or not; the first that judges an item counts.
inline void add_shared_judgments(Dice& dice, Case& made) {
  for (int i = dice.up_to(3); i > 0; --i) {
    const std::string id = "o" + std::to_string(i);
    const Judged judged{.importance = 1 + dice.up_to(2), .feasibility = 1 + dice.up_to(2)};
    const bool is_judged = !dice.one_in(4);
    model::TextList members;
    for (Plain& next : made.items) {
      if (!dice.one_in(3)) continue;
      members.push_back(given(next.id));
      if (is_judged && next.judged.importance == 0) next.judged = judged;
    }
    add_opportunity(made.snapshot, id, members);
    if (is_judged) judge_opportunity(made.snapshot, id, judgment_of(judged));
  }
}

inline void build_snapshot(Dice& dice, Case& made) {
  made.snapshot = snapshot({});
  std::vector<const Plain*> shuffled;
  for (const Plain& next : made.items) shuffled.push_back(&next);
  for (std::size_t i = shuffled.size(); i > 1; --i)
    std::swap(shuffled[i - 1], shuffled[static_cast<std::size_t>(dice.up_to(static_cast<int>(i) - 1))]);
  for (const Plain* next : shuffled)
    if (next->answer != kUnasked) add_rating(made.snapshot, next->id, rating_of(next->answer));
  add_shared_judgments(dice, made);
  for (Plain& next : made.items) {
    if (!dice.one_in(2)) continue;
    next.judged = {.importance = 1 + dice.up_to(2), .feasibility = 1 + dice.up_to(2)};
    judge_item(made.snapshot, next.id, judgment_of(next.judged));
  }
}

inline Case random_case(Dice& dice) {
  Case made;
  made.top = 1 + dice.up_to(3);
  made.areas = 1 + dice.up_to(4);
  made.items = random_items(dice, made);
  build_instrument(made);
  build_snapshot(dice, made);
  return made;
}

/// Points and counts of the items of an area, or of all when `area` is −1.
struct Sums {
  std::int64_t points = 0;
  std::int64_t scored = 0;
  std::int64_t open = 0;
  std::int64_t not_applicable = 0;
  std::int64_t items = 0;
};

inline Sums sums_of(const Case& made, int area) {
  Sums sums;
  for (const Plain& next : made.items) {
    if (area >= 0 && next.area != area) continue;
    ++sums.items;
    if (next.answer >= 0) sums.points += next.answer;
    if (next.answer >= 0) ++sums.scored;
    if (next.answer == kMissing || next.answer == kUnasked || next.answer == kDontKnow) ++sums.open;
    if (next.answer == kNotApplicable) ++sums.not_applicable;
  }
  return sums;
}

}  // namespace cpm::test
