// `cpm trace`: the chain from the theory of change to support, for the newest plan of a repository or for plans that are
// named.
#include "base/assert.h"
#include "base/text.h"
#include "cli/commands/answers.h"
#include "cli/commands/runners.h"
#include "report/parts.h"

namespace cpm::cli {

namespace {

struct Traced {
  report::Document page;
  report::Result result;
};

Traced traced(const Run& run, const model::Document& document) {
  CPM_ASSERT(model::content_as<model::Plan>(document) != nullptr);
  const score::TraceFiles files = score::trace_files(run.loaded->workspace, document);
  const score::Trace trace = score::trace(files, run.loaded->workspace.built_in);
  return {.page = report::trace_page(files, trace, context_of(run, document)),
          .result = report::trace_result(files, trace, run.loaded->sources)};
}

}  // namespace

Answer run_trace(const Run& run) {
  if (run.documents.size() == 1) {
    Traced one = traced(run, *run.documents.front());
    return answer(run, std::move(one.page), std::move(one.result));
  }
  report::Document page{.title = "Chains of " + base::counted(run.documents.size(), "plan"), .blocks = {}};
  report::Result::List results;
  for (const model::Document* document : run.documents) {
    Traced one = traced(run, *document);
    std::string title = one.page.title + " (" + base::visible(document->path) + ")";
    report::append_part(page, std::move(one.page), std::move(title));
    results.push_back(std::move(one.result));
  }
  return answer(run, std::move(page), std::move(results));
}

}  // namespace cpm::cli
