#pragma once
// A file as it would be, in memory: its repository is read again with it, the fixes that are certain for what was written are
// applied, and what is wrong with it is told apart from what was wrong before.
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/overlay.h"
#include "cli/written.h"
#include "edit/edit.h"

namespace cpm::cli {

class Trial {
 public:
  Trial(const Run& run, std::string file) : run_(run), file_(std::move(file)), overlay_(run.environment.files) {}

  /// As the file is on the disk. Throws UsageError where it cannot be read.
  std::string bytes() const;
  /// Of these bytes. Throws nothing: a refusal says why.
  std::variant<edit::Edited, edit::Refusal> edited(const std::string& bytes, const edit::Change& change) const;

  /// The repository, with the file as it would be.
  std::shared_ptr<const format::Loaded> read() const;
  void put(const std::string& bytes) { overlay_.put(file_, bytes); }

  /// The fixes that are certain, of what was written and of nothing else: `Completed` becomes `done`.
  void apply_fixes(std::string& bytes, std::shared_ptr<const format::Loaded>& loaded, Written& written);
  /// Errors of shape in what was written.
  std::vector<diag::Diagnostic> wrong_values(const format::Loaded& loaded, const Written& written) const;

 private:
  bool apply_once(std::string& bytes, std::shared_ptr<const format::Loaded>& loaded, Written& written);
  const model::Document* document_in(const format::Loaded& loaded) const;

  const Run& run_;
  std::string file_;
  Overlay overlay_;
};

/// Has the file an error of text or shape, so that nobody can tell what it says?
bool is_misshapen(const format::Loaded& loaded, const model::Document& document);

/// In all files that were read: what is wrong after, and was not before.
diag::Diagnostics new_findings(const format::Loaded& before, const format::Loaded& after);

}  // namespace cpm::cli
