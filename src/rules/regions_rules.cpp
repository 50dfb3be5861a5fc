// Academies and their counties: each county in one list.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "rules/private_words.h"
#include "rules/rule_table.h"
#include "rules/words.h"

namespace cpm::rules {
namespace {

using diag::Diagnostics;
using model::Academy;
using model::Regions;

void check_twice(const Regions& regions, const Subject&, Diagnostics& findings) {
  struct First {
    const Academy* academy;
    model::Span place;
  };
  std::map<std::string_view, First> seen;
  for (const Academy& academy : regions.academies) {
    for (const model::LocatedText& county : academy.counties) {
      const auto [first, fresh] = seen.try_emplace(*county, First{&academy, county.span});
      if (fresh || first->second.academy == &academy) continue;
      findings.add({.code = 660,
                    .message = fmt::format("county {} is listed by the academies {} and {}", quoted(*county),
                                           quoted(*first->second.academy->id), quoted(*academy.id)),
                    .span = county.span,
                    .labels = {{first->second.place, "first listed here"}},
                    .help = "take it out of one of the lists",
                    .item = *academy.id});
    }
  }
}

// Does an academy list the county, or say in `evidence` what is the matter with it?
bool is_mentioned(const Regions& regions, const model::County& county) {
  for (const Academy& academy : regions.academies) {
    for (const model::LocatedText& member : academy.counties)
      if (*member == *county.id) return true;
    if (academy.evidence.given && !whole_words(*academy.evidence, *county.name).empty()) return true;
  }
  return false;
}

// A list with none of the counties in it is a sample, or has only been begun.
bool is_begun(const Regions& regions, const model::Counties& known) {
  return std::any_of(regions.academies.begin(), regions.academies.end(), [&](const Academy& academy) {
    return std::any_of(academy.counties.begin(), academy.counties.end(),
                       [&](const model::LocatedText& county) { return model::find_county(known, *county) != nullptr; });
  });
}

void check_missing(const Regions& regions, const Subject& subject, Diagnostics& findings) {
  constexpr std::size_t kShown = 5;
  if (subject.workspace.built_in == nullptr) return;
  const model::Counties& known = subject.workspace.built_in->counties;
  if (!is_begun(regions, known)) return;
  std::vector<std::string> missing;
  for (const model::County& county : known.counties)
    if (!is_mentioned(regions, county)) missing.push_back(quoted(*county.id));
  if (missing.empty()) return;
  findings.add({.code = 661,
                .message = "no academy lists " + first_of(missing, kShown),
                .span = place_of({}, regions.title, regions.heading.span),
                .help = "add them to their academy, or say in `evidence` why they are in none"});
}

constexpr Rule kRegionsRules[] = {
    {"regions: counties in two lists", kCodes<660>, on<Regions, check_twice>},
    {"regions: counties in no list", kCodes<661>, on<Regions, check_missing>},
};

}  // namespace

std::span<const Rule> regions_rules() {
  return kRegionsRules;
}

}  // namespace cpm::rules
