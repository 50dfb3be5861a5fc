#include "cli/completion.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "cli/completion_files.h"
#include "cli/completion_words.h"
#include "cli/help.h"

namespace cpm::cli {
namespace {

constexpr std::array kSources = {
    ValueSource{"FILE", any_files},
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
    ValueSource{"LIST", weight_words},
    ValueSource{"COUNTY", county_words},
    ValueSource{"KIND", kind_words},
    ValueSource{"CODE", code_words},
    ValueSource{"WHAT", list_words},
    ValueSource{"TOPIC", help_words},
    ValueSource{"SHELL", shell_names},
    ValueSource{"DATE"},
    ValueSource{"N"},
    ValueSource{"TEXT"},
};

Offer value_offer(std::string_view word, const Place& place) {
  const auto source = std::ranges::find(kSources, word, &ValueSource::word);
  if (source == kSources.end() || source->offer == nullptr) return {};
  return source->offer(place, source->kind.empty() ? place.command.kind : source->kind);
}

/// Those that begin as typed.
Offer fitting(Offer offer, std::string_view typed) {
  std::erase_if(offer.candidates, [typed](const Candidate& row) { return !row.word.starts_with(typed); });
  return offer;
}

/// Where a command is expected, options are offered only to those who began one.
Offer fitting_commands(Offer offer, std::string_view typed) {
  if (typed.empty()) std::erase_if(offer.candidates, [](const Candidate& row) { return row.word.starts_with('-'); });
  return fitting(std::move(offer), typed);
}

const Option* option_named(const Command& command, std::string_view name) {
  for (const Option* option : command.options)
    for (const std::string_view one : base::split(option->name, ','))
      if (one == name) return option;
  return nullptr;
}

Offer option_offer(const Command& command) {
  Offer offer;
  for (const Option* option : command.options)
    offer.candidates.push_back({.word = std::string(long_name(*option)), .about = std::string(option->about)});
  offer.candidates.push_back({.word = "--help", .about = "usage, options and examples"});
  return offer;
}

/// `--format=js`: the value, with the option in front of it.
Offer joined_value_offer(Place place) {
  const std::size_t sign = place.typed.find('=');
  const Option* const option = option_named(place.command, std::string_view{place.typed}.substr(0, sign));
  if (option == nullptr || option->value.empty()) return {};
  const std::string front = place.typed.substr(0, sign + 1);
  place.typed.erase(0, sign + 1);
  Offer offer = fitting(value_offer(option->value, place), place.typed);
  for (Candidate& row : offer.candidates) row.word.insert(0, front);
  return offer;
}

/// The words behind a command, the last of which is to be completed, read from the left.
class Reading {
 public:
  Reading(const Command& command, std::span<const std::string> before) : command_(command) {
    for (const std::string& word : before) read(word);
  }

  Offer offer(const Environment& environment, const std::string& typed) const {
    const Place place{.command = command_, .environment = environment, .typed = typed, .operands = operands_};
    if (awaits_ != nullptr) return fitting(value_offer(awaits_->value, place), typed);
    if (!only_operands_ && typed.starts_with("--") && typed.find('=') != std::string::npos)
      return joined_value_offer(place);
    const bool full = operands_.size() >= command_.operand.most;
    if (!only_operands_ && (typed.starts_with('-') || full)) return fitting(option_offer(command_), typed);
    return full ? Offer{} : fitting(value_offer(command_.operand.name, place), typed);
  }

 private:
  void read(const std::string& word) {
    if (awaits_ != nullptr)
      awaits_ = nullptr;
    else if (only_operands_ || !word.starts_with('-') || word == "-")
      operands_.push_back(word);
    else if (word == "--")
      only_operands_ = true;
    else if (const Option* option = option_named(command_, word); option != nullptr && !option->value.empty())
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

Offer completions(const std::vector<std::string>& words, const Environment& environment) {
  const std::string typed = words.empty() ? std::string{} : words.back();
  const std::span<const std::string> before = std::span(words).first(words.empty() ? 0 : words.size() - 1);
  if (before.empty()) return fitting_commands(first_words(), typed);
  if (is_group(before[0]) && before.size() == 1) {
    const Command* const own = find_command(before[0]);
    if (own != nullptr && typed.starts_with('-')) return fitting(option_offer(*own), typed);
    return fitting_commands(second_words(before[0]), typed);
  }
  if (before.size() > 1)
    if (const Command* const command = find_command(before[0] + " " + before[1]))
      return Reading(*command, before.subspan(2)).offer(environment, typed);
  const Command* const command = find_command(before[0]);
  if (command == nullptr) return {};
  return Reading(*command, before.subspan(1)).offer(environment, typed);
}

std::string completion_lines(const Offer& offer) {
  std::string text = offer.files ? ":files\n" : ":words\n";
  for (const Candidate& row : offer.candidates) text.append(row.word).append("\t").append(row.about).append("\n");
  return text;
}

}  // namespace cpm::cli
