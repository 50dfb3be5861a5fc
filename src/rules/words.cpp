#include "rules/words.h"

#include <algorithm>

#include "base/text.h"

namespace cpm::rules {
namespace {

constexpr std::size_t kLongestId = 60;
constexpr std::size_t kLongestTitle = 60;

// Of a long text its beginning is enough: each character has at most four bytes, and none becomes shorter when it is shown.
std::string shown(std::string_view text, std::size_t characters) {
  return base::shortened(base::visible(text.substr(0, 4 * (characters + 1))), characters);
}

}  // namespace

std::string quoted(std::string_view text) {
  return '`' + shown(text, kLongestId) + '`';
}

std::string named(std::string_view kind, const model::LocatedText& id, const model::LocatedText& title) {
  if (!id.given && !title.given) return "this " + std::string{kind};
  std::string name{kind};
  if (id.given) name += (name.empty() ? "" : " ") + quoted(*id);
  if (title.given) name += (name.empty() ? "\"" : " \"") + shown(*title, kLongestTitle) + '"';
  return name;
}

std::string name_of(const model::Step& step) {
  return named("step", step.id, step.action);
}
std::string name_of(const model::Objective& objective) {
  return named("objective", objective.id, objective.statement);
}
std::string name_of(const model::PlanPriority& priority) {
  return named("priority", priority.id, priority.title);
}
std::string name_of(const model::SnapshotPriority& priority) {
  return named("priority", priority.id, priority.title);
}
std::string name_of(const model::Item& item) {
  return named("item", item.id, item.title);
}

std::string item_name(const model::Instrument* instrument, std::string_view id) {
  const model::Item* const item = instrument == nullptr ? nullptr : model::find_item(*instrument, id);
  return item == nullptr ? "item " + quoted(id) : name_of(*item);
}

std::string scale_word(const model::Instrument& instrument, std::int64_t value) {
  std::string word = quoted(std::to_string(value));
  const std::string_view label = model::scale_label(instrument, value);
  if (!label.empty()) word += " (" + base::visible(label) + ')';
  return word;
}

std::string first_of(const std::vector<std::string>& words, std::size_t limit) {
  if (words.size() <= limit) return base::joined(words);
  std::vector<std::string> shown(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(limit));
  shown.push_back(std::to_string(words.size() - limit) + " more");
  return base::joined(shown);
}

model::Span place_of(const model::LocatedText& id, const model::LocatedText& title, const model::Span& record) {
  if (id.given) return id.span;
  return title.given ? title.span : record;
}

model::Span joined(const model::Span& first, const model::Span& last) {
  model::Span whole = first;
  whole.end = std::max(first.end, last.end);
  return whole;
}

}  // namespace cpm::rules
