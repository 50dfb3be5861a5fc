#pragma once
// Abbreviations of the field are said in full where a page first needs them, so that it stands alone for a new reader.
#include <string>

#include "report/document.h"

namespace cpm::report {

/// The page with one sentence after its lead and facts that spells out each known abbreviation used anywhere on it.
/// Nothing is added for those that the page spells out itself, as in "Core Practice Model (CPM)".
Document with_abbreviations(Document page);

}  // namespace cpm::report
