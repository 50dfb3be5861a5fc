#pragma once
// Which facts there are, by the kind of file: each function adds the rows of one document to its tables. For the files of this
// room.
#include <cstdint>
#include <string>

#include "diag/diagnostic.h"
#include "diag/source_file.h"
#include "facts/columns.h"
#include "score/scorecard.h"

namespace cpm::facts {

/// A county's folder and what its `cpm.yaml` says.
struct CountyFacts {
  const model::Home& home;
  std::string_view county = {};
  std::string name = {};
  const model::County* known = nullptr;  ///< nullptr: a fictional one
};

/// A file that was read, and what a check says of it.
struct FileFacts {
  const Source& source;
  const model::Home& home;
  std::string_view kind = {};
  bool used = false;  ///< false: it has errors, so its facts are in no other table
  std::int64_t errors = 0;
  std::int64_t warnings = 0;
  std::int64_t advice = 0;
};

struct FindingFacts {
  const diag::Diagnostic& finding;
  const diag::SourceFile* file = nullptr;  ///< nullptr: it belongs to no file
  std::int64_t number = 0;
};

void add_county(Rows& rows, const CountyFacts& county);
void add_file(Rows& rows, const FileFacts& file);
void add_finding(Rows& rows, const FindingFacts& finding);
/// `key`: what it is called in the column `instrument_file`.
void add_instrument(Rows& rows, const std::string& key, const model::Instrument& instrument);
void add_snapshot(Rows& rows, const Source& source, const score::Scorecard& card);
void add_ratings(Rows& rows, const Source& source, const score::Scorecard& card);
void add_scores(Rows& rows, const Source& source, const score::Scorecard& card);
void add_analysis(Rows& rows, const Source& source, const model::Snapshot& snapshot);
/// `snapshot_file`: the Snapshot that the plan follows, if its facts are exported too; else empty.
void add_plan(Rows& rows, const Source& source, const model::Plan& plan, std::string_view snapshot_file);
/// Those of a plan that a later one has replaced are not overdue.
void add_steps(Rows& rows, const Source& source, const model::Plan& plan, const model::Workspace& workspace);
/// `plan_file`: the plan that it belongs to, if its facts are exported too; else empty.
void add_support(Rows& rows, const Source& source, const model::Support& support, std::string_view plan_file);
void add_roadmap(Rows& rows, const Source& source, const model::Roadmap& roadmap);
/// Groups and answers that are too few to be shown are left out.
void add_fidelity(Rows& rows, const Source& source, const model::Workspace& workspace);
void add_approvals(Rows& rows, const Source& source, const std::vector<model::Approval>& approvals);
/// The row that says what this export is.
void add_export(Rows& rows, const base::Date& as_of);
/// The rows that describe all tables.
void add_dictionary(Rows& rows);

// The tables of each topic.
extern const Table kExportTable, kColumnTable, kCountyTable, kFileTable, kFindingTable, kOfferTable;
extern const Table kInstrumentTable, kScaleTable, kAreaTable, kItemTable;
extern const Table kSnapshotTable, kParticipantTable, kRatingTable, kVoteTable, kEvidenceTable, kAreaScoreTable,
    kTotalScoreTable;
extern const Table kRemarkTable, kRemarkItemTable, kFeasibilityTable, kSnapshotPriorityTable,
    kSnapshotPriorityItemTable;
extern const Table kPlanTable, kPlanPriorityTable, kTargetTable, kObjectiveTable, kIndicatorTable, kIndicatorValueTable;
extern const Table kStepTable, kStepAfterTable, kStepWordTable, kSipLinkTable, kReviewTable;
extern const Table kNeedTable, kRoadmapTable, kFidelityTable, kFidelityCountTable, kApprovalTable;

}  // namespace cpm::facts
