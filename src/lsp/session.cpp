#include "lsp/session.h"

#include <fmt/format.h>

#include "base/text.h"

namespace cpm::lsp {

Subject need_subject(Session& session, const Json& params) {
  const std::string uri = need_text(params, "textDocument.uri");
  Document* const document = session.documents.find(uri);
  if (document == nullptr) throw Refused(Problem::invalid_params, fmt::format("{} is not open", base::ticked(uri)));
  const Root root = session.homes.home_of(*document).root;
  return {.session = session,
          .document = *document,
          .root = root,
          .inside = Homes::below(root, document->path()),
          .places = Places(document->text(), session.client.units)};
}

std::size_t need_byte(const Subject& subject, const Json& params) {
  return subject.places.byte_of(need_position(params, "position"));
}

Json text_edits(const std::vector<diag::Edit>& edits, const Places& places) {
  Json list = Json::array();
  for (const diag::Edit& edit : edits)
    list.push_back({{"range", places.range(edit.span.begin, edit.span.end)}, {"newText", edit.replacement}});
  return list;
}

Json workspace_edit(const Session& session, const std::map<std::string, Json>& edits) {
  if (!session.client.versioned_edits) return {{"changes", edits}};
  Json changes = Json::array();
  for (const auto& [uri, list] : edits) {
    const Document* const document = session.documents.find(uri);
    const Json version = document == nullptr ? Json() : Json(document->version());
    changes.push_back({{"textDocument", {{"uri", uri}, {"version", version}}}, {"edits", list}});
  }
  return {{"documentChanges", std::move(changes)}};
}

}  // namespace cpm::lsp
