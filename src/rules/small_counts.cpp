// Small numbers of families and children: the part of private_words that reads counts.
#include <algorithm>
#include <optional>

#include "rules/private_lists.h"
#include "rules/private_words.h"
#include "rules/text_scan.h"

namespace cpm::rules {
namespace {

// Whom a small number would point to.
constexpr auto kOne = word_list("family", "child", "youth", "parent", "mother", "father", "baby", "sibling", "kid",
                                "boy", "girl", "client");
constexpr auto kSeveral = word_list("families", "children", "youth", "youths", "parents", "mothers", "fathers",
                                    "babies", "siblings", "infants", "toddlers", "teenagers", "teens", "adolescents",
                                    "newborns", "minors", "orphans", "kids", "boys", "girls", "clients");

// What may stand between the number and the people: "two of our youngest children", "3 foster youth".
constexpr auto kBetween = word_list(
    "of", "the", "our", "their", "these", "those", "more", "other", "such", "young", "younger", "older", "youngest",
    "small", "foster", "adopted", "adoptive", "native", "tribal", "american", "african", "indian", "black", "white",
    "latino", "latina", "hispanic", "asian", "single", "teenage", "homeless", "birth", "biological", "immigrant",
    "local", "new", "different", "removed", "sibling", "school", "age", "aged", "kin", "refugee");

// The people are then somebody or something else: "four parent partners", "one family team meeting", "two youth advocates".
constexpr auto kElse = word_list(
    "partner", "partners", "advocate", "advocates", "mentor", "mentors", "team", "teams", "meeting", "meetings",
    "member", "members", "resource", "welfare", "court", "courts", "center", "centers", "council", "councils", "group",
    "groups", "worker", "workers", "services", "service", "leader", "leaders", "voices", "voice", "surveys", "survey",
    "visits", "visit", "conference", "conferences", "story", "stories", "perspective", "plans");
constexpr auto kRate = word_list("per", "each", "every", "a", "an", "at", "or", "weekly", "monthly", "quarterly",
                                 "yearly", "only");
// "one child in each unit"
constexpr auto kWhere = word_list("in", "of", "from", "for");
constexpr auto kEach = word_list("each", "every");

// The number then counts or names something else: "step 2", "part 3", "at most 4 of 20".
constexpr auto kNaming = word_list("step", "part", "tier", "section", "level", "phase", "stage", "item", "goal",
                                   "table", "figure", "page", "chapter", "version", "unit", "strategy", "priority",
                                   "objective", "no", "number", "age", "ages", "grade", "day");

// Letters, digits and the marks within numbers; "2/3" and "1.5" are words of their own and no counts.
bool is_inside(std::string_view text, std::size_t at) {
  if (is_word_character(text[at])) return true;
  if (text[at] == ' ') return false;  // nearly always
  constexpr std::string_view kMarks = "'-/.,$#%";
  return kMarks.find(text[at]) != std::string_view::npos && at + 1 < text.size() && is_word_character(text[at + 1]);
}

/// The words around the numbers of one text.
class Reading {
 public:
  Reading(std::string_view text, const std::vector<std::string>& own_words) : text_(text), own_words_(own_words) {}

  // The people that the number counts; nothing when it counts or names something else.
  std::optional<Stretch> people_of(const Stretch& number, std::int64_t count) const {
    const bool whole = (number.begin == 0 || !is_inside(text_, number.begin - 1)) &&
                       (number.end == text_.size() || !is_inside(text_, number.end));
    return whole && !names_something(word_before(number.begin), number) ? people_after(number, count) : std::nullopt;
  }

 private:
  /// The next word; an empty stretch at the end of the text.
  Stretch word_from(std::size_t at) const {
    while (at < text_.size() && !is_inside(text_, at)) ++at;
    const std::size_t begin = at;
    while (at < text_.size() && is_inside(text_, at)) ++at;
    return {begin, at};
  }
  /// The word that ends before this place; an empty stretch at the beginning of the text.
  Stretch word_before(std::size_t at) const {
    while (at > 0 && !is_inside(text_, at - 1)) --at;
    const std::size_t end = at;
    while (at > 0 && is_inside(text_, at - 1)) --at;
    return {at, end};
  }
  static bool is_end(const Stretch& word) { return word.begin == word.end; }
  std::string_view letters(const Stretch& word) const { return text_.substr(word.begin, word.end - word.begin); }
  std::string_view between(const Stretch& word, const Stretch& next) const {
    return text_.substr(word.end, next.begin - word.end);
  }

  bool touching(const Stretch& word, const Stretch& next) const {
    return !is_end(next) && between(word, next).find_first_not_of(" \n") == std::string_view::npos;
  }

  bool names_something(const Stretch& before, const Stretch& number) const {
    if (is_end(before) || !kNaming.has_any_case(letters(before))) return false;
    return touching(before, number) || between(before, number) == ". ";
  }

  bool is_people(std::string_view word, std::int64_t number) const {
    const auto is_own = [&](const std::string& own) { return is_word(word, own); };
    if (std::any_of(own_words_.begin(), own_words_.end(), is_own)) return true;
    return number == 1 ? kOne.has_any_case(word) : kSeveral.has_any_case(word);
  }

  // A few words on.
  std::optional<Stretch> people_after(const Stretch& number, std::int64_t count) const {
    constexpr int kReach = 4;
    bool of_these = false;
    Stretch last = number;
    for (int reach = 0; reach < kReach; ++reach) {
      const Stretch next = word_from(last.end);
      if (!touching(last, next)) return std::nullopt;
      const std::string_view word = letters(next);
      of_these = of_these || (reach == 0 && is_word(word, "of"));
      if (is_people(word, count) || (of_these && is_people(word, 2)))
        return is_someone_else(next) ? std::nullopt : std::optional{next};
      if (!kBetween.has_any_case(word) && !(of_these && number_of(word))) return std::nullopt;
      last = next;
    }
    return std::nullopt;
  }

  bool is_someone_else(const Stretch& people) const {
    if (people.end < text_.size() && text_[people.end] == '\'') return true;  // "two parents' groups"
    const Stretch next = word_from(people.end);
    if (!touching(people, next)) return false;
    if (kWhere.has(letters(next)) && kEach.has(letters(word_from(next.end)))) return true;
    return kElse.has_any_case(letters(next)) || kRate.has_any_case(letters(next));
  }

  std::string_view text_;
  const std::vector<std::string>& own_words_;
};

}  // namespace

std::vector<Stretch> small_counts(std::string_view text, const std::vector<Stretch>& numbers, std::int64_t limit,
                                  const std::vector<std::string>& own_words) {
  const Reading reading(text, own_words);
  std::vector<Stretch> found;
  for (const Stretch& number : numbers) {
    const std::optional<std::int64_t> count = number_of(text.substr(number.begin, number.end - number.begin));
    if (!count || *count < 1 || *count >= limit) continue;
    if (const std::optional<Stretch> people = reading.people_of(number, *count))
      found.push_back({number.begin, people->end});
  }
  return found;
}

}  // namespace cpm::rules
