// `cpm trace`: the chain from the theory of change to support, for the newest plan of a repository.
#include "base/assert.h"
#include "cli/commands/answers.h"
#include "cli/commands/runners.h"

namespace cpm::cli {

Answer run_trace(const Run& run) {
  const model::Document& document = *run.documents.at(0);
  CPM_ASSERT(model::content_as<model::Plan>(document) != nullptr);
  const score::TraceFiles files = score::trace_files(run.loaded->workspace, document);
  const score::Trace trace = score::trace(files, run.loaded->workspace.built_in);
  return answer(run, report::trace_page(files, trace, context_of(run, document)),
                report::trace_result(files, trace, run.loaded->sources));
}

}  // namespace cpm::cli
