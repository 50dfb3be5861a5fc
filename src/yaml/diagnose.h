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

using Judgment = std::optional<diag::Diagnostic>;

/// The one finding for a failure.
diag::Diagnostic diagnose(const Source& source, const Failure& failure);

constexpr diag::Code kMissingDash = 132;

/// "a dash is missing here": the finding at a key that begins a new entry of the list that `owner` holds.
diag::Diagnostic missing_dash_finding(const Source& source, std::size_t begin, std::size_t end, std::string_view key,
                                      std::string_view owner);
/// The same with a fix that writes the dash in this column of the line, where a space stands.
diag::Diagnostic missing_dash(const Source& source, const Line& line, std::size_t column, std::string_view key,
                              std::string_view owner);
/// "`▪` starts no list entry": the finding at a line where a record begins behind a bullet or a number, with dashes as fix.
Judgment bullets_of_records(const Source& source, const Line& first);
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
Judgment tab_indent(const Scene& scene);
Judgment invisible_character(const Scene& scene);
Judgment second_dash(const Scene& scene);
Judgment wrong_indent(const Scene& scene);
Judgment list_beside_key(const Scene& scene);
Judgment empty_entry(const Scene& scene);
Judgment misplaced_entry(const Scene& scene);
Judgment unindented_block_text(const Scene& scene);

// Colons (diagnose_keys.cpp)
Judgment text_not_indented(const Scene& scene);
Judgment colon_in_text(const Scene& scene);
Judgment key_after_value(const Scene& scene);
Judgment text_after_bracket(const Scene& scene);
Judgment missing_colon(const Scene& scene);
Judgment missing_colon_above(const Scene& scene);

// Dashes and bullets (diagnose_bullets.cpp)
Judgment missing_dash_space(const Scene& scene);
Judgment foreign_bullet(const Scene& scene);
Judgment bullet_of_record(const Scene& scene);

// Quotes and characters that cannot start a text (diagnose_quotes.cpp)
Judgment unclosed_quote(const Scene& scene);
Judgment quote_runs_on(const Scene& scene);
Judgment text_after_quote(const Scene& scene);
Judgment glued_comment(const Scene& scene);
Judgment reserved_character(const Scene& scene);
Judgment unknown_escape(const Scene& scene);

// Brackets (diagnose_brackets.cpp)
Judgment unclosed_bracket(const Scene& scene);
Judgment wrong_bracket(const Scene& scene);
Judgment stray_bracket(const Scene& scene);
Judgment comma_in_brackets(const Scene& scene);
Judgment bracket_indent(const Scene& scene);

}  // namespace cpm::yaml
