// `cpm export WHAT`: a county's files as other programs take them.
#include "cli/commands/export.h"

#include <algorithm>
#include <array>

#include "cli/options.h"

namespace cpm::cli {
namespace {

constexpr std::array kExportTopics = {
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

constexpr const Option* kExportOptions[] = {&kExportForm, &kExportTo, &kNoTexts, &kAsOf, &kMaxFileSize, &kQuiet};
constexpr Example kExportExamples[] = {
    {"cpm export tables -o tables", "this county's facts as CSV files in the folder `tables`"},
    {"cpm export tables counties -o counties.sqlite", "all counties below a folder as one database"},
    {"cpm export tables --format ndjson | grep '\"table\":\"steps\"'", "for another program, as it comes"}};

}  // namespace

std::span<const ExportTopic> export_topics() {
  return kExportTopics;
}

extern const Command kExportCommand{
    .name = "export",
    .summary = "all facts of counties as tables: CSV, NDJSON or SQLite",
    .group = Group::reports,
    .operand = {.name = "WHAT [PATH...]",
                .about = "`tables`; then files and folders; default: the repository that holds this folder",
                .least = 1,
                .most = Operand::kAny},
    .options = kExportOptions,
    .examples = kExportExamples,
    .writes = Writes::own,
    .names_its_files = true,
    .run = run_export};

}  // namespace cpm::cli
