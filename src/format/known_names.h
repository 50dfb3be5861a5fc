#pragma once
// Ids that a built-in list holds, for editors to offer where such an id is wanted. A county's own ids are as good.
#include <string>
#include <string_view>
#include <vector>

#include "format/shape.h"
#include "model/workspace.h"

namespace cpm::format {

struct KnownName {
  std::string id;
  std::string title;                   ///< one line
  std::string about;                   ///< Markdown, for who wants to know more; may be empty
  std::vector<std::string> also = {};  ///< other titles that people know it by
};

/// In the order of their list.
std::vector<KnownName> known_names(Names names, const model::BuiltIn& built_in);

/// The command that shows them, or nothing.
std::string_view list_command(Names names);

}  // namespace cpm::format
