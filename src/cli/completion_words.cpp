#include "cli/completion_words.h"

#include "base/text.h"
#include "cli/commands/list_topics.h"
#include "cli/help.h"
#include "cli/options.h"
#include "cli/shells.h"
#include "diag/catalogue.h"
#include "format/kinds.h"

namespace cpm::cli {
namespace {

void add(Offer& offer, std::string_view word, std::string_view about) {
  offer.candidates.push_back({.word = std::string(word), .about = base::visible(about)});
}

std::string group_about(std::string_view group) {
  std::vector<std::string> names;
  for (const Command& command : commands())
    if (command.name.starts_with(std::string(group) + " ")) names.emplace_back(command.name.substr(group.size() + 1));
  return base::joined(names);
}

bool has(const Offer& offer, std::string_view word) {
  for (const Candidate& row : offer.candidates)
    if (row.word == word) return true;
  return false;
}

void add_kinds(Offer& offer) {
  for (const format::Kind& kind : format::kinds())
    if (!has(offer, kind.word)) add(offer, kind.word, kind.title);
}

}  // namespace

Offer first_words() {
  Offer offer;
  for (const Command& command : commands()) {
    const std::string_view word = base::split(command.name, ' ').front();
    if (!has(offer, word)) add(offer, word, is_group(word) ? group_about(word) : std::string(command.summary));
  }
  add(offer, "--help", "all commands");
  add(offer, "--version", "which cpm this is");
  return offer;
}

Offer second_words(std::string_view group) {
  Offer offer;
  for (const Command& command : commands())
    if (command.name.starts_with(std::string(group) + " "))
      add(offer, command.name.substr(group.size() + 1), command.summary);
  add(offer, "--help", "what these commands do");
  return offer;
}

Offer format_words(const Place& place, std::string_view) {
  Offer offer;
  for (const render::Format& format : render::formats())
    if (!format.needs_rows || knows(place.command, kFormatRows)) add(offer, format.name, format.about);
  return offer;
}

Offer severity_words(const Place&, std::string_view) {
  Offer offer;
  using enum diag::Severity;
  for (const diag::Severity severity : {error, warning, advice}) add(offer, diag::severity_word(severity), {});
  return offer;
}

Offer color_words(const Place&, std::string_view) {
  Offer offer;
  for (const std::string_view word : kColorWords) add(offer, word, {});
  return offer;
}

Offer weight_words(const Place& place, std::string_view) {
  const std::string done = place.typed.substr(0, place.typed.rfind(',') + 1);  // npos + 1 is 0
  Offer offer;
  for (const std::string_view name : weight_names())
    if (done.find(name) == std::string::npos) add(offer, done + std::string(name) + "=", "a whole number");
  return offer;
}

Offer county_words(const Place&, std::string_view) {
  Offer offer;
  const auto loaded = format::load_built_in();
  for (const model::County& county : loaded->built_in.counties.counties) add(offer, county.id.value, county.name.value);
  add(offer, "example", "a fictional county");
  return offer;
}

Offer kind_words(const Place&, std::string_view) {
  Offer offer;
  add_kinds(offer);
  return offer;
}

Offer code_words(const Place& place, std::string_view) {
  const bool by_code = place.typed.empty() || place.typed.front() == 'C';
  Offer offer;
  for (const diag::CodeInfo& row : diag::catalogue())
    add(offer, by_code ? diag::code_text(row.code) : std::string(row.name), row.summary);
  return offer;
}

Offer list_words(const Place&, std::string_view) {
  Offer offer;
  for (const ListTopic& topic : list_topics()) add(offer, topic.word, topic.title);
  return offer;
}

Offer help_words(const Place& place, std::string_view) {
  if (!place.operands.empty()) return is_group(place.operands[0]) ? second_words(place.operands[0]) : Offer{};
  Offer offer = first_words();
  std::erase_if(offer.candidates, [](const Candidate& row) { return row.word.starts_with('-'); });
  add_kinds(offer);
  return offer;
}

Offer shell_names(const Place&, std::string_view) {
  Offer offer;
  for (const Shell& shell : shells()) add(offer, shell.name, shell.place);
  return offer;
}

}  // namespace cpm::cli
