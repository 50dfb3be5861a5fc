#pragma once
// Color for terminals, which only ever repeats what the words say. Everything here is plain text when color is off.
#include <string>
#include <string_view>

#include "diag/diagnostic.h"

namespace cpm::render {

enum class Tone { plain, strong, error, warning, advice, quiet, added };

/// The text in its tone; unchanged for `plain`, an empty text, or without color.
std::string toned(std::string_view text, Tone tone, bool color);

Tone tone_of(diag::Severity severity);

}  // namespace cpm::render
