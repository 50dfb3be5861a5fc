#pragma once
// Files that are not UTF-8 text: which encoding or kind of file they look like, and what to do about it.
#include <optional>
#include <string>

#include "diag/diagnostic.h"
#include "yaml/source.h"

namespace cpm::yaml {

/// A finding when the file was saved as UTF-16 or UTF-32 (spreadsheets call it "Unicode text").
std::optional<diag::Diagnostic> wide_encoding(const Source& source);

/// The finding for the first byte that is not UTF-8; its fix reads all such bytes as Windows-1252.
diag::Diagnostic not_utf8(const Source& source, std::size_t at);

/// "this looks like …" when the first bytes are those of a well-known kind of file that is no text; otherwise empty.
std::string other_file_kind(std::string_view bytes);

}  // namespace cpm::yaml
