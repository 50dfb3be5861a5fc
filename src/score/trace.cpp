#include "score/trace.h"

#include <algorithm>
#include <map>
#include <set>

namespace cpm::score {
namespace {

using model::LocatedText;
using Places = std::vector<std::size_t>;

constexpr std::string_view kLevelWords[] = {"clause", "outcome", "objective", "step", "priority", "item", "support"};

/// Nodes first, level by level; then the edges, which look nodes up by level and id.
class Tracer {
 public:
  Tracer(const TraceFiles& files, const model::BuiltIn* built_in) : files_(files), built_in_(built_in) {}

  Trace made() {
    add_clauses();
    add_outcomes();
    add_plan();
    add_items();
    add_supports();
    join_outcomes();
    join_plan();
    join_supports();
    find_loose_ends();
    return std::move(trace_);
  }

 private:
  const model::Plan& plan() const { return model::content_of<model::Plan>(*files_.plan); }

  std::size_t add(Level level, const std::string& id, std::string label, diag::Span span, bool open = true) {
    std::string key = std::string(kLevelWords[static_cast<std::size_t>(level)]) + "/" + id;
    const std::size_t same = ++keys_[key];
    if (same > 1) key += "#" + std::to_string(same);
    trace_.nodes.push_back(TraceNode{
        .level = level, .id = id, .key = std::move(key), .label = std::move(label), .span = span, .open = open});
    called_[{level, id}].push_back(trace_.nodes.size() - 1);
    return trace_.nodes.size() - 1;
  }

  /// Usually one; ids that two files share are all of them.
  Places find(Level level, const std::string& id) const {
    const auto found = called_.find({level, id});
    return found == called_.end() ? Places{} : found->second;
  }

  void join(std::size_t from, std::size_t to) { edges_.emplace(std::min(from, to), std::max(from, to)); }

  void add_clauses();
  void add_clause(const model::Clause& clause, const std::string& word, std::size_t number);
  void add_outcomes();
  void add_named_outcome(const LocatedText& id);
  void add_plan();
  void add_items();
  void add_supports();
  Places outcomes_called(const std::string& id) const;
  void join_outcomes();
  void join_plan();
  void join_supports();
  void join_need(std::size_t node, const model::SupportNeed& need);
  void find_loose_ends();
  bool has(std::size_t node, Level level, bool open_only = false) const;
  void add_closed_steps(std::size_t node);

  const TraceFiles& files_;
  const model::BuiltIn* built_in_;
  Trace trace_;
  std::map<std::string, std::size_t> keys_;
  std::map<std::pair<Level, std::string>, Places> called_;
  std::vector<std::pair<std::size_t, const model::Clause*>> clauses_;
  std::vector<std::pair<std::size_t, const model::SupportNeed*>> needs_;
  std::map<std::string, Places> stands_for_;  ///< built-in outcome → outcomes of the logic models
  std::set<std::pair<std::size_t, std::size_t>> edges_;
};

std::string text_of(const LocatedText& text, const LocatedText& id) {
  return text && !text->empty() ? *text : id.value;
}

void Tracer::add_clause(const model::Clause& clause, const std::string& word, std::size_t number) {
  std::string id = clause.id ? *clause.id : word + "-" + std::to_string(number);
  clauses_.emplace_back(add(Level::clause, id, text_of(clause.text, clause.id), clause.span), &clause);
}

/// A result that the theory promises rests on the whole of its preconditions, unless it names outcomes of its own.
void Tracer::add_clauses() {
  for (const model::Document* document : files_.theories) {
    const auto& theory = model::content_of<model::TheoryOfChange>(*document);
    std::size_t number = 0;
    for (const model::Clause& clause : theory.if_clauses) add_clause(clause, "if", ++number);
    number = 0;
    for (const model::Clause& clause : theory.then_clauses) {
      ++number;
      if (!clause.outcomes.empty()) add_clause(clause, "then", number);
    }
  }
}

/// An outcome of the built-in list, once something names it and no logic model has one that stands for it.
void Tracer::add_named_outcome(const LocatedText& id) {
  if (!id || !outcomes_called(*id).empty()) return;
  const model::Outcome* known = built_in_ == nullptr ? nullptr : model::find_outcome(built_in_->outcomes, *id);
  add(Level::outcome, *id, known == nullptr ? *id : text_of(known->text, id), id.span);
}

void Tracer::add_outcomes() {
  for (const model::Document* document : files_.logic_models)
    for (const model::LogicOutcome& outcome : model::content_of<model::LogicModel>(*document).outcomes) {
      const std::size_t node = add(Level::outcome, *outcome.id, text_of(outcome.text, outcome.id), outcome.span);
      if (outcome.critical) stands_for_[*outcome.critical].push_back(node);
    }
  for (const auto& [node, clause] : clauses_)
    for (const LocatedText& id : clause->outcomes) add_named_outcome(id);
  for (const model::Objective& objective : plan().objectives) add_named_outcome(objective.outcome);
}

void Tracer::add_plan() {
  for (const model::Objective& objective : plan().objectives)
    add(Level::objective, *objective.id, text_of(objective.statement, objective.id), objective.span);
  for (const model::Step& step : plan().steps)
    add(Level::step, *step.id, text_of(step.action, step.id), step.span, *step.status != model::StepStatus::dropped);
  for (const model::PlanPriority& priority : plan().priorities)
    add(Level::priority, *priority.id, text_of(priority.title, priority.id), priority.span);
}

const model::SnapshotPriority* origin(const TraceFiles& files, const model::PlanPriority& priority) {
  const model::Document* document = files.plan->snapshot;
  const auto* snapshot = document == nullptr ? nullptr : model::content_as<model::Snapshot>(*document);
  if (snapshot == nullptr || !priority.from_snapshot) return nullptr;
  return model::find_priority(*snapshot, *priority.from_snapshot);
}

std::string item_title(const TraceFiles& files, const LocatedText& id) {
  const model::Document* document = files.plan->snapshot;
  const model::Instrument* instrument = document == nullptr ? nullptr : document->instrument;
  const model::Item* item = instrument == nullptr ? nullptr : model::find_item(*instrument, *id);
  return item == nullptr ? *id : text_of(item->title, id);
}

void Tracer::add_items() {
  const auto add_once = [this](const LocatedText& id) {
    if (id && find(Level::item, *id).empty()) add(Level::item, *id, item_title(files_, id), id.span);
  };
  for (const model::PlanPriority& priority : plan().priorities) {
    if (const model::SnapshotPriority* from = origin(files_, priority))
      for (const LocatedText& id : from->items) add_once(id);
    for (const auto& target : priority.targets) add_once(target.key);
  }
  for (const model::Document* document : files_.supports)
    for (const model::SupportNeed& need : model::content_of<model::Support>(*document).needs)
      if (need.purpose) add_once(need.purpose->item);
}

void Tracer::add_supports() {
  for (const model::Document* document : files_.supports)
    for (const model::SupportNeed& need : model::content_of<model::Support>(*document).needs)
      needs_.emplace_back(add(Level::support, *need.id, text_of(need.request, need.id), need.span, is_open(need)),
                          &need);
}

/// The outcome of this id; else those of the logic models that stand for it.
Places Tracer::outcomes_called(const std::string& id) const {
  Places found = find(Level::outcome, id);
  const auto others = stands_for_.find(id);
  return found.empty() && others != stands_for_.end() ? others->second : found;
}

void Tracer::join_outcomes() {
  for (const auto& [node, clause] : clauses_)
    for (const LocatedText& id : clause->outcomes)
      for (const std::size_t outcome : outcomes_called(*id)) join(node, outcome);
  for (const model::Objective& objective : plan().objectives)
    if (objective.outcome)
      for (const std::size_t node : find(Level::objective, *objective.id))
        for (const std::size_t outcome : outcomes_called(*objective.outcome)) join(outcome, node);
}

void Tracer::join_plan() {
  const auto join_all = [this](Level level, const LocatedText& id, Level other_level, const LocatedText& other) {
    if (!other) return;
    for (const std::size_t a : find(level, *id))
      for (const std::size_t b : find(other_level, *other)) join(a, b);
  };
  for (const model::Objective& objective : plan().objectives)
    join_all(Level::objective, objective.id, Level::priority, objective.priority);
  for (const model::Step& step : plan().steps) {
    join_all(Level::step, step.id, Level::objective, step.objective);
    for (const LocatedText& need : step.supports) join_all(Level::step, step.id, Level::support, need);
  }
  for (const model::PlanPriority& priority : plan().priorities) {
    if (const model::SnapshotPriority* from = origin(files_, priority))
      for (const LocatedText& item : from->items) join_all(Level::priority, priority.id, Level::item, item);
    for (const auto& target : priority.targets) join_all(Level::priority, priority.id, Level::item, target.key);
  }
}

void Tracer::join_need(std::size_t node, const model::SupportNeed& need) {
  const std::pair<Level, const LocatedText&> ends[] = {{Level::step, need.purpose->step},
                                                       {Level::objective, need.purpose->objective},
                                                       {Level::priority, need.purpose->priority},
                                                       {Level::item, need.purpose->item}};
  for (const auto& [level, id] : ends)
    if (id)
      for (const std::size_t other : find(level, *id)) join(other, node);
}

void Tracer::join_supports() {
  for (const auto& [node, need] : needs_)
    if (need->purpose) join_need(node, *need);
  trace_.edges.assign(edges_.begin(), edges_.end());
  trace_.near.resize(trace_.nodes.size());
  for (const auto& [from, to] : trace_.edges) {
    trace_.near[from].push_back(to);
    trace_.near[to].push_back(from);
  }
}

bool Tracer::has(std::size_t node, Level level, bool open_only) const {
  const Places near = neighbors(trace_, node, level);
  return std::ranges::any_of(near, [&](std::size_t other) { return !open_only || trace_.nodes[other].open; });
}

/// A need stays loose only while every step it is for is closed.
void Tracer::add_closed_steps(std::size_t node) {
  if (!trace_.nodes[node].open) return;
  const Places steps = neighbors(trace_, node, Level::step);
  const auto closed = [this](std::size_t step) {
    const model::Step* found = model::find_step(plan(), trace_.nodes[step].id);
    return found != nullptr &&
           (*found->status == model::StepStatus::done || *found->status == model::StepStatus::dropped);
  };
  if (!steps.empty() && std::ranges::all_of(steps, closed))
    trace_.loose.push_back(
        {.what = Loose::support_for_closed_step, .node = node, .about = trace_.nodes[steps.front()].id});
}

/// What a node of a level must be joined to, and what it is called when it is not.
struct Wanted {
  Level level;
  Level other;
  Loose what;
  bool open = false;  ///< dropped steps do not count
};

constexpr Wanted kWanted[] = {
    {Level::clause, Level::outcome, Loose::clause_without_outcome},
    {Level::outcome, Level::objective, Loose::outcome_without_objective},
    {Level::objective, Level::outcome, Loose::objective_without_outcome},
    {Level::objective, Level::step, Loose::objective_without_step, true},
    {Level::priority, Level::objective, Loose::priority_without_objective},
    {Level::priority, Level::item, Loose::priority_without_item},
};

void Tracer::find_loose_ends() {
  for (std::size_t node = 0; node < trace_.nodes.size(); ++node) {
    const Level level = trace_.nodes[node].level;
    for (const Wanted& wanted : kWanted)
      if (wanted.level == level && !has(node, wanted.other, wanted.open))
        trace_.loose.push_back({.what = wanted.what, .node = node});
    if (level == Level::step && trace_.nodes[node].open) {
      const Places objectives = neighbors(trace_, node, Level::objective);
      const bool serves = std::ranges::any_of(objectives,
                                              [this](std::size_t one) { return has(one, Level::priority); });
      if (!serves) trace_.loose.push_back({.what = Loose::step_without_priority, .node = node});
    }
    if (level == Level::support) add_closed_steps(node);
  }
}

}  // namespace

Trace trace(const TraceFiles& files, const model::BuiltIn* built_in) {
  return Tracer(files, built_in).made();
}

std::size_t connected(const Trace& trace) {
  std::set<std::size_t> loose;
  for (const LooseEnd& end : trace.loose) loose.insert(end.node);
  return trace.nodes.size() - loose.size();
}

std::vector<std::size_t> neighbors(const Trace& trace, std::size_t node, Level level) {
  std::vector<std::size_t> found;
  for (const std::size_t other : trace.near[node])
    if (trace.nodes[other].level == level) found.push_back(other);
  return found;
}

}  // namespace cpm::score
