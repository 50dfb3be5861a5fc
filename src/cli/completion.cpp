#include "cli/completion.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/text.h"
#include "cli/commands/export.h"
#include "cli/help.h"
#include "cli/options.h"
#include "diag/catalog.h"
#include "format/kinds.h"
#include "format/practice_mistakes.h"

namespace cpm::cli {
namespace {

void add(Completions& offer, std::string_view word, std::string_view about) {
  offer.candidates.push_back({.word = std::string(word), .about = base::visible(about)});
}

std::string group_about(std::string_view group) {
  std::vector<std::string> names;
  for (const Command* const command : commands())
    if (command->name.starts_with(std::string(group) + " ")) names.emplace_back(command->name.substr(group.size() + 1));
  return base::joined(names);
}

bool has(const Completions& offer, std::string_view word) {
  for (const Candidate& row : offer.candidates)
    if (row.word == word) return true;
  return false;
}

void add_kinds(Completions& offer) {
  for (const format::Kind& kind : format::kinds())
    if (!has(offer, kind.word)) add(offer, kind.word, kind.title);
}

Completions first_words() {
  Completions offer;
  for (const Command* const command : commands()) {
    const std::string_view word = base::split(command->name, ' ').front();
    if (!has(offer, word)) add(offer, word, is_group(word) ? group_about(word) : std::string(command->summary));
  }
  add(offer, "--help", "all commands");
  add(offer, "--version", "the version of cpm");
  return offer;
}

Completions second_words(std::string_view group) {
  Completions offer;
  for (const Command* const command : commands())
    if (command->name.starts_with(std::string(group) + " "))
      add(offer, command->name.substr(group.size() + 1), command->summary);
  add(offer, "--help", "what these commands do");
  return offer;
}

Completions format_words(const Place& place, std::string_view) {
  Completions offer;
  for (const render::Format& format : render::formats())
    if (offers(place.command.writes, format)) add(offer, format.name, format.about);
  if (place.command.writes == Writes::findings) add(offer, kAutoFormat, "what suits the host that runs the check");
  return offer;
}

Completions severity_words(const Place&, std::string_view) {
  Completions offer;
  using enum diag::Severity;
  for (const diag::Severity severity : {error, warning, advice}) add(offer, diag::severity_word(severity), {});
  return offer;
}

Completions color_words(const Place&, std::string_view) {
  Completions offer;
  for (const std::string_view word : kColorWords) add(offer, word, {});
  return offer;
}

Completions weight_words(const Place& place, std::string_view) {
  const std::string done = place.typed.substr(0, place.typed.rfind(',') + 1);  // npos + 1 is 0
  Completions offer;
  for (const std::string_view name : weight_names())
    if (done.find(name) == std::string::npos) add(offer, fmt::format("{}{}=", done, name), "a whole number");
  return offer;
}

/// Items of the built-in instruments, behind what is typed already.
Completions what_if_words(const Place& place, std::string_view) {
  const std::string done = place.typed.substr(0, place.typed.rfind(',') + 1);
  Completions offer;
  const auto loaded = format::load_built_in();
  for (const model::Instrument& instrument : loaded->built_in.instruments)
    for (const model::Area& area : instrument.areas)
      for (const model::Item& item : area.items)
        if (done.find(*item.id + "=") == std::string::npos)
          add(offer, fmt::format("{}{}=", done, *item.id), *item.title);
  return offer;
}

Completions county_words(const Place&, std::string_view) {
  Completions offer;
  const auto loaded = format::load_built_in();
  for (const model::County& county : loaded->built_in.counties.counties) add(offer, county.id.value, county.name.value);
  add(offer, "example", "a fictional county");
  return offer;
}

Completions instrument_words(const Place&, std::string_view) {
  Completions offer;
  const auto loaded = format::load_built_in();
  for (const model::Instrument& instrument : loaded->built_in.instruments)
    add(offer, instrument.id.value, instrument.title.value);
  return offer;
}

Completions level_words(const Place&, std::string_view) {
  Completions offer;
  for (const format::PracticeLevel& level : format::practice_levels()) add(offer, level.word, level.about);
  return offer;
}

Completions kind_words(const Place&, std::string_view) {
  Completions offer;
  add_kinds(offer);
  return offer;
}

Completions code_words(const Place& place, std::string_view) {
  const bool by_code = place.typed.empty() || place.typed.front() == 'C';
  Completions offer;
  for (const diag::CodeInfo& row : diag::catalog())
    add(offer, by_code ? diag::code_text(row.code) : std::string(row.name), row.summary);
  return offer;
}

Completions list_words(const Place&, std::string_view) {
  Completions offer;
  for (const ListTopic& topic : list_topics()) add(offer, topic.word, topic.title);
  return offer;
}

/// What is exported, then from where.
Completions export_words(const Place& place, std::string_view kind) {
  if (!place.operands.empty()) return files_of_kind(place, kind);
  Completions offer;
  for (const ExportTopic& topic : export_topics()) add(offer, topic.word, topic.about);
  return offer;
}

Completions form_words(const Place&, std::string_view) {
  Completions offer;
  for (const TableForm& form : table_forms()) add(offer, form.word, form.about);
  return offer;
}

Completions take_words(const Place&, std::string_view) {
  Completions offer;
  add(offer, "sheet", "the spreadsheet counts in every conflict");
  add(offer, "file", "the file stays as it is in every conflict");
  return offer;
}

Completions help_words(const Place& place, std::string_view) {
  if (!place.operands.empty()) return is_group(place.operands[0]) ? second_words(place.operands[0]) : Completions{};
  Completions offer = first_words();
  std::erase_if(offer.candidates, [](const Candidate& row) { return row.word.starts_with('-'); });
  add_kinds(offer);
  return offer;
}

Completions shell_names(const Place&, std::string_view) {
  Completions offer;
  for (const Shell& shell : shells()) add(offer, shell.name, shell.place);
  return offer;
}

constexpr std::array kSources = {
    ValueSource{"FILE", any_files},
    ValueSource{"FILE PLACE [VALUE]", any_files},
    ValueSource{"REPORT", any_files},
    ValueSource{"DIR", folders},
    ValueSource{"PATH", files_of_kind},
    ValueSource{"SNAPSHOT", files_of_kind, "snapshot"},
    ValueSource{"OLD NEW", files_of_kind, "snapshot"},
    ValueSource{"PLAN", files_of_kind, "plan"},
    ValueSource{"THEORY", files_of_kind, "theory-of-change"},
    ValueSource{"SUPPORT", files_of_kind, "support"},
    ValueSource{"LOGIC-MODEL", files_of_kind, "logic-model"},
    ValueSource{"ROADMAP", files_of_kind, "roadmap"},
    ValueSource{"NAME", format_words},
    ValueSource{"SEVERITY", severity_words},
    ValueSource{"WHEN", color_words},
    ValueSource{"LEVEL", level_words},
    ValueSource{"LIST", weight_words},
    ValueSource{"ITEM=SCORE", what_if_words},
    ValueSource{"COUNTY", county_words},
    ValueSource{"INSTRUMENT", instrument_words},
    ValueSource{"KIND", kind_words},
    ValueSource{"CODE", code_words},
    ValueSource{"WHAT", list_words},
    ValueSource{"WHAT [PATH...]", export_words},
    ValueSource{"FORM", form_words},
    ValueSource{"WHERE", any_files},
    ValueSource{"SPREADSHEET", any_files},
    ValueSource{"WHICH", take_words},
    ValueSource{"TOPIC", help_words},
    ValueSource{"SHELL", shell_names},
    ValueSource{"DATE"},
    ValueSource{"N"},
    ValueSource{"TEXT"},
    ValueSource{"ROLE"},
    ValueSource{"ID"},
    ValueSource{"ENTRY"},
};

Completions value_offer(std::string_view word, const Place& place) {
  const auto source = std::ranges::find(kSources, word, &ValueSource::word);
  if (source == kSources.end() || source->offer == nullptr) return {};
  return source->offer(place, source->kind.empty() ? place.command.kind : source->kind);
}

/// Those that begin as typed.
Completions fitting(Completions offer, std::string_view typed) {
  std::erase_if(offer.candidates, [typed](const Candidate& row) { return !row.word.starts_with(typed); });
  return offer;
}

/// Where a command is expected, options are offered only to those who began one.
Completions fitting_commands(Completions offer, std::string_view typed) {
  if (typed.empty()) std::erase_if(offer.candidates, [](const Candidate& row) { return row.word.starts_with('-'); });
  return fitting(std::move(offer), typed);
}

Completions option_offer(const Command& command) {
  Completions offer;
  for (const Option* option : options_of(command))
    offer.candidates.push_back({.word = std::string(long_name(*option)),
                                .about = option == &kFormat ? "the format of the answer" : std::string(option->about)});
  offer.candidates.push_back({.word = "--help", .about = "usage, options and examples"});
  return offer;
}

/// `--format=js`: the value, with the option in front of it.
Completions joined_value_offer(Place place) {
  const std::size_t character = place.typed.find('=');
  const Option* const option = option_named(options_of(place.command),
                                            std::string_view{place.typed}.substr(0, character));
  if (option == nullptr || option->value.empty()) return {};
  const std::string front = place.typed.substr(0, character + 1);
  place.typed.erase(0, character + 1);
  Completions offer = fitting(value_offer(option->value, place), place.typed);
  for (Candidate& row : offer.candidates) row.word.insert(0, front);
  return offer;
}

/// The words behind a command, the last of which is to be completed, read from the left.
class WordReader {
 public:
  WordReader(const Command& command, std::span<const std::string> before) : command_(command) {
    for (const std::string& word : before) read(word);
  }

  Completions offer(const Environment& environment, const std::string& typed) const {
    const Place place{.command = command_, .environment = environment, .typed = typed, .operands = operands_};
    if (awaits_ != nullptr) return fitting(value_offer(awaits_->value, place), typed);
    if (!only_operands_ && typed.starts_with("--") && typed.find('=') != std::string::npos)
      return joined_value_offer(place);
    const bool full = operands_.size() >= command_.operand.most;
    if (!only_operands_ && (typed.starts_with('-') || full)) return fitting(option_offer(command_), typed);
    return full ? Completions{} : fitting(value_offer(command_.operand.name, place), typed);
  }

 private:
  void read(const std::string& word) {
    if (awaits_ != nullptr)
      awaits_ = nullptr;
    else if (only_operands_ || !word.starts_with('-') || word == "-")
      operands_.push_back(word);
    else if (word == "--")
      only_operands_ = true;
    else if (const Option* option = option_named(options_of(command_), word);
             option != nullptr && !option->value.empty())
      awaits_ = option;
  }

  const Command& command_;
  const Option* awaits_ = nullptr;  ///< its value comes next
  bool only_operands_ = false;
  std::vector<std::string> operands_;
};

}  // namespace

std::span<const ValueSource> value_sources() {
  return kSources;
}

Completions completions(const std::vector<std::string>& words, const Environment& environment) {
  const std::string typed = words.empty() ? std::string{} : words.back();
  const std::span<const std::string> before = std::span(words).first(words.empty() ? 0 : words.size() - 1);
  if (before.empty()) return fitting_commands(first_words(), typed);
  if (is_group(before[0]) && before.size() == 1) {
    const Command* const own = find_command(before[0]);
    if (own != nullptr && typed.starts_with('-')) return fitting(option_offer(*own), typed);
    return fitting_commands(second_words(before[0]), typed);
  }
  if (before.size() > 1)
    if (const Command* const command = find_command(fmt::format("{} {}", before[0], before[1])))
      return WordReader(*command, before.subspan(2)).offer(environment, typed);
  const Command* const command = find_command(before[0]);
  if (command == nullptr) return {};
  return WordReader(*command, before.subspan(1)).offer(environment, typed);
}

std::string completion_lines(const Completions& offer) {
  std::string text = offer.files ? ":files\n" : ":words\n";
  for (const Candidate& row : offer.candidates) text.append(row.word).append("\t").append(row.about).append("\n");
  return text;
}

}  // namespace cpm::cli
