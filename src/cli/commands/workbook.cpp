// `cpm workbook`: the page that holds cpm and a county's files, for a browser.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "assist/reading.h"
#include "base/files.h"
#include "base/text.h"
#include "cli/commands/answers.h"
#include "cli/exit.h"
#include "cli/home_files.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/surroundings.h"
#include "cli/workbook_page.h"
#include "format/load.h"
#include "yaml/reader.h"

namespace cpm::cli {
namespace {

/// What goes into the page, and what is left out. A file that says nothing of cpm may be another program's, with its secrets.
struct Packed {
  PageContent content;
  std::vector<std::string> paths = {};  ///< of the files, as they were read
  std::vector<std::string> remarks = {};
};

/// The text of a file, or nothing and a remark.
std::optional<std::string> text_of(const base::Files& files, const std::string& path, Packed& packed) {
  const auto leave_out = [&](std::string_view why) {
    packed.remarks.push_back(fmt::format("{} is left out: {}", base::ticked(path), why));
    return std::nullopt;
  };
  base::FileReading reading = files.read(path, yaml::Limits{}.bytes);
  if (!reading.problem.empty()) return leave_out(reading.problem);
  if (base::first_bad_utf8(reading.bytes)) return leave_out("it is not UTF-8");
  return std::move(reading.bytes);
}

void pack(const base::Files& files, const HomeFile& file, Packed& packed) {
  std::optional<std::string> text = text_of(files, file.path, packed);
  if (!text) return;
  packed.paths.push_back(file.path);
  packed.content.files.push_back({.inside = file.inside, .text = std::move(*text)});
}

/// A file that lies in no repository comes alone.
void pack_single(const base::Files& files, const std::string& path, Packed& packed) {
  pack(files, {.path = path, .inside = std::string(base::name_of(path)), .kind = {}}, packed);
  if (!packed.content.files.empty() && assist::Reading(packed.content.files[0].text).kind() == nullptr)
    throw UsageError(fmt::format("{} does not say that it is a file of cpm's", base::ticked(path)),
                     "it begins with a line such as `format: cpm/plan/1`; or name the folder of a county's repository");
}

void pack_home(const base::Files& files, const HomeFolder& home, Packed& packed) {
  for (const HomeFile& file : files_of_home(files, home)) {
    if (!file.kind.empty())
      pack(files, file, packed);
    else if (home.repository)
      packed.remarks.push_back(
          fmt::format("{} is left out: it does not say that it is cpm's", base::ticked(file.path)));
  }
  const std::string real = files.real_path(home.root);
  const std::string_view name = base::name_of(real);
  if (name != "." && name != ".." && !base::is_root(name)) packed.content.folder = name;
}

/// Of the path that is named, else of the repository around this folder; nothing where there is none.
Packed packed_files(const Run& run) {
  const base::Files& files = run.environment.files;
  const std::vector<std::string>& words = run.arguments.operands();
  const std::optional<std::string> path = words.empty() ? format::enclosing_repository(files) : std::optional(words[0]);
  Packed packed;
  if (!path) return packed;
  if (files.kind(*path) == base::EntryKind::missing) missing_path(files, *path);
  const HomeFolder home = home_folder(files, *path);
  if (home.repository || files.kind(*path) == base::EntryKind::folder)
    pack_home(files, home, packed);
  else
    pack_single(files, *path, packed);
  if (packed.content.files.empty() && packed.remarks.empty())
    throw UsageError("there is no file of cpm's below " + base::ticked(*path),
                     "name the folder of a county's repository, or leave the path out for a page without files");
  return packed;
}

/// Built in, or among the files of the page.
void check_instrument(const std::string& id, const model::BuiltIn& built_in, const PageContent& content) {
  std::vector<std::string> known;
  for (const model::Instrument& instrument : built_in.instruments) known.push_back(*instrument.id);
  for (const PageFile& file : content.files) {
    const assist::Reading reading(file.text);
    if (reading.kind() != nullptr && reading.kind()->word == "instrument") known.push_back(reading.text_at("id"));
  }
  std::ranges::sort(known);
  known.erase(std::unique(known.begin(), known.end()), known.end());
  if (std::ranges::find(known, id) == known.end()) unknown_word("instrument", id, known);
}

void take_choices(const Run& run, PageContent& content) {
  const std::optional<std::string> county = run.arguments.value(kBeginCounty);
  const std::optional<std::string> instrument = run.arguments.value(kBeginInstrument);
  if (!county && !instrument) return;
  const auto lists = format::load_built_in();
  if (county) check_county(*county, lists->built_in.counties);
  if (instrument) check_instrument(*instrument, lists->built_in, content);
  content.county = county.value_or("");
  content.instrument = instrument.value_or("");
}

std::string output_of(const Run& run) {
  std::optional<std::string> output = run.arguments.value(kOutput);
  if (!output)
    throw UsageError("`cpm workbook` needs the file to write",
                     "name it with `-o`, as in `cpm workbook -o workbook.html`");
  return std::move(*output);
}

/// The page takes the place of no file that it is made from.
void check_output(const Run& run, const std::string& output, const std::vector<std::string>& inputs) {
  const base::Files& files = run.environment.files;
  const std::string real = files.real_path(output);
  for (const std::string& input : inputs)
    if (input == output || files.real_path(input) == real)
      throw UsageError(fmt::format("{} is one of the files that were read", base::ticked(output)),
                       "give `-o` another name");
}

Answer run_workbook(const Run& run) {
  const std::string output = output_of(run);
  const std::optional<std::string> named = run.arguments.value(kPage);
  const int status = named ? kUsage : kEnvironment;
  const std::string path = named ? *named : usual_page(run.environment);
  const std::string page = page_bytes(run.environment.files, path, status);
  Packed packed = packed_files(run);
  take_choices(run, packed.content);
  packed.paths.push_back(path);
  check_output(run, output, packed.paths);
  Answer done = raw_answer(run, filled_page(page, packed.content, status));
  done.remarks = std::move(packed.remarks);
  return done;
}

constexpr const Option* kWorkbookOptions[] = {&kBeginCounty, &kBeginInstrument, &kPage};
constexpr Example kWorkbookExamples[] = {
    {"cpm workbook -o workbook.html", "with the files of this repository"},
    {"cpm workbook alder -o alder.html", "with those of another folder"},
    {"cpm workbook -o new.html --county yolo", "outside a repository: a page without files, for Yolo County"}};

}  // namespace

extern const Command kWorkbookCommand{
    .name = "workbook",
    .summary = "one page for a browser that holds cpm and a county's files",
    .group = Group::begin,
    .operand = {.name = "PATH",
                .about = "the folder of a county's repository, or one of its files; default: the repository that holds "
                         "the current folder, else a page without files",
                .most = 1},
    .options = kWorkbookOptions,
    .examples = kWorkbookExamples,
    .writes = Writes::raw,
    .run = run_workbook};

}  // namespace cpm::cli
