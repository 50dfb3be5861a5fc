#include "edit/approval_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "edit/edit.h"
#include "format/content_print.h"
#include "format/kinds.h"
#include "format/labels.h"
#include "model/approvals.h"

namespace cpm::edit {
namespace {

using format::Extent;
using yaml::Node;

constexpr std::string_view kApprovalsKey = "approvals";

/// The file as the reader of YAML sees it.
struct ApprovalFile {
  yaml::Tree tree;
  const format::Kind* kind = nullptr;
  const Node* approvals = nullptr;  ///< the value of the key; nullptr when it is not there
};

std::optional<ApprovalFile> read_again(const ApprovalPlace& place, const diag::SourceFile& file) {
  diag::Diagnostics findings;
  ApprovalFile read{.tree = yaml::read(file, place.id, place.limits, findings)};
  if (read.tree.root == nullptr || findings.has_error()) return std::nullopt;
  const std::vector<std::string_view> parts = base::split(yaml::scalar_at(*read.tree.root, "format"), '/');
  if (parts.size() == 3) read.kind = format::find_kind(parts[1]);
  if (read.kind == nullptr || format::find_field(*read.kind->record, kApprovalsKey) == nullptr) return std::nullopt;
  if (const yaml::Entry* const entry = yaml::find_entry(*read.tree.root, kApprovalsKey)) read.approvals = entry->value;
  return read;
}

std::string print_of_covered(const ApprovalFile& read, const std::string& of) {
  return of.empty() ? format::content_print(*read.tree.root, *read.kind->record, Extent::approved)
                    : format::part_print(*read.tree.root, *read.kind->record, of);
}

/// In braces. A bare `on` means yes to some readers.
std::string flow_entry(const NewApproval& approval, const std::string& content) {
  std::string text = fmt::format("{{by: {}, \"on\": {}", format::in_flow(approval.by), base::to_text(approval.on));
  if (!approval.of.empty()) text += ", of: " + format::in_flow(approval.of);
  if (!approval.text.empty()) text += ", text: " + format::in_flow(approval.text);
  return fmt::format("{}, content: {}}}", text, content);
}

/// The entry of this approver, day and record that has no fingerprint; nullptr when there is none.
const Node* unbound_entry(const ApprovalFile& read, const NewApproval& approval) {
  if (read.approvals == nullptr) return nullptr;
  const auto is_it = [&](const Node* entry) {
    return model::is_same_party(yaml::scalar_at(*entry, "by"), approval.by) &&
           yaml::scalar_at(*entry, "on") == base::to_text(approval.on) &&
           yaml::scalar_at(*entry, "of") == approval.of && yaml::scalar_at(*entry, "content").empty();
  };
  const auto found = std::ranges::find_if(read.approvals->items, is_it);
  return found == read.approvals->items.end() ? nullptr : *found;
}

std::size_t index_of(const Node& list, const Node* item) {
  return static_cast<std::size_t>(std::ranges::find(list.items, item) - list.items.begin());
}

/// The fingerprint as the last key of an entry that is there, or a new entry.
Change change_of(const ApprovedText& made, std::size_t entry) {
  Path path = {{.text = std::string(kApprovalsKey)}};
  path.push_back({.text = made.completed ? std::to_string(entry + 1) : std::string(kNewEntry), .entry = true});
  if (made.completed) path.push_back({.text = "content"});
  return {.action = Action::set, .path = std::move(path), .value = made.completed ? made.content : made.entry};
}

}  // namespace

ApprovedText with_approval(const ApprovalPlace& place, const NewApproval& approval) {
  ApprovedText made;
  const std::optional<ApprovalFile> read = read_again(place, place.file);
  if (!read) return made;
  made.content = print_of_covered(*read, approval.of);
  for (const format::Part& part : format::parts_of(*read->tree.root, *read->kind->record)) {
    made.ids.emplace_back(part.id);
    if (part.id != approval.of || !made.noun.empty()) continue;
    made.noun = part.noun;
    made.title = part.title;
  }
  if (made.content.empty()) return made;
  const Node* const unbound = unbound_entry(*read, approval);
  made.completed = unbound != nullptr;
  made.entry = made.completed ? "content: " + made.content : flow_entry(approval, made.content);
  const std::size_t number = made.completed ? index_of(*read->approvals, unbound) : 0;
  const auto result = edited({.file = place.file, .id = place.id, .limits = place.limits}, change_of(made, number));
  const Edited* const done = std::get_if<Edited>(&result);
  if (done == nullptr) return made;
  const diag::SourceFile changed(place.file.path(), done->bytes);
  const std::optional<ApprovalFile> after = read_again(place, changed);
  if (after && print_of_covered(*read, {}) == print_of_covered(*after, {})) made.bytes = done->bytes;
  return made;
}

}  // namespace cpm::edit
