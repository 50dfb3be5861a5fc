#include "rules/rules.h"

#include "base/ahead.h"
#include "rules/rule_table.h"

namespace cpm::rules {
namespace {

std::vector<Rule> all_rules() {
  std::vector<Rule> all;
  for (const std::span<const Rule> topic :
       {snapshot_answer_rules(), snapshot_people_rules(), snapshot_analysis_rules(), snapshot_priority_rules(),
        snapshot_missing_rules(), plan_rules(), plan_priority_rules(), plan_step_rules(), plan_date_rules(),
        plan_confirm_rules(), support_rules(), theory_rules(), logic_model_rules(), roadmap_rules(), fidelity_rules(),
        instrument_rules(), regions_rules(), missing_rules(), privacy_rules()})
    all.insert(all.end(), topic.begin(), topic.end());
  return all;
}

}  // namespace

std::span<const Rule> rules() {
  static const std::vector<Rule> table = all_rules();
  return table;
}

namespace {

void check_one(const model::Workspace& workspace, const model::Document& document, std::string_view topic_prefix,
               diag::Diagnostics& findings) {
  const Subject subject{.workspace = workspace, .document = document};
  for (const Rule& rule : rules())
    if (rule.topic.starts_with(topic_prefix)) rule.check(subject, findings);
}

}  // namespace

void check(const model::Workspace& workspace, std::string_view topic_prefix, diag::Diagnostics& findings) {
  constexpr std::size_t kMany = 100;  // fewer are judged before a thread has begun
  std::vector<const model::Document*> documents;
  for (const model::Document& document : workspace.documents)
    if (document.asked && document.usable) documents.push_back(&document);
  std::vector<diag::Diagnostics> found(documents.size());
  base::Ahead ahead(
      {.pieces = documents.size(), .window = documents.size(), .threads = documents.size() < kMany ? 1 : base::cores()},
      [&](std::size_t at) { check_one(workspace, *documents[at], topic_prefix, found[at]); });
  ahead.finish(documents.size());
  for (diag::Diagnostics& one : found) findings.take(std::move(one));
}

}  // namespace cpm::rules
