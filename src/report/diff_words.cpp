#include "report/diff_words.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>

#include <fmt/format.h>

#include "base/date.h"
#include "base/text.h"
#include "base/timeframe.h"
#include "model/words.h"
#include "report/diff_held.h"
#include "report/wording.h"
#include "score/scorecard.h"

namespace cpm::report {
namespace {

using model::Change;
using model::ChangeKind;
using model::ValueKind;

/// How a date is spoken of: "is due 45 days later"; and what it is called.
struct DateWords {
  std::string_view field;
  std::string_view noun;  ///< of the records that it is true of; empty: of all
  std::string_view verb;
  std::string_view name;
};
constexpr DateWords kDateWords[] = {{"due", "", "is due", "due date"},
                                    {"start", "", "starts", "start"},
                                    {"monitor_on", "", "is monitored", "monitoring date"},
                                    {"done_on", "", "was finished", "day of its end"},
                                    {"needed_by", "", "is needed", "date of need"},
                                    {"requested_on", "", "was requested", "date of request"},
                                    {"from", "", "begins", "begin"},
                                    {"to", "", "ends", "end"},
                                    {"confirmed_on", "", "was confirmed", "day of confirmation"},
                                    {"horizon start", "", "starts", "start"},
                                    {"horizon reassess", "", "is reassessed", "date of reassessment"},
                                    {"on", "", "was given", "date"},
                                    {"date", "plan", "was agreed", "date"},
                                    {"date", "", "is dated", "date"}};

const DateWords* date_words(const Change& change) {
  const auto is_it = [&change](const DateWords& words) {
    return words.field == change.field && (words.noun.empty() || words.noun == change.noun);
  };
  const auto found = std::ranges::find_if(kDateWords, is_it);
  return found == std::end(kDateWords) ? nullptr : &*found;
}

std::string date_verb(const Change& change) {
  const DateWords* const words = date_words(change);
  return words == nullptr ? fmt::format("has its {}", field_label(change.field)) : std::string(words->verb);
}

std::string written_date(const std::string& text) {
  const base::TimeframeReading reading = base::read_timeframe(text);
  return reading.timeframe ? base::written_out(*reading.timeframe) : text;
}

/// "on June 30, 2026", "in June 2026"
std::string placed_date(const std::string& text) {
  const base::TimeframeReading reading = base::read_timeframe(text);
  const bool day = !reading.timeframe || reading.timeframe->sharpness == base::Sharpness::day;
  return fmt::format("{} {}", day ? "on" : "in", written_date(text));
}

std::string choice_word(std::string text) {
  std::ranges::replace(text, '_', ' ');
  return text;
}

std::string quoted(const std::string& text) {
  return fmt::format("“{}”", text);
}

/// "every quarter"
std::string rhythm_words(const std::string& key) {
  const auto words = model::word_list<model::Rhythm>();
  const auto found = std::ranges::find(words, key, &model::Word<model::Rhythm>::key);
  return found == words.end() ? key : std::string(found->spoken);
}

template <class Record>
const Record* found_in(const FileDiff& file, const std::string& id,
                       const Record* (*find)(const model::Instrument&, std::string_view)) {
  for (const model::Instrument* const instrument : file.instruments)
    if (const Record* const found = find(*instrument, id)) return found;
  return nullptr;
}

std::string area_words(const std::string& id, const FileDiff& file) {
  const model::Area* const area = found_in<model::Area>(file, id, model::find_area);
  return area == nullptr ? id : area_name(*area);
}

std::string value_words(const Change& change, const std::string& text, const FileDiff& file) {
  if (change.value == ValueKind::date) return written_date(text);
  if (change.field == "monitor_every") return rhythm_words(text);
  if (change.field == "area") return area_words(text, file);
  if (change.field == "item") return item_words(text, file);
  if (change.value == ValueKind::choice) return quoted(choice_word(text));
  if (change.value == ValueKind::text) return quoted(text);
  return text;
}

/// What a new or dropped record says of itself besides its title: when it is due, who does it.
std::string details_of(const Change& change) {
  constexpr std::string_view kTold[] = {
      "score", "state", "due", "needed_by", "from", "responsible/role", "responsible/team", "status"};
  std::vector<std::string> parts;
  for (const std::string_view key : kTold)
    for (const auto& [place, value] : change.values)
      if (place == key)
        parts.push_back(
            fmt::format("{} {}", field_label(key.substr(0, key.find('/'))), choice_word(written_date(value))));
  return parts.empty() ? std::string() : fmt::format(" ({})", fmt::join(parts, ", "));
}

std::string value_in(const Change& change, std::string_view key) {
  for (const auto& [place, value] : change.values)
    if (place == key) return value;
  return {};
}

std::string approval_sentence(const Change& change) {
  const std::string by = value_in(change, "by");
  const std::string on = written_date(value_in(change, "on"));
  const std::string of = value_in(change, "of");
  const std::string what = of.empty() ? "the file" : of;
  if (change.kind == ChangeKind::added) return fmt::format("{} approved {} on {}.", by, what, on);
  return fmt::format("The approval of {} by {}, given on {}, is no longer in the file.", what, by, on);
}

std::string record_sentence(const Change& change, const FileDiff& file) {
  if (change.noun == "approval") return approval_sentence(change);
  const std::string subject = subject_of(change, file);
  const std::string value = change.now.empty() ? change.before : change.now;
  const std::string said = value.empty() ? details_of(change) : ": " + value_words(change, value, file);
  return fmt::format("{} {}{}.", subject, change.kind == ChangeKind::added ? "was added" : "was dropped", said);
}

std::string slip_words(const Change& change, int days) {
  return fmt::format("{} {} {}", date_verb(change), counted(std::abs(days), "day"), days < 0 ? "earlier" : "later");
}

/// A group of keys that was added or dropped as a whole: its values one after the other.
std::string all_values(const Change& change) {
  std::vector<std::string> parts;
  for (const auto& [place, value] : change.values)
    parts.push_back(fmt::format("{} {}", field_label(place), quoted(written_date(value))));
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string score_sentence(const Change& change, const std::string& subject) {
  std::int64_t before = 0;
  std::int64_t now = 0;
  std::from_chars(change.before.data(), change.before.data() + change.before.size(), before);
  std::from_chars(change.now.data(), change.now.data() + change.now.size(), now);
  return fmt::format("{} went {} from {} to {}.", subject, now > before ? "up" : "down", change.before, change.now);
}

std::string changed_sentence(const Change& change, const FileDiff& file) {
  const std::string subject = subject_of(change, file);
  const std::string label = field_label(change.field);
  if (const auto days = days_later(change))
    return *days == 0 ? fmt::format("{} {} {} instead of {}; the day that counts is the same.", subject,
                                    date_verb(change), placed_date(change.now), placed_date(change.before))
                      : fmt::format("{} {}, {} instead of {}.", subject, slip_words(change, *days),
                                    placed_date(change.now), written_date(change.before));
  if (change.field == "score") return score_sentence(change, subject);
  if (change.field == "order" || change.field == "rank")
    return fmt::format("{} is now number {} in the order, instead of {}.", subject, change.now, change.before);
  const std::string now = value_words(change, change.now, file);
  const std::string before = value_words(change, change.before, file);
  if (change.field == "with") return fmt::format("{} now has {} taking part, instead of {}.", subject, now, before);
  if (change.field == "monitor_every") return fmt::format("{} is monitored {} instead of {}.", subject, now, before);
  if (change.field == "after") return fmt::format("{} waits for {} instead of {}.", subject, now, before);
  if (change.field == "status") return fmt::format("{} is now {}; it was {}.", subject, now, before);
  return fmt::format("{} has the {} {} instead of {}.", subject, label.empty() ? "value" : label, now, before);
}

std::string field_sentence(const Change& change, const FileDiff& file) {
  const std::string subject = subject_of(change, file);
  const DateWords* const date = change.value == ValueKind::date ? date_words(change) : nullptr;
  const std::string label = date == nullptr ? field_label(change.field) : std::string(date->name);
  const bool added = change.kind == ChangeKind::added;
  const std::string& value = added ? change.now : change.before;
  const std::string said = change.values.empty() ? value_words(change, value, file) : all_values(change);
  if (added && change.field == "moved_from") return fmt::format("{} was moved from {}.", subject, said);
  if (added && change.field == "done_on") return fmt::format("{} was finished on {}.", subject, said);
  if (added && change.field == "monitor_every") return fmt::format("{} is monitored {} now.", subject, said);
  if (change.field == "done_on") return fmt::format("{} is no longer marked as finished (was {}).", subject, said);
  if (change.field == "after")
    return fmt::format("{} {} for {}.", subject, added ? "now waits" : "no longer waits", said);
  if (change.field == "with")
    return fmt::format("{} {} {} taking part.", subject, added ? "now has" : "no longer has", said);
  if (added) return fmt::format("{} now has the {} {}.", subject, label, said);
  return fmt::format("{} no longer has the {} {}.", subject, label, said);
}

}  // namespace

std::string field_label(std::string_view field) {
  std::string label{field == "monitor_every" ? "monitoring" : field};
  std::ranges::replace(label, '_', ' ');
  std::ranges::replace(label, '/', ' ');
  return label;
}

std::optional<int> days_later(const Change& change) {
  if (change.value != ValueKind::date || change.before.empty() || change.now.empty()) return std::nullopt;
  const base::TimeframeReading before = base::read_timeframe(change.before);
  const base::TimeframeReading now = base::read_timeframe(change.now);
  if (!before.timeframe || !now.timeframe) return std::nullopt;
  const bool begins = change.field == "start";  // a start counts from the first day, everything else to the last
  return begins ? base::days_between(before.timeframe->first, now.timeframe->first)
                : base::days_between(before.timeframe->last, now.timeframe->last);
}

std::string item_words(const std::string& id, const FileDiff& file) {
  const model::Item* const item = found_in<model::Item>(file, id, model::find_item);
  return item == nullptr ? id : item_name_and_id(*item);
}

std::string record_name(const model::Holder& record) {
  std::string name = "The " + record.noun;
  if (!record.id.empty()) name = fmt::format("{} {}", base::capitalized(record.noun), record.id);
  // A title that takes the place of an id says the same twice.
  if (record.title.empty() || record.title == record.id) return name;
  std::string_view title = record.title;
  if (title.ends_with('.')) title.remove_suffix(1);
  return name + fmt::format(" ({})", title);
}

std::string subject_of(const Change& change, const FileDiff& file) {
  if (is_sip_place(change)) return sip_place_name(change);
  if (change.list == "ratings" || (change.noun.empty() && !change.id.empty()))
    return "Item " + item_words(change.id, file);
  return record_name({.noun = change.noun, .id = change.id, .title = change.title});
}

DiffGroup group_of(const Change& change) {
  if (change.list == "ratings" && change.field != "comment" && change.field != "note" && change.field != "evidence")
    return DiffGroup::answers;
  if (change.noun == "approval") return DiffGroup::approvals;
  if (change.value == ValueKind::date) return DiffGroup::dates;
  if (change.field == "status") return DiffGroup::status;
  if (change.kind == ChangeKind::reworded) return DiffGroup::reworded;
  if (change.field.empty() && change.kind == ChangeKind::added) return DiffGroup::added;
  if (change.field.empty() && change.kind == ChangeKind::removed) return DiffGroup::dropped;
  return DiffGroup::other;
}

std::string sentence_of(const Change& change, const FileDiff& file) {
  if (const std::optional<std::string> sentence = held_sentence(change, file)) return *sentence;
  switch (change.kind) {
    case ChangeKind::renamed: {
      Change titled = change;
      titled.id = change.before.empty() ? "without an id" : change.before;
      return fmt::format("{} now has the id {}.", subject_of(titled, file), change.now.empty() ? "none" : change.now);
    }
    case ChangeKind::reordered:
      return fmt::format("The order of the {} is now {}; it was {}.", field_label(change.field), change.now,
                         change.before);
    case ChangeKind::reworded:
      return fmt::format("{} has the {} {} instead of {}.", subject_of(change, file), field_label(change.field),
                         quoted(change.now), quoted(change.before));
    case ChangeKind::added:
    case ChangeKind::removed:
      return change.field.empty() ? record_sentence(change, file) : field_sentence(change, file);
    case ChangeKind::changed:
      break;
  }
  return changed_sentence(change, file);
}

}  // namespace cpm::report
