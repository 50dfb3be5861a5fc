#pragma once
// What a file says, as a tree of texts with their lines: for forms and pictures that show a file while somebody works on it.
// By the file alone, also with errors of shape.
#include <string>

#include "yaml/recent_texts.h"

namespace cpm::assist {

/// `{"kind","path","content"}` as JSON. A value is `{"line","bytes","text"}`, with `"empty":true` where nothing was written; a
/// map `{"line","bytes","keys":{…}}` in the order of the file, a list `{"line","bytes","entries":[…]}`. Lines count from 1; that
/// of a value is its key's. `bytes` is where its key begins, where the value begins, and where it ends. A key that has another
/// name in the field table stands under that, with what was written as `"written"`. Of keys given twice the first counts. For a
/// text that is no YAML or no kind of cpm's, kind and content are null.
std::string content_json(const yaml::ReadText& text);

}  // namespace cpm::assist
