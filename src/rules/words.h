#pragma once
// How rules name records in a county's own words, and the sums of words they share. No judgments here.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "model/words.h"
#include "model/workspace.h"

namespace cpm::rules {

/// The text in backquotes, safe to print and at most as long as a headline can bear.
std::string quoted(std::string_view text);

/// step `s2` "Train coaches in every unit"; parts that the file does not have are left out, and so is an empty `kind`.
std::string named(std::string_view kind, const model::LocatedText& id, const model::LocatedText& title);

std::string name_of(const model::Step& step);
std::string name_of(const model::Objective& objective);
std::string name_of(const model::PlanPriority& priority);
std::string name_of(const model::SnapshotPriority& priority);
std::string name_of(const model::Item& item);
/// By the instrument's title for the item when there is an instrument.
std::string item_name(const model::Instrument* instrument, std::string_view id);

/// `2` (Fully in place)
std::string scale_word(const model::Instrument& instrument, std::int64_t value);

/// "`planned`, `held`, `moved` or `cancelled`": what a choice can be.
template <class Choice>
std::string keys_of() {
  std::vector<std::string> keys;
  for (const model::Word<Choice>& word : model::word_list<Choice>()) keys.push_back(base::ticked(word.key));
  return base::joined(keys, "or");
}

/// "a, b and 3 more": the first `limit` words, and how many are left.
std::string first_of(const std::vector<std::string>& words, std::size_t limit);

/// The narrowest place of a record: its id, else its title, else all of it.
model::Span place_of(const model::LocatedText& id, const model::LocatedText& title, const model::Span& record);

/// From the beginning of one place to the end of another in the same file.
model::Span joined(const model::Span& first, const model::Span& last);

}  // namespace cpm::rules
