#include "cli/output.h"

#include <ostream>

#include <fmt/format.h>

#include "base/system/terminal.h"
#include "base/text.h"
#include "cli/environment.h"
#include "cli/options.h"
#include "diag/catalog.h"
#include "render/made.h"
#include "render/writers.h"

namespace cpm::cli {
namespace {

const diag::SourceMap& sources_of(const Run& run) {
  static const diag::SourceMap kNone;
  return run.loaded != nullptr ? run.loaded->sources : kNone;
}

/// A report must not take the place of a file that it was made from.
void check_not_an_input(const Run& run, const std::string& output, std::string_view option) {
  if (run.loaded == nullptr) return;
  const std::string real = run.environment.files.real_path(output);
  for (const model::Document& document : run.loaded->workspace.documents)
    if (document.path == output || run.environment.files.real_path(document.path) == real)
      throw UsageError(fmt::format("`{}` is one of the files that were read", base::visible(output)),
                       fmt::format("give `{}` another name", option));
}

/// `$'a\012b'`: a word with characters that a terminal would obey or not show, each byte of them by its octal number.
std::string escaped_for_shell(std::string_view word) {
  std::string text = "$'";
  for (const char character : word) {
    const auto byte = static_cast<unsigned char>(character);
    const bool plain = byte >= 0x20 && byte < 0x7f && character != '\'' && character != '\\';
    text += plain ? std::string(1, character) : fmt::format("\\{:03o}", byte);
  }
  return text + "'";
}

}  // namespace

std::string written(const Run& run, const report::Outcome& outcome, const Display& display) {
  if (!outcome.raw.empty() || run.command.writes == Writes::raw) return outcome.raw;
  return display.format->write({.outcome = outcome,
                                .findings = run.findings,
                                .sources = sources_of(run),
                                .settings = display.out,
                                .accepted = run.accepted});
}

void write_out(Environment& environment, std::string_view bytes) {
  base::write_out(environment.out, bytes);
}

void deliver(const Run& run, std::string_view bytes, const Display& display) {
  if (display.output.empty()) return write_out(run.environment, bytes);
  check_not_an_input(run, display.output, "-o");
  run.environment.files.write(display.output, bytes);
}

void write_job_summary(const Run& run, const report::Outcome& outcome, const Display& display) {
  const std::optional<SummaryPage> page = summary_page(run.environment, display.format->name);
  if (!page) return;
  const std::string text = render::job_summary(
      {.outcome = outcome, .findings = run.findings, .sources = sources_of(run), .settings = display.out}, page->room);
  try {
    run.environment.files.append(page->file, text);
  } catch (const base::IoError& error) {  // the check itself is done: its result must not depend on this page
    remark(run.environment, error.what());
  }
}

void deliver_beside(const Run& run, const std::vector<FileBeside>& files, const Display& display) {
  for (const FileBeside& file : files) {
    if (!display.output.empty() &&
        run.environment.files.real_path(file.path) == run.environment.files.real_path(display.output))
      throw UsageError(fmt::format("`{}` is also the file of `-o`", base::visible(file.path)),
                       "give each its own name");
    check_not_an_input(run, file.path, file.option);
  }
  for (const FileBeside& file : files) run.environment.files.write(file.path, file.bytes);
}

void show_findings(const Run& run, const Display& display, const report::Outcome& outcome) {
  if (run.findings.all().empty() && !outcome.checked) return;
  run.environment.err << render::findings_text({.outcome = outcome,
                                                .findings = run.findings,
                                                .sources = sources_of(run),
                                                .settings = display.err})
                      << std::flush;
}

void remark(Environment& environment, std::string_view text, std::string_view help) {
  environment.err << "cpm: " << text << "\n";
  if (!help.empty()) environment.err << "   help: " << help << "\n";
  environment.err << std::flush;
}

void show_usage_error(Environment& environment, const UsageError& error) {
  const std::string code = error.code() == 0 ? "" : fmt::format("error[{}]: ", diag::code_text(error.code()));
  remark(environment, code + error.what(), error.help());
}

std::string shell_word(std::string_view word) {
  constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=,:+@%";
  if (!word.empty() && word.find_first_not_of(kPlain) == std::string_view::npos) return std::string(word);
  if (base::visible(word) != word) return escaped_for_shell(word);
  std::string quoted = "'";
  for (const char character : word) quoted += character == '\'' ? std::string("'\\''") : std::string(1, character);
  return quoted + "'";
}

namespace {

std::size_t lines_before_difference(std::string_view a, std::string_view b) {
  std::size_t line = 1;
  for (std::size_t i = 0; i < a.size() && i < b.size() && a[i] == b[i]; ++i)
    if (a[i] == '\n') ++line;
  return line;
}

}  // namespace

void check_has_output(const Arguments& arguments, const std::string& output) {
  if (arguments.has(kProof) && output.empty())
    throw UsageError("`--check` needs the report to look at", "name the committed report with `-o FILE`");
}

UpToDateAnswer up_to_date(const base::Files& files, const UpToDateCheck& check) {
  constexpr std::size_t kMost = 64 * 1024 * 1024;
  const std::string file = base::ticked(check.file);
  UpToDateAnswer answer{.message = file + " is not there", .help = fmt::format("renew it with `{}`", check.command)};
  if (files.kind(check.file) == base::EntryKind::missing) return answer;
  const base::FileReading reading = files.read(check.file, kMost);
  if (!reading.problem.empty()) {
    answer.message = fmt::format("{} cannot be read: {}", file, reading.problem);
    return answer;
  }
  const std::string there = render::without_made(reading.bytes);
  const std::string wanted = render::without_made(check.bytes);
  if (there == wanted) {
    answer = {.fine = true, .message = file + " is up to date"};
  } else {
    const std::size_t line = lines_before_difference(there, wanted);
    answer.message = fmt::format("{} is stale: line {} is not what the files say now", file, line);
  }
  return answer;
}

}  // namespace cpm::cli
