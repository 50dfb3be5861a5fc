// Names of persons beside words about a case: the part of private_words that needs lists.
#include <algorithm>
#include <array>

#include "rules/activity_words.h"
#include "rules/private_lists.h"
#include "rules/private_words.h"
#include "rules/text_scan.h"

namespace cpm::rules {
namespace {

constexpr std::size_t kReach = 40;

// Words that make a name the name of a place or a body.
constexpr auto kPlaces = word_list("County", "Court", "Center", "Centre", "Academy", "School", "University", "College",
                                   "Street", "Avenue", "Boulevard", "Department", "Hospital", "Library", "Foundation",
                                   "House", "Hall", "Park", "Children's", "Family", "Building", "Clinic", "Services",
                                   "Institute");
constexpr auto kSaints = word_list("San", "Santa", "Saint", "St", "Los", "Las");

constexpr std::array<std::string_view, 9> kCaseWords = {"referral", "removed",   "detained",  "placement", "dependency",
                                                        "child of", "mother of", "father of", "case"};
// "case plan", "referral form", "placement stability": the agency's own words.
constexpr auto kCompounds = word_list(
    "plan", "plans", "planning", "worker", "workers", "work", "carrying", "management", "manager", "aide", "load",
    "consultation", "conference", "conferences", "review", "reviews", "reading", "readings", "study", "studies", "law",
    "example", "examples", "form", "forms", "process", "path", "stability", "unit", "units", "team", "teams", "court",
    "services", "staff", "desk", "line", "rate", "rates", "counts", "data");
// "in case", "in any case", "use case"
constexpr auto kBeforeCase = word_list("in", "In", "any", "use", "best", "worst", "business", "either");

std::size_t end_of_word(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && (is_letter(text[end]) || (text[end] == '\'' && end > at))) ++end;
  return end;
}

std::vector<Stretch> words_of(std::string_view text) {
  std::vector<Stretch> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_word(text, at);
    if (end > at) words.push_back({at, end});
    at = end > at ? end : at + 1;
  }
  return words;
}

/// The words of one text, and questions about them by their number.
struct Words {
  std::string_view text;
  std::vector<Stretch> all;

  std::string_view operator[](std::size_t index) const {
    return index < all.size() ? text.substr(all[index].begin, all[index].end - all[index].begin) : std::string_view{};
  }
  // Between one word and the next there is nothing but this.
  bool followed_by(std::size_t index, std::string_view between) const {
    return index + 1 < all.size() && text.substr(all[index].end, all[index + 1].begin - all[index].end) == between;
  }
};

// "Lopez", "O'Brien"
bool is_name_like(std::string_view word) {
  if (word.size() > 2 && word[1] == '\'') return is_capital(word[0]) && is_capital(word[2]);
  return word.size() > 1 && is_capital(word[0]) && is_letter(word[1]) && !is_capital(word[1]);
}

bool is_body(const Words& words, std::size_t last) {
  return kPlaces.has(words[last]) || (words.followed_by(last, " ") && kPlaces.has(words[last + 1]));
}

// The number of the name's last word when a name begins here; 0 when none does.
std::size_t last_of_name(const Words& words, std::size_t first) {
  const bool titled = kTitles.has(words[first]) && (words.followed_by(first, ". ") || words.followed_by(first, " "));
  const bool given = kGivenNames.has(words[first]) && words.followed_by(first, " ");
  if (!titled && !given) return 0;
  if (given && first > 0 && kSaints.has(words[first - 1])) return 0;
  const bool middle = words[first + 1].size() == 1 && is_capital(words[first + 1][0]) &&
                      (words.followed_by(first + 1, ". ") || words.followed_by(first + 1, " "));
  const std::size_t last = first + (middle ? 2 : 1);
  return is_name_like(words[last]) && !is_body(words, last) ? last : 0;
}

// "Program manager Luis Ortega", "Luis Ortega, program manager": staff, not a family.
bool is_staff(const Words& words, std::size_t first, std::size_t last) {
  if (first > 0 && words.followed_by(first - 1, " ") && is_role(words[first - 1])) return true;
  if (!words.followed_by(last, ", ") && !words.followed_by(last, " (")) return false;
  return is_role(words[last + 1]) || is_role(words[last + 2]);
}

bool is_case_word(const Words& words, std::size_t index) {
  const std::size_t at = words.all[index].begin;
  const auto word = std::find_if(kCaseWords.begin(), kCaseWords.end(),
                                 [&](std::string_view one) { return word_at(words.text, at, one); });
  if (word == kCaseWords.end()) return false;
  if (words.followed_by(index, " ") && kCompounds.has(words[index + 1])) return false;
  const bool idiom = *word == "case" && index > 0 && words.followed_by(index - 1, " ") &&
                     kBeforeCase.has(words[index - 1]);
  return !idiom;
}

bool is_near_case_word(const Words& words, std::size_t first, std::size_t last) {
  const std::size_t begin = words.all[first].begin;
  const std::size_t end = words.all[last].end;
  for (std::size_t i = first; i-- > 0 && words.all[i].end + kReach >= begin;)
    if (is_case_word(words, i)) return true;
  for (std::size_t i = last + 1; i < words.all.size() && words.all[i].begin <= end + kReach; ++i)
    if (is_case_word(words, i)) return true;
  return false;
}

}  // namespace

std::vector<Stretch> names_near_case_words(std::string_view text) {
  std::vector<Stretch> found;
  const Words words{.text = text, .all = words_of(text)};
  for (std::size_t first = 0; first + 1 < words.all.size(); ++first) {
    const std::size_t last = last_of_name(words, first);
    if (last == 0) continue;
    if (!is_staff(words, first, last) && is_near_case_word(words, first, last))
      found.push_back({words.all[first].begin, words.all[last].end});
    first = last;
  }
  return found;
}

}  // namespace cpm::rules
