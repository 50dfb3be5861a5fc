#include "format/context.h"

#include <algorithm>

#include "format/link.h"

namespace cpm::format {
namespace {

using model::Document;

template <class... Kinds>
bool holds_any(const Document& document) {
  return (std::holds_alternative<Kinds>(document.content) || ...);
}

}  // namespace

// By index: each step may add files, which the steps behind it look at too.
void Context::add_to(std::vector<Incoming*>& files) {
  files_ = &files;
  add_settings();
  for (std::size_t i = 0; i < files.size(); ++i)
    if (looks_around(files[i]->document)) add_home(files[i]->document.home);
  for (std::size_t i = 0; i < files.size(); ++i) add_named_files(files[i]->document);
  for (std::size_t i = 0; i < files.size(); ++i) add_snapshot_of_plan(files[i]->document);
  for (std::size_t i = 0; i < files.size(); ++i) add_instrument_of_snapshot(files[i]->document);
}

void Context::add_settings() {
  std::set<std::size_t> homes;
  for (const Incoming* const file : *files_) homes.insert(file->document.home);
  for (const std::size_t home : homes) add_file(home, std::string(kRepositoryFile));
}

void Context::add_file(std::size_t home, const std::string& inside) {
  const std::string path = base::joined_path(root_of(home), inside);
  if (inside.empty() || intake_.knows(path) || !intake_.is_file(path)) return;
  if (Incoming* const fresh = intake_.add_context(path)) files_->push_back(fresh);
}

/// Does the document refer to files that it does not name: a plan to support needs, a theory to a logic model?
bool Context::looks_around(const Document& document) const {
  if (!document.asked) return false;
  if (request_.whole_homes) return true;
  if (holds_any<model::Support, model::LogicModel>(document)) return follows_plans();
  if (const auto* repository = model::content_as<model::Repository>(document)) return !repository->offers.empty();
  if (const auto* plan = model::content_as<model::Plan>(document))
    return !plan->snapshot ||
           std::ranges::any_of(plan->steps, [](const model::Step& step) { return !step.supports.empty(); }) ||
           std::ranges::any_of(plan->objectives, [this](const auto& each) { return is_own_outcome(each.outcome); });
  const auto* theory = model::content_as<model::TheoryOfChange>(document);
  if (theory == nullptr) return false;
  for (const auto* clauses : {&theory->if_clauses, &theory->then_clauses})
    for (const model::Clause& clause : *clauses)
      if (std::ranges::any_of(clause.outcomes, [this](const auto& id) { return is_own_outcome(id); })) return true;
  return false;
}

bool Context::is_own_outcome(const diag::LocatedText& id) const {
  return id.given && model::find_outcome(loaded_.built_in.outcomes, id.value) == nullptr;
}

/// The plan and the Snapshot that support needs and logic models name, also where no `cpm.yaml` makes a repository.
void Context::add_named_files(const Document& document) {
  if (const auto* support = model::content_as<model::Support>(document)) {
    if (follows_plans()) add_file(document.home, inside_repository(support->plan));
    add_file(document.home, inside_repository(support->snapshot));
  }
  if (const auto* logic_model = model::content_as<model::LogicModel>(document))
    add_file(document.home, inside_repository(logic_model->plan));
}

void Context::add_snapshot_of_plan(const Document& document) {
  const auto* plan = model::content_as<model::Plan>(document);
  if (plan == nullptr || !plan->snapshot) return;
  const std::string inside = snapshot_inside(*plan);
  const std::string path = base::joined_path(root_of(document.home), inside);
  if (!inside.empty() && (intake_.knows(path) || intake_.is_file(path))) return add_file(document.home, inside);
  add_home(document.home);
}

void Context::add_instrument_of_snapshot(const Document& document) {
  const auto* snapshot = model::content_as<model::Snapshot>(document);
  if (snapshot == nullptr || !snapshot->instrument.id) return;
  for (const model::Instrument& instrument : loaded_.built_in.instruments)
    if (instrument.id.value == snapshot->instrument.id.value &&
        instrument.version.value == snapshot->instrument.version.value)
      return;
  const std::string folder = base::joined_path(root_of(document.home), "instruments");
  if (intake_.is_folder(folder))
    take(intake_.add_folder(folder));
  else
    add_home(document.home);
}

/// For references by date or to an instrument outside its usual folder: everything the repository has.
void Context::add_home(std::size_t home) {
  if (whole_homes_.insert(home).second) take(intake_.add_home(root_of(home)));
}

}  // namespace cpm::format
