#pragma once
// A small instrument, Snapshot and plan built by hand, and ways to look at pages and results as text.
#include <string>
#include <string_view>
#include <variant>

#include "model/workspace.h"
#include "report/context.h"
#include "report/document.h"
#include "report/result.h"
#include "score/ranking.h"
#include "score/scorecard.h"
#include "tests/support/build_model.h"

namespace cpm::report::fixtures {

using test::day;
using test::given;
using test::rating_of;
using test::text;
using test::timeframe;

inline model::LocatedDate day(int year, unsigned month, unsigned in_month) {
  return given(base::Date(std::chrono::year(year), std::chrono::month(month), std::chrono::day(in_month)));
}

inline model::LocatedTimeframe timeframe(int year, unsigned month, unsigned in_month) {
  return given(base::whole_day(*day(year, month, in_month)));
}

/// Scale 0 to 2; area `or` with `readiness` items or-1 …, area `wd` with `workforce` items wd-1 ….
model::Instrument instrument(int readiness, int workforce);
/// Scores in instrument order; 9 is missing, 8 don't know, 7 not applicable (with the note "because").
model::Snapshot snapshot(const model::Instrument& instrument, std::string_view scores);
void judge(model::Snapshot& snapshot, std::string_view item, std::int64_t importance, std::int64_t feasibility);
/// Three steps: done, overdue and upcoming at 2026-07-01; one priority, one objective with an indicator half way.
model::Plan plan();
model::BuiltIn built_in();

/// Title, headings, paragraphs, facts, lists and tables, a line each; the cells of a row are joined by " | ".
std::string page_text(const Document& page);
/// Compact JSON of a result, in the order of its keys.
std::string json(const Result& result);

}  // namespace cpm::report::fixtures
