#pragma once
// Fingerprints of what a file says: of its values by the field tables, whatever the order of the keys, the quotes, the
// comments and the line ends. An approval is bound to one.
#include <string>
#include <string_view>
#include <vector>

#include "format/shape.h"
#include "model/workspace.h"
#include "yaml/node.h"

namespace cpm::format {

/// *approved*: what an approval covers, texts by their words alone. *all*: every value, letter by letter. *words*: every value,
/// texts by their words alone.
enum class Extent { approved, all, words };

/// "cpm1-" and 32 hexadecimal digits. Keys that are not there, or hold nothing, add nothing: a new optional key of the
/// format leaves the fingerprints of older files as they were.
std::string content_print(const yaml::Node& root, const Record& record, Extent extent);
bool is_content_print(std::string_view text);
/// Of a text that no table describes.
std::string print_of_text(std::string_view text);
/// What a value says, in a form that is equal for values that say the same: texts by their words alone.
std::string says(const yaml::Node& node, const Shape& shape);

/// A record that can be approved by itself, with all that is a part of it: a priority with its objectives and their steps.
struct Part {
  std::string_view id;
  std::string_view noun;   ///< "priority"
  std::string_view title;  ///< in the county's words; may be empty
};
/// In the order of the tables and of the file.
std::vector<Part> parts_of(const yaml::Node& root, const Record& record);
/// The fingerprint of what an approval of this record covers; empty when nothing has the id.
std::string part_print(const yaml::Node& root, const Record& record, std::string_view id);

/// Tells each approval of the file what it covers, as the file is now.
void find_covered(const yaml::Node& root, const Record& record, model::Content& content);

}  // namespace cpm::format
