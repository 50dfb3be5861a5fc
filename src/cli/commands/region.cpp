// `cpm region`: the counties whose folders are named, beside each other; on request a heat map as a file of its own.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/files.h"
#include "base/text.h"
#include "cli/commands/answers.h"
#include "cli/exit.h"
#include "cli/findings.h"
#include "cli/options.h"
#include "render/svg.h"
#include "report/score_pages.h"

namespace cpm::cli {
namespace {

constexpr diag::Code kNothingToRollUp = 904;

using Documents = std::vector<const model::Document*>;

template <class... Kinds>
bool holds_any(const model::Document& document) {
  return (std::holds_alternative<Kinds>(document.content) || ...);
}

/// Files that the roll-up reads; one that cannot be told apart might be one of them.
Documents of_interest(const format::Loaded& loaded) {
  Documents documents;
  for (const model::Document& document : loaded.workspace.documents)
    if (document.asked &&
        holds_any<std::monostate, model::Repository, model::Snapshot, model::Plan, model::Support>(document))
      documents.push_back(&document);
  return documents;
}

const std::string* county_of(const model::Document& document) {
  const auto given = [](const diag::LocatedText& county) { return county ? &*county : nullptr; };
  if (const auto* repository = model::content_as<model::Repository>(document)) return given(repository->county);
  if (const auto* snapshot = model::content_as<model::Snapshot>(document)) return given(snapshot->county);
  const auto* support = model::content_as<model::Support>(document);
  return support == nullptr ? nullptr : given(support->county);
}

/// Two copies of one county would count its needs twice, and nothing tells which one is meant.
void check_each_once(const Documents& documents, const model::Workspace& workspace) {
  std::map<std::string, std::size_t> homes;
  for (const model::Document* document : documents) {
    const std::string* const county = county_of(*document);
    if (county == nullptr) continue;
    const auto [at, fresh] = homes.try_emplace(*county, document->home);
    if (fresh || at->second == document->home) continue;
    throw UsageError(
        fmt::format("{} is in two folders, {} and {}", model::county_name(*workspace.built_in, *county),
                    base::ticked(workspace.homes[at->second].root), base::ticked(workspace.homes[document->home].root)),
        "name the folder that holds the files the county shared, and leave the other one out");
  }
}

/// All files have errors: these are the answer.
Answer nothing_usable(const Run& run) {
  Answer nothing;
  nothing.outcome.command = schema_word(run.command.name);
  nothing.outcome.columns = report::region_columns();
  nothing.status = kFindings;
  return nothing;
}

std::string picture_name(const Run& run) {
  const std::optional<std::string> name = run.arguments.value(kHeatMap);
  if (!name) return {};
  if (!name->ends_with(".svg"))
    throw UsageError(fmt::format("`--heat-map` {} must name an .svg file", base::ticked(*name)),
                     "give a file that ends in `.svg`");
  return *name;
}

Answer run_region(const Run& run) {
  const std::string picture = picture_name(run);
  const format::Loaded& loaded = *run.loaded;
  const Documents documents = of_interest(loaded);
  check_each_once(documents, loaded.workspace);
  Documents usable;
  std::vector<std::string> left_out;
  for (const model::Document* document : documents) {
    if (is_broken(*document, loaded, false))
      left_out.push_back(document->path);
    else
      usable.push_back(document);
  }
  score::Region region = score::region(loaded.workspace, usable);
  region.left_out = std::move(left_out);
  if (region.counties.empty() && region.left_out.empty())
    throw UsageError("there is no county's file below the folders named",
                     "name folders that hold Snapshots, support files or `cpm.yaml` of counties", kNothingToRollUp);
  if (region.counties.empty()) return nothing_usable(run);
  const std::string shown{base::name_of(picture)};
  Answer made = answer(run, report::region_page(region, loaded.workspace, shown),
                       report::region_result(region, loaded.workspace));
  made.outcome.columns = report::region_columns();
  if (!picture.empty())
    made.beside.push_back({.path = picture,
                           .bytes = render::svg_file(report::region_heat_map(region, loaded.workspace)),
                           .option = long_name(kHeatMap)});
  if (!region.left_out.empty()) made.status = kFindings;
  return made;
}

/// What a roll-up counts. Counties need not share their plans: references into them are left to a check.
constexpr std::string_view kRegionKinds[] = {"snapshot", "instrument", "repository", "support", "plan"};
constexpr std::string_view kUnsharedKinds[] = {"plan"};
constexpr const Option* kRegionOptions[] = {&kHeatMap};
constexpr Example kRegionExamples[] = {
    {"cpm region alder birch -o region.md", "two counties beside each other, as Markdown"},
    {"cpm region counties --heat-map region.svg", "all counties below a folder, also as a picture"},
    {"cpm region counties --format csv -o region.csv", "for a spreadsheet"}};

}  // namespace

extern const Command kRegionCommand{.name = "region",
                                    .summary = "compare counties: areas, common needs, support, offers",
                                    .group = Group::reports,
                                    .needs = Needs::mixed_files,
                                    .operand = {.name = "DIR",
                                                .about = "folders of counties, or a folder that holds several",
                                                .least = 1,
                                                .most = Operand::kAny},
                                    .options = kRegionOptions,
                                    .examples = kRegionExamples,
                                    .writes = Writes::records,
                                    .has_pictures = true,
                                    .reads = kRegionKinds,
                                    .unshared = kUnsharedKinds,
                                    .run = run_region};

}  // namespace cpm::cli
