#pragma once
// Files for a shell to offer, seen as a user types them: "snapshots/20", "~/counties/". Never more than it can look at in
// a blink.
#include <string>
#include <string_view>

#include "cli/completion.h"

namespace cpm::cli {

/// Every file and folder of the folder typed.
Offer any_files(const Place& place, std::string_view kind);
/// Folders alone.
Offer folders(const Place& place, std::string_view kind);
/// YAML files and folders; where a kind of file is wanted, files of that kind in the folder typed and below it.
Offer files_of_kind(const Place& place, std::string_view kind);

}  // namespace cpm::cli
