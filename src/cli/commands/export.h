#pragma once
// What `cpm export` can export: one row of the table in export.cpp each.
#include <span>
#include <string_view>

#include "cli/commands.h"
#include "cli/inputs.h"

namespace cpm::cli {

/// One thing to export; `run` finds its paths behind the first operand.
struct ExportTopic {
  std::string_view word;
  std::string_view about;
  Answer (*run)(const Run&) = nullptr;
};
std::span<const ExportTopic> export_topics();

/// A form in which tables are written, and the endings of files that mean it.
struct TableForm {
  std::string_view word;
  std::string_view about;
  std::span<const std::string_view> endings = {};
};
std::span<const TableForm> table_forms();

/// The operands behind the first one.
Arguments operands_behind_what(const Arguments& arguments);
/// For the files that are exported.
format::Request export_request(const Run& run, const Paths& paths);

/// A file as a spreadsheet.
Answer run_export_snapshot(const Run& run);
Answer run_export_plan(const Run& run);
Answer run_export_support(const Run& run);
/// `cpm export tables`: all facts of counties as tables.
Answer run_export_tables(const Run& run);

}  // namespace cpm::cli
