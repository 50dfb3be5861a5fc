// What a Snapshot answers, item by item: reasons for missing answers, votes, evidence.
#include <map>
#include <optional>

#include <fmt/format.h>

#include "base/text.h"
#include "rules/answers.h"
#include "rules/rule_table.h"
#include "rules/words.h"

namespace cpm::rules {
namespace {

using diag::Diagnostics;
using model::Instrument;
using model::Keyed;
using model::Rating;
using model::RatingState;
using model::Snapshot;

constexpr std::size_t kNamed = 5;  // items named in one headline

void check_not_applicable(const Snapshot& snapshot, const Subject& subject, Diagnostics& findings) {
  for (const auto& [item, rating] : snapshot.ratings) {
    if (!has_state(rating, RatingState::not_applicable) || rating.note.given) continue;
    findings.add({.code = 401,
                  .message = item_name(subject.document.instrument, *item) + " is `not_applicable` without a reason",
                  .span = rating.state.span,
                  .help = "add a `note` that says why the question does not fit the county, or write `dont_know`",
                  .item = *item});
  }
}

// Items that the file does not list at all: one finding, since usually a whole part was not reached.
void check_absent(const Snapshot& snapshot, const Instrument& instrument, Diagnostics& findings) {
  std::vector<std::string> absent;
  std::string item;
  for (const model::Area& area : instrument.areas) {
    for (const model::Item& asked : area.items) {
      if (model::find_rating(snapshot, *asked.id) != nullptr || is_incomplete(snapshot, *asked.id)) continue;
      absent.push_back(named("", asked.id, asked.title));
      item = *asked.id;
    }
  }
  if (absent.empty()) return;
  findings.add({.code = 402,
                .message = fmt::format("this final Snapshot leaves {} of {} without an answer: {}",
                                       base::counted(absent.size(), "item"), model::item_count(instrument),
                                       first_of(absent, kNamed)),
                .span = snapshot.status.span,
                .help = "answer them, list each under `incomplete` with a reason, or set `status: draft`",
                .item = absent.size() == 1 ? item : std::string{}});
}

void check_missing(const Snapshot& snapshot, const Subject& subject, Diagnostics& findings) {
  if (!is_final(snapshot)) return;
  if (subject.document.instrument != nullptr) check_absent(snapshot, *subject.document.instrument, findings);
  for (const auto& [item, rating] : snapshot.ratings) {
    if (!has_state(rating, RatingState::missing) || is_incomplete(snapshot, *item)) continue;
    findings.add({.code = 402,
                  .message = item_name(subject.document.instrument, *item) + " is `missing` in a final Snapshot",
                  .span = rating.state.span,
                  .labels = {{snapshot.status.span, "final here"}},
                  .help = "answer it, list it under `incomplete` with a reason, or set `status: draft`",
                  .item = *item});
  }
}

void check_note(const Snapshot& snapshot, const Subject& subject, Diagnostics& findings) {
  for (const auto& [item, rating] : snapshot.ratings) {
    if (!has_state(rating, RatingState::dont_know)) continue;
    if (rating.note.given || is_incomplete(snapshot, *item)) continue;
    findings.add({.code = 408,
                  .message = item_name(subject.document.instrument, *item) + " is `dont_know` without a note",
                  .span = rating.state.span,
                  .help = "add a `note`: what the team would need to know, whom to ask, by when",
                  .item = *item});
  }
}

std::int64_t total_of(const Rating& rating) {
  std::int64_t total = 0;
  for (const Keyed<model::LocatedWhole>& vote : rating.votes) total += *vote.value;
  return total;
}

// People at the table who could vote; nothing unless every group says how many it had.
std::optional<std::int64_t> voters_of(const Snapshot& snapshot) {
  const model::LocatedText* const abstaining = snapshot.facilitator && snapshot.facilitator->voted.given &&
                                                       !*snapshot.facilitator->voted && snapshot.facilitator->role.given
                                                   ? &snapshot.facilitator->role
                                                   : nullptr;
  std::int64_t voters = 0;
  bool facilitator_counted = false;
  for (const model::Participant& group : snapshot.participants) {
    if (!group.count.given) return std::nullopt;
    voters += *group.count;
    facilitator_counted = facilitator_counted || (abstaining != nullptr && *group.role == **abstaining);
  }
  if (facilitator_counted) --voters;
  return voters > 0 ? std::optional{voters} : std::nullopt;
}

// The total that most items share; nothing when no total, or more than one, is the most frequent.
std::optional<std::int64_t> usual_total(const Snapshot& snapshot) {
  std::map<std::int64_t, std::size_t> items_by_total;
  for (const auto& [item, rating] : snapshot.ratings)
    if (!rating.votes.empty()) ++items_by_total[total_of(rating)];
  std::optional<std::int64_t> usual;
  std::size_t most = 1;
  for (const auto& [total, items] : items_by_total) {
    if (items > most)
      usual = total;
    else if (items == most)
      usual.reset();
    most = std::max(most, items);
  }
  return usual;
}

void check_vote_count(const Snapshot& snapshot, const Subject& subject, Diagnostics& findings) {
  const std::optional<std::int64_t> voters = voters_of(snapshot);
  const std::optional<std::int64_t> expected = voters ? voters : usual_total(snapshot);
  if (!expected) return;
  const std::string compared = voters
                                   ? (*expected == 1 ? "1 person" : std::to_string(*expected) + " people") +
                                         " could vote"
                                   : "other items have " + base::counted(static_cast<std::size_t>(*expected), "vote");
  for (const auto& [item, rating] : snapshot.ratings) {
    if (rating.votes.empty() || total_of(rating) == *expected) continue;
    findings.add({.code = 407,
                  .message = fmt::format("the votes for {} add up to {}, but {}",
                                         item_name(subject.document.instrument, *item), total_of(rating), compared),
                  .span = joined(rating.votes.front().key.span, rating.votes.back().value.span),
                  .help = voters ? "correct the votes, or the `count` of the participants"
                                 : "correct the votes, or give each of the `participants` a `count`",
                  .item = *item});
  }
}

void check_evidence(const Snapshot& snapshot, const Subject& subject, Diagnostics& findings) {
  if (subject.document.instrument == nullptr) return;
  const Instrument& instrument = *subject.document.instrument;
  for (const auto& [item, rating] : snapshot.ratings) {
    if (!is_at_top(snapshot, instrument, *item) || !rating.evidence.empty()) continue;
    findings.add({.code = 415,
                  .message = fmt::format("{} has the top value {} without evidence", item_name(&instrument, *item),
                                         scale_word(instrument, *rating.score)),
                  .span = rating.score.span,
                  .help = "add `evidence`: a document, a date or a link that a visitor could look at",
                  .item = *item});
  }
}

void check_agreed_score(const Snapshot& snapshot, const Subject& subject, Diagnostics& findings) {
  for (const auto& [item, rating] : snapshot.ratings) {
    if (!rating.score.given || rating.comment.given || total_of(rating) == 0) continue;
    std::int64_t votes_for_it = 0;
    for (const auto& [value, people] : rating.votes)
      if (*value == std::to_string(*rating.score)) votes_for_it += *people;
    if (votes_for_it > 0) continue;
    findings.add(
        {.code = 416,
         .message = fmt::format("{} is scored {}, which nobody voted for",
                                item_name(subject.document.instrument, *item), quoted(std::to_string(*rating.score))),
         .span = rating.score.span,
         .labels = {{joined(rating.votes.front().key.span, rating.votes.back().value.span), "the votes"}},
         .help = "correct the score or the votes, or say in `comment` how the team came to it",
         .item = *item});
  }
}

void check_incomplete(const Snapshot& snapshot, const Subject& subject, Diagnostics& findings) {
  for (const model::Incomplete& entry : snapshot.incomplete) {
    if (!entry.item.given || !score_of(snapshot, *entry.item)) continue;
    findings.add({.code = 422,
                  .message = item_name(subject.document.instrument, *entry.item) +
                             " is listed as incomplete, but it has a score",
                  .span = entry.item.span,
                  .labels = {{score_place(snapshot, *entry.item), "scored here"}},
                  .help = "remove the entry under `incomplete`, or the score",
                  .item = *entry.item});
  }
}

constexpr Rule kSnapshotAnswerRules[] = {
    {"snapshot: reasons for not applicable", kCodes<401>, on<Snapshot, check_not_applicable>},
    {"snapshot: missing answers", kCodes<402>, on<Snapshot, check_missing>},
    {"snapshot: vote counts", kCodes<407>, on<Snapshot, check_vote_count>},
    {"snapshot: notes on missing answers", kCodes<408>, on<Snapshot, check_note>},
    {"snapshot: evidence", kCodes<415>, on<Snapshot, check_evidence>},
    {"snapshot: agreed scores", kCodes<416>, on<Snapshot, check_agreed_score>},
    {"snapshot: incomplete items", kCodes<422>, on<Snapshot, check_incomplete>},
};

}  // namespace

std::span<const Rule> snapshot_answer_rules() {
  return kSnapshotAnswerRules;
}

}  // namespace cpm::rules
