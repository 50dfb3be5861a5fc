// Snapshots, and who took part.
#include "facts/rows.h"

namespace cpm::facts {
namespace {

using model::Snapshot;

// snapshots

struct SnapshotFacts {
  const Source& source;
  const Snapshot& snapshot;
};

std::int64_t people_in(const Snapshot& snapshot) {
  std::int64_t people = 0;
  for (const model::Participant& participant : snapshot.participants)
    if (participant.count) people = base::capped_sum(people, *participant.count);
  return people;
}

constexpr std::array<ColumnOf<SnapshotFacts>, 12> kSnapshotColumns = {{
    {kFile, of_file},
    {kCounty, of_county},
    {{"date", Type::date, Need::must, "The day on which the team agreed on the scores."}, of_date},
    {{"status", Type::choice, Need::must, "Only a final one counts in `latest_snapshots`.",
      keys_of<model::DocumentStatus>},
     [](const SnapshotFacts& facts) -> Value { return choice_cell(facts.snapshot.status); }},
    {kInstrument, of_instrument},
    {{"instrument", Type::text, Need::must, "The instrument's id."},
     [](const SnapshotFacts& facts) -> Value { return cell(facts.source.document.instrument->id); }},
    {{"instrument_version", Type::text, Need::must, "The instrument's version."},
     [](const SnapshotFacts& facts) -> Value { return cell(facts.source.document.instrument->version); }},
    {{"administration", Type::choice, Need::may, "The first one, or a later one.", keys_of<model::Administration>},
     [](const SnapshotFacts& facts) -> Value { return choice_cell(facts.snapshot.administration); }},
    {{"number", Type::whole, Need::may, "Which follow-up it is."},
     [](const SnapshotFacts& facts) -> Value { return cell(facts.snapshot.number); }},
    {{"participants", Type::whole, Need::must, "People who took part, as far as the file counts them."},
     [](const SnapshotFacts& facts) -> Value { return people_in(facts.snapshot); }},
    {{"facilitator_role", Type::text, Need::may, "Who led the meeting, by role."},
     [](const SnapshotFacts& facts) -> Value {
       return facts.snapshot.facilitator ? cell(facts.snapshot.facilitator->role) : Value{};
     }},
    {{"facilitator_voted", Type::flag, Need::may, "Whether that person voted."},
     [](const SnapshotFacts& facts) -> Value {
       return facts.snapshot.facilitator ? cell(facts.snapshot.facilitator->voted) : Value{};
     }},
}};
constexpr auto kSnapshotHeads = heads(kSnapshotColumns);

// participants

using ParticipantEntry = Entry<model::Participant>;

constexpr std::array<ColumnOf<ParticipantEntry>, 7> kParticipantColumns = {{
    {kFile, of_file},
    {kPosition, of_position},
    {kCounty, of_county},
    {kSnapshotDate, of_date},
    {{"role", Type::text, Need::must, "Their role."},
     [](const ParticipantEntry& entry) -> Value { return cell(entry.record.role); }},
    {{"organization", Type::text, Need::may, "Their organization."},
     [](const ParticipantEntry& entry) -> Value { return cell(entry.record.organization); }},
    {{"count", Type::whole, Need::may, "How many they were."},
     [](const ParticipantEntry& entry) -> Value { return cell(entry.record.count); }},
}};
constexpr auto kParticipantHeads = heads(kParticipantColumns);

constexpr Reference kOfSnapshotFile[] = {{"file", "files"}, {"instrument_file", "instruments"}};
constexpr Reference kOfTheSnapshot[] = {{"file", "snapshots"}};

}  // namespace

constexpr Table kSnapshotTable{
    .name = "snapshots", .about = "one row a Snapshot", .columns = kSnapshotHeads, .references = kOfSnapshotFile};
constexpr Table kParticipantTable{.name = "participants",
                                  .about = "one row a group of people who took part in a Snapshot",
                                  .columns = kParticipantHeads,
                                  .references = kOfTheSnapshot};

void add_snapshot(Rows& rows, const Source& source, const score::Scorecard& card) {
  const Snapshot& snapshot = *card.snapshot;
  rows.add(kSnapshotTable, kSnapshotColumns, SnapshotFacts{.source = source, .snapshot = snapshot});
  rows.add_all(kParticipantTable, kParticipantColumns, source, snapshot.participants);
  add_ratings(rows, source, card);
  add_scores(rows, source, card);
  add_analysis(rows, source, snapshot);
}

}  // namespace cpm::facts
