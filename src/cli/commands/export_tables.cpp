// `cpm export tables`: counties are read, judged, written as rows and let go of, one after the other.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/commands/answers.h"
#include "cli/commands/export.h"
#include "cli/exit.h"
#include "cli/findings.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/output.h"
#include "facts/facts.h"
#include "facts/sinks.h"

namespace cpm::cli {
namespace {

constexpr std::string_view kNdjsonEndings[] = {".ndjson", ".jsonl"};
constexpr std::string_view kSqliteEndings[] = {".sqlite", ".sqlite3", ".db"};
constexpr std::array kTableForms = {
    TableForm{"csv", "a folder with one file a table, for a spreadsheet or a statistics program"},
    TableForm{"ndjson", "one JSON object a line, for another program", kNdjsonEndings},
    TableForm{"sqlite", "one database with keys and views", kSqliteEndings},
};

/// Where the tables go, and in which form.
struct TablesTarget {
  std::string form;
  std::string place;  ///< empty: standard output
};

std::string form_of_ending(const std::string& place) {
  const std::string name = base::lower(place);
  for (const TableForm& form : kTableForms)
    for (const std::string_view ending : form.endings)
      if (name.ends_with(ending)) return std::string(form.word);
  return std::string(kTableForms.front().word);
}

TablesTarget target_of(const Run& run) {
  TablesTarget target{.form = {}, .place = run.arguments.value(kExportTo).value_or("-")};
  target.form = run.arguments.value(kExportForm).value_or(form_of_ending(target.place));
  std::vector<std::string> known;
  for (const TableForm& form : kTableForms) known.emplace_back(form.word);
  if (std::ranges::find(known, target.form) == known.end()) unknown_word("form of tables", target.form, known);
  if (target.place == "-") target.place.clear();
  if (target.place.empty() && target.form == "csv")
    throw UsageError("`cpm export tables` needs a folder for its CSV files",
                     "name it with `-o`, as in `cpm export tables -o tables`, or write `--format ndjson`");
  if (target.place.empty() && target.form == "sqlite")
    throw UsageError("`cpm export tables` needs a file for its database",
                     "name it with `-o`, as in `cpm export tables -o tables.sqlite`");
  return target;
}

/// To standard output, as it comes.
class OutputStream final : public base::FileStream {
 public:
  explicit OutputStream(Environment& environment) : environment_(environment) {}
  void add(std::string_view bytes) override {
    constexpr std::size_t kEnough = 64 * 1024;
    waiting_ += bytes;
    if (waiting_.size() >= kEnough) finish();
  }
  void finish() override {
    write_out(environment_, waiting_);
    waiting_.clear();
  }

 private:
  Environment& environment_;
  std::string waiting_;
};

std::unique_ptr<facts::Sink> sink_for(const TablesTarget& target, Environment& environment) {
  base::Files& files = environment.files;
  if (target.form == "csv") return facts::csv_sink(files, target.place);
  if (target.form == "ndjson")
    return facts::ndjson_sink(target.place.empty() ? std::make_unique<OutputStream>(environment)
                                                   : files.stream(target.place));
  std::unique_ptr<facts::Sink> sink = facts::sqlite_sink(files, target.place);
  if (sink == nullptr)
    throw UsageError("this build of cpm writes tables as CSV and NDJSON; it has no SQLite",
                     "write `--format csv`, or use the program for Linux", 0, kEnvironment);
  return sink;
}

/// Tables take the place of no file that they are made from.
void check_place(const TablesTarget& target, const Run& run, const std::vector<std::string>& inputs) {
  const base::Files& files = run.environment.files;
  const std::string real = files.real_path(target.place);
  for (const std::string& input : inputs)
    if (!target.place.empty() && files.kind(input) == base::EntryKind::file && files.real_path(input) == real)
      throw UsageError(fmt::format("{} is one of the files that are read", base::ticked(target.place)),
                       "give `-o` another name");
}

bool is_no_error(const diag::Diagnostic& finding) {
  return finding.severity != diag::Severity::error;
}

[[noreturn]] void nothing_to_export(const Paths& paths) {
  std::vector<std::string> places;
  for (const std::string& path : paths.paths) places.push_back(base::ticked(path));
  throw UsageError("there is nothing to export: no `.yaml` file below " + base::joined(places),
                   "name folders that hold the files of counties", kNothingToCheck);
}

}  // namespace

std::span<const TableForm> table_forms() {
  return kTableForms;
}

namespace {

/// The rows of each county as it comes. Nothing is written where there is nothing to export.
class TablesWriter {
 public:
  TablesWriter(const Run& run, TablesTarget target, base::Date as_of)
      : run_(run), target_(std::move(target)), as_of_(as_of) {}

  void add(const format::Loaded& home, diag::Diagnostics& findings) {
    if (!facts_) begin();
    judge_home(home, findings);
    facts_->add({.workspace = home.workspace, .sources = home.sources, .findings = findings});
    std::erase_if(findings.all(), is_no_error);  // they are in the tables; only errors are also shown
  }
  void finish() {
    if (sink_) sink_->finish();
  }
  std::size_t left_out() const { return facts_ ? facts_->left_out() : 0; }

 private:
  void begin() {
    sink_ = sink_for(target_, run_.environment);
    facts_.emplace(*sink_, as_of_, !run_.arguments.has(kNoTexts));
  }

  const Run& run_;
  TablesTarget target_;
  base::Date as_of_;
  std::unique_ptr<facts::Sink> sink_;
  std::optional<facts::Facts> facts_;
};

std::string left_out_text(std::size_t files) {
  return fmt::format("{} {} errors, so the tables hold only the findings about {}", base::counted(files, "file"),
                     base::has_have(files), files == 1 ? "it" : "them");
}

Answer answer_of(const Run& run, const TablesWriter& tables, std::shared_ptr<format::Loaded> loaded) {
  Answer answer;
  answer.outcome.command = schema_word(run.command.name);
  sort_findings(loaded->sources, loaded->findings);
  answer.left = std::move(loaded->findings);
  answer.reread = std::move(loaded);
  if (tables.left_out() == 0) return answer;
  answer.status = kFindings;
  answer.remarks.push_back(left_out_text(tables.left_out()));
  return answer;
}

}  // namespace

Answer run_export_tables(const Run& run) {
  const TablesTarget target = target_of(run);
  const Paths paths = paths_of(operands_behind_what(run.arguments), run.environment, max_file_size(run.arguments),
                               false);
  check_place(target, run, paths.paths);
  format::Request request = export_request(run, paths);
  TablesWriter tables(run, target, request.as_of);
  Progress progress(run.environment, !run.arguments.has(kQuiet));
  request.progress = [&progress](std::size_t files) { progress.read(files); };
  request.each_home = [&tables](const format::Loaded& home, diag::Diagnostics& findings) {
    tables.add(home, findings);
  };
  std::shared_ptr<format::Loaded> loaded = format::load(run.environment.files, request);
  progress.erase();
  if (loaded->files == 0) nothing_to_export(paths);
  tables.finish();
  return answer_of(run, tables, std::move(loaded));
}

}  // namespace cpm::cli
