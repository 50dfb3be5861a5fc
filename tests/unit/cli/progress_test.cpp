#include "cli/environment.h"

#include <sstream>

#include <doctest/doctest.h>

#include "tests/unit/cli/in_process.h"

using namespace cpm;
using std::chrono::milliseconds;

namespace {

/// A terminal, and a watch that goes only when it is told to.
struct Terminal {
  test::MemoryFiles files;
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  milliseconds now{0};
  std::string term = "xterm";
  bool is_terminal = true;

  cli::Environment environment() {
    return {.files = files,
            .in = in,
            .out = out,
            .err = err,
            .out_is_terminal = false,
            .err_is_terminal = is_terminal,
            .width = 80,
            .variable = [this](const char* name) { return std::string(name) == "TERM" ? term : ""; },
            .today = [] { return base::Date{}; },
            .watch = [this] { return now; }};
  }
};

/// Reads three files, one each 400 milliseconds.
std::string said(Terminal& terminal, bool shown) {
  cli::Environment environment = terminal.environment();
  cli::Progress progress(environment, shown);
  for (std::size_t files = 1; files <= 3; ++files) {
    terminal.now += milliseconds{400};
    progress.read(files);
  }
  progress.erase();
  return terminal.err.str();
}

}  // namespace

TEST_CASE("progress is shown after half a second, and erased") {
  Terminal terminal;
  CHECK(said(terminal, true) == "\r\x1b[Kreading 2 files…\r\x1b[Kreading 3 files…\r\x1b[K");
  CHECK(terminal.out.str().empty());
}

TEST_CASE("quick work shows no progress") {
  Terminal terminal;
  cli::Environment environment = terminal.environment();
  {
    cli::Progress progress(environment, true);
    terminal.now += milliseconds{499};
    progress.read(1000);
  }
  CHECK(terminal.err.str().empty());
}

TEST_CASE("progress changes at most ten times a second") {
  Terminal terminal;
  cli::Environment environment = terminal.environment();
  cli::Progress progress(environment, true);
  terminal.now += milliseconds{600};
  progress.read(1);
  terminal.now += milliseconds{99};
  progress.read(2);
  CHECK(terminal.err.str() == "\r\x1b[Kreading 1 file…");
}

TEST_CASE("progress is for terminals that can erase, and for people who want to hear") {
  Terminal pipe;
  pipe.is_terminal = false;
  CHECK(said(pipe, true).empty());
  Terminal dumb;
  dumb.term = "dumb";
  CHECK(said(dumb, true).empty());
  Terminal quiet;
  CHECK(said(quiet, false).empty());
}
