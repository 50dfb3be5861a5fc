#include "cli/fixing.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "cli/findings.h"
#include "cli/options.h"
#include "cli/overlay.h"
#include "diag/edits.h"
#include "format/fix_trial.h"

namespace cpm::cli {
namespace {

using diag::Diagnostic;
using diag::FileId;
using format::Loaded;
using model::Document;

constexpr int kMostRounds = 40;

format::Health health_of(const std::string& path, const Loaded& loaded) {
  const Document* const document = format::find_document(loaded.workspace, path);
  if (document == nullptr || document->file < 0) return {};
  return format::health_of(loaded.sources.file(document->file), document->file, loaded.findings);
}

bool is_worse(const format::Health& before, const format::Health& after, const std::vector<AppliedFix>& fixes) {
  std::vector<std::size_t> lines;
  for (const AppliedFix& fix : fixes) lines.push_back(fix.line);
  return format::is_worse(before, after, lines);
}

class Fixer {
 public:
  Fixer(const Run& run, bool unsafe) : run_(run), unsafe_(unsafe), overlay_(run.environment.files) {}

  Fixing result() {
    loaded_ = read();
    for (int round = 0; round < kMostRounds && apply_round(); ++round) {}
    Fixing fixing;
    for (auto& [path, file] : files_)
      if (file.before != file.after) fixing.files.push_back(std::move(file));
    fixing.loaded = std::move(loaded_);
    return fixing;
  }

 private:
  /// One file in one round.
  struct Attempt {
    std::string path;
    std::string before;
    std::vector<AppliedFix> fixes;
    std::vector<std::tuple<std::string, diag::Code, std::size_t, std::string>> names;
  };

  std::shared_ptr<const Loaded> read() const {
    format::Request request{.paths = run_.paths, .as_of = run_.as_of};
    request.limits.bytes = max_file_size(run_.arguments);
    request.memory = run_.environment.memory;
    std::unique_ptr<Loaded> loaded = format::load(overlay_, request);
    judge(*loaded);
    return loaded;
  }

  /// False when there was nothing to do.
  bool apply_round() {
    std::vector<Attempt> attempts;
    for (const Document* document : asked_documents(*loaded_))
      if (document->file >= 0 && !document->past && !document->path.starts_with('<')) attempt(*document, attempts);
    if (attempts.empty()) return false;
    const std::shared_ptr<const Loaded> after = read();
    bool taken_back = false;
    for (Attempt& each : attempts) taken_back = !settle(each, *after) || taken_back;
    loaded_ = taken_back ? read() : after;
    return true;
  }

  bool is_wanted(const Diagnostic& finding, const Document& document) const {
    if (finding.span.file != document.file || !finding.fix || finding.fix->edits.empty()) return false;
    const bool allowed = finding.fix->safety == diag::Safety::safe ||
                         (unsafe_ && finding.fix->safety == diag::Safety::unsafe);
    return allowed && !refused_.contains(name_of(finding, document));
  }

  static std::tuple<std::string, diag::Code, std::size_t, std::string> name_of(const Diagnostic& finding,
                                                                               const Document& document) {
    return {document.path, finding.code, finding.fix->edits.front().span.begin, finding.fix->title};
  }

  void attempt(const Document& document, std::vector<Attempt>& attempts) {
    std::vector<const diag::Fix*> wanted;
    for (const Diagnostic& finding : loaded_->findings.all())
      if (is_wanted(finding, document)) wanted.push_back(&*finding.fix);
    const diag::SourceFile& file = loaded_->sources.file(document.file);
    std::vector<const diag::Fix*> chosen = diag::compatible_fixes(wanted, document.file, file.bytes().size());
    if (chosen.empty()) return;
    if (careful_.contains(document.path)) chosen.resize(1);
    Attempt made{.path = document.path, .before = file.bytes(), .fixes = {}, .names = {}};
    for (const Diagnostic& finding : loaded_->findings.all()) {
      if (!finding.fix || std::ranges::find(chosen, &*finding.fix) == chosen.end()) continue;
      made.fixes.push_back({.line = file.position(finding.fix->edits.front().span.begin).line,
                            .code = finding.code,
                            .title = finding.fix->title});
      made.names.push_back(name_of(finding, document));
    }
    overlay_.put(document.path, diag::with_fixes(file.bytes(), chosen));
    attempts.push_back(std::move(made));
  }

  /// Keeps the attempt, or takes it back when the file is worse off, and tries its fixes one by one.
  bool settle(Attempt& attempt, const Loaded& after) {
    const Document* const document = format::find_document(after.workspace, attempt.path);
    const bool worse = document == nullptr || document->file < 0 ||
                       is_worse(health_of(attempt.path, *loaded_), health_of(attempt.path, after), attempt.fixes);
    if (worse) {
      overlay_.put(attempt.path, attempt.before);
      if (attempt.names.size() == 1) refused_.insert(attempt.names.front());
      careful_.insert(attempt.path);
      return false;
    }
    FixedFile& file = files_
                          .try_emplace(attempt.path,
                                       FixedFile{.path = attempt.path, .before = attempt.before, .after = {}})
                          .first->second;
    file.after = after.sources.file(document->file).bytes();
    for (AppliedFix& fix : attempt.fixes) file.fixes.push_back(std::move(fix));
    return true;
  }

  const Run& run_;
  bool unsafe_;
  Overlay overlay_;
  std::shared_ptr<const Loaded> loaded_;
  std::map<std::string, FixedFile> files_;
  std::set<std::tuple<std::string, diag::Code, std::size_t, std::string>> refused_;
  std::set<std::string> careful_;  ///< files whose fixes are tried one by one
};

}  // namespace

Fixing fixed(const Run& run, bool unsafe) {
  return Fixer(run, unsafe).result();
}

}  // namespace cpm::cli
