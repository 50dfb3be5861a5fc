#pragma once
// Makes a report again from what its last lines say, without writing anything. The report is anybody's text: it can name reports
// and files below the folder where its files are, and nothing else.
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "cli/environment.h"
#include "render/made.h"

namespace cpm::cli {

struct Remade {
  std::string bytes = {};                            ///< of the page; empty: it cannot be made
  std::map<std::string, std::string> pictures = {};  ///< beside it, by path
  std::string problem = {};                          ///< why not
};

/// The folder from which the report's files are named: among its own folder, those above and the current one, the one that
/// has most of them.
std::string folder_of_inputs(const render::MadeLines& lines, const std::string& report, const base::Files& files);

Remade made_again(const render::FoundMade& found, const std::string& report, const std::string& folder,
                  const Environment& environment);

}  // namespace cpm::cli
