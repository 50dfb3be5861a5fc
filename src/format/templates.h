#pragma once
// New files to fill in, made from the field tables: commented, valid, and silent under `cpm check`.
#include <string>

#include "format/kinds.h"
#include "model/workspace.h"

namespace cpm::format {

struct TemplateOptions {
  std::string county = "example";
  base::Date date{};
  const model::Instrument* instrument = nullptr;  ///< snapshots: every item with its prompt and anchors as comments
};

std::string new_file(const Kind& kind, const TemplateOptions& options);

}  // namespace cpm::format
