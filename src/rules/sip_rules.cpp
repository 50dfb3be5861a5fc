// Periods of the county's System Improvement Plan, in cpm.yaml and in the plans that serve it.
#include <fmt/format.h>

#include "rules/rule_table.h"
#include "rules/words.h"

namespace cpm::rules {
namespace {

using diag::Diagnostics;
using model::Plan;
using model::Repository;

void check_sip_period(const model::Period& period, diag::Code code, const std::string& item, Diagnostics& findings) {
  if (!period.from.given || !period.to.given || *period.to >= *period.from) return;
  findings.add({.code = code,
                .message = fmt::format("the period of the System Improvement Plan ends on {}, before it begins on {}",
                                       base::to_text(*period.to), base::to_text(*period.from)),
                .span = period.to.span,
                .labels = {{period.from.span, "begins here"}},
                .help = "correct `from` or `to`",
                .item = item});
}

void check_links(const std::optional<model::Links>& links, const std::string& item, Diagnostics& findings) {
  if (!links) return;
  for (const model::SipLink& link : links->sip)
    if (link.period) check_sip_period(*link.period, 536, item, findings);
}

void check_periods_of_links(const Plan& plan, const Subject&, Diagnostics& findings) {
  check_links(plan.links, {}, findings);
  for (const model::Step& step : plan.steps) check_links(step.links, *step.id, findings);
}

void check_period_of_county(const Repository& repository, const Subject&, Diagnostics& findings) {
  if (repository.sip) check_sip_period(repository.sip->period, 671, {}, findings);
}

constexpr Rule kSipRules[] = {
    {"plan: period of a link", kCodes<536>, on<Plan, check_periods_of_links>},
    {"repository: period of the System Improvement Plan", kCodes<671>, on<Repository, check_period_of_county>},
};

}  // namespace

std::span<const Rule> sip_rules() {
  return kSipRules;
}

}  // namespace cpm::rules
