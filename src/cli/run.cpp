// The driver: one run of cpm, from the words of its command line to an exit status. Every error of the program ends here.
#include <algorithm>
#include <exception>
#include <new>
#include <set>
#include <variant>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/assist.h"
#include "cli/commands.h"
#include "cli/completion.h"
#include "cli/environment.h"
#include "cli/exit.h"
#include "cli/findings.h"
#include "cli/help.h"
#include "cli/inputs.h"
#include "cli/made.h"
#include "cli/options.h"
#include "cli/output.h"
#include "render/svg.h"

namespace cpm::cli {
namespace {

using Words = std::vector<std::string>;

std::string command_line(const Words& words) {
  std::string line = "cpm";
  for (const std::string& word : words) line += " " + shell_word(word);
  return line;
}

/// The command that the first words name, and how many words that takes.
struct Named {
  const Command* command = nullptr;
  std::size_t words = 1;
};

/// `cpm report -o x.md snapshot`: the second word of the command stands behind options.
void check_order(const Words& words) {
  const auto second = [&](const std::string& word) {
    return find_command(fmt::format("{} {}", words[0], word)) != nullptr;
  };
  const auto late = std::find_if(words.begin() + 1, words.end(), second);
  if (late == words.end() || late == words.begin() + 1 || !words[1].starts_with('-')) return;
  Words meant = words;
  meant.erase(meant.begin() + (late - words.begin()));
  meant.insert(meant.begin() + 1, *late);
  throw UsageError(fmt::format("put `{}` directly after `cpm {}`; options come last", *late, words[0]),
                   fmt::format("write `{}`", command_line(meant)));
}

/// `cpm report all`: an option without its dashes.
void check_own_option(const Words& words) {
  const Command* const own = find_command(words[0]);
  if (own == nullptr || words.size() < 2) return;
  for (const Option* option : options_of(*own))
    if (option->value.empty() && long_name(*option) == "--" + words[1])
      throw UsageError(fmt::format("there is no command `{}`; did you mean `{}`?", words[1],
                                   command_line({words[0], "--" + words[1]})),
                       fmt::format("run `cpm help {}`", words[0]));
}

[[noreturn]] void no_such_command(const Words& words) {
  std::vector<std::string> known;
  const bool group = is_group(words[0]);
  for (const Command* const command : commands()) {
    const std::vector<std::string_view> parts = base::split(command->name, ' ');
    if (group && parts.size() > 1 && parts[0] == words[0]) known.emplace_back(parts.back());
    if (!group && std::ranges::find(known, parts[0]) == known.end()) known.emplace_back(parts[0]);
  }
  if (!group) unknown_word("command", words[0], known, "`cpm help` names all commands");
  check_own_option(words);
  if (words.size() < 2 || words[1].starts_with('-'))
    throw UsageError(fmt::format("`cpm {}` needs to know which: {}", words[0], base::joined(known, "or")),
                     fmt::format("run `cpm help {}`", words[0]));
  unknown_word("command", words[1], known, fmt::format("`cpm {}` knows {}", words[0], base::joined(known)));
}

Named named(const Words& words) {
  if (words.size() > 1)
    if (const Command* command = find_command(fmt::format("{} {}", words[0], words[1])))
      return {.command = command, .words = 2};
  // A command that is also the first word of others has an option right behind it: `cpm report --all`.
  const bool other_word = words.size() == 1 || !words[1].starts_with('-');
  const Command* const command = find_command(words[0]);
  const bool group = is_group(words[0]);
  if (group && std::ranges::find(words, long_name(kAll)) == words.end()) check_order(words);
  if (command != nullptr && !(group && other_word)) return {.command = command, .words = 1};
  no_such_command(words);
}

/// Other commands than a check show only what stops them; formats for programs hold everything.
void keep_errors_only(diag::Diagnostics& findings) {
  std::erase_if(findings.all(),
                [](const diag::Diagnostic& finding) { return finding.severity != diag::Severity::error; });
}

void say_despite(const Run& run, report::Outcome& outcome) {
  const std::size_t errors = run.findings.count(diag::Severity::error);
  if (!run.arguments.has(kDespiteErrors) || errors == 0 || !outcome.page) return;
  const std::string text = fmt::format(
      "Made despite {} in the files it rests on: figures and texts on this page may be wrong.",
      base::counted(errors, "error"));
  outcome.page->blocks.insert(outcome.page->blocks.begin(), report::Paragraph{.text = text, .lead = true});
}

/// The answer that holds findings and nothing else, for programs.
report::Outcome empty_outcome(const Command& command) {
  report::Outcome outcome;
  outcome.command = schema_word(command.name);
  return outcome;
}

/// Of a format with pictures, those of a page that becomes a file are written beside it.
Display with_pictures(const Run& run, Answer& answer, Display display) {
  const bool wanted = run.command.has_pictures && !run.arguments.has(kNoPictures);
  if (!wanted || !display.format->has_pictures || display.output.empty() || !answer.outcome.page) return display;
  const std::string_view name = base::name_of(display.output);
  display.out.pictures = name.substr(
      0, name.size() - (base::lower(name).ends_with(display.format->extension) ? display.format->extension.size() : 0));
  if (display.out.pictures.empty()) display.out.pictures = "report";
  for (render::Picture& picture : render::pictures(*answer.outcome.page, display.out.pictures))
    answer.beside.push_back({.path = base::joined_path(base::folder_of(display.output), picture.name),
                             .bytes = std::move(picture.bytes),
                             .option = long_name(kOutput)});
  return display;
}

/// The command line without `--check`: what renews the report.
std::string renewing_command(const Command& command, const Words& words) {
  Words kept;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == long_name(kProof)) continue;
    kept.push_back(words[i]);
    const Option* const option = option_named(options_of(command), words[i]);
    const bool has_value = option != nullptr && !option->value.empty();
    if (has_value && i + 1 < words.size()) kept.push_back(words[++i]);
  }
  return command_line(kept);
}

/// The report first, then its pictures; "up to date" is said when all of them are.
int check_up_to_date(Run& run, const Answer& answer, const std::string& bytes, const std::string& file,
                     const std::string& command) {
  const UpToDateAnswer report = up_to_date(run.environment.files, {.bytes = bytes, .file = file, .command = command});
  UpToDateAnswer wrong = report;
  for (std::size_t i = 0; wrong.fine && i < answer.beside.size(); ++i)
    wrong = up_to_date(run.environment.files,
                       {.bytes = answer.beside[i].bytes, .file = answer.beside[i].path, .command = command});
  if (wrong.fine)
    write_out(run.environment, report.message + "\n");
  else
    remark(run.environment, wrong.message, wrong.help);
  return wrong.fine ? kFine : kFindings;
}

int finish(Run& run, Answer answer, const Display& display, const Words& words) {
  if (answer.reread) {
    run.loaded = answer.reread.get();
    run.findings = std::move(answer.left);
  }
  say_despite(run, answer.outcome);
  if (run.command.has_check && answer.outcome.page) answer.outcome.page->made = made_of(run);
  for (const std::string& text : answer.remarks) remark(run.environment, text);
  const bool beside = !render::holds_findings(*display.format, answer.outcome);
  if (beside) {
    keep_errors_only(run.findings);
    show_findings(run, display);
  }
  if (display.format->only_findings && !display.output.empty()) show_findings(run, display, answer.outcome);
  const std::string bytes = written(run, answer.outcome, with_pictures(run, answer, display));
  if (run.command.has_check && run.arguments.has(kProof))
    return std::max(answer.status,
                    check_up_to_date(run, answer, bytes, display.output, renewing_command(run.command, words)));
  deliver_beside(run, answer.beside, display);
  deliver(run, bytes, display);
  if (display.format->only_findings) write_job_summary(run, answer.outcome, display);
  return answer.status;
}

/// Nothing could be made: findings alone, and no file written.
int finish_empty(Run& run, const Display& display) {
  const report::Outcome outcome = empty_outcome(run.command);
  if (display.output.empty() && render::holds_findings(*display.format, outcome)) {
    deliver(run, written(run, outcome, display), display);
    return kFindings;
  }
  keep_errors_only(run.findings);
  show_findings(run, display);
  if (!display.output.empty())
    remark(run.environment, fmt::format("`{}` was not written", base::visible(display.output)));
  return kFindings;
}

[[noreturn]] void nothing_to_check(const Paths& paths, std::size_t ignored) {
  std::vector<std::string> places;
  for (const std::string& path : paths.paths) places.push_back(base::ticked(path));
  if (ignored > 0)
    throw UsageError(fmt::format("there is nothing to check: `cpm.yaml` ignores {} below {}",
                                 base::counted(ignored, "file"), base::joined(places)),
                     "take them out of `ignore` in `cpm.yaml`, or name them", kNothingToCheck);
  throw UsageError("there is nothing to check: no `.yaml` file below " + base::joined(places),
                   "name the folder of a county's repository, or write a first file with `cpm new`", kNothingToCheck);
}

/// Can each repository be judged and let go of while the next ones are read? Not where the texts are wanted afterwards.
bool judged_in_turn(const Run& run, const Display& display) {
  return run.command.findings_only && !display.format->only_findings && !run.arguments.has(kBaseline);
}

/// A page beside which nothing but errors is shown rests on the errors alone.
diag::Severity least_of_use(const Run& run, const Display& display) {
  const bool about_findings = run.command.needs == Needs::files || display.format->holds_findings;
  return about_findings ? diag::Severity::advice : diag::Severity::error;
}

/// What a copy beside any county refers to is not there: a comparison needs none of it. Figures of a Snapshot rest upon it.
void leave_out_loose_references(const format::Loaded& loaded, diag::Diagnostics& findings) {
  constexpr diag::Code kFirstOfReferences = 300;
  constexpr diag::Code kFirstOfJudgments = 400;
  std::set<diag::FileId> loose;
  for (const model::Document& document : loaded.workspace.documents)
    if (document.asked && !std::holds_alternative<model::Snapshot>(document.content) &&
        loaded.workspace.homes[document.home].repository == nullptr)
      loose.insert(document.file);
  std::erase_if(findings.all(), [&loose](const diag::Diagnostic& finding) {
    return finding.code >= kFirstOfReferences && finding.code < kFirstOfJudgments && loose.contains(finding.span.file);
  });
}

void take_findings(Run& run, format::Loaded& loaded, const std::optional<std::string>& baseline,
                   const Display& display) {
  std::vector<diag::Accepted> accepted = judge(loaded, least_of_use(run, display));
  std::vector<const model::Document*> looked_at = run.command.kind.empty() ? asked_documents(loaded) : run.documents;
  if (baseline) looked_at.push_back(&asked_baseline(*baseline, loaded, run.environment.files));
  run.findings = concerning(looked_at, loaded);
  if (run.command.takes_revisions) leave_out_loose_references(loaded, run.findings);
  run.accepted = accepted_in(looked_at, std::move(accepted));
  if (baseline && run.command.writes == Writes::findings) apply_baseline(*baseline, run);
}

/// What was read for several commands, as this one sees it. The first of them asks for the whole repository.
const format::Loaded& take_shared(Run& run, SharedReading& shared, format::Request request) {
  if (!shared.loaded) {
    request.prints = true;
    shared.loaded = format::load(run.environment.files, request);
    shared.accepted = judge(*shared.loaded);
  }
  return *shared.loaded;
}

/// There every file was asked for; this command asks for those that it names.
void keep_named(std::vector<const model::Document*>& documents, const Paths& paths, const base::Files& files) {
  std::erase_if(documents, [&](const model::Document* document) {
    const std::string real = files.real_path(document->path);
    return std::ranges::none_of(paths.paths, [&](const std::string& path) { return files.real_path(path) == real; });
  });
}

void take_shared_findings(Run& run, const SharedReading& shared) {
  const format::Loaded& loaded = *shared.loaded;
  const std::vector<const model::Document*> looked_at = run.command.kind.empty() ? asked_documents(loaded)
                                                                                 : run.documents;
  run.findings = concerning(looked_at, loaded);
  run.accepted = accepted_in(looked_at, shared.accepted);
}

void load_files(Run& run, std::unique_ptr<format::Loaded>& loaded, const Display& display) {
  const std::size_t limit = max_file_size(run.arguments);
  std::optional<Paths> changed;
  if (run.command.takes_revisions) changed = changed_paths(run.arguments, run.environment, limit);
  const bool versions = run.command.kind == "snapshot" || run.command.takes_versions;
  Paths paths = changed ? std::move(*changed) : paths_of(run.arguments, run.environment, limit, versions);
  if (run.command.takes_revisions && !changed) set_aside_old_file(paths, run.environment.files, limit);
  run.paths = paths.paths;
  format::Request request{.paths = paths.paths,
                          .standard_input = paths.standard_input,
                          .versions = paths.versions,
                          .limits = {},
                          .as_of = run.as_of};
  request.limits.nodes *= std::max<std::size_t>(1, limit / request.limits.bytes);
  request.limits.bytes = limit;
  const std::optional<std::string> baseline = baseline_to_read(run);
  if (baseline) request.paths.push_back(*baseline);
  Progress progress(run.environment, !display.quiet);
  request.progress = [&progress](std::size_t files) { progress.read(files); };
  request.compares = run.command.takes_revisions;
  request.whole_homes = run.command.whole_repository;
  request.prints = run.command.has_check || run.command.writes == Writes::reports || run.arguments.has(kHistory);
  request.kinds = run.command.reads;
  request.unshared = run.command.unshared;
  request.memory = run.environment.memory;
  const bool rests_on_one = run.command.unnamed == Unnamed::newest && !run.command.reads.empty();
  if (rests_on_one) request.newest_of = run.command.kind;
  SharedReading* const shared = run.environment.shared;
  const bool in_turn = shared == nullptr && judged_in_turn(run, display);
  if (in_turn)
    request.each_home = [&run](const format::Loaded& home, diag::Diagnostics& findings) {
      run.accepted_in_turn += judge_home(home, findings);
    };
  if (shared == nullptr) loaded = format::load(run.environment.files, request);
  run.loaded = shared == nullptr ? loaded.get() : &take_shared(run, *shared, request);
  progress.erase();
  if (run.loaded->files == 0) nothing_to_check(paths, run.loaded->ignored);
  Selection selection;
  if (!run.command.kind.empty()) selection = select(run.command, paths, *run.loaded, run.environment.files);
  run.documents = std::move(selection.documents);
  if (shared != nullptr) {
    keep_named(run.documents, paths, run.environment.files);
    take_shared_findings(run, *shared);
  } else if (in_turn) {
    sort_findings(loaded->sources, loaded->findings);
    run.findings = std::move(loaded->findings);
  } else {
    take_findings(run, *loaded, baseline, display);
  }
  if (!selection.note.empty() && !display.quiet) remark(run.environment, selection.note);
}

/// With the files that have no errors, or with none.
int finish_clean(Run& run, const Display& display, const Words& words) {
  const std::size_t wanted = run.documents.size();
  set_broken_aside(run);
  if (!has_enough(run, wanted)) return finish_empty(run, display);
  Answer answer = run.command.run(run);
  if (run.documents.size() < wanted) answer.status = kFindings;
  return finish(run, std::move(answer), display, words);
}

int run_command(const Command& command, const Words& words, const Arguments& arguments, Environment& environment) {
  Run run{.command = command, .arguments = arguments, .environment = environment};
  Display shown = display(arguments, environment, command.writes);
  // `cpm report --all --format html`: the reports are HTML files; what became of them is told in words.
  if (command.writes == Writes::reports && shown.format->name == "html") shown.format = &render::formats().front();
  if (command.has_check) check_has_output(arguments, shown.output);
  run.as_of = as_of(arguments, environment);
  if (command.needs == Needs::nothing) return finish(run, command.run(run), shown, words);
  std::unique_ptr<format::Loaded> loaded;
  load_files(run, loaded, shown);
  const int status = command.needs == Needs::clean_files ? finish_clean(run, shown, words)
                                                         : finish(run, command.run(run), shown, words);
  if (environment.take_over) environment.take_over(std::move(loaded));
  return status;
}

int run_words(const Words& words, Environment& environment) {
  if (!words.empty() && words[0] == kCompletionVerb) {
    const Words typed(words.begin() + 1, words.end());
    write_out(environment, completion_lines(completions(typed, environment)));
    return kFine;
  }
  if (!words.empty() && words[0] == kAssistVerb) {
    write_out(environment, assist_answer({words.begin() + 1, words.end()}, environment));
    return kFine;
  }
  if (const std::optional<Greeting> text = greeting(words, environment)) {
    write_out(environment, text->text);
    return text->status;
  }
  const Named found = named(words);
  const std::vector<std::string> rest(words.begin() + static_cast<std::ptrdiff_t>(found.words), words.end());
  try {
    const Arguments arguments = read_arguments(found.command->name, found.command->operand, options_of(*found.command),
                                               rest);
    return run_command(*found.command, words, arguments, environment);
  } catch (const HelpWanted&) {
    write_out(environment, command_help(*found.command, environment.out_is_terminal ? environment.width : 0));
    return kFine;
  }
}

}  // namespace

int run(const Words& words, Environment& environment) {
  try {
    return run_words(words, environment);
  } catch (const UsageError& error) {
    show_usage_error(environment, error);
    return error.status();
  } catch (const base::IoError& error) {
    remark(environment, error.what());
    return kEnvironment;
  } catch (const std::bad_alloc&) {
    remark(environment, "there is not enough memory; close other programs, or name fewer files at a time");
    return kEnvironment;
  } catch (const std::exception& error) {
    remark(environment, fmt::format("internal error: {}", error.what()));
    remark(environment, "this is a mistake in cpm, not in your files; please report it with the command you ran");
    return kInternal;
  }
}

}  // namespace cpm::cli
