#pragma once
// What a Snapshot says of one item, asked in the words of the rules: scored, below the top, answered at all.
#include <cstdint>
#include <optional>
#include <string_view>

#include "model/instrument.h"
#include "model/snapshot.h"

namespace cpm::rules {

bool is_final(const model::Snapshot& snapshot);
bool has_state(const model::Rating& rating, model::RatingState state);

/// The agreed score of an item; nothing when it is not scored.
std::optional<std::int64_t> score_of(const model::Snapshot& snapshot, std::string_view item);
/// Scored, and lower than the top value of the instrument.
bool is_below_top(const model::Snapshot& snapshot, const model::Instrument& instrument, std::string_view item);
/// Scored with the top value.
bool is_at_top(const model::Snapshot& snapshot, const model::Instrument& instrument, std::string_view item);
/// Does the Snapshot list the item as knowingly incomplete?
bool is_incomplete(const model::Snapshot& snapshot, std::string_view item);

/// Where the score of an item stands; only for items that have one.
model::Span score_place(const model::Snapshot& snapshot, std::string_view item);
/// Where its score stands, or the state in its place.
model::Span answer_place(const model::Snapshot& snapshot, std::string_view item);

}  // namespace cpm::rules
