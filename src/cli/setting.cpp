#include "cli/setting.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/exit.h"
#include "cli/findings.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/overlay.h"
#include "diag/edits.h"

namespace cpm::cli {
namespace {

using diag::Diagnostic;
using format::Loaded;

constexpr diag::Code kFirstOfReferences = 300;
constexpr int kMostRounds = 3;

yaml::Limits limits_of(const Run& run) {
  yaml::Limits limits;
  limits.nodes *= std::max<std::size_t>(1, max_file_size(run.arguments) / limits.bytes);
  limits.bytes = max_file_size(run.arguments);
  return limits;
}

std::string bytes_of(const Run& run, const std::string& file) {
  const base::Files& files = run.environment.files;
  if (file == "-") throw UsageError("standard input cannot be changed in place", "write it to a file, and name that");
  if (files.kind(file) == base::EntryKind::missing) missing_path(files, file);
  if (files.kind(file) == base::EntryKind::folder)
    throw UsageError(fmt::format("{} is a folder; a value is in one file", base::ticked(file)),
                     "name the file, such as `plans/2026-07.yaml`");
  base::FileReading reading = files.read(file, max_file_size(run.arguments));
  if (!reading.problem.empty())
    throw UsageError(fmt::format("{} cannot be read: {}", base::ticked(file), reading.problem), {}, 0, kFindings);
  return std::move(reading.bytes);
}

/// Where the new bytes of a file stand; what was taken out leaves nothing that stands anywhere.
class Written {
 public:
  explicit Written(std::vector<diag::Edit> edits) {
    std::ranges::stable_sort(edits, {}, [](const diag::Edit& edit) { return edit.span.begin; });
    std::size_t behind = 0;  // the last edit, before and now
    std::size_t now = 0;
    for (const diag::Edit& edit : edits) {
      now += edit.span.begin - behind;
      stretches_.push_back({.begin = now, .end = now + edit.replacement.size()});
      now += edit.replacement.size();
      behind = edit.span.end;
    }
  }

  bool meets(const diag::Span& span) const {
    return std::ranges::any_of(stretches_,
                               [&](const Stretch& each) { return span.begin < each.end && each.begin < span.end; });
  }
  bool holds(const diag::Span& span) const {
    return std::ranges::any_of(stretches_,
                               [&](const Stretch& each) { return each.begin <= span.begin && span.end <= each.end; });
  }

  /// As they stand with this edit of one of them.
  void follow(const diag::Edit& edit) {
    const std::size_t gone = edit.span.end - edit.span.begin;
    for (Stretch& each : stretches_) {
      if (each.begin >= edit.span.end && each.begin > edit.span.begin)
        each.begin = each.begin - gone + edit.replacement.size();
      if (each.end >= edit.span.end) each.end = each.end - gone + edit.replacement.size();
    }
  }

 private:
  struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  std::vector<Stretch> stretches_;
};

class Setter {
 public:
  Setter(const Run& run, const std::string& file) : run_(run), file_(file), overlay_(run.environment.files) {}

  Setting result(const edit::Change& change) {
    Setting setting{.before = bytes_of(run_, file_)};
    const edit::Edited edited = edit_of(setting.before, change);
    setting.path = edited.path;
    setting.after = edited.bytes;
    const auto before = read();
    setting.loaded = before;
    if (edited.edits.empty()) return setting;
    overlay_.put(file_, setting.after);
    setting.loaded = read();
    Written written(edited.edits);
    for (int round = 0; round < kMostRounds && apply_fixes(setting, written); ++round) {}
    setting.findings = wrong_values(setting, written);
    setting.refused = !setting.findings.all().empty();
    if (!setting.refused) setting.findings = new_findings(*before, *setting.loaded);
    return setting;
  }

 private:
  edit::Edited edit_of(const std::string& bytes, const edit::Change& change) const {
    const yaml::Limits limits = limits_of(run_);
    const diag::SourceFile source(file_, bytes);
    auto edited = edit::edited({.file = source, .id = 0, .limits = limits}, change);
    if (const auto* const refusal = std::get_if<edit::Refusal>(&edited))
      throw UsageError(fmt::format("{}: {}", base::visible(file_), refusal->reason), refusal->help, 0,
                       refusal->in_file ? kFindings : kUsage);
    return std::get<edit::Edited>(std::move(edited));
  }

  std::shared_ptr<const Loaded> read() const {
    format::Request request{.paths = {file_}, .limits = limits_of(run_), .as_of = run_.as_of};
    request.memory = run_.environment.memory;
    std::unique_ptr<Loaded> loaded = format::load(overlay_, request);
    judge(*loaded);
    return loaded;
  }

  const model::Document* document_in(const Loaded& loaded) const {
    return format::find_document(loaded.workspace, file_);
  }

  /// The fixes that are certain, of what was written and of nothing else: `Completed` becomes `done`.
  bool apply_fixes(Setting& setting, Written& written) {
    const model::Document* const document = document_in(*setting.loaded);
    if (document == nullptr) return false;
    std::vector<const diag::Fix*> wanted;
    for (const Diagnostic& finding : setting.loaded->findings.all()) {
      if (finding.span.file != document->file || !diag::has_safe_fix(finding) || !written.meets(finding.span)) continue;
      const auto is_inside = [&](const diag::Edit& edit) { return written.holds(edit.span); };
      if (std::ranges::all_of(finding.fix->edits, is_inside)) wanted.push_back(&*finding.fix);
    }
    const auto chosen = diag::compatible_fixes(wanted, document->file, setting.after.size());
    if (chosen.empty()) return false;
    setting.after = diag::with_fixes(setting.after, chosen);
    std::vector<diag::Edit> edits;
    for (const diag::Fix* const fix : chosen) edits.insert(edits.end(), fix->edits.begin(), fix->edits.end());
    std::ranges::stable_sort(edits, {}, [](const diag::Edit& edit) { return edit.span.begin; });
    std::for_each(edits.rbegin(), edits.rend(), [&written](const diag::Edit& edit) { written.follow(edit); });
    overlay_.put(file_, setting.after);
    setting.loaded = read();
    return true;
  }

  diag::Diagnostics wrong_values(const Setting& setting, const Written& written) const {
    diag::Diagnostics wrong;
    const model::Document* const document = document_in(*setting.loaded);
    for (const Diagnostic& finding : setting.loaded->findings.all()) {
      const bool of_shape = finding.severity == diag::Severity::error && finding.code < kFirstOfReferences;
      if (of_shape && document != nullptr && finding.span.file == document->file && written.meets(finding.span))
        wrong.all().push_back(finding);
    }
    return wrong;
  }

  /// In all files that were read.
  static diag::Diagnostics new_findings(const Loaded& before, const Loaded& after) {
    std::map<std::tuple<std::string, diag::Code, std::string>, std::size_t> known;
    const auto name = [](const Diagnostic& finding, const Loaded& loaded) {
      const std::string path = finding.span.known() ? loaded.sources.file(finding.span.file).path() : std::string();
      return std::tuple(path, finding.code, finding.message);
    };
    for (const Diagnostic& finding : before.findings.all()) ++known[name(finding, before)];
    diag::Diagnostics fresh;
    for (const Diagnostic& finding : after.findings.all()) {
      std::size_t& count = known[name(finding, after)];
      if (count > 0)
        --count;
      else
        fresh.all().push_back(finding);
    }
    return fresh;
  }

  const Run& run_;
  const std::string& file_;
  Overlay overlay_;
};

}  // namespace

Setting setting_of(const Run& run, const std::string& file, const edit::Change& change) {
  return Setter(run, file).result(change);
}

}  // namespace cpm::cli
