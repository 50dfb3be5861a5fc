#include "report/approvals.h"

#include <fmt/format.h>

#include "report/result_fields.h"
#include "report/wording.h"

namespace cpm::report {
namespace {

using model::Approval;
using model::ApprovalState;
using Approvals = std::vector<Approval>;

/// "the whole file", or the record in the county's own words.
std::string covered_text(const Approval& approval) {
  if (!approval.of) return "the whole file";
  if (approval.noun.empty()) return fmt::format("record {}, which is no longer in the file", *approval.of);
  return fmt::format("{} \"{}\"", approval.noun, approval.title.empty() ? *approval.of : approval.title);
}

std::string approval_state_text(const Approval& approval, const Approvals& all) {
  return std::string(model::word(model::state_of(approval, all)));
}

/// "Board of Supervisors, July 14, 2026 (holds)"
std::string in_short(const Approval& approval, const Approvals& all) {
  const std::string of = approval.of ? fmt::format(", for the {}", covered_text(approval)) : "";
  return fmt::format("{}, {}{} ({})", *approval.by, date_text(approval.on), of, approval_state_text(approval, all));
}

Result approval_result(const Approval& approval, const Approvals& all) {
  return Result::Fields{
      {"by", text_result(approval.by)},           {"on", date_result(approval.on)},
      {"of", text_result(approval.of)},           {"text", text_result(approval.text)},
      {"content", text_result(approval.content)}, {"state", model::key(model::state_of(approval, all))}};
}

}  // namespace

void add_approvals(Facts& facts, const Approvals& approvals) {
  std::vector<std::string> words;
  for (const Approval& approval : approvals)
    if (model::state_of(approval, approvals) != ApprovalState::renewed) words.push_back(in_short(approval, approvals));
  if (!words.empty()) facts.facts.push_back({"Approved by", names_joined(words)});
}

void add_approvals(Page& page, const Approvals& approvals) {
  Table table = table_of("Who has approved what, and whether it is still the same",
                         {"Approved by", "On", "What", "Status", "Note"});
  for (const Approval& approval : approvals)
    table.rows.push_back({text_cell(approval.by), date_cell(approval.on), text_cell(covered_text(approval)),
                          text_cell(approval_state_text(approval, approvals)), text_cell(approval.text)});
  page.section("Approvals", without_empty_columns(std::move(table), 4));
}

void add_approvals(Result::Fields& fields, const Approvals& approvals) {
  if (approvals.empty()) return;
  fields.emplace_back("approvals",
                      list_of(approvals, [&](const Approval& one) { return approval_result(one, approvals); }));
}

}  // namespace cpm::report
