// Texts that point to a person: nothing in these files needs them, and others read the files.
#include <optional>
#include <set>
#include <string>

#include "base/text.h"
#include "model/texts.h"
#include "rules/private_words.h"
#include "rules/rule_table.h"
#include "rules/surroundings.h"
#include "rules/text_scan.h"
#include "rules/words.h"

namespace cpm::rules {
namespace {

using diag::Diagnostics;
using model::Text;
using model::TextRole;

// The fewest digits that make such a number.
constexpr std::size_t kLeastOfCase = 5;
constexpr std::size_t kLeastOfSecurity = 9;
constexpr std::size_t kLeastOfTelephone = 7;

// The place of a stretch of a text: exact where the file has the text as it is, else all of it.
model::Span place_in(const model::LocatedText& text, const Stretch& stretch) {
  const model::Span& span = text.span;
  constexpr std::size_t kQuotes = 2;
  const std::size_t bytes = span.end - span.begin;
  const bool plain = bytes == text->size();
  if (!plain && bytes != text->size() + kQuotes) return span;
  const std::size_t start = span.begin + (plain ? 0 : kQuotes / 2);
  return {.file = span.file,
          .begin = static_cast<std::uint32_t>(start + stretch.begin),
          .end = static_cast<std::uint32_t>(start + stretch.end),
          .whole_file = false};
}

/// What a kind of finding says, wherever it is found.
struct Wording {
  diag::Code code;
  std::string_view message;
  std::string_view help;
};

void report(const Text& text, const std::vector<Stretch>& found, const Wording& wording, Diagnostics& findings) {
  for (const Stretch& stretch : found)
    findings.add({.code = wording.code,
                  .message = std::string{wording.message},
                  .span = place_in(text.text, stretch),
                  .help = std::string{wording.help},
                  .item = std::string{text.record}});
}

// Names that the file gives as those of staff and partners.
std::set<std::string> known_people(const Subject& subject) {
  std::set<std::string> known;
  model::for_each_text(subject.document.content, [&](const Text& text) {
    if (text.role != TextRole::prose) known.insert(*text.text);
  });
  return known;
}

// Whether a kind of finding is possible at all: most texts have neither digits nor signs of an address.
struct Signs {
  std::size_t digits = 0;
  bool at = false;
};

Signs signs_of(std::string_view text) {
  Signs signs{.digits = 0, .at = text.find('@') != std::string_view::npos};
  for (const char sign : text) signs.digits += static_cast<std::size_t>(is_digit(sign));
  return signs;
}

void check_numbers(const Text& text, const Signs& signs, Diagnostics& findings) {
  if (signs.digits >= kLeastOfCase)
    report(text, case_numbers(*text.text),
           {701, "this looks like a case number", "take it out; the agency's work can be told without it"}, findings);
  if (signs.digits >= kLeastOfSecurity)
    report(text, social_security_numbers(*text.text),
           {702, "this looks like a social security number", "take it out, of the file's history as well"}, findings);
  if (signs.digits > 0)
    report(text, birth_dates(*text.text), {703, "this looks like a date of birth", "take it out"}, findings);
}

void check_ways_to_reach(const Text& text, const Signs& signs, Diagnostics& findings) {
  if (text.role == TextRole::contact) return;
  if (signs.digits >= kLeastOfTelephone)
    report(text, telephone_numbers(*text.text),
           {705, "this looks like a telephone number", "move it to `contact`, or take it out"}, findings);
  if (signs.at)
    report(text, email_addresses(*text.text),
           {706, "this looks like an email address", "move it to `contact`, or take it out"}, findings);
}

/// Names near words about a case; those of staff and partners are looked up only when there are any.
class Names {
 public:
  explicit Names(const Subject& subject) : subject_(subject) {}

  void check(const Text& text, Diagnostics& findings) {
    if (text.role != TextRole::prose) return;
    std::vector<Stretch> names = names_near_case_words(*text.text);
    if (names.empty()) return;
    if (!known_) known_ = known_people(subject_);
    std::erase_if(names, [&](const Stretch& name) {
      return known_->contains(text.text->substr(name.begin, name.end - name.begin));
    });
    report(text, names,
           {704, "this looks like the name of a person in a case", "say what the agency does, without the person"},
           findings);
  }

 private:
  const Subject& subject_;
  std::optional<std::set<std::string>> known_;
};

// One walk for all of them: this is most of what a check does besides reading.
void check_texts(const Subject& subject, Diagnostics& findings) {
  Names names(subject);
  model::for_each_text(subject.document.content, [&](const Text& text) {
    const Signs signs = signs_of(*text.text);
    if (signs.digits > 0) check_numbers(text, signs, findings);
    check_ways_to_reach(text, signs, findings);
    names.check(text, findings);
  });
}

// The county's own words for people, as they are compared.
std::vector<std::string> own_words(const model::Repository* repository) {
  std::vector<std::string> words;
  if (repository == nullptr || !repository->privacy) return words;
  for (const model::LocatedText& word : repository->privacy->small_group_words)
    words.push_back(base::lower(base::trimmed(*word)));
  return words;
}

void check_small_numbers(const Subject& subject, Diagnostics& findings) {
  const std::int64_t limit = smallest_group(subject);
  const std::vector<std::string> words = own_words(repository_of(subject));
  const std::string message = "this tells of fewer than " + std::to_string(limit) +
                              " people, who could be recognized in a small place";
  model::for_each_text(subject.document.content, [&](const Text& text) {
    if (text.role != TextRole::prose) return;
    report(text, small_counts(*text.text, limit, words), {708, message, "say `a few`, or put groups or times together"},
           findings);
  });
}

void check_words(const Subject& subject, Diagnostics& findings) {
  const model::Repository* const repository = repository_of(subject);
  if (repository == nullptr || !repository->privacy) return;
  model::for_each_text(subject.document.content, [&](const Text& text) {
    for (const model::LocatedText& word : repository->privacy->words) {
      const std::string message = "the county does not want to see " + quoted(*word) + " here";
      report(text, whole_words(*text.text, *word), {707, message, "take it out, or say it in other words"}, findings);
    }
  });
}

constexpr Rule kRules[] = {
    {"privacy: what points to a person", kCodes<701, 702, 703, 704, 705, 706>, check_texts},
    {"privacy: small numbers", kCodes<708>, check_small_numbers},
    {"privacy: the county's own words", kCodes<707>, check_words},
};

}  // namespace

std::span<const Rule> privacy_rules() {
  return kRules;
}

}  // namespace cpm::rules
