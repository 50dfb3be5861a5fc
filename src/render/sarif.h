#pragma once
// Findings as SARIF 2.1.0 (OASIS Standard): the whole catalogue of rules with help, results with places in lines, columns and
// bytes, related places, fixes, and known findings as suppressed ones.
#include <string>

#include "render/formats.h"

namespace cpm::render {

std::string write_sarif(const Job& job);

}  // namespace cpm::render
