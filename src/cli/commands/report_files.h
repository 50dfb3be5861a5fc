#pragma once
// Reports made side by side from files that are loaded once, and the files that they are written to: for `cpm report county`
// and `cpm report --all`.
#include <string>
#include <vector>

#include "cli/commands.h"
#include "report/document.h"
#include "report/plan_pages.h"

namespace cpm::cli {

struct MadeReport {
  report::ReportPart part;
  bool broken = false;  ///< left out because of errors in its files
};

/// What this `report …` command says about the files below `root`.
MadeReport make_part(const Run& run, const Command& command, const std::string& root);

/// The one repository whose root is the run's PATH. Throws UsageError when PATH is something else.
const model::Home& only_home(const Run& run);

/// "example-alder": of `cpm.yaml`, else of the first file that names one.
std::string county_key(const Run& run);
/// "Alder County (example)"
std::string county_of(const Run& run);

/// What became of one report; the words are those of the JSON.
struct ReportEntry {
  std::string name;
  std::string file = {};  ///< empty: left out
  std::string status = {};
  std::string reason = {};
  std::string title = {};
  std::string lead = {};  ///< its answer, for the list of all
};

struct ReportFile {
  std::string path;
  std::string bytes;
};

/// A report in a format, and its pictures when they are files of their own; the report itself is the first. Only what the
/// county's files say: neither the terminal nor the format of the list that the command prints.
std::vector<ReportFile> files_of(const Run& run, const report::Document& page, std::string_view format,
                                 const std::string& folder, const std::string& name);

/// Writes the files, or with `--check` looks at those that are there; the entry's file, its status ("written", "up_to_date",
/// "stale" or "missing") and, where a picture is to blame, the reason.
void settle_files(const Run& run, const std::vector<ReportFile>& files, ReportEntry& entry);

/// The page that leads to all reports, for a browser.
report::Document index_page(const std::string& county, const std::string& lead,
                            const std::vector<ReportEntry>& entries);

}  // namespace cpm::cli
