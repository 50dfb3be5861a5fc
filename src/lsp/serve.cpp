#include "lsp/serve.h"

#include "lsp/server.h"

namespace cpm::lsp {
namespace {

using std::chrono::milliseconds;

/// How long nobody has typed before what nobody waits for is done, a piece at a time.
constexpr milliseconds kPause{50};

std::optional<milliseconds> patience_of(const Server& server, bool busy) {
  if (busy) return milliseconds{0};
  return server.has_rest() ? std::optional(kPause) : std::nullopt;
}

}  // namespace

int serve(Engine& engine, Documents& documents, const std::string& version, const Wire& wire) {
  Server server(engine, documents, version);
  bool busy = false;
  while (!server.over()) {
    const Incoming incoming = wire.read(patience_of(server, busy));
    server.receive(incoming.bytes);
    const bool quiet = incoming.bytes.empty() && !busy;
    busy = server.step();
    if (!busy && incoming.end) server.end();
    if (!busy && quiet) server.rest();
    if (const std::string bytes = server.take_output(); !bytes.empty()) wire.write(bytes);
  }
  return *server.over();
}

}  // namespace cpm::lsp
