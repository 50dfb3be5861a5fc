#pragma once
// One change of `cpm diff` as a sentence, and where on the page it belongs.
#include <string>

#include "report/diff.h"

namespace cpm::report {

/// In the order of the page: what leaders ask first.
enum class DiffGroup { answers, dates, status, added, dropped, reworded, approvals, other };

DiffGroup group_of(const model::Change& change);
/// "Step s2 (Name a coach for each unit) is due 45 days later, on December 15, 2026 instead of October 31, 2026."
std::string sentence_of(const model::Change& change, const FileDiff& file);
/// "Step s2 (Name a coach for each unit)"
std::string subject_of(const model::Change& change, const FileDiff& file);
/// "Priority p1 (Coaching reaches every unit)", "The plan"
std::string record_name(const model::Holder& record);
/// "Shared picture of CPM (or-vision)", or the id where no instrument has it.
std::string item_words(const std::string& id, const FileDiff& file);
/// "done on" for `done_on`
std::string field_label(std::string_view field);
/// By how many days a date has slipped; nothing when it is no date at both times.
std::optional<int> days_later(const model::Change& change);

}  // namespace cpm::report
