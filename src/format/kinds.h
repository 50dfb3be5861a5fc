#pragma once
// All kinds of file: one row each, from the word in `format:` to the table of its root record.
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "format/decoder.h"
#include "format/shapes.h"
#include "model/workspace.h"

namespace cpm::format {

struct Kind {
  std::string_view word;  ///< in `format: cpm/<word>/<version>`
  int version = 1;
  std::string_view title;  ///< "Snapshot"
  std::string_view one;    ///< in a sentence: "road map", "file of fidelity results"
  std::string_view many;   ///< "road maps"
  std::string_view about;
  std::string_view place;  ///< where such a file usually stands
  bool shipped = false;    ///< a reference list that cpm brings along; a county rarely writes one
  const Record* record = nullptr;
  void (*read)(Decoder&, const yaml::Node& root, model::Content& out) = nullptr;
};

std::span<const Kind> kinds();
const Kind* find_kind(std::string_view word);
/// The kind that the `format` of a file says, of whatever version; nullptr when it says none.
const Kind* kind_of(const yaml::Node& root);
/// "cpm/snapshot/1"
std::string format_text(const Kind& kind);

/// What the keys of a file tell of its kind, whatever its `format` says.
struct KeysOfKind {
  const Kind* kind = nullptr;          ///< nullptr when the keys fit no kind, or more than one
  bool whole = false;                  ///< all keys are this kind's
  std::vector<std::string_view> keys;  ///< those that it has and the other kind has not, in the order of the file
};
/// `other`: the kind that the file gives, if it gives one.
KeysOfKind kind_by_keys(const yaml::Node& root, const Kind* other);

// The root records, one per kind file.
extern const Record kRepositoryRecord;
extern const Record kInstrumentRecord;
extern const Record kSnapshotRecord;
extern const Record kPlanRecord;
extern const Record kSupportRecord;
extern const Record kTheoryRecord;
extern const Record kLogicModelRecord;
extern const Record kRoadmapRecord;
extern const Record kFidelityRecord;
extern const Record kBaselineRecord;
extern const Record kSheetMapRecord;
extern const Record kRegionsRecord;
extern const Record kCountiesRecord;
extern const Record kToolkitsRecord;
extern const Record kOutcomesRecord;

// Records that several kinds share.
extern const Record kContactRecord;
extern const Record kPeriodRecord;
extern const Record kInstrumentRefRecord;
extern const Record kMeasuredRecord;
extern const Record kApprovalRecord;

inline constexpr Shape kContact = record_of(kContactRecord);
inline constexpr Shape kPeriod = record_of(kPeriodRecord);
inline constexpr Shape kMeasured = record_of(kMeasuredRecord);
inline constexpr Shape kSeries = list_of(kMeasured);
inline constexpr Shape kApproval = record_of(kApprovalRecord);
inline constexpr Shape kApprovals = list_of(kApproval);

}  // namespace cpm::format
