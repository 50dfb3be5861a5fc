#pragma once
// One run of cpm, from the words of its command line to an exit status. Every error of the program ends here.
#include <string>
#include <vector>

#include "cli/context.h"

namespace cpm::cli {

/// `words` are those behind the program's name.
int run(const std::vector<std::string>& words, Environment& environment);

}  // namespace cpm::cli
