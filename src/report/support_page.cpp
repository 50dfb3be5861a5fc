// `cpm support` and `cpm report support`: requests by provider, ready to be sent; what several counties need at once.
#include <algorithm>
#include <set>

#include "base/text.h"
#include "report/abbreviations.h"
#include "report/support_words.h"
#include "report/wording.h"

namespace cpm::report {

namespace {

using Blocks = std::vector<Block>;
using Contexts = std::vector<Context>;
using score::Request;
using score::RequestGroup;

std::set<std::string> counties_of(const Contexts& contexts) {
  std::set<std::string> counties;
  for (const Context& context : contexts)
    counties.insert(county_text(context.workspace, model::content_of<model::Support>(context.document).county));
  return counties;
}

std::string title_of(const std::set<std::string>& counties) {
  if (counties.size() == 1) return "Support requests: " + *counties.begin();
  return "Support requests of " + std::to_string(counties.size()) + " counties";
}

std::size_t open_groups(const score::SupportRequests& requests) {
  const auto is_open = [](const RequestGroup& group) { return group.requests.front().open; };
  return static_cast<std::size_t>(std::ranges::count_if(requests.groups, is_open));
}

std::string answer_text(const score::SupportRequests& requests) {
  const std::string all = base::counted(requests.needs, "support request");
  if (requests.open == 0) return "None of " + all + " is open.";
  std::string text = std::to_string(requests.open) + " of " + all + (requests.open == 1 ? " is" : " are") +
                     " open, with " + base::counted(open_groups(requests), "provider");
  if (requests.overdue == 0) return text + "; none is past the day by which it is needed.";
  return text + "; " + std::to_string(requests.overdue) + (requests.overdue == 1 ? " is" : " are") +
         " past the day by which " + (requests.overdue == 1 ? "it is" : "they are") + " needed.";
}

Facts facts_of(const score::SupportRequests& requests, const Contexts& contexts,
               const std::set<std::string>& counties) {
  Facts facts{{{"As of", base::written_out(requests.as_of)},
               {counties.size() == 1 ? "County" : "Counties",
                names_joined(std::vector<std::string>(counties.begin(), counties.end()))}}};
  if (contexts.size() != 1) return facts;
  const auto& support = model::content_of<model::Support>(contexts.front().document);
  if (support.date) facts.facts.push_back({"Last gone through", date_text(support.date)});
  if (support.plan) facts.facts.push_back({"Plan", *support.plan});
  return facts;
}

/// "Regional Training Academy: Northern California Training Academy"
std::string provider_heading(const RequestGroup& group) {
  const std::string title{category_title(group.category)};
  const std::string name = provider_name(group.provider, group.academy);
  return name.empty() ? title : title + ": " + name;
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
    facts.facts.push_back({"To", *group.academy->name + ", " + *group.academy->host});
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

std::string purpose_text(const Request& request, const model::BuiltIn* built_in) {
  const Purpose purpose = purpose_of(request, built_in);
  if (purpose.level.empty()) return std::string(kNone);
  std::string text = purpose.level + ": " + purpose.text;
  if (purpose.text != purpose.id) text += " (" + purpose.id + ")";
  return purpose.objective.empty() ? text : text + "; objective: " + purpose.objective;
}

Cell needed_cell(const Request& request) {
  Cell cell = date_cell(request.need->needed_by);
  if (request.overdue) cell.text += " (past)";
  return cell;
}

std::string tool_text(const model::Workspace& workspace, const model::LocatedText& id) {
  if (!id) return std::string(kNone);
  const model::Tool* tool = workspace.built_in == nullptr ? nullptr
                                                          : model::find_tool(workspace.built_in->toolkits, *id);
  return tool == nullptr ? *id : text_or(tool->title, *id) + " (" + *id + ")";
}

Row request_row(const Request& request, const model::Workspace& workspace, bool several) {
  const model::SupportNeed& need = *request.need;
  Row row{text_cell(need.request),
          text_cell(purpose_text(request, workspace.built_in)),
          needed_cell(request),
          text_cell(std::string(status_word(*need.status))),
          text_cell(tool_text(workspace, need.tool)),
          date_cell(need.requested_on),
          text_cell(need.note)};
  if (several) row.insert(row.begin() + 1, text_cell(county_text(workspace, request.support->county)));
  return row;
}

Table requests_table(const RequestGroup& group, bool open, const model::Workspace& workspace, bool several) {
  Table table{.caption = open ? "Open requests" : "Received or declined",
              .columns = {{.head = "Request"},
                          {.head = "What for"},
                          {.head = "Needed by"},
                          {.head = "Status"},
                          {.head = "Tool"},
                          {.head = "Asked on"},
                          {.head = "Note"}},
              .rows = {}};
  if (several) table.columns.insert(table.columns.begin() + 1, Column{.head = "County"});
  for (const Request& request : group.requests)
    if (request.open == open) table.rows.push_back(request_row(request, workspace, several));
  return without_empty_columns(std::move(table), several ? 5 : 4);
}

void add_group(Blocks& blocks, const RequestGroup& group, const Contexts& contexts, bool several) {
  blocks.push_back(Heading{.level = 2, .text = provider_heading(group)});
  const Facts from = senders(group, contexts);
  if (!from.facts.empty()) blocks.push_back(from);
  for (const bool open : {true, false}) {
    Table table = requests_table(group, open, contexts.front().workspace, several);
    if (!table.rows.empty()) blocks.push_back(std::move(table));
  }
}

/// "January to March 2026"
std::string quarter_text(base::Date quarter) {
  constexpr std::string_view kQuarters[] = {"January to March ", "April to June ", "July to September ",
                                            "October to December "};
  return std::string(kQuarters[(static_cast<unsigned>(quarter.month()) - 1) / 3]) +
         std::to_string(static_cast<int>(quarter.year()));
}

std::string shared_text(const score::SharedNeed& need, const model::Workspace& workspace) {
  if (!need.tool.empty()) {
    model::LocatedText id;
    id.value = need.tool;
    id.given = true;
    return "Tool: " + tool_text(workspace, id);
  }
  const Purpose item = purpose_of(need.requests.front(), workspace.built_in);
  return "Item: " + item.text + (item.text == need.item ? "" : " (" + need.item + ")") + "; " +
         std::string(category_title(need.category));
}

Row shared_row(const score::SharedNeed& need, const model::Workspace& workspace) {
  std::vector<std::string> counties;
  for (const std::string& county : need.counties)
    counties.push_back(workspace.built_in == nullptr ? county : model::county_name(*workspace.built_in, county));
  std::vector<std::string> asked;
  for (const Request& request : need.requests) asked.push_back(text_or(request.need->request, *request.need->id));
  return Row{text_cell(shared_text(need, workspace)), text_cell(quarter_text(need.quarter)),
             text_cell(names_joined(counties)), text_cell(names_joined(asked))};
}

void add_shared(Blocks& blocks, const score::SupportRequests& requests, const model::Workspace& workspace) {
  blocks.push_back(Heading{.level = 2, .text = "Asked for by several counties"});
  if (requests.shared.empty()) {
    blocks.push_back(Paragraph{
        .text =
            "No tool, and no support for the same item, is asked for by several counties in the same quarter of a year."});
    return;
  }
  Table table{.caption = "The same tool, or support for the same item, in the same quarter of a year",
              .columns = {{.head = "Need"}, {.head = "Needed"}, {.head = "Counties"}, {.head = "Requests"}},
              .rows = {}};
  for (const score::SharedNeed& need : requests.shared) table.rows.push_back(shared_row(need, workspace));
  blocks.push_back(std::move(table));
}

}  // namespace

Document support_page(const score::SupportRequests& requests, const Contexts& contexts) {
  const std::set<std::string> counties = counties_of(contexts);
  const bool several = counties.size() > 1;
  Document page{.title = title_of(counties), .blocks = {}};
  page.blocks.push_back(Paragraph{.text = answer_text(requests), .lead = true});
  page.blocks.push_back(facts_of(requests, contexts, counties));
  if (several) add_shared(page.blocks, requests, contexts.front().workspace);
  for (const RequestGroup& group : requests.groups) add_group(page.blocks, group, contexts, several);
  return with_abbreviations(std::move(page));
}

}  // namespace cpm::report
