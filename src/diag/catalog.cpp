#include "diag/catalog.h"

#include <vector>

#include "diag/catalog_tables.h"

namespace cpm::diag {
namespace {

std::vector<CodeInfo> all_codes() {
  std::vector<CodeInfo> rows;
  for (const std::span<const CodeInfo> part :
       {text_codes(), shape_codes(), references_codes(), snapshot_codes(), plan_codes(), other_codes(), list_codes(),
        privacy_codes(), environment_codes()})
    rows.insert(rows.end(), part.begin(), part.end());
  return rows;
}

}  // namespace

std::span<const CodeInfo> catalog() {
  static const std::vector<CodeInfo> rows = all_codes();
  return rows;
}

}  // namespace cpm::diag
