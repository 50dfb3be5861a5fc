#pragma once
// An instrument as forms ask its items.
#include <string>

#include "model/instrument.h"

namespace cpm::assist {

/// As JSON: `{"id","version","title",…,"scale":[{"value","label","description"}],"areas":[{"id","label",…,"items":[{"id",
/// "title","prompt","anchors":{"0":"…"},…}]}]}`. What the instrument does not say is not there.
std::string instrument_json(const model::Instrument& instrument);

}  // namespace cpm::assist
