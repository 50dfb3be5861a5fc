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

/// "By how late steps in the county's plans ended, its 4 open objectives may be reached between May 31, 2026 and August 27, 2026, or
/// later." Objectives without a due date are not among them. Empty where there is no outlook.
std::string outlook_sentence(const score::Outlook* outlook);

/// A section with the ranges, the figures they rest upon and a sentence on the arithmetic; nothing where there is no outlook.
void add_outlook(Page& page, const Context& context, base::Date as_of);

/// The key `outlook`; nothing where there is none.
void add_outlook(Result::Fields& fields, const score::Outlook* outlook, const std::optional<History>& history);

}  // namespace cpm::report
