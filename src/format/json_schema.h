#pragma once
// JSON Schemas (2020-12) for editors, made from the field tables. Necessary, not sufficient: references and rules are cpm's.
#include <string>

#include "format/kinds.h"
#include "model/workspace.h"

namespace cpm::format {

/// The schema of a kind as pretty JSON with a final line end. The names of built-in lists (counties, items …) are offered; where
/// a county may have names of its own, those are as good.
std::string json_schema(const Kind& kind, const model::BuiltIn& built_in);

}  // namespace cpm::format
