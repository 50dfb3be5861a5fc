#pragma once
// How far each part of a text reaches: from its key or dash to the end of what belongs to it.
#include <vector>

#include "assist/reading.h"

namespace cpm::lsp {

/// By part; the first one is the whole text.
std::vector<assist::Stretch> extents_of(const assist::Reading& reading);

/// The innermost part that reaches over the byte; 0 is the whole text.
std::size_t innermost(const std::vector<assist::Stretch>& extents, std::size_t byte);

/// What a record is called in the county's words, and its id; either may be empty.
struct RecordName {
  std::string id;
  std::string title;
};
RecordName record_name(const assist::Reading& reading, std::size_t part);

}  // namespace cpm::lsp
