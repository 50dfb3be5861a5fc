#pragma once
// Every message of a client that the server knows: one row each. What a row announces is all that the client is told of it.
#include <span>
#include <string_view>

#include "lsp/session.h"

namespace cpm::lsp {

struct Method {
  std::string_view name;
  /// Of a request: its result. Throws Refused. nullptr: a notification.
  Json (*answer)(Session& session, const Json& params) = nullptr;
  void (*take)(Session& session, const Json& params) = nullptr;
  /// What the client is told when it begins: a key of the server's capabilities, and its value.
  std::string_view capability = {};
  Json (*announced)(const Client& client) = nullptr;  ///< nullptr: `true`
};

std::span<const Method> methods();
const Method* find_method(std::string_view name);
/// Of all rows.
Json capabilities_for(const Client& client);

// The functions of the rows; each stands in the file for its subject.
void take_open(Session& session, const Json& params);
void take_change(Session& session, const Json& params);
void take_save(Session& session, const Json& params);
void take_close(Session& session, const Json& params);
void take_watched(Session& session, const Json& params);
void take_folders(Session& session, const Json& params);
Json announce_sync(const Client& client);

Json answer_completion(Session& session, const Json& params);
Json announce_completion(const Client& client);
Json answer_hover(Session& session, const Json& params);
Json answer_definition(Session& session, const Json& params);
Json answer_references(Session& session, const Json& params);
Json answer_highlights(Session& session, const Json& params);
Json answer_prepare_rename(Session& session, const Json& params);
Json answer_rename(Session& session, const Json& params);
Json announce_rename(const Client& client);
Json answer_actions(Session& session, const Json& params);
Json answer_resolved_action(Session& session, const Json& params);
Json announce_actions(const Client& client);
Json answer_symbols(Session& session, const Json& params);
Json answer_workspace_symbols(Session& session, const Json& params);
Json answer_folds(Session& session, const Json& params);
Json answer_selections(Session& session, const Json& params);
Json answer_hints(Session& session, const Json& params);
Json answer_links(Session& session, const Json& params);
Json announce_links(const Client& client);
Json answer_lenses(Session& session, const Json& params);
Json announce_lenses(const Client& client);
Json answer_command(Session& session, const Json& params);
Json announce_commands(const Client& client);
Json answer_page(Session& session, const Json& params);

}  // namespace cpm::lsp
