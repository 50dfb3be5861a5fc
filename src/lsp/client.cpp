#include "lsp/client.h"

#include <algorithm>

#include "lsp/uri.h"

namespace cpm::lsp {
namespace {

struct Ability {
  bool Client::*member;
  std::string_view path;  ///< below `capabilities`
};
constexpr Ability kAbilities[] = {
    {&Client::versioned_edits, "workspace.workspaceEdit.documentChanges"},
    {&Client::watches_files, "workspace.didChangeWatchedFiles.dynamicRegistration"},
    {&Client::shows_documents, "window.showDocument.support"},
    {&Client::shows_progress, "window.workDoneProgress"},
    {&Client::tree_of_symbols, "textDocument.documentSymbol.hierarchicalDocumentSymbolSupport"},
    {&Client::related_places, "textDocument.publishDiagnostics.relatedInformation"},
};

/// Does a list at this path hold the word?
bool lists(const Json& object, std::string_view path, std::string_view word) {
  const Json* const list = find(object, path);
  return list != nullptr && list->is_array() && std::ranges::any_of(*list, [&](const Json& each) {
           return each.is_string() && each.get<std::string>() == word;
         });
}

void add_folder(const std::optional<std::string>& uri, std::vector<std::string>& folders) {
  const std::optional<std::string> path = uri ? path_of_uri(*uri) : std::nullopt;
  if (path && std::ranges::find(folders, *path) == folders.end()) folders.push_back(*path);
}

std::vector<std::string> folders_of(const Json& params) {
  std::vector<std::string> folders;
  const Json* const given = find(params, "workspaceFolders");
  if (given != nullptr && given->is_array())
    for (const Json& folder : *given) add_folder(text_at(folder, "uri"), folders);
  if (folders.empty()) add_folder(text_at(params, "rootUri"), folders);
  if (folders.empty() && text_at(params, "rootPath")) folders.push_back(*text_at(params, "rootPath"));
  return folders;
}

}  // namespace

Client client_of(const Json& params) {
  Client client{.folders = folders_of(params)};
  const Json* const capabilities = find(params, "capabilities");
  const Json none = Json::object();
  const Json& can = capabilities == nullptr ? none : *capabilities;
  for (const Ability& ability : kAbilities) client.*ability.member = says_yes(can, ability.path);
  if (lists(can, "general.positionEncodings", "utf-8")) client.units = Units::utf8;
  client.literal_actions = find(can, "textDocument.codeAction.codeActionLiteralSupport") != nullptr;
  client.resolves_edits = lists(can, "textDocument.codeAction.resolveSupport.properties", "edit");
  const Json* const hover = find(can, "textDocument.hover.contentFormat");
  client.markdown_hover = hover == nullptr || lists(can, "textDocument.hover.contentFormat", "markdown");
  client.opens_explanations = find(can, "workspace.textDocumentContent") != nullptr ||
                              says_yes(params, "initializationOptions.opensPages");
  return client;
}

}  // namespace cpm::lsp
