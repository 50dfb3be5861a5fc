#include "rules/rules.h"

#include <algorithm>

#include "base/system/ahead.h"
#include "diag/catalog.h"
#include "rules/rule_table.h"
#include "rules/surroundings.h"

namespace cpm::rules {
namespace {

std::vector<Rule> all_rules() {
  std::vector<Rule> all;
  for (const std::span<const Rule> topic : {snapshot_answer_rules(),   snapshot_people_rules(),
                                            snapshot_analysis_rules(), snapshot_priority_rules(),
                                            snapshot_missing_rules(),  plan_rules(),
                                            plan_priority_rules(),     plan_step_rules(),
                                            plan_date_rules(),         plan_confirm_rules(),
                                            plan_target_rules(),       sip_rules(),
                                            support_rules(),           theory_rules(),
                                            logic_model_rules(),       roadmap_rules(),
                                            fidelity_rules(),          instrument_rules(),
                                            regions_rules(),           approval_rules(),
                                            missing_rules(),           text_rules()})
    all.insert(all.end(), topic.begin(), topic.end());
  return all;
}

}  // namespace

std::span<const Rule> rules() {
  static const std::vector<Rule> table = all_rules();
  return table;
}

namespace {

diag::Severity heaviest(const Rule& rule) {
  diag::Severity severity = diag::Severity::advice;
  for (const diag::Code code : rule.codes) severity = std::max(severity, diag::find_code(code)->severity);
  return severity;
}

/// What the documents of a run are judged by.
struct Selection {
  std::vector<const Rule*> all;
  std::vector<const Rule*> heavy;  ///< where nobody weighs findings otherwise than the catalog
};

Selection selected(std::string_view topic_prefix, diag::Severity least) {
  Selection selection;
  for (const Rule& rule : rules()) {
    if (!rule.topic.starts_with(topic_prefix)) continue;
    selection.all.push_back(&rule);
    if (heaviest(rule) >= least) selection.heavy.push_back(&rule);
  }
  return selection;
}

bool has_policy(const Subject& subject) {
  const model::Repository* const repository = repository_of(subject);
  return repository != nullptr && repository->policy.has_value();
}

void check_one(const Subject& subject, const Selection& selection, diag::Diagnostics& findings) {
  for (const Rule* const rule : has_policy(subject) ? selection.all : selection.heavy) rule->check(subject, findings);
}

}  // namespace

void check(const model::Workspace& workspace, std::string_view topic_prefix, diag::Diagnostics& findings,
           diag::Severity least) {
  constexpr std::size_t kMany = 100;  // fewer are judged before a thread has begun
  std::vector<const model::Document*> documents;
  for (const model::Document& document : workspace.documents)
    if (document.asked && document.usable) documents.push_back(&document);
  const Selection selection = selected(topic_prefix, least);
  std::vector<diag::Diagnostics> found(documents.size());
  base::Ahead ahead(
      {.pieces = documents.size(), .window = documents.size(), .threads = documents.size() < kMany ? 1 : base::cores()},
      [&](std::size_t at) { check_one({.workspace = workspace, .document = *documents[at]}, selection, found[at]); });
  ahead.finish(documents.size());
  for (diag::Diagnostics& one : found) findings.take(std::move(one));
}

}  // namespace cpm::rules
