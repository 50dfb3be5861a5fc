#include "lsp/serve.h"

#include "lsp/server.h"

namespace cpm::lsp {

int serve(Engine& engine, Documents& documents, const std::string& version, const Wire& wire) {
  Server server(engine, documents, version);
  bool busy = false;
  while (!server.over()) {
    const Incoming incoming = wire.read(!busy);
    server.receive(incoming.bytes);
    busy = server.step();
    if (incoming.end && !busy) server.end();
    if (const std::string bytes = server.take_output(); !bytes.empty()) wire.write(bytes);
  }
  return *server.over();
}

}  // namespace cpm::lsp
