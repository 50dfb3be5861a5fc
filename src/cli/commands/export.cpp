// `cpm export WHAT`: a county's files as other programs take them.
#include "cli/commands/export.h"

#include <algorithm>
#include <array>

#include "cli/options.h"

namespace cpm::cli {
namespace {

constexpr std::array kExportTopics = {
    ExportTopic{"snapshot", "a Snapshot as a spreadsheet, which `cpm import` takes home again", run_export_snapshot},
    ExportTopic{"plan", "a plan as a spreadsheet", run_export_plan},
    ExportTopic{"support", "support needs as a spreadsheet", run_export_support},
    ExportTopic{"tables", "every fact as long tables, for R, Python, Power BI or a database", run_export_tables},
};

Answer run_export(const Run& run) {
  const std::string& word = run.arguments.operands().at(0);
  std::vector<std::string> known;
  for (const ExportTopic& topic : kExportTopics) {
    if (topic.word == word) return topic.run(run);
    known.emplace_back(topic.word);
  }
  unknown_word("export", word, known);
}

constexpr const Option* kExportOptions[] = {
    &kExportTo, &kBlank, &kBlankCounty, &kBlankInstrument, &kExportForm, &kNoTexts, &kAsOf, &kMaxFileSize, &kQuiet};
constexpr Example kExportExamples[] = {
    {"cpm export plan -o plan.xlsx", "the newest plan as a spreadsheet; `cpm import plan.xlsx` takes changes home"},
    {"cpm export snapshot --blank --county yolo -o snapshot.xlsx", "a Snapshot to fill in with no other tool"},
    {"cpm export tables -o tables", "this county's facts as CSV files in the folder `tables`"},
    {"cpm export tables counties -o counties.sqlite", "all counties below a folder as one database"},
    {"cpm export tables --format ndjson | grep '\"table\":\"steps\"'", "for another program, as it comes"}};

}  // namespace

Arguments operands_behind_what(const Arguments& arguments) {
  Arguments rest;
  for (std::size_t i = 1; i < arguments.operands().size(); ++i) rest.add_operand(arguments.operands()[i]);
  return rest;
}

format::Request export_request(const Run& run, const Paths& paths) {
  const std::size_t limit = max_file_size(run.arguments);
  format::Request request{.paths = paths.paths,
                          .standard_input = paths.standard_input,
                          .limits = {},
                          .as_of = as_of(run.arguments, run.environment)};
  request.limits.nodes *= std::max<std::size_t>(1, limit / request.limits.bytes);
  request.limits.bytes = limit;
  request.memory = run.environment.memory;
  return request;
}

std::span<const ExportTopic> export_topics() {
  return kExportTopics;
}

extern const Command kExportCommand{
    .name = "export",
    .summary = "a file as a spreadsheet, or all facts of counties as tables",
    .group = Group::reports,
    .operand =
        {.name = "WHAT [PATH...]",
         .about =
             "`snapshot`, `plan`, `support` or `tables`; then files and folders; default: the repository that holds this folder",
         .least = 1,
         .most = Operand::kAny},
    .options = kExportOptions,
    .examples = kExportExamples,
    .writes = Writes::own,
    .names_its_files = true,
    .run = run_export};

}  // namespace cpm::cli
