#include "cli/host.h"

#include <array>

namespace cpm::cli {
namespace {

struct Host {
  const char* sign;  ///< this variable is `true` there
  const char* root;  ///< this one holds the root of the checkout
  std::string_view format;
  bool needs_file = false;     ///< its format is not for a log
  const char* page = nullptr;  ///< this one names the file of the job's page
  std::size_t page_size = 0;   ///< bytes that the page may have
};

// docs.github.com, "Variables reference" and "Workflow commands": the summary of a step takes 1 MiB.
// docs.gitlab.com, "Predefined CI/CD variables reference".
constexpr std::array kHosts = {
    Host{.sign = "GITHUB_ACTIONS",
         .root = "GITHUB_WORKSPACE",
         .format = "github",
         .page = "GITHUB_STEP_SUMMARY",
         .page_size = 1024 * 1024},
    Host{.sign = "GITLAB_CI", .root = "CI_PROJECT_DIR", .format = "gitlab", .needs_file = true},
};

}  // namespace

std::string_view format_of_host(const Environment& environment, bool to_file) {
  for (const Host& host : kHosts)
    if (environment.variable(host.sign) == "true" && (to_file || !host.needs_file)) return host.format;
  return {};
}

std::string folder_in_checkout(const Environment& environment) {
  for (const Host& host : kHosts) {
    const std::string root = environment.variable(host.root);
    if (root.empty()) continue;
    const std::string above = environment.files.real_path(root) + "/";
    const std::string here = environment.files.real_path(".");
    if (here.starts_with(above)) return here.substr(above.size());
  }
  return {};
}

std::optional<SummaryPage> summary_page(const Environment& environment, std::string_view format) {
  for (const Host& host : kHosts) {
    const std::string file = host.page == nullptr ? std::string{} : environment.variable(host.page);
    if (host.format != format || file.empty()) continue;
    const base::FileReading there = environment.files.read(file, host.page_size);
    const std::size_t used = there.too_large ? host.page_size : there.bytes.size();
    return SummaryPage{.file = file, .room = host.page_size - used};
  }
  return std::nullopt;
}

}  // namespace cpm::cli
