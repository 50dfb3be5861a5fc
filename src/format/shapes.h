#pragma once
// The shapes that several kinds share, and the helpers to build others. All constant.
#include <array>
#include <cstddef>

#include "format/shape.h"
#include "model/words.h"

namespace cpm::format {

extern const WordForm kIdForm;
extern const WordForm kCodeForm;
extern const WordForm kScaleKeyForm;

inline constexpr Shape kText{.kind = ShapeKind::text};
inline constexpr Shape kId{.kind = ShapeKind::word, .form = &kIdForm};
inline constexpr Shape kItemId{.kind = ShapeKind::word, .form = &kIdForm, .names = Names::items};
inline constexpr Shape kAreaId{.kind = ShapeKind::word, .form = &kIdForm, .names = Names::areas};
inline constexpr Shape kToolId{.kind = ShapeKind::word, .form = &kIdForm, .names = Names::tools};
inline constexpr Shape kAcademyId{.kind = ShapeKind::word, .form = &kIdForm, .names = Names::academies};
inline constexpr Shape kOutcomeId{.kind = ShapeKind::word, .form = &kIdForm, .names = Names::outcomes};
inline constexpr Shape kInstrumentId{.kind = ShapeKind::word, .form = &kIdForm, .names = Names::instruments};
/// The id of a record that is in no built-in list.
constexpr Shape id_of(Refers refers) {
  return Shape{.kind = ShapeKind::word, .form = &kIdForm, .refers = refers};
}
inline constexpr Shape kPriorityId = id_of(Refers::priorities);
inline constexpr Shape kObjectiveId = id_of(Refers::objectives);
inline constexpr Shape kStepId = id_of(Refers::steps);
inline constexpr Shape kOwnItemId = id_of(Refers::own_items);
/// Built in, or of the county's logic model.
inline constexpr Shape kAnyOutcomeId{
    .kind = ShapeKind::word, .form = &kIdForm, .names = Names::outcomes, .refers = Refers::outcomes};
/// The path of a file, from the root of the repository.
inline constexpr Shape kPlanFile{.kind = ShapeKind::text, .refers = Refers::plan_files};
inline constexpr Shape kSnapshotFile{.kind = ShapeKind::text, .refers = Refers::snapshot_files};
inline constexpr Shape kCode{.kind = ShapeKind::word, .form = &kCodeForm, .names = Names::rules};
inline constexpr Shape kScaleKey{.kind = ShapeKind::word, .form = &kScaleKeyForm};
inline constexpr Shape kDate{.kind = ShapeKind::date};
inline constexpr Shape kTimeframe{.kind = ShapeKind::timeframe};
inline constexpr Shape kCounty{.kind = ShapeKind::county};
inline constexpr Shape kDecimal{.kind = ShapeKind::decimal};
inline constexpr Shape kFlag{.kind = ShapeKind::flag};
inline constexpr Shape kCount{.kind = ShapeKind::whole, .lowest = 0};
inline constexpr Shape kOrdinal{.kind = ShapeKind::whole, .lowest = 1};
inline constexpr Shape kScore{.kind = ShapeKind::whole, .lowest = 0, .names = Names::scale};
inline constexpr Shape kOneToThree{.kind = ShapeKind::whole, .lowest = 1, .highest = 3};

constexpr Shape whole_between(std::int64_t lowest, std::int64_t highest) {
  return Shape{.kind = ShapeKind::whole, .lowest = lowest, .highest = highest};
}
/// The choices of an enum with its keys from model/words.h, in the same order, each with what it means.
template <class Enum, std::size_t Size>
constexpr std::array<Choice, Size> choices(const std::string_view (&meanings)[Size]) {
  static_assert(model::word_list<Enum>().size() == Size, "each choice needs one meaning");
  std::array<Choice, Size> rows{};
  for (std::size_t i = 0; i < Size; ++i) {
    const model::Word<Enum>& word = model::words<Enum>[i];
    rows[i] = {.word = word.key, .about = meanings[i], .also = word.also, .near = word.near, .spoken = word.spoken};
  }
  return rows;
}
/// The same where the spoken word says what is meant.
template <class Enum>
constexpr auto choices() {
  std::array<Choice, model::words<Enum>.size()> rows{};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const model::Word<Enum>& word = model::words<Enum>[i];
    rows[i] = {.word = word.key, .about = word.spoken, .also = word.also, .near = word.near, .spoken = word.spoken};
  }
  return rows;
}
constexpr Shape choice_of(std::span<const Choice> choices, const NoChoice& no_choice = {}) {
  return Shape{.kind = ShapeKind::choice, .choices = choices, .no_choice = no_choice};
}
constexpr Shape list_of(const Shape& element, std::size_t at_least = 0) {
  return Shape{.kind = ShapeKind::list, .element = &element, .at_least = at_least};
}
constexpr Shape record_of(const Record& record) {
  return Shape{.kind = ShapeKind::record, .record = &record};
}
constexpr Shape map_of(const Shape& key, const Shape& value, std::string_view keys_are) {
  return Shape{.kind = ShapeKind::map, .element = &value, .key = &key, .keys_are = keys_are};
}

inline constexpr Shape kTexts = list_of(kText);
inline constexpr Shape kStepIds = list_of(kStepId);
inline constexpr Shape kObjectiveIds = list_of(kObjectiveId);
inline constexpr Shape kOwnItemIds = list_of(kOwnItemId);
inline constexpr Shape kItemIds = list_of(kItemId);
inline constexpr Shape kSomeItemIds = list_of(kItemId, 1);
inline constexpr Shape kAnyOutcomeIds = list_of(kAnyOutcomeId);

}  // namespace cpm::format
