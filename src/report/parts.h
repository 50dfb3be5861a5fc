#pragma once
// Putting a page into a larger one: its title becomes a heading, and its headings move one level down.
#include <string>

#include "report/document.h"

namespace cpm::report {

/// Appends the blocks of `part` below a heading of level 2 with this title.
void append_part(Document& whole, Document part, std::string title);

}  // namespace cpm::report
