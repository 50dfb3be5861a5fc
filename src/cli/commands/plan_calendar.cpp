// `cpm plan calendar`: dates of plans, and of the road maps beside them, for a calendar program.
#include <set>

#include "base/assert.h"
#include "base/text.h"
#include "cli/commands/answers.h"
#include "cli/commands/runners.h"
#include "cli/exit.h"
#include "cli/findings.h"
#include "cli/options.h"
#include "cli/output.h"
#include "render/calendar.h"

namespace cpm::cli {
namespace {

using model::Document;

/// The road maps of the repositories that the plans belong to.
std::vector<const Document*> road_maps(const Run& run) {
  std::set<std::size_t> homes;
  for (const Document* document : run.documents) homes.insert(document->home);
  std::vector<const Document*> found;
  for (const Document* document : model::documents_of<model::Roadmap>(run.loaded->workspace))
    if (homes.contains(document->home)) found.push_back(document);
  return found;
}

}  // namespace

Answer run_plan_calendar(const Run& run) {
  report::Calendar calendar{.as_of = run.as_of, .events = {}};
  for (const Document* document : run.documents) {
    const auto* plan = model::content_as<model::Plan>(*document);
    CPM_ASSERT(plan != nullptr);
    report::add_plan(calendar, score::progress(*plan, run.as_of), context_of(run, *document));
  }
  int status = kFine;
  for (const Document* document : road_maps(run)) {
    if (is_broken(*document, *run.loaded, false) && !run.arguments.has(kDespiteErrors)) {
      remark(run.environment, "`" + base::visible(document->path) +
                                  "` has errors, so its entries are not in the calendar; see `cpm check`");
      status = kFindings;
      continue;
    }
    report::add_roadmap(calendar, model::content_of<model::Roadmap>(*document), context_of(run, *document));
  }
  Answer answer = raw_answer(run, render::calendar_text(calendar));
  answer.status = status;
  return answer;
}

}  // namespace cpm::cli
