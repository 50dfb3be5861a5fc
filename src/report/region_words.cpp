#include "report/region_words.h"

#include <array>
#include <string_view>

#include "base/text.h"
#include "report/wording.h"

namespace cpm::report {

namespace {

struct CategoryWords {
  std::string_view word;
  std::string_view text;
};

/// In the order of model::SupportCategory.
constexpr std::array<CategoryWords, 7> kCategories = {{
    {"rta", "training academy"},
    {"peer", "another county"},
    {"toolkit", "toolkit"},
    {"online", "online"},
    {"state", "state"},
    {"internal", "the county itself"},
    {"consultant", "consultant"},
}};

constexpr std::array<std::string_view, 4> kQuarters = {"January to March", "April to June", "July to September",
                                                       "October to December"};

}  // namespace

std::string county_name(const model::Workspace& workspace, const std::string& county) {
  return workspace.built_in == nullptr ? county : model::county_name(*workspace.built_in, county);
}

std::string county_names(const model::Workspace& workspace, const score::CountyIds& counties, std::size_t limit) {
  if (counties.empty()) return std::string(kNone);
  std::vector<std::string> names;
  const bool cut = counties.size() > limit;
  for (std::size_t i = 0; i < counties.size() && i < limit; ++i) names.push_back(county_name(workspace, counties[i]));
  if (cut) names.push_back(std::to_string(counties.size() - limit) + " more");
  return base::joined(names);
}

std::string category_text(model::SupportCategory category) {
  return std::string(kCategories[static_cast<std::size_t>(category)].text);
}

std::string category_word(model::SupportCategory category) {
  return std::string(kCategories[static_cast<std::size_t>(category)].word);
}

std::string quarter_text(const std::optional<score::Quarter>& quarter) {
  if (!quarter) return "no date";
  return std::string(kQuarters[quarter->number - 1]) + " " + std::to_string(quarter->year);
}

std::string quarter_word(const score::Quarter& quarter) {
  return std::to_string(quarter.year) + "-Q" + std::to_string(quarter.number);
}

std::string provider_text(const model::Workspace& workspace, const std::string& provider) {
  if (provider.empty()) return std::string(kNone);
  const model::Academy* academy = workspace.built_in == nullptr
                                      ? nullptr
                                      : model::find_academy(workspace.built_in->regions, provider);
  return academy == nullptr ? provider : text_or(academy->name, provider);
}

std::string tool_text(const model::Workspace& workspace, const std::string& tool) {
  if (tool.empty()) return std::string(kNone);
  const model::Tool* known = workspace.built_in == nullptr ? nullptr
                                                           : model::find_tool(workspace.built_in->toolkits, tool);
  return known == nullptr ? tool : text_or(known->title, tool);
}

std::string section_name(const score::Region& region, const score::RegionSection& section,
                         const model::Workspace& workspace) {
  const std::string name = version_text(*section.instrument);
  for (const score::RegionSection& other : region.sections)
    if (&other != &section && version_text(*other.instrument) == name)
      return name + " in the words of " + county_name(workspace, section.counties.front().county);
  return name;
}

std::optional<base::Ratio> share_change(const score::Figures& before, const score::Figures& now) {
  const auto then_share = score::share(before);
  const auto now_share = score::share(now);
  if (!then_share || !now_share) return {};
  return *now_share - *then_share;
}

}  // namespace cpm::report
