#pragma once
// What a rule may ask of the repository that a document lies in.
#include <cstdint>
#include <string_view>

#include "rules/rules.h"

namespace cpm::rules {

/// The `cpm.yaml` above the document, or nullptr.
const model::Repository* repository_of(const Subject& subject);

/// Groups below this size are not shown.
std::int64_t smallest_group(const Subject& subject);

/// The month in which the county's fiscal year begins.
int fiscal_year_start(const Subject& subject);

}  // namespace cpm::rules
