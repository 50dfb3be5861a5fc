#include "report/plan_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "report/flowchart.h"
#include "report/page.h"
#include "report/result_fields.h"
#include "report/wording.h"

namespace cpm::model {

template <>
inline constexpr auto words<score::Level> = std::to_array<Word<score::Level>>({
    {score::Level::clause, "clause", "clause"},
    {score::Level::outcome, "outcome", "outcome"},
    {score::Level::objective, "objective", "objective"},
    {score::Level::step, "step", "step"},
    {score::Level::priority, "priority", "priority"},
    {score::Level::item, "item", "item"},
    {score::Level::support, "support", "support"},
});

}  // namespace cpm::model

namespace cpm::report {

namespace {

using score::Level;
using score::Trace;
using Places = std::vector<std::size_t>;
using Outline = std::vector<std::pair<int, std::string>>;

// Words

struct LooseWords {
  score::Loose what;
  std::string_view key;
  std::string_view text;
  std::string_view remedy;
};

constexpr std::array kLoose = {
    LooseWords{score::Loose::clause_without_outcome, "clause_without_outcome", "it names no outcome",
               "add `outcomes` to the clause: which outcomes would show that it is true?"},
    LooseWords{score::Loose::outcome_without_objective, "outcome_without_objective",
               "no objective of the plan serves it",
               "name it as the `outcome` of an objective, add an objective for it, or remove it from the theory"},
    LooseWords{score::Loose::objective_without_outcome, "objective_without_outcome", "it serves no outcome",
               "add `outcome` to the objective: what will be different when it is reached?"},
    LooseWords{score::Loose::objective_without_step, "objective_without_step", "no step leads to it",
               "add a step with a date and a person responsible, or remove the objective"},
    LooseWords{score::Loose::step_without_priority, "step_without_priority", "it serves no priority of the plan",
               "give its objective the `priority` it belongs to, or drop the step"},
    LooseWords{score::Loose::priority_without_objective, "priority_without_objective", "no objective serves it",
               "add an objective, or say in the plan's reviews why the priority waits"},
    LooseWords{score::Loose::priority_without_item, "priority_without_item", "no item of the Snapshot supports it",
               "add `from_snapshot`, and the `items` of that priority in the Snapshot"},
    LooseWords{score::Loose::support_for_closed_step, "support_for_closed_step",
               "it is still requested, but its step is closed",
               "set its status to `received` or `declined`, or name the step that needs it now"}};

const LooseWords& words_of(score::Loose what) {
  return *std::ranges::find(kLoose, what, &LooseWords::what);
}

/// "no objective serves it"
std::string loose_text(const score::LooseEnd& end) {
  const std::string_view text = words_of(end.what).text;
  return end.about.empty() ? std::string(text) : fmt::format("{} ({})", text, end.about);
}

/// "Every unit has a coach (o1)"; steps and support say when they are out of use: ", dropped", ", closed".
std::string node_name(const score::TraceNode& node) {
  std::string label = node.label;
  if (label.size() > 1 && label.ends_with('.') && !label.ends_with("..")) label.pop_back();
  const std::string name = label == node.id ? label : fmt::format("{} ({})", label, node.id);
  if (node.open) return name;
  return name + (node.level == Level::step ? ", dropped" : ", closed");
}

/// "Objective: Every unit has a coach (o1)"
std::string with_level(const score::TraceNode& node) {
  return fmt::format("{}: {}", base::capitalized(model::word(node.level)), node_name(node));
}

std::string trace_answer(const Trace& trace) {
  const std::size_t all = trace.nodes.size();
  const std::size_t whole = score::connected(trace);
  if (whole == all) return fmt::format("All {} are linked.", counted(all, "record"));
  const std::size_t loose = all - whole;
  return fmt::format("{} of {} {} linked; {} {} not.", whole, counted(all, "record"), is_are(whole), loose,
                     is_are(loose));
}

std::string files_text(const std::vector<const model::Document*>& documents) {
  std::vector<std::string> names;
  for (const model::Document* document : documents) names.push_back(document->inside);
  return names_joined(names);
}

Facts trace_facts(const score::TraceFiles& files, const Context& context) {
  const auto& plan = model::content_of<model::Plan>(*files.plan);
  const model::Document* snapshot = files.plan->snapshot;
  return Facts{{{"County", county_text(context.workspace, plan.county)},
                {"Theory of change", files_text(files.theories)},
                {"Logic model", files_text(files.logic_models)},
                {"Plan", files.plan->inside},
                {"Snapshot", snapshot == nullptr ? std::string(kNone) : snapshot->inside},
                {"Support", files_text(files.supports)}}};
}

/// True when a file of this kind has errors.
template <class Kind>
bool is_left_out(const score::TraceFiles& files) {
  return std::ranges::any_of(
      files.left_out, [](const model::Document* document) { return model::content_as<Kind>(*document) != nullptr; });
}

/// Where the chain ends early because the repository has no such file; one that was left out is there, and named above.
std::string missing_files_sentence(const score::TraceFiles& files) {
  std::vector<std::string> missing;
  if (files.theories.empty() && !is_left_out<model::TheoryOfChange>(files)) missing.emplace_back("theory of change");
  if (files.logic_models.empty() && !is_left_out<model::LogicModel>(files)) missing.emplace_back("logic model");
  if (files.supports.empty() && !is_left_out<model::Support>(files)) missing.emplace_back("support needs");
  if (missing.empty()) return {};
  return fmt::format("The chain is not complete: the repository has no {} for this plan.", base::joined(missing, "or"));
}

// Tables

Cell remedy_cell(score::Loose what) {
  Cell cell = text_cell(words_of(what).remedy);
  cell.has_keys = true;
  return cell;
}

Table loose_table(const Trace& trace) {
  Table table = table_of("Records that are not linked, and what to do", {"Record", "What is missing", "What to do"});
  for (const score::LooseEnd& end : trace.loose) {
    const score::TraceNode& node = trace.nodes[end.node];
    table.rows.push_back({Cell{.text = with_level(node), .number = {}, .source = node.span}, text_cell(loose_text(end)),
                          remedy_cell(end.what)});
  }
  return table;
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
    for (const std::size_t other : score::neighbors(trace, node, level)) found.insert(other);
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

/// A row for each outcome and objective; above and below it those that are joined to none.
Table chain_table(const Trace& trace) {
  Table table = table_of("From the theory of change to support",
                         {"Theory clause", "Outcome", "Objective", "Steps", "Items", "Support"});
  for (std::size_t node = 0; node < trace.nodes.size(); ++node) {
    const Level level = trace.nodes[node].level;
    if (level == Level::outcome) {
      const Places clauses = score::neighbors(trace, node, Level::clause);
      const Places objectives = score::neighbors(trace, node, Level::objective);
      if (objectives.empty()) table.rows.push_back(chain_row(trace, clauses, {node}, {}));
      for (const std::size_t objective : objectives)
        table.rows.push_back(chain_row(trace, clauses, {node}, {objective}));
      continue;
    }
    if (!score::neighbors(trace, node, Level::outcome).empty()) continue;
    if (level == Level::clause) table.rows.push_back(chain_row(trace, {node}, {}, {}));
    if (level == Level::objective) table.rows.push_back(chain_row(trace, {}, {}, {node}));
  }
  return table;
}

// The drawing

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
    if (loose_.contains(node)) line += ", not linked";
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

/// Records in the order of the chain, left to right; the longest columns are cut.
Chart trace_chart(const Trace& trace) {
  constexpr std::size_t kMostBoxes = 12;
  std::set<std::size_t> loose;
  for (const score::LooseEnd& end : trace.loose) loose.insert(end.node);
  std::vector<std::string> heads;
  for (const auto& word : model::word_list<Level>())
    heads.push_back(base::capitalized(
        word.choice == Level::support
            ? "support"
            : base::noun_for(false, word.spoken, word.choice == Level::priority ? "priorities" : "")));
  std::vector<LayerRecord> records;
  for (std::size_t node = 0; node < trace.nodes.size(); ++node)
    records.push_back({.column = static_cast<std::size_t>(trace.nodes[node].level),
                       .label = node_name(trace.nodes[node]) + (loose.contains(node) ? ", not linked" : ""),
                       .marked = loose.contains(node)});
  Layered made = layered(heads, records, trace.edges, kMostBoxes);
  std::string description = trace_answer(trace) + " A dashed frame marks what is not linked.";
  if (made.left_out > 0)
    description += fmt::format(" {} {} left out here; the outline has them all.", counted(made.left_out, "record"),
                               is_are(made.left_out));
  return Chart{.name = "trace",
               .title = "From the theory of change to support",
               .description = std::move(description),
               .shape = std::move(made.layers)};
}

/// With a note behind it: a box holds a little more.
constexpr std::size_t kLongestName = 100;

Diagram trace_diagram(const Trace& trace, const std::string& title) {
  std::set<std::size_t> loose;
  for (const score::LooseEnd& end : trace.loose) loose.insert(end.node);
  Flowchart chart{.title = title,
                  .description = trace_answer(trace) + " The outline beside this drawing says the same in words.",
                  .boxes = {},
                  .arrows = trace.edges};
  for (std::size_t node = 0; node < trace.nodes.size(); ++node) {
    const bool marked = loose.contains(node);
    const std::string name = with_level(trace.nodes[node]);
    chart.boxes.push_back(
        Box{.label = marked ? base::shortened(name, kLongestName) + ", not linked" : name, .marked = marked});
  }
  return diagram(chart, "From the theory of change to support, record by record", Outliner(trace, loose).made());
}

// The result for programs

Result file_result(const model::Document* document) {
  return document == nullptr ? Result() : Result(document->path);
}

Result files_result(const std::vector<const model::Document*>& documents) {
  return list_of(documents, file_result);
}

Result node_result(const score::TraceNode& node, const diag::SourceMap& sources) {
  Result::Fields fields{{"key", node.key},     {"id", node.id},     {"level", model::key(node.level)},
                        {"label", node.label}, {"open", node.open}, {"file", Result()},
                        {"line", Result()}};
  if (!node.span.known()) return fields;
  const diag::SourceFile& file = sources.file(node.span.file);
  fields[5].second = file.path();
  fields[6].second = file.position(node.span.begin).line;
  return fields;
}

}  // namespace

Document trace_page(const score::TraceFiles& files, const Trace& trace, const Context& context) {
  const auto& plan = model::content_of<model::Plan>(*files.plan);
  const std::string title = fmt::format("Trace: {}, plan of {}", county_text(context.workspace, plan.county),
                                        date_text(plan.date));
  Page page(title);
  page.lead(trace_answer(trace));
  page.facts(trace_facts(files, context));
  if (!files.left_out.empty())
    page.lead(fmt::format(
        "Left out because of errors: {}. Records may seem not linked because of that. To see what is wrong, "
        "run cpm check.",
        files_text(files.left_out)));
  page.text(missing_files_sentence(files));
  page.section("Not linked");
  page.table(loose_table(trace), "Every record is linked to the next.");
  if (Table chain = chain_table(trace); !chain.rows.empty()) {
    page.section("The chain", std::move(chain));
    page.text(
        "Items are those of the Snapshot behind the objective's priority. The outline below has every record in "
        "its own words.");
  }
  if (!trace.nodes.empty()) {
    page.section("Every record");
    page.chart(trace_chart(trace));
    page.add(trace_diagram(trace, title));
  }
  return std::move(page).done();
}

Result trace_result(const score::TraceFiles& files, const score::Trace& trace, const diag::SourceMap& sources) {
  const auto& plan = model::content_of<model::Plan>(*files.plan);
  const auto key = [&trace](std::size_t node) { return Result(trace.nodes[node].key); };
  return Result::Fields{
      {"county", text_result(plan.county)},
      {"plan", file_result(files.plan)},
      {"snapshot", file_result(files.plan->snapshot)},
      {"theories", files_result(files.theories)},
      {"logic_models", files_result(files.logic_models)},
      {"supports", files_result(files.supports)},
      {"left_out", files_result(files.left_out)},
      {"records", trace.nodes.size()},
      {"connected", score::connected(trace)},
      {"nodes", list_of(trace.nodes, [&sources](const score::TraceNode& node) { return node_result(node, sources); })},
      {"edges", list_of(trace.edges,
                        [&key](const auto& edge) {
                          return Result(Result::Fields{{"from", key(edge.first)}, {"to", key(edge.second)}});
                        })},
      {"loose", list_of(trace.loose,
                        [&key](const score::LooseEnd& end) {
                          return Result(Result::Fields{{"node", key(end.node)},
                                                       {"what", words_of(end.what).key},
                                                       {"message", loose_text(end)},
                                                       {"help", words_of(end.what).remedy}});
                        })},
  };
}

}  // namespace cpm::report
