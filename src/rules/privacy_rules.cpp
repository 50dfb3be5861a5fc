// Texts that point to a person: nothing in these files needs them, and others read the files.
#include <set>
#include <string>

#include "model/texts.h"
#include "rules/private_words.h"
#include "rules/rule_table.h"
#include "rules/surroundings.h"
#include "rules/words.h"

namespace cpm::rules {
namespace {

using diag::Diagnostics;
using model::Text;
using model::TextRole;

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

void check_case_numbers(const Subject& subject, Diagnostics& findings) {
  model::for_each_text(subject.document.content, [&](const Text& text) {
    report(text, case_numbers(*text.text),
           {701, "this looks like a case number", "take it out; the agency's work can be told without it"}, findings);
  });
}

void check_security_numbers(const Subject& subject, Diagnostics& findings) {
  model::for_each_text(subject.document.content, [&](const Text& text) {
    report(text, social_security_numbers(*text.text),
           {702, "this looks like a social security number", "take it out, of the file's history as well"}, findings);
  });
}

void check_birth_dates(const Subject& subject, Diagnostics& findings) {
  model::for_each_text(subject.document.content, [&](const Text& text) {
    report(text, birth_dates(*text.text), {703, "this looks like a date of birth", "take it out"}, findings);
  });
}

// Names that the file gives as those of staff and partners.
std::set<std::string> known_people(const Subject& subject) {
  std::set<std::string> known;
  model::for_each_text(subject.document.content, [&](const Text& text) {
    if (text.role != TextRole::prose) known.insert(*text.text);
  });
  return known;
}

void check_names(const Subject& subject, Diagnostics& findings) {
  const std::set<std::string> known = known_people(subject);
  model::for_each_text(subject.document.content, [&](const Text& text) {
    if (text.role != TextRole::prose) return;
    std::vector<Stretch> names = names_near_case_words(*text.text);
    std::erase_if(names, [&](const Stretch& name) {
      return known.contains(text.text->substr(name.begin, name.end - name.begin));
    });
    report(text, names,
           {704, "this looks like the name of a person in a case", "say what the agency does, without the person"},
           findings);
  });
}

void check_telephones(const Subject& subject, Diagnostics& findings) {
  model::for_each_text(subject.document.content, [&](const Text& text) {
    if (text.role == TextRole::contact) return;
    report(text, telephone_numbers(*text.text),
           {705, "this looks like a telephone number", "move it to `contact`, or take it out"}, findings);
  });
}

void check_addresses(const Subject& subject, Diagnostics& findings) {
  model::for_each_text(subject.document.content, [&](const Text& text) {
    if (text.role == TextRole::contact) return;
    report(text, email_addresses(*text.text),
           {706, "this looks like an email address", "move it to `contact`, or take it out"}, findings);
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
    {"privacy: case numbers", kCodes<701>, check_case_numbers},
    {"privacy: social security numbers", kCodes<702>, check_security_numbers},
    {"privacy: dates of birth", kCodes<703>, check_birth_dates},
    {"privacy: names beside words about a case", kCodes<704>, check_names},
    {"privacy: telephone numbers", kCodes<705>, check_telephones},
    {"privacy: email addresses", kCodes<706>, check_addresses},
    {"privacy: the county's own words", kCodes<707>, check_words},
};

}  // namespace

std::span<const Rule> privacy_rules() {
  return kRules;
}

}  // namespace cpm::rules
