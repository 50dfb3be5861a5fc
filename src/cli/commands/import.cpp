// `cpm import`: what somebody changed in a spreadsheet comes home into the file.
#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/commands/answers.h"
#include "cli/commands/import_pages.h"
#include "cli/exit.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/rewriting.h"
#include "exchange/blank.h"
#include "exchange/file.h"
#include "exchange/guess.h"
#include "exchange/map.h"
#include "format/shapes.h"

namespace cpm::cli {
namespace {

using exchange::Difference;

// What comes

sheet::Book book_at(const Run& run, const std::string& path) {
  const base::Files& files = run.environment.files;
  if (files.kind(path) == base::EntryKind::missing) missing_path(files, path);
  const base::FileReading reading = files.read(path, sheet::kMostBytes);
  const std::string name = base::ticked(path);
  if (reading.too_large)
    throw UsageError(
        fmt::format("{} is larger than {} MiB, more than cpm reads of a spreadsheet", name, sheet::kMostBytes >> 20U),
        "remove pictures and what else does not belong to it, and save it again", 0, kFindings);
  if (!reading.problem.empty())
    throw UsageError(fmt::format("{} cannot be read: {}", name, reading.problem), {}, 0, kFindings);
  auto read = sheet::read_book(reading.bytes, path);
  if (const auto* const trouble = std::get_if<sheet::Trouble>(&read))
    throw UsageError(fmt::format("{}: {}", base::visible(path), trouble->reason), trouble->help, 0, kFindings);
  return std::get<sheet::Book>(std::move(read));
}

// Where it goes

/// The value of the file's own that a spreadsheet says: "county".
std::string told(const sheet::Book& book, std::string_view key) {
  for (const sheet::Sheet& each : book.sheets)
    for (const sheet::Row& row : each.rows)
      if (!each.hidden && row.size() >= 2 && row[0].text == key)
        for (std::size_t i = row.size(); i-- > 1;)
          if (row[i].kind != sheet::Cell::Kind::empty)
            return exchange::said(row[i], {.head = {}, .shape = key == "date" ? &format::kDate : &format::kText}, {})
                .value;
  return {};
}

std::string target_of(const Run& run, const Coming& coming) {
  const base::Files& files = run.environment.files;
  const std::optional<std::string> into = run.arguments.value(kInto);
  const bool folder = into && files.kind(*into) == base::EntryKind::folder;
  if (into && !folder) return *into;
  if (!coming.stored)
    throw UsageError(fmt::format("{} does not say which file it is of", base::ticked(coming.spreadsheet)),
                     fmt::format("name the file with `--into`, as in `cpm import {} --into plans/2026-07.yaml{}`",
                                 run.arguments.has(kGuess) ? "tracker.xlsx" : "plan.xlsx",
                                 run.arguments.has(kGuess) ? " --guess" : ""));
  std::string inside = coming.stored->origin.file;
  const std::string day = told(coming.book, "date");
  if (coming.stored->origin.kind == "snapshot" && !day.empty() && files.kind(inside) == base::EntryKind::missing)
    inside = fmt::format("snapshots/{}.yaml", day);
  const std::optional<std::string> root = folder ? into : format::enclosing_repository(files);
  return base::joined_path(root.value_or("."), inside);
}

const model::Instrument* instrument_named(const std::string& id, const model::BuiltIn& built_in) {
  for (const model::Instrument& instrument : built_in.instruments)
    if (instrument.id.value == (id.empty() ? "cpm-default" : id)) return &instrument;
  return nullptr;
}

/// A Snapshot that is not there yet begins empty.
std::string new_bytes(const Coming& coming) {
  const auto lists = format::load_built_in();
  const model::Instrument* const instrument = instrument_named(told(coming.book, "instrument.id"), lists->built_in);
  const base::DateReading day = base::read_date(told(coming.book, "date"));
  const std::string county = told(coming.book, "county");
  if (!coming.stored || coming.stored->origin.kind != "snapshot" || instrument == nullptr || !day.date)
    throw UsageError(fmt::format("there is no file {}", base::ticked(coming.file)),
                     "name the file that takes the changes with `--into`, or begin it with `cpm new`");
  check_county(county, lists->built_in.counties);
  return exchange::blank_snapshot(county, *day.date, *instrument);
}

// What it asks for

Decisions decisions_of(const Run& run) {
  Decisions decisions{.remove_rows = run.arguments.has(kRemoveRows)};
  const std::string which = run.arguments.value(kTake).value_or("");
  if (which.empty()) return decisions;
  for (const std::string_view word : base::split(which, ',')) {
    if (word == "sheet")
      decisions.take_sheet = true;
    else if (word == "file")
      decisions.take_file = true;
    else if (word.find('!') != std::string_view::npos)
      decisions.cells.insert(base::lower(word));
    else
      throw UsageError(fmt::format("`--take` does not know {}", base::ticked(word)),
                       "write `sheet`, `file`, or cells as the table of conflicts names them: Steps!F7");
  }
  if (decisions.take_sheet && decisions.take_file)
    throw UsageError("`--take` cannot take both `sheet` and `file`", "name one of them; cells may stand beside `file`");
  return decisions;
}

const model::Document& document_of(const format::Loaded& loaded, const Coming& coming) {
  const model::Document* const document = format::find_document(loaded.workspace, coming.file);
  if (document == nullptr || is_misshapen(loaded, *document))
    throw UsageError(
        fmt::format("{} cannot be read as it should be, so nothing can be taken into it", base::ticked(coming.file)),
        "run `cpm check` on it, and fix its errors first", 0, kFindings);
  return *document;
}

void check_kind(const Coming& coming, const exchange::FileTables& tables) {
  if (tables.grids.empty())
    throw UsageError(fmt::format("{} is no Snapshot, plan or file of support needs", base::ticked(coming.file)),
                     "only these come from a spreadsheet");
  if (coming.stored && coming.stored->origin.kind != tables.kind->word)
    throw UsageError(fmt::format("the spreadsheet is of a {}, and {} is a {}", coming.stored->origin.kind,
                                 base::ticked(coming.file), tables.kind->one),
                     "name the right file with `--into`");
}

/// The map that `--map` names; it must be right, since it says where everything goes.
std::shared_ptr<const format::Loaded> map_at(const Run& run, const std::string& path) {
  if (run.environment.files.kind(path) == base::EntryKind::missing) missing_path(run.environment.files, path);
  std::shared_ptr<format::Loaded> loaded = format::load(run.environment.files, {.paths = {path}, .as_of = run.as_of});
  const model::Document* const document = format::find_document(loaded->workspace, path);
  if (document == nullptr || loaded->findings.has_error(document->file))
    throw UsageError(fmt::format("{} has errors", base::ticked(path)), "run `cpm check` on it and fix them first", 0,
                     kFindings);
  if (model::content_as<model::SheetMap>(*document) == nullptr)
    throw UsageError(fmt::format("{} is no spreadsheet map", base::ticked(path)),
                     "it begins with `format: cpm/map/1`; `--guess` prints a first one");
  return loaded;
}

exchange::ReadBook by_map(const Run& run, const Coming& coming, const exchange::FileTables& tables,
                          const exchange::Meaning& meaning) {
  const std::string path = *run.arguments.value(kMap);
  const std::shared_ptr<const format::Loaded> loaded = map_at(run, path);
  const auto& map = model::content_of<model::SheetMap>(*format::find_document(loaded->workspace, path));
  exchange::MappedBook mapped = exchange::read_by_map(coming.book, map, tables.grids, *tables.kind, meaning);
  if (!mapped.wrong.empty())
    throw UsageError(fmt::format("{}: {}", base::visible(path), base::joined(mapped.wrong)),
                     "correct the map; `--guess` prints one from the heads", 0, kFindings);
  return std::move(mapped.read);
}

exchange::ReadBook read_book(const Run& run, const Coming& coming, const exchange::FileTables& tables,
                             const exchange::Meaning& meaning) {
  if (run.arguments.has(kMap)) return by_map(run, coming, tables, meaning);
  exchange::ReadBook read = exchange::read_tables(coming.book, tables.grids, meaning);
  if (read.tables.empty())
    throw UsageError(fmt::format("{} has no sheet that cpm knows", base::ticked(coming.spreadsheet)),
                     "of a table of your own, `cpm import FILE --into FILE --guess` prints a first map", 0, kFindings);
  return read;
}

void take(const Run& run, const Decisions& decisions, Coming& coming) {
  Trial trial(run, coming.file);
  coming.before = coming.fresh ? new_bytes(coming) : trial.bytes();
  trial.put(coming.before);
  const std::shared_ptr<const format::Loaded> loaded = trial.read();
  const model::Document& document = document_of(*loaded, coming);
  const exchange::Meaning meaning{.instrument = document.instrument, .built_in = &loaded->built_in};
  const exchange::FileTables tables = exchange::tables_in(coming.before, {.bytes = max_file_size(run.arguments)},
                                                          document.instrument);
  check_kind(coming, tables);
  if (run.arguments.has(kGuess)) {
    coming.guess = exchange::guessed_map(coming.book, tables.grids, meaning, coming.spreadsheet);
    return;
  }
  exchange::ReadBook read = read_book(run, coming, tables, meaning);
  coming.remarks = std::move(read.remarks);
  exchange::Merged merged = exchange::merged(read.tables, tables.grids, coming.stored, *tables.kind, meaning);
  coming.same = merged.same;
  coming.taken = taken(trial, coming.before, loaded, std::move(merged.differences), decisions);
}

void write(const Coming& coming, const Run& run) {
  base::Files& files = run.environment.files;
  if (coming.fresh) {
    files.make_folder(base::folder_of(coming.file));
    files.write(coming.file, coming.taken.after);
  } else if (!write_over({.path = coming.file, .before = coming.before, .after = coming.taken.after}, files)) {
    throw UsageError(
        fmt::format("{} changed while cpm was at work, so it was left as it is", base::ticked(coming.file)),
        "look at it, and run `cpm import` again", 0, kFindings);
  }
}

/// Beside a bare diff, which has no place for them.
void add_open_ones(Coming& coming) {
  for (const Judged& each : coming.taken.all) {
    const Difference& difference = each.difference;
    if (each.fate == Fate::problem)
      coming.remarks.push_back(
          fmt::format("{} was not taken over: {}; {}", difference.place, difference.problem, difference.help));
    if (each.fate == Fate::conflict)
      coming.remarks.push_back(fmt::format("{} is a conflict: {} was changed in the file, too", difference.place,
                                           base::ticked(difference.path)));
  }
}

Answer run_import(const Run& run) {
  Coming coming{.spreadsheet = run.arguments.operands()[0]};
  const Decisions decisions = decisions_of(run);
  coming.book = book_at(run, coming.spreadsheet);
  if (!run.arguments.has(kMap)) coming.stored = exchange::stored_in(coming.book);
  coming.file = target_of(run, coming);
  coming.fresh = run.environment.files.kind(coming.file) == base::EntryKind::missing;
  take(run, decisions, coming);
  if (run.arguments.has(kGuess)) return raw_answer(run, std::move(coming.guess));
  const bool shown = run.arguments.has(kDiff);
  const bool changed = coming.fresh || coming.before != coming.taken.after;
  if (changed)
    coming.diff = diff_of(
        {.path = coming.file, .before = coming.fresh ? "" : coming.before, .after = coming.taken.after});
  if (!shown && changed) write(coming, run);
  Answer done = shown && wants_bare_diff(run) ? bare_diff(run, coming.diff)
                                              : answer(run, import_page(coming, shown), import_result(coming, shown));
  if (shown && wants_bare_diff(run)) add_open_ones(coming);
  if (!coming.stored && !run.arguments.has(kMap))
    coming.remarks.insert(
        coming.remarks.begin(),
        "the spreadsheet does not know what was exported: each filled cell that differs from the file counts as a change");
  done.remarks = std::move(coming.remarks);
  done.reread = coming.taken.loaded;
  done.left = std::move(coming.taken.findings);
  const bool open = coming.taken.count(Fate::conflict) + coming.taken.count(Fate::problem) > 0;
  done.status = open || done.left.has_error() ? kFindings : kFine;
  return done;
}

constexpr const Option* kImportOptions[] = {&kInto,  &kTake, &kRemoveRows, &kMap,
                                            &kGuess, &kDiff, &kAsOf,       &kMaxFileSize};
constexpr Example kImportExamples[] = {
    {"cpm import plan.xlsx", "the changes go into the file that was exported"},
    {"cpm import plan.xlsx --diff", "what would change"},
    {"cpm import plan.xlsx --take 'Steps!F7'", "of two who changed it, the spreadsheet counts"}};

}  // namespace

extern const Command kImportCommand{
    .name = "import",
    .summary = "take the changes in a spreadsheet into the file it came from",
    .group = Group::begin,
    .needs = Needs::nothing,
    .operand = {.name = "SPREADSHEET",
                .about = "what `cpm export` wrote and somebody changed: .xlsx, .ods or .csv",
                .least = 1,
                .most = 1},
    .options = kImportOptions,
    .examples = kImportExamples,
    .run = run_import};

}  // namespace cpm::cli
