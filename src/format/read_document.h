#pragma once
// One file from bytes to model: text, kind, fields. References come later, in link.
#include "diag/diagnostic.h"
#include "diag/source_file.h"
#include "model/workspace.h"
#include "yaml/reader.h"

namespace cpm::format {

/// Leaves `content` empty when the file cannot be read as any kind; findings say why.
void read_document(const diag::SourceFile& file, diag::FileId id, const yaml::Limits& limits,
                   const model::BuiltIn* built_in, model::Content& content, diag::Diagnostics& findings);

/// The same, without trying whether safe fixes hold what they promise.
void read_untried(const diag::SourceFile& file, diag::FileId id, const yaml::Limits& limits,
                  const model::BuiltIn* built_in, model::Content& content, diag::Diagnostics& findings);

}  // namespace cpm::format
