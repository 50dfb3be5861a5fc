#include "cli/workbook_page.h"

#include <optional>

#include <fmt/format.h>

#include "base/json_writer.h"
#include "base/text.h"
#include "cli/exit.h"

namespace cpm::cli {
namespace {

constexpr std::string_view kBefore = "<script type=\"application/json\" id=\"cpm-files\">";
constexpr std::string_view kNothing = "null";
constexpr std::string_view kBehind = "</script>";

/// So that no text of a file ends the element that holds it.
std::string without_brackets(std::string_view json) {
  std::string safe;
  safe.reserve(json.size());
  for (const char c : json)
    if (c == '<')
      safe += "\\u003c";
    else
      safe += c;
  return safe;
}

std::string json_of(const PageContent& content) {
  base::JsonWriter json;
  json.object().text("made_by", "cpm " CPM_VERSION).text_if("county", content.county);
  json.text_if("instrument", content.instrument).text_if("folder", content.folder).key("files").list();
  for (const PageFile& file : content.files)
    json.object().text("path", file.inside).text("text", file.text).end_object();
  return without_brackets(json.end_list().end_object().bytes());
}

/// Where the mark stands alone on a line, at or behind `from`.
std::optional<std::size_t> find_mark(std::string_view page, std::size_t from) {
  const std::string mark = fmt::format("{}{}{}", kBefore, kNothing, kBehind);
  for (std::size_t at = page.find(mark, from); at != std::string_view::npos; at = page.find(mark, at + 1)) {
    const std::size_t end = at + mark.size();
    const bool begins = at == 0 || page[at - 1] == '\n';
    if (begins && (end == page.size() || page[end] == '\n' || page[end] == '\r')) return at;
  }
  return std::nullopt;
}

[[noreturn]] void no_page() {
  throw UsageError(
      "the page of the workbook is not here",
      "install the Debian package, which brings it along, or run `examples/workbook` in a clone, which makes "
      "it; name a page that is elsewhere with `--page FILE`",
      0, kEnvironment);
}

}  // namespace

std::string usual_page(const Environment& environment) {
  constexpr std::string_view kPlaces[] = {"workbook.html", "../share/cpm-toolkit/workbook.html"};
  if (std::string named = environment.variable ? environment.variable("CPM_WORKBOOK_PAGE") : ""; !named.empty())
    return named;
  const std::string folder = environment.program_folder ? environment.program_folder() : std::string();
  if (folder.empty()) no_page();
  for (const std::string_view place : kPlaces) {
    std::string path = base::joined_path(folder, place);
    if (environment.files.kind(path) == base::EntryKind::file) return path;
  }
  no_page();
}

std::string page_bytes(const base::Files& files, const std::string& path, int status) {
  constexpr std::size_t kMost = std::size_t{64} * 1024 * 1024;
  base::FileReading reading = files.read(path, kMost);
  if (reading.problem.empty()) return std::move(reading.bytes);
  throw UsageError(fmt::format("the page {} cannot be read: {}", base::ticked(path), reading.problem),
                   "name the page of the workbook that belongs to this version of cpm", 0, status);
}

std::string filled_page(std::string_view page, const PageContent& content, int status) {
  const std::optional<std::size_t> mark = find_mark(page, 0);
  if (!mark || find_mark(page, *mark + 1))
    throw UsageError(
        fmt::format("this is not the page of the workbook: it has {} line `{}{}{}`, where the files belong",
                    mark ? "more than one" : "no", kBefore, kNothing, kBehind),
        "name the page of the workbook that belongs to this version of cpm", 0, status);
  const std::size_t at = *mark + kBefore.size();
  return fmt::format("{}{}{}", page.substr(0, at), json_of(content), page.substr(at + kNothing.size()));
}

}  // namespace cpm::cli
