// Code actions of findings: their fixes, all safe ones at once, and accepting them.
#include "lsp/actions.h"

#include <algorithm>

#include <fmt/format.h>

#include "diag/catalog.h"
#include "diag/edits.h"
#include "lsp/accepting.h"
#include "lsp/diagnostics.h"
#include "lsp/difference.h"
#include "lsp/methods.h"

namespace cpm::lsp {
namespace {

constexpr std::string_view kQuickFix = "quickfix";
constexpr std::string_view kFixAll = "source.fixAll";
constexpr std::string_view kRewrite = "refactor.rewrite";

constexpr ActionRow kActionRows[] = {{kQuickFix, add_fixes},        {kQuickFix, add_dates},
                                     {kQuickFix, add_missing_keys}, {kRewrite, add_id_from_title},
                                     {kQuickFix, add_acceptances},  {kFixAll, add_fix_all}};

constexpr std::string_view kNoReasonYet = "TBD";

/// `only` names a kind or what is above it: "source" for "source.fixAll".
bool is_asked_for(std::string_view kind, const Json& params) {
  const Json* const only = find(params, "context.only");
  if (only == nullptr || !only->is_array() || only->empty()) return true;
  return std::ranges::any_of(*only, [&](const Json& each) {
    if (!each.is_string()) return false;
    const std::string wanted = each.get<std::string>();
    return kind == wanted || wanted.empty() || (kind.starts_with(wanted) && kind[wanted.size()] == '.');
  });
}

Json diagnostic_of(const ActionPlace& place, const diag::Diagnostic& finding) {
  const auto name = [&](const diag::SourceFile& file) { return place.subject.uri_of(file.path()); };
  return DiagnosticTeller(place.home.checked.loaded->sources, place.subject.session.client, name).json_of(finding);
}

/// What cpm.yaml can accept: not what makes a file unusable.
bool can_be_accepted(const diag::Diagnostic& finding) {
  constexpr diag::Code kFirstRule = 400;
  constexpr diag::Code kEnvironment = 900;
  const diag::CodeInfo* const row = diag::find_code(finding.code);
  const bool hard = row == nullptr || row->severity == diag::Severity::error;
  return !hard || (finding.code >= kFirstRule && finding.code < kEnvironment);
}

std::vector<const diag::Diagnostic*> findings_in(const ActionPlace& place, bool all) {
  std::vector<const diag::Diagnostic*> found;
  if (place.home.checked.loaded == nullptr) return found;
  for (const diag::Diagnostic& finding : place.home.checked.findings.all()) {
    if (!finding.span.known()) continue;
    const bool here = place.home.checked.loaded->sources.file(finding.span.file).path() == place.subject.inside;
    const bool meets = finding.span.whole_file
                           ? place.asked.begin == 0
                           : finding.span.begin <= place.asked.end && place.asked.begin <= finding.span.end;
    if (here && (all || meets)) found.push_back(&finding);
  }
  return found;
}

}  // namespace

std::vector<const diag::Diagnostic*> ActionPlace::of_file() const {
  return findings_in(*this, true);
}

Json own_action(const Subject& subject, std::string_view title, std::string_view kind,
                const std::vector<diag::Edit>& edits) {
  return {{"title", std::string(title)},
          {"kind", std::string(kind)},
          {"edit", workspace_edit(subject.session, {{subject.document.uri(), text_edits(edits, subject.places)}})}};
}

void add_fixes(const ActionPlace& place, Json& actions) {
  for (const diag::Diagnostic* const finding : place.findings) {
    if (!finding->fix || finding->fix->edits.empty() || finding->fix->safety == diag::Safety::shown) continue;
    const diag::Fix* const fix = &*finding->fix;
    if (diag::compatible_fixes({&fix, 1}, finding->span.file, place.subject.document.text().size()).empty()) continue;
    Json action = own_action(place.subject, fix->title, kQuickFix, fix->edits);
    action["diagnostics"] = Json::array({diagnostic_of(place, *finding)});
    action["isPreferred"] = fix->safety == diag::Safety::safe;
    actions.push_back(std::move(action));
  }
}

/// The entry is written with a reason to be filled in, and the client is shown where.
void add_acceptances(const ActionPlace& place, Json& actions) {
  const Subject& subject = place.subject;
  for (const diag::Diagnostic* const finding : place.findings) {
    if (subject.root.loose || !can_be_accepted(*finding)) continue;
    const Acceptance acceptance{.code = diag::code_text(finding->code),
                                .inside = subject.inside,
                                .item = finding->item,
                                .reason = std::string(kNoReasonYet)};
    try {
      Json action = {{"title", fmt::format("Accept {} with a reason, in cpm.yaml", acceptance.code)},
                     {"kind", std::string(kQuickFix)},
                     {"diagnostics", Json::array({diagnostic_of(place, *finding)})},
                     {"edit", accepting_edit(subject.session, subject.root, acceptance)}};
      actions.push_back(std::move(action));
    } catch (const Refused&) {
      return;  // no cpm.yaml, or one that cannot be changed surely
    }
  }
}

/// With the edit, or without where the client asks for it when it is chosen: finding it takes a few checks.
void add_fix_all(const ActionPlace& place, Json& actions) {
  const std::vector<const diag::Diagnostic*> all = place.of_file();
  const bool any = std::ranges::any_of(all,
                                       [](const diag::Diagnostic* finding) { return diag::has_safe_fix(*finding); });
  if (!any) return;
  Json action = {{"title", "Fix all that can only be meant one way"},
                 {"kind", std::string(kFixAll)},
                 {"data", {{"uri", place.subject.document.uri()}}}};
  actions.push_back(place.subject.session.client.resolves_edits
                        ? std::move(action)
                        : answer_resolved_action(place.subject.session, action));
}

Json announce_actions(const Client& client) {
  if (!client.literal_actions) return true;
  Json kinds = Json::array();
  for (const ActionRow& row : kActionRows)
    if (std::ranges::find(kinds, Json(std::string(row.kind))) == kinds.end()) kinds.push_back(std::string(row.kind));
  return {{"codeActionKinds", std::move(kinds)}, {"resolveProvider", true}};
}

Json answer_actions(Session& session, const Json& params) {
  const Subject subject = need_subject(session, params);
  const assist::Stretch asked{subject.places.byte_of(need_position(params, "range.start")),
                              subject.places.byte_of(need_position(params, "range.end"))};
  ActionPlace place{.subject = subject, .home = session.homes.checked_home(subject.document), .asked = asked};
  place.findings = findings_in(place, false);
  Json actions = Json::array();
  for (const ActionRow& row : kActionRows)
    if (is_asked_for(row.kind, params)) row.add(place, actions);
  return actions;
}

Json answer_resolved_action(Session& session, const Json& action) {
  const Json params = {{"textDocument", {{"uri", need_text(action, "data.uri")}}}};
  const Subject subject = need_subject(session, params);
  const std::string after = session.engine.fixed(subject.root, subject.inside);
  Json resolved = action;
  resolved["edit"] = workspace_edit(
      session, {{subject.document.uri(), text_edits(difference(subject.document.text(), after), subject.places)}});
  return resolved;
}

}  // namespace cpm::lsp
