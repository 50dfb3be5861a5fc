// `cpm trace`: how theory, outcomes, plan, Snapshot and support hang together, and what hangs loose.
#include <algorithm>
#include <set>

#include "base/text.h"
#include "report/abbreviations.h"
#include "report/flowchart.h"
#include "report/pages.h"
#include "report/trace_words.h"
#include "report/wording.h"

namespace cpm::report {

namespace {

using Blocks = std::vector<Block>;
using Places = std::vector<std::size_t>;
using score::Level;
using score::Trace;
using Outline = std::vector<std::pair<int, std::string>>;

std::string answer_text(const Trace& trace) {
  const std::size_t all = trace.nodes.size();
  const std::size_t whole = score::connected(trace);
  if (whole == all) return "All " + base::counted(all, "record") + " are connected; nothing hangs loose.";
  const std::size_t loose = all - whole;
  return std::to_string(whole) + " of " + base::counted(all, "record") + (whole == 1 ? " is" : " are") +
         " connected; " + std::to_string(loose) + (loose == 1 ? " hangs loose." : " hang loose.");
}

std::string files_text(const std::vector<const model::Document*>& documents) {
  std::vector<std::string> names;
  for (const model::Document* document : documents) names.push_back(document->inside);
  return names_joined(names);
}

Facts facts_of(const score::TraceFiles& files, const Context& context) {
  const auto& plan = model::content_of<model::Plan>(*files.plan);
  const model::Document* snapshot = files.plan->snapshot;
  return Facts{{{"County", county_text(context.workspace, plan.county)},
                {"Theory of change", files_text(files.theories)},
                {"Logic model", files_text(files.logic_models)},
                {"Plan", files.plan->inside},
                {"Snapshot", snapshot == nullptr ? std::string(kNone) : snapshot->inside},
                {"Support", files_text(files.supports)}}};
}

void add_left_out(Blocks& blocks, const score::TraceFiles& files) {
  if (files.left_out.empty()) return;
  blocks.push_back(Paragraph{.text = "Left out because of errors, so that more may seem loose than is: " +
                                     files_text(files.left_out) + ". `cpm check` says what is wrong.",
                             .lead = true});
}

/// Where the chain ends early because the repository has no such file: that is no loose end of any record.
void add_missing(Blocks& blocks, const score::TraceFiles& files) {
  std::vector<std::string> missing;
  if (files.theories.empty()) missing.emplace_back("theory of change");
  if (files.logic_models.empty()) missing.emplace_back("logic model");
  if (files.supports.empty()) missing.emplace_back("support needs");
  if (missing.empty()) return;
  blocks.push_back(Paragraph{.text = "The chain is shorter than it could be: for this plan the repository has no " +
                                     base::joined(missing, "or") + "."});
}

std::string with_level(const score::TraceNode& node) {
  return std::string(level_title(node.level)) + ": " + node_name(node);
}

void add_loose(Blocks& blocks, const Trace& trace) {
  blocks.push_back(Heading{.level = 2, .text = "What hangs loose"});
  if (trace.loose.empty()) {
    blocks.push_back(Paragraph{.text = "Nothing: every record is joined to the next."});
    return;
  }
  Table table{.caption = "Records that hang loose, and what to do",
              .columns = {{.head = "Record"}, {.head = "What is missing"}, {.head = "What to do"}},
              .rows = {}};
  for (const score::LooseEnd& end : trace.loose) {
    const score::TraceNode& node = trace.nodes[end.node];
    table.rows.push_back({Cell{.text = with_level(node), .number = {}, .source = node.span}, text_cell(loose_text(end)),
                          text_cell(std::string(loose_remedy(end.what)))});
  }
  blocks.push_back(std::move(table));
}

/// The names of nodes, or their ids where the words would fill the table.
Cell nodes_cell(const Trace& trace, const Places& nodes, bool in_words) {
  std::vector<std::string> names;
  for (const std::size_t node : nodes) names.push_back(in_words ? node_name(trace.nodes[node]) : trace.nodes[node].id);
  return text_cell(names_joined(names));
}

/// What the nodes are joined to on a level, each once, in the order of nodes.
Places joined_to(const Trace& trace, const Places& nodes, Level level) {
  std::set<std::size_t> found;
  for (const std::size_t node : nodes)
    for (const std::size_t other : score::neighbours(trace, node, level)) found.insert(other);
  return Places(found.begin(), found.end());
}

Row chain_row(const Trace& trace, const Places& clauses, const Places& outcomes, const Places& objectives) {
  const Places steps = joined_to(trace, objectives, Level::step);
  const Places priorities = joined_to(trace, objectives, Level::priority);
  const Places items = joined_to(trace, priorities, Level::item);
  std::set<std::size_t> support;
  for (const Places* nodes : {&objectives, &steps, &priorities, &items})
    for (const std::size_t need : joined_to(trace, *nodes, Level::support)) support.insert(need);
  return Row{nodes_cell(trace, clauses, false),   nodes_cell(trace, outcomes, true),
             nodes_cell(trace, objectives, true), nodes_cell(trace, steps, false),
             nodes_cell(trace, items, false),     nodes_cell(trace, Places(support.begin(), support.end()), false)};
}

void add_outcome_rows(Table& table, const Trace& trace, std::size_t outcome) {
  const Places clauses = score::neighbours(trace, outcome, Level::clause);
  const Places objectives = score::neighbours(trace, outcome, Level::objective);
  if (objectives.empty()) table.rows.push_back(chain_row(trace, clauses, {outcome}, {}));
  for (const std::size_t objective : objectives)
    table.rows.push_back(chain_row(trace, clauses, {outcome}, {objective}));
}

/// A row for each outcome and objective; above and below it those that are joined to none.
void add_chain(Blocks& blocks, const Trace& trace) {
  Table table{.caption = "From the theory of change to support",
              .columns = {{.head = "Theory clause"},
                          {.head = "Outcome"},
                          {.head = "Objective"},
                          {.head = "Steps"},
                          {.head = "Items"},
                          {.head = "Support"}},
              .rows = {}};
  for (std::size_t node = 0; node < trace.nodes.size(); ++node) {
    const Level level = trace.nodes[node].level;
    const bool alone = score::neighbours(trace, node, Level::outcome).empty();
    if (level == Level::clause && alone) table.rows.push_back(chain_row(trace, {node}, {}, {}));
    if (level == Level::outcome) add_outcome_rows(table, trace, node);
    if (level == Level::objective && alone) table.rows.push_back(chain_row(trace, {}, {}, {node}));
  }
  if (table.rows.empty()) return;
  blocks.push_back(Heading{.level = 2, .text = "The chain"});
  blocks.push_back(std::move(table));
  blocks.push_back(
      Paragraph{.text = "Items are those of the Snapshot behind the objective's priority. The outline below "
                        "has every record in its own words."});
}

/// Walks down from the records that nothing leads to; a record that was shown is only named again.
class Outliner {
 public:
  Outliner(const Trace& trace, const std::set<std::size_t>& loose) : trace_(trace), loose_(loose) {}

  Outline made() {
    std::set<std::size_t> led_to;
    for (const auto& [from, to] : trace_.edges) led_to.insert(to);
    for (std::size_t node = 0; node < trace_.nodes.size(); ++node)
      if (!led_to.contains(node)) add(node, 0);
    return std::move(outline_);
  }

 private:
  void add(std::size_t node, int level) {
    const bool first = seen_.insert(node).second;
    std::string line = with_level(trace_.nodes[node]);
    if (loose_.contains(node)) line += ", hangs loose";
    const auto below = [&](std::size_t other) { return other > node; };
    const bool more = std::ranges::any_of(trace_.near[node], below);
    outline_.emplace_back(level, !first && more ? line + ", see above" : line);
    if (!first) return;
    for (const std::size_t other : trace_.near[node])
      if (other > node) add(other, level + 1);
  }

  const Trace& trace_;
  const std::set<std::size_t>& loose_;
  Outline outline_;
  std::set<std::size_t> seen_;
};

/// With a note behind it: a box holds a little more.
constexpr std::size_t kLongestName = 100;

void add_drawing(Blocks& blocks, const Trace& trace, const std::string& title) {
  if (trace.nodes.empty()) return;
  std::set<std::size_t> loose;
  for (const score::LooseEnd& end : trace.loose) loose.insert(end.node);
  Flowchart chart{.title = title,
                  .description = answer_text(trace) + " The outline beside this drawing says the same in words.",
                  .boxes = {},
                  .arrows = trace.edges};
  for (std::size_t node = 0; node < trace.nodes.size(); ++node) {
    const bool marked = loose.contains(node);
    const std::string name = with_level(trace.nodes[node]);
    chart.boxes.push_back(
        Box{.label = marked ? base::shortened(name, kLongestName) + ", hangs loose" : name, .marked = marked});
  }
  blocks.push_back(Heading{.level = 2, .text = "Every record"});
  blocks.push_back(
      diagram(chart, "From the theory of change to support, record by record", Outliner(trace, loose).made()));
}

}  // namespace

Document trace_page(const score::TraceFiles& files, const Trace& trace, const Context& context) {
  const auto& plan = model::content_of<model::Plan>(*files.plan);
  const std::string title = "Trace: " + county_text(context.workspace, plan.county) + ", plan of " +
                            date_text(plan.date);
  Document page{.title = title, .blocks = {}};
  page.blocks.push_back(Paragraph{.text = answer_text(trace), .lead = true});
  page.blocks.push_back(facts_of(files, context));
  add_left_out(page.blocks, files);
  add_missing(page.blocks, files);
  add_loose(page.blocks, trace);
  add_chain(page.blocks, trace);
  add_drawing(page.blocks, trace, title);
  return with_abbreviations(std::move(page));
}

}  // namespace cpm::report
