#pragma once
// Records as comma-separated values (RFC 4180, but with plain line feeds), for spreadsheets and statistics programs.
#include <string>

#include "render/formats.h"

namespace cpm::render {

/// The records under the result's key `rows`: a line of heads, then one line each.
std::string write_csv(const Job& job);

}  // namespace cpm::render
