#pragma once
// The folder of a practice county, as `cpm practice` has written it and people have changed it.
#include <string>

#include "base/date.h"
#include "base/files.h"
#include "format/practice_grade.h"

namespace cpm::cli {

/// How the folder was made, by the lines of its `cpm.yaml`. Throws UsageError when it is no practice county.
format::Practice practice_in(const base::Files& files, const std::string& folder);
/// What is in it now, with all findings of `cpm check`.
format::PracticeNow practice_now(const base::Files& files, const std::string& folder, base::Date as_of);

}  // namespace cpm::cli
