#pragma once
// Words that all messages of this room share: values in backquotes, articles, and how sure a correction is.
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "diag/diagnostic.h"

namespace cpm::format {

/// A value from a file as it stands in a message: in backquotes, one line, not long.
std::string ticks(std::string_view text);

/// "a step", "an item".
std::string with_article(std::string_view noun);

/// A sentence of the field tables as the end of another one: "The planning team." → "the planning team".
std::string as_clause(std::string_view sentence);

/// *safe* when the words differ in one character at most, or only in capitals, spaces and dashes; short words are never sure.
diag::Safety safety_of(std::string_view written, std::string_view meant);

/// The candidate that is meant, or nothing; words of four letters or fewer must be within one edit.
std::optional<std::string_view> meant_word(std::string_view written, std::span<const std::string_view> candidates);

/// The one-edit fix that all replacements of a value are.
diag::Fix replacing(std::string title, const diag::Span& span, std::string text, diag::Safety safety);

/// "write `meant`" in place of what was written.
diag::Fix write_instead(std::string_view meant, const diag::Span& span, diag::Safety safety);

}  // namespace cpm::format
