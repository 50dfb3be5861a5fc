#pragma once
// Two versions of a file held against each other by the field tables. Comments, layout, quotes and the order of keys are no
// change. Records of lists are the same when their titles are, else their ids if nothing speaks against it, else most of the rest.
#include <map>
#include <string>

#include "format/shape.h"
#include "model/changes.h"
#include "yaml/node.h"

namespace cpm::format {

/// Ids that records had, and have now.
using Renames = std::map<std::string, std::string>;

/// In the order of the table and of the newer file. What has another id and the same title is renamed, and
/// so is what has another title too but is one record by the rest; `renames` gets the ids, but none that
/// another record has taken over.
model::Changes changes_between(const yaml::Node& before, const yaml::Node& now, const Record& record, Renames& renames);

/// Takes out what only follows a renamed id: the places that refer to it.
void leave_out_followers(model::Changes& changes, const Renames& renames);

}  // namespace cpm::format
