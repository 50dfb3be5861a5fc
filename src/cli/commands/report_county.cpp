// `cpm report county`: all in one, in the order in which one reads it.
#include <algorithm>
#include <array>

#include "cli/commands/answers.h"
#include "cli/commands/runners.h"
#include "cli/exit.h"
#include "cli/part.h"

namespace cpm::cli {
namespace {

constexpr std::array<std::string_view, 9> kParts = {"report snapshot",    "report comparison", "report plan",
                                                    "report status",      "report support",    "report theory",
                                                    "report logic-model", "report roadmap",    "report fidelity"};

}  // namespace

Answer run_report_county(const Run& run) {
  const std::string root = only_home(run).root;
  std::vector<report::Part> parts;
  bool broken = false;
  for (const std::string_view name : kParts) {
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
