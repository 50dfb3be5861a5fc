#include "score/support_requests.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace cpm::score {
namespace {

using model::SupportCategory;
using model::Workspace;

/// Of the region that lists the county; empty when none does.
std::string academy_of(const Workspace& workspace, const std::string& county) {
  if (workspace.built_in == nullptr) return {};
  for (const model::Academy& academy : workspace.built_in->regions.academies)
    for (const model::LocatedText& member : academy.counties)
      if (*member == county) return *academy.id;
  return {};
}

std::string provider_of(const Request& request, const Workspace& workspace) {
  if (request.need->provider) return *request.need->provider;
  if (*request.need->category != SupportCategory::rta) return {};
  const model::Repository* repository = workspace.homes[request.document->home].repository;
  if (repository != nullptr && repository->academy) return *repository->academy;
  return academy_of(workspace, request.support->county.value);
}

const model::Academy* academy_called(const Workspace& workspace, SupportCategory category, const std::string& id) {
  if (category != SupportCategory::rta || workspace.built_in == nullptr) return nullptr;
  return model::find_academy(workspace.built_in->regions, id);
}

std::vector<Request> requests_of(const std::vector<const model::Document*>& documents, base::Date as_of) {
  std::vector<Request> requests;
  for (const model::Document* document : documents) {
    const auto* support = model::content_as<model::Support>(*document);
    if (support == nullptr) continue;
    for (const model::SupportNeed& need : support->needs) {
      Request& request = requests.emplace_back();
      request = Request{.document = document, .support = support, .need = &need, .open = is_open(need)};
      request.overdue = request.open && need.needed_by && need.needed_by->last < as_of;
    }
  }
  return requests;
}

/// Open first; those without a day after those with one.
bool needed_earlier(const Request& a, const Request& b) {
  const auto order = [](const Request& request) {
    return std::tuple{!request.open, !request.need->needed_by.given, request.need->needed_by.value.last};
  };
  return order(a) < order(b);
}

std::vector<RequestGroup> grouped(const std::vector<Request>& requests, const Workspace& workspace) {
  std::map<std::pair<SupportCategory, std::string>, RequestGroup> groups;
  for (const Request& request : requests) {
    const SupportCategory category = *request.need->category;
    const std::string provider = provider_of(request, workspace);
    RequestGroup& group = groups[{category, provider}];
    group.category = category;
    group.provider = provider;
    group.academy = academy_called(workspace, category, provider);
    group.requests.push_back(request);
  }
  std::vector<RequestGroup> sorted;
  for (auto& [key, group] : groups) {
    std::ranges::stable_sort(group.requests, needed_earlier);
    sorted.push_back(std::move(group));
  }
  return sorted;
}

base::Date quarter_start(base::Date day) {
  const unsigned month = static_cast<unsigned>(day.month());
  return base::Date{day.year(), std::chrono::month{month - (month - 1) % 3}, std::chrono::day{1}};
}

/// What makes two requests one need: the quarter, and the tool; without a tool the category and the item. A provider alone
/// is none: one academy is asked for many things.
using Likeness = std::tuple<base::Date, std::string, SupportCategory, std::string>;

std::optional<Likeness> likeness_of(const model::SupportNeed& need) {
  if (!need.needed_by) return std::nullopt;
  const base::Date quarter = quarter_start(need.needed_by->last);
  if (need.tool) return Likeness{quarter, *need.tool, SupportCategory::rta, ""};
  if (!need.purpose || !need.purpose->item) return std::nullopt;
  return Likeness{quarter, "", *need.category, *need.purpose->item};
}

std::vector<SharedNeed> shared_needs(const std::vector<Request>& requests) {
  std::map<Likeness, std::vector<Request>> alike;
  for (const Request& request : requests)
    if (const std::optional<Likeness> likeness = likeness_of(*request.need); request.open && likeness)
      alike[*likeness].push_back(request);
  std::vector<SharedNeed> shared;
  for (auto& [key, found] : alike) {
    std::set<std::string> counties;
    for (const Request& request : found) counties.insert(request.support->county.value);
    if (counties.size() < 2) continue;
    const auto& [quarter, tool, category, item] = key;
    shared.push_back(SharedNeed{.tool = tool,
                                .category = category,
                                .item = item,
                                .quarter = quarter,
                                .counties = {counties.begin(), counties.end()},
                                .requests = std::move(found)});
  }
  return shared;
}

}  // namespace

SupportRequests support_requests(const std::vector<const model::Document*>& documents, const Workspace& workspace) {
  const std::vector<Request> requests = requests_of(documents, workspace.as_of);
  SupportRequests made;
  made.built_in = workspace.built_in;
  made.as_of = workspace.as_of;
  made.needs = requests.size();
  for (const Request& request : requests) {
    made.open += request.open ? 1 : 0;
    made.overdue += request.overdue ? 1 : 0;
  }
  made.groups = grouped(requests, workspace);
  made.shared = shared_needs(requests);
  return made;
}

}  // namespace cpm::score
