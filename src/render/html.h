#pragma once
// One HTML file that needs nothing else: no script, no network, readable in light and dark, on a telephone, on paper and by
// screen reader (WCAG 2.1 AA).
#include <string>

#include "render/formats.h"

namespace cpm::render {

std::string write_html(const Job& job);

}  // namespace cpm::render
