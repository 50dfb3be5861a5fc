// In place of sqlite.cpp in builds for WebAssembly, which have no SQLite.
#include "facts/sinks.h"

namespace cpm::facts {

std::unique_ptr<Sink> sqlite_sink(base::Files&, const std::string&) {
  return nullptr;
}

}  // namespace cpm::facts
