#pragma once
// Support needs as requests: by category and provider, open ones first, and what several counties need in one quarter.
#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "base/date.h"
#include "model/workspace.h"

namespace cpm::score {

struct Request {
  const model::Document* document = nullptr;
  const model::Support* support = nullptr;
  const model::SupportNeed* need = nullptr;
  bool open = true;      ///< neither received nor declined
  bool overdue = false;  ///< open, and the day by which it is needed is before the as-of date
};

struct RequestGroup {
  model::SupportCategory category = model::SupportCategory::rta;
  std::string provider;                     ///< an academy's key, or the county's words; empty when nobody is named
  const model::Academy* academy = nullptr;  ///< of category `rta`, when the key is known
  std::vector<Request> requests;            ///< open first, then by the day by which they are needed
};

/// The same tool, or support of one category for the same item, asked for by two or more counties in one quarter of a year.
struct SharedNeed {
  std::string tool;  ///< empty: the same category and item
  model::SupportCategory category = model::SupportCategory::rta;
  std::string item;
  base::Date quarter{};               ///< its first day
  std::vector<std::string> counties;  ///< keys, in alphabetical order
  std::vector<Request> requests;
};

struct SupportRequests {
  const model::BuiltIn* built_in = nullptr;
  base::Date as_of{};
  std::size_t needs = 0;
  std::size_t open = 0;
  std::size_t overdue = 0;
  std::vector<RequestGroup> groups;  ///< by category, then provider
  std::vector<SharedNeed> shared;    ///< by quarter; only open requests with a day
};

/// Of these support files. An academy that is not named is that of `cpm.yaml`, else that of the county's region.
SupportRequests support_requests(const std::vector<const model::Document*>& documents,
                                 const model::Workspace& workspace);

}  // namespace cpm::score
