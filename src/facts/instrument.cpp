// Instruments: what Snapshots ask. A row of ratings names its item here.
#include "facts/rows.h"

namespace cpm::facts {
namespace {

struct InstrumentFacts {
  const std::string& key;
  const model::Instrument& instrument;
};

/// A scale value, an area or an item.
template <class Record>
struct PartFacts {
  const InstrumentFacts& whole;
  const Record& part;
  const model::Area* area = nullptr;
  std::int64_t position = 0;
};

constexpr Column kInstrumentFile{"instrument_file", Type::text, Need::key,
                                 "The instrument's file; it begins with `<built-in>/` for one that cpm brings along."};
constexpr auto of_key = [](const auto& facts) -> Value { return std::string_view(facts.whole.key); };
constexpr auto of_place = [](const auto& facts) -> Value { return facts.position; };
constexpr Column kPlace{"position", Type::whole, Need::must, "Its place in the instrument, from 1."};

constexpr std::array<ColumnOf<InstrumentFacts>, 5> kInstrumentColumns = {{
    {kInstrumentFile, [](const InstrumentFacts& facts) -> Value { return std::string_view(facts.key); }},
    {{"instrument", Type::text, Need::must, "Its id."},
     [](const InstrumentFacts& facts) -> Value { return cell(facts.instrument.id); }},
    {{"version", Type::text, Need::must, "Its version."},
     [](const InstrumentFacts& facts) -> Value { return cell(facts.instrument.version); }},
    {{"title", Type::text, Need::may, "Its title."},
     [](const InstrumentFacts& facts) -> Value { return cell(facts.instrument.title); }},
    {{"top", Type::whole, Need::must, "The top value of its scale."},
     [](const InstrumentFacts& facts) -> Value { return model::top_value(facts.instrument); }},
}};
constexpr auto kInstrumentHeads = heads(kInstrumentColumns);

constexpr std::array<ColumnOf<PartFacts<model::ScaleValue>>, 3> kScaleColumns = {{
    {kInstrumentFile, of_key},
    {{"score", Type::whole, Need::key, "A value of the scale."},
     [](const PartFacts<model::ScaleValue>& facts) -> Value { return cell(facts.part.value); }},
    {{"label", Type::text, Need::may, "What it is called."},
     [](const PartFacts<model::ScaleValue>& facts) -> Value { return cell(facts.part.label); }},
}};
constexpr auto kScaleHeads = heads(kScaleColumns);

constexpr std::array<ColumnOf<PartFacts<model::Area>>, 4> kAreaColumns = {{
    {kInstrumentFile, of_key},
    {{"area", Type::text, Need::key, "The area's id."},
     [](const PartFacts<model::Area>& facts) -> Value { return cell(facts.part.id); }},
    {kPlace, of_place},
    {{"label", Type::text, Need::may, "What it is called."},
     [](const PartFacts<model::Area>& facts) -> Value { return cell(facts.part.label); }},
}};
constexpr auto kAreaHeads = heads(kAreaColumns);

constexpr std::array<ColumnOf<PartFacts<model::Item>>, 8> kItemColumns = {{
    {kInstrumentFile, of_key},
    {{"item", Type::text, Need::key, "The item's id."},
     [](const PartFacts<model::Item>& facts) -> Value { return cell(facts.part.id); }},
    {{"area", Type::text, Need::must, "The area that it belongs to."},
     [](const PartFacts<model::Item>& facts) -> Value { return cell(facts.area->id); }},
    {kPlace, of_place},
    {{"title", Type::text, Need::may, "Its title."},
     [](const PartFacts<model::Item>& facts) -> Value { return cell(facts.part.title); }},
    {{"topic", Type::text, Need::may, "The topic of its area that it belongs to."},
     [](const PartFacts<model::Item>& facts) -> Value { return cell(facts.part.topic); }},
    {{"revision", Type::text, Need::may, "Changed whenever the text changes its meaning: compare only equal ones."},
     [](const PartFacts<model::Item>& facts) -> Value { return cell(facts.part.revision); }},
    {{"same_as", Type::text, Need::may, "The same question in an earlier version or another instrument."},
     [](const PartFacts<model::Item>& facts) -> Value { return cell(facts.part.same_as); }},
}};
constexpr auto kItemHeads = heads(kItemColumns);

constexpr Reference kOfInstrument[] = {{"instrument_file", "instruments"}};
constexpr Reference kOfArea[] = {{"instrument_file, area", "areas"}};

}  // namespace

constexpr Table kInstrumentTable{.name = "instruments",
                                 .about = "one row an instrument that a Snapshot of this export asks",
                                 .columns = kInstrumentHeads};
constexpr Table kScaleTable{.name = "scale_values",
                            .about = "one row a value of an instrument's scale",
                            .columns = kScaleHeads,
                            .references = kOfInstrument};
constexpr Table kAreaTable{
    .name = "areas", .about = "one row an area of an instrument", .columns = kAreaHeads, .references = kOfInstrument};
constexpr Table kItemTable{
    .name = "items", .about = "one row an item of an instrument", .columns = kItemHeads, .references = kOfArea};

void add_instrument(Rows& rows, const std::string& key, const model::Instrument& instrument) {
  const InstrumentFacts whole{.key = key, .instrument = instrument};
  rows.add(kInstrumentTable, kInstrumentColumns, whole);
  for (const model::ScaleValue& value : instrument.scale)
    rows.add(kScaleTable, kScaleColumns, PartFacts<model::ScaleValue>{.whole = whole, .part = value});
  std::int64_t areas = 0;
  std::int64_t items = 0;
  for (const model::Area& area : instrument.areas) {
    rows.add(kAreaTable, kAreaColumns, PartFacts<model::Area>{.whole = whole, .part = area, .position = ++areas});
    for (const model::Item& item : area.items)
      rows.add(kItemTable, kItemColumns,
               PartFacts<model::Item>{.whole = whole, .part = item, .area = &area, .position = ++items});
  }
}

}  // namespace cpm::facts
