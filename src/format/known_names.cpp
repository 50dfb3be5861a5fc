#include "format/known_names.h"

#include <fmt/format.h>

#include "base/date.h"
#include "diag/catalog.h"

namespace cpm::format {
namespace {

using KnownNames = std::vector<KnownName>;

/// The prompt, then what each score looks like: "- 0, not in place: …".
std::string about_item(const model::Instrument& instrument, const model::Item& item) {
  std::string about = item.prompt.value + "\n";
  for (std::size_t i = 0; i < item.anchors.size() && i < instrument.scale.size(); ++i) {
    const model::ScaleValue& value = instrument.scale[i];
    about += fmt::format("\n- **{}** {}: {}", *value.value, value.label.value, item.anchors[i].value);
  }
  return about;
}

KnownNames nothing(const model::BuiltIn&) {
  return {};
}

KnownNames items(const model::BuiltIn& built_in) {
  KnownNames names;
  const model::Instrument& instrument = built_in.instruments.at(0);
  for (const model::Area& area : instrument.areas)
    for (const model::Item& item : area.items)
      names.push_back({.id = item.id.value, .title = item.title.value, .about = about_item(instrument, item)});
  return names;
}

KnownNames areas(const model::BuiltIn& built_in) {
  KnownNames names;
  for (const model::Area& area : built_in.instruments.at(0).areas) {
    KnownName& name = names.emplace_back(KnownName{.id = area.id.value, .title = area.label.value, .about = {}});
    for (const model::TextList* others : {&area.aliases, &area.also})
      for (const diag::LocatedText& other : *others) name.also.push_back(other.value);
  }
  return names;
}

KnownNames tools(const model::BuiltIn& built_in) {
  KnownNames names;
  for (const model::Toolkit& toolkit : built_in.toolkits.toolkits)
    for (const model::Tool& tool : toolkit.tools)
      names.push_back({.id = tool.id.value, .title = tool.title.value, .about = {}});
  return names;
}

KnownNames academies(const model::BuiltIn& built_in) {
  KnownNames names;
  for (const model::Academy& academy : built_in.regions.academies)
    names.push_back({.id = academy.id.value, .title = academy.name.value, .about = {}});
  return names;
}

KnownNames outcomes(const model::BuiltIn& built_in) {
  KnownNames names;
  for (const model::Outcome& outcome : built_in.outcomes.outcomes)
    names.push_back({.id = outcome.id.value, .title = outcome.text.value, .about = {}});
  return names;
}

KnownNames instruments(const model::BuiltIn& built_in) {
  KnownNames names;
  for (const model::Instrument& instrument : built_in.instruments)
    names.push_back({.id = instrument.id.value, .title = instrument.title.value, .about = {}});
  return names;
}

KnownNames scale(const model::BuiltIn& built_in) {
  KnownNames names;
  for (const model::ScaleValue& value : built_in.instruments.at(0).scale) {
    KnownName& name = names.emplace_back(
        KnownName{.id = std::to_string(*value.value), .title = value.label.value, .about = {}});
    for (const diag::LocatedText& other : value.also) name.also.push_back(other.value);
  }
  return names;
}

KnownNames months(const model::BuiltIn&) {
  constexpr unsigned kMonths = 12;
  KnownNames names;
  for (unsigned month = 1; month <= kMonths; ++month)
    names.push_back({.id = std::to_string(month), .title = std::string(base::month_name(month)), .about = {}});
  return names;
}

KnownNames rules(const model::BuiltIn&) {
  KnownNames names;
  for (const diag::CodeInfo& row : diag::catalog())
    names.push_back({.id = diag::code_text(row.code), .title = std::string(row.summary), .about = {}});
  return names;
}

/// In the order of Names.
struct List {
  KnownNames (*names)(const model::BuiltIn&);
  std::string_view command;
};
constexpr List kLists[] = {{nothing, {}},
                           {items, "cpm list items"},
                           {areas, "cpm list items"},
                           {tools, "cpm list tools"},
                           {academies, "cpm list regions"},
                           {outcomes, "cpm list outcomes"},
                           {instruments, {}},
                           {rules, "cpm list rules"},
                           {scale, {}},
                           {months, {}}};

const List& list_of(Names names) {
  return kLists[static_cast<std::size_t>(names)];
}

}  // namespace

std::vector<KnownName> known_names(Names names, const model::BuiltIn& built_in) {
  return list_of(names).names(built_in);
}

std::string_view list_command(Names names) {
  return list_of(names).command;
}

}  // namespace cpm::format
