#pragma once
// The page as GitHub Markdown: one first-level heading, no level skipped, tables with header rows. A check's findings are a
// section of it.
#include <string>

#include "render/formats.h"

namespace cpm::render {

std::string write_markdown(const Job& job);

}  // namespace cpm::render
