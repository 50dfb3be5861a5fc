#include "score/scorecard.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <string_view>
#include <unordered_map>

#include "base/ratio.h"

namespace cpm::score {

namespace {

using RatingIndex = std::unordered_map<std::string_view, const model::Keyed<model::Rating>*>;

/// The first entry of an item counts; a second one is an error that `check` reports.
RatingIndex index_of(const model::Snapshot& snapshot) {
  RatingIndex index;
  for (const auto& entry : snapshot.ratings) index.emplace(entry.key.value, &entry);
  return index;
}

bool on_scale(const model::Instrument& instrument, std::int64_t value) {
  return std::any_of(instrument.scale.begin(), instrument.scale.end(),
                     [value](const model::ScaleValue& row) { return row.value.given && *row.value == value; });
}

Answer answer_of(model::RatingState state) {
  if (state == model::RatingState::dont_know) return Answer::dont_know;
  if (state == model::RatingState::not_applicable) return Answer::not_applicable;
  return Answer::missing;
}

/// A score that is not on the scale, or that stands beside a state, is no answer: better a wider range than a guess.
Answer answer_of(const model::Rating& rating, const model::Instrument& instrument) {
  if (rating.state) return rating.score ? Answer::missing : answer_of(*rating.state);
  return rating.score && on_scale(instrument, *rating.score) ? Answer::scored : Answer::missing;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, problem] = std::from_chars(text.data(), end, number);
  if (problem != std::errc{} || stop != end) return std::nullopt;
  return number;
}

void add_vote(Votes& votes, std::int64_t value, std::int64_t people) {
  votes.lowest = votes.voters == 0 ? value : std::min(votes.lowest, value);
  votes.highest = votes.voters == 0 ? value : std::max(votes.highest, value);
  votes.voters = base::capped_sum(votes.voters, people);
}

Votes votes_of(const ItemScore& answered, const model::Instrument& instrument) {
  Votes votes;
  if (answered.rating == nullptr) return votes;
  const bool scored = answered.answer == Answer::scored;
  for (const auto& entry : answered.rating->value.votes) {
    const std::optional<std::int64_t> value = whole_number(entry.key.value);
    if (!value || !on_scale(instrument, *value) || !entry.value || *entry.value <= 0) continue;
    add_vote(votes, *value, *entry.value);
    if (scored && *value == answered.score) votes.agreeing = base::capped_sum(votes.agreeing, *entry.value);
  }
  if (votes.voters == 0) return votes;
  const std::int64_t top = model::top_value(instrument);
  const std::int64_t bottom = *instrument.scale.front().value;
  votes.split = votes.lowest == bottom && votes.highest == top && bottom != top;
  votes.outside = scored && (answered.score < votes.lowest || answered.score > votes.highest);
  return votes;
}

ItemScore item_score(const model::Item& item, const RatingIndex& ratings, const model::Instrument& instrument) {
  ItemScore result;
  result.item = &item;
  const auto found = ratings.find(item.id.value);
  if (found == ratings.end()) return result;
  const model::Rating& rating = found->second->value;
  result.rating = found->second;
  result.answer = answer_of(rating, instrument);
  if (result.answer == Answer::scored) result.score = *rating.score;
  result.votes = votes_of(result, instrument);
  return result;
}

Figures empty_figures(const model::Instrument& instrument) {
  Figures sums;
  sums.top = model::top_value(instrument);
  sums.distribution.assign(instrument.scale.size(), 0);
  return sums;
}

void add_score(Figures& sums, std::int64_t score, const model::Instrument& instrument) {
  sums.scored += 1;
  sums.points += score;
  sums.possible += sums.top;
  for (std::size_t i = 0; i < instrument.scale.size(); ++i)
    if (instrument.scale[i].value.value == score) sums.distribution[i] += 1;
}

void add(Figures& sums, const ItemScore& item, const model::Instrument& instrument) {
  sums.items += 1;
  if (item.answer == Answer::scored) add_score(sums, item.score, instrument);
  if (item.answer == Answer::missing) sums.missing += 1;
  if (item.answer == Answer::dont_know) sums.dont_know += 1;
  if (item.answer == Answer::not_applicable) sums.not_applicable += 1;
}

/// The share with the unanswered items counted as `each` points; the range of product.md section 5.
std::optional<base::Ratio> share_if_unanswered_are(const Figures& figures, std::int64_t each) {
  const std::int64_t unanswered = figures.missing + figures.dont_know;
  const std::int64_t possible = figures.top * (figures.scored + unanswered);
  if (possible == 0) return std::nullopt;
  return base::Ratio{.numerator = figures.points + each * unanswered, .denominator = possible};
}

}  // namespace

std::optional<base::Ratio> share(const Figures& figures) {
  if (figures.possible == 0) return std::nullopt;
  return base::Ratio{.numerator = figures.points, .denominator = figures.possible};
}

std::optional<base::Ratio> lowest_share(const Figures& figures) {
  return share_if_unanswered_are(figures, 0);
}

std::optional<base::Ratio> highest_share(const Figures& figures) {
  return share_if_unanswered_are(figures, figures.top);
}

std::int64_t applicable(const Figures& figures) {
  return figures.items - figures.not_applicable;
}

Scorecard scorecard(const model::Snapshot& snapshot, const model::Instrument& instrument) {
  Scorecard card;
  card.snapshot = &snapshot;
  card.instrument = &instrument;
  card.top = model::top_value(instrument);
  card.total = empty_figures(instrument);
  const RatingIndex ratings = index_of(snapshot);
  for (const model::Area& area : instrument.areas) {
    AreaScore in_area{.area = &area, .figures = empty_figures(instrument)};
    for (const model::Item& item : area.items) {
      ItemScore scored = item_score(item, ratings, instrument);
      scored.area = &area;
      add(in_area.figures, scored, instrument);
      add(card.total, scored, instrument);
      card.items.push_back(scored);
    }
    card.areas.push_back(std::move(in_area));
  }
  return card;
}

Figures figures(const std::vector<const ItemScore*>& items, const model::Instrument& instrument) {
  Figures sums = empty_figures(instrument);
  for (const ItemScore* item : items) add(sums, *item, instrument);
  return sums;
}

bool meets(const base::Ratio& share, std::int64_t benchmark_percent) {
  return share >= base::Ratio{.numerator = benchmark_percent, .denominator = 100};
}

std::int64_t votes_for(const ItemScore& item, std::int64_t value) {
  std::int64_t votes = 0;
  if (item.rating == nullptr) return votes;
  for (const auto& entry : item.rating->value.votes)
    if (entry.value && *entry.value > 0 && whole_number(entry.key.value) == value)
      votes = base::capped_sum(votes, *entry.value);
  return votes;
}

const ItemScore* find_item(const Scorecard& scorecard, std::string_view id) {
  const auto found = std::find_if(scorecard.items.begin(), scorecard.items.end(),
                                  [id](const ItemScore& item) { return item.item->id.value == id; });
  return found == scorecard.items.end() ? nullptr : &*found;
}

}  // namespace cpm::score
