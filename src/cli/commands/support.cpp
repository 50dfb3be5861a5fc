// `cpm support` and `cpm report support`: support requests by provider, of one county or of several.
#include "cli/commands/answers.h"
#include "cli/commands/runners.h"

namespace cpm::cli {

Answer run_support(const Run& run) {
  const score::SupportRequests requests = score::support_requests(run.documents, run.loaded->workspace);
  std::vector<report::Context> contexts;
  for (const model::Document* document : run.documents) contexts.push_back(context_of(run, *document));
  return answer(run, report::support_page(requests, contexts), report::support_result(requests));
}

Answer run_report_support(const Run& run) {
  return run_support(run);
}

}  // namespace cpm::cli
