#include "rules/answers.h"

#include <algorithm>

namespace cpm::rules {

bool is_final(const model::Snapshot& snapshot) {
  return snapshot.status.given && *snapshot.status == model::DocumentStatus::final;
}

bool has_state(const model::Rating& rating, model::RatingState state) {
  return rating.state.given && *rating.state == state;
}

std::optional<std::int64_t> score_of(const model::Snapshot& snapshot, std::string_view item) {
  const model::Keyed<model::Rating>* const rating = model::find_rating(snapshot, item);
  if (rating == nullptr || !rating->value.score.given) return std::nullopt;
  return *rating->value.score;
}

bool is_below_top(const model::Snapshot& snapshot, const model::Instrument& instrument, std::string_view item) {
  const std::optional<std::int64_t> score = score_of(snapshot, item);
  return score.has_value() && *score < model::top_value(instrument);
}

bool is_at_top(const model::Snapshot& snapshot, const model::Instrument& instrument, std::string_view item) {
  return score_of(snapshot, item) == model::top_value(instrument);
}

bool is_incomplete(const model::Snapshot& snapshot, std::string_view item) {
  return std::any_of(snapshot.incomplete.begin(), snapshot.incomplete.end(),
                     [&](const model::Incomplete& entry) { return entry.item.given && *entry.item == item; });
}

model::Span score_place(const model::Snapshot& snapshot, std::string_view item) {
  const model::Keyed<model::Rating>* const rating = model::find_rating(snapshot, item);
  return rating == nullptr ? model::Span{} : rating->value.score.span;
}

model::Span answer_place(const model::Snapshot& snapshot, std::string_view item) {
  const model::Keyed<model::Rating>* const rating = model::find_rating(snapshot, item);
  const bool stated = rating != nullptr && !rating->value.score.given && rating->value.state.given;
  return stated ? rating->value.state.span : score_place(snapshot, item);
}

}  // namespace cpm::rules
