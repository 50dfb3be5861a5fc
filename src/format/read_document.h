#pragma once
// One file from bytes to model: text, kind, fields. References come later, in link.
#include <string>

#include "diag/diagnostic.h"
#include "diag/source_file.h"
#include "format/decoder.h"
#include "model/workspace.h"
#include "yaml/reader.h"

namespace cpm::format {

/// Leaves `content` empty when the file cannot be read as any kind; findings say why. `print`: gets the fingerprint of all
/// values, and of the bytes when they cannot be read. `fiscal_start`: for what messages say of fiscal quarters.
void read_document(const diag::SourceFile& file, diag::FileId id, const yaml::Limits& limits,
                   const model::BuiltIn* built_in, model::Content& content, diag::Diagnostics& findings,
                   std::string* print = nullptr, const FiscalStart& fiscal_start = {});

/// The same, without trying whether safe fixes hold what they promise.
void read_untried(const diag::SourceFile& file, diag::FileId id, const yaml::Limits& limits,
                  const model::BuiltIn* built_in, model::Content& content, diag::Diagnostics& findings,
                  std::string* print = nullptr, const FiscalStart& fiscal_start = {});

}  // namespace cpm::format
