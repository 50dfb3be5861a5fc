#pragma once
// What the answers of the server rest on: the client, its texts, the repositories around them, and what goes back.
#include <memory>
#include <string>

#include "lsp/client.h"
#include "lsp/documents.h"
#include "lsp/engine.h"
#include "lsp/homes.h"
#include "lsp/outbox.h"

namespace cpm::lsp {

struct Session {
  Session(Engine& cpm, Documents& texts) : engine(cpm), documents(texts), homes(cpm, texts, client, outbox) {}
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  Engine& engine;
  Documents& documents;
  Client client = {};
  Outbox outbox = {};
  Homes homes;
};

/// The document that a request names, with what surrounds it.
struct Subject {
  Session& session;
  Document& document;
  Root root;
  std::string inside;  ///< path from the root of its repository
  Places places;

  const assist::Reading& reading() const { return document.reading(); }
  std::unique_ptr<assist::Around> around() const { return session.engine.around(root, inside); }
  std::string uri_of(const std::string& path) const {
    return session.documents.uri_of(base::joined_path(root.path, path));
  }
};

/// By `textDocument.uri`. Throws Refused when it is not open.
Subject need_subject(Session& session, const Json& params);
/// The byte at `position`.
std::size_t need_byte(const Subject& subject, const Json& params);

/// Edits of bytes of one text, as the protocol writes them. They must not overlap.
Json text_edits(const std::vector<diag::Edit>& edits, const Places& places);
/// Of the files, by URI, with the version of each that is open.
Json workspace_edit(const Session& session, const std::map<std::string, Json>& edits);

}  // namespace cpm::lsp
