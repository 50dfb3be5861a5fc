#pragma once
// The pages on plans and on the files around them, and what they say to machines, one after the other. Each is built in the
// file of its name.
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "diag/source_file.h"
#include "report/calendar.h"
#include "report/context.h"
#include "report/document.h"
#include "report/result.h"
#include "score/progress.h"
#include "score/scorecard.h"
#include "score/sip.h"
#include "score/support_requests.h"
#include "score/trace.h"

namespace cpm::report {

// `cpm report plan`: the implementation plan in the order of the form: contact, team, priorities by area, horizon, what
// success looks like, action steps, reviews.

Document plan_report(const model::Plan& plan, const Context& context);
/// In the order of the form. Names, email and phone stay out of it: roles and teams only.
/// `targets`: what the plan aims at, held against Snapshots; empty where it aims at nothing.
Result plan_result(const model::Plan& plan, base::Date as_of, PlansTargets targets = {});

// `cpm plan status` and `cpm report status`: what is done, late and next at a date.

Document status_page(const score::Progress& progress, const Context& context);
/// Names of people stay out of it: roles and teams only.
Result status_result(const score::Progress& progress, const Context& context);

/// A line for each indicator with figures of more than one day; nothing when there is none.
std::optional<Chart> indicators_chart(const score::Progress& progress);

// `cpm plan calendar`: the dates of open steps, the plan's reassessment and the entries of road maps.

/// `with_closed`: also steps that are done or dropped, as canceled events.
void add_plan(Calendar& calendar, const score::Progress& progress, const Context& context, bool with_closed);
void add_roadmap(Calendar& calendar, const model::Roadmap& roadmap, const Context& context);

// `cpm report sip`: the plans seen from the county's System Improvement Plan (SIP), as its yearly progress report needs it:
// strategy by strategy the priorities, steps, statuses, reviews and figures between two dates, and the chart of its whole period,
// agency by agency.

/// `view` has at least one plan. `settings`: of cpm.yaml, for the signature sheet; nullptr: there are none.
Document sip_report(const score::SipView& view, const model::SipSettings* settings, const Context& context);
Result sip_result(const score::SipView& view);
/// The keys of the rows of the chart, for spreadsheets.
std::vector<std::string> sip_columns();

// `cpm support` and `cpm report support`: requests by provider, ready to be sent; what several counties need at once.

/// `contexts`: one for each support file.
Document support_page(const score::SupportRequests& requests, const std::vector<Context>& contexts);
/// Contacts stay out of it.
Result support_result(const score::SupportRequests& requests);

// `cpm trace`: how theory, outcomes, plan, Snapshot and support are linked, and what is not linked.

Document trace_page(const score::TraceFiles& files, const score::Trace& trace, const Context& context);
/// Nodes, edges and loose ends, with their places in the files.
Result trace_result(const score::TraceFiles& files, const score::Trace& trace, const diag::SourceMap& sources);

// `cpm report theory`: the theory of change, one line a clause, with its words IF and THEN kept, and the outcomes it rests on.

Document theory_report(const model::TheoryOfChange& theory, const Context& context);
Result theory_result(const model::TheoryOfChange& theory);

// `cpm report logic-model`: activities, outputs and outcomes on one page, where the figures come from, the latest ones
// against their targets, and how those are asked who see an outcome best.

Document logic_model_report(const model::LogicModel& model, const Context& context);
Result logic_model_result(const model::LogicModel& model, const Context& context);

// `cpm report roadmap`: the support activities of a fiscal year month by month; a month without any says so.

Document roadmap_report(const model::Roadmap& roadmap, const Context& context);
Result roadmap_result(const model::Roadmap& roadmap, const Context& context);

// `cpm report fidelity`: is the practice used as it is meant? Results of groups, tool by tool and over time; groups too small
// to be shown are left out of page and result alike, and the page says so.

/// `contexts`: one for each file of results, of one county or of several.
Document fidelity_report(const std::vector<Context>& contexts);
Result fidelity_result(const std::vector<Context>& contexts);

// `cpm report handover`: for a new director. Where we are, what was decided and why, what is next, who to ask.

/// `card`: of the newest final Snapshot; nullptr when there is none.
Document handover_report(const score::Progress& progress, const score::Scorecard* card, const Context& context);
Result handover_result(const score::Progress& progress, const score::Scorecard* card, const Context& context);

// `cpm report county`: all that the county's files say on one page, each report a part of it.

/// One report as a part of a larger page: its page, or why there is none.
struct ReportPart {
  std::string name;  ///< "snapshot": the word behind `cpm report`
  std::optional<Document> page = {};
  std::string reason = {};
};

/// `county`: its name.
Document county_report(std::vector<ReportPart> parts, const std::string& county, base::Date as_of);
/// `county`: its key; empty when no file names one.
Result county_result(const std::vector<ReportPart>& parts, const std::string& county, base::Date as_of);

}  // namespace cpm::report
