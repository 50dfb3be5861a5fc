#pragma once
// The parts of the catalog, one table per hundred of codes; `catalog()` joins them. For diag/ only.
#include <span>

#include "diag/catalog.h"

namespace cpm::diag {

std::span<const CodeInfo> text_codes();
std::span<const CodeInfo> shape_codes();
std::span<const CodeInfo> references_codes();
std::span<const CodeInfo> snapshot_codes();
std::span<const CodeInfo> plan_codes();
std::span<const CodeInfo> other_codes();
std::span<const CodeInfo> list_codes();
std::span<const CodeInfo> privacy_codes();
std::span<const CodeInfo> environment_codes();

}  // namespace cpm::diag
