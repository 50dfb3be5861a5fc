#pragma once
// Every option of every command, once, and what their values mean. A value that means nothing is a UsageError that
// names what is allowed.
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.h"
#include "cli/context.h"
#include "diag/diagnostic.h"
#include "render/formats.h"
#include "score/ranking.h"

namespace cpm::cli {

inline constexpr Option kFormat{
    "--format", "NAME", "text, markdown, html or json; default: what the name of the output file says, else text"};
/// For commands that offer records under `rows`. The same option to the reader of the command line.
inline constexpr Option kFormatRows{
    "--format", "NAME", "text, markdown, html, json or csv; default: what the name of the output file says, else text"};
/// For `cpm report --all`: the reports are Markdown always.
inline constexpr Option kAllFormat{
    "--format", "NAME",
    "html: write the reports as HTML too, with index.html; else of the list: text, markdown or json"};
/// For checks, whose findings code hosts can take. The same option to the reader of the command line.
inline constexpr Option kFormatFindings{
    "--format", "NAME",
    "text, markdown, html, json, sarif, junit, github, gitlab, or auto: what suits the host that runs the check; default: "
    "what the name of the output file says, else text"};
inline constexpr Option kOutput{"-o,--output", "FILE", "write to FILE, all of it or nothing; `-` is standard output"};
inline constexpr Option kAsOf{"--as-of", "DATE", "the day to judge by, YYYY-MM-DD; default: today"};
inline constexpr Option kColor{"--color", "WHEN", "auto, always or never; default: auto, which obeys NO_COLOR"};
inline constexpr Option kQuiet{"--quiet", "", "findings in one line each, and no notes"};
inline constexpr Option kMaxFileSize{"--max-file-size", "N",
                                     "read files up to N bytes, also as 500K or 2M; default: 1M"};
inline constexpr Option kMaxFindings{"--max-findings", "N",
                                     "show at most N findings as text, errors first; 0 shows all; default: 500"};
inline constexpr Option kFailOn{"--fail-on", "SEVERITY",
                                "error, warning or advice: from where on findings fail; default: error"};
inline constexpr Option kBaseline{"--baseline", "FILE", "report only what is not in FILE; `cpm baseline` writes it"};
/// For the command that writes it. The same option to the reader of the command line.
inline constexpr Option kBaselineToWrite{"--baseline", "FILE",
                                         "the file to write; default: `baseline.yaml` in the folder of the first PATH"};
inline constexpr Option kReason{"--reason", "TEXT", "why the new entries are not mended yet"};
inline constexpr Option kUntil{"--until", "DATE",
                               "the last day on which new entries hold, and renewed ones: those that have ended"};
inline constexpr Option kPrune{"--prune", "", "only take out what matches nothing any more; add nothing"};
inline constexpr Option kDiff{"--diff", "", "write nothing; show the changes as a unified diff"};
inline constexpr Option kUnsafe{"--unsafe", "", "also fixes that are perhaps meant; look at them afterwards"};
inline constexpr Option kDespiteErrors{"--despite-errors", "",
                                       "go on with files that have errors, and say so on the page"};
inline constexpr Option kExplain{"--explain", "", "the sum item by item, to be redone by hand"};
inline constexpr Option kTop{"--top", "N", "how many opportunities are \"the first\"; default: 5"};
inline constexpr Option kWeights{"--weights", "LIST", "as in gap=2,importance=1,feasibility=1; default: 1 each"};
inline constexpr Option kNoContacts{"--no-contacts", "", "leave names, email and phone out"};
inline constexpr Option kNoPictures{"--no-pictures", "", "write no pictures beside a Markdown file"};
inline constexpr Option kProof{"--check", "", "write nothing; prove that the file of -o is up to date"};
inline constexpr Option kHeatMap{"--heat-map", "FILE", "also write counties and areas as a picture; FILE ends in .svg"};
inline constexpr Option kAll{"--all", "", "every report that the files allow"};
inline constexpr Option kProofOfAll{"--check", "", "write nothing; prove that the committed reports are up to date"};
inline constexpr Option kFromDay{"--from", "DATE",
                                 "leave out what was over before that day; default: the plan's start"};
inline constexpr Option kToDay{"--to", "DATE",
                               "leave out what begins after that day; default: the plan's date for reassessment"};
inline constexpr Option kFields{"--fields", "", "the keys of the kind as a list, not the JSON Schema"};
inline constexpr Option kCounty{"--county", "COUNTY",
                                "the county of the new file; default: that of cpm.yaml, else example"};
inline constexpr Option kWhoseCounty{"--county", "COUNTY",
                                     "whose repository it is, such as yolo or los-angeles; needed"};
inline constexpr Option kFrom{"--from", "SNAPSHOT", "plans: the Snapshot to follow, whose priorities are carried over"};

/// What `--color` takes.
inline constexpr std::array<std::string_view, 3> kColorWords = {"auto", "always", "never"};
/// What `--weights` can weigh.
std::vector<std::string_view> weight_names();

/// How a run shows things.
struct Display {
  const render::Format* format = nullptr;
  std::string output;  ///< empty: standard output
  bool quiet = false;
  render::Settings out = {};
  render::Settings err = {};
};

/// What a command has to offer beyond its page, and so which formats can be chosen.
struct FormatOffer {
  bool rows = false;
  bool findings = false;
};

Display display(const Arguments& arguments, const Environment& environment, FormatOffer offer = {});
/// The day that the option names, or nothing when it is not given.
std::optional<base::Date> day_of(const Option& option, const Arguments& arguments);
base::Date as_of(const Arguments& arguments, const Environment& environment);
std::size_t max_file_size(const Arguments& arguments);
diag::Severity fail_on(const Arguments& arguments);
score::RankingOptions ranking_options(const Arguments& arguments);

/// "there is no format `html`; did you mean …": for a value that is none of the words.
[[noreturn]] void unknown_word(std::string_view noun, const std::string& word, const std::vector<std::string>& known,
                               const std::string& help = {});

}  // namespace cpm::cli
