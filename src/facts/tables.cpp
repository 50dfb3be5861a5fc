// The tables, and the views over them.
#include "facts/rows.h"

namespace cpm::facts {
namespace {

/// From the whole to its parts.
constexpr const Table* kTables[] = {&kExportTable,
                                    &kColumnTable,
                                    &kCountyTable,
                                    &kOfferTable,
                                    &kFileTable,
                                    &kFindingTable,
                                    &kInstrumentTable,
                                    &kScaleTable,
                                    &kAreaTable,
                                    &kItemTable,
                                    &kSnapshotTable,
                                    &kParticipantTable,
                                    &kRatingTable,
                                    &kVoteTable,
                                    &kEvidenceTable,
                                    &kAreaScoreTable,
                                    &kTotalScoreTable,
                                    &kRemarkTable,
                                    &kRemarkItemTable,
                                    &kFeasibilityTable,
                                    &kSnapshotPriorityTable,
                                    &kSnapshotPriorityItemTable,
                                    &kPlanTable,
                                    &kPlanPriorityTable,
                                    &kTargetTable,
                                    &kObjectiveTable,
                                    &kIndicatorTable,
                                    &kIndicatorValueTable,
                                    &kStepTable,
                                    &kStepAfterTable,
                                    &kStepWordTable,
                                    &kSipLinkTable,
                                    &kReviewTable,
                                    &kNeedTable,
                                    &kRoadmapTable,
                                    &kFidelityTable,
                                    &kFidelityCountTable,
                                    &kApprovalTable};

constexpr View kViews[] = {
    {"latest_snapshots", "the newest final Snapshot of each county and instrument",
     "SELECT s.* FROM snapshots s WHERE s.status = 'final' AND NOT EXISTS (SELECT 1 FROM snapshots n WHERE n.status = "
     "'final' AND n.county = s.county AND n.instrument = s.instrument AND (n.date, n.file) > (s.date, s.file))"},
    {"latest_ratings", "the ratings of these", "SELECT r.* FROM ratings r JOIN latest_snapshots s ON s.file = r.file"},
    {"latest_area_scores", "the area scores of these, with the area's label",
     "SELECT a.*, l.label FROM area_scores a JOIN latest_snapshots s ON s.file = a.file JOIN areas l ON "
     "l.instrument_file = a.instrument_file AND l.area = a.area"},
    {"area_totals", "points and possible points of each area, added up from the ratings: the same as `area_scores`",
     "SELECT file, county, date, area, sum(coalesce(score, 0)) AS points, sum(CASE WHEN state = 'scored' THEN top ELSE "
     "0 END) AS possible FROM ratings GROUP BY file, area"},
    {"overdue_steps", "the steps that are overdue on the day of `export.as_of`, the latest first",
     "SELECT s.*, o.statement, p.title AS priority_title FROM steps s JOIN objectives o ON o.file = s.file AND "
     "o.objective = s.objective JOIN plan_priorities p ON p.file = o.file AND p.priority = o.priority WHERE s.overdue "
     "ORDER BY s.days_late DESC, s.file, s.step"},
    {"findings_per_county", "how many errors, warnings and pieces of advice the files of a folder have",
     "SELECT c.folder, c.county, count(f.file) AS files, coalesce(sum(f.errors), 0) AS errors, coalesce(sum(f.warnings), "
     "0) AS warnings, coalesce(sum(f.advice), 0) AS advice, coalesce(sum(NOT f.used), 0) AS left_out FROM counties c LEFT "
     "JOIN files f ON f.folder = c.folder GROUP BY c.folder"},
};

}  // namespace

std::span<const Table* const> tables() {
  return kTables;
}

std::span<const View> views() {
  return kViews;
}

}  // namespace cpm::facts
