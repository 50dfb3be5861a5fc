#pragma once
// The mistakes of practice counties: one table of what they are, how they are planted, and how one sees that they are fixed.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "format/practice_county.h"

namespace cpm::format {

/// A kind of mistake.
struct Mistake {
  std::string_view word;    ///< "step-without-owner"
  int level = 1;            ///< 1 to 3: from which level on it is planted
  diag::Code code = 0;      ///< what `cpm check` reports; 0: only people can see it
  std::string_view file;    ///< of the county
  std::string_view keys;    ///< what is wrong, separated by spaces: still there as long as all say what was planted
  std::string_view what;    ///< "The step has no owner."
  std::string_view why;     ///< why it matters
  std::string_view remedy;  ///< a right way to correct it
  /// The records where it can be planted.
  std::vector<std::string> (*records)(const PracticeCounty& county);
  void (*plant)(PracticeCounty& county, const std::string& record, base::Random& random);
};

/// All of them, those that `cpm check` reports first.
std::span<const Mistake> mistakes();

struct PracticeLevel {
  std::string_view word;
  std::string_view about;
  int level = 1;
  std::size_t reported = 0;  ///< how many that `cpm check` reports
  std::size_t seen = 0;      ///< how many that only people can see
};
std::span<const PracticeLevel> practice_levels();
/// nullptr: there is no such level.
const PracticeLevel* find_level(std::string_view word);

/// One mistake in one county.
struct Planted {
  const Mistake* mistake = nullptr;
  std::string record;           ///< "steps/s2"
  TextsByPath as_planted = {};  ///< what the keys say, by path
  TextsByPath as_clean = {};    ///< what they said before
};

struct Practice {
  std::uint64_t seed = 0;
  const PracticeLevel* level = nullptr;
  PracticeCounty clean;
  PracticeCounty county;  ///< with the mistakes
  std::vector<Planted> planted;
};

Practice practice(std::uint64_t seed, const PracticeLevel& level);

/// The values of a record's keys, by path; all of the record when there are no keys.
TextsByPath values_of(const TextTree& file, const std::string& record, std::string_view keys);

}  // namespace cpm::format
