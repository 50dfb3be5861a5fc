#pragma once
// The value of a text in single quotes. Debian's version of the engine is wrong about them where two doubled apostrophes
// follow each other (it writes three and forgets the last character), and loses memory where many do.
#include <memory_resource>
#include <string_view>

namespace cpm::yaml {

/// `raw` is what stands between the quotes, of one line or several; the value lives in `memory`.
std::string_view single_quoted_text(std::string_view raw, std::pmr::memory_resource& memory);

}  // namespace cpm::yaml
