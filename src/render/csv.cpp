// Records as comma-separated values (RFC 4180, but with plain line feeds), for spreadsheets and statistics programs.
#include <algorithm>
#include <array>
#include <string_view>

#include "base/csv.h"
#include "render/escape.h"
#include "render/writers.h"

namespace cpm::render {
namespace {

using report::Result;

/// Lines and tabs stay, characters that nobody sees are shown.
std::string shown(std::string_view text) {
  std::string all;
  for (const std::string& line : verbatim_lines(text)) all.append(line).append("\n");
  return all.substr(0, all.empty() ? 0 : all.size() - 1);
}

std::string text_cell(const std::string& text) {
  const std::string safe = shown(text);
  return base::csv_quoted(base::csv_would_be_run(safe) ? "'" + safe : safe);
}

// Numbers are left as they are: -3.5 is a number, not a formula.
std::string cell_text(std::monostate) {
  return {};
}
std::string cell_text(bool value) {
  return value ? "true" : "false";
}
std::string cell_text(std::int64_t value) {
  return std::to_string(value);
}
std::string cell_text(base::Tenths value) {
  return base::to_text(value);
}
std::string cell_text(const std::string& value) {
  return text_cell(value);
}
/// A cell holds one value: the texts of a list stand in it one after the other.
std::string cell_text(const Result::List& values) {
  std::string all;
  for (const Result& value : values)
    if (const auto* text = std::get_if<std::string>(&value.value())) all.append(all.empty() ? "" : "; ").append(*text);
  return text_cell(all);
}
/// Records have no place in a table, but for the text of one that has it: "2026-11" of a month.
std::string cell_text(const Result::Fields& fields) {
  const auto found = std::ranges::find(fields, "text", [](const auto& field) { return std::string_view(field.first); });
  const auto* text = found == fields.end() ? nullptr : std::get_if<std::string>(&found->second.value());
  return text == nullptr ? std::string{} : text_cell(*text);
}

const Result* field_of(const Result& record, std::string_view key) {
  const auto* fields = std::get_if<Result::Fields>(&record.value());
  if (fields == nullptr) return nullptr;
  for (const auto& [name, value] : *fields)
    if (name == key) return &value;
  return nullptr;
}

std::string line_of(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) line.append(i == 0 ? "" : ",").append(cells[i]);
  return line + "\n";
}

std::string record_line(const Result& record, const std::vector<std::string>& columns) {
  std::vector<std::string> cells;
  for (const std::string& column : columns) {
    const Result* const value = field_of(record, column);
    const auto written = [](const auto& some) { return cell_text(some); };
    cells.push_back(value == nullptr ? "" : std::visit(written, value->value()));
  }
  return line_of(cells);
}

std::string table_text(const Job& job) {
  std::vector<std::string> heads;
  for (const std::string& column : job.outcome.columns) heads.push_back(text_cell(column));
  std::string text = line_of(heads);
  const Result* const rows = job.outcome.result ? field_of(*job.outcome.result, job.outcome.records) : nullptr;
  const auto* list = rows == nullptr ? nullptr : std::get_if<Result::List>(&rows->value());
  if (list == nullptr) return text;
  for (const Result& record : *list) text += record_line(record, job.outcome.columns);
  return text;
}

// Excel takes a file for UTF-8 only when a byte order mark says so, and spoils `ñ` otherwise. Where all is ASCII no program
// needs the mark, and some stumble over it.
std::string with_mark(std::string text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  const bool ascii = std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return ascii ? text : std::string(kByteOrderMark) + text;
}

}  // namespace

std::string write_csv(const Job& job) {
  if (!job.outcome.raw.empty()) return job.outcome.raw;
  return with_mark(table_text(job));
}

}  // namespace cpm::render
