#pragma once
// What a finding is recognized by from one run to the next: its code, file, record, the text it is about and the values
// it names, never its line.
// For baselines and for hosts that compare two runs.
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "diag/source_file.h"

namespace cpm::diag {

/// How a file is named in fingerprints, so that they do not depend on where cpm was started.
using FileName = std::function<std::string(const SourceFile&)>;

/// One for each finding: 16 small letters, which every YAML reader takes for a text. Findings that cannot be told apart are
/// numbered in their order, so that one more of them is a new one.
std::vector<std::string> fingerprints(std::span<const Diagnostic> findings, const SourceMap& sources,
                                      const FileName& name);

}  // namespace cpm::diag
