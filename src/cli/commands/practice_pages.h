#pragma once
// The pages of `cpm practice`, and their results: the county that was made, its mistakes, and what became of them.
#include <string>
#include <vector>

#include "format/practice_grade.h"
#include "report/document.h"
#include "report/result.h"

namespace cpm::cli {

/// One folder, graded.
struct GradedFolder {
  std::string folder;
  format::Practice practice;
  format::Grade grade;
};

/// `folder`: where it was written.
report::Document made_page(const format::Practice& practice, const std::string& folder);
report::Result made_result(const format::Practice& practice, const std::string& folder);
report::Document answers_page(const format::Practice& practice);
report::Result answers_result(const format::Practice& practice);
report::Document grade_page(const std::vector<GradedFolder>& folders);
report::Result grade_result(const std::vector<GradedFolder>& folders);

}  // namespace cpm::cli
