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
#include "report/wording.h"
#include "score/scorecard.h"

namespace cpm::report {
namespace {

using model::Change;
using model::ChangeKind;
using model::ValueKind;

/// How a date is spoken of: "is due 45 days later".
struct DateWords {
  std::string_view field;
  std::string_view verb;
};
constexpr DateWords kDateWords[] = {{"due", "is due"},
                                    {"start", "starts"},
                                    {"monitor_on", "is monitored"},
                                    {"done_on", "was finished"},
                                    {"needed_by", "is needed"},
                                    {"requested_on", "was requested"},
                                    {"from", "begins"},
                                    {"to", "ends"},
                                    {"confirmed_on", "was confirmed"},
                                    {"horizon start", "starts"},
                                    {"horizon reassess", "is reassessed"},
                                    {"on", "was given"}};

std::string date_verb(const Change& change) {
  const auto found = std::ranges::find(kDateWords, change.field, &DateWords::field);
  return found == std::end(kDateWords) ? fmt::format("has its {}", field_label(change.field))
                                       : std::string(found->verb);
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

std::string value_words(const Change& change, const std::string& text) {
  if (change.value == ValueKind::date) return written_date(text);
  if (change.field == "monitor_every") return rhythm_words(text);
  if (change.value == ValueKind::choice) return quoted(choice_word(text));
  if (change.value == ValueKind::text) return quoted(text);
  return text;
}

/// "or-vision" → "Shared picture of CPM (or-vision)", where the instrument has it.
const model::Item* item_of(const std::string& id, const FileDiff& file) {
  if (file.instrument == nullptr) return nullptr;
  for (const model::Area& area : file.instrument->areas)
    for (const model::Item& item : area.items)
      if (*item.id == id) return &item;
  return nullptr;
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
  const std::string said = value.empty() ? details_of(change) : ": " + value_words(change, value);
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
  const std::string now = value_words(change, change.now);
  const std::string before = value_words(change, change.before);
  if (change.field == "with") return fmt::format("{} now has {} taking part, instead of {}.", subject, now, before);
  if (change.field == "monitor_every") return fmt::format("{} is monitored {} instead of {}.", subject, now, before);
  if (change.field == "status") return fmt::format("{} is now {}; it was {}.", subject, now, before);
  return fmt::format("{} has the {} {} instead of {}.", subject, label.empty() ? "value" : label, now, before);
}

std::string field_sentence(const Change& change, const FileDiff& file) {
  const std::string subject = subject_of(change, file);
  const std::string label = field_label(change.field);
  const bool added = change.kind == ChangeKind::added;
  const std::string& value = added ? change.now : change.before;
  const std::string said = change.values.empty() ? value_words(change, value) : all_values(change);
  if (added && change.field == "moved_from") return fmt::format("{} was moved from {}.", subject, said);
  if (added && change.field == "done_on") return fmt::format("{} was finished on {}.", subject, said);
  if (added && change.field == "monitor_every") return fmt::format("{} is monitored {} now.", subject, said);
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

std::string subject_of(const Change& change, const FileDiff& file) {
  if (change.list == "ratings" || (change.noun.empty() && !change.id.empty())) {
    const model::Item* const item = item_of(change.id, file);
    return "Item " + (item == nullptr ? change.id : item_name_and_id(*item));
  }
  std::string subject = "The " + change.noun;
  if (!change.id.empty()) subject = fmt::format("{} {}", base::capitalized(change.noun), change.id);
  // A title that takes the place of an id says the same twice.
  if (change.title.empty() || change.title == change.id) return subject;
  std::string_view title = change.title;
  if (title.ends_with('.')) title.remove_suffix(1);
  subject += fmt::format(" ({})", title);
  return subject;
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
