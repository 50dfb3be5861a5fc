// `cpm report county`: all in one, in the order in which one reads it.
#include <algorithm>
#include <array>

#include "cli/commands/answers.h"
#include "cli/commands/runners.h"
#include "cli/exit.h"
#include "cli/part.h"

namespace cpm::cli {
namespace {

constexpr std::string_view kSip = "report sip";
constexpr std::array<std::string_view, 10> kParts = {
    "report snapshot", "report comparison", "report plan",   kSip,
    "report status",   "report support",    "report theory", "report logic-model",
    "report roadmap",  "report fidelity"};

bool has_links(const std::optional<model::Links>& links) {
  return links && !links->sip.empty();
}

/// Does a plan say where it stands in the System Improvement Plan? Without that the view has nothing to show.
bool has_sip_links(const Run& run) {
  const std::vector<const model::Document*> plans = model::documents_of<model::Plan>(run.loaded->workspace);
  return std::ranges::any_of(plans, [](const model::Document* document) {
    const auto& plan = model::content_of<model::Plan>(*document);
    const auto has = [](const model::Step& step) { return has_links(step.links); };
    return document->asked && (has_links(plan.links) || std::ranges::any_of(plan.steps, has));
  });
}

}  // namespace

Answer run_report_county(const Run& run) {
  const std::string root = only_home(run).root;
  std::vector<report::Part> parts;
  bool broken = false;
  for (const std::string_view name : kParts) {
    if (name == kSip && !has_sip_links(run)) continue;
    MadePart made = make_part(run, *find_command(name), root);
    broken = broken || made.broken;
    parts.push_back(std::move(made.part));
  }
  constexpr diag::Code kNothingToCheck = 904;
  if (std::ranges::none_of(parts, [](const report::Part& part) { return part.page.has_value(); }) && !broken)
    throw UsageError("there is nothing to report on below `" + root + "`",
                     "write a first Snapshot with `cpm new snapshot`", kNothingToCheck);
  const std::string county = county_of(run);
  report::Result result = report::county_result(parts, county_key(run), run.as_of);
  Answer made = answer(run, report::county_report(std::move(parts), county, run.as_of), std::move(result));
  made.status = broken ? kFindings : kFine;
  return made;
}

}  // namespace cpm::cli
