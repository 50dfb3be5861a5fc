#pragma once
// Findings as blocks of a page, for the formats that lay out pages.
#include "render/formats.h"
#include "report/document.h"

namespace cpm::render {

/// The last line of a check, and a table of what was found. Under a heading unless the page has nothing else.
void append_findings(report::Document& page, const Job& job);

}  // namespace cpm::render
