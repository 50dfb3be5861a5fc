#pragma once
// What templates write where the example of a field table is not enough: values that fit together, so that the new file is
// silent under `cpm check`. Data, one table a kind. Nothing here says what a file looks like.
#include <string>
#include <vector>

#include "format/kinds.h"
#include "format/templates.h"

namespace cpm::format {

/// `priorities[1].title`: `text`. A key that is named here is written even when it is optional.
struct TemplateValue {
  std::string path;
  std::string text;
};

struct TemplateValues {
  std::vector<TemplateValue> values;
  /// Keys that cannot be written before somebody decides, with the words that stand in their place.
  std::vector<TemplateValue> left_out;
  /// Words that follow the explanation of a key.
  std::vector<TemplateValue> notes = {};
};

TemplateValues template_values(const Kind& kind, const TemplateOptions& options);

}  // namespace cpm::format
