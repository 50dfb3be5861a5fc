#pragma once
// Who has approved a file or a record of it, and whether that still is what the file says.
#include <string_view>
#include <vector>

#include "model/workspace.h"

namespace cpm::model {

/// Of a file of any kind; nullptr when its kind has none.
const std::vector<Approval>* approvals_of(const Content& content);

/// Is it the same role, team, board or Tribe? Capitals and spaces do not count.
bool is_same_party(std::string_view a, std::string_view b);

/// Is it about the same record, or both about the whole file?
bool is_about_same(const Approval& a, const Approval& b);

/// `all`: the approvals of its file.
ApprovalState state_of(const Approval& approval, const std::vector<Approval>& all);

}  // namespace cpm::model
