// `cpm schema`: the shape of a kind as JSON Schema, or its keys as a list.
#include "cli/commands/answers.h"
#include "cli/commands/known_kind.h"
#include "cli/commands/runners.h"
#include "cli/exit.h"
#include "cli/options.h"
#include "format/json_schema.h"
#include "format/reference_text.h"

namespace cpm::cli {
namespace {

// Keys inside a record are set in by signs that every format keeps.
std::string key_text(const format::FieldLine& line) {
  std::string text;
  for (std::size_t i = 0; i < line.depth; ++i) text += "- ";
  return text + line.name;
}

report::Document fields_page(const format::Kind& kind, const std::vector<format::FieldLine>& lines) {
  report::Table table;
  for (const char* const head : {"Key", "Need", "What stands there", "About"}) table.columns.push_back({.head = head});
  for (const format::FieldLine& line : lines) {
    std::vector<report::Cell>& row = table.rows.emplace_back();
    for (const std::string& text : {key_text(line), line.need, line.shape, line.about}) row.push_back({.text = text});
  }
  report::Document page{.title = std::string(kind.title) + ": " + format::format_text(kind), .blocks = {}};
  page.blocks.emplace_back(report::Paragraph{.text = std::string(kind.about)});
  page.blocks.emplace_back(std::move(table));
  return page;
}

report::Result fields_result(const format::Kind& kind, const std::vector<format::FieldLine>& lines) {
  report::Result::List fields;
  for (const format::FieldLine& line : lines)
    fields.push_back(report::Result::Fields{
        {"depth", line.depth}, {"name", line.name}, {"need", line.need}, {"shape", line.shape}, {"about", line.about}});
  return report::Result::Fields{
      {"kind", kind.word}, {"format", format::format_text(kind)}, {"fields", std::move(fields)}};
}

/// A JSON Schema is JSON, whatever is asked for.
void check_form(const Run& run) {
  const std::string_view name = display(run.arguments, run.environment).format->name;
  if (name == "text" || name == "json") return;
  throw UsageError("a JSON Schema cannot be written as `" + std::string(name) + "`",
                   "leave the format out for the JSON Schema, or give `--fields` for a list of the keys");
}

}  // namespace

Answer run_schema(const Run& run) {
  const format::Kind& kind = known_kind(run.arguments.operands().at(0));
  if (!run.arguments.has(kFields)) check_form(run);
  if (!run.arguments.has(kFields)) return raw_answer(run, format::json_schema(kind, format::load_built_in()->built_in));
  const std::vector<format::FieldLine> lines = format::field_lines(kind);
  return answer(run, fields_page(kind, lines), fields_result(kind, lines));
}

}  // namespace cpm::cli
