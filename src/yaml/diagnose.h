#pragma once
// Words for the engine's refusals: from its message and the source lines around the place to one finding with code,
// narrowest place and remedy. The judges stand in a table in diagnose.cpp; each looks at one kind of slip and passes
// when it is another.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "yaml/builder.h"
#include "yaml/source.h"

namespace cpm::yaml {

/// What a judge may look at.
struct Scene {
  const Source& source;
  const Failure& failure;
  Line line;  ///< of the failure's first byte
};

using Judgement = std::optional<diag::Diagnostic>;

/// The one finding for a failure.
diag::Diagnostic diagnose(const Source& source, const Failure& failure);

/// A finding without labels and fix.
diag::Diagnostic slip(const Scene& scene, diag::Code code, std::size_t begin, std::size_t end, std::string message,
                      std::string help);
/// A fix that replaces one stretch of bytes.
diag::Fix fix_one(const Scene& scene, diag::Safety safety, std::string title, std::size_t begin, std::size_t end,
                  std::string replacement);
/// A fix that puts the bytes from `begin` to `end`, which may span lines, in quotes; nothing when that cannot be done
/// simply.
std::optional<diag::Fix> fix_quote(const Scene& scene, std::size_t begin, std::size_t end);
/// Is a bracket open on the line before this place? What follows there may end at a comma or bracket, not with the line.
bool inside_brackets(const Source& source, std::size_t at);
/// Where the first key's value (or the entry's text) starts on a line.
std::size_t value_start(const Source& source, const Line& line);
/// The first word of a line, as a place.
std::size_t word_end(const Source& source, std::size_t from, const Line& line);

// Tabs, indentation, dashes (diagnose_layout.cpp)
Judgement tab_indent(const Scene& scene);
Judgement invisible_sign(const Scene& scene);
Judgement wrong_indent(const Scene& scene);
Judgement list_beside_key(const Scene& scene);
Judgement empty_entry(const Scene& scene);
Judgement misplaced_entry(const Scene& scene);
Judgement unindented_block_text(const Scene& scene);

// Colons (diagnose_keys.cpp)
Judgement colon_in_text(const Scene& scene);
Judgement key_after_value(const Scene& scene);
Judgement missing_dash_blank(const Scene& scene);
Judgement foreign_bullet(const Scene& scene);
Judgement text_after_bracket(const Scene& scene);
Judgement missing_colon(const Scene& scene);
Judgement missing_colon_above(const Scene& scene);

// Quotes and signs that cannot start a text (diagnose_quotes.cpp)
Judgement unclosed_quote(const Scene& scene);
Judgement quote_runs_on(const Scene& scene);
Judgement text_after_quote(const Scene& scene);
Judgement glued_comment(const Scene& scene);
Judgement reserved_sign(const Scene& scene);
Judgement unknown_escape(const Scene& scene);

// Brackets (diagnose_brackets.cpp)
Judgement unclosed_bracket(const Scene& scene);
Judgement wrong_bracket(const Scene& scene);
Judgement stray_bracket(const Scene& scene);
Judgement comma_in_brackets(const Scene& scene);
Judgement bracket_indent(const Scene& scene);

}  // namespace cpm::yaml
