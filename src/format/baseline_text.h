#pragma once
// The bytes of a baseline with entries added and taken out. What a person wrote into the others (reasons, dates, comments)
// stays as it is, byte for byte.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "diag/source_file.h"
#include "model/baseline.h"

namespace cpm::format {

struct NewBaselineEntry {
  std::string fingerprint;
  std::string code;
  std::string file;
  std::string record;  ///< may be empty
  std::string found;
  base::Date since{};
  std::string reason = {};  ///< may be empty
  std::optional<base::Date> until = {};
};

/// A new file.
std::string baseline_text(const std::vector<NewBaselineEntry>& entries);

/// Entries that are to hold up to another day.
struct Renewal {
  std::vector<const model::BaselineEntry*> entries = {};  ///< each has an `until`
  base::Date until{};
};

/// Nothing when the file is not laid out with each entry on lines of its own, begun by a dash.
std::optional<std::string> changed_baseline(const diag::SourceFile& file, const model::Baseline& baseline,
                                            const std::vector<const model::BaselineEntry*>& taken_out,
                                            const std::vector<NewBaselineEntry>& added, const Renewal& renewal = {});

}  // namespace cpm::format
