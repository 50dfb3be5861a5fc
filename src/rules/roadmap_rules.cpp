// The road map: entries within their fiscal year, moved ones with their history.
#include <fmt/format.h>

#include "rules/rule_table.h"
#include "rules/surroundings.h"
#include "rules/words.h"

namespace cpm::rules {
namespace {

using diag::Diagnostics;
using model::Roadmap;
using model::RoadmapEntry;

std::string name_of_entry(const RoadmapEntry& entry) {
  return named("entry", entry.id, entry.title);
}

bool is_reversed(const RoadmapEntry& entry) {
  return entry.to.given && entry.to->last < entry.from->first;
}

void check_year(const Roadmap& roadmap, const Subject& subject, Diagnostics& findings) {
  constexpr int kMonths = 12;
  const base::Date first{std::chrono::year{static_cast<int>(*roadmap.fiscal_year)},
                         std::chrono::month{static_cast<unsigned>(fiscal_year_start(subject))}, std::chrono::day{1}};
  const base::Date last = base::add_days(base::add_months(first, kMonths), -1);
  const auto is_outside = [&](const model::LocatedTimeframe& date) {
    return date.given && (date->last < first || date->first > last);
  };
  for (const RoadmapEntry& entry : roadmap.entries) {
    if (is_reversed(entry) || (!is_outside(entry.from) && !is_outside(entry.to))) continue;
    const model::LocatedTimeframe& date = is_outside(entry.from) ? entry.from : entry.to;
    findings.add({.code = 620,
                  .message = fmt::format("{} lies {}, outside the fiscal year {} to {}", name_of_entry(entry),
                                         base::when(*date), base::to_text(first), base::to_text(last)),
                  .span = date.span,
                  .labels = {{roadmap.fiscal_year.span, "the fiscal year"}},
                  .help = "correct the date, or put the entry into the road map of that year",
                  .item = *entry.id});
  }
}

void check_moved(const Roadmap& roadmap, const Subject&, Diagnostics& findings) {
  for (const RoadmapEntry& entry : roadmap.entries) {
    if (!entry.status.given || *entry.status != model::RoadmapStatus::moved || entry.moved_from.given) continue;
    findings.add({.code = 621,
                  .message = name_of_entry(entry) + " was moved, and nothing says which date it had",
                  .span = entry.status.span,
                  .help = "add `moved_from` with the day it had before",
                  .item = *entry.id});
  }
}

void check_entry_dates(const Roadmap& roadmap, const Subject&, Diagnostics& findings) {
  for (const RoadmapEntry& entry : roadmap.entries) {
    if (!is_reversed(entry)) continue;
    findings.add({.code = 622,
                  .message = fmt::format("{} ends {}, before it begins {}", name_of_entry(entry), base::when(*entry.to),
                                         base::when(*entry.from)),
                  .span = entry.to.span,
                  .labels = {{entry.from.span, "begins here"}},
                  .help = "correct `from` or `to`",
                  .item = *entry.id});
  }
}

constexpr Rule kRoadmapRules[] = {
    {"roadmap: within the fiscal year", kCodes<620>, on<Roadmap, check_year>},
    {"roadmap: moved entries", kCodes<621>, on<Roadmap, check_moved>},
    {"roadmap: order of an entry's dates", kCodes<622>, on<Roadmap, check_entry_dates>},
};

}  // namespace

std::span<const Rule> roadmap_rules() {
  return kRoadmapRules;
}

}  // namespace cpm::rules
