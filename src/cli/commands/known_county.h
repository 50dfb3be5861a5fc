#pragma once
// The county of a command line.
#include <string>

#include "model/reference.h"

namespace cpm::cli {

/// Nothing for a county of California and for a fictional one; else a UsageError with the nearest name.
void check_county(const std::string& county, const model::Counties& counties);

}  // namespace cpm::cli
