#include "rules/activity_words.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"

namespace cpm::rules {
namespace {

// Verbs that start an instruction and hardly anything else.
constexpr std::array<std::string_view, 41> kActivities = {
    "train",   "hold",      "develop", "create",     "conduct", "hire",     "provide",    "implement", "establish",
    "write",   "schedule",  "meet",    "offer",      "send",    "organize", "organise",   "recruit",   "purchase",
    "arrange", "prepare",   "publish", "distribute", "build",   "launch",   "facilitate", "deliver",   "attend",
    "convene", "introduce", "roll",    "identify",   "ensure",  "install",  "teach",      "invite",    "adopt",
    "revise",  "appoint",   "assign",  "collect",    "begin"};

// Verbs that are also nouns: instructions only when an article or the like follows, as in "review the policy".
constexpr std::array<std::string_view, 20> kAmbiguous = {
    "review", "plan", "survey", "coach", "staff", "support",  "update", "design", "test",     "pilot",
    "report", "use",  "start",  "run",   "set",   "contract", "form",   "share",  "complete", "present"};
constexpr std::array<std::string_view, 13> kDeterminers = {"the", "a",   "an",    "all", "each", "every", "our",
                                                           "new", "two", "three", "up",  "with", "for"};

// Words for those who can answer for a step.
constexpr std::array<std::string_view, 26> kLeaders = {
    "director", "manager", "supervisor", "coach",  "lead",       "leader",      "coordinator",   "analyst",   "trainer",
    "chief",    "deputy",  "officer",    "worker", "specialist", "facilitator", "administrator", "assistant", "liaison",
    "team",     "unit",    "committee",  "group",  "academy",    "staff",       "partner",       "consultant"};

// Agencies that answer for steps beside each other, as in "CWS and Probation".
constexpr std::array<std::string_view, 8> kAgencies = {"cws", "cps", "probation", "dss",
                                                       "dhs", "hhs", "tribe",     "tribes"};

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Letters of a word in lower case, without the marks around it.
std::string plain(std::string_view word) {
  std::string letters = base::lower(word);
  const auto is_mark = [](char character) {
    return std::string_view{".,:;()\"'"}.find(character) != std::string_view::npos;
  };
  letters.erase(std::remove_if(letters.begin(), letters.end(), is_mark), letters.end());
  return letters;
}

// Takes the word before the next space off the text; empty when there is none.
std::string_view next_word(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  const std::string_view word = text.substr(0, text.find(' '));
  text.remove_prefix(word.size());
  return word;
}

// "supervisor", "supervisors", "coaches"
bool is_leader(std::string_view word) {
  return std::any_of(kLeaders.begin(), kLeaders.end(), [&](std::string_view leader) {
    if (!word.starts_with(leader)) return false;
    const std::string_view ending = word.substr(leader.size());
    return ending.empty() || ending == "s" || ending == "es";
  });
}

bool names_leader(std::string_view text) {
  const std::vector<std::string_view> words = base::split(text, ' ');
  return std::any_of(words.begin(), words.end(), [](std::string_view word) { return is_leader(plain(word)); });
}

bool names_agency(std::string_view text) {
  return contains(kAgencies, plain(base::trimmed(text)));
}

}  // namespace

std::optional<std::string> leading_activity(std::string_view statement) {
  std::string_view rest = base::trimmed(statement);
  const std::string first = plain(next_word(rest));
  const std::string_view second = next_word(rest);
  if (second.empty()) return std::nullopt;
  const bool is_activity = contains(kActivities, first) ||
                           (contains(kAmbiguous, first) && contains(kDeterminers, plain(second)));
  return is_activity ? std::optional{first} : std::nullopt;
}

bool names_several(std::string_view leader) {
  const auto names_one = [](std::string_view part) { return names_leader(part) || names_agency(part); };
  if (leader.find(';') != std::string_view::npos) return true;
  for (const std::string_view separator : {" and ", " & ", "&", "/", ", "}) {
    for (std::size_t at = leader.find(separator); at != std::string_view::npos; at = leader.find(separator, at + 1))
      if (names_one(leader.substr(0, at)) && names_one(leader.substr(at + separator.size()))) return true;
  }
  return false;
}

bool is_role(std::string_view word) {
  return is_leader(plain(word));
}

}  // namespace cpm::rules
