#include "report/plan_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "report/approvals.h"
#include "report/plan_blocks.h"
#include "report/result_fields.h"

namespace cpm::report {

namespace {

using Contexts = std::vector<Context>;
using score::Request;
using score::RequestGroup;

// What a need is for

/// In the county's words.
struct Purpose {
  std::string level;  ///< "step", "objective", "priority", "item"; empty when nothing is named
  std::string id;
  std::string text;       ///< "Prepare six coaches"
  std::string objective;  ///< of a step: "Every unit has a coach"
};

void add_plan_words(Purpose& found, const model::Plan& plan, const model::SupportFor& purpose) {
  if (const model::Step* step = purpose.step ? model::find_step(plan, *purpose.step) : nullptr) {
    found.text = step_name(*step);
    const model::Objective* objective = model::find_objective(plan, step->objective.value);
    if (objective != nullptr) found.objective = objective_name(*objective);
  }
  if (purpose.objective)
    if (const model::Objective* objective = model::find_objective(plan, *purpose.objective))
      found.text = objective_name(*objective);
  if (purpose.priority)
    if (const model::PlanPriority* priority = model::find_priority(plan, *purpose.priority))
      found.text = priority_name(*priority);
}

/// The instrument of the Snapshot that the support file names, else of the one its plan follows, else the built-in one.
const model::Instrument* instrument_of(const model::Document& document, const model::BuiltIn* built_in) {
  const model::Document* snapshot = document.snapshot;
  if (snapshot == nullptr && document.plan != nullptr) snapshot = document.plan->snapshot;
  if (snapshot != nullptr) return snapshot->instrument;
  return built_in == nullptr || built_in->instruments.empty() ? nullptr : &built_in->instruments.front();
}

Purpose purpose_of(const Request& request, const model::BuiltIn* built_in) {
  if (!request.need->purpose) return {};
  const model::SupportFor& purpose = *request.need->purpose;
  const std::pair<std::string, const model::LocatedText&> ends[] = {
      {"step", purpose.step}, {"objective", purpose.objective}, {"priority", purpose.priority}, {"item", purpose.item}};
  Purpose found;
  for (const auto& [level, id] : ends)
    if (id) found = Purpose{.level = level, .id = *id, .text = {}, .objective = {}};
  const model::Document* plan = request.document->plan;
  const auto* content = plan == nullptr ? nullptr : model::content_as<model::Plan>(*plan);
  if (content != nullptr) add_plan_words(found, *content, purpose);
  if (purpose.item) {
    const model::Instrument* instrument = instrument_of(*request.document, built_in);
    const model::Item* item = instrument == nullptr ? nullptr : model::find_item(*instrument, *purpose.item);
    if (item != nullptr) found.text = item_name(*item);
  }
  if (found.text.empty()) found.text = found.id;
  return found;
}

std::string purpose_text(const Request& request, const model::BuiltIn* built_in) {
  const Purpose purpose = purpose_of(request, built_in);
  if (purpose.level.empty()) return std::string(kNone);
  return fmt::format("{}: {}{}{}", purpose.level, purpose.text,
                     purpose.text == purpose.id ? "" : " (" + purpose.id + ")",
                     purpose.objective.empty() ? "" : "; objective: " + purpose.objective);
}

/// "Northern California Training Academy"; the county's words; empty when nobody is named.
std::string provider_name(const RequestGroup& group) {
  return group.academy == nullptr ? group.provider : text_or(group.academy->name, group.provider);
}

// The head of the page

std::set<std::string> counties_of(const Contexts& contexts) {
  std::set<std::string> counties;
  for (const Context& context : contexts)
    counties.insert(county_text(context.workspace, model::content_of<model::Support>(context.document).county));
  return counties;
}

std::string support_title(const std::set<std::string>& counties) {
  if (counties.size() == 1) return "Support requests: " + *counties.begin();
  return fmt::format("Support requests of {} counties", counties.size());
}

std::string support_answer(const score::SupportRequests& requests) {
  const std::string all = counted(requests.needs, "support request");
  if (requests.open == 0) return fmt::format("0 of {} are open.", all);
  const auto has_open = [](const RequestGroup& group) { return group.requests.front().open; };
  const std::string text = fmt::format("{} of {} {} open, with {}", requests.open, all, is_are(requests.open),
                                       counted(std::ranges::count_if(requests.groups, has_open), "provider"));
  if (requests.overdue == 0) return text + "; none is past the date when it is needed.";
  return fmt::format("{}; {} {} past the date when {} needed.", text, requests.overdue, is_are(requests.overdue),
                     requests.overdue == 1 ? "it is" : "they are");
}

Facts support_facts(const score::SupportRequests& requests, const Contexts& contexts,
                    const std::set<std::string>& counties) {
  Facts facts{{{"As of", base::written_out(requests.as_of)},
               {counties.size() == 1 ? "County" : "Counties",
                names_joined(std::vector<std::string>(counties.begin(), counties.end()))}}};
  if (contexts.size() != 1) return facts;
  const auto& support = model::content_of<model::Support>(contexts.front().document);
  if (support.date) facts.facts.push_back({"Last reviewed", date_text(support.date)});
  if (support.plan) facts.facts.push_back({"Plan", *support.plan});
  add_approvals(facts, support.approvals);
  return facts;
}

/// The file that all needs are of; nullptr when there are several.
const model::Support* only_file(const score::SupportRequests& requests) {
  const model::Support* only = nullptr;
  for (const RequestGroup& group : requests.groups)
    for (const Request& request : group.requests) {
      if (only != nullptr && only != request.support) return nullptr;
      only = request.support;
    }
  return only;
}

// Requests, provider by provider

/// "Regional Training Academy: Northern California Training Academy"
std::string provider_heading(const RequestGroup& group) {
  const std::string category = base::capitalized(model::word(group.category));
  const std::string name = provider_name(group);
  return name.empty() ? category : fmt::format("{}: {}", category, name);
}

std::string contact_text(const model::Contact& contact) {
  std::string text;
  for (const model::LocatedText* part : {&contact.name, &contact.email, &contact.phone})
    if (*part) text += (text.empty() ? "" : ", ") + **part;
  return text;
}

/// Who asks: the counties with an open request of this group, with the person to answer to.
Facts senders(const RequestGroup& group, const Contexts& contexts) {
  Facts facts;
  if (group.academy != nullptr && group.academy->host)
    facts.facts.push_back({"To", fmt::format("{}, {}", *group.academy->name, *group.academy->host)});
  for (const Context& context : contexts) {
    const auto asks = [&](const Request& request) { return request.open && request.document == &context.document; };
    if (std::ranges::none_of(group.requests, asks)) continue;
    const auto& support = model::content_of<model::Support>(context.document);
    std::string from = county_text(context.workspace, support.county);
    if (context.contacts && support.contact) from += "; contact: " + contact_text(*support.contact);
    const auto same = [&](const Fact& fact) { return fact.label == "From" && fact.text == from; };
    if (std::ranges::none_of(facts.facts, same)) facts.facts.push_back({"From", std::move(from)});
  }
  return facts;
}

/// "Coaching profile (sop/coaching-profile)"
std::string tool_and_id(const model::Workspace& workspace, const std::string& id) {
  const model::Tool* tool = workspace.built_in == nullptr ? nullptr
                                                          : model::find_tool(workspace.built_in->toolkits, id);
  return tool == nullptr ? id : fmt::format("{} ({})", text_or(tool->title, id), id);
}

Row request_row(const Request& request, const model::Workspace& workspace, bool several) {
  const model::SupportNeed& need = *request.need;
  Row row{text_cell(need.request),
          text_cell(purpose_text(request, workspace.built_in)),
          timeframe_cell(need.needed_by),
          text_cell(model::word(*need.status)),
          text_cell(need.tool ? tool_and_id(workspace, *need.tool) : std::string(kNone)),
          date_cell(need.requested_on),
          text_cell(need.note)};
  if (request.overdue) row[2].text += " (past)";
  if (several) row.insert(row.begin() + 1, text_cell(county_text(workspace, request.support->county)));
  return row;
}

Table requests_table(const RequestGroup& group, bool open, const model::Workspace& workspace, bool several) {
  Table table = table_of(open ? "Open requests" : "Received or declined",
                         {"Request", "What for", "Needed by", "Status", "Tool", "Requested on", "Note"});
  if (several) table.columns.insert(table.columns.begin() + 1, Column{.head = "County"});
  for (const Request& request : group.requests)
    if (request.open == open) table.rows.push_back(request_row(request, workspace, several));
  return without_empty_columns(std::move(table), several ? 5 : 4);
}

// What several counties ask for

/// "January to March 2026"
std::string quarter_from(base::Date first) {
  return base::quarter_text(static_cast<int>(first.year()), (static_cast<unsigned>(first.month()) - 1) / 3 + 1);
}

std::string shared_text(const score::SharedNeed& need, const model::Workspace& workspace) {
  if (!need.tool.empty()) return "Tool: " + tool_and_id(workspace, need.tool);
  const Purpose item = purpose_of(need.requests.front(), workspace.built_in);
  return fmt::format("Item: {}{}; {}", item.text, item.text == need.item ? "" : " (" + need.item + ")",
                     base::capitalized(model::word(need.category)));
}

Row shared_row(const score::SharedNeed& need, const model::Workspace& workspace) {
  std::vector<std::string> counties;
  for (const std::string& county : need.counties) counties.push_back(county_name(workspace, county));
  std::vector<std::string> asked;
  for (const Request& request : need.requests) asked.push_back(text_or(request.need->request, *request.need->id));
  return Row{text_cell(shared_text(need, workspace)), text_cell(quarter_from(need.quarter)),
             text_cell(names_joined(counties)), text_cell(names_joined(asked))};
}

void add_shared(Page& page, const score::SupportRequests& requests, const model::Workspace& workspace) {
  Table table = table_of("Requests for the same tool, or for support on the same item, in the same quarter",
                         {"Need", "Needed", "Counties", "Requests"});
  for (const score::SharedNeed& need : requests.shared) table.rows.push_back(shared_row(need, workspace));
  page.section("Requested by several counties");
  page.table(std::move(table),
             "No tool, and no support on the same item, is requested by several counties for the same quarter.");
}

// The result for programs

Result purpose_result(const Request& request, const model::BuiltIn* built_in) {
  const Purpose purpose = purpose_of(request, built_in);
  if (purpose.level.empty()) return Result();
  return Result::Fields{{"level", purpose.level}, {"id", purpose.id}, {"text", purpose.text}};
}

Result request_result(const Request& request, const model::BuiltIn* built_in) {
  const model::SupportNeed& need = *request.need;
  return Result::Fields{{"county", text_result(request.support->county)},
                        {"file", request.document->path},
                        {"id", *need.id},
                        {"request", text_result(need.request)},
                        {"for", purpose_result(request, built_in)},
                        {"tool", text_result(need.tool)},
                        {"requested_on", date_result(need.requested_on)},
                        {"needed_by", timeframe_result(need.needed_by)},
                        {"status", model::key(*need.status)},
                        {"open", request.open},
                        {"overdue", request.overdue},
                        {"note", text_result(need.note)}};
}

Result request_group_result(const RequestGroup& group, const model::BuiltIn* built_in) {
  const auto make = [built_in](const Request& request) { return request_result(request, built_in); };
  return Result::Fields{{"category", model::key(group.category)},
                        {"provider", text_or_null(group.provider)},
                        {"provider_name", text_or_null(provider_name(group))},
                        {"requests", list_of(group.requests, make)}};
}

Result shared_need_result(const score::SharedNeed& need) {
  const bool by_tool = !need.tool.empty();
  return Result::Fields{
      {"tool", text_or_null(need.tool)},
      {"category", by_tool ? Result() : Result(model::key(need.category))},
      {"item", text_or_null(need.item)},
      {"from", base::to_text(need.quarter)},
      {"to", base::to_text(base::add_days(base::add_months(need.quarter, 3), -1))},
      {"counties", list_of(need.counties, [](const std::string& county) { return Result(county); })},
      {"requests", list_of(need.requests, [](const Request& request) {
         return Result(Result::Fields{{"county", text_result(request.support->county)}, {"id", *request.need->id}});
       })}};
}

}  // namespace

Document support_page(const score::SupportRequests& requests, const Contexts& contexts) {
  const model::Workspace& workspace = contexts.front().workspace;
  const std::set<std::string> counties = counties_of(contexts);
  const bool several = counties.size() > 1;
  Page page(support_title(counties));
  page.lead(support_answer(requests));
  page.facts(support_facts(requests, contexts, counties));
  if (several) add_shared(page, requests, workspace);
  for (const RequestGroup& group : requests.groups) {
    page.section(provider_heading(group));
    page.facts(senders(group, contexts));
    for (const bool open : {true, false}) page.table(requests_table(group, open, workspace, several));
  }
  if (const model::Support* const support = only_file(requests)) add_approvals(page, support->approvals);
  return std::move(page).done();
}

Result support_result(const score::SupportRequests& requests) {
  const auto group = [&requests](const RequestGroup& one) { return request_group_result(one, requests.built_in); };
  Result::Fields fields{{"as_of", base::to_text(requests.as_of)},
                        {"needs", requests.needs},
                        {"open", requests.open},
                        {"overdue", requests.overdue},
                        {"groups", list_of(requests.groups, group)},
                        {"shared", list_of(requests.shared, shared_need_result)}};
  if (const model::Support* const support = only_file(requests)) add_approvals(fields, support->approvals);
  return fields;
}

}  // namespace cpm::report
