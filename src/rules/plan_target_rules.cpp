// The scores that a plan aims at, held against the Snapshot that it follows.
#include <map>
#include <string_view>

#include <fmt/format.h>

#include "rules/answers.h"
#include "rules/rule_table.h"
#include "rules/words.h"

namespace cpm::rules {
namespace {

using diag::Diagnostics;
using model::Plan;
using model::PlanPriority;
using model::Snapshot;

using TargetScore = model::Keyed<model::LocatedWhole>;

/// The Snapshot that a plan follows, with its questions; both are there, or neither.
struct Ground {
  const Snapshot* snapshot = nullptr;
  const model::Instrument* instrument = nullptr;
};

Ground ground_of(const Subject& subject) {
  const model::Document* const document = subject.document.snapshot;
  if (document == nullptr || document->instrument == nullptr) return {};
  return {.snapshot = model::content_as<Snapshot>(*document), .instrument = document->instrument};
}

void check_height(const Plan& plan, const Subject& subject, Diagnostics& findings) {
  const Ground ground = ground_of(subject);
  if (ground.snapshot == nullptr) return;
  for (const PlanPriority& priority : plan.priorities) {
    for (const TargetScore& target : priority.targets) {
      const std::optional<std::int64_t> score = score_of(*ground.snapshot, *target.key);
      if (!score || !target.value.given || *target.value > *score) continue;
      findings.add(
          {.code = 540,
           .message = fmt::format("{} aims at {} for {}, which is at {} already", name_of(priority),
                                  scale_word(*ground.instrument, *target.value),
                                  item_name(ground.instrument, *target.key), scale_word(*ground.instrument, *score)),
           .span = target.value.span,
           .labels = {{score_place(*ground.snapshot, *target.key), "the score of the Snapshot"}},
           .help = "aim higher, or take the item out of `targets`",
           .item = *priority.id});
    }
  }
}

void check_target_areas(const Plan& plan, const Subject& subject, Diagnostics& findings) {
  const Ground ground = ground_of(subject);
  if (ground.instrument == nullptr) return;
  for (const PlanPriority& priority : plan.priorities) {
    const model::Area* const area = priority.area.given ? model::find_area(*ground.instrument, *priority.area)
                                                        : nullptr;
    if (area == nullptr) continue;
    for (const TargetScore& target : priority.targets) {
      const model::Area* const own = model::area_of(*ground.instrument, *target.key);
      if (own == nullptr || own == area) continue;
      findings.add({.code = 541,
                    .message = fmt::format("{} is of area {}, and aims at a score for {} of {}", name_of(priority),
                                           quoted(*priority.area), item_name(ground.instrument, *target.key),
                                           named("area", own->id, own->label)),
                    .span = target.key.span,
                    .labels = {{priority.area.span, "the area of the priority"}},
                    .help = "move it to a priority of that area, if there is one",
                    .item = *priority.id});
    }
  }
}

void check_agreement(const Plan& plan, const Subject& subject, Diagnostics& findings) {
  struct First {
    const PlanPriority* priority;
    const TargetScore* target;
  };
  std::map<std::string_view, First> first_of_item;
  for (const PlanPriority& priority : plan.priorities) {
    for (const TargetScore& target : priority.targets) {
      if (!target.value.given) continue;
      const auto [at, is_new] = first_of_item.try_emplace(*target.key, First{&priority, &target});
      const First& first = at->second;
      if (is_new || *first.target->value == *target.value) continue;
      findings.add({.code = 542,
                    .message = fmt::format("{} aims at `{}` for {}, and priority {} at `{}`", name_of(priority),
                                           *target.value, item_name(ground_of(subject).instrument, *target.key),
                                           quoted(*first.priority->id), *first.target->value),
                    .span = target.value.span,
                    .labels = {{first.target->value.span, "the other target"}},
                    .help = "decide on one score; the item needs to be in the `targets` of one priority only",
                    .item = *priority.id});
    }
  }
}

void check_application(const Plan& plan, const Subject& subject, Diagnostics& findings) {
  const Ground ground = ground_of(subject);
  if (ground.snapshot == nullptr) return;
  for (const PlanPriority& priority : plan.priorities) {
    for (const TargetScore& target : priority.targets) {
      const model::Keyed<model::Rating>* const rating = model::find_rating(*ground.snapshot, *target.key);
      if (rating == nullptr || !has_state(rating->value, model::RatingState::not_applicable)) continue;
      findings.add(
          {.code = 543,
           .message = fmt::format("{} aims at a score for {}, which does not apply to the county by the Snapshot",
                                  name_of(priority), item_name(ground.instrument, *target.key)),
           .span = target.key.span,
           .labels = {{rating->value.state.span, "what the Snapshot says"}},
           .help = "take the item out of `targets`, or answer it in the Snapshot",
           .item = *priority.id});
    }
  }
}

constexpr Rule kPlanTargetRules[] = {
    {"plan: height of targets", kCodes<540>, on<Plan, check_height>},
    {"plan: areas of targets", kCodes<541>, on<Plan, check_target_areas>},
    {"plan: one target for an item", kCodes<542>, on<Plan, check_agreement>},
    {"plan: targets that apply", kCodes<543>, on<Plan, check_application>},
};

}  // namespace

std::span<const Rule> plan_target_rules() {
  return kPlanTargetRules;
}

}  // namespace cpm::rules
