// `cpm practice`: fictional counties with planted mistakes, for courses, and their grading.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/commands/answers.h"
#include "cli/commands/practice_pages.h"
#include "cli/exit.h"
#include "cli/new_files.h"
#include "cli/options.h"
#include "cli/practice_folder.h"
#include "format/practice_grade.h"

namespace cpm::cli {
namespace {

using format::PracticeLevel;

const PracticeLevel& asked_level(const Run& run) {
  const std::string word = run.arguments.value(kLevel).value_or("medium");
  const PracticeLevel* const level = format::find_level(word);
  if (level != nullptr) return *level;
  std::vector<std::string> known;
  for (const PracticeLevel& row : format::practice_levels()) known.emplace_back(row.word);
  unknown_word("level", word, known);
}

Answer make(const Run& run, std::uint64_t seed) {
  const std::vector<std::string>& operands = run.arguments.operands();
  if (operands.size() != 1 || operands.front().empty())
    throw UsageError("`cpm practice` makes one county in one folder",
                     "name it, as in `cpm practice --seed 7 course/7`");
  const std::string folder = base::joined_path("", operands.front());
  const format::Practice practice = format::practice(seed, asked_level(run));
  write_new_files(run, folder, format::practice_files(practice.county, seed, practice.level->word),
                  "cpm practice --seed 7 course/7");
  return answer(run, made_page(practice, folder), made_result(practice, folder));
}

Answer answers(const Run& run, std::optional<std::uint64_t> number) {
  const std::vector<std::string>& operands = run.arguments.operands();
  if (operands.size() + (number ? 1 : 0) != 1)
    throw UsageError("`cpm practice --answers` lists the mistakes of one county",
                     "name its number, as in `--answers --seed 7`, or its folder");
  const format::Practice practice = number ? format::practice(*number, asked_level(run))
                                           : practice_in(run.environment.files, operands.front());
  return answer(run, answers_page(practice), answers_result(practice));
}

Answer grade_folders(const Run& run) {
  if (run.arguments.has(kSeed) || run.arguments.has(kLevel) || run.arguments.has(kAnswers))
    throw UsageError("`cpm practice --grade` takes folders and no other option about the county",
                     "each folder's `cpm.yaml` says how it was made");
  if (run.arguments.operands().empty())
    throw UsageError("`cpm practice --grade` needs a folder", "name it, as in `cpm practice --grade course/7`");
  std::vector<GradedFolder> folders;
  for (const std::string& operand : run.arguments.operands()) {
    GradedFolder folder{.folder = operand, .practice = practice_in(run.environment.files, operand), .grade = {}};
    folder.grade = format::grade(folder.practice, practice_now(run.environment.files, operand, run.as_of));
    folders.push_back(std::move(folder));
  }
  return answer(run, grade_page(folders), grade_result(folders));
}

Answer run_practice(const Run& run) {
  if (run.arguments.has(kGrade)) return grade_folders(run);
  const std::optional<std::uint64_t> number = seed(run.arguments);
  if (run.arguments.has(kAnswers)) return answers(run, number);
  if (!number)
    throw UsageError("`cpm practice` needs the number of a county",
                     "give one to each participant, as in `cpm practice --seed 7 course/7`");
  return make(run, *number);
}

constexpr const Option* kPracticeOptions[] = {&kSeed, &kLevel, &kAnswers, &kGrade, &kAsOf};
constexpr Example kPracticeExamples[] = {
    {"cpm practice --seed 7 course/7", "a county for participant 7"},
    {"cpm practice --answers course/7", "its mistakes, for the trainer"},
    {"cpm practice --grade course/7 course/8", "what became of the mistakes in two folders"}};

}  // namespace

extern const Command kPracticeCommand{
    .name = "practice",
    .summary = "make a fictional county with mistakes for a course, and grade it",
    .group = Group::begin,
    .operand = {.name = "DIR", .about = "the folder of the county; with `--grade` any number", .most = Operand::kAny},
    .options = kPracticeOptions,
    .examples = kPracticeExamples,
    .run = run_practice};

}  // namespace cpm::cli
