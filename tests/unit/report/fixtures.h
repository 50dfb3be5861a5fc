#pragma once
// A small instrument, Snapshot and plan built by hand, and ways to look at pages and results as text.
#include <string>
#include <string_view>
#include <variant>

#include "model/workspace.h"
#include "report/document.h"
#include "report/pages.h"
#include "report/result.h"
#include "score/ranking.h"
#include "score/scorecard.h"

namespace cpm::report::fixtures {

/// A value with a place of its own, as if read from file 0.
template <class T>
diag::Located<T> given(T value) {
  return {.value = std::move(value), .span = {.file = 0, .begin = 10, .end = 12, .whole_file = false}, .given = true};
}

inline model::LocatedText text(std::string words) {
  return given(std::move(words));
}

inline model::LocatedDate day(int year, unsigned month, unsigned in_month) {
  return given(base::Date(std::chrono::year(year), std::chrono::month(month), std::chrono::day(in_month)));
}

/// Scale 0 to 2; area `or` with `readiness` items or-1 …, area `wd` with `workforce` items wd-1 ….
model::Instrument instrument(int readiness, int workforce);
/// Scores in instrument order; 9 is missing, 8 don't know, 7 not applicable (with the note "because").
model::Snapshot snapshot(const model::Instrument& instrument, std::string_view scores);
void judge(model::Snapshot& snapshot, std::string item, std::int64_t importance, std::int64_t feasibility);
model::Rating& rating(model::Snapshot& snapshot, std::string_view item);
/// Three steps: done, overdue and upcoming at 2026-07-01; one priority, one objective with an indicator half way.
model::Plan plan();
model::BuiltIn built_in();

/// Title, headings, paragraphs, facts, lists and tables, a line each; the cells of a row are joined by " | ".
std::string page_text(const Document& page);
/// Compact JSON of a result, in the order of its keys.
std::string json(const Result& result);

inline bool has(const std::string& whole, std::string_view part) {
  return whole.find(part) != std::string::npos;
}

}  // namespace cpm::report::fixtures
