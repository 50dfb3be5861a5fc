#include "score/promises.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"

namespace cpm::score {
namespace {

std::string bare_words(std::string_view text) {
  return base::wrapped(base::lower(text), 0).front();
}

std::string id_in_file(const PlanVersion& version, const model::Step& step) {
  const model::Objective* const objective = model::find_objective(*version.plan, step.objective.value);
  const std::string statement = objective == nullptr ? std::string() : bare_words(objective->statement.value);
  return fmt::format("{} {} {}", version.file, *step.id, statement);
}

bool is_done(const model::Step& step) {
  return *step.status == model::StepStatus::done;
}

/// Does a step with the same action go on with this one, or is it done again?
bool goes_on(const Promise& promise, const PlanVersion& version, const model::Step& step) {
  if (promise.file == version.file || !is_done(*promise.step)) return true;
  return is_done(step) && step.done_on && promise.step->done_on && *step.done_on == *promise.step->done_on;
}

class Register {
 public:
  void add(const PlanVersion& version) {
    std::vector<const model::Step*> left;
    for (const model::Step& step : version.plan->steps)
      if (!(step.id && take_up(by_id_[id_in_file(version, step)], version, step))) left.push_back(&step);
    for (const model::Step* const step : left) {
      std::vector<std::size_t>& alike = by_action_[bare_words(step->action.value)];
      if (!(step->action && take_up(alike, version, *step))) begin(version, *step);
    }
    for (std::size_t i = 0; i < all_.size(); ++i)
      if (all_[i].version == number_) note_names(version, i);
    ++number_;
  }

  std::vector<Promise> done() && { return std::move(all_); }

 private:
  /// The first of the entries that this version has not taken up yet.
  bool take_up(const std::vector<std::size_t>& alike, const PlanVersion& version, const model::Step& step) {
    for (const std::size_t entry : alike) {
      Promise& promise = all_[entry];
      if (promise.version == number_ || !goes_on(promise, version, step)) continue;
      set(promise, version, step);
      return true;
    }
    return false;
  }

  void begin(const PlanVersion& version, const model::Step& step) {
    all_.emplace_back();
    set(all_.back(), version, step);
  }

  void set(Promise& promise, const PlanVersion& version, const model::Step& step) {
    promise.step = &step;
    promise.plan = version.plan;
    promise.file = version.file;
    promise.version = number_;
    if (!promise.first_due && step.due) promise.first_due = *step.due;
  }

  /// After all of a version are taken up: so no step is taken for another one of its own version.
  void note_names(const PlanVersion& version, std::size_t entry) {
    const model::Step& step = *all_[entry].step;
    if (entry >= names_.size()) names_.resize(entry + 1);
    if (step.id) note(by_id_, names_[entry].id, id_in_file(version, step), entry);
    if (step.action) note(by_action_, names_[entry].action, bare_words(*step.action), entry);
  }

  using Entries = std::unordered_map<std::string, std::vector<std::size_t>>;

  static void note(Entries& entries, std::string& before, std::string now, std::size_t entry) {
    if (now == before) return;
    entries[now].push_back(entry);
    before = std::move(now);
  }

  /// What an entry was noted by last.
  struct Names {
    std::string id = {};
    std::string action = {};
  };

  std::vector<Promise> all_;
  std::size_t number_ = 0;
  std::vector<Names> names_;
  Entries by_id_;
  Entries by_action_;
};

}  // namespace

std::vector<Promise> promises(std::span<const PlanVersion> versions) {
  Register all;
  for (const PlanVersion& version : versions) all.add(version);
  return std::move(all).done();
}

}  // namespace cpm::score
