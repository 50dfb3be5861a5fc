// Instruments: a scale that can be added up, a sentence for each of its values, a source, an honest list of changes.
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "rules/cycles.h"
#include "rules/rule_table.h"
#include "rules/words.h"

namespace cpm::rules {
namespace {

using diag::Diagnostics;
using model::Instrument;
using model::Item;

void check_scale(const Instrument& instrument, const Subject&, Diagnostics& findings) {
  std::int64_t expected = 0;
  for (const model::ScaleValue& step : instrument.scale) {
    if (!step.value.given) return;
    if (*step.value == expected++) continue;
    findings.add({.code = 650,
                  .message = fmt::format("the scale has {} where {} must stand", quoted(std::to_string(*step.value)),
                                         quoted(std::to_string(expected - 1))),
                  .span = step.value.span,
                  .help = "number the values from 0, lowest first, each one more than the one before"});
    return;  // the values after it would only repeat the slip
  }
}

void check_anchors(const Instrument& instrument, const Subject&, Diagnostics& findings) {
  const std::size_t wanted = instrument.scale.size();
  for (const model::Area& area : instrument.areas) {
    for (const Item& item : area.items) {
      const std::size_t count = item.anchors.size();
      if (count == wanted) continue;
      const bool many = count > wanted;
      findings.add(
          {.code = 651,
           .message = fmt::format("{} has {}; the scale has {}", name_of(item), base::counted(count, "anchor"),
                                  base::counted(wanted, "value")),
           .span = count == 0 ? place_of(item.id, item.title, item.span) : item.anchors[many ? wanted : count - 1].span,
           .help = many ? "remove what is too much: one sentence per value, in the order of the scale"
                        : "add what is missing: one sentence per value, in the order of the scale",
           .item = *item.id});
    }
  }
}

void check_circles(const Instrument& instrument, const Subject&, Diagnostics& findings) {
  std::vector<Waiting> waiting;
  for (const model::Area& area : instrument.areas)
    for (const Item& item : area.items) waiting.push_back({&item.id, &item.builds_on});
  for (const Cycle& cycle : cycles(waiting)) {
    const model::LocatedText& first = *waiting[cycle.records.front()].id;
    const model::LocatedText& last = *waiting[cycle.records.back()].id;
    const bool alone = cycle.records.size() == 1;
    findings.add({.code = 652,
                  .message = alone ? item_name(&instrument, *last) + " builds on itself"
                                   : fmt::format("items {} build on each other", cycle_text(cycle, waiting)),
                  .span = cycle.closing,
                  .labels = alone ? std::vector<diag::Label>{}
                                  : std::vector<diag::Label>{{first.span, "this item builds on it in turn"}},
                  .help = "decide which comes first, and remove what it builds on from its `builds_on`",
                  .item = *last});
  }
}

void check_signed(const Instrument& instrument, const Subject&, Diagnostics& findings) {
  std::vector<std::string> absent;
  if (!instrument.title.given) absent.emplace_back("`title`");
  if (!instrument.source.given) absent.emplace_back("`source`");
  if (!instrument.licence.given) absent.emplace_back("`licence`");
  if (absent.empty()) return;
  findings.add({.code = 653,
                .message = fmt::format("{} has no {}", named("instrument", instrument.id, instrument.title),
                                       base::joined(absent, "or")),
                .span = place_of(instrument.id, instrument.title, instrument.heading.span),
                .help = "say whose questions these are, whether they are official, and who may use them"});
}

// What `previous` claims of an id, and what this version must then have.
enum class Claim { present, absent, revised };

class PreviousCheck {
 public:
  PreviousCheck(const Instrument& instrument, Diagnostics& findings) : instrument_(instrument), findings_(findings) {}

  void check(const model::TextList& ids, std::string_view key, Claim claim) {
    for (const model::LocatedText& id : ids) {
      const Item* const item = model::find_item(instrument_, *id);
      const auto [first, is_new] = first_named_.emplace(*id, id.span);
      if (!is_new)
        report(id, fmt::format("item {} is named twice under `previous`", quoted(*id)), "keep it in one of the lists",
               {{first->second, "first named here"}});
      else if (claim == Claim::absent && item != nullptr)
        report(id, fmt::format("{} is listed as {}, but this version has it", name_of(*item), key),
               "remove it from the list, or from the items", {{item->id.span, "the item"}});
      else if (claim != Claim::absent && item == nullptr)
        report(id, fmt::format("item {} is listed as {}, but this version does not have it", quoted(*id), key),
               "correct the id, or list it under `dropped`", {});
      else if (claim == Claim::revised && !item->revision.given)
        report(id, fmt::format("{} is listed as {}, but has no `revision`", name_of(*item), key),
               "give the item a `revision` that tells the new wording from the old", {{item->id.span, "the item"}});
    }
  }

 private:
  void report(const model::LocatedText& id, std::string message, std::string help, std::vector<diag::Label> labels) {
    findings_.add({.code = 654,
                   .message = std::move(message),
                   .span = id.span,
                   .labels = std::move(labels),
                   .help = std::move(help),
                   .item = *id});
  }

  const Instrument& instrument_;
  Diagnostics& findings_;
  std::map<std::string, model::Span> first_named_;
};

void check_previous(const Instrument& instrument, const Subject&, Diagnostics& findings) {
  if (!instrument.previous) return;
  PreviousCheck previous{instrument, findings};
  previous.check(instrument.previous->unchanged, "unchanged", Claim::present);
  previous.check(instrument.previous->reworded, "reworded", Claim::revised);
  previous.check(instrument.previous->dropped, "dropped", Claim::absent);
  previous.check(instrument.previous->added, "new", Claim::present);
}

constexpr Rule kInstrumentRules[] = {
    {"instrument: scale", kCodes<650>, on<Instrument, check_scale>},
    {"instrument: anchors", kCodes<651>, on<Instrument, check_anchors>},
    {"instrument: items in a circle", kCodes<652>, on<Instrument, check_circles>},
    {"instrument: title, source and licence", kCodes<653>, on<Instrument, check_signed>},
    {"instrument: previous version", kCodes<654>, on<Instrument, check_previous>},
};

}  // namespace

std::span<const Rule> instrument_rules() {
  return kInstrumentRules;
}

}  // namespace cpm::rules
