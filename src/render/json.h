#pragma once
// Results and findings for other programs: {"schema", "result", "findings"} (product.md section 7). Always valid UTF-8.
#include <string>

#include "render/formats.h"

namespace cpm::render {

std::string write_json(const Job& job);

}  // namespace cpm::render
