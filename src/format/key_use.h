#pragma once
// What the field tables know of a key by its name alone, for the reader of the text: a fix that puts a text in quotes is
// sure only where every record has a text there.
#include <string_view>

#include "yaml/source.h"

namespace cpm::format {

yaml::KeyUse use_of_key(std::string_view key);

}  // namespace cpm::format
