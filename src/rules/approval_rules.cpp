// Approvals of any file that has them: whether what was approved is still there, and whether their days can be right.
#include <fmt/format.h>

#include "model/approvals.h"
#include "rules/rule_table.h"
#include "rules/words.h"

namespace cpm::rules {
namespace {

using diag::Diagnostics;
using model::Approval;
using model::ApprovalState;
using Approvals = std::vector<Approval>;

/// Makes a rule of a function over one approval of a file.
template <void (*check)(const Approval&, const Approvals&, const Subject&, Diagnostics&)>
void on_each(const Subject& subject, Diagnostics& findings) {
  if (const Approvals* const all = model::approvals_of(subject.document.content))
    for (const Approval& approval : *all) check(approval, *all, subject, findings);
}

/// "this file", or the record in the county's own words.
std::string covered_name(const Approval& approval) {
  if (!approval.of) return "this file";
  return named(approval.noun.empty() ? "the record" : approval.noun, approval.of,
               {.value = approval.title, .span = {}, .given = !approval.title.empty()});
}

/// "`Board of Supervisors` approved this file on 2026-07-14"
std::string said(const Approval& approval) {
  return fmt::format("{} approved {} on {}", quoted(*approval.by), covered_name(approval), base::to_text(*approval.on));
}

void check_still_same(const Approval& approval, const Approvals& all, const Subject&, Diagnostics& findings) {
  if (model::state_of(approval, all) != ApprovalState::changed) return;
  const bool gone = approval.now.empty();
  findings.add({.code = 692,
                .message = fmt::format("{}, and {}", said(approval),
                                       gone ? "nothing in this file has that id now" : "it has changed since"),
                .span = approval.content.span,
                .labels = {{approval.by.span, "whose approval this costs"}},
                .help = fmt::format("undo the change, or ask {} again and record the new approval with `cpm approve`",
                                    quoted(*approval.by)),
                .item = *approval.of});
}

/// The day on which the file itself came about; nullptr for kinds without one.
const model::LocatedDate* day_of_file(const model::Content& content) {
  if (const auto* const plan = std::get_if<model::Plan>(&content)) return &plan->date;
  if (const auto* const snapshot = std::get_if<model::Snapshot>(&content)) return &snapshot->date;
  return nullptr;
}

void check_not_before(const Approval& approval, const Approvals&, const Subject& subject, Diagnostics& findings) {
  const model::LocatedDate* const day = day_of_file(subject.document.content);
  if (day == nullptr || !*day || *approval.on >= **day) return;
  findings.add({.code = 693,
                .message = fmt::format("{}, before the file's own date, {}", said(approval), base::to_text(**day)),
                .span = approval.on.span,
                .labels = {{day->span, "the date of the file"}},
                .help = "correct one of the two dates",
                .item = *approval.of});
}

void check_approval_day(const Approval& approval, const Approvals&, const Subject& subject, Diagnostics& findings) {
  if (*approval.on <= subject.workspace.as_of) return;
  findings.add({.code = 694,
                .message = fmt::format("{}, which lies after {}, the date of this check", said(approval),
                                       base::to_text(subject.workspace.as_of)),
                .span = approval.on.span,
                .help = "correct the date, or record the approval once it has been given",
                .item = *approval.of});
}

void check_bound(const Approval& approval, const Approvals& all, const Subject&, Diagnostics& findings) {
  if (model::state_of(approval, all) != ApprovalState::unbound) return;
  findings.add({.code = 695,
                .message = said(approval) + ", and no fingerprint says what it said then",
                .span = approval.by.span,
                .help = "run `cpm approve` with the same approver and day: it adds `content` to this entry",
                .item = *approval.of});
}

constexpr Rule kApprovalRules[] = {
    {"plans and other files: approvals, still the same content", kCodes<692>, on_each<check_still_same>},
    {"plans and other files: approvals, not before the file", kCodes<693>, on_each<check_not_before>},
    {"plans and other files: approvals, not in the future", kCodes<694>, on_each<check_approval_day>},
    {"plans and other files: approvals, bound to the content", kCodes<695>, on_each<check_bound>},
};

}  // namespace

std::span<const Rule> approval_rules() {
  return kApprovalRules;
}

}  // namespace cpm::rules
