// Results of fidelity tools: groups large enough to be shown, figures that can be right.
#include <fmt/format.h>

#include "base/decimal.h"
#include "base/text.h"
#include "rules/rule_table.h"
#include "rules/surroundings.h"
#include "rules/words.h"

namespace cpm::rules {
namespace {

using diag::Diagnostics;
using model::Fidelity;
using model::FidelityMeasure;

std::string name_of_measure(const FidelityMeasure& measure) {
  return named("measure", measure.id, measure.text);
}

void check_group(const Fidelity& fidelity, const Subject& subject, Diagnostics& findings) {
  const std::int64_t smallest = smallest_group(subject);
  if (*fidelity.n >= smallest) return;
  findings.add(
      {.code = 630,
       .message = fmt::format("{} answered; groups below {} are not shown",
                              base::counted(static_cast<std::size_t>(*fidelity.n), "person", "people"), smallest),
       .span = fidelity.n.span,
       .help = "put groups together, or wait for more answers"});
}

// Do the counts come to more than `most`? Stops before a sum could be too large for its type.
bool exceeds(const model::Map<model::LocatedWhole>& counts, std::int64_t most) {
  std::int64_t left = most;
  for (const auto& [value, count] : counts) {
    if (*count > left) return true;
    left -= *count;
  }
  return false;
}

void check_sum(const Fidelity& fidelity, const Subject&, Diagnostics& findings) {
  for (const FidelityMeasure& measure : fidelity.measures) {
    if (!exceeds(measure.counts, *fidelity.n)) continue;
    findings.add({.code = 631,
                  .message = fmt::format("{} counts more answers than the {} who answered", name_of_measure(measure),
                                         base::counted(static_cast<std::size_t>(*fidelity.n), "person", "people")),
                  .span = joined(measure.counts.front().key.span, measure.counts.back().value.span),
                  .labels = {{fidelity.n.span, "this many answered"}},
                  .help = "correct the counts, or `n`",
                  .item = *measure.id});
  }
}

bool is_on_scale(base::Decimal value, const model::FidelityScale& scale) {
  const base::Ratio ratio = base::to_ratio(value);
  return ratio >= base::Ratio{*scale.min, 1} && ratio <= base::Ratio{*scale.max, 1};
}

// `what`: "a mean", "a count".
void report_off_scale(const FidelityMeasure& measure, std::string_view what, std::string_view value,
                      const model::Span& place, Diagnostics& findings) {
  findings.add({.code = 632,
                .message = fmt::format("{} has {} {}, and its scale goes from {} to {}", name_of_measure(measure), what,
                                       quoted(value), *measure.scale->min, *measure.scale->max),
                .span = place,
                .labels = {{measure.scale->span, "the scale"}},
                .help = "correct the value, or the scale",
                .item = *measure.id});
}

void check_scale(const Fidelity& fidelity, const Subject&, Diagnostics& findings) {
  for (const FidelityMeasure& measure : fidelity.measures) {
    if (!measure.scale) continue;
    if (measure.mean.given && !is_on_scale(*measure.mean, *measure.scale))
      report_off_scale(measure, "the mean", base::to_text(*measure.mean), measure.mean.span, findings);
    for (const auto& [value, count] : measure.counts) {
      const std::optional<base::Decimal> number = base::read_decimal(*value);
      if (number && !is_on_scale(*number, *measure.scale))
        report_off_scale(measure, "a count for", *value, value.span, findings);
    }
  }
}

void check_period(const Fidelity& fidelity, const Subject&, Diagnostics& findings) {
  const model::Period& period = fidelity.period;
  if (!period.from.given || !period.to.given || *period.to >= *period.from) return;
  findings.add({.code = 633,
                .message = fmt::format("the period ends on {}, before it begins on {}", base::to_text(*period.to),
                                       base::to_text(*period.from)),
                .span = period.to.span,
                .labels = {{period.from.span, "begins here"}},
                .help = "correct `from` or `to`"});
}

void check_results(const Fidelity& fidelity, const Subject&, Diagnostics& findings) {
  for (const FidelityMeasure& measure : fidelity.measures) {
    if (measure.mean.given || !measure.counts.empty()) continue;
    findings.add({.code = 634,
                  .message = name_of_measure(measure) + " has neither a mean nor counts",
                  .span = place_of(measure.id, measure.text, measure.span),
                  .help = "add `mean` or `counts`, or take the question out",
                  .item = *measure.id});
  }
}

constexpr Rule kFidelityRules[] = {
    {"fidelity: size of the group", kCodes<630>, on<Fidelity, check_group>},
    {"fidelity: answers and people", kCodes<631>, on<Fidelity, check_sum>},
    {"fidelity: figures on the scale", kCodes<632>, on<Fidelity, check_scale>},
    {"fidelity: period", kCodes<633>, on<Fidelity, check_period>},
    {"fidelity: results of questions", kCodes<634>, on<Fidelity, check_results>},
};

}  // namespace

std::span<const Rule> fidelity_rules() {
  return kFidelityRules;
}

}  // namespace cpm::rules
