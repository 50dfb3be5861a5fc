#include "cli/commands.h"

#include <algorithm>

#include "cli/options.h"

namespace cpm::cli {

// Each row stands at the end of its command's file.
extern const Command kInitCommand, kNewCommand, kWorkbookCommand, kPracticeCommand, kSetCommand, kImportCommand,
    kCheckCommand, kFixCommand, kBaselineCommand, kScoreCommand, kRankCommand, kCompareCommand, kDiffCommand,
    kPlanCheckCommand, kPlanStatusCommand, kPlanCalendarCommand, kSupportCommand, kTraceCommand, kApproveCommand,
    kReportAllCommand, kReportSnapshotCommand, kReportComparisonCommand, kReportPlanCommand, kReportStatusCommand,
    kReportSupportCommand, kReportTheoryCommand, kReportLogicModelCommand, kReportRoadmapCommand,
    kReportFidelityCommand, kReportHandoverCommand, kReportSipCommand, kReportCountyCommand, kVerifyCommand,
    kRegionCommand, kExportCommand, kLspCommand, kExplainCommand, kListCommand, kSchemaCommand, kCompletionsCommand,
    kHelpCommand;

namespace {

/// In the order of a user's work.
constexpr const Command* kCommands[] = {&kInitCommand,
                                        &kNewCommand,
                                        &kWorkbookCommand,
                                        &kPracticeCommand,
                                        &kSetCommand,
                                        &kImportCommand,
                                        &kCheckCommand,
                                        &kFixCommand,
                                        &kBaselineCommand,
                                        &kLspCommand,
                                        &kScoreCommand,
                                        &kRankCommand,
                                        &kCompareCommand,
                                        &kDiffCommand,
                                        &kPlanCheckCommand,
                                        &kPlanStatusCommand,
                                        &kPlanCalendarCommand,
                                        &kSupportCommand,
                                        &kTraceCommand,
                                        &kApproveCommand,
                                        &kReportAllCommand,
                                        &kReportSnapshotCommand,
                                        &kReportComparisonCommand,
                                        &kReportPlanCommand,
                                        &kReportStatusCommand,
                                        &kReportSupportCommand,
                                        &kReportTheoryCommand,
                                        &kReportLogicModelCommand,
                                        &kReportRoadmapCommand,
                                        &kReportFidelityCommand,
                                        &kReportHandoverCommand,
                                        &kReportSipCommand,
                                        &kReportCountyCommand,
                                        &kVerifyCommand,
                                        &kRegionCommand,
                                        &kExportCommand,
                                        &kExplainCommand,
                                        &kListCommand,
                                        &kSchemaCommand,
                                        &kCompletionsCommand,
                                        &kHelpCommand};

constexpr GroupTitle kGroups[] = {{Group::begin, "begin"},
                                  {Group::check, "check"},
                                  {Group::snapshot, "look at Snapshots"},
                                  {Group::plan, "plan and follow up"},
                                  {Group::reports, "report"},
                                  {Group::look_up, "look things up"}};

}  // namespace

std::span<const Command* const> commands() {
  return kCommands;
}

std::span<const GroupTitle> groups() {
  return kGroups;
}

std::vector<const Option*> options_of(const Command& command) {
  std::vector<const Option*> options(command.options.begin(), command.options.end());
  const auto add = [&](bool wanted, const Option& option) {
    if (wanted) options.push_back(&option);
  };
  const bool reads = command.needs != Needs::nothing;
  add(command.has_check, kProof);
  add(command.shows_people, kNoContacts);
  add(command.has_pictures, kNoPictures);
  add(command.needs == Needs::clean_files, kDespiteErrors);
  add(command.writes != Writes::raw && command.writes != Writes::own, kFormat);
  add(!command.names_its_files, kOutput);
  add(reads, kAsOf);
  add(reads, kMaxFileSize);
  add(reads || command.writes != Writes::raw, kColor);
  add(reads, kQuiet);
  return options;
}

const Command* find_command(std::string_view name) {
  const auto found = std::ranges::find(kCommands, name, &Command::name);
  return found == std::end(kCommands) ? nullptr : *found;
}

std::string schema_word(std::string_view name) {
  std::string word{name};
  std::ranges::replace(word, ' ', '-');
  return word;
}

}  // namespace cpm::cli
