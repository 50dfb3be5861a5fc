#include "cli/practice_folder.h"

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/exit.h"
#include "cli/findings.h"
#include "cli/inputs.h"
#include "diag/record_path.h"
#include "format/load.h"

namespace cpm::cli {
namespace {

using FileNames = std::map<diag::FileId, std::string>;
using format::PracticeLevel;

std::optional<format::TextTree> read_now(const base::Files& files, const std::string& path) {
  if (files.kind(path) != base::EntryKind::file) return std::nullopt;
  return format::read_tree(files.read(path, yaml::Limits{}.bytes).bytes);
}

/// The file of a finding as the county's folder names it.
FileNames names_by_file(const format::Loaded& loaded) {
  FileNames names;
  for (const model::Document& document : loaded.workspace.documents) names.emplace(document.file, document.inside);
  return names;
}

void add_finding(const diag::Diagnostic& finding, const format::Loaded& loaded, const FileNames& names,
                 diag::FindingRecords& records, format::PracticeNow& now) {
  const auto name = names.find(finding.span.file);
  const diag::SourceFile& file = loaded.sources.file(finding.span.file);
  now.findings.push_back({.file = name == names.end() ? file.path() : name->second,
                          .record = records.of(finding),
                          .item = finding.item,
                          .code = finding.code,
                          .message = finding.message,
                          .line = file.position(finding.span.begin).line});
}

}  // namespace

format::Practice practice_in(const base::Files& files, const std::string& folder) {
  if (files.kind(folder) == base::EntryKind::missing) missing_path(files, folder);
  const std::optional<format::TextTree> settings = read_now(files, base::joined_path(folder, "cpm.yaml"));
  const std::string number = settings ? format::text_at(*settings, "x-practice/seed") : std::string();
  const PracticeLevel* const level = settings ? format::find_level(format::text_at(*settings, "x-practice/level"))
                                              : nullptr;
  const bool is_number = !number.empty() && number.size() <= 9 &&
                         number.find_first_not_of("0123456789") == std::string::npos;
  if (!is_number || level == nullptr)
    throw UsageError(
        fmt::format("{} is no practice county: its `cpm.yaml` does not say how it was made", base::ticked(folder)),
        "name a folder that `cpm practice --seed N DIR` has written, with its `cpm.yaml` unchanged");
  return format::practice(std::stoull(number), *level);
}

format::PracticeNow practice_now(const base::Files& files, const std::string& folder, base::Date as_of) {
  format::PracticeNow now{
      .snapshot = read_now(files, base::joined_path(folder, std::string(format::kPracticeSnapshot))),
      .plan = read_now(files, base::joined_path(folder, std::string(format::kPracticePlan)))};
  const auto loaded = format::load(files, {.paths = {folder}, .standard_input = {}, .limits = {}, .as_of = as_of});
  // A finding that somebody has suppressed is a mistake that is still there.
  const std::vector<diag::Accepted> accepted = judge(*loaded);
  const FileNames names = names_by_file(*loaded);
  diag::FindingRecords records(loaded->sources);
  for (const diag::Diagnostic& finding : loaded->findings.all()) add_finding(finding, *loaded, names, records, now);
  for (const diag::Accepted& known : accepted) add_finding(known.finding, *loaded, names, records, now);
  for (const model::Document& document : loaded->workspace.documents)
    if (!document.usable) now.broken.push_back(document.inside);
  return now;
}

}  // namespace cpm::cli
