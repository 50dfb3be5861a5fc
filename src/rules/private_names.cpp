// Names of persons beside words about a case: the part of private_words that needs lists.
#include <algorithm>
#include <array>
#include <utility>

#include "rules/activity_words.h"
#include "rules/name_words.h"
#include "rules/private_lists.h"
#include "rules/private_words.h"
#include "rules/text_scan.h"

namespace cpm::rules {
namespace {

constexpr std::size_t kNameReach = 40;

// Words that make a name the name of a place or a body.
constexpr auto kPlaces = word_list("County", "Court", "Center", "Centre", "Academy", "School", "University", "College",
                                   "Street", "Avenue", "Boulevard", "Department", "Hospital", "Library", "Foundation",
                                   "House", "Hall", "Park", "Children's", "Family", "Building", "Clinic", "Services",
                                   "Institute");
constexpr auto kSaints = word_list("San", "Santa", "Saint", "St", "Los", "Las");

constexpr std::array<std::string_view, 19> kCaseWords = {
    "referral",  "removed",   "removal",   "detained", "placement", "placed",      "dependency",
    "child of",  "mother of", "father of", "case",     "custody",   "foster care", "petition",
    "reunified", "adopted",   "abuse",     "abused",   "neglect"};
// "case plan", "referral form", "placement stability": the agency's own words.
constexpr auto kCompounds = word_list(
    "plan", "plans", "planning", "worker", "workers", "work", "carrying", "management", "manager", "aide", "load",
    "consultation", "conference", "conferences", "review", "reviews", "reading", "readings", "study", "studies", "law",
    "example", "examples", "form", "forms", "process", "path", "stability", "unit", "units", "team", "teams", "court",
    "services", "staff", "desk", "line", "rate", "rates", "counts", "data", "prevention", "council", "hotline",
    "reporting", "training", "program", "programs", "agency", "agencies", "policy", "bureau");
// "in case", "in any case", "use case"
constexpr auto kBeforeCase = word_list("in", "In", "any", "use", "best", "worst", "business", "either");

// Whose given name alone says who is meant: "baby Maria", "Kevin's mother", "Maria was removed".
constexpr auto kBeforeGiven = word_list("baby", "child", "boy", "girl", "mother", "father", "client", "minor", "infant",
                                        "toddler", "son", "daughter", "newborn");
constexpr auto kBehindGiven = word_list("mother", "father", "parents", "grandmother", "grandfather", "siblings",
                                        "sister", "brother", "case", "removal", "placement", "foster");
constexpr auto kWas = word_list("was", "were", "is", "been");
constexpr auto kDoneTo = word_list("removed", "placed", "detained", "reunified", "adopted", "abused", "neglected");

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

bool is_compound(const Words& words, std::size_t index) {
  return words.followed_by(index, " ") && kCompounds.has(words[index + 1]);
}

bool is_case_word(const Words& words, std::size_t index) {
  const std::size_t at = words.all[index].begin;
  const auto word = std::find_if(kCaseWords.begin(), kCaseWords.end(),
                                 [&](std::string_view one) { return word_at(words.text, at, one); });
  if (word == kCaseWords.end()) return false;
  if (is_compound(words, index + static_cast<std::size_t>(std::count(word->begin(), word->end(), ' ')))) return false;
  const bool idiom = *word == "case" && index > 0 && words.followed_by(index - 1, " ") &&
                     kBeforeCase.has(words[index - 1]);
  return !idiom;
}

bool is_near_case_word(const Words& words, std::size_t first, std::size_t last) {
  const std::size_t begin = words.all[first].begin;
  const std::size_t end = words.all[last].end;
  for (std::size_t i = first; i-- > 0 && words.all[i].end + kNameReach >= begin;)
    if (is_case_word(words, i)) return true;
  for (std::size_t i = last + 1; i < words.all.size() && words.all[i].begin <= end + kNameReach; ++i)
    if (is_case_word(words, i)) return true;
  return false;
}

// "has been", "was": the number of the word behind them; 0 when they are not there.
std::size_t behind_was(const Words& words, std::size_t index) {
  if (words.followed_by(index, " ") && (words[index + 1] == "has" || words[index + 1] == "had")) ++index;
  return words.followed_by(index, " ") && kWas.has(words[index + 1]) && words.followed_by(index + 1, " ") ? index + 2
                                                                                                          : 0;
}

// "baby Maria", "the client Maria Lopez"
bool is_behind_who(const Words& words, std::size_t index) {
  return index > 0 && words.followed_by(index - 1, " ") && kBeforeGiven.has_any_case(words[index - 1]);
}

// "baby Maria", "Kevin's mother", "Maria was removed"
bool is_given_name_of_case(const Words& words, std::size_t index) {
  const std::string_view name = without_possession(words[index]);
  if (!kGivenNames.has(name)) return false;
  const bool beside = index > 0 && words.followed_by(index - 1, " ");
  if (beside && (kSaints.has(words[index - 1]) || is_role(words[index - 1]))) return false;
  if (name.size() < words[index].size())
    return words.followed_by(index, " ") && kBehindGiven.has(words[index + 1]) && !is_compound(words, index + 1);
  if (is_behind_who(words, index)) return !is_body(words, index);
  const std::size_t done = behind_was(words, index);
  return done > 0 && kDoneTo.has(words[done]);
}

// The words from `first` on that name a person in a case, and where to look on.
Stretch name_at(const Words& words, std::size_t& first) {
  const std::size_t last = last_of_name(words, first);
  const std::size_t begin = std::exchange(first, std::max(first, last));
  const std::size_t start = words.all[begin].begin;
  if (last == 0 && !is_given_name_of_case(words, begin)) return {};
  if (last == 0) return {start, start + without_possession(words[begin]).size()};
  const bool counts = !is_staff(words, begin, last) &&
                      (is_behind_who(words, begin) || is_near_case_word(words, begin, last));
  return counts ? Stretch{words.all[begin].begin, words.all[last].end} : Stretch{};
}

}  // namespace

std::vector<Stretch> names_near_case_words(std::string_view text) {
  std::vector<Stretch> found;
  const Words words{text};
  for (std::size_t at = 0; at < words.all.size(); ++at) {
    const Stretch name = is_capital(words[at].front()) ? name_at(words, at) : household_at(words, at);
    if (name.end == name.begin) continue;
    if (!found.empty() && found.back().end > name.begin) found.pop_back();  // the household has the name within it
    found.push_back(name);
  }
  return found;
}

}  // namespace cpm::rules
