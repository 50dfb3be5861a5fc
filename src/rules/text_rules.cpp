// What a county wrote freely: texts that point to a person, which nothing in these files needs and others read, and texts
// that say nothing yet.
#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "diag/marked.h"
#include "model/texts.h"
#include "rules/placeholders.h"
#include "rules/private_words.h"
#include "rules/rule_table.h"
#include "rules/surroundings.h"
#include "rules/text_glance.h"
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

// Does the file have the text as it is, but for quotes? Then a place in one is a place in the other.
std::optional<std::size_t> start_of(const model::LocatedText& text) {
  constexpr std::size_t kQuotes = 2;
  const std::size_t bytes = text.span.end - text.span.begin;
  if (bytes == text->size()) return text.span.begin;
  if (bytes == text->size() + kQuotes) return text.span.begin + kQuotes / 2;
  return std::nullopt;
}

// A stretch of a text of several lines, by its words: the file breaks the lines, and indents them.
diag::Marked marked_in(std::string_view text, const Stretch& stretch) {
  diag::Marked marked{.words = std::string{text.substr(stretch.begin, stretch.end - stretch.begin)}};
  for (const diag::WordsPlace& place : diag::places_of_words(text, marked.words))
    if (place.begin < stretch.begin) ++marked.turn;
  return marked;
}

/// What a kind of finding says, wherever it is found.
struct Wording {
  diag::Code code;
  std::string_view message;
  std::string_view help;
};

// Of one text the first twenty of a kind are shown, and how many more there are: nobody needs to see them all, and each is
// looked for in the whole text.
void report(const Text& text, const std::vector<Stretch>& found, const Wording& wording, Diagnostics& findings) {
  constexpr std::size_t kMostShown = 20;
  const std::size_t shown = std::min(found.size(), kMostShown);
  const std::optional<std::size_t> start = start_of(text.text);
  for (std::size_t i = 0; i < shown; ++i) {
    const bool more = i + 1 == shown && found.size() > shown;
    diag::Diagnostic finding{.code = wording.code,
                             .message = std::string{wording.message},
                             .span = text.text.span,
                             .help = std::string{wording.help},
                             .item = std::string{text.record}};
    if (more) finding.notes.push_back(fmt::format("{} more of the kind are in this text", found.size() - shown));
    if (start) {
      finding.span.begin = static_cast<std::uint32_t>(*start + found[i].begin);
      finding.span.end = static_cast<std::uint32_t>(*start + found[i].end);
    } else {
      finding.marked = marked_in(*text.text, found[i]);
    }
    findings.add(std::move(finding));
  }
}

// Names that the file gives as those of staff and partners, and those of counties.
std::set<std::string> known_names(const Subject& subject) {
  std::set<std::string> known;
  if (const model::BuiltIn* const built_in = subject.workspace.built_in; built_in != nullptr)
    for (const model::County& county : built_in->counties.counties) known.insert(*county.name);
  if (const model::Repository* const own = repository_of(subject); own != nullptr && subject.workspace.built_in) {
    const std::string name = model::county_name(*subject.workspace.built_in, *own->county);
    known.insert(name.substr(0, name.find(" County")));
  }
  model::for_each_text(subject.document.content, [&](const Text& text) {
    if (text.role != TextRole::prose) known.insert(*text.text);
  });
  return known;
}

// What identifies a client: an error, which only a suppression with its reason accepts.
void check_numbers(const Text& text, const Glance& seen, Diagnostics& findings) {
  constexpr std::string_view kTakeOut =
      "take it out, and out of git's history if it was committed; if it is something else, accept it in `cpm.yaml` with a reason";
  if (seen.digits >= kLeastOfCase)
    report(text, case_numbers(*text.text), {701, "this looks like a case number", kTakeOut}, findings);
  if (seen.digits >= kLeastOfSecurity)
    report(text, social_security_numbers(*text.text), {702, "this looks like a social security number", kTakeOut},
           findings);
  if (seen.digits > 0)
    report(text, birth_dates(*text.text), {703, "this looks like a date of birth", kTakeOut}, findings);
}

void check_ways_to_reach(const Text& text, const Glance& seen, Diagnostics& findings) {
  if (text.role == TextRole::contact) return;
  if (seen.digits >= kLeastOfTelephone)
    report(text, telephone_numbers(*text.text),
           {705, "this looks like a telephone number", "move it to `contact`, or take it out"}, findings);
  if (seen.at)
    report(text, email_addresses(*text.text),
           {706, "this looks like an email address", "move it to `contact`, or take it out"}, findings);
}

// "Yolo" of "Yolo families"; a single "family" rather has its own name.
std::string name_in(std::string_view words) {
  for (const std::string_view group : {" families", " children", " case"})
    if (words.ends_with(group)) return std::string{words.substr(0, words.size() - group.size())};
  return std::string{words};
}

/// Names near words about a case; those of staff, partners and counties are looked up only when there are any.
class Names {
 public:
  explicit Names(const Subject& subject) : subject_(subject) {}

  void check(const Text& text, Diagnostics& findings) {
    if (text.role != TextRole::prose) return;
    std::vector<Stretch> names = names_near_case_words(*text.text);
    if (names.empty()) return;
    if (!known_) known_ = known_names(subject_);
    std::erase_if(names, [&](const Stretch& name) {
      return known_->contains(name_in(std::string_view{*text.text}.substr(name.begin, name.end - name.begin)));
    });
    report(text, names,
           {704, "this looks like the name of a person or a family in a case",
            "say what the agency does, without the person"},
           findings);
  }

 private:
  const Subject& subject_;
  std::optional<std::set<std::string>> known_;
};

// The county's own words for people, as they are compared.
std::vector<std::string> own_words(const model::Repository* repository) {
  std::vector<std::string> words;
  if (repository == nullptr || !repository->privacy) return words;
  for (const model::LocatedText& word : repository->privacy->small_group_words)
    words.push_back(base::lower(base::trimmed(*word)));
  return words;
}

/// Small numbers of people, as the county sees them.
class Counts {
 public:
  explicit Counts(const Subject& subject)
      : limit_(smallest_group(subject)),
        own_words_(own_words(repository_of(subject))),
        message_(fmt::format("this tells of fewer than {} people, who could be recognized in a small place", limit_)) {}

  void check(const Text& text, const Glance& seen, Diagnostics& findings) const {
    if (text.role != TextRole::prose || seen.numbers.empty()) return;
    report(text, small_counts(*text.text, seen.numbers, limit_, own_words_),
           {708, message_, "say `a few`, or put groups or times together"}, findings);
  }

 private:
  std::int64_t limit_;
  std::vector<std::string> own_words_;
  std::string message_;
};

// One walk and one look at each text for all of them: they are asked about every word that a county wrote.
void check_texts(const Subject& subject, Diagnostics& findings) {
  Names names(subject);
  const Counts counts(subject);
  const bool in_force = is_in_force(subject);
  model::for_each_text(subject.document.content, [&](const Text& text) {
    const Glance seen = glance_at(*text.text);
    if (seen.digits > 0) check_numbers(text, seen, findings);
    check_ways_to_reach(text, seen, findings);
    if (seen.name) names.check(text, findings);
    counts.check(text, seen, findings);
    check_placeholder(text, in_force, findings);
  });
}

void check_words(const Subject& subject, Diagnostics& findings) {
  const model::Repository* const repository = repository_of(subject);
  if (repository == nullptr || !repository->privacy) return;
  model::for_each_text(subject.document.content, [&](const Text& text) {
    for (const model::LocatedText& word : repository->privacy->words) {
      const std::vector<Stretch> found = whole_words(*text.text, *word);
      if (found.empty()) continue;
      const std::string message = fmt::format("the county does not want to see {} here", quoted(*word));
      report(text, found, {707, message, "take it out, or say it in other words"}, findings);
    }
  });
}

constexpr Rule kTextRules[] = {
    {"every text: what points to a person, or says nothing yet", kCodes<690, 691, 701, 702, 703, 704, 705, 706, 708>,
     check_texts},
    {"privacy: the county's own words", kCodes<707>, check_words},
};

}  // namespace

std::span<const Rule> text_rules() {
  return kTextRules;
}

}  // namespace cpm::rules
