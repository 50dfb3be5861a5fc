#pragma once
// The items a Snapshot asks: areas, items and scale (domain.md sections 3 and 13). Instruments are data, never code.
#include <string_view>
#include <vector>

#include "model/common.h"

namespace cpm::model {

struct ScaleValue {
  Span span;
  LocatedWhole value;
  LocatedText label;
  TextList also;  ///< what people write instead of the label
  LocatedText description;
};

struct Item {
  Span span;
  LocatedText id;
  LocatedText title;
  LocatedText prompt;
  TextList anchors;    ///< one text per scale value, in scale order
  LocatedText topic;   ///< one of the area's topics
  LocatedText tool;    ///< key in the toolkit catalog
  TextList builds_on;  ///< items that should stand before this one
  LocatedText basis;
  LocatedText revision;  ///< changed whenever the text changes its meaning
  LocatedText same_as;   ///< id of the same question in an earlier version or another instrument
};

struct Area {
  Span span;
  LocatedText id;
  LocatedText label;
  TextList aliases;  ///< other names, which reports show beside the label
  TextList also;     ///< what people write instead; never shown
  LocatedText toolkit;
  TextList topics;
  std::vector<Item> items;
};

/// The version before, and what became of its items.
struct PreviousVersion {
  Span span;
  LocatedText version;
  TextList unchanged;
  TextList reworded;
  TextList dropped;
  TextList added;
};

struct Instrument {
  Heading heading;
  LocatedText id;
  LocatedText version;
  LocatedText title;
  LocatedText source;
  LocatedText licence;
  std::vector<ScaleValue> scale;  ///< ascending from 0
  std::vector<Area> areas;        ///< display order
  std::optional<PreviousVersion> previous;
};

/// The top value of the scale, *w*; 0 when there is no usable scale.
std::int64_t top_value(const Instrument& instrument);
const Item* find_item(const Instrument& instrument, std::string_view id);
const Area* find_area(const Instrument& instrument, std::string_view id);
/// The area an item belongs to, or nullptr.
const Area* area_of(const Instrument& instrument, std::string_view item_id);
/// The label of a scale value ("Fully in place"), or empty.
std::string_view scale_label(const Instrument& instrument, std::int64_t value);
std::size_t item_count(const Instrument& instrument);

}  // namespace cpm::model
