// What a team made of its answers: strengths, opportunities, how it judged them, and its priorities.
#include "facts/rows.h"

namespace cpm::facts {
namespace {

constexpr std::string_view kRemarkLists[] = {"strength", "opportunity", "dismissed"};

struct RemarkFacts {
  const Source& source;
  const model::Remark& remark;
  std::string_view list;
  std::int64_t position = 0;
  const model::LocatedText* item = nullptr;  ///< of `remark_items`
  std::int64_t item_position = 0;
};

constexpr ColumnOf<RemarkFacts> kRemarkFile{kFile, of_file};
constexpr ColumnOf<RemarkFacts> kRemarkList{
    {"list", Type::choice, Need::key, "A strength, an opportunity, or items that the team leaves as they are.",
     kRemarkLists},
    [](const RemarkFacts& facts) -> Value { return facts.list; }};
constexpr ColumnOf<RemarkFacts> kRemarkPosition{{"position", Type::whole, Need::key, "The place in that list, from 1."},
                                                [](const RemarkFacts& facts) -> Value { return facts.position; }};
constexpr ColumnOf<RemarkFacts> kRemarkCounty{kCounty, of_county};
constexpr ColumnOf<RemarkFacts> kRemarkDate{kSnapshotDate, of_date};

constexpr std::array kRemarkColumns = {
    kRemarkFile,
    kRemarkList,
    kRemarkPosition,
    kRemarkCounty,
    kRemarkDate,
    ColumnOf<RemarkFacts>{{"remark", Type::text, Need::may, "Its id in the file."},
                          [](const RemarkFacts& facts) -> Value { return cell(facts.remark.id); }},
    ColumnOf<RemarkFacts>{{"text", Type::prose, Need::may, "What the team says."},
                          [](const RemarkFacts& facts) -> Value { return cell(facts.remark.text); }},
};
constexpr auto kRemarkHeads = heads(kRemarkColumns);

constexpr std::array kRemarkItemColumns = {
    kRemarkFile,
    kRemarkList,
    kRemarkPosition,
    ColumnOf<RemarkFacts>{{"item_position", Type::whole, Need::key, "The place among the items of the remark, from 1."},
                          [](const RemarkFacts& facts) -> Value { return facts.item_position; }},
    kRemarkCounty,
    kRemarkDate,
    ColumnOf<RemarkFacts>{{"item", Type::text, Need::must, "The item that it is about."},
                          [](const RemarkFacts& facts) -> Value { return cell(*facts.item); }},
};
constexpr auto kRemarkItemHeads = heads(kRemarkItemColumns);

// feasibility

using FeasibilityEntry = Entry<model::Feasibility>;

constexpr std::array<ColumnOf<FeasibilityEntry>, 9> kFeasibilityColumns = {{
    {kFile, of_file},
    {kPosition, of_position},
    {kCounty, of_county},
    {kSnapshotDate, of_date},
    {{"item", Type::text, Need::may, "The item that was judged."},
     [](const FeasibilityEntry& entry) -> Value { return cell(entry.record.item); }},
    {{"opportunity", Type::text, Need::may, "Or the opportunity: then it holds for all its items."},
     [](const FeasibilityEntry& entry) -> Value { return cell(entry.record.opportunity); }},
    {{"importance", Type::whole, Need::may, "From 1 to 3; 3 is important."},
     [](const FeasibilityEntry& entry) -> Value { return cell(entry.record.importance); }},
    {{"feasibility", Type::whole, Need::may, "From 1 to 3; 3 is easy."},
     [](const FeasibilityEntry& entry) -> Value { return cell(entry.record.feasibility); }},
    {{"text", Type::prose, Need::may, "What the team says."},
     [](const FeasibilityEntry& entry) -> Value { return cell(entry.record.text); }},
}};
constexpr auto kFeasibilityHeads = heads(kFeasibilityColumns);

// priorities

struct PriorityFacts {
  const Source& source;
  const model::SnapshotPriority& priority;
  const model::LocatedText* item = nullptr;  ///< of `snapshot_priority_items`
  std::int64_t position = 0;
};

constexpr ColumnOf<PriorityFacts> kPriorityFile{kFile, of_file};
constexpr ColumnOf<PriorityFacts> kPriorityCounty{kCounty, of_county};
constexpr ColumnOf<PriorityFacts> kPriorityDate{kSnapshotDate, of_date};
constexpr ColumnOf<PriorityFacts> kPriorityId{
    {"priority", Type::text, Need::key, "Its id in the Snapshot."},
    [](const PriorityFacts& facts) -> Value { return cell(facts.priority.id); }};

constexpr std::array kSnapshotPriorityColumns = {
    kPriorityFile,
    kPriorityId,
    kPriorityCounty,
    kPriorityDate,
    ColumnOf<PriorityFacts>{{"area", Type::text, Need::must, "The area it belongs to."},
                            [](const PriorityFacts& facts) -> Value { return cell(facts.priority.area); }},
    ColumnOf<PriorityFacts>{{"title", Type::prose, Need::may, "The priority in a few words."},
                            [](const PriorityFacts& facts) -> Value { return cell(facts.priority.title); }},
    ColumnOf<PriorityFacts>{{"reason", Type::prose, Need::may, "Why the team chose it."},
                            [](const PriorityFacts& facts) -> Value { return cell(facts.priority.reason); }},
    ColumnOf<PriorityFacts>{{"rank", Type::whole, Need::may, "Its rank among the priorities; 1 comes first."},
                            [](const PriorityFacts& facts) -> Value { return cell(facts.priority.rank); }},
};
constexpr auto kSnapshotPriorityHeads = heads(kSnapshotPriorityColumns);

constexpr std::array kSnapshotPriorityItemColumns = {
    kPriorityFile,
    kPriorityId,
    ColumnOf<PriorityFacts>{kPosition, [](const PriorityFacts& facts) -> Value { return facts.position; }},
    kPriorityCounty,
    kPriorityDate,
    ColumnOf<PriorityFacts>{{"item", Type::text, Need::must, "An item that it is about."},
                            [](const PriorityFacts& facts) -> Value { return cell(*facts.item); }},
};
constexpr auto kSnapshotPriorityItemHeads = heads(kSnapshotPriorityItemColumns);

constexpr Reference kOfAnalyzed[] = {{"file", "snapshots"}};
constexpr Reference kOfRemark[] = {{"file, list, position", "remarks"}, {"file, item", "ratings"}};
constexpr Reference kOfRatedItem[] = {{"file", "snapshots"}, {"file, item", "ratings"}};
constexpr Reference kOfSnapshotPriority[] = {{"file, priority", "snapshot_priorities"}, {"file, item", "ratings"}};

}  // namespace

constexpr Table kRemarkTable{.name = "remarks",
                             .about = "one row a strength or an opportunity of a Snapshot",
                             .columns = kRemarkHeads,
                             .references = kOfAnalyzed};
constexpr Table kRemarkItemTable{.name = "remark_items",
                                 .about = "one row an item that a strength or an opportunity is about",
                                 .columns = kRemarkItemHeads,
                                 .references = kOfRemark};
constexpr Table kFeasibilityTable{.name = "feasibility",
                                  .about = "one row a judgment of importance and feasibility",
                                  .columns = kFeasibilityHeads,
                                  .references = kOfRatedItem};
constexpr Table kSnapshotPriorityTable{.name = "snapshot_priorities",
                                       .about = "one row a priority that a Snapshot chose",
                                       .columns = kSnapshotPriorityHeads,
                                       .references = kOfAnalyzed};
constexpr Table kSnapshotPriorityItemTable{.name = "snapshot_priority_items",
                                           .about = "one row an item of a Snapshot's priority",
                                           .columns = kSnapshotPriorityItemHeads,
                                           .references = kOfSnapshotPriority};

namespace {

void add_remarks(Rows& rows, const Source& source, const std::vector<model::Remark>& remarks, std::string_view list) {
  std::int64_t position = 0;
  for (const model::Remark& remark : remarks) {
    RemarkFacts facts{.source = source, .remark = remark, .list = list, .position = ++position};
    rows.add(kRemarkTable, kRemarkColumns, facts);
    for (const model::LocatedText& item : remark.items) {
      facts.item = &item;
      ++facts.item_position;
      rows.add(kRemarkItemTable, kRemarkItemColumns, facts);
    }
  }
}

}  // namespace

void add_analysis(Rows& rows, const Source& source, const model::Snapshot& snapshot) {
  if (snapshot.analysis) {
    add_remarks(rows, source, snapshot.analysis->strengths, kRemarkLists[0]);
    add_remarks(rows, source, snapshot.analysis->opportunities, kRemarkLists[1]);
    add_remarks(rows, source, snapshot.analysis->dismissed, kRemarkLists[2]);
    rows.add_all(kFeasibilityTable, kFeasibilityColumns, source, snapshot.analysis->feasibility);
  }
  for (const model::SnapshotPriority& priority : snapshot.priorities) {
    PriorityFacts facts{.source = source, .priority = priority};
    rows.add(kSnapshotPriorityTable, kSnapshotPriorityColumns, facts);
    for (const model::LocatedText& item : priority.items) {
      facts.item = &item;
      ++facts.position;
      rows.add(kSnapshotPriorityItemTable, kSnapshotPriorityItemColumns, facts);
    }
  }
}

}  // namespace cpm::facts
