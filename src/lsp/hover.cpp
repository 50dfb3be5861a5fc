// What stands at a place: the field, the item with its anchors, what has the id; and what `cpm explain` says of findings there.
#include <algorithm>

#include <fmt/format.h>

#include "assist/hover.h"
#include "diag/catalog.h"
#include "lsp/methods.h"

namespace cpm::lsp {
namespace {

bool is_at(const diag::Span& span, std::size_t byte) {
  return !span.whole_file && span.begin <= byte && byte <= span.end;
}

/// A row of the catalog, as `cpm explain` tells it without its examples.
std::string explanation_of(const diag::CodeInfo& row) {
  return fmt::format("**{} {}**, {}: {}\n\n{}", diag::code_text(row.code), row.name, diag::severity_word(row.severity),
                     row.summary, row.explanation);
}

/// The findings of this document at the byte, each code once.
std::vector<std::string> explained_at(Subject& subject, std::size_t at) {
  const Home& home = subject.session.homes.checked_home(subject.document);
  std::vector<std::string> parts;
  if (home.checked.loaded == nullptr) return parts;
  for (const diag::Diagnostic& finding : home.checked.findings.all()) {
    if (!finding.span.known() || !is_at(finding.span, at)) continue;
    if (home.checked.loaded->sources.file(finding.span.file).path() != subject.inside) continue;
    const diag::CodeInfo* const row = diag::find_code(finding.code);
    std::string text = row == nullptr ? std::string() : explanation_of(*row);
    if (!text.empty() && std::ranges::find(parts, text) == parts.end()) parts.push_back(std::move(text));
  }
  return parts;
}

}  // namespace

Json answer_hover(Session& session, const Json& params) {
  Subject subject = need_subject(session, params);
  const std::size_t at = need_byte(subject, params);
  std::vector<std::string> parts = explained_at(subject, at);
  const std::unique_ptr<assist::Around> around = subject.around();
  const std::optional<assist::Hover> hover = assist::hover_at(subject.reading(), at, *around);
  if (hover) parts.insert(parts.begin(), hover->text);
  if (parts.empty()) return nullptr;
  std::string text;
  for (const std::string& part : parts) text += text.empty() ? part : "\n\n---\n\n" + part;
  Json answer = {
      {"contents", {{"kind", session.client.markdown_hover ? "markdown" : "plaintext"}, {"value", std::move(text)}}}};
  if (hover) answer["range"] = subject.places.range(hover->word.begin, hover->word.end);
  return answer;
}

}  // namespace cpm::lsp
