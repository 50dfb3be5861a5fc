#include "format/approval_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "format/kinds.h"
#include "format/labels.h"
#include "model/approvals.h"
#include "yaml/writer.h"

namespace cpm::format {
namespace {

using yaml::Node;

constexpr std::string_view kApprovalsKey = "approvals";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// A file as the yaml reader sees it.
struct Read {
  yaml::Tree tree;
  const Kind* kind = nullptr;
  const Node* approvals = nullptr;  ///< the value of the key; nullptr when it is not there
};

std::string_view scalar_of_key(const Node& map, std::string_view key) {
  const yaml::Entry* const entry = map.kind == yaml::Kind::map ? yaml::find_entry(map, key) : nullptr;
  return entry == nullptr || entry->value->kind != yaml::Kind::scalar ? std::string_view() : entry->value->text;
}

std::optional<Read> read_again(const ApprovalPlace& place, const diag::SourceFile& file) {
  diag::Diagnostics findings;
  Read read{.tree = yaml::read(file, place.id, place.limits, findings)};
  if (read.tree.root == nullptr || findings.has_error()) return std::nullopt;
  const std::vector<std::string_view> parts = base::split(scalar_of_key(*read.tree.root, "format"), '/');
  if (parts.size() == 3) read.kind = find_kind(parts[1]);
  if (read.kind == nullptr || find_field(*read.kind->record, kApprovalsKey) == nullptr) return std::nullopt;
  if (const yaml::Entry* const entry = yaml::find_entry(*read.tree.root, kApprovalsKey)) read.approvals = entry->value;
  return read;
}

std::string print_of_covered(const Read& read, const std::string& of) {
  return of.empty() ? content_print(*read.tree.root, *read.kind->record, Extent::approved)
                    : part_print(*read.tree.root, *read.kind->record, of);
}

// The entry

/// In lines of its own, the dash in the first column.
std::string block_entry(const NewApproval& approval, const std::string& content) {
  yaml::Writer writer;
  writer.begin_list().begin_map().key("by").text(approval.by).key("on").plain(base::to_text(approval.on));
  if (!approval.of.empty()) writer.key("of").text(approval.of);
  if (!approval.text.empty()) writer.key("text").text(approval.text);
  return writer.key("content").text(content).end_map().end_list().finish();
}

/// In braces. A bare `on` means yes to some readers.
std::string flow_entry(const NewApproval& approval, const std::string& content) {
  std::string text = fmt::format("{{by: {}, \"on\": {}", in_flow(approval.by), base::to_text(approval.on));
  if (!approval.of.empty()) text += ", of: " + in_flow(approval.of);
  if (!approval.text.empty()) text += ", text: " + in_flow(approval.text);
  return fmt::format("{}, content: {}}}", text, content);
}

// Its place

/// Text to be put in before a byte.
struct Insertion {
  std::size_t at = 0;
  std::string text;
};

std::string_view line_end_of(std::string_view bytes) {
  const std::size_t end = bytes.find('\n');
  return end != std::string_view::npos && end > 0 && bytes[end - 1] == '\r' ? "\r\n" : "\n";
}

/// A byte order mark stands in no column.
std::size_t column_of(std::string_view bytes, std::size_t at) {
  const std::size_t begin = at == 0 ? std::string_view::npos : bytes.rfind('\n', at - 1);
  if (begin != std::string_view::npos) return at - begin - 1;
  return bytes.starts_with(kByteOrderMark) ? at - kByteOrderMark.size() : at;
}

/// Where the line after the one with this byte begins.
std::size_t line_after(std::string_view bytes, std::size_t at) {
  if (at > 0 && bytes[at - 1] == '\n') return at;
  const std::size_t end = bytes.find('\n', at);
  return end == std::string_view::npos ? bytes.size() : end + 1;
}

/// The lines at their column, with the line ends of the file.
std::string as_lines(std::string_view bytes, std::size_t at, std::string_view lines, std::size_t column) {
  const std::string_view line_end = line_end_of(bytes);
  std::string text = at > 0 && bytes[at - 1] != '\n' ? std::string(line_end) : std::string();
  for (const std::string_view line : base::split(lines, '\n'))
    if (!line.empty()) text.append(column, ' ').append(line).append(line_end);
  return text;
}

/// Before the bracket that closes a list or map.
Insertion before_bracket(std::string_view bytes, const Node& node, const std::string& entry) {
  const std::size_t at = node.span.end - 1;
  const std::size_t last = bytes.find_last_not_of(" \t\r\n", at - 1);
  const bool first = node.items.empty() && node.entries.empty();
  const bool comma = !first && last != std::string_view::npos && bytes[last] == ',';
  return {.at = at, .text = (first || comma ? "" : ", ") + entry};
}

/// The end of the file, or the mark that ends the document.
std::size_t end_of_document(std::string_view bytes, const Node& root) {
  for (std::size_t at = line_after(bytes, root.span.end); at < bytes.size(); at = line_after(bytes, at + 1))
    if (bytes.substr(at).starts_with("...")) return at;
  return bytes.size();
}

bool has_blank_line(std::string_view bytes) {
  return bytes.find("\n\n") != std::string_view::npos || bytes.find("\n\r\n") != std::string_view::npos;
}

/// A key of its own below all others, set apart by a blank line where others are.
Insertion new_key(std::string_view bytes, const Node& root, const std::string& entry) {
  const std::size_t at = end_of_document(bytes, root);
  const std::size_t column = column_of(bytes, root.entries.front().key->span.begin);
  std::string lines = std::string(kApprovalsKey) + ":\n";
  for (const std::string_view line : base::split(entry, '\n'))
    if (!line.empty()) lines.append("  ").append(line).append("\n");
  std::string text = as_lines(bytes, at, lines, column);
  const std::string_view line_end = line_end_of(bytes);
  const bool ended = at > 0 && bytes[at - 1] == '\n';
  const bool apart = bytes.substr(0, at).ends_with("\n\n") || bytes.substr(0, at).ends_with("\n\r\n");
  if (has_blank_line(bytes) && !apart) text.insert(ended ? 0 : line_end.size(), line_end);
  return {.at = at, .text = std::move(text)};
}

Insertion new_entry(std::string_view bytes, const Read& read, const NewApproval& approval, const std::string& content) {
  const Node& root = *read.tree.root;
  if (read.approvals == nullptr && root.flow)
    return before_bracket(bytes, root, fmt::format("{}: [{}]", kApprovalsKey, flow_entry(approval, content)));
  if (read.approvals == nullptr) return new_key(bytes, root, block_entry(approval, content));
  if (read.approvals->flow) return before_bracket(bytes, *read.approvals, flow_entry(approval, content));
  const std::size_t at = line_after(bytes, read.approvals->items.back()->span.end);
  const std::size_t column = column_of(bytes, read.approvals->span.begin);
  return {.at = at, .text = as_lines(bytes, at, block_entry(approval, content), column)};
}

/// The fingerprint as the last key of an entry that is there.
Insertion new_content(std::string_view bytes, const Node& entry, const std::string& content) {
  const std::string line = "content: " + content;
  if (entry.flow) return before_bracket(bytes, entry, line);
  const std::size_t at = line_after(bytes, entry.span.end);
  return {.at = at, .text = as_lines(bytes, at, line, column_of(bytes, entry.entries.front().key->span.begin))};
}

/// The entry of this approver, day and record that has no fingerprint; nullptr when there is none.
const Node* unbound_entry(const Read& read, const NewApproval& approval) {
  if (read.approvals == nullptr) return nullptr;
  const auto is_it = [&](const Node* entry) {
    return model::is_same_approver(scalar_of_key(*entry, "by"), approval.by) &&
           scalar_of_key(*entry, "on") == base::to_text(approval.on) && scalar_of_key(*entry, "of") == approval.of &&
           scalar_of_key(*entry, "content").empty();
  };
  const auto found = std::ranges::find_if(read.approvals->items, is_it);
  return found == read.approvals->items.end() ? nullptr : *found;
}

// Is it what was meant?

std::vector<std::string> entry_prints(const Read& read) {
  std::vector<std::string> prints;
  if (read.approvals == nullptr) return prints;
  for (const Node* const entry : read.approvals->items)
    prints.push_back(content_print(*entry, kApprovalRecord, Extent::all));
  return prints;
}

/// The other entries as they were, and this one with its fingerprint.
bool is_as_meant(const Read& before, const Read& after, const Node* completed, const std::string& content) {
  if (print_of_covered(before, {}) != print_of_covered(after, {}) || after.approvals == nullptr) return false;
  std::vector<std::string> old = entry_prints(before);
  std::vector<std::string> now = entry_prints(after);
  std::size_t place = old.size();
  if (completed == nullptr) {
    old.emplace_back();
  } else {
    const auto at = std::ranges::find(before.approvals->items, completed);
    place = static_cast<std::size_t>(at - before.approvals->items.begin());
  }
  if (now.size() != old.size() || scalar_of_key(*after.approvals->items[place], "content") != content) return false;
  old[place].clear();
  now[place].clear();
  return old == now;
}

}  // namespace

ApprovedText with_approval(const ApprovalPlace& place, const NewApproval& approval) {
  ApprovedText made;
  const std::optional<Read> read = read_again(place, place.file);
  if (!read) return made;
  made.content = print_of_covered(*read, approval.of);
  for (const Part& part : parts_of(*read->tree.root, *read->kind->record)) {
    made.ids.emplace_back(part.id);
    if (part.id != approval.of || !made.noun.empty()) continue;
    made.noun = part.noun;
    made.title = part.title;
  }
  if (made.content.empty()) return made;
  const std::string_view bytes = place.file.bytes();
  const Node* const entry = unbound_entry(*read, approval);
  const Insertion insertion = entry != nullptr ? new_content(bytes, *entry, made.content)
                                               : new_entry(bytes, *read, approval, made.content);
  made.completed = entry != nullptr;
  made.entry = made.completed ? "content: " + made.content : flow_entry(approval, made.content);
  const diag::SourceFile changed(place.file.path(), std::string(bytes).insert(insertion.at, insertion.text));
  const std::optional<Read> after = read_again(place, changed);
  if (after && is_as_meant(*read, *after, entry, made.content)) made.bytes = changed.bytes();
  return made;
}

}  // namespace cpm::format
