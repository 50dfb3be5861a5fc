// Support requests for machines. Contacts stay out of it.
#include "report/result_parts.h"
#include "report/support_words.h"

namespace cpm::report {

namespace {

Result purpose_result(const score::Request& request, const model::BuiltIn* built_in) {
  const Purpose purpose = purpose_of(request, built_in);
  if (purpose.level.empty()) return Result();
  return Result::Fields{{"level", purpose.level}, {"id", purpose.id}, {"text", purpose.text}};
}

Result request_result(const score::Request& request, const model::BuiltIn* built_in) {
  const model::SupportNeed& need = *request.need;
  return Result::Fields{{"county", text_result(request.support->county)},
                        {"file", request.document->path},
                        {"id", *need.id},
                        {"request", text_result(need.request)},
                        {"for", purpose_result(request, built_in)},
                        {"tool", text_result(need.tool)},
                        {"requested_on", date_result(need.requested_on)},
                        {"needed_by", date_result(need.needed_by)},
                        {"status", status_word(*need.status)},
                        {"open", request.open},
                        {"overdue", request.overdue},
                        {"note", text_result(need.note)}};
}

Result words_or_null(const std::string& words) {
  return words.empty() ? Result() : Result(words);
}

Result group_result(const score::RequestGroup& group, const model::BuiltIn* built_in) {
  const auto make = [built_in](const score::Request& request) { return request_result(request, built_in); };
  return Result::Fields{{"category", category_word(group.category)},
                        {"provider", words_or_null(group.provider)},
                        {"provider_name", words_or_null(provider_name(group.provider, group.academy))},
                        {"requests", list_of(group.requests, make)}};
}

Result shared_result(const score::SharedNeed& need) {
  const bool by_tool = !need.tool.empty();
  return Result::Fields{
      {"tool", words_or_null(need.tool)},
      {"category", by_tool ? Result() : Result(category_word(need.category))},
      {"item", words_or_null(need.item)},
      {"from", base::to_text(need.quarter)},
      {"to", base::to_text(base::add_days(base::add_months(need.quarter, 3), -1))},
      {"counties", list_of(need.counties, [](const std::string& county) { return Result(county); })},
      {"requests", list_of(need.requests, [](const score::Request& request) {
         return Result(Result::Fields{{"county", text_result(request.support->county)}, {"id", *request.need->id}});
       })}};
}

}  // namespace

Result support_result(const score::SupportRequests& requests) {
  const auto group = [&requests](const score::RequestGroup& one) { return group_result(one, requests.built_in); };
  return Result::Fields{{"as_of", base::to_text(requests.as_of)},
                        {"needs", requests.needs},
                        {"open", requests.open},
                        {"overdue", requests.overdue},
                        {"groups", list_of(requests.groups, group)},
                        {"shared", list_of(requests.shared, shared_result)}};
}

}  // namespace cpm::report
