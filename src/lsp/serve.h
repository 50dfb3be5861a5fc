#pragma once
// The server at a stream: what comes in is answered until the client says `exit` or the stream ends.
#include <functional>
#include <string>

#include "lsp/documents.h"
#include "lsp/engine.h"

namespace cpm::lsp {

/// What has come from the client.
struct Incoming {
  std::string bytes;
  bool end = false;  ///< nothing more will come
};

struct Wire {
  /// The next bytes. `wait`: until there are some; else at once, perhaps without any.
  std::function<Incoming(bool wait)> read;
  std::function<void(std::string_view bytes)> write;
};

/// To its exit status: 0 after `shutdown` and `exit`, else 1. `version`: that of cpm.
int serve(Engine& engine, Documents& documents, const std::string& version, const Wire& wire);

}  // namespace cpm::lsp
