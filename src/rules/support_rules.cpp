// Support needs: in time, from somebody, for a step that still needs it.
#include <fmt/format.h>

#include "base/text.h"
#include "rules/rule_table.h"
#include "rules/surroundings.h"
#include "rules/words.h"

namespace cpm::rules {
namespace {

using diag::Diagnostics;
using model::StepStatus;
using model::Support;
using model::SupportCategory;
using model::SupportNeed;
using model::SupportStatus;

std::string name_of_need(const SupportNeed& need) {
  return named("support need", need.id, need.request);
}
model::Span place_of_need(const SupportNeed& need) {
  return place_of(need.id, need.request, need.span);
}

bool has_status(const SupportNeed& need, SupportStatus status) {
  return need.status.given && *need.status == status;
}
// Received or declined: nothing is to be done about it.
bool is_closed(const SupportNeed& need) {
  return has_status(need, SupportStatus::received) || has_status(need, SupportStatus::declined);
}

// The step of the plan that the need is for, or nullptr.
const model::Step* step_of(const SupportNeed& need, const Subject& subject) {
  const model::Document* const document = subject.document.plan;
  if (document == nullptr || !document->usable || !need.purpose || !need.purpose->step.given) return nullptr;
  const auto* const plan = model::content_as<model::Plan>(*document);
  return plan == nullptr ? nullptr : model::find_step(*plan, *need.purpose->step);
}

void check_time(const Support& support, const Subject& subject, Diagnostics& findings) {
  for (const SupportNeed& need : support.needs) {
    const model::Step* const step = step_of(need, subject);
    if (step == nullptr || !need.needed_by.given || !step->monitor_on.given ||
        need.needed_by->last <= step->monitor_on->last)
      continue;
    findings.add(
        {.code = 605,
         .message = fmt::format("{} is needed {}, after step {} is looked at {}", name_of_need(need),
                                base::by_when(*need.needed_by), quoted(*step->id), base::when(*step->monitor_on)),
         .span = need.needed_by.span,
         .labels = {{step->monitor_on.span, "the step is looked at here"}},
         .help = "ask for it earlier, or move the step",
         .item = *need.id});
  }
}

bool is_for_academy(const SupportNeed& need) {
  return need.category.given && *need.category == SupportCategory::rta;
}

// Do the words name the academy, by its id or its name?
bool names_academy(const Subject& subject, const std::string& id, std::string_view words) {
  const std::string meant = base::lower(base::trimmed(words));
  if (meant == base::lower(id)) return true;
  if (subject.workspace.built_in == nullptr) return false;
  const model::Academy* const academy = model::find_academy(subject.workspace.built_in->regions, id);
  return academy != nullptr && meant == base::lower(*academy->name);
}

// A misspelled academy of `cpm.yaml` has a finding of its own, and says nothing about the needs.
bool is_known(const Subject& subject, const std::string& id) {
  return subject.workspace.built_in == nullptr ||
         model::find_academy(subject.workspace.built_in->regions, id) != nullptr;
}

void check_academy(const Support& support, const Subject& subject, Diagnostics& findings) {
  const model::Repository* const repository = repository_of(subject);
  if (repository == nullptr || !repository->academy.given || !is_known(subject, *repository->academy)) return;
  for (const SupportNeed& need : support.needs) {
    if (!is_for_academy(need) || is_closed(need)) continue;
    if (need.provider.given && names_academy(subject, *repository->academy, *need.provider)) continue;
    findings.add({.code = 606,
                  .message = fmt::format("{} names {}, and the county's academy is {}", name_of_need(need),
                                         need.provider.given ? quoted(*need.provider) : std::string{"no academy"},
                                         quoted(*repository->academy)),
                  .span = need.provider.given ? need.provider.span : need.category.span,
                  .labels = {{repository->academy.span, "the county's academy"}},
                  .help = fmt::format("name {}, or choose another `category`", quoted(*repository->academy)),
                  .item = *need.id});
  }
}

void check_step(const Support& support, const Subject& subject, Diagnostics& findings) {
  for (const SupportNeed& need : support.needs) {
    const model::Step* const step = step_of(need, subject);
    if (step == nullptr || !step->status.given || is_closed(need) || !need.status.given) continue;
    const bool done = *step->status == StepStatus::done;
    if (!done && *step->status != StepStatus::dropped) continue;
    findings.add({.code = 607,
                  .message = fmt::format("{} is still open, and step {} is {}", name_of_need(need), quoted(*step->id),
                                         done ? "done" : "dropped"),
                  .span = need.status.span,
                  .labels = {{step->status.span, done ? "done here" : "dropped here"}},
                  .help = "set `status` to `received` or `declined`, or name the step that it serves now",
                  .item = *need.id});
  }
}

void check_provider(const Support& support, const Subject& subject, Diagnostics& findings) {
  const model::Repository* const repository = repository_of(subject);
  const bool academy_known = repository != nullptr && repository->academy.given;
  for (const SupportNeed& need : support.needs) {
    if (need.provider.given || need.tool.given || is_closed(need)) continue;
    if (academy_known && is_for_academy(need)) continue;  // CPM606 says so
    findings.add({.code = 608,
                  .message = name_of_need(need) + " names nobody who could meet it",
                  .span = place_of_need(need),
                  .help = "add `provider`, or ask the academy who could help",
                  .item = *need.id});
  }
}

void check_date(const Support& support, const Subject&, Diagnostics& findings) {
  for (const SupportNeed& need : support.needs) {
    if (need.needed_by.given || is_closed(need)) continue;
    findings.add({.code = 609,
                  .message = name_of_need(need) + " does not say by when it is needed",
                  .span = place_of_need(need),
                  .help = "add `needed_by`",
                  .item = *need.id});
  }
}

void check_request(const Support& support, const Subject&, Diagnostics& findings) {
  for (const SupportNeed& need : support.needs) {
    if (!has_status(need, SupportStatus::requested) || need.requested_on.given) continue;
    findings.add({.code = 610,
                  .message = name_of_need(need) + " was requested, and nothing says when",
                  .span = need.status.span,
                  .help = "add `requested_on`",
                  .item = *need.id});
  }
}

constexpr Rule kSupportRules[] = {
    {"support: in time for its step", kCodes<605>, on<Support, check_time>},
    {"support: the county's own academy", kCodes<606>, on<Support, check_academy>},
    {"support: steps that are over", kCodes<607>, on<Support, check_step>},
    {"support: provider", kCodes<608>, on<Support, check_provider>},
    {"support: day of the need", kCodes<609>, on<Support, check_date>},
    {"support: day of the request", kCodes<610>, on<Support, check_request>},
};

}  // namespace

std::span<const Rule> support_rules() {
  return kSupportRules;
}

}  // namespace cpm::rules
