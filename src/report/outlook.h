#pragma once
// When open objectives may be reached, by how late the county's steps ended, and how that was worked out.
#include <optional>
#include <string>

#include "report/context.h"
#include "report/page.h"
#include "report/result.h"
#include "score/outlook.h"

namespace cpm::report {

/// "6 days early", "48 days late", "on the day"
std::string lateness_text(int days);

/// A section with the ranges, the figures they rest upon and a sentence on the arithmetic; nothing where there is no outlook.
void add_outlook(Page& page, const Context& context, base::Date as_of);

/// The key `outlook`; nothing where there is none.
void add_outlook(Result::Fields& fields, const score::Outlook* outlook, const std::optional<History>& history);

}  // namespace cpm::report
