#include "cli/setting.h"

#include <utility>
#include <variant>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/exit.h"
#include "cli/trial.h"

namespace cpm::cli {

Setting setting_of(const Run& run, const std::string& file, const edit::Change& change) {
  Trial trial(run, file);
  Setting setting{.before = trial.bytes()};
  auto edited = trial.edited(setting.before, change);
  if (const auto* const refusal = std::get_if<edit::Refusal>(&edited))
    throw UsageError(fmt::format("{}: {}", base::visible(file), refusal->reason), refusal->help, 0,
                     refusal->in_file ? kFindings : kUsage);
  auto& [edits, bytes, path] = std::get<edit::Edited>(edited);
  setting.path = path;
  setting.after = bytes;
  const auto before = trial.read();
  setting.loaded = before;
  if (edits.empty()) return setting;
  trial.put(setting.after);
  setting.loaded = trial.read();
  Written written;
  written.add(edits);
  trial.apply_fixes(setting.after, setting.loaded, written);
  setting.findings.all() = trial.wrong_values(*setting.loaded, written);
  setting.refused = !setting.findings.all().empty();
  if (!setting.refused) setting.findings = new_findings(*before, *setting.loaded);
  return setting;
}

}  // namespace cpm::cli
