#pragma once
// Another id in every file: shared by the rename of the protocol and by "make an id from the title".
#include <map>
#include <string>

#include "lsp/session.h"

namespace cpm::lsp {

/// The edits of each file, by URI, that give the id at a byte another name. Throws Refused, and says why.
std::map<std::string, Json> renamed(const Subject& subject, std::size_t at, const std::string& id);

}  // namespace cpm::lsp
