// What the team answered, item by item, how it voted, and what it rests on.
#include "facts/rows.h"

namespace cpm::facts {
namespace {

constexpr std::string_view kAnswers[] = {"scored", "missing", "dont_know", "not_applicable"};

std::string_view answer_key(score::Answer answer) {
  return kAnswers[static_cast<std::size_t>(answer)];
}

// ratings

struct RatingFacts {
  const Source& source;
  const score::ItemScore& item;
  std::int64_t top = 0;
};

const model::Rating* rating_of(const RatingFacts& facts) {
  return facts.item.rating == nullptr ? nullptr : &facts.item.rating->value;
}

Value if_voted(const RatingFacts& facts, Value value) {
  return facts.item.votes.voters > 0 ? std::move(value) : Value{};
}

/// What the votes say of a score needs both.
Value if_agreed(const RatingFacts& facts, Value value) {
  return facts.item.answer == score::Answer::scored ? if_voted(facts, std::move(value)) : Value{};
}

constexpr std::array<ColumnOf<RatingFacts>, 18> kRatingColumns = {{
    {kFile, of_file},
    {kItem, [](const RatingFacts& facts) -> Value { return cell(facts.item.item->id); }},
    {kCounty, of_county},
    {kSnapshotDate, of_date},
    {kInstrument, of_instrument},
    {{"area", Type::text, Need::must, "The area of the item."},
     [](const RatingFacts& facts) -> Value { return cell(facts.item.area->id); }},
    {{"state", Type::choice, Need::must,
      "Whether there is a score, and if not, why. Items that the file does not list are missing.", kAnswers},
     [](const RatingFacts& facts) -> Value { return answer_key(facts.item.answer); }},
    {{"score", Type::whole, Need::may, "The agreed score; none unless the state is `scored`."},
     [](const RatingFacts& facts) -> Value {
       return facts.item.answer == score::Answer::scored ? Value(facts.item.score) : Value{};
     }},
    {{"top", Type::whole, Need::must, "The top value of the scale."},
     [](const RatingFacts& facts) -> Value { return facts.top; }},
    {{"voters", Type::whole, Need::must, "People who voted; 0 if no votes were written down."},
     [](const RatingFacts& facts) -> Value { return facts.item.votes.voters; }},
    {{"agreeing", Type::whole, Need::may, "Votes for the agreed score."},
     [](const RatingFacts& facts) -> Value { return if_agreed(facts, facts.item.votes.agreeing); }},
    {{"lowest_vote", Type::whole, Need::may, "The lowest value that got a vote."},
     [](const RatingFacts& facts) -> Value { return if_voted(facts, facts.item.votes.lowest); }},
    {{"highest_vote", Type::whole, Need::may, "The highest value that got a vote."},
     [](const RatingFacts& facts) -> Value { return if_voted(facts, facts.item.votes.highest); }},
    {{"split", Type::flag, Need::may, "Both the lowest and the top value of the scale got votes."},
     [](const RatingFacts& facts) -> Value { return if_voted(facts, facts.item.votes.split); }},
    {{"outside", Type::flag, Need::may, "The agreed score lies outside every vote."},
     [](const RatingFacts& facts) -> Value { return if_agreed(facts, facts.item.votes.outside); }},
    {{"evidence", Type::whole, Need::must, "Pieces of evidence; their texts are in `evidence`."},
     [](const RatingFacts& facts) -> Value {
       const model::Rating* const rating = rating_of(facts);
       return rating == nullptr ? std::int64_t{0} : static_cast<std::int64_t>(rating->evidence.size());
     }},
    {{"comment", Type::prose, Need::may, "What the team says of it."},
     [](const RatingFacts& facts) -> Value {
       return rating_of(facts) == nullptr ? Value{} : cell(rating_of(facts)->comment);
     }},
    {{"note", Type::prose, Need::may, "Why there is no score."},
     [](const RatingFacts& facts) -> Value {
       return rating_of(facts) == nullptr ? Value{} : cell(rating_of(facts)->note);
     }},
}};
constexpr auto kRatingHeads = heads(kRatingColumns);

// votes and evidence

struct VoteFacts {
  const Source& source;
  const model::Keyed<model::Rating>& rating;
  std::int64_t value = 0;
  std::int64_t votes = 0;
};

constexpr std::array<ColumnOf<VoteFacts>, 6> kVoteColumns = {{
    {kFile, of_file},
    {kItem, [](const VoteFacts& facts) -> Value { return cell(facts.rating.key); }},
    {{"score", Type::whole, Need::key, "The value of the scale."},
     [](const VoteFacts& facts) -> Value { return facts.value; }},
    {kCounty, of_county},
    {kSnapshotDate, of_date},
    {{"votes", Type::whole, Need::must, "How many people chose it. Nobody's vote is known by name."},
     [](const VoteFacts& facts) -> Value { return facts.votes; }},
}};
constexpr auto kVoteHeads = heads(kVoteColumns);

struct EvidenceFacts {
  const Source& source;
  const model::Keyed<model::Rating>& rating;
  const model::LocatedText& text;
  std::int64_t position = 0;
};

constexpr std::array<ColumnOf<EvidenceFacts>, 6> kEvidenceColumns = {{
    {kFile, of_file},
    {kItem, [](const EvidenceFacts& facts) -> Value { return cell(facts.rating.key); }},
    {kPosition, [](const EvidenceFacts& facts) -> Value { return facts.position; }},
    {kCounty, of_county},
    {kSnapshotDate, of_date},
    {{"text", Type::prose, Need::may, "What the score rests on."},
     [](const EvidenceFacts& facts) -> Value { return cell(facts.text); }},
}};
constexpr auto kEvidenceHeads = heads(kEvidenceColumns);

constexpr Reference kOfItem[] = {
    {"file", "snapshots"}, {"instrument_file, item", "items"}, {"instrument_file, score", "scale_values"}};
constexpr Reference kOfRating[] = {{"file, item", "ratings"}};

}  // namespace

constexpr Table kRatingTable{.name = "ratings",
                             .about = "one row an item of a Snapshot, also of those without an answer",
                             .columns = kRatingHeads,
                             .references = kOfItem};
constexpr Table kVoteTable{.name = "votes",
                           .about = "one row a value of the scale that got votes for an item",
                           .columns = kVoteHeads,
                           .references = kOfRating};
constexpr Table kEvidenceTable{.name = "evidence",
                               .about = "one row a piece of evidence for a rating",
                               .columns = kEvidenceHeads,
                               .references = kOfRating};

namespace {

void add_votes(Rows& rows, const Source& source, const score::ItemScore& item, const model::Instrument& instrument) {
  for (const model::ScaleValue& value : instrument.scale)
    if (const std::int64_t votes = score::votes_for(item, *value.value); votes > 0)
      rows.add(kVoteTable, kVoteColumns,
               VoteFacts{.source = source, .rating = *item.rating, .value = *value.value, .votes = votes});
}

void add_evidence(Rows& rows, const Source& source, const model::Keyed<model::Rating>& rating) {
  std::int64_t position = 0;
  for (const model::LocatedText& text : rating.value.evidence)
    rows.add(kEvidenceTable, kEvidenceColumns,
             EvidenceFacts{.source = source, .rating = rating, .text = text, .position = ++position});
}

}  // namespace

void add_ratings(Rows& rows, const Source& source, const score::Scorecard& card) {
  for (const score::ItemScore& item : card.items) {
    rows.add(kRatingTable, kRatingColumns, RatingFacts{.source = source, .item = item, .top = card.top});
    if (item.rating == nullptr) continue;
    add_votes(rows, source, item, *card.instrument);
    add_evidence(rows, source, *item.rating);
  }
}

}  // namespace cpm::facts
