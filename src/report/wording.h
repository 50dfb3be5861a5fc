#pragma once
// The words that all pages share: percents, ranges, answers, dates, names of areas and items. One place, so that the
// same thing is said the same way everywhere.
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "model/words.h"
#include "model/workspace.h"
#include "report/document.h"
#include "score/scorecard.h"

namespace cpm::model {

/// A question's answer as scores see it: a score, or the state that the file gives.
template <>
inline constexpr auto words<score::Answer> = std::to_array<Word<score::Answer>>({
    {score::Answer::scored, "scored", "scored"},
    {score::Answer::missing, "missing", "not answered"},
    {score::Answer::dont_know, "dont_know", "don't know"},
    {score::Answer::not_applicable, "not_applicable", "not applicable"},
});

}  // namespace cpm::model

namespace cpm::report {

using base::counted;
using base::is_are;
using Row = std::vector<Cell>;

/// The text of a cell that would otherwise be empty.
inline constexpr std::string_view kNone = "none";

// Cells
Cell text_cell(std::string_view text);
/// The text, or "none" when the file does not have it.
Cell text_cell(const model::LocatedText& text);
Cell whole_cell(std::int64_t number);
template <std::unsigned_integral Count>
Cell whole_cell(Count count) {
  return whole_cell(static_cast<std::int64_t>(count));
}
/// "55.0%", or "no percent".
Cell percent_cell(const std::optional<base::Ratio>& share);
/// "11 of 20", the number being 11.
Cell points_cell(const score::Figures& figures);
/// "2026-03-15", or "none".
Cell date_cell(const model::LocatedDate& date);
/// "2026-11-15", "November 2026"
Cell timeframe_cell(const model::LocatedTimeframe& timeframe);
std::string timeframe_text(const base::Timeframe& timeframe);
/// The agreed score with its label, traced to the line that gives it.
Cell answer_cell(const score::ItemScore& item, const model::Instrument& instrument);

/// Without the columns, after the first `keep`, in which every cell says "none": small tables for plans that use few
/// fields.
Table without_empty_columns(Table table, std::size_t keep);

// Figures in words
std::string percent_text(const base::Ratio& share);
std::string percent_text(const std::optional<base::Ratio>& share);
std::string points_text(const score::Figures& figures);
std::string coverage_text(const score::Figures& figures);
/// The percent as a number for a picture, or nothing.
std::optional<base::Tenths> percent_of(const std::optional<base::Ratio>& share);
/// Items that apply but have no score.
std::int64_t open_answers(const score::Figures& figures);
/// "45.0% to 55.0%", or "complete" when no answer is open.
std::string range_text(const score::Figures& figures);

// Answers and names
/// "1 (Partially in place)", "not answered", "don't know", "not applicable".
std::string answer_text(const score::ItemScore& item, const model::Instrument& instrument);
std::string value_text(const model::Instrument& instrument, std::int64_t value);
/// "1 at 0, 5 at 1, 1 at 2"
std::string votes_text(const model::Rating& rating);
std::string text_or(const model::LocatedText& text, std::string_view other);
/// Names one after the other with semicolons, since names hold commas themselves; "none" when there are none.
std::string names_joined(const std::vector<std::string>& names);
/// "Shared picture of CPM", or the id when there is no title.
std::string item_name(const model::Item& item);
/// "Shared picture of CPM (or-vision)"
std::string item_name_and_id(const model::Item& item);
std::string area_name(const model::Area& area);
/// The first time with the other names of the area in parentheses, from then on without.
class AreaNames {
 public:
  std::string operator()(const model::Area& area);

 private:
  std::set<std::string> seen_;
};
/// "Organizational Readiness (Organization and Leadership)" of each area that has another name; empty when none has.
std::string areas_with_other_names(const model::Instrument& instrument);
/// "cpm-default 1.0"
std::string version_text(const model::Instrument& instrument);
/// "Default capacity snapshot; cpm-default 1.0"
std::string instrument_text(const model::Instrument& instrument);
/// "Alder County (example)" for the key `example-alder`.
std::string county_name(const model::Workspace& workspace, const std::string& county);
/// The same for what a file says; "County not named" when it says nothing.
std::string county_text(const model::Workspace& workspace, const model::LocatedText& county);
/// "March 15, 2026", or "no date"
std::string date_text(const model::LocatedDate& date);
/// The texts with semicolons between them; "none" when there is none.
std::string texts_joined(const model::TextList& texts);

}  // namespace cpm::report
