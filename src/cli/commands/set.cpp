// `cpm set`: one value of one file is changed, and no other byte.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/commands/answers.h"
#include "cli/exit.h"
#include "cli/options.h"
#include "cli/rewriting.h"
#include "cli/setting.h"
#include "report/page.h"

namespace cpm::cli {
namespace {

using edit::Action;

/// What became of it; the keys are the words of the JSON.
enum class SetOutcome { written, shown, unchanged, refused };

std::string_view outcome_key(SetOutcome outcome) {
  constexpr std::string_view kKeys[] = {"written", "shown", "unchanged", "refused"};
  return kKeys[static_cast<std::size_t>(outcome)];
}

std::string_view action_key(Action action) {
  constexpr std::string_view kKeys[] = {"set", "insert", "remove", "move"};
  return kKeys[static_cast<std::size_t>(action)];
}

constexpr const Option* kActions[] = {&kRemove, &kAppend, &kInsertBefore, &kMove};

/// The one that was given, or nullptr.
const Option* action_option(const Arguments& arguments) {
  std::vector<const Option*> given;
  std::ranges::copy_if(kActions, std::back_inserter(given), [&](const Option* each) { return arguments.has(*each); });
  if (given.size() > 1)
    throw UsageError(fmt::format("`{}` and `{}` cannot be done at once", long_name(*given[0]), long_name(*given[1])),
                     "run `cpm set` once for each");
  return given.empty() ? nullptr : given.front();
}

edit::Path place_of(const std::string& word) {
  std::optional<edit::Path> path = edit::parse_path(word);
  if (!path)
    throw UsageError(fmt::format("{} is not the name of a place", base::ticked(word)),
                     "write keys with `.` between them and entries of lists in brackets: `steps[s2].due`");
  return std::move(*path);
}

/// The value belongs to some actions, and is in the way of others.
void check_value(bool given, Action action, const Option* option) {
  const bool wanted = action == Action::set || action == Action::insert;
  if (given == wanted) return;
  if (given) throw UsageError(fmt::format("`{}` takes no value", long_name(*option)), "leave the last word out");
  throw UsageError("`cpm set` needs the value to write",
                   option == nullptr ? "add it, or `--remove` to take out what is there" : "add it as the last word");
}

edit::Change change_of(const Arguments& arguments) {
  const std::vector<std::string>& words = arguments.operands();
  const Option* const option = action_option(arguments);
  edit::Change change{.path = place_of(words[1])};
  if (option == &kRemove) change.action = Action::remove;
  if (option == &kInsertBefore) change.action = Action::insert;
  if (option == &kAppend) change.path.push_back({.text = std::string(edit::kNewEntry), .entry = true});
  if (option == &kMove) {
    change.action = Action::move;
    change.before = *arguments.value(kMove);
  }
  check_value(words.size() > 2, change.action, option);
  if (words.size() > 2) change.value = words[2];
  return change;
}

/// A change on its way into its file.
struct Setup {
  std::string file;
  edit::Change change;
  Setting setting = {};
  SetOutcome outcome = SetOutcome::written;
  std::string diff = {};
};

std::string done_words(const Setup& setup) {
  const std::string place = base::ticked(setup.setting.path);
  switch (setup.change.action) {
    case Action::insert:
      return fmt::format("a new entry before {}", place);
    case Action::remove:
      return fmt::format("{} is gone", place);
    case Action::move:
      return setup.change.before == edit::kNewEntry
                 ? fmt::format("{} comes last", place)
                 : fmt::format("{} comes before {}", place, base::ticked(setup.change.before));
    case Action::set:
      break;
  }
  if (setup.change.path.back().text != edit::kNewEntry) return fmt::format("{} has a new value", place);
  return fmt::format("a new entry at the end of {}",
                     base::ticked(setup.setting.path.substr(0, setup.setting.path.rfind('['))));
}

std::string lead_of(const Setup& setup) {
  switch (setup.outcome) {
    case SetOutcome::written:
      return fmt::format("Written: {}.", done_words(setup));
    case SetOutcome::shown:
      return fmt::format("Not written, only shown: {}.", done_words(setup));
    case SetOutcome::unchanged:
      return fmt::format("Nothing to change: {} is so already.", base::ticked(setup.setting.path));
    case SetOutcome::refused:
      break;
  }
  return fmt::format("{} was not changed: the value has {}.", base::ticked(setup.file),
                     base::counted(setup.setting.findings.all().size(), "error"));
}

report::Document page_of(const Setup& setup) {
  report::Page page("Change of " + setup.file);
  page.lead(lead_of(setup));
  if (!setup.diff.empty()) page.add(report::Verbatim{.caption = "The change", .text = setup.diff});
  return std::move(page).done();
}

report::Result result_of(const Setup& setup) {
  return report::Result::Fields{{"file", setup.file},
                                {"place", setup.setting.path},
                                {"action", action_key(setup.change.action)},
                                {"outcome", outcome_key(setup.outcome)},
                                {"diff", setup.diff.empty() ? report::Result() : report::Result(setup.diff)}};
}

SetOutcome outcome_of(const Setup& setup, const Run& run) {
  if (setup.setting.refused) return SetOutcome::refused;
  if (setup.setting.before == setup.setting.after) return SetOutcome::unchanged;
  return run.arguments.has(kDiff) ? SetOutcome::shown : SetOutcome::written;
}

void write(const Setup& setup, const Run& run) {
  const Rewritten file{.path = setup.file, .before = setup.setting.before, .after = setup.setting.after};
  if (!write_over(file, run.environment.files))
    throw UsageError(fmt::format("{} changed while cpm was at work, so it was left as it is", base::ticked(file.path)),
                     "look at it, and run `cpm set` again", 0, kFindings);
}

Answer run_set(const Run& run) {
  Setup setup{.file = run.arguments.operands()[0], .change = change_of(run.arguments)};
  setup.setting = setting_of(run, setup.file, setup.change);
  setup.outcome = outcome_of(setup, run);
  if (!setup.setting.refused)
    setup.diff = diff_of({.path = setup.file, .before = setup.setting.before, .after = setup.setting.after});
  if (setup.outcome == SetOutcome::written) write(setup, run);
  const bool bare = setup.outcome == SetOutcome::shown && wants_bare_diff(run);
  Answer done = bare ? bare_diff(run, setup.diff) : answer(run, page_of(setup), result_of(setup));
  done.reread = setup.setting.loaded;
  done.left = std::move(setup.setting.findings);
  done.status = done.left.has_error() ? kFindings : kFine;
  return done;
}

constexpr const Option* kSetOptions[] = {&kRemove, &kAppend, &kInsertBefore, &kMove, &kDiff, &kAsOf, &kMaxFileSize};
constexpr Example kSetExamples[] = {
    {"cpm set plans/2025-07.yaml 'steps[s2].due' 2026-11-30", "one date; every other byte stays"},
    {"cpm set snapshots/2026-03-10.yaml ratings.or-vision.score 2", "one score"},
    {"cpm set plans/2025-07.yaml 'steps[s9]' --remove --diff", "what would be taken out"}};

}  // namespace

extern const Command kSetCommand{
    .name = "set",
    .summary = "change one value of a file, and no other byte",
    .group = Group::begin,
    .needs = Needs::nothing,
    .operand =
        {.name = "FILE PLACE [VALUE]",
         .about = "the file; the place in it, such as `ratings.or-vision.score`, `steps[s2].due` or `steps[+]` for "
                  "a new entry; what to write there: a list or a record as YAML",
         .least = 2,
         .most = 3},
    .options = kSetOptions,
    .examples = kSetExamples,
    .run = run_set};

}  // namespace cpm::cli
