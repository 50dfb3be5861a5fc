// `cpm export snapshot|plan|support`: a file as a spreadsheet, which `cpm import` takes home again.
#include <fmt/format.h>

#include "base/text.h"
#include "cli/commands/answers.h"
#include "cli/commands/export.h"
#include "cli/exit.h"
#include "cli/findings.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/trial.h"
#include "exchange/blank.h"
#include "exchange/file.h"
#include "exchange/layout.h"
#include "report/page.h"

namespace cpm::cli {
namespace {

/// What becomes a spreadsheet.
struct Sheets {
  std::string path;    ///< as people name it
  std::string inside;  ///< from the root of its repository
  std::string bytes;
  const model::Instrument* instrument = nullptr;
  std::shared_ptr<const format::Loaded> loaded = {};  ///< what it was read with
};

std::string output_of(const Run& run, std::string_view word) {
  const std::optional<std::string> output = run.arguments.value(kExportTo);
  const std::string example = fmt::format("name it with `-o`, as in `cpm export {0} -o {0}.xlsx`", word);
  if (!output || *output == "-")
    throw UsageError(fmt::format("`cpm export {}` needs the file to write", word), example);
  if (!base::lower(*output).ends_with(".xlsx"))
    throw UsageError(fmt::format("{} does not end in `.xlsx`, as Excel wants it", base::ticked(*output)), example);
  return *output;
}

/// The file that is named, or the newest of its kind.
const model::Document& chosen_document(const Run& run, const Paths& paths, const format::Loaded& loaded,
                                       std::string_view word) {
  Command command = run.command;
  command.kind = word;
  command.unnamed = Unnamed::newest;
  const Selection selection = select(command, paths, loaded, run.environment.files);
  if (selection.documents.size() != 1)
    throw UsageError("a spreadsheet is made of one file", "name one, and run `cpm export` once for each");
  return *selection.documents.front();
}

Sheets existing(const Run& run, std::string_view word, const std::shared_ptr<format::Loaded>& loaded,
                const Paths& paths) {
  const model::Document& document = chosen_document(run, paths, *loaded, word);
  return {.path = document.path,
          .inside = document.inside,
          .bytes = loaded->sources.file(document.file).bytes(),
          .instrument = document.instrument,
          .loaded = loaded};
}

const model::Instrument& known_instrument(const std::string& id, const model::BuiltIn& built_in) {
  std::vector<std::string> known;
  for (const model::Instrument& instrument : built_in.instruments) {
    if (instrument.id.value == id) return instrument;
    known.push_back(instrument.id.value);
  }
  unknown_word("instrument", id, known);
}

/// A Snapshot that nobody has begun.
Sheets blank(const Run& run, std::string_view word) {
  if (word != "snapshot")
    throw UsageError(fmt::format("`--blank` is for a Snapshot; a {} follows from what was found", word),
                     fmt::format("begin it with `cpm new {}`, and export that file", word));
  std::shared_ptr<format::Loaded> lists = format::load_built_in();
  const std::optional<std::string> county = run.arguments.value(kBlankCounty);
  if (county) check_county(*county, lists->built_in.counties);
  const model::Instrument& instrument = known_instrument(run.arguments.value(kBlankInstrument).value_or("cpm-default"),
                                                         lists->built_in);
  const base::Date day = as_of(run.arguments, run.environment);
  const std::string path = fmt::format("snapshots/{}.yaml", base::to_text(day));
  return {.path = path,
          .inside = path,
          .bytes = exchange::blank_snapshot(county.value_or("example"), day, instrument),
          .instrument = &instrument,
          .loaded = lists};
}

Answer broken(const Run& run, const Sheets& sheets) {
  report::Page page("Export of " + sheets.path);
  page.lead(fmt::format("{} has errors, so it was not exported: a spreadsheet of it would not come home.",
                        base::ticked(sheets.path)));
  Answer done = answer(run, std::move(page).done(),
                       report::Result::Fields{{"file", sheets.path}, {"written", report::Result()}});
  done.status = kFindings;
  done.reread = sheets.loaded;
  for (const diag::Diagnostic& finding : sheets.loaded->findings.all())
    if (finding.severity == diag::Severity::error) done.left.all().push_back(finding);
  return done;
}

std::shared_ptr<format::Loaded> read(const Run& run, const Paths& paths) {
  std::shared_ptr<format::Loaded> loaded = format::load(run.environment.files, export_request(run, paths));
  sort_findings(loaded->sources, loaded->findings);
  return loaded;
}

std::string title_of(const exchange::FileTables& tables, const model::BuiltIn& built_in) {
  const std::string county = model::county_name(built_in, tables.county);
  return fmt::format("{} of {}{}{}", base::capitalized(tables.kind->one), county, tables.date.empty() ? "" : ", ",
                     tables.date);
}

/// What lies there may be what somebody has worked in.
void write_spreadsheet(const Run& run, const std::string& output, const std::string& bytes) {
  base::Files& files = run.environment.files;
  if (files.kind(output) != base::EntryKind::missing && files.read(output, sheet::kMostBytes).bytes != bytes)
    throw UsageError(
        fmt::format("{} is there already, and may hold changes that are not in the file yet", base::ticked(output)),
        fmt::format("take them home with `cpm import {}` and delete it, or give `-o` another name",
                    base::visible(output)));
  files.write(output, bytes);
}

Answer written(const Run& run, const Sheets& sheets, const std::string& output) {
  exchange::FileTables tables = exchange::tables_in(sheets.bytes, {.bytes = max_file_size(run.arguments)},
                                                    sheets.instrument);
  exchange::Exported exported{.kind = *tables.kind,
                              .title = title_of(tables, sheets.loaded->built_in),
                              .origin = {.version = CPM_VERSION,
                                         .kind = std::string(tables.kind->word),
                                         .file = sheets.inside,
                                         .print = tables.print},
                              .meaning = {.instrument = sheets.instrument, .built_in = &sheets.loaded->built_in},
                              .grids = std::move(tables.grids)};
  const sheet::Workbook workbook = exchange::workbook_of(exported);
  write_spreadsheet(run, output, sheet::xlsx_bytes(workbook));
  report::Page page(exported.title);
  page.lead(fmt::format("Written: {}, a spreadsheet of {}.", base::ticked(output), base::ticked(sheets.path)));
  report::Table table = report::table_of("Its sheets", {"Sheet", report::number("Rows"), "What it holds"});
  for (const exchange::Grid& grid : exported.grids)
    table.rows.push_back({{.text = std::string(grid.table->sheet)},
                          {.text = std::to_string(grid.rows.size())},
                          {.text = std::string(grid.table->about)}});
  page.table(std::move(table));
  page.text(fmt::format("When it comes back: `cpm import {}`.", output));
  return answer(run, std::move(page).done(), report::Result::Fields{{"file", sheets.path}, {"written", output}});
}

void check_output(const Run& run, const std::string& output, const std::string& input) {
  const base::Files& files = run.environment.files;
  if (files.kind(output) == base::EntryKind::folder)
    throw UsageError(fmt::format("{} is a folder", base::ticked(output)), "name a file that ends in `.xlsx`");
  if (output == input || files.real_path(output) == files.real_path(input))
    throw UsageError(fmt::format("{} is the file that is read", base::ticked(output)), "give `-o` another name");
}

Answer export_kind(const Run& run, std::string_view word) {
  const std::string output = output_of(run, word);
  if (run.arguments.has(kBlank)) {
    if (run.arguments.operands().size() > 1)
      throw UsageError("`--blank` makes a spreadsheet of no file", "leave the path out, or leave `--blank` out");
    return written(run, blank(run, word), output);
  }
  for (const Option* const only : {&kBlankCounty, &kBlankInstrument})
    if (run.arguments.has(*only))
      throw UsageError(fmt::format("`{}` is for `--blank`", long_name(*only)),
                       "a file says for itself which county and instrument it is about");
  const Paths paths = paths_of(operands_behind_what(run.arguments), run.environment, max_file_size(run.arguments),
                               false);
  const std::shared_ptr<format::Loaded> loaded = read(run, paths);
  const Sheets sheets = existing(run, word, loaded, paths);
  check_output(run, output, sheets.path);
  const model::Document* const document = format::find_document(loaded->workspace, sheets.path);
  if (document == nullptr || is_misshapen(*loaded, *document)) return broken(run, sheets);
  return written(run, sheets, output);
}

}  // namespace

Answer run_export_snapshot(const Run& run) {
  return export_kind(run, "snapshot");
}
Answer run_export_plan(const Run& run) {
  return export_kind(run, "plan");
}
Answer run_export_support(const Run& run) {
  return export_kind(run, "support");
}

}  // namespace cpm::cli
