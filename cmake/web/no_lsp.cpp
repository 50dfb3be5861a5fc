// In place of src/cli/commands/lsp.cpp in the page of the workbook, whose files a person edits in the page itself.
#include "cli/commands.h"
#include "cli/exit.h"

namespace cpm::cli {
namespace {

Answer no_server(const Run&) {
  throw UsageError("the page has no language server", "use the program or the npm package in an editor", 0, kEnvironment);
}

}  // namespace

extern const Command kLspCommand{
    .name = "lsp", .summary = "the language server: not in this page", .group = Group::check, .run = no_server};

}  // namespace cpm::cli
