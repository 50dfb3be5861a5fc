// `cpm lsp`: the language server, for editors. It speaks on standard input and output until the editor ends it.
#include <chrono>
#include <istream>
#include <iterator>
#include <optional>
#include <string>

#include "cli/commands/answers.h"
#include "cli/editor_engine.h"
#include "cli/options.h"
#include "lsp/serve.h"

namespace cpm::cli {
namespace {

/// Where the environment cannot tell whether more has come, all of the input is read at once.
lsp::Incoming next_input(const Environment& environment, std::optional<std::chrono::milliseconds> patience) {
  if (environment.listen) {
    base::InputPiece piece = environment.listen(patience);
    return {.bytes = std::move(piece.bytes), .end = piece.end};
  }
  return {.bytes = std::string(std::istreambuf_iterator<char>(environment.in), {}), .end = true};
}

Answer run_lsp(const Run& run) {
  Environment& environment = run.environment;
  lsp::Documents documents(environment.files);
  EditorEngine engine(environment, documents, [&] { return as_of(run.arguments, environment); });
  const lsp::Wire wire{.read = [&](auto patience) { return next_input(environment, patience); },
                       .write = [&](std::string_view bytes) { base::write_out(environment.out, bytes); }};
  Answer answer = raw_answer(run, {});
  answer.status = lsp::serve(engine, documents, CPM_VERSION, wire);
  return answer;
}

constexpr const Option* kLspOptions[] = {&kAsOf};
constexpr Example kLspExamples[] = {{"cpm lsp", "as an editor starts it; the manual says how to tell yours"}};

}  // namespace

extern const Command kLspCommand{.name = "lsp",
                                 .summary = "help an editor while somebody types: the language server",
                                 .group = Group::check,
                                 .options = kLspOptions,
                                 .examples = kLspExamples,
                                 .writes = Writes::raw,
                                 .names_its_files = true,
                                 .run = run_lsp};

}  // namespace cpm::cli
