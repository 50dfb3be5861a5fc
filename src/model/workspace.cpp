#include "model/workspace.h"

#include <algorithm>

#include "model/find.h"

namespace cpm::model {
namespace {

constexpr std::string_view kExample = "example";
constexpr std::int64_t kSmallGroup = 5;

// "los-robles" → "Los Robles"
std::string title_of(std::string_view id) {
  std::string title{id};
  bool starts = true;
  for (char& character : title) {
    if (starts && character >= 'a' && character <= 'z') character = static_cast<char>(character - 'a' + 'A');
    if (character == '-') character = ' ';
    starts = character == ' ';
  }
  return title;
}

}  // namespace

bool follows(const Workspace& workspace, std::string_view kind) {
  const auto names = [kind](std::span<const std::string_view> kinds) {
    return std::ranges::find(kinds, kind) != kinds.end();
  };
  return (workspace.kinds.empty() || names(workspace.kinds)) && !names(workspace.unshared);
}

const LogicOutcome* find_logic_outcome(const Workspace& workspace, std::size_t home, std::string_view id) {
  for (const Document* document : documents_of<LogicModel>(workspace)) {
    if (document->home != home) continue;
    if (const auto* outcome = find_by_id(std::get<LogicModel>(document->content).outcomes, id)) return outcome;
  }
  return nullptr;
}

std::int64_t smallest_group(const Workspace& workspace, std::size_t home) {
  const Repository* const repository = home < workspace.homes.size() ? workspace.homes[home].repository : nullptr;
  const bool own = repository != nullptr && repository->privacy && repository->privacy->small_group.given;
  return own ? *repository->privacy->small_group : kSmallGroup;
}

std::string county_name(const BuiltIn& built_in, std::string_view county) {
  if (const County* const known = find_county(built_in.counties, county); known != nullptr && known->name.given)
    return known->name.value + " County";
  if (county == kExample) return "Example County";
  const bool invented = county.starts_with(kExample) && county.size() > kExample.size() + 1 &&
                        county[kExample.size()] == '-';
  if (invented) return title_of(county.substr(kExample.size() + 1)) + " County (example)";
  return std::string{county};
}

}  // namespace cpm::model
