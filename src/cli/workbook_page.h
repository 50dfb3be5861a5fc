#pragma once
// The ready-made page of the workbook: where it is, and how a county's files are put into it.
#include <string>
#include <string_view>
#include <vector>

#include "cli/environment.h"

namespace cpm::cli {

/// A file as the page opens it.
struct PageFile {
  std::string inside;  ///< from the root of the repository
  std::string text;
};

/// What the page begins with.
struct PageContent {
  std::string county = {};      ///< empty: what the files say
  std::string instrument = {};  ///< of a new Snapshot; empty: the one that cpm brings along
  std::string folder = {};      ///< the name of the folder that held the files; empty: none
  std::vector<PageFile> files = {};
};

/// The page where it usually is: what the variable CPM_WORKBOOK_PAGE names, else beside the program, else where a package
/// puts it. Throws UsageError, of status 3, which says where to get one.
std::string usual_page(const Environment& environment);

/// The bytes of a page. Throws UsageError when it cannot be read, of this status.
std::string page_bytes(const base::Files& files, const std::string& path, int status);

/// The page with the content in its place. Throws UsageError, of this status, when it has none or several.
std::string filled_page(std::string_view page, const PageContent& content, int status);

}  // namespace cpm::cli
