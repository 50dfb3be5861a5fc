#pragma once
// Every page and result that cpm shows, one builder each. Rounding and wording happen here; numbers come from score/.
#include <string>
#include <vector>

#include "base/date.h"
#include "diag/source_file.h"
#include "model/workspace.h"
#include "report/calendar.h"
#include "report/chart.h"
#include "report/document.h"
#include "report/result.h"
#include "score/compare.h"
#include "score/progress.h"
#include "score/ranking.h"
#include "score/region.h"
#include "score/support_requests.h"
#include "score/trace.h"
#include "score/trend.h"

namespace cpm::report {

/// What all reports may want to know.
struct Context {
  const model::Workspace& workspace;
  const model::Document& document;             ///< the file reported on
  bool contacts = true;                        ///< false (`--no-contacts`): no names, email, phone
  std::optional<std::int64_t> benchmark = {};  ///< percent, the county's own
};

// `cpm score`
Document score_page(const std::vector<score::Scorecard>& cards, const model::Workspace& workspace, bool explain);
Result score_result(const std::vector<score::Scorecard>& cards, bool explain);
// `cpm rank`
Document rank_page(const score::Ranking& ranking, const model::Workspace& workspace);
Result rank_result(const score::Ranking& ranking);
// `cpm compare`; also `cpm report comparison`
Document comparison_page(const score::Comparison& comparison, const model::Workspace& workspace);
Result comparison_result(const score::Comparison& comparison);
// `cpm compare` over more than two Snapshots
Document trend_page(const score::Trend& trend, const model::Workspace& workspace);
Result trend_result(const score::Trend& trend);
// `cpm plan status`; also `cpm report status`
Document status_page(const score::Progress& progress, const Context& context);
Result status_result(const score::Progress& progress);
// `cpm trace`
Document trace_page(const score::TraceFiles& files, const score::Trace& trace, const Context& context);
Result trace_result(const score::TraceFiles& files, const score::Trace& trace, const diag::SourceMap& sources);
// `cpm support`; also `cpm report support`. A context per support file.
Document support_page(const score::SupportRequests& requests, const std::vector<Context>& contexts);
Result support_result(const score::SupportRequests& requests);
// `cpm plan calendar`
void add_plan(Calendar& calendar, const score::Progress& progress, const Context& context);
void add_roadmap(Calendar& calendar, const model::Roadmap& roadmap, const Context& context);
// `cpm report …`
Document snapshot_report(const score::Ranking& ranking, const Context& context);
Result snapshot_result(const score::Ranking& ranking);
Document plan_report(const model::Plan& plan, const Context& context);
Result plan_result(const model::Plan& plan, base::Date as_of);
Document theory_report(const model::TheoryOfChange& theory, const Context& context);
Result theory_result(const model::TheoryOfChange& theory);
// `cpm region`
/// `picture`: the name of the heat map written beside the page; empty when there is none.
Document region_page(const score::Region& region, const model::Workspace& workspace, const std::string& picture);
Result region_result(const score::Region& region, const model::Workspace& workspace);
/// The keys of the records under the result's `rows`.
std::vector<std::string> region_columns();
Chart region_heat_map(const score::Region& region, const model::Workspace& workspace);
Document logic_model_report(const model::LogicModel& model, const Context& context);
Result logic_model_result(const model::LogicModel& model, const Context& context);
Document roadmap_report(const model::Roadmap& roadmap, const Context& context);
Result roadmap_result(const model::Roadmap& roadmap, const Context& context);
/// `contexts`: one for each file of results, of one county or of several; groups below the county's limit are left out.
Document fidelity_report(const std::vector<Context>& contexts);
Result fidelity_result(const std::vector<Context>& contexts);
/// `card`: of the newest final Snapshot; nullptr when there is none.
Document handover_report(const score::Progress& progress, const score::Scorecard* card, const Context& context);
Result handover_result(const score::Progress& progress, const score::Scorecard* card);
/// Only steps with a date from `from` to `to`; a side that is missing is open.
struct DateRange {
  std::optional<base::Date> from = {};
  std::optional<base::Date> to = {};
};
Document sip_report(const score::Progress& progress, const DateRange& range, const Context& context);
Result sip_result(const score::Progress& progress, const DateRange& range);
/// One report as a part of a larger page: its page, or why there is none.
struct Part {
  std::string name;  ///< "snapshot": the word behind `cpm report`
  std::optional<Document> page = {};
  std::string reason = {};
};
Document county_report(std::vector<Part> parts, const std::string& county, base::Date as_of);
/// `county`: its key; empty when no file names one.
Result county_result(const std::vector<Part>& parts, const std::string& county, base::Date as_of);

}  // namespace cpm::report
