#include "rules/rules.h"

#include "rules/rule_table.h"

namespace cpm::rules {
namespace {

std::vector<Rule> all_rules() {
  std::vector<Rule> all;
  for (const std::span<const Rule> topic :
       {snapshot_answer_rules(), snapshot_people_rules(), snapshot_analysis_rules(), snapshot_priority_rules(),
        plan_rules(), plan_priority_rules(), plan_step_rules(), plan_date_rules(), plan_confirm_rules(),
        support_rules(), theory_rules(), logic_model_rules(), roadmap_rules(), fidelity_rules(), instrument_rules(),
        regions_rules(), privacy_rules()})
    all.insert(all.end(), topic.begin(), topic.end());
  return all;
}

}  // namespace

std::span<const Rule> rules() {
  static const std::vector<Rule> table = all_rules();
  return table;
}

void check(const model::Workspace& workspace, std::string_view topic_prefix, diag::Diagnostics& findings) {
  for (const model::Document& document : workspace.documents) {
    if (!document.asked || !document.usable) continue;
    const Subject subject{.workspace = workspace, .document = document};
    for (const Rule& rule : rules())
      if (rule.topic.starts_with(topic_prefix)) rule.check(subject, findings);
  }
}

}  // namespace cpm::rules
