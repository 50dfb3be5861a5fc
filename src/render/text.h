#pragma once
// The page as plain text for terminals; a check's findings below it.
#include <string>

#include "render/formats.h"

namespace cpm::render {

std::string write_text(const Job& job);

}  // namespace cpm::render
