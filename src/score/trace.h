#pragma once
// The chain from why to what helps: clause of the theory → outcome → objective → step, the priority and the Snapshot's
// items behind it, and the support asked for. What hangs loose is named (product.md section 4, `trace`).
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "model/workspace.h"

namespace cpm::score {

/// In the order of the chain.
enum class Level { clause, outcome, objective, step, priority, item, support };

/// A record of one of the files, or an outcome of the built-in list.
struct TraceNode {
  Level level = Level::clause;
  std::string id;
  std::string key;    ///< "objective/o1"; unique
  std::string label;  ///< the county's own words
  diag::Span span{};  ///< the record; for built-in outcomes and items, the place that names them
  bool open = true;   ///< steps: not dropped; support: not received or declined
};

/// What is missing at one end of a node.
enum class Loose {
  clause_without_outcome,
  outcome_without_objective,
  objective_without_outcome,
  objective_without_step,
  step_without_priority,
  priority_without_objective,
  priority_without_item,
  support_for_closed_step,
};

struct LooseEnd {
  Loose what = Loose::clause_without_outcome;
  std::size_t node = 0;
  std::string about = {};  ///< support for a closed step: that step
};

struct Trace {
  std::vector<TraceNode> nodes;                            ///< by level, then in the order of the files
  std::vector<std::pair<std::size_t, std::size_t>> edges;  ///< positions of nodes, from the upper level to the lower
  std::vector<std::vector<std::size_t>> near;              ///< per node, the nodes that an edge joins to it
  std::vector<LooseEnd> loose;                             ///< in the order of nodes
};

/// The files of one repository that belong to a plan.
struct TraceFiles {
  const model::Document* plan = nullptr;
  std::vector<const model::Document*> theories;
  std::vector<const model::Document*> logic_models;
  std::vector<const model::Document*> supports;
  std::vector<const model::Document*> left_out;  ///< with errors: nobody can tell what they point to
};

TraceFiles trace_files(const model::Workspace& workspace, const model::Document& plan);
Trace trace(const TraceFiles& files, const model::BuiltIn* built_in);

/// How many nodes have no loose end.
std::size_t connected(const Trace& trace);
/// The nodes of a level that an edge joins to this one, in the order of nodes.
std::vector<std::size_t> neighbors(const Trace& trace, std::size_t node, Level level);

}  // namespace cpm::score
