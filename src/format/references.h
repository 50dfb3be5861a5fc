#pragma once
// Wording of references that lead nowhere and of ids given twice. Each names what exists and the nearest name.
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diag/diagnostic.h"
#include "diag/span.h"
#include "format/labels.h"
#include "model/workspace.h"

namespace cpm::format {

/// What a reference may name: "step", "this plan" and the ids there are.
struct Target {
  diag::Code code = 0;
  std::string noun;    ///< "step"
  std::string plural;  ///< "steps"
  std::string holder;  ///< "this plan", "instrument `cpm-default` 1.0"
  std::vector<std::string> ids;
  std::string shown_by = {};  ///< a command that shows them all, when a list would say nothing and a guess be chance
  const model::Document* unread = nullptr;  ///< a file with errors of its own, which may have more of them
  /// Adds what else they are called: titles, aliases. Asked only when an id is not there.
  std::function<void(std::vector<Label>&)> add_labels = {};
};

/// Reports `reference` when it is given and not among the ids. `item`: the record it stands in, for suppressions.
/// Returns whether it is there.
bool check_reference(const diag::LocatedText& reference, const Target& target, std::string_view item,
                     diag::Diagnostics& findings);

/// A target that is gathered when a reference first asks for it: most files have no reference of some kinds.
class LateTarget {
 public:
  explicit LateTarget(std::function<Target()> gather) : gather_(std::move(gather)) {}

  const Target& get() const {
    if (!target_) target_ = gather_();
    return *target_;
  }

 private:
  std::function<Target()> gather_;
  mutable std::optional<Target> target_;
};

inline bool check_reference(const diag::LocatedText& reference, const LateTarget& target, std::string_view item,
                            diag::Diagnostics& findings) {
  return !reference || check_reference(reference, target.get(), item, findings);
}

/// Reports every id that an earlier one already has, pointing at both.
void check_unique(const std::vector<const diag::LocatedText*>& ids, std::string_view noun, diag::Diagnostics& findings);

/// Could all of the file be read, so that every id in it is known? Its own references may be wrong.
bool is_readable(const model::Document& document, const diag::Diagnostics& findings);

/// Warns that `reference` leads to a file with errors of its own; silent when that file was asked for, since its errors
/// are then shown. `consequence`: what that means here.
void report_unreadable(const diag::Span& reference, const model::Document& file, std::string_view consequence,
                       diag::Diagnostics& findings);

/// Reports that `file` leads out of the repository. `example`: a path that does not.
void report_outside(const diag::LocatedText& file, std::string_view example, diag::Diagnostics& findings);

/// "instrument `cpm-default` 1.0"
std::string instrument_name(const model::Instrument& instrument);

/// "`wd-coaching` (Coaching in every unit)"
std::string item_name(const model::Instrument& instrument, const std::string& id);

bool on_scale(const model::Instrument& instrument, std::int64_t score);
/// Says that a value is not on the scale, and what is.
void report_off_scale(diag::Code code, std::string message, const diag::Span& span, const model::Instrument& instrument,
                      std::string_view item, diag::Diagnostics& findings);

/// The given ids of records with a member `id`.
template <class Records>
std::vector<std::string> ids_of(const Records& records) {
  std::vector<std::string> ids;
  ids.reserve(records.size());
  for (const auto& record : records)
    if (record.id) ids.push_back(record.id.value);
  return ids;
}

/// What a target calls records with a member `id`: by the text of `title`.
template <class Record>
auto labels_by(const std::vector<Record>& records, diag::LocatedText Record::*title) {
  return [&records, title](std::vector<Label>& labels) {
    for (const Record& record : records) add_labels(record.id.value, (record.*title).value, labels);
  };
}

template <class Records>
std::vector<const diag::LocatedText*> located_ids(const Records& records) {
  std::vector<const diag::LocatedText*> ids;
  for (const auto& record : records)
    if (record.id) ids.push_back(&record.id);
  return ids;
}

}  // namespace cpm::format
