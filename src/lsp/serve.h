#pragma once
// The server at a stream: what comes in is answered until the client says `exit` or the stream ends.
#include <chrono>
#include <functional>
#include <optional>
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
  /// The next bytes, without any when none come in that time; nothing: waits until some come.
  std::function<Incoming(std::optional<std::chrono::milliseconds> patience)> read;
  std::function<void(std::string_view bytes)> write;
};

/// To its exit status: 0 after `shutdown` and `exit`, else 1. `version`: that of cpm.
int serve(Engine& engine, Documents& documents, const std::string& version, const Wire& wire);

}  // namespace cpm::lsp
