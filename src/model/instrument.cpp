#include "model/instrument.h"

#include <algorithm>

#include "model/find.h"

namespace cpm::model {

std::int64_t top_value(const Instrument& instrument) {
  std::int64_t top = 0;
  for (const ScaleValue& step : instrument.scale)
    if (step.value.given) top = std::max(top, step.value.value);
  return top;
}

const Item* find_item(const Instrument& instrument, std::string_view id) {
  for (const Area& area : instrument.areas)
    if (const Item* const item = find_by_id(area.items, id)) return item;
  return nullptr;
}

const Area* find_area(const Instrument& instrument, std::string_view id) {
  return find_by_id(instrument.areas, id);
}

const Area* area_of(const Instrument& instrument, std::string_view item_id) {
  for (const Area& area : instrument.areas)
    if (find_by_id(area.items, item_id) != nullptr) return &area;
  return nullptr;
}

std::string_view scale_label(const Instrument& instrument, std::int64_t value) {
  for (const ScaleValue& step : instrument.scale)
    if (step.value.given && step.value.value == value) return step.label.value;
  return {};
}

std::size_t item_count(const Instrument& instrument) {
  std::size_t count = 0;
  for (const Area& area : instrument.areas) count += area.items.size();
  return count;
}

}  // namespace cpm::model
