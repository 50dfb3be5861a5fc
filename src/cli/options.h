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
#include "cli/environment.h"
#include "diag/diagnostic.h"
#include "render/formats.h"
#include "score/projection.h"
#include "score/ranking.h"

namespace cpm::cli {

/// What a command writes. The formats that follow are one statement for the command line, its help and completion.
enum class Writes {
  raw,       ///< one text as it is: no `--format`
  page,      ///< a page for people and its result for programs
  records,   ///< the same, and records for a spreadsheet
  findings,  ///< a page, and what code hosts take; `auto` chooses by the host
  own,       ///< files in forms of its own, which its own options name
  reports,   ///< files of reports, always as Markdown; `html` adds HTML files, the others are formats of the list
};

/// The host that runs a check chooses the format.
inline constexpr std::string_view kAutoFormat = "auto";

bool offers(Writes writes, const render::Format& format);
/// The words that `--format` takes, in the order of the table of formats.
std::vector<std::string> format_names(Writes writes);
/// What help says of `--format`. `to_file`: the command has `--output`, whose name can tell the format.
std::string format_about(Writes writes, bool to_file);

inline constexpr Option kFormat{"--format", "NAME", ""};  // `format_about` says what a command offers
inline constexpr Option kOutput{"-o,--output", "FILE", "write to FILE, all of it or nothing; `-` is standard output"};
inline constexpr Option kAsOf{"--as-of", "DATE", "the day to judge by, such as 2026-03-31; default: today"};
inline constexpr Option kColor{"--color", "WHEN", "auto, always or never; default: auto, which follows NO_COLOR"};
inline constexpr Option kQuiet{"--quiet", "", "show each finding on one line, and no notes"};
inline constexpr Option kMaxFileSize{"--max-file-size", "N",
                                     "read files up to N bytes, also as 500K or 2M; default: 1M"};
inline constexpr Option kMaxFindings{"--max-findings", "N",
                                     "show at most N findings as text, errors first; 0 shows all; default: 500"};
inline constexpr Option kFailOn{"--fail-on", "SEVERITY",
                                "lowest severity that makes the check fail: error, warning or advice; default: error"};
inline constexpr Option kBaseline{"--baseline", "FILE", "report only what is not in FILE; `cpm baseline` writes it"};
/// For the command that writes it. The same option to the reader of the command line.
inline constexpr Option kBaselineToWrite{"--baseline", "FILE",
                                         "the file to write; default: `baseline.yaml` in the folder of the first PATH"};
inline constexpr Option kReason{"--reason", "TEXT", "why the new entries are not fixed yet"};
inline constexpr Option kUntil{"--until", "DATE", "last day new entries are valid; also renews expired entries"};
inline constexpr Option kPrune{"--prune", "", "only remove entries that no longer match a finding; add nothing"};
inline constexpr Option kDiff{"--diff", "", "write nothing; show the changes as a unified diff"};
inline constexpr Option kRemove{"--remove", "", "take out what is there, with the comments right above it"};
inline constexpr Option kAppend{"--append", "", "add VALUE at the end of the list that PLACE names; the same as `[+]`"};
inline constexpr Option kInsertBefore{"--insert-before", "",
                                      "insert VALUE as a new entry before the one that PLACE names"};
inline constexpr Option kMove{"--move", "ENTRY",
                              "move the entry that PLACE names before ENTRY of its list; `+`: to the end"};
inline constexpr Option kUnsafe{"--unsafe", "", "also apply fixes that may not be what you meant; review them"};
inline constexpr Option kBy{"--by", "ROLE", "who approves: a role, a board or a Tribe; required"};
inline constexpr Option kOn{"--on", "DATE", "the day of the approval; default: the day of --as-of"};
inline constexpr Option kOf{"--of", "ID",
                            "approve one record with what belongs to it, such as a priority; default: the whole file"};
inline constexpr Option kText{"--text", "TEXT", "what belongs to it, such as the item of the agenda"};
inline constexpr Option kInFolder{
    "--in", "DIR", "the folder from which the reports were made; default: found from the reports' place"};
inline constexpr Option kDespiteErrors{"--despite-errors", "", "use files that have errors, and say so on the page"};
inline constexpr Option kExplain{"--explain", "", "show the sum item by item, so that anyone can check it by hand"};
inline constexpr Option kWhatIf{
    "--what-if", "ITEM=SCORE", "what the percents would be with that score; more of them behind commas, or given again",
    true};
inline constexpr Option kMovers{"--movers", "", "show the items that would move each area most"};
inline constexpr Option kTop{"--top", "N", "how many opportunities count as the first; default: 5"};
inline constexpr Option kWeights{"--weights", "LIST", "as in gap=2,importance=1,feasibility=1; default: 1 each"};
inline constexpr Option kWithClosed{"--with-closed", "",
                                    "also done and dropped steps, as canceled events, so that calendars drop them"};
inline constexpr Option kHistory{"--history", "",
                                 "late by the first due dates that git has of the plans, not by those of today"};
inline constexpr Option kNoContacts{"--no-contacts", "", "leave names, email and phone out"};
inline constexpr Option kNoPictures{"--no-pictures", "", "write no pictures beside a Markdown file"};
inline constexpr Option kProof{"--check", "", "verify that the -o file is up to date (writes nothing)"};
inline constexpr Option kHeatMap{"--heat-map", "FILE",
                                 "also draw counties and areas as a picture; FILE must end in .svg"};
inline constexpr Option kAll{"--all", "", "make every report that the files allow"};
inline constexpr Option kProofOfAll{"--check", "", "verify that the committed reports are up to date (writes nothing)"};
inline constexpr Option kSipYear{"--year", "N", "only that year of the System Improvement Plan; 1 is the first"};
inline constexpr Option kFromDay{"--from", "DATE", "leave out what ended before that day; default: the plans' start"};
inline constexpr Option kToDay{"--to", "DATE",
                               "leave out what begins after that day; default: the plans' last date for reassessment"};
inline constexpr Option kFields{"--fields", "", "list the keys of the kind instead of the JSON Schema"};
inline constexpr Option kCounty{"--county", "COUNTY",
                                "the county of the new file; default: that of cpm.yaml, else example"};
inline constexpr Option kInstrument{"--instrument", "ID",
                                    "for a Snapshot: the instrument that it asks; default: cpm-default"};
inline constexpr Option kWhoseCounty{"--county", "COUNTY",
                                     "the county of the repository, such as yolo or los-angeles; required"};
inline constexpr Option kBeginCounty{"--county", "COUNTY",
                                     "the county that the page begins with; default: what its files say"};
inline constexpr Option kBeginInstrument{"--instrument", "INSTRUMENT",
                                         "the instrument of a new Snapshot; default: cpm-default"};
inline constexpr Option kPage{"--page", "FILE",
                              "the page to fill; default: CPM_WORKBOOK_PAGE, else the one that came with cpm"};
inline constexpr Option kSeed{"--seed", "N", "which county: the same number always makes the same one"};
inline constexpr Option kLevel{"--level", "LEVEL", "easy, medium or hard; default: medium"};
inline constexpr Option kAnswers{"--answers", "", "for the trainer: list the mistakes that the county holds"};
inline constexpr Option kGrade{"--grade", "", "say what became of the mistakes in each DIR"};
inline constexpr Option kFrom{"--from", "SNAPSHOT", "for a plan: the Snapshot to follow; its priorities are copied"};

inline constexpr Option kExportForm{"--format", "FORM",
                                    "of tables: csv, ndjson or sqlite; default: what WHERE says, otherwise csv"};
inline constexpr Option kExportTo{"-o,--output", "WHERE",
                                  "the file to write; of tables as CSV, the folder; `-` for NDJSON is standard output"};
inline constexpr Option kBlank{"--blank", "", "a Snapshot to fill in, instead of a file"};
inline constexpr Option kBlankCounty{"--county", "COUNTY", "with --blank: the county; default: example"};
inline constexpr Option kBlankInstrument{"--instrument", "ID", "with --blank: the instrument; default: cpm-default"};
inline constexpr Option kInto{
    "--into", "PATH",
    "the file that takes the changes, or the folder of its repository; default: the file that was exported"};
inline constexpr Option kTake{
    "--take", "WHICH",
    "of conflicts: `sheet`, `file`, or cells such as Steps!F7 whose value counts; more behind commas", true};
inline constexpr Option kRemoveRows{"--remove", "", "also remove what was exported and has no row any more"};
inline constexpr Option kMap{"--map", "FILE", "the columns of a table of your own; `--guess` prints a first one"};
inline constexpr Option kGuess{"--guess", "",
                               "print a first guess at the map of a table of your own, and change nothing"};
inline constexpr Option kNoTexts{"--no-texts", "", "of tables: leave out what people wrote freely, such as comments"};

/// What `--color` takes.
inline constexpr std::array<std::string_view, 3> kColorWords = {"auto", "always", "never"};
/// The year of the System Improvement Plan asked for; throws UsageError when it is no number of a year.
std::optional<std::int64_t> sip_year_of(const Arguments& arguments);
/// What `--seed` says; nothing when it is not given.
std::optional<std::uint64_t> seed(const Arguments& arguments);
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

Display display(const Arguments& arguments, const Environment& environment, Writes writes = Writes::page);
/// The day that the option names, or nothing when it is not given.
std::optional<base::Date> day_of(const Option& option, const Arguments& arguments);
base::Date as_of(const Arguments& arguments, const Environment& environment);
std::size_t max_file_size(const Arguments& arguments);
diag::Severity fail_on(const Arguments& arguments);
score::RankingOptions ranking_options(const Arguments& arguments);
/// What `--what-if` says of items of this instrument; nothing when it is not given.
std::optional<score::ItemScores> what_if(const Arguments& arguments, const model::Instrument& instrument);

/// "there is no format `html`; did you mean …": for a value that is none of the words.
[[noreturn]] void unknown_word(std::string_view noun, const std::string& word, const std::vector<std::string>& known,
                               const std::string& help = {});

}  // namespace cpm::cli
