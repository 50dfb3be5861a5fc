#include "report/support_words.h"

#include <array>

#include "report/plan_words.h"

namespace cpm::report {
namespace {

struct CategoryWords {
  std::string_view word;
  std::string_view title;
};

/// In the order of model::SupportCategory.
constexpr std::array kCategories = {CategoryWords{"rta", "Regional Training Academy"},
                                    CategoryWords{"peer", "Another county or a group of counties"},
                                    CategoryWords{"toolkit", "Toolkit"},
                                    CategoryWords{"online", "Online"},
                                    CategoryWords{"state", "State"},
                                    CategoryWords{"internal", "The county itself"},
                                    CategoryWords{"consultant", "Consultant"}};
constexpr std::array<std::string_view, 5> kStatuses = {"wanted", "requested", "agreed", "received", "declined"};

void put_plan_words(Purpose& found, const model::Plan& plan, const model::SupportFor& purpose) {
  if (const model::Step* step = purpose.step ? model::find_step(plan, *purpose.step) : nullptr) {
    found.text = step_name(*step);
    const model::Objective* objective = model::find_objective(plan, step->objective.value);
    if (objective != nullptr) found.objective = objective_name(*objective);
  }
  if (purpose.objective)
    if (const model::Objective* objective = model::find_objective(plan, *purpose.objective))
      found.text = objective_name(*objective);
  if (purpose.priority)
    if (const model::PlanPriority* priority = model::find_priority(plan, *purpose.priority))
      found.text = text_or(priority->title, *priority->id);
}

/// The instrument of the Snapshot that the support file names, else of the one its plan follows, else the built-in one.
const model::Instrument* instrument_of(const model::Document& document, const model::BuiltIn* built_in) {
  const model::Document* snapshot = document.snapshot;
  if (snapshot == nullptr && document.plan != nullptr) snapshot = document.plan->snapshot;
  if (snapshot != nullptr) return snapshot->instrument;
  return built_in == nullptr || built_in->instruments.empty() ? nullptr : &built_in->instruments.front();
}

std::string item_words(const model::Instrument* instrument, const std::string& id) {
  const model::Item* item = instrument == nullptr ? nullptr : model::find_item(*instrument, id);
  return item == nullptr ? id : item_name(*item);
}

}  // namespace

std::string_view category_word(model::SupportCategory category) {
  return kCategories[static_cast<std::size_t>(category)].word;
}

std::string_view category_title(model::SupportCategory category) {
  return kCategories[static_cast<std::size_t>(category)].title;
}

std::string_view status_word(model::SupportStatus status) {
  return kStatuses[static_cast<std::size_t>(status)];
}

std::string provider_name(const std::string& provider, const model::Academy* academy) {
  return academy == nullptr ? provider : text_or(academy->name, provider);
}

Purpose purpose_of(const score::Request& request, const model::BuiltIn* built_in) {
  if (!request.need->purpose) return {};
  const model::SupportFor& purpose = *request.need->purpose;
  const std::pair<std::string, const model::LocatedText&> ends[] = {
      {"step", purpose.step}, {"objective", purpose.objective}, {"priority", purpose.priority}, {"item", purpose.item}};
  Purpose found;
  for (const auto& [level, id] : ends)
    if (id) found = Purpose{.level = level, .id = *id, .text = {}, .objective = {}};
  const model::Document* plan = request.document->plan;
  const auto* content = plan == nullptr ? nullptr : model::content_as<model::Plan>(*plan);
  if (content != nullptr) put_plan_words(found, *content, purpose);
  if (purpose.item) found.text = item_words(instrument_of(*request.document, built_in), *purpose.item);
  if (found.text.empty()) found.text = found.id;
  return found;
}

}  // namespace cpm::report
