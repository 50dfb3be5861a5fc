// What the server does at the user's word: reports, explanations, acceptance of a finding. Each runs cpm itself; one row each.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "diag/catalog.h"
#include "lsp/accepting.h"
#include "lsp/methods.h"
#include "lsp/uri.h"

namespace cpm::lsp {
namespace {

/// The report on a file of a kind.
struct ReportRow {
  std::string_view kind;
  std::string_view report;
};
constexpr ReportRow kReports[] = {{"snapshot", "snapshot"}, {"plan", "plan"},
                                  {"support", "support"},   {"theory-of-change", "theory"},
                                  {"roadmap", "roadmap"},   {"logic-model", "logic-model"},
                                  {"fidelity", "fidelity"}, {"repository", "county"}};

std::string_view report_for(const assist::Reading& reading) {
  if (reading.kind() == nullptr) return {};
  const auto* const found = std::ranges::find(kReports, reading.kind()->word, &ReportRow::kind);
  return found == std::end(kReports) ? std::string_view() : found->report;
}

/// `{"uri", "report"?, "format"?, "output"?}`: what to report on, and how.
struct ReportWish {
  Root root;
  std::string inside = {};
  std::string report = {};
  std::string format = {};
  std::string output = {};  ///< a path from the root; empty: the text is handed back
};

ReportWish report_wish(Session& session, const Json& argument) {
  const std::string uri = need_text(argument, "uri");
  const std::optional<std::string> path = path_of_uri(uri);
  if (!path) throw Refused(Problem::invalid_params, fmt::format("{} is no file", base::ticked(uri)));
  ReportWish wish{.root = session.engine.root_of(*path)};
  wish.inside = Homes::below(wish.root, *path);
  const std::string bytes = session.engine.bytes_of(wish.root, wish.inside);
  wish.report = text_at(argument, "report").value_or(std::string(report_for(assist::Reading(bytes))));
  wish.format = text_at(argument, "format").value_or("markdown");
  wish.output = text_at(argument, "output").value_or("");
  if (wish.report.empty()) throw Refused(Problem::request_failed, "there is no report on a file of this kind");
  return wish;
}

Ran run_report(Session& session, const ReportWish& wish) {
  std::vector<std::string> words = {"report", wish.report};
  if (wish.report != "county") words.push_back(wish.inside);
  words.insert(words.end(), {"--format", wish.format});
  if (!wish.output.empty()) words.insert(words.end(), {"-o", wish.output});
  return session.engine.run(wish.root, words);
}

std::string page_uri(const ReportWish& wish) {
  return fmt::format("cpm:report/{}.md?{}", wish.report, uri_of_path(base::joined_path(wish.root.path, wish.inside)));
}

/// The text of the report; written to a file, or opened by the client, where that was asked for and can be.
Json show_report(Session& session, const Json& argument) {
  const ReportWish wish = report_wish(session, argument);
  const Ran ran = run_report(session, wish);
  constexpr int kNothingMade = 2;  // and above: the exit statuses of a command that could not be run
  if ((ran.out.empty() && wish.output.empty()) || ran.status >= kNothingMade)
    throw Refused(Problem::request_failed, ran.err);
  if (!wish.output.empty()) session.homes.disk_changed(base::joined_path(wish.root.path, wish.output));
  const bool page = wish.output.empty() && session.client.opens_explanations;
  if (session.client.shows_documents && (page || !wish.output.empty()))
    session.outbox.ask("window/showDocument",
                       {{"uri", page ? page_uri(wish) : uri_of_path(base::joined_path(wish.root.path, wish.output))},
                        {"takeFocus", true}});
  return {{"report", wish.report}, {"status", ran.status}, {"text", ran.out}, {"remarks", ran.err}};
}

std::string explanation(Session& session, const std::string& code) {
  const Ran ran = session.engine.run({.path = "/", .loose = true}, {"explain", code, "--format", "markdown"});
  if (ran.out.empty()) throw Refused(Problem::invalid_params, ran.err);
  return ran.out;
}

Json explain(Session& session, const Json& argument) {
  return {{"text", explanation(session, need_text(argument, "code"))}};
}

/// `{"uri", "code", "item"?, "reason"}`
Json accept(Session& session, const Json& argument) {
  const std::optional<std::string> path = path_of_uri(need_text(argument, "uri"));
  if (!path) throw Refused(Problem::invalid_params, "`uri` must name a file");
  const Root root = session.engine.root_of(*path);
  const Acceptance acceptance{.code = need_text(argument, "code"),
                              .inside = Homes::below(root, *path),
                              .item = text_at(argument, "item").value_or(""),
                              .reason = need_text(argument, "reason")};
  session.outbox.ask("workspace/applyEdit", {{"label", fmt::format("Accept {}", acceptance.code)},
                                             {"edit", accepting_edit(session, root, acceptance)}});
  return nullptr;
}

/// Tells a client that asked for it by a token that a command is at work, until it has ended, however it ends.
class Progress {
 public:
  Progress(Session& session, const Json& params, const std::string& title) : session_(session) {
    const Json* const token = find(params, "workDoneToken");
    if (token == nullptr || (!token->is_string() && !token->is_number_integer())) return;
    token_ = *token;
    tell({{"kind", "begin"}, {"title", title}});
  }
  ~Progress() {
    if (!token_.is_null()) tell({{"kind", "end"}});
  }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

 private:
  void tell(Json value) { session_.outbox.notify("$/progress", {{"token", token_}, {"value", std::move(value)}}); }

  Session& session_;
  Json token_;
};

struct CommandRow {
  std::string_view name;
  Json (*run)(Session& session, const Json& argument);
};
constexpr CommandRow kCommandRows[] = {
    {"cpm.showReport", show_report}, {"cpm.explain", explain}, {"cpm.accept", accept}};

}  // namespace

Json announce_commands(const Client&) {
  Json names = Json::array();
  for (const CommandRow& row : kCommandRows) names.push_back(std::string(row.name));
  return {{"commands", std::move(names)}, {"workDoneProgress", true}};
}

Json answer_command(Session& session, const Json& params) {
  const std::string name = need_text(params, "command");
  const auto* const row = std::ranges::find(kCommandRows, name, &CommandRow::name);
  if (row == std::end(kCommandRows))
    throw Refused(Problem::invalid_params, fmt::format("there is no command {}", base::ticked(name)));
  const Json& arguments = need_list(params, "arguments");
  if (arguments.empty()) throw Refused(Problem::invalid_params, "`arguments` must hold one object");
  const Progress progress(session, params, name);
  return row->run(session, arguments.front());
}

Json announce_lenses(const Client&) {
  return {{"resolveProvider", false}};
}

Json answer_lenses(Session& session, const Json& params) {
  const Subject subject = need_subject(session, params);
  const std::string_view report = report_for(subject.reading());
  if (report.empty()) return Json::array();
  const Json command = {
      {"title", "Show the report"},
      {"command", "cpm.showReport"},
      {"arguments", Json::array({{{"uri", subject.document.uri()}, {"report", std::string(report)}}})}};
  return Json::array({{{"range", subject.places.range(0, 0)}, {"command", command}}});
}

/// `cpm:explain/CPM310.md`, `cpm:report/plan.md?file:///…`: pages that the server writes.
Json answer_page(Session& session, const Json& params) {
  constexpr std::string_view kExplain = "cpm:explain/";
  constexpr std::string_view kReport = "cpm:report/";
  const std::string uri = need_text(params, "uri");
  if (uri.starts_with(kExplain))
    return {{"text", explanation(session, uri.substr(kExplain.size(), uri.rfind('.') - kExplain.size()))}};
  const std::size_t question = uri.find('?');
  if (!uri.starts_with(kReport) || question == std::string::npos)
    throw Refused(Problem::invalid_params, fmt::format("there is no page {}", base::ticked(uri)));
  const std::string name = uri.substr(kReport.size(), question - kReport.size());
  const Ran ran = run_report(
      session, report_wish(session, {{"uri", uri.substr(question + 1)}, {"report", name.substr(0, name.rfind('.'))}}));
  return {{"text", ran.out.empty() ? ran.err : ran.out}};
}

}  // namespace cpm::lsp
