#pragma once
// The hosts that run checks for a repository (GitHub Actions, GitLab CI), as their environment variables tell: which format
// suits them, where their checkout begins, and the page that they keep of a job. One row each.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "cli/context.h"

namespace cpm::cli {

/// The format for the host that runs this; empty for none. `to_file`: the output goes to a file.
std::string_view format_of_host(const Environment& environment, bool to_file);

/// The current folder as seen from the root of the host's checkout; empty when they are the same, or there is no host.
std::string folder_in_checkout(const Environment& environment);

/// A page of Markdown that a host keeps of a job, and how many bytes it still takes.
struct SummaryPage {
  std::string file;
  std::size_t room = 0;
};
/// For the host that this format is made for.
std::optional<SummaryPage> summary_page(const Environment& environment, std::string_view format);

}  // namespace cpm::cli
