// Small numbers of families and children: the part of private_words that reads counts.
#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "rules/private_words.h"
#include "rules/text_scan.h"

namespace cpm::rules {
namespace {

constexpr std::array<std::string_view, 20> kNumbers = {
    "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",     "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};

// Whom a small number would point to.
constexpr std::array<std::string_view, 8> kOne = {"family", "child",  "youth", "parent",
                                                  "mother", "father", "baby",  "sibling"};
constexpr std::array<std::string_view, 17> kSeveral = {
    "families", "children", "youth",     "youths", "parents",     "mothers",  "fathers", "babies", "siblings",
    "infants",  "toddlers", "teenagers", "teens",  "adolescents", "newborns", "minors",  "orphans"};

// What may stand between the number and the people: "two of our youngest children", "3 foster youth".
constexpr std::array<std::string_view, 44> kBetween = {
    "of",        "the",      "our",     "their",    "these", "those",      "more",      "other",    "such",
    "young",     "younger",  "older",   "youngest", "small", "foster",     "adopted",   "adoptive", "native",
    "tribal",    "american", "african", "indian",   "black", "white",      "latino",    "latina",   "hispanic",
    "asian",     "single",   "teenage", "homeless", "birth", "biological", "immigrant", "local",    "new",
    "different", "removed",  "sibling", "school",   "age",   "aged",       "kin",       "refugee"};

// The people are then somebody or something else: "four parent partners", "one family team meeting", "two youth advocates".
constexpr std::array<std::string_view, 40> kElse = {
    "partner",  "partners", "advocate",   "advocates",   "mentor",   "mentors", "team",        "teams",
    "meeting",  "meetings", "member",     "members",     "resource", "welfare", "court",       "courts",
    "center",   "centers",  "council",    "councils",    "group",    "groups",  "worker",      "workers",
    "services", "service",  "leader",     "leaders",     "voices",   "voice",   "surveys",     "survey",
    "visits",   "visit",    "conference", "conferences", "story",    "stories", "perspective", "plans"};
constexpr std::array<std::string_view, 12> kRate = {"per", "each",   "every",   "a",         "an",     "at",
                                                    "or",  "weekly", "monthly", "quarterly", "yearly", "only"};

// The number then counts or names something else: "step 2", "part 3", "at most 4 of 20".
constexpr std::array<std::string_view, 24> kNaming = {"step",    "part",    "tier", "section",  "level",    "phase",
                                                      "stage",   "item",    "goal", "table",    "figure",   "page",
                                                      "chapter", "version", "unit", "strategy", "priority", "objective",
                                                      "no",      "number",  "age",  "ages",     "grade",    "day"};

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

struct Word {
  std::string text;  ///< in lower case
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Letters, digits and the marks within numbers; "2/3" and "1.5" are words of their own and no counts.
bool is_inside(std::string_view text, std::size_t at) {
  if (is_word_sign(text[at])) return true;
  const bool mark = text[at] == '\'' || text[at] == '-' || text[at] == '/' || text[at] == '.' || text[at] == ',' ||
                    text[at] == '$' || text[at] == '#' || text[at] == '%';
  return mark && at + 1 < text.size() && is_word_sign(text[at + 1]);
}

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t begin = at;
    while (at < text.size() && is_inside(text, at)) ++at;
    if (at > begin) words.push_back({base::lower(text.substr(begin, at - begin)), begin, at});
  }
  return words;
}

std::optional<std::int64_t> number_of(const std::string& word) {
  const auto* const spelt = std::find(kNumbers.begin(), kNumbers.end(), word);
  if (spelt != kNumbers.end()) return spelt - kNumbers.begin() + 1;
  constexpr std::size_t kMostDigits = 4;
  const bool digits = !word.empty() && word.size() <= kMostDigits && std::all_of(word.begin(), word.end(), is_digit);
  return digits ? std::optional<std::int64_t>{std::stoll(word)} : std::nullopt;
}

/// One text, word by word.
class Reading {
 public:
  Reading(std::string_view text, const std::vector<std::string>& own_words)
      : text_(text), words_(words_of(text)), own_words_(own_words) {}

  std::vector<Stretch> small_counts(std::int64_t limit) const {
    std::vector<Stretch> found;
    for (std::size_t at = 0; at < words_.size(); ++at) {
      const std::optional<std::int64_t> number = number_of(words_[at].text);
      if (!number || *number < 1 || *number >= limit || names_something(at)) continue;
      if (const std::size_t people = people_after(at, *number); people > at)
        found.push_back({words_[at].begin, words_[people].end});
    }
    return found;
  }

 private:
  bool touching(std::size_t first) const {
    return first + 1 < words_.size() &&
           std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(words_[first].end),
                       text_.begin() + static_cast<std::ptrdiff_t>(words_[first + 1].begin),
                       [](char sign) { return sign == ' ' || sign == '\n'; });
  }

  bool names_something(std::size_t at) const {
    if (at == 0 || !contains(kNaming, words_[at - 1].text)) return false;
    return touching(at - 1) || text_.substr(words_[at - 1].end, words_[at].begin - words_[at - 1].end) == ". ";
  }

  bool is_people(const std::string& word, std::int64_t number) const {
    if (std::find(own_words_.begin(), own_words_.end(), word) != own_words_.end()) return true;
    return number == 1 ? contains(kOne, word) : contains(kSeveral, word);
  }

  // The people that the number counts, a few words on; the number's own place when it counts something else.
  std::size_t people_after(std::size_t at, std::int64_t number) const {
    constexpr std::size_t kReach = 4;
    for (std::size_t next = at + 1; next < words_.size() && next <= at + kReach && touching(next - 1); ++next) {
      const std::string& word = words_[next].text;
      const bool of_these = words_[at + 1].text == "of";
      if (is_people(word, number) || (of_these && is_people(word, 2))) return is_someone_else(next) ? at : next;
      if (!contains(kBetween, word) && !(of_these && number_of(word))) return at;
    }
    return at;
  }

  bool is_someone_else(std::size_t people) const {
    if (words_[people].end < text_.size() && text_[words_[people].end] == '\'') return true;  // "two parents' groups"
    if (!touching(people)) return false;
    const std::string& next = words_[people + 1].text;
    return contains(kElse, next) || contains(kRate, next);
  }

  std::string_view text_;
  std::vector<Word> words_;
  const std::vector<std::string>& own_words_;
};

}  // namespace

namespace {

// Is there a number at all? Most texts have none, and are done with after one look at each sign.
bool has_number(std::string_view text) {
  constexpr std::string_view kFirstLetters = "oOtTfFsSeEnN";
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at > 0 && is_word_sign(text[at - 1])) continue;
    if (is_digit(text[at])) return true;
    if (kFirstLetters.find(text[at]) == std::string_view::npos) continue;
    for (const std::string_view number : kNumbers)
      if (word_at(text, at, number)) return true;
  }
  return false;
}

}  // namespace

std::vector<Stretch> small_counts(std::string_view text, std::int64_t limit,
                                  const std::vector<std::string>& own_words) {
  return has_number(text) ? Reading{text, own_words}.small_counts(limit) : std::vector<Stretch>{};
}

}  // namespace cpm::rules
