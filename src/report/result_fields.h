#pragma once
// Pieces that several results share: figures, instrument, snapshot heads, opportunities. Their keys are the words of
// the JSON contract (schemas/output/); a change here is a change of an interface.
#include <optional>

#include "model/words.h"
#include "report/result.h"
#include "report/wording.h"
#include "score/compare.h"
#include "score/ranking.h"
#include "score/scorecard.h"

namespace cpm::report {

/// The text, or null when the file does not have it.
Result text_result(const model::LocatedText& text);
Result date_result(const model::LocatedDate& date);
/// A day as a text; a month or a quarter as `{text, from, to}`, so that a program need not know the forms.
Result timeframe_result(const std::optional<base::Timeframe>& timeframe);
Result timeframe_result(const model::LocatedTimeframe& timeframe);
Result whole_result(const model::LocatedWhole& number);
/// The number as the file has it, exactly, as a text.
Result decimal_result(const model::LocatedDecimal& number);
/// Null when there is no day.
Result date_result(const std::optional<base::Date>& date);
/// Null when the text is empty.
Result text_or_null(const std::string& text);
/// The key of a choice, or null when the file does not have it.
template <class Choice>
Result key_result(const model::Located<Choice>& choice) {
  return choice ? Result(model::key(*choice)) : Result();
}
Result texts_result(const model::TextList& texts);
/// Percent with one decimal, or null.
Result percent_result(const std::optional<base::Ratio>& share);
Result instrument_result(const model::Instrument& instrument);

/// points, possible, percent, low, high, coverage, items, scored, missing, dont_know, not_applicable, distribution.
Result::Fields figures_fields(const score::Figures& figures);
/// areas and total of a Snapshot.
Result::Fields score_fields(const score::Scorecard& card);
/// county, date, instrument, status.
Result::Fields snapshot_fields(const score::Scorecard& card);
/// Counts per value and what they say; null when no votes were recorded.
Result votes_result(const score::ItemScore& item);
/// The score, or null when the item has none.
Result score_or_null(const score::ItemScore& item);
/// top, weightings, weights, items, unjudged.
Result::Fields ranking_fields(const score::Ranking& ranking);

/// Moves the fields of `more` to the end of `fields`.
void append(Result::Fields& fields, Result::Fields more);

/// A list made by calling `make` for each entry.
template <class Entries, class Make>
Result::List list_of(const Entries& entries, Make make) {
  Result::List list;
  for (const auto& entry : entries) list.push_back(make(entry));
  return list;
}

}  // namespace cpm::report
