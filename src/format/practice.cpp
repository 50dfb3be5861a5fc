// Which mistakes a practice county gets, and where.
#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "base/assert.h"
#include "base/text.h"
#include "format/practice_mistakes.h"

namespace cpm::format {
namespace {

constexpr PracticeLevel kLevels[] = {
    {"easy", "8 mistakes; `cpm check` reports 5 of them", 1, 5, 3},
    {"medium", "12 mistakes; `cpm check` reports 6 of them", 2, 6, 6},
    {"hard", "16 mistakes; `cpm check` reports 6 of them", 3, 6, 10},
};

/// The kinds of mistake of a level, in the order in which they are tried.
std::vector<const Mistake*> kinds_for(const PracticeLevel& level, bool reported, base::Random& random) {
  std::vector<const Mistake*> kinds;
  for (const Mistake& mistake : mistakes())
    if ((mistake.code != 0) == reported && mistake.level <= level.level) kinds.push_back(&mistake);
  base::shuffle(kinds, random);
  return kinds;
}

/// A record where the mistake can be and no other is yet.
std::optional<std::string> free_record(const Mistake& mistake, const Practice& practice, base::Random& random) {
  std::vector<std::string> records = mistake.records(practice.clean);
  std::erase_if(records, [&](const std::string& record) {
    return std::ranges::any_of(practice.planted, [&](const Planted& other) {
      return other.mistake->file == mistake.file && other.record == record;
    });
  });
  if (records.empty()) return std::nullopt;
  return records[random.below(records.size())];
}

void plant_some(std::size_t count, bool reported, Practice& practice, base::Random& random) {
  const std::size_t wanted = practice.planted.size() + count;
  for (const Mistake* mistake : kinds_for(*practice.level, reported, random)) {
    if (practice.planted.size() == wanted) return;
    const std::optional<std::string> record = free_record(*mistake, practice, random);
    if (!record) continue;
    mistake->plant(practice.county, *record, random);
    practice.planted.push_back({.mistake = mistake,
                                .record = *record,
                                .as_planted = values_of(practice.county.file(mistake->file), *record, mistake->keys),
                                .as_clean = values_of(practice.clean.file(mistake->file), *record, mistake->keys)});
  }
  CPM_ASSERT(practice.planted.size() == wanted);
}

}  // namespace

std::span<const PracticeLevel> practice_levels() {
  return kLevels;
}

const PracticeLevel* find_level(std::string_view word) {
  const auto found = std::ranges::find(kLevels, word, &PracticeLevel::word);
  return found == std::end(kLevels) ? nullptr : found;
}

TextsByPath values_of(const TextTree& file, const std::string& record, std::string_view keys) {
  TextsByPath values;
  for (std::string_view key : base::split(keys, ' ')) {
    const std::string path = record + "/" + std::string(key);
    const TextTree* const value = find(file, path);
    if (value == nullptr) continue;
    for (const auto& [below, text] : texts_by_path(*value))
      values.emplace(below.empty() ? path : path + "/" + below, text);
  }
  return values;
}

Practice practice(std::uint64_t seed, const PracticeLevel& level) {
  base::Random random(seed);
  Practice made{.seed = seed, .level = &level, .clean = practice_county(random), .county = {}, .planted = {}};
  made.county = made.clean;
  plant_some(level.reported, true, made, random);
  plant_some(level.seen, false, made, random);
  bind_approvals(made.county);
  const auto place = [](const Planted& planted) { return std::pair(planted.mistake->file, planted.record); };
  std::ranges::sort(made.planted, [&](const Planted& a, const Planted& b) { return place(a) > place(b); });
  return made;
}

}  // namespace cpm::format
