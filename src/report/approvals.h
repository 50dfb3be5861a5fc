#pragma once
// Who has approved a file, and whether that holds: for all pages on files that can be approved.
#include <string>
#include <string_view>
#include <vector>

#include "model/approvals.h"
#include "report/document.h"
#include "report/page.h"
#include "report/result.h"

namespace cpm::report {

/// A fact for the head of a page; none when nobody has approved the file.
void add_approvals(Facts& facts, const std::vector<model::Approval>& approvals);

/// A section with a row for each approval, in the order of the file; nothing when there is none.
void add_approvals(Page& page, const std::vector<model::Approval>& approvals);

/// The key `approvals`, where there are some.
void add_approvals(Result::Fields& fields, const std::vector<model::Approval>& approvals);

}  // namespace cpm::report
