#include "assist/targets.h"

#include <array>

namespace cpm::assist {
namespace {

constexpr std::array<std::string_view, 1> kPriorities = {"priorities"};
constexpr std::array<std::string_view, 1> kObjectives = {"objectives"};
constexpr std::array<std::string_view, 1> kSteps = {"steps"};
constexpr std::array<std::string_view, 1> kNeeds = {"needs"};
constexpr std::array<std::string_view, 1> kOpportunities = {"analysis.opportunities"};
constexpr std::array<std::string_view, 1> kActivities = {"activities"};
constexpr std::array<std::string_view, 2> kSources = {"activities", "outputs"};
constexpr std::array<std::string_view, 1> kOutcomes = {"outcomes"};
constexpr std::array<std::string_view, 1> kItems = {"areas.items"};

/// In the order of Refers.
constexpr Target kTargets[] = {{.word = {}},
                               {.word = "priorities", .kind = "plan", .places = kPriorities},
                               {.word = "priorities", .kind = "snapshot", .places = kPriorities},
                               {.word = "objectives", .kind = "plan", .places = kObjectives},
                               {.word = "steps", .kind = "plan", .places = kSteps},
                               {.word = "needs", .kind = "support", .places = kNeeds},
                               {.word = "opportunities", .kind = "snapshot", .places = kOpportunities},
                               {.word = "activities", .kind = "logic-model", .places = kActivities},
                               {.word = "sources", .kind = "logic-model", .places = kSources},
                               {.word = "outcomes", .kind = "logic-model", .places = kOutcomes},
                               {.word = "items", .kind = "instrument", .places = kItems},
                               {.word = "records"},
                               {.word = "files", .kind = "plan", .files = true},
                               {.word = "files", .kind = "snapshot", .files = true}};

}  // namespace

const Target& target_of(format::Refers refers) {
  return kTargets[static_cast<std::size_t>(refers)];
}

}  // namespace cpm::assist
