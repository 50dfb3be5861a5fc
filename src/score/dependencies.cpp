#include "score/dependencies.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "score/progress.h"

namespace cpm::score {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// An open step among its neighbors, and the longest row that ends with it.
struct Node {
  const model::Step* step = nullptr;
  std::vector<std::size_t> first;  ///< those it waits for
  std::vector<std::size_t> then;   ///< those that wait for it
  std::size_t open_first = 0;      ///< of `first`, those not yet looked at
  std::size_t length = 1;
  std::size_t before = kNone;
  std::optional<base::Date> latest;  ///< of the row; nothing is earlier than any date
};

std::vector<Node> open_steps(const model::Plan& plan, const Schedule& schedule) {
  std::vector<Node> nodes;
  std::unordered_map<std::string_view, std::size_t> positions;
  for (const model::Step& step : plan.steps) {
    if (!is_open(step)) continue;
    if (step.id) positions.emplace(*step.id, nodes.size());
    Node& node = nodes.emplace_back();
    node.step = &step;
    if (const auto next = schedule.next(step)) node.latest = next->last;
  }
  for (std::size_t i = 0; i < nodes.size(); ++i)
    for (const model::LocatedText& id : nodes[i].step->after) {
      const auto found = positions.find(*id);
      if (found == positions.end()) continue;
      nodes[i].first.push_back(found->second);
      nodes[found->second].then.push_back(i);
    }
  return nodes;
}

auto worth(const Node& node) {
  return std::tuple{node.length, node.latest};
}

void take_best_row(Node& node, const std::vector<Node>& nodes) {
  for (const std::size_t first : node.first) {
    const bool better = node.before == kNone || worth(nodes[first]) > worth(nodes[node.before]);
    if (better) node.before = first;
  }
  if (node.before == kNone) return;
  node.length = nodes[node.before].length + 1;
  node.latest = std::max(node.latest, nodes[node.before].latest);
}

/// Positions in an order in which each comes after all it waits for; those in circles, or behind one, do not appear.
std::vector<std::size_t> with_rows(std::vector<Node>& nodes) {
  std::vector<std::size_t> ready;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    nodes[i].open_first = nodes[i].first.size();
    if (nodes[i].open_first == 0) ready.push_back(i);
  }
  for (std::size_t at = 0; at < ready.size(); ++at) {
    take_best_row(nodes[ready[at]], nodes);
    for (const std::size_t next : nodes[ready[at]].then)
      if (--nodes[next].open_first == 0) ready.push_back(next);
  }
  return ready;
}

}  // namespace

std::vector<const model::Step*> longest_chain(const model::Plan& plan, const Schedule& schedule) {
  std::vector<Node> nodes = open_steps(plan, schedule);
  std::vector<std::size_t> reached = with_rows(nodes);
  std::sort(reached.begin(), reached.end());
  std::size_t last = kNone;
  for (const std::size_t at : reached)
    if (last == kNone || worth(nodes[at]) > worth(nodes[last])) last = at;
  std::vector<const model::Step*> chain;
  if (last == kNone || nodes[last].length < 2) return chain;
  for (std::size_t at = last; at != kNone; at = nodes[at].before) chain.push_back(nodes[at].step);
  std::reverse(chain.begin(), chain.end());
  return chain;
}

}  // namespace cpm::score
