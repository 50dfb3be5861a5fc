#pragma once
// JSON Schemas (2020-12) for editors, made from the field tables. Necessary, not sufficient: references and rules are cpm's.
#include <string>

#include "format/kinds.h"
#include "model/reference.h"

namespace cpm::format {

/// The schema of a kind as pretty JSON with a final line end. Counties become an enumeration.
std::string json_schema(const Kind& kind, const model::Counties& counties);

}  // namespace cpm::format
