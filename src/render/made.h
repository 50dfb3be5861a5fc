#pragma once
// The last lines of a report: how it was made, as a comment in Markdown, folded up in HTML, below a line in text and under the key
// `made` in JSON, and (but for JSON) one line for readers with a fingerprint of its inputs, its options, the version of cpm and the
// page itself. `cpm verify` reads them again, from files that anybody may have written.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "report/document.h"
#include "report/result.h"

namespace cpm::render {

/// What they say. Fingerprints of files are the first digits of the whole ones: enough to tell which has changed.
struct MadeLines {
  report::Made made;
  std::string pictures = {};     ///< what the names of the pictures beside the page begin with; empty: there are none
  std::string page = {};         ///< fingerprint of the page before these lines
  std::string fingerprint = {};  ///< of all
};

/// `page`: all that is written before. `pictures`: as in `Settings`.
MadeLines made_lines(const report::Made& made, std::string_view page, const std::string& pictures);

std::string made_in_markdown(const MadeLines& lines);
std::string made_in_html(const MadeLines& lines);
std::string made_in_text(const MadeLines& lines);
/// What stands under `made`: {version, command, operands, options, as_of, folder, files, page, fingerprint}.
report::Result made_in_json(const MadeLines& lines);

/// Where a page says how it was made.
struct FoundMade {
  MadeLines lines;
  std::string_view format;  ///< "markdown", the name of the format of the page
  std::size_t begin = 0;
  std::size_t end = 0;  ///< behind the line for readers
};
/// Nothing when the page does not say it, or not in the form that cpm writes.
std::optional<FoundMade> find_made(std::string_view page);
/// The same for `made` of JSON, as cpm lays it out.
std::optional<FoundMade> find_made_in_json(std::string_view page);
/// The page as it would be without these lines.
std::string without_made(std::string_view page);

/// The fingerprint of a page: 32 hexadecimal digits.
std::string page_print(std::string_view page);

}  // namespace cpm::render
