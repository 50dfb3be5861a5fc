#pragma once
// The names of files in the protocol: `file:///home/u/alder/plans/2025-07.yaml`.
#include <optional>
#include <string>
#include <string_view>

namespace cpm::lsp {

/// An absolute path without "." and ".."; nothing for other schemes and other machines.
std::optional<std::string> path_of_uri(std::string_view uri);
std::string uri_of_path(std::string_view path);

}  // namespace cpm::lsp
