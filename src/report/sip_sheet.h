#pragma once
// What the signature sheet of a progress report on a System Improvement Plan asks for.
#include <string>

#include "model/repository.h"
#include "report/page.h"

namespace cpm::report {

struct SipSheet {
  std::string county;
  std::string period;
};

/// `with_names`: else only roles.
void add_signature_sheet(Page& page, const SipSheet& sheet, const model::SipSettings& settings, bool with_names);

}  // namespace cpm::report
