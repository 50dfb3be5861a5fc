#pragma once
// Accepting a finding: a suppression in the county's `cpm.yaml`, written by the surgical edit.
#include <string>

#include "lsp/session.h"

namespace cpm::lsp {

struct Acceptance {
  std::string code;    ///< "CPM404"
  std::string inside;  ///< the file, from the root
  std::string item;    ///< the record; empty: any
  std::string reason;
};

/// The edit of the county's `cpm.yaml`. Throws Refused where there is none, or it leaves no sure place.
Json accepting_edit(Session& session, const Root& root, const Acceptance& acceptance);

}  // namespace cpm::lsp
