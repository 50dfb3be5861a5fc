#pragma once
// Words about support that the page and the result for programs share.
#include <string>
#include <string_view>

#include "report/pages.h"

namespace cpm::report {

/// "rta"
std::string_view category_word(model::SupportCategory category);
/// "Regional Training Academy"
std::string_view category_title(model::SupportCategory category);
std::string_view status_word(model::SupportStatus status);
/// "Northern California Training Academy"; the county's words; empty when nobody is named.
std::string provider_name(const std::string& provider, const model::Academy* academy);

/// What a need is for, in the county's words.
struct Purpose {
  std::string level;  ///< "step", "objective", "priority", "item"; empty when nothing is named
  std::string id;
  std::string text;       ///< "Prepare six coaches"
  std::string objective;  ///< of a step: "Every unit has a coach"
};

Purpose purpose_of(const score::Request& request, const model::BuiltIn* built_in);

}  // namespace cpm::report
