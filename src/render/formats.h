#pragma once
// From an outcome and its findings to bytes: one row and one function per format. Pure: no clock, locale or terminal.
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "diag/diagnostic.h"
#include "diag/source_file.h"
#include "report/outcome.h"

namespace cpm::render {

struct Settings {
  bool color = false;
  std::size_t width = 0;          ///< columns of a terminal; 0: do not wrap (files, pipes)
  bool quiet = false;             ///< findings without source lines, notes and help
  std::size_t most_findings = 0;  ///< that text shows, the most severe ones; 0: all. Formats for programs hold all
  bool
      to_file = false;  ///< the output is a file, and says how it was made also where that would be too much to look at
  std::string pictures = {};  ///< what the names of the pictures beside the output begin with; empty: there are none
  std::string prefix = {};    ///< the current folder from the root of a host's checkout; empty: they are the same
};

struct Job {
  const report::Outcome& outcome;
  const diag::Diagnostics& findings;  ///< sorted, without duplicates
  const diag::SourceMap& sources;
  Settings settings;
  std::span<const diag::Accepted> accepted = {};  ///< findings that were taken out because they are known
};

struct Format {
  std::string_view name;            ///< "text", as in `--format text`
  std::string_view extension = {};  ///< ".txt"; empty: no name of a file stands for it
  std::string_view about;
  bool holds_findings = false;  ///< findings are part of every output, not only of a check's (see below)
  bool needs_rows = false;      ///< only for outcomes with `columns`
  bool has_pictures = false;    ///< written to a file, its pictures are files beside it
  bool only_findings = false;   ///< only for checks: nothing but findings, for a host or another program
  std::string (*write)(const Job&) = nullptr;
};

std::span<const Format> formats();
const Format* find_format(std::string_view name);

/// Are the findings part of this output? If not, the caller writes them beside it with `findings_text`. Every format holds
/// the findings of a check (`checked`): there they are the main thing.
bool holds_findings(const Format& format, const report::Outcome& outcome);

/// Findings alone, as text with source lines and carets, and the last line of a check when `checked` is there.
std::string findings_text(const Job& job);

}  // namespace cpm::render
