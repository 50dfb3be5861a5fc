#include "cli/output.h"

#include <cerrno>
#include <cstring>
#include <ostream>

#include "base/text.h"
#include "cli/host.h"
#include "diag/catalogue.h"
#include "render/job_summary.h"

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
      throw UsageError("`" + base::visible(output) + "` is one of the files that were read",
                       "give `" + std::string(option) + "` another name");
}

}  // namespace

std::string written(const Run& run, const report::Outcome& outcome, const Display& display) {
  if (!outcome.raw.empty()) return outcome.raw;
  return display.format->write({.outcome = outcome,
                                .findings = run.findings,
                                .sources = sources_of(run),
                                .settings = display.out,
                                .accepted = run.accepted});
}

void write_out(Environment& environment, std::string_view bytes) {
  std::ostream& out = environment.out;
  errno = 0;
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.flush();
  if (out.good() || errno == EPIPE) return;
  const std::string why = errno == ENOSPC ? "no space left on the disk" : base::lower(std::strerror(errno));
  throw base::IoError("cannot write to standard output: " + why);
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
      throw UsageError("`" + base::visible(file.path) + "` is also the file of `-o`", "give each its own name");
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

void remark(Environment& environment, std::string_view text) {
  environment.err << "cpm: " << text << "\n" << std::flush;
}

void show_usage_error(Environment& environment, const UsageError& error) {
  const std::string code = error.code() == 0 ? "" : "error[" + diag::code_text(error.code()) + "]: ";
  remark(environment, code + error.what());
  if (!error.help().empty()) environment.err << "   help: " << error.help() << "\n" << std::flush;
}

std::string shell_word(std::string_view word) {
  constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=,:+@%";
  if (!word.empty() && word.find_first_not_of(kPlain) == std::string_view::npos) return std::string(word);
  std::string quoted = "'";
  for (const char sign : word) quoted += sign == '\'' ? std::string("'\\''") : std::string(1, sign);
  return quoted + "'";
}

}  // namespace cpm::cli
