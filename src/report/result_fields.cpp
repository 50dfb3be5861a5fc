#include "report/result_fields.h"

#include <iterator>

namespace cpm::report {

namespace {

Result opportunity_result(const score::Opportunity& opportunity) {
  const score::ItemScore& item = *opportunity.item;
  return Result::Fields{
      {"item", *item.item->id},
      {"area", *item.area->id},
      {"score", item.score},
      {"gap", base::tenths(opportunity.gap, 1)},
      {"importance", opportunity.importance},
      {"feasibility", opportunity.feasibility},
      {"value", base::percent(opportunity.value)},
      {"rank", opportunity.rank},
      {"shared", opportunity.shared},
      {"holds", opportunity.holds},
      {"holds_at_most", opportunity.holds_at_most},
      {"waits_for", list_of(opportunity.waits_for, [](const model::Item* first) { return Result(*first->id); })},
  };
}

Result unjudged_result(const score::Opportunity& opportunity) {
  const score::ItemScore& item = *opportunity.item;
  return Result::Fields{{"item", *item.item->id}, {"area", *item.area->id}, {"score", item.score}};
}

Result area_result(const score::AreaScore& score) {
  Result::Fields fields{{"id", *score.area->id}, {"label", *score.area->label}};
  append(fields, figures_fields(score.figures));
  return fields;
}

}  // namespace

Result text_result(const model::LocatedText& text) {
  return text ? Result(*text) : Result();
}

Result date_result(const model::LocatedDate& date) {
  return date ? Result(base::to_text(*date)) : Result();
}

Result timeframe_result(const std::optional<base::Timeframe>& timeframe) {
  if (!timeframe) return {};
  if (timeframe->sharpness == base::Sharpness::day) return base::to_text(timeframe->first);
  return Result::Fields{{"text", base::to_text(*timeframe)},
                        {"from", base::to_text(timeframe->first)},
                        {"to", base::to_text(timeframe->last)}};
}

Result timeframe_result(const model::LocatedTimeframe& timeframe) {
  return timeframe ? timeframe_result(std::optional{*timeframe}) : Result();
}

Result whole_result(const model::LocatedWhole& number) {
  return number ? Result(*number) : Result();
}

Result texts_result(const model::TextList& texts) {
  return list_of(texts, [](const model::LocatedText& text) { return Result(*text); });
}

Result percent_result(const std::optional<base::Ratio>& share) {
  return share ? Result(base::percent(*share)) : Result();
}

Result decimal_result(const model::LocatedDecimal& number) {
  return number ? Result(base::to_text(*number)) : Result();
}

Result date_result(const std::optional<base::Date>& date) {
  return date ? Result(base::to_text(*date)) : Result();
}

Result text_or_null(const std::string& text) {
  return text.empty() ? Result() : Result(text);
}

Result instrument_result(const model::Instrument& instrument) {
  return Result::Fields{{"id", *instrument.id}, {"version", *instrument.version}};
}

Result::Fields figures_fields(const score::Figures& figures) {
  return Result::Fields{
      {"points", figures.points},
      {"possible", figures.possible},
      {"percent", percent_result(score::share(figures))},
      {"low", percent_result(score::lowest_share(figures))},
      {"high", percent_result(score::highest_share(figures))},
      {"coverage", Result::Fields{{"scored", figures.scored}, {"of", score::applicable(figures)}}},
      {"items", figures.items},
      {"scored", figures.scored},
      {"missing", figures.missing},
      {"dont_know", figures.dont_know},
      {"not_applicable", figures.not_applicable},
      {"distribution", list_of(figures.distribution, [](std::int64_t count) { return Result(count); })},
  };
}

Result::Fields score_fields(const score::Scorecard& card) {
  return Result::Fields{{"areas", list_of(card.areas, area_result)}, {"total", figures_fields(card.total)}};
}

Result::Fields snapshot_fields(const score::Scorecard& card) {
  const model::Snapshot& snapshot = *card.snapshot;
  return Result::Fields{
      {"county", text_result(snapshot.county)},
      {"date", date_result(snapshot.date)},
      {"instrument", instrument_result(*card.instrument)},
      {"status", key_result(snapshot.status)},
      {"revision", text_or_null(card.revision)},
  };
}

Result votes_result(const score::ItemScore& item) {
  if (item.rating == nullptr || item.votes.voters == 0) return {};
  Result::Fields counts;
  for (const auto& [value, count] : item.rating->value.votes) counts.emplace_back(*value, Result(*count));
  return Result::Fields{
      {"counts", std::move(counts)},         {"voters", item.votes.voters},   {"agreeing", item.votes.agreeing},
      {"lowest", item.votes.lowest},         {"highest", item.votes.highest}, {"split", item.votes.split},
      {"score_outside", item.votes.outside},
  };
}

Result score_or_null(const score::ItemScore& item) {
  return item.answer == score::Answer::scored ? Result(item.score) : Result();
}

Result::Fields ranking_fields(const score::Ranking& ranking) {
  const score::Weights& weights = ranking.options.weights;
  return Result::Fields{
      {"top", ranking.options.top},
      {"weightings", score::kWeightings},
      {"weights",
       Result::Fields{{"gap", weights.gap}, {"importance", weights.importance}, {"feasibility", weights.feasibility}}},
      {"items", list_of(ranking.judged, opportunity_result)},
      {"unjudged", list_of(ranking.unjudged, unjudged_result)},
  };
}

void append(Result::Fields& fields, Result::Fields more) {
  fields.insert(fields.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace cpm::report
