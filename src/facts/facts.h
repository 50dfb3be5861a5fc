#pragma once
// All facts of counties as rows of tables, county by county: nothing of a county is kept once its rows are written.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "base/date.h"
#include "diag/diagnostic.h"
#include "diag/source_file.h"
#include "facts/table.h"
#include "model/workspace.h"

namespace cpm::facts {

/// The files of one repository that were read, linked and judged, and their findings.
struct Judged {
  const model::Workspace& workspace;
  const diag::SourceMap& sources;
  const diag::Diagnostics& findings;
};

class Rows;

class Facts {
 public:
  /// `texts`: also what counties wrote freely.
  Facts(Sink& sink, base::Date as_of, bool texts);
  ~Facts();
  Facts(const Facts&) = delete;
  Facts& operator=(const Facts&) = delete;

  /// The rows of one repository: of the files that were asked for and have no errors.
  void add(const Judged& judged);
  /// Files that were asked for and left out because of errors.
  std::size_t left_out() const { return left_out_; }

 private:
  void add_documents(const Judged& judged);
  void add_document(const Judged& judged, const model::Document& document);
  void add_content(const Judged& judged, const struct Source& source);
  void add_findings(const Judged& judged);
  std::string instrument_key(const Judged& judged, const model::Document& snapshot);

  std::unique_ptr<Rows> rows_;
  std::set<std::string> instruments_;  ///< that have their rows
  std::int64_t findings_ = 0;
  std::size_t left_out_ = 0;
};

}  // namespace cpm::facts
