#include "exchange/file.h"

#include "format/content_print.h"

namespace cpm::exchange {

FileTables tables_in(const std::string& bytes, const yaml::Limits& limits, const model::Instrument* instrument) {
  const diag::SourceFile file("", bytes);
  diag::Diagnostics findings;
  const yaml::Tree tree = yaml::read(file, 0, limits, findings);
  FileTables read;
  if (tree.root == nullptr || findings.has_error()) return read;
  read.kind = format::kind_of(*tree.root);
  if (read.kind == nullptr) return read;
  read.grids = grids_of(*read.kind, *tree.root, instrument);
  read.print = format::content_print(*tree.root, *read.kind->record, format::Extent::all);
  read.county = yaml::scalar_at(*tree.root, "county");
  read.date = yaml::scalar_at(*tree.root, "date");
  return read;
}

}  // namespace cpm::exchange
