// `cpm region`: the answer first, then one section per instrument, support asked for, and what is not shown.
#include "base/text.h"
#include "report/abbreviations.h"
#include "report/pages.h"
#include "report/region_blocks.h"
#include "report/region_words.h"
#include "report/wording.h"

namespace cpm::report {

namespace {

using Blocks = std::vector<Block>;

constexpr std::size_t kNamedCounties = 100;
constexpr std::size_t kNamedNeeds = 3;
constexpr std::size_t kNamedFiles = 5;

std::string counties_counted(std::size_t count) {
  return base::counted(count, "county", "counties");
}

std::string instruments_sentence(const score::Region& region, const model::Workspace& workspace) {
  std::vector<std::string> uses;
  for (const score::RegionSection& section : region.sections)
    uses.push_back(counties_counted(section.counties.size()) + (section.counties.size() == 1 ? " uses " : " use ") +
                   section_name(region, section, workspace));
  if (uses.empty()) return {};
  if (uses.size() == 1)
    return " They use one instrument, " + section_name(region, region.sections.front(), workspace) + ".";
  return " They use " + std::to_string(uses.size()) +
         " instruments, which are never mixed here: " + base::joined(uses) + ".";
}

std::string lead_text(const score::Region& region, const model::Workspace& workspace) {
  const std::size_t with = region.counties.size() - region.without_snapshot.size();
  const bool one = region.counties.size() == 1;
  std::string text = std::to_string(with) + " of " + counties_counted(region.counties.size()) +
                     (one || with == 1 ? " has" : " have") + " a final Snapshot up to " +
                     base::written_out(workspace.as_of) + ".";
  if (!region.without_snapshot.empty())
    text += " Without one: " + county_names(workspace, region.without_snapshot, kNamedCounties) + ".";
  return text + instruments_sentence(region, workspace);
}

/// The needs that as many counties have as the first one.
std::string shared_need_text(const score::Region& region, const score::RegionSection& section,
                             const model::Workspace& workspace) {
  if (section.needs.empty() || section.counties.size() == 1) return {};
  const std::size_t most = section.needs.front().counties.size();
  if (most == 1) return "With " + section_name(region, section, workspace) + ", no two counties have the same need.";
  std::vector<std::string> names;
  std::size_t count = 0;
  for (const score::CommonNeed& need : section.needs)
    if (need.counties.size() == most && ++count <= kNamedNeeds) names.push_back(item_name(*need.item));
  if (count > kNamedNeeds) names.push_back(std::to_string(count - kNamedNeeds) + " more");
  return "With " + section_name(region, section, workspace) + ", the " + (count == 1 ? "need" : "needs") +
         " that most counties have: " + base::joined(names) + " (" + counties_counted(most) + ").";
}

std::string demand_sentence(const score::Region& region) {
  std::size_t open = 0;
  std::size_t shared = 0;
  for (const score::Demand& demand : region.demand) {
    open += demand.needs;
    if (demand.counties.size() > 1) ++shared;
  }
  std::string text = base::counted(open, "support need") + (open == 1 ? " is" : " are") + " open";
  if (shared > 0)
    text += "; " + base::counted(shared, "kind") + " of support " + (shared == 1 ? "is" : "are") +
            " needed by several counties in the same quarter";
  return text + ".";
}

std::string offers_sentence(const score::Region& region) {
  std::size_t offers = 0;
  for (const score::RegionSection& section : region.sections) offers += section.offers.size();
  if (offers == 0) return "No county's offer meets a need of another.";
  return base::counted(offers, "offer") + (offers == 1 ? " meets" : " meet") + " a need of another county.";
}

List answers(const score::Region& region, const model::Workspace& workspace) {
  List list{.entries = {}};
  for (const score::RegionSection& section : region.sections) {
    std::string text = shared_need_text(region, section, workspace);
    if (!text.empty()) list.entries.push_back(std::move(text));
  }
  list.entries.push_back(demand_sentence(region));
  list.entries.push_back(offers_sentence(region));
  list.entries.push_back(
      "Counties stand in the order of their names. They differ in size, stage and aims, so nothing here grades or ranks "
      "them.");
  return list;
}

std::string county_note(const score::RegionSection& section) {
  std::string text =
      "Each county's newest final Snapshot counts. The total adds up all items; it is not the mean of the areas. "
      "Where answers are open, the items scored of those that apply stand in parentheses.";
  const std::string areas = areas_with_other_names(*section.instrument);
  return areas.empty() ? text : text + " Other names of the areas: " + areas + ".";
}

void add_needs(Blocks& blocks, const score::RegionSection& section, const model::Workspace& workspace) {
  blocks.push_back(Heading{.level = 3, .text = "Common needs"});
  if (section.needs.empty()) {
    blocks.push_back(Paragraph{.text = "No county scored an item below the top value."});
    return;
  }
  blocks.push_back(needs_table(section, workspace));
  const std::size_t all = section.needs.size();
  if (all <= kShownNeeds) return;
  const std::size_t more = all - kShownNeeds;
  blocks.push_back(Paragraph{.text = base::counted(more, "more item") + (more == 1 ? " is" : " are") +
                                     " below the top value in at least one county; the JSON has them all."});
}

void add_offers(Blocks& blocks, const score::RegionSection& section, const model::Workspace& workspace) {
  if (section.offers.empty()) return;
  blocks.push_back(Heading{.level = 3, .text = "Offers that meet a need"});
  blocks.push_back(offers_table(section, workspace));
}

void add_trends(Blocks& blocks, const score::RegionSection& section, const model::Workspace& workspace) {
  if (!has_trend(section)) return;
  blocks.push_back(Heading{.level = 3, .text = "Trends"});
  blocks.push_back(trends_table(section, workspace));
  blocks.push_back(
      Paragraph{.text = "Each county is compared with its own final Snapshot before, on the items that are "
                        "the same question in both."});
}

void add_section(Blocks& blocks, const score::Region& region, const score::RegionSection& section,
                 const model::Workspace& workspace) {
  const std::string title = section.instrument->title ? *section.instrument->title + ": " : std::string{};
  blocks.push_back(Heading{.level = 2, .text = title + section_name(region, section, workspace)});
  blocks.push_back(Heading{.level = 3, .text = "Counties and areas"});
  blocks.push_back(county_table(section, workspace));
  blocks.push_back(Paragraph{.text = county_note(section)});
  add_needs(blocks, section, workspace);
  add_offers(blocks, section, workspace);
  add_trends(blocks, section, workspace);
}

void add_support(Blocks& blocks, const score::Region& region, const model::Workspace& workspace) {
  blocks.push_back(Heading{.level = 2, .text = "Support asked for"});
  if (!region.demand.empty()) blocks.push_back(demand_table(region, workspace));
  std::string note = region.demand.empty() ? "No county has an open support need." : "";
  if (region.demand.size() > kShownDemand)
    note = base::counted(region.demand.size() - kShownDemand, "more kind") +
           " of support are asked for; the JSON has them all.";
  if (region.closed_needs > 0)
    note += (note.empty() ? "" : " ") + base::counted(region.closed_needs, "need") +
            (region.closed_needs == 1 ? " is" : " are") + " closed: received or declined.";
  if (!note.empty()) blocks.push_back(Paragraph{.text = note});
}

void add_privacy(Blocks& blocks) {
  blocks.push_back(Heading{.level = 2, .text = "Privacy"});
  blocks.push_back(Paragraph{
      .text = "This page rests only on the files that counties shared for it. Votes, participants and other "
              "counts of people are left out, so that no small group can be made out; so are names, contacts, "
              "comments and evidence. Providers inside a county and consultants are not named."});
}

/// What is missing must not look like an answer.
std::string left_out_text(const std::vector<std::string>& paths) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < paths.size() && i < kNamedFiles; ++i) names.push_back(paths[i]);
  if (paths.size() > kNamedFiles) names.push_back(std::to_string(paths.size() - kNamedFiles) + " more");
  return base::counted(paths.size(), "file") + (paths.size() == 1 ? " has" : " have") +
         " errors and did not count; older files may stand in their place: " + base::joined(names) + ".";
}

}  // namespace

Document region_page(const score::Region& region, const model::Workspace& workspace, const std::string& picture) {
  Document page{
      .title = "Region: " + counties_counted(region.counties.size()) + ", " + base::written_out(workspace.as_of),
      .blocks = {}};
  page.blocks.push_back(Paragraph{.text = lead_text(region, workspace), .lead = true});
  if (!region.left_out.empty()) page.blocks.push_back(Paragraph{.text = left_out_text(region.left_out), .lead = true});
  page.blocks.push_back(answers(region, workspace));
  if (!picture.empty())
    page.blocks.push_back(Paragraph{.text = "The picture " + picture + " shows the percents below as a heat map."});
  if (!region.sections.empty()) page.blocks.push_back(region_heat_map(region, workspace));
  for (const score::RegionSection& section : region.sections) add_section(page.blocks, region, section, workspace);
  add_support(page.blocks, region, workspace);
  add_privacy(page.blocks);
  return with_abbreviations(std::move(page));
}

}  // namespace cpm::report
