#include "format/starter.h"

#include <algorithm>
#include <array>

#include "base/assert.h"
#include "base/files.h"
#include "base/text.h"
#include "format/built_in_files.h"
#include "format/discover.h"
#include "format/json_schema.h"
#include "format/kinds.h"
#include "format/released.h"
#include "format/template_plan.h"
#include "format/templates.h"

namespace cpm::format {
namespace {

/// A file that is written as src/builtin/init/ has it, its marks filled in. An empty text: only keeps its folder.
struct TextRow {
  std::string_view path;
  std::string_view text;  ///< its name in src/builtin/init/
  std::string_view about = {};
};

constexpr std::array kStarterTexts = {
    TextRow{"README.md", "README.md", "start here: what each file is, and what to do next"},
    TextRow{".github/workflows/cpm.yml", "workflow.yml", "checks every change on GitHub"},
    TextRow{".gitlab-ci.yml", "gitlab-ci.yml", "checks every change on GitLab"},
    TextRow{".gitattributes", "gitattributes"},
    TextRow{".helix/languages.toml", "languages.toml"},
    TextRow{".vscode/extensions.json", "extensions.json"},
    TextRow{".vscode/settings.json", "settings.json", "lets an editor complete and check keys while you type"},
    TextRow{"plans/.gitkeep", {}},
    TextRow{"reports/.gitkeep", {}},
};

/// A word between two @ in a text, and what takes its place.
struct Mark {
  std::string_view word;
  std::string value;
};

/// A text that replaces a mark: if the mark is alone on its line after spaces, each line of the text gets these spaces.
std::string indented(std::string_view text, std::string_view line_before) {
  if (line_before.find_first_not_of(' ') != std::string_view::npos) return std::string(text);
  std::string result;
  for (const char each : text) {
    if (!result.empty() && result.back() == '\n' && each != '\n') result += line_before;
    result += each;
  }
  return result;
}

std::string filled_in(std::string_view text, const std::vector<Mark>& marks) {
  std::string result{text};
  for (const Mark& mark : marks) {
    const std::string word = "@" + std::string(mark.word) + "@";
    for (std::size_t at = result.find(word); at != std::string::npos; at = result.find(word, at)) {
      const std::size_t line = at == 0 ? 0 : result.rfind('\n', at - 1) + 1;
      const std::string value = indented(mark.value, std::string_view(result).substr(line, at - line));
      result.replace(at, word.size(), value);
      at += value.size();
    }
  }
  return result;
}

std::string_view text_named(std::string_view name) {
  if (name.empty()) return {};
  const auto texts = starter_texts();
  const auto found = std::ranges::find(texts, name, &BuiltInFile::name);
  CPM_ASSERT(found != texts.end());
  return found->bytes;
}

std::string schema_path(const Kind& kind) {
  return "schemas/" + std::string(kind.word) + ".schema.json";
}

/// "snapshots/2026-03-15.yaml" → "snapshots/*.yaml": the files of a kind, as editors name them.
std::string pattern_of(const Kind& kind) {
  const std::size_t slash = kind.place.rfind('/');
  return slash == std::string_view::npos ? std::string(kind.place)
                                         : std::string(kind.place.substr(0, slash)) + "/*.yaml";
}

/// Kinds that counties write; reference lists are built in.
std::vector<const Kind*> own_kinds() {
  std::vector<const Kind*> own;
  for (const Kind& kind : kinds())
    if (!kind.shipped) own.push_back(&kind);
  return own;
}

std::string editor_lines() {
  std::vector<std::string> lines;
  for (const Kind* kind : own_kinds())
    lines.push_back("    \"" + schema_path(*kind) + "\": \"" + pattern_of(*kind) + "\"");
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : ",\n") + line;
  return text;
}

/// The shell lines that put cpm on a server; both workflows have them.
std::string install_lines() {
  std::string_view lines = text_named("install-cpm.sh");
  lines.remove_suffix(1);  // the line end, which follows the mark
  return std::string(lines);
}

std::string academy_name(const model::BuiltIn& built_in, const std::string& county) {
  for (const model::Academy& academy : built_in.regions.academies)
    for (const diag::LocatedText& member : academy.counties)
      if (member.value == county) return academy.name.value;
  return "`cpm list regions` names it";
}

/// A file from the field tables; the path of the schema starts at the folder of the file.
StarterFile yaml_file(std::string_view word, const std::string& path, const std::string& about,
                      TemplateOptions options) {
  const Kind* const kind = find_kind(word);
  CPM_ASSERT(kind != nullptr);
  options.schema = (base::folder_of(path) == "." ? "" : "../") + schema_path(*kind);
  return {.path = path, .about = about, .bytes = new_file(*kind, options)};
}

}  // namespace

std::vector<StarterFile> starter_files(const model::BuiltIn& built_in, const std::string& county, base::Date date) {
  TemplateOptions options{.county = county, .date = date, .instrument = &built_in.instruments.at(0)};
  options.settings = true;
  const std::string snapshot = "snapshots/" + base::to_text(date) + ".yaml";
  std::vector<StarterFile> files = {
      yaml_file("repository", std::string(kRepositoryFile), "the county and its settings", options),
      yaml_file("snapshot", snapshot, "where are we now: the Snapshot to fill in with the team", options),
      yaml_file("theory-of-change", "theory-of-change.yaml", "why our work should help: IF these are true, THEN those",
                options)};
  const std::vector<Mark> marks = {{"county_name", model::county_name(built_in, county)},
                                   {"academy", academy_name(built_in, county)},
                                   {"snapshot", snapshot},
                                   {"plan", "plans/" + base::to_text(next_fiscal_year(date, 7)).substr(0, 7) + ".yaml"},
                                   {"schemas", editor_lines()},
                                   {"install_cpm", install_lines()},
                                   {"release_version", std::string(newest_release().version)},
                                   {"release_downloads", std::string(newest_release().downloads)},
                                   {"release_sha256", std::string(newest_release().sha256)}};
  for (const TextRow& row : kStarterTexts)
    files.push_back({.path = std::string(row.path),
                     .about = std::string(row.about),
                     .bytes = filled_in(text_named(row.text), marks)});
  std::stable_partition(files.begin(), files.end(), [](const StarterFile& file) { return !file.about.empty(); });
  std::stable_partition(files.begin(), files.end(), [](const StarterFile& file) { return file.path == "README.md"; });
  for (const Kind* kind : own_kinds())
    files.push_back({.path = schema_path(*kind), .about = {}, .bytes = json_schema(*kind, built_in)});
  return files;
}

}  // namespace cpm::format
