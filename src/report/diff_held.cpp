#include "report/diff_held.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text.h"
#include "base/timeframe.h"
#include "model/words.h"
#include "report/diff_words.h"

namespace cpm::report {
namespace {

using model::Change;
using model::ChangeKind;

std::string target_sentence(const Change& change, const FileDiff& file) {
  const std::string holder = record_name(change.holder);
  const std::string item = item_words(change.id, file);
  if (change.kind == ChangeKind::added) return fmt::format("{} now aims at {} for {}.", holder, change.now, item);
  if (change.kind == ChangeKind::removed)
    return fmt::format("{} no longer aims at {} for {}.", holder, change.before, item);
  return fmt::format("{} aims at {} instead of {} for {}.", holder, change.now, change.before, item);
}

std::string day_words(const std::string& text) {
  const base::TimeframeReading reading = base::read_timeframe(text);
  return reading.timeframe ? base::written_out(*reading.timeframe) : text;
}

std::string measured_sentence(const Change& change) {
  const std::string holder = record_name(change.holder);
  const std::string day = day_words(change.id);
  const auto found = std::ranges::find(change.values, "value", &std::pair<std::string, std::string>::first);
  const std::string value = found == change.values.end() ? "a value" : found->second;
  if (change.kind == ChangeKind::added) return fmt::format("{} was measured at {} on {}.", holder, value, day);
  if (change.kind == ChangeKind::removed)
    return fmt::format("{} no longer has the value {} measured on {}.", holder, value, day);
  return fmt::format("{} was measured at {} instead of {} on {}.", holder, change.now, change.before, day);
}

/// What one place in the System Improvement Plan says, by its keys.
using SipPlace = std::map<std::string, std::string>;

std::string text_of(const SipPlace& place, const std::string& key) {
  const auto found = place.find(key);
  return found == place.end() ? std::string() : found->second;
}

std::string agency_words(const std::string& key) {
  const auto words = model::word_list<model::SipAgency>();
  const auto found = std::ranges::find(words, key, &model::Word<model::SipAgency>::key);
  return found == words.end() ? key : std::string(found->spoken);
}

/// "the SIP strategy “Family teams meet” (probation; action step “Ask families”)"
std::string place_words(const SipPlace& place) {
  std::vector<std::string> more;
  const auto add = [&](const std::string& key, std::string_view label) {
    if (const std::string text = text_of(place, key); !text.empty())
      more.push_back(fmt::format("{} “{}”", label, text));
  };
  if (const std::string agency = text_of(place, "agency"); !agency.empty()) more.push_back(agency_words(agency));
  add("measure_or_factor", "for");
  add("action_step", "action step");
  const std::string from = text_of(place, "period/from");
  const std::string to = text_of(place, "period/to");
  if (!from.empty() || !to.empty()) more.push_back(fmt::format("{} to {}", day_words(from), day_words(to)));
  const std::string words = fmt::format("the SIP strategy “{}”", text_of(place, "strategy"));
  return more.empty() ? words : fmt::format("{} ({})", words, fmt::join(more, "; "));
}

/// Of a group of links that is new or gone: "sip/1/strategy" and so on.
std::vector<SipPlace> places_in(const Change& change) {
  std::map<std::string, SipPlace> places;
  for (const auto& [at, value] : change.values) {
    const std::size_t number = at.find('/') + 1;
    const std::size_t key = at.find('/', number);
    if (at.starts_with("sip/") && key != std::string::npos)
      places[at.substr(number, key - number)][at.substr(key + 1)] = value;
  }
  std::vector<SipPlace> listed;
  for (auto& [number, place] : places) listed.push_back(std::move(place));
  return listed;
}

std::string serves(const std::string& subject, const Change& change, const std::vector<SipPlace>& places) {
  std::vector<std::string> words;
  for (const SipPlace& place : places) words.push_back(place_words(place));
  return fmt::format("{} {} {}.", subject, change.kind == ChangeKind::added ? "now serves" : "no longer serves",
                     fmt::join(words, ", and "));
}

bool is_one_sided(const Change& change) {
  return change.kind == ChangeKind::added || change.kind == ChangeKind::removed;
}

}  // namespace

bool is_sip_place(const Change& change) {
  return change.list == "links sip";
}

std::string sip_place_name(const Change& change) {
  return fmt::format("{} under the SIP strategy “{}”", record_name(change.holder), change.id);
}

std::optional<std::string> held_sentence(const Change& change, const FileDiff& file) {
  if (change.list == "targets" && change.noun.empty()) return target_sentence(change, file);
  if (change.noun == "measured value" && (change.field.empty() || change.field == "value"))
    return measured_sentence(change);
  if (is_sip_place(change) && change.field.empty() && is_one_sided(change))
    return serves(record_name(change.holder), change, {SipPlace(change.values.begin(), change.values.end())});
  if (change.field == "links" && is_one_sided(change))
    if (const std::vector<SipPlace> places = places_in(change); !places.empty())
      return serves(subject_of(change, file), change, places);
  return std::nullopt;
}

}  // namespace cpm::report
