#pragma once
// Texts of new files that cannot be a county's own: templates are made of them, and a rule finds those that were left.
#include <string_view>

namespace cpm::model {

inline constexpr std::string_view kExampleName = "Jordan Rivera";
inline constexpr std::string_view kExampleEmail = "jordan.rivera@example.org";
inline constexpr std::string_view kExamplePhone = "555-0100";

}  // namespace cpm::model
