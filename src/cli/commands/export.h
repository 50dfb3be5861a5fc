#pragma once
// What `cpm export` can export: one row of the table in export.cpp each.
#include <span>
#include <string_view>

#include "cli/commands.h"

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

/// `cpm export tables`: all facts of counties as tables.
Answer run_export_tables(const Run& run);

}  // namespace cpm::cli
