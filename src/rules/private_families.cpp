// Households by their name: the part of the guesses at names that needs no list of names, but one of what is none.
#include "rules/name_words.h"
#include "rules/private_lists.h"
#include "rules/text_scan.h"

namespace cpm::rules {
namespace {

// What stands in the place of a family's name without being one: bodies, programs, peoples, languages, parts of the state.
constexpr auto kNoFamily = word_list(
    "Resource", "Foster", "Tribal", "Native", "American", "Indian", "Indigenous", "Core", "Practice", "Model", "CPM",
    "County", "State", "Statewide", "California", "Black", "White", "African", "Latino", "Latina", "Latinx", "Latine",
    "Hispanic", "Chicano", "Mexican", "Asian", "Pacific", "Islander", "Filipino", "Hmong", "Chinese", "Korean",
    "Japanese", "Vietnamese", "Cambodian", "Russian", "Ukrainian", "Afghan", "Syrian", "Armenian", "Spanish", "English",
    "Arabic", "Punjabi", "Mixteco", "Muslim", "Christian", "Jewish", "Catholic", "Northern", "Southern", "Eastern",
    "Western", "Central", "North", "South", "East", "West", "Valley", "Bay", "Area", "Coast", "Child", "Children",
    "Family", "Families", "Youth", "Parent", "Parents", "Kin", "Kinship", "Adoptive", "Birth", "Community", "Agency",
    "Department", "Division", "Board", "Court", "Superior", "Supreme", "Juvenile", "Federal", "Pilot", "Business",
    "Use", "Test", "First", "Second", "Third", "Next", "Last", "Same", "Other", "New", "Old", "Early", "Head", "Start",
    "Safety", "Welcome", "Home", "House", "Academy", "Center", "Coaching", "Training", "Learning", "Medi", "Cal",
    "Katie", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "January", "February", "March", "April", "May",
    "June", "July", "August", "September", "October", "November", "December", "The", "Our", "Each", "Every", "Which",
    "When", "For", "In");
// "the Alder family team", "the Hernandez case plan": the agency's own words.
constexpr auto kOwnPhrases = word_list(
    "team", "teams", "meeting", "meetings", "resource", "resources", "center", "centers", "service", "services", "plan",
    "plans", "planning", "group", "groups", "worker", "workers", "work", "court", "courts", "stability", "council",
    "program", "programs", "law", "study", "studies", "review", "reviews", "management", "manager", "managers",
    "conference", "conferences", "advocate", "advocates", "partner", "partners", "advisory", "committee", "welfare",
    "support", "engagement", "finding", "voice", "unit", "units", "example", "settlement", "record", "records", "file",
    "files", "load", "aide", "aides");
constexpr auto kArticles = word_list("the");

bool is_letters_of_name(std::string_view word) {
  if (!is_name_like(word) || kNoFamily.has(word)) return false;
  for (std::size_t i = 1; i < word.size(); ++i)  // "CalWORKs"
    if (is_capital(word[i - 1]) && is_capital(word[i])) return false;
  return word.size() < 2 || word[word.size() - 2] != '\'';
}

}  // namespace

Stretch household_at(const Words& words, std::size_t index) {
  constexpr std::size_t kMostNames = 3;  // "the Maria Garcia-Lopez family"
  if (!kHouseholds.has(without_possession(words[index]))) return {};
  std::size_t first = index;
  while (first > 0 && index - first < kMostNames && is_letters_of_name(words[first - 1]) &&
         (words.followed_by(first - 1, " ") || (first < index && words.followed_by(first - 1, "-"))))
    --first;
  const bool named = first < index && first > 0 && kArticles.has_any_case(words[first - 1]) &&
                     words.followed_by(first - 1, " ");
  if (!named || (words.followed_by(index, " ") && kOwnPhrases.has(words[index + 1]))) return {};
  return {words.all[first].begin, words.all[index].end};
}

}  // namespace cpm::rules
