// What people look up: `cpm explain`, `cpm schema`, `cpm help`, `cpm completions`.
#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include <fmt/format.h>

#include "base/assert.h"
#include "base/text.h"
#include "cli/commands/answers.h"
#include "cli/completion.h"
#include "cli/exit.h"
#include "cli/help.h"
#include "cli/options.h"
#include "diag/catalog.h"
#include "format/built_in_files.h"
#include "format/json_schema.h"
#include "format/reference_text.h"

namespace cpm::cli {

// `cpm explain`: a row of the catalog, with a bad and a good file. Long files are cut around the place in question.
namespace {

using Lines = std::vector<std::string_view>;

/// By the digits ("CMP310") or by the name; other digits are another code, however near.
std::optional<std::string> nearest_code(const std::string& word) {
  std::string digits;
  std::ranges::copy_if(word, std::back_inserter(digits),
                       [](char character) { return character >= '0' && character <= '9'; });
  if (const diag::CodeInfo* row = diag::find_code(std::string_view{digits})) return diag::code_text(row->code);
  std::vector<std::string> names;
  for (const diag::CodeInfo& row : diag::catalog()) names.emplace_back(row.name);
  return base::nearest(word, std::span<const std::string>(names));
}

[[noreturn]] void unknown_code(const std::string& word) {
  std::string message = fmt::format("there is no code `{}`", base::visible(word));
  if (const auto meant = nearest_code(word)) message += fmt::format("; did you mean `{}`?", *meant);
  throw UsageError(message, "`cpm list rules` names all codes");
}

const RuleExample* find_example(diag::Code code, Which which) {
  for (const RuleExample& example : rule_examples())
    if (example.code == code && example.which == which) return &example;
  return nullptr;
}

Lines lines_of(std::string_view text) {
  Lines lines = base::split(text, '\n');
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

/// The first line, from 0, in which the two differ.
std::size_t first_difference(const Lines& a, const Lines& b) {
  std::size_t line = 0;
  while (line < a.size() && line < b.size() && a[line] == b[line]) ++line;
  return line;
}

/// A few lines around one; all of a short text.
std::string excerpt(const Lines& lines, std::size_t middle) {
  constexpr std::size_t kShort = 24;
  constexpr std::size_t kBefore = 6;
  constexpr std::size_t kAfter = 8;
  const bool all = lines.size() <= kShort;
  const std::size_t first = all ? 0 : std::min(middle, lines.size()) - std::min(middle, kBefore);
  const std::size_t last = all ? lines.size() : std::min(lines.size(), middle + kAfter);
  std::string text = first > 0 ? "...\n" : "";
  for (std::size_t i = first; i < last; ++i) text.append(lines[i]).append("\n");
  return text + (last < lines.size() ? "...\n" : "");
}

std::string bad_text(const RuleExample& bad) {
  return excerpt(lines_of(bad.text), bad.line - 1);
}

std::string good_text(const RuleExample& good, const RuleExample* bad) {
  const Lines lines = lines_of(good.text);
  return excerpt(lines, bad == nullptr ? 0 : first_difference(lines, lines_of(bad->text)));
}

report::Document page_of(const diag::CodeInfo& row, const RuleExample* bad, const RuleExample* good) {
  report::Document page{.title = fmt::format("{} {}", diag::code_text(row.code), row.name), .blocks = {}};
  page.blocks.emplace_back(report::Paragraph{.text = std::string(row.summary), .lead = true});
  report::Facts facts{{{"Severity", std::string(diag::severity_word(row.severity))}}};
  if (!row.basis.empty()) facts.facts.push_back({"Basis", std::string(row.basis)});
  page.blocks.emplace_back(std::move(facts));
  page.blocks.emplace_back(report::Paragraph{.text = std::string(row.explanation)});
  if (bad != nullptr)
    page.blocks.emplace_back(report::Verbatim{.caption = fmt::format("Reported: {}, line {}", bad->file, bad->line),
                                              .text = bad_text(*bad)});
  if (good != nullptr)
    page.blocks.emplace_back(
        report::Verbatim{.caption = fmt::format("Not reported: {}", good->file), .text = good_text(*good, bad)});
  return page;
}

Answer run_explain(const Run& run) {
  const std::string& word = run.arguments.operands().at(0);
  const diag::CodeInfo* const row = diag::find_code(std::string_view{word});
  if (row == nullptr) unknown_code(word);
  const RuleExample* const bad = find_example(row->code, Which::bad);
  const RuleExample* const good = find_example(row->code, Which::good);
  const report::Result basis = row->basis.empty() ? report::Result{} : report::Result{row->basis};
  return answer(
      run, page_of(*row, bad, good),
      report::Result::Fields{{"code", diag::code_text(row->code)},
                             {"name", row->name},
                             {"severity", diag::severity_word(row->severity)},
                             {"summary", row->summary},
                             {"explanation", row->explanation},
                             {"basis", basis},
                             {"bad", bad == nullptr ? report::Result{} : report::Result{bad_text(*bad)}},
                             {"good", good == nullptr ? report::Result{} : report::Result{good_text(*good, bad)}}});
}

constexpr Example kExplainExamples[] = {{"cpm explain CPM310", "a finding's rule, by its code"},
                                        {"cpm explain unknown-key", "or by its name"}};

}  // namespace

extern const Command kExplainCommand{
    .name = "explain",
    .summary = "explain a rule: what, why, examples, how to fix a finding",
    .group = Group::look_up,
    .operand = {.name = "CODE", .about = "a code or its name; `cpm list rules` names them", .least = 1, .most = 1},
    .examples = kExplainExamples,
    .run = run_explain};

// `cpm schema`: the shape of a kind as JSON Schema, or its keys as a list.
namespace {

// Keys inside a record are set in by characters that every format keeps.
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
  report::Document page{.title = fmt::format("{}: {}", kind.title, format::format_text(kind)), .blocks = {}};
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
  throw UsageError(fmt::format("a JSON Schema cannot be written as `{}`", name),
                   "leave the format out for the JSON Schema, or give `--fields` for a list of the keys");
}

Answer run_schema(const Run& run) {
  const format::Kind& kind = known_kind(run.arguments.operands().at(0));
  if (!run.arguments.has(kFields)) check_form(run);
  if (!run.arguments.has(kFields)) return raw_answer(run, format::json_schema(kind, format::load_built_in()->built_in));
  const std::vector<format::FieldLine> lines = format::field_lines(kind);
  return answer(run, fields_page(kind, lines), fields_result(kind, lines));
}

constexpr const Option* kSchemaOptions[] = {&kFields};
constexpr Example kSchemaExamples[] = {{"cpm schema plan -o plan.schema.json", "for an editor that completes keys"},
                                       {"cpm schema plan --fields", "the keys of a plan, to be read"}};

}  // namespace

extern const Command kSchemaCommand{
    .name = "schema",
    .summary = "the JSON Schema of a kind, for editors",
    .group = Group::look_up,
    .operand = {.name = "KIND", .about = "a kind of file; `cpm list kinds` names them", .least = 1, .most = 1},
    .options = kSchemaOptions,
    .examples = kSchemaExamples,
    .run = run_schema};

// `cpm help`: all commands, one command, a group of them, or the keys of a kind of file.
namespace {

std::vector<std::string> known_topics() {
  std::vector<std::string> names;
  for (const Command* const command : commands()) names.emplace_back(command->name);
  for (const format::Kind& kind : format::kinds()) names.emplace_back(kind.word);
  return names;
}

std::string topic_text(const std::string& topic, std::size_t width) {
  if (topic.empty()) return main_help(width);
  if (const Command* command = find_command(topic); command != nullptr && !is_group(topic))
    return command_help(*command, width);
  const format::Kind* const kind = format::find_kind(topic);
  if (is_group(topic)) return group_help(topic, width) + (kind != nullptr ? "\n" + kind_help(*kind, width) : "");
  if (kind != nullptr) return kind_help(*kind, width);
  unknown_word("command or kind of file", topic, known_topics(),
               "`cpm help` names all commands, `cpm list kinds` all kinds");
}

Answer run_help(const Run& run) {
  std::string topic;
  for (const std::string& word : run.arguments.operands()) topic += (topic.empty() ? "" : " ") + word;
  const bool to_terminal = run.environment.out_is_terminal && !run.arguments.has(kOutput);
  return raw_answer(run, topic_text(topic, to_terminal ? run.environment.width : 0));
}

constexpr Example kHelpExamples[] = {{"cpm help score", "a command"},
                                     {"cpm help snapshot", "the keys of a kind of file"}};

}  // namespace

extern const Command kHelpCommand{.name = "help",
                                  .summary = "this page, a command, or the keys of a kind of file",
                                  .group = Group::look_up,
                                  .operand = {.name = "TOPIC", .about = "a command or a kind of file", .most = 2},
                                  .examples = kHelpExamples,
                                  .writes = Writes::raw,
                                  .run = run_help};

// `cpm completions`: the script that makes a shell ask cpm what may stand at a place (cli/completion).
namespace {

constexpr std::array kShells = {
    Shell{"bash", "~/.local/share/bash-completion/completions/cpm"},
    Shell{"zsh", "_cpm in a folder of $fpath"},
    Shell{"fish", "~/.config/fish/completions/cpm.fish"},
};

const Shell& known_shell(const std::string& word) {
  std::vector<std::string> known;
  for (const Shell& shell : kShells) {
    if (shell.name == word) return shell;
    known.emplace_back(shell.name);
  }
  unknown_word("completion for the shell", word, known);
}

Answer run_completions(const Run& run) {
  const Shell& shell = known_shell(run.arguments.operands().at(0));
  const auto scripts = format::completion_scripts();
  const auto script = std::ranges::find(scripts, fmt::format("cpm.{}", shell.name), &format::BuiltInFile::name);
  CPM_ASSERT(script != scripts.end());
  return raw_answer(run, std::string(script->bytes));
}

constexpr Example kCompletionsExamples[] = {
    {"cpm completions bash -o ~/.local/share/bash-completion/completions/cpm", "for bash, from the next shell on"},
    {"cpm completions zsh -o ~/.zfunc/_cpm", "for zsh, where ~/.zfunc is a folder of its fpath"},
    {"cpm completions fish -o ~/.config/fish/completions/cpm.fish", "for fish"}};

}  // namespace

std::span<const Shell> shells() {
  return kShells;
}

extern const Command kCompletionsCommand{
    .name = "completions",
    .summary = "print the script that completes commands, options and files",
    .group = Group::look_up,
    .operand = {.name = "SHELL", .about = "bash, zsh or fish", .least = 1, .most = 1},
    .examples = kCompletionsExamples,
    .writes = Writes::raw,
    .run = run_completions};

}  // namespace cpm::cli
