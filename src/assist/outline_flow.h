#pragma once
// The part of an outline that stands between brackets.
#include "assist/outline.h"

namespace cpm::assist {

/// Adds what is between the brackets that open at `open` to the outline, and returns where reading goes on: behind the last
/// bracket, or `limit` when it is missing.
std::size_t read_brackets(Outline& outline, std::size_t owner, std::size_t open, std::size_t limit);

}  // namespace cpm::assist
