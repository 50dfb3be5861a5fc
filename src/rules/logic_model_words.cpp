#include "rules/logic_model_words.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"

namespace cpm::rules {
namespace {

constexpr std::array<std::string_view, 32> kChanges = {
    "better",    "improve",    "improves",    "improved",  "improving", "understand",  "understands", "understood",
    "feel",      "feels",      "felt",        "trust",     "trusts",    "trusted",     "believe",     "believes",
    "confident", "confidence", "increase",    "increases", "increased", "increasing",  "decrease",    "decreases",
    "decreased", "stronger",   "comfortable", "satisfied", "aware",     "appreciated", "respected",   "willing"};

constexpr std::array<std::string_view, 7> kCounts = {"number of",     "the number of", "how many", "count of",
                                                     "percentage of", "percent of",    "amount of"};

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (const std::string_view word : base::split(text, ' ')) {
    std::string letters = base::lower(word);
    const auto is_mark = [](char character) {
      return std::string_view{".,:;()\"'"}.find(character) != std::string_view::npos;
    };
    letters.erase(std::remove_if(letters.begin(), letters.end(), is_mark), letters.end());
    if (!letters.empty()) words.push_back(std::move(letters));
  }
  return words;
}

bool is_number(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char character) { return character >= '0' && character <= '9'; });
}

// "number of …", "12 coaches …"
bool starts_with_count(std::string_view text) {
  const std::string plain = base::lower(base::trimmed(text));
  for (const std::string_view start : kCounts)
    if (plain.starts_with(std::string{start} + ' ')) return true;
  const std::vector<std::string> words = words_of(text);
  return words.size() > 1 && is_number(words[0]) && words[1].size() > 2 && words[1].ends_with('s');
}

// "more" alone says little: "more than two", "more sessions" are counts; "are more open" is a change.
std::optional<std::string> first_change(std::string_view text) {
  const std::vector<std::string> words = words_of(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (std::find(kChanges.begin(), kChanges.end(), words[i]) != kChanges.end()) return words[i];
    const bool grown = words[i] == "more" && i + 1 < words.size() && words[i + 1] != "than" &&
                       !words[i + 1].ends_with('s') && (i == 0 || words[i - 1] != "or");
    if (grown) return words[i];
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> change_word(std::string_view text) {
  return starts_with_count(text) ? std::nullopt : first_change(text);
}

bool reads_like_count(std::string_view text) {
  return starts_with_count(text) && !first_change(text);
}

}  // namespace cpm::rules
