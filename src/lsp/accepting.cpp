#include "lsp/accepting.h"

#include <fmt/format.h>

#include "edit/edit.h"
#include "lsp/methods.h"
#include "yaml/quoting.h"

namespace cpm::lsp {
namespace {

constexpr std::string_view kSettings = "cpm.yaml";

std::string entry_text(const Acceptance& acceptance) {
  std::string text = fmt::format("{{code: {}, file: {}", acceptance.code, yaml::double_quoted(acceptance.inside));
  if (!acceptance.item.empty()) text += ", item: " + yaml::double_quoted(acceptance.item);
  return text + fmt::format(", reason: {}}}", yaml::double_quoted(acceptance.reason));
}

}  // namespace

Json accepting_edit(Session& session, const Root& root, const Acceptance& acceptance) {
  const std::string path = base::joined_path(root.path, kSettings);
  const std::string bytes = session.engine.bytes_of(root, std::string(kSettings));
  if (root.loose || bytes.empty())
    throw Refused(Problem::request_failed,
                  "a finding is accepted in the `cpm.yaml` of a repository, and there is none");
  const yaml::Limits limits;
  const diag::SourceFile file(std::string(kSettings), bytes);
  const edit::Change change{.path = *edit::parse_path("policy.suppressions[+]"), .value = entry_text(acceptance)};
  const auto result = edit::edited({.file = file, .id = 0, .limits = limits}, change);
  if (const auto* const refusal = std::get_if<edit::Refusal>(&result))
    throw Refused(Problem::request_failed, fmt::format("cpm.yaml: {}", refusal->reason));
  const Places places(bytes, session.client.units);
  return workspace_edit(session,
                        {{session.documents.uri_of(path), text_edits(std::get<edit::Edited>(result).edits, places)}});
}

}  // namespace cpm::lsp
