#pragma once
// What YAML allows but nobody means: keys given twice, values lost to a comment, dashes and colons without their space,
// characters that cannot be seen. Looks at a whole tree after it was read.
#include "diag/diagnostic.h"
#include "yaml/node.h"
#include "yaml/source.h"

namespace cpm::yaml {

void review(const Source& source, const Node& root, bool invisible_characters, diag::Diagnostics& findings);

}  // namespace cpm::yaml
