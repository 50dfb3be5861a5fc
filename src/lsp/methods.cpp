#include "lsp/methods.h"

#include <algorithm>

namespace cpm::lsp {
namespace {

void take_nothing(Session&, const Json&) {}

constexpr Method kMethods[] = {
    {.name = "textDocument/didOpen", .take = take_open, .capability = "textDocumentSync", .announced = announce_sync},
    {.name = "textDocument/didChange", .take = take_change},
    {.name = "textDocument/didSave", .take = take_save},
    {.name = "textDocument/didClose", .take = take_close},
    {.name = "workspace/didChangeWatchedFiles", .take = take_watched},
    {.name = "workspace/didChangeWorkspaceFolders", .take = take_folders},
    {.name = "workspace/didChangeConfiguration", .take = take_nothing},
    {.name = "window/workDoneProgress/cancel", .take = take_nothing},
    {.name = "textDocument/completion",
     .answer = answer_completion,
     .capability = "completionProvider",
     .announced = announce_completion},
    {.name = "textDocument/hover", .answer = answer_hover, .capability = "hoverProvider"},
    {.name = "textDocument/definition", .answer = answer_definition, .capability = "definitionProvider"},
    {.name = "textDocument/references", .answer = answer_references, .capability = "referencesProvider"},
    {.name = "textDocument/documentHighlight", .answer = answer_highlights, .capability = "documentHighlightProvider"},
    {.name = "textDocument/prepareRename", .answer = answer_prepare_rename},
    {.name = "textDocument/rename",
     .answer = answer_rename,
     .capability = "renameProvider",
     .announced = announce_rename},
    {.name = "textDocument/codeAction",
     .answer = answer_actions,
     .capability = "codeActionProvider",
     .announced = announce_actions},
    {.name = "codeAction/resolve", .answer = answer_resolved_action},
    {.name = "textDocument/documentSymbol", .answer = answer_symbols, .capability = "documentSymbolProvider"},
    {.name = "workspace/symbol", .answer = answer_workspace_symbols, .capability = "workspaceSymbolProvider"},
    {.name = "textDocument/foldingRange", .answer = answer_folds, .capability = "foldingRangeProvider"},
    {.name = "textDocument/selectionRange", .answer = answer_selections, .capability = "selectionRangeProvider"},
    {.name = "textDocument/inlayHint", .answer = answer_hints, .capability = "inlayHintProvider"},
    {.name = "textDocument/documentLink",
     .answer = answer_links,
     .capability = "documentLinkProvider",
     .announced = announce_links},
    {.name = "textDocument/codeLens",
     .answer = answer_lenses,
     .capability = "codeLensProvider",
     .announced = announce_lenses},
    {.name = "workspace/executeCommand",
     .answer = answer_command,
     .capability = "executeCommandProvider",
     .announced = announce_commands},
    {.name = "workspace/textDocumentContent", .answer = answer_page},
};

}  // namespace

std::span<const Method> methods() {
  return kMethods;
}

const Method* find_method(std::string_view name) {
  const auto* const found = std::ranges::find(kMethods, name, &Method::name);
  return found == std::end(kMethods) ? nullptr : found;
}

Json capabilities_for(const Client& client) {
  Json capabilities = {{"positionEncoding", client.units == Units::utf8 ? "utf-8" : "utf-16"},
                       {"workspace",
                        {{"workspaceFolders", {{"supported", true}, {"changeNotifications", true}}},
                         {"textDocumentContent", {{"schemes", Json::array({"cpm"})}}}}}};
  for (const Method& method : kMethods)
    if (!method.capability.empty())
      capabilities[std::string(method.capability)] = method.announced == nullptr ? Json(true)
                                                                                 : method.announced(client);
  return capabilities;
}

}  // namespace cpm::lsp
