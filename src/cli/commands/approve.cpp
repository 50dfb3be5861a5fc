// `cpm approve`: writes somebody's approval into a file, bound to what the file says now.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/commands/answers.h"
#include "cli/exit.h"
#include "cli/findings.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/rewriting.h"
#include "edit/approval_text.h"
#include "format/read_document.h"
#include "model/approvals.h"
#include "report/approvals.h"
#include "report/page.h"

namespace cpm::cli {
namespace {

using model::Approval;
using Approvals = std::vector<Approval>;

/// What became of it; the keys are the words of the JSON.
enum class Course { recorded, completed, unchanged, stopped };

/// An approval on its way into its file.
struct Approving {
  const model::Document& document;
  edit::NewApproval approval;
  edit::ApprovedText made = {};
  Course course = Course::recorded;
  Approvals approvals = {};  ///< of the file, as it is afterwards
  std::optional<std::string> diff = {};
};

std::string_view course_key(Course course) {
  constexpr std::string_view kKeys[] = {"recorded", "completed", "unchanged", "stopped"};
  return kKeys[static_cast<std::size_t>(course)];
}

/// One line of text without hidden characters, as a name and a remark are.
std::string plain_value(const Option& option, const Run& run) {
  const std::string text = run.arguments.value(option).value_or("");
  if (base::visible(text) != text)
    throw UsageError(fmt::format("`{}` has a line end, or a character that cannot be seen", long_name(option)),
                     "write it in one line");
  return std::string(base::trimmed(text));
}

edit::NewApproval asked_for(const Run& run) {
  edit::NewApproval approval{.by = plain_value(kBy, run),
                             .on = day_of(kOn, run.arguments).value_or(run.as_of),
                             .of = plain_value(kOf, run),
                             .text = plain_value(kText, run)};
  if (approval.by.empty())
    throw UsageError("`cpm approve` needs to know who approves",
                     "name a role, a board or a Tribe: `--by \"Board of Supervisors\"`");
  if (approval.on > run.as_of)
    throw UsageError(
        fmt::format("{} lies after {}, the day of this run", base::to_text(approval.on), base::to_text(run.as_of)),
        "record the approval once it has been given");
  return approval;
}

const model::Document& named_document(const Run& run) {
  const std::vector<const model::Document*> documents = asked_documents(*run.loaded);
  if (run.paths.front() == "-")
    throw UsageError("standard input cannot be approved in place", "write it to a file, and name that");
  if (documents.size() != 1 || run.environment.files.kind(run.paths.front()) == base::EntryKind::folder)
    throw UsageError(fmt::format("{} is a folder; an approval is of one file", base::ticked(run.paths.front())),
                     "name the file, such as `plans/2026-07.yaml`");
  return *documents.front();
}

/// Throws for files of a kind that nobody approves.
void check_can_be_approved(const model::Document& document, const Run& run) {
  if (std::holds_alternative<std::monostate>(document.content) || model::approvals_of(document.content) != nullptr)
    return;
  std::vector<std::string> kinds;
  for (const format::Kind& kind : format::kinds())
    if (format::find_field(*kind.record, "approvals") != nullptr) kinds.emplace_back(kind.many);
  throw UsageError(fmt::format("{} is a file of the kind `{}`, which holds no approvals", base::ticked(document.path),
                               kind_word(document, run.loaded->sources)),
                   fmt::format("{} can be approved", base::joined(kinds)));
}

/// An approver as an earlier entry writes it; else as it was given.
std::string as_written_before(const std::string& by, const Approvals& approvals) {
  const auto found = std::ranges::find_if(
      approvals, [&](const Approval& approval) { return model::is_same_party(*approval.by, by); });
  return found == approvals.end() ? by : *found->by;
}

/// The newest approval of this approver and record, if it still holds and nothing is to be added to it.
bool is_held_already(const edit::NewApproval& wanted, const Approvals& approvals, const Run& run) {
  for (const Approval& approval : approvals) {
    const bool same = model::is_same_party(*approval.by, wanted.by) && *approval.of == wanted.of;
    const bool day = !run.arguments.has(kOn) || *approval.on == wanted.on;
    if (same && day && wanted.text.empty() && model::state_of(approval, approvals) == model::ApprovalState::holds)
      return true;
  }
  return false;
}

[[noreturn]] void no_such_record(const Approving& approving) {
  const std::vector<std::string>& ids = approving.made.ids;
  std::string message = fmt::format("there is no record {} in {}", base::ticked(approving.approval.of),
                                    base::ticked(approving.document.path));
  if (const auto meant = base::nearest(approving.approval.of, std::span<const std::string>(ids)))
    message += fmt::format("; did you mean `{}`?", *meant);
  throw UsageError(message,
                   ids.empty() ? "leave `--of` out to approve the whole file" : "available: " + base::joined(ids));
}

[[noreturn]] void no_place(const Approving& approving) {
  const bool completed = approving.made.completed;
  throw UsageError(
      fmt::format("the layout of {} leaves no sure place for {}", base::ticked(approving.document.path),
                  completed ? "the fingerprint" : "an entry"),
      fmt::format("add `{}` to {} by hand", approving.made.entry, completed ? "the entry" : "the list `approvals`"), 0,
      kFindings);
}

/// The approvals of the file, as it would be read now.
Approvals approvals_in(const std::string& bytes, const model::Document& document, const Run& run) {
  yaml::Limits limits;
  limits.bytes = bytes.size();
  model::Content content;
  diag::Diagnostics findings;
  const diag::SourceFile file(document.path, bytes);
  format::read_untried(file, document.file, limits, &run.loaded->built_in, content, findings);
  const Approvals* const approvals = model::approvals_of(content);
  return approvals == nullptr ? Approvals{} : *approvals;
}

void make_entry(Approving& approving, const Run& run) {
  const diag::SourceFile& file = run.loaded->sources.file(approving.document.file);
  yaml::Limits limits;
  limits.bytes = max_file_size(run.arguments) + approving.approval.text.size() + limits.bytes;
  limits.nodes *= 1 + limits.bytes / yaml::Limits{}.bytes;
  approving.made = edit::with_approval({.file = file, .id = approving.document.file, .limits = limits},
                                       approving.approval);
  if (approving.made.content.empty()) no_such_record(approving);
  if (approving.made.bytes.empty()) no_place(approving);
  approving.course = approving.made.completed ? Course::completed : Course::recorded;
  approving.approvals = approvals_in(approving.made.bytes, approving.document, run);
}

std::string covered_words(const Approving& approving) {
  const edit::ApprovedText& made = approving.made;
  if (approving.approval.of.empty()) return "the whole file";
  if (made.noun.empty()) return base::ticked(approving.approval.of);
  return fmt::format("{} {}", made.noun, base::ticked(approving.approval.of));
}

std::string lead_of(const Approving& approving) {
  const std::string who = fmt::format("{} approved {} on {}", base::visible(approving.approval.by),
                                      covered_words(approving), base::written_out(approving.approval.on));
  switch (approving.course) {
    case Course::recorded:
      return approving.diff ? fmt::format("Not written, only shown: {}.", who) : fmt::format("Recorded: {}.", who);
    case Course::completed:
      return fmt::format("{}: {}; the entry was there, and {} what was approved.",
                         approving.diff ? "Not written, only shown" : "Completed", who,
                         approving.diff ? "would say" : "now says");
    case Course::unchanged:
      return fmt::format("Nothing to record: {} has approved {}, and that approval still holds.",
                         base::visible(approving.approval.by), covered_words(approving));
    case Course::stopped:
      break;
  }
  return fmt::format("{} was not approved: its errors come first.", base::ticked(approving.document.path));
}

report::Document page_of(const Approving& approving) {
  report::Page page("Approval of " + approving.document.path);
  page.lead(lead_of(approving));
  if (!approving.made.content.empty()) page.facts({{{"Fingerprint", approving.made.content}}});
  report::add_approvals(page, approving.approvals);
  if (approving.diff) page.add(report::Verbatim{.caption = "The change", .text = *approving.diff});
  return std::move(page).done();
}

report::Result result_of(const Approving& approving) {
  const auto text = [](const std::string& some) { return some.empty() ? report::Result() : report::Result(some); };
  report::Result::Fields fields{{"file", approving.document.path},
                                {"outcome", course_key(approving.course)},
                                {"by", approving.approval.by},
                                {"on", base::to_text(approving.approval.on)},
                                {"of", text(approving.approval.of)},
                                {"content", text(approving.made.content)},
                                {"diff", approving.diff ? report::Result(*approving.diff) : report::Result()}};
  report::add_approvals(fields, approving.approvals);
  return fields;
}

/// Nothing was done.
Answer left_alone(const Run& run, Approving& approving, Course course) {
  approving.course = course;
  Answer done = answer(run, page_of(approving), result_of(approving));
  done.status = course == Course::stopped ? kFindings : kFine;
  return done;
}

Answer run_approve(const Run& run) {
  Approving approving{.document = named_document(run), .approval = asked_for(run)};
  check_can_be_approved(approving.document, run);
  if (is_broken(approving.document, *run.loaded, false)) return left_alone(run, approving, Course::stopped);
  approving.approvals = *model::approvals_of(approving.document.content);
  approving.approval.by = as_written_before(approving.approval.by, approving.approvals);
  if (is_held_already(approving.approval, approving.approvals, run))
    return left_alone(run, approving, Course::unchanged);
  make_entry(approving, run);
  const Rewritten file{.path = approving.document.path,
                       .before = run.loaded->sources.file(approving.document.file).bytes(),
                       .after = approving.made.bytes};
  if (run.arguments.has(kDiff)) {
    approving.diff = diff_of(file);
    if (wants_bare_diff(run)) return bare_diff(run, *approving.diff);
  } else if (!write_over(file, run.environment.files)) {
    throw UsageError(fmt::format("{} changed while cpm was at work, so it was left as it is", base::ticked(file.path)),
                     "look at it, and run `cpm approve` again", 0, kFindings);
  }
  return answer(run, page_of(approving), result_of(approving));
}

constexpr const Option* kApproveOptions[] = {&kBy, &kOn, &kOf, &kText, &kDiff};
constexpr Example kApproveExamples[] = {
    {"cpm approve plans/2025-07.yaml --by \"Board of Supervisors\" --on 2025-06-24", "the whole plan"},
    {"cpm approve plans/2025-07.yaml --by Director --of coaching", "one priority, with its objectives and steps"},
    {"cpm approve plans/2025-07.yaml --by Director --diff", "what would be written"}};

}  // namespace

extern const Command kApproveCommand{
    .name = "approve",
    .summary = "record who has approved a file, bound to what it says",
    .group = Group::plan,
    .needs = Needs::files,
    .operand = {.name = "PATH",
                .about = "the file: a plan, a Snapshot, a support file, a road map or a theory of change",
                .least = 1,
                .most = 1},
    .options = kApproveOptions,
    .examples = kApproveExamples,
    .run = run_approve};

}  // namespace cpm::cli
