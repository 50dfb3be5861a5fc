#pragma once
// Two texts as the edits that lead from one to the other, no larger than they need be, so that cursors and marks stay.
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"

namespace cpm::lsp {

/// Line by line where both have as many of them between what is the same at both ends; else one edit of whole lines. None: they
/// are the same.
std::vector<diag::Edit> difference(std::string_view before, std::string_view after);

}  // namespace cpm::lsp
