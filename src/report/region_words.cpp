#include "report/region_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/wording.h"

namespace cpm::report {

namespace {

using score::RegionSection;

constexpr std::size_t kNamedCounties = 100;
constexpr std::size_t kNamedNeeds = 3;

std::string instruments_sentence(const score::Region& region, const model::Workspace& workspace) {
  std::vector<std::string> uses;
  for (const RegionSection& section : region.sections)
    uses.push_back(fmt::format("{} {} {}", counties_counted(section.counties.size()),
                               section.counties.size() == 1 ? "uses" : "use",
                               section_name(region, section, workspace)));
  if (uses.empty()) return {};
  if (uses.size() == 1)
    return fmt::format(" They use one instrument, {}.", section_name(region, region.sections.front(), workspace));
  return fmt::format(" They use {} instruments, which are never mixed here: {}.", uses.size(), base::joined(uses));
}

/// The needs that as many counties have as the first one.
std::string shared_needs_sentence(const score::Region& region, const RegionSection& section,
                                  const model::Workspace& workspace) {
  if (section.needs.empty() || section.counties.size() == 1) return {};
  const std::string instrument = section_name(region, section, workspace);
  const std::size_t most = section.needs.front().counties.size();
  if (most == 1) return fmt::format("On {}, no two counties have the same need.", instrument);
  std::vector<std::string> names;
  for (const score::CommonNeed& need : section.needs)
    if (need.counties.size() == most) names.push_back(item_name(*need.item));
  return fmt::format("On {}, the most common {}: {} ({}).", instrument, names.size() == 1 ? "need is" : "needs are",
                     first_names(names, kNamedNeeds), counties_counted(most));
}

std::string demand_sentence(const score::Region& region) {
  std::size_t open = 0;
  std::size_t shared = 0;
  for (const score::Demand& demand : region.demand) {
    open += demand.needs;
    if (demand.counties.size() > 1) ++shared;
  }
  const std::string text = fmt::format("{} {} open", counted(open, "support need"), is_are(open));
  if (shared == 0) return text + ".";
  return fmt::format("{}; {} of support {} needed by several counties in the same quarter.", text,
                     counted(shared, "kind"), is_are(shared));
}

std::string offers_sentence(const score::Region& region) {
  std::size_t offers = 0;
  for (const RegionSection& section : region.sections) offers += section.offers.size();
  if (offers == 0) return "No county's offer meets another county's need.";
  return fmt::format("{} {} a need of another county.", counted(offers, "offer"), offers == 1 ? "meets" : "meet");
}

/// How many counties are shown with targets of this kind, whatever the number of their Snapshots.
std::size_t counties_with(const score::Region& region, TargetsOf targets) {
  score::CountyIds counties;
  for (const RegionSection& section : region.sections)
    for (const score::CountyView& view : section.counties)
      if (view.*targets && std::ranges::find(counties, view.county) == counties.end()) counties.push_back(view.county);
  return counties.size();
}

/// Empty when no plan has targets.
std::string targets_sentence(const score::Region& region) {
  const std::size_t ahead = counties_with(region, &score::CountyView::ahead);
  const std::size_t earlier = counties_with(region, &score::CountyView::earlier);
  std::vector<std::string> parts;
  if (ahead > 0)
    parts.push_back(fmt::format("{} of {} {} target scores for the next Snapshot.",
                                ahead == 1 ? "The plan" : "The plans", counties_counted(ahead),
                                ahead == 1 ? "sets" : "set"));
  if (earlier > 0)
    parts.push_back(fmt::format("The newest {} of {} {} which targets of an earlier plan were reached.",
                                earlier == 1 ? "Snapshot" : "Snapshots", counties_counted(earlier),
                                earlier == 1 ? "says" : "say"));
  return fmt::format("{}", fmt::join(parts, " "));
}

}  // namespace

std::string counties_counted(std::size_t count) {
  return counted(count, "county", "counties");
}

std::string first_names(const std::vector<std::string>& names, std::size_t limit) {
  std::vector<std::string> shown(names.begin(),
                                 names.begin() + static_cast<std::ptrdiff_t>(std::min(limit, names.size())));
  if (names.size() > limit) shown.push_back(fmt::format("{} more", names.size() - limit));
  return base::joined(shown);
}

std::string county_names(const model::Workspace& workspace, const score::CountyIds& counties, std::size_t limit) {
  if (counties.empty()) return std::string(kNone);
  std::vector<std::string> names;
  for (const std::string& county : counties) names.push_back(county_name(workspace, county));
  return first_names(names, limit);
}

std::string section_name(const score::Region& region, const RegionSection& section, const model::Workspace& workspace) {
  const std::string name = version_text(*section.instrument);
  for (const RegionSection& other : region.sections)
    if (&other != &section && version_text(*other.instrument) == name)
      return fmt::format("{} in the words of {}", name, county_name(workspace, section.counties.front().county));
  return name;
}

bool has_any(const RegionSection& section, TargetsOf targets) {
  return std::ranges::any_of(section.counties,
                             [&](const score::CountyView& view) { return (view.*targets).has_value(); });
}

std::string region_answer(const score::Region& region, const model::Workspace& workspace) {
  const std::size_t all = region.counties.size();
  const std::size_t with = all - region.without_snapshot.size();
  std::string text = fmt::format("{} of {} {} a final Snapshot as of {}.", with, counties_counted(all),
                                 all == 1 ? "has" : base::has_have(with), base::written_out(workspace.as_of));
  if (!region.without_snapshot.empty())
    text += fmt::format(" Without one: {}.", county_names(workspace, region.without_snapshot, kNamedCounties));
  return text + instruments_sentence(region, workspace);
}

std::vector<std::string> region_answers(const score::Region& region, const model::Workspace& workspace) {
  std::vector<std::string> answers;
  for (const RegionSection& section : region.sections)
    if (std::string text = shared_needs_sentence(region, section, workspace); !text.empty())
      answers.push_back(std::move(text));
  if (std::string text = targets_sentence(region); !text.empty()) answers.push_back(std::move(text));
  answers.push_back(demand_sentence(region));
  answers.push_back(offers_sentence(region));
  answers.push_back(
      "Counties are listed in alphabetical order. They differ in size, stage and goals, so nothing here grades or ranks "
      "them.");
  return answers;
}

}  // namespace cpm::report
