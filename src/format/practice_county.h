#pragma once
// A practice county for courses: fictional, and the same for the same seed on every machine.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"
#include "format/practice_tree.h"
#include "format/starter.h"

namespace cpm::format {

inline constexpr std::string_view kPracticeSnapshot = "snapshots/2025-03-13.yaml";
inline constexpr std::string_view kPracticePlan = "plans/2025-07.yaml";

struct PracticeCounty {
  std::string id;    ///< "example-ironwood"
  std::string name;  ///< "Ironwood"
  TextTree snapshot;
  TextTree plan;
  TextTree words;  ///< sentences to plant mistakes with

  /// The file of this path, which must be one of the two above.
  TextTree& file(std::string_view path);
  const TextTree& file(std::string_view path) const;
};

/// Without a mistake.
PracticeCounty practice_county(base::Random& random);

/// Binds its approvals to what the plan says now, mistakes or not; those without `content` stay without.
void bind_approvals(PracticeCounty& county);

/// Its files, to be written; cpm.yaml says how it was made.
std::vector<StarterFile> practice_files(const PracticeCounty& county, std::uint64_t seed, std::string_view level);

}  // namespace cpm::format
