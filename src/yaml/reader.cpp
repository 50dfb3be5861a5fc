#include "yaml/reader.h"

#include <algorithm>
#include <utility>

#include "yaml/builder.h"
#include "yaml/diagnose.h"
#include "yaml/guards.h"
#include "yaml/review.h"

namespace cpm::yaml {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
// Nodes, entries and item lists need about three bytes for each byte of a usual file.
constexpr std::size_t kMemoryPerByte = 4;
constexpr std::size_t kLeastMemory = 1024;

diag::Diagnostic empty_file(const Source& source) {
  const bool nothing = source.bytes.size() == source.start;
  diag::Diagnostic result;
  result.code = 106;
  result.message = nothing ? "this file is empty" : "this file has no content: only comments or blank lines";
  result.span = diag::whole(source.id);
  result.help = "write the file (`cpm new` makes a template), or remove it";
  return result;
}

bool nothing_written(const Node* root) {
  return root == nullptr || (root->kind == Kind::null && root->span.begin == root->span.end);
}

}  // namespace

Tree read(const diag::SourceFile& file, diag::FileId id, const Limits& limits, diag::Diagnostics& findings) {
  const std::string_view bytes = file.bytes();
  const Source source{.file = file,
                      .id = id,
                      .bytes = bytes,
                      .start = bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0,
                      .use_of_key = limits.use_of_key};
  Tree tree;
  const GuardResult guard = check_bytes(source, limits, findings);
  if (!guard.passed) return tree;
  if (behind_gap(bytes, source.start) == bytes.size()) return findings.add(empty_file(source)), Tree{};
  tree.memory = std::make_unique<std::pmr::monotonic_buffer_resource>(
      std::max(bytes.size() * kMemoryPerByte, kLeastMemory));
  const Built built = build(source, limits, *tree.memory, findings);
  if (built.failure) findings.add(diagnose(source, *built.failure));
  if (built.failure || built.refused) return tree;
  if (nothing_written(built.root)) return findings.add(empty_file(source)), Tree{};
  tree.root = built.root;
  review(source, *tree.root, guard.invisible_characters, findings);
  // Entries without their dash are one entry to YAML: what it says is not what was meant.
  const auto is_missing_dash = [](const diag::Diagnostic& finding) { return finding.code == kMissingDash; };
  if (std::ranges::any_of(findings.all(), is_missing_dash)) tree.root = nullptr;
  return tree;
}

}  // namespace cpm::yaml
