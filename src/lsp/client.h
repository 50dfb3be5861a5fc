#pragma once
// What the client can do, as it says when it begins; and what it wishes.
#include <string>
#include <vector>

#include "lsp/json.h"
#include "lsp/position.h"

namespace cpm::lsp {

struct Client {
  Units units = Units::utf16;
  std::vector<std::string> folders = {};  ///< paths of the workspace
  bool versioned_edits = false;           ///< of documents, with the version they are for
  bool literal_actions = false;           ///< code actions as such, else only commands
  bool resolves_edits = false;            ///< asks for the edit of a code action when it is chosen
  bool watches_files = false;             ///< can be asked to say what changes on the disk
  bool shows_documents = false;
  bool shows_progress = false;      ///< can be told of work that the server begins
  bool tree_of_symbols = false;     ///< else a flat list
  bool related_places = false;      ///< with findings
  bool opens_explanations = false;  ///< pages of the scheme `cpm`, which the server writes
  bool markdown_hover = true;
};

/// From the params of `initialize`.
Client client_of(const Json& params);

}  // namespace cpm::lsp
