// `cpm explain`: a row of the catalogue, with a bad and a good file. Long files are cut around the place in question.
#include <algorithm>
#include <iterator>
#include <optional>

#include "base/text.h"
#include "cli/commands/answers.h"
#include "cli/commands/runners.h"
#include "cli/exit.h"
#include "cli/rule_examples.h"
#include "diag/catalogue.h"

namespace cpm::cli {
namespace {

using Lines = std::vector<std::string_view>;

/// By the digits ("CMP310") or by the name; other digits are another code, however near.
std::optional<std::string> nearest_code(const std::string& word) {
  std::string digits;
  std::ranges::copy_if(word, std::back_inserter(digits), [](char sign) { return sign >= '0' && sign <= '9'; });
  if (const diag::CodeInfo* row = diag::find_code(std::string_view{digits})) return diag::code_text(row->code);
  std::vector<std::string> names;
  for (const diag::CodeInfo& row : diag::catalogue()) names.emplace_back(row.name);
  return base::nearest(word, std::span<const std::string>(names));
}

[[noreturn]] void unknown_code(const std::string& word) {
  std::string message = "there is no code `" + base::visible(word) + "`";
  if (const auto meant = nearest_code(word)) message += "; did you mean `" + *meant + "`?";
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
  report::Document page{.title = diag::code_text(row.code) + " " + std::string(row.name), .blocks = {}};
  page.blocks.emplace_back(report::Paragraph{.text = std::string(row.summary), .lead = true});
  report::Facts facts{{{"Severity", std::string(diag::severity_word(row.severity))}}};
  if (!row.basis.empty()) facts.facts.push_back({"Basis", std::string(row.basis)});
  page.blocks.emplace_back(std::move(facts));
  page.blocks.emplace_back(report::Paragraph{.text = std::string(row.explanation)});
  if (bad != nullptr)
    page.blocks.emplace_back(
        report::Verbatim{.caption = "Reported: " + std::string(bad->file) + ", line " + std::to_string(bad->line),
                         .text = bad_text(*bad)});
  if (good != nullptr)
    page.blocks.emplace_back(
        report::Verbatim{.caption = "Not reported: " + std::string(good->file), .text = good_text(*good, bad)});
  return page;
}

}  // namespace

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

}  // namespace cpm::cli
