// How a county begins: `cpm init` and `cpm new`.

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/commands/answers.h"
#include "cli/exit.h"
#include "cli/findings.h"
#include "cli/inputs.h"
#include "cli/new_files.h"
#include "cli/options.h"
#include "cli/output.h"
#include "format/discover.h"
#include "format/kinds.h"
#include "format/starter.h"
#include "format/templates.h"
#include "score/ranking.h"

namespace cpm::cli {

// `cpm init`: a county's repository to begin with. It looks at every target first, and writes over nothing.
namespace {

using Starter = std::vector<format::StarterFile>;

std::string county_of(const Run& run, const model::Counties& counties) {
  const std::optional<std::string> county = run.arguments.value(kWhoseCounty);
  if (!county)
    throw UsageError("`cpm init` needs to know whose repository it is",
                     "name the county, as in `cpm init --county yolo`; `cpm list counties` names all 58");
  check_county(*county, counties);
  return *county;
}

report::Document page_of(const std::string& county_name, const std::string& folder, const Starter& starter) {
  report::Document page{.title = "The repository of " + county_name, .blocks = {}};
  page.blocks.emplace_back(
      report::Paragraph{.text = fmt::format("{} in {}, ready to be filled in.", base::counted(starter.size(), "file"),
                                            base::ticked(folder)),
                        .lead = true});
  report::Table table{
      .caption = "Files for you", .columns = {{.head = "File"}, {.head = "What it is for"}}, .rows = {}};
  for (const format::StarterFile& file : starter)
    if (!file.about.empty()) table.rows.push_back({{.text = file.path}, {.text = file.about}});
  page.blocks.emplace_back(std::move(table));
  report::List next{.entries = {}, .numbered = true};
  if (folder != ".") next.entries.push_back(fmt::format("Go there: `cd {}`.", shell_word(folder)));
  next.entries.push_back("Read `README.md`: it says what to do next.");
  next.entries.push_back("Fill in the Snapshot with the team, and run `cpm check`.");
  page.blocks.emplace_back(report::Heading{.level = 2, .text = "Next"});
  page.blocks.emplace_back(std::move(next));
  return page;
}

report::Result result_of(const std::string& county, const std::string& folder, const Starter& starter) {
  report::Result::List files;
  for (const format::StarterFile& file : starter)
    files.push_back(report::Result::Fields{{"file", file.path}, {"about", file.about}});
  return report::Result::Fields{{"county", county}, {"folder", folder}, {"files", std::move(files)}};
}

Answer run_init(const Run& run) {
  const auto built_in = format::load_built_in();
  const std::string county = county_of(run, built_in->built_in.counties);
  const std::vector<std::string>& operands = run.arguments.operands();
  if (!operands.empty() && operands[0].empty())
    throw UsageError("an empty path names no folder", "leave it out to begin in this folder");
  const std::string folder = operands.empty() ? "." : base::joined_path("", operands[0]);
  const Starter starter = format::starter_files(built_in->built_in, county, run.as_of);
  write_new_files(run, folder, starter, "cpm init our-county --county yolo");
  return answer(run, page_of(model::county_name(built_in->built_in, county), folder, starter),
                result_of(county, folder, starter));
}

constexpr const Option* kInitOptions[] = {&kWhoseCounty, &kAsOf};
constexpr Example kInitExamples[] = {{"cpm init --county yolo", "the repository of Yolo County, in this folder"},
                                     {"cpm init our-county --county los-angeles", "in a folder of its own"}};

}  // namespace

extern const Command kInitCommand{
    .name = "init",
    .summary = "set up a county's repository; never overwrites a file",
    .group = Group::begin,
    .operand = {.name = "DIR", .about = "the folder of the repository; default: this one", .most = 1},
    .options = kInitOptions,
    .examples = kInitExamples,
    .names_its_files = true,
    .run = run_init};

// `cpm new plan --from`: what a plan takes over from the Snapshot that it follows.
namespace {

struct Followed {
  std::unique_ptr<format::Loaded> loaded;         ///< the Snapshot and its surroundings
  const model::Instrument* instrument = nullptr;  ///< of the Snapshot
  std::string county;
  format::PlanStart start;
};

[[noreturn]] void no_snapshot(const std::string& path, const std::string& what) {
  throw UsageError(fmt::format("{} is {}; `--from` needs a Snapshot", base::ticked(path), what),
                   "name a file that begins with `format: cpm/snapshot/1`");
}

void check_is_file(const base::Files& files, const std::string& path) {
  const base::EntryKind kind = files.kind(path);
  if (kind == base::EntryKind::missing) missing_path(files, path);
  if (kind == base::EntryKind::folder) no_snapshot(path, "a folder");
}

const model::Document& asked_document(const format::Loaded& loaded) {
  for (const model::Document& document : loaded.workspace.documents)
    if (document.asked) return document;
  throw UsageError("nothing was read");
}

/// "a plan"; of a word that is no kind, what it says.
std::string kind_text(const std::string& word) {
  const format::Kind* const kind = format::find_kind(word);
  if (kind == nullptr) return "a file of kind " + base::ticked(word);
  const bool vowel = std::string_view{"aeiou"}.find(kind->one.front()) != std::string_view::npos;
  return fmt::format("{} {}", vowel ? "an" : "a", kind->one);
}

void check_usable(const model::Document& document, const format::Loaded& loaded, const std::string& path) {
  const std::string kind = kind_word(document, loaded.sources);
  if (!kind.empty() && kind != "snapshot") no_snapshot(path, kind_text(kind));
  if (document.instrument != nullptr && !is_broken(document, loaded, false)) return;
  throw UsageError(base::ticked(path) + " has errors, so no plan can be made from it yet",
                   fmt::format("`cpm check {}` shows them", shell_word(path)), 0, kFindings);
}

/// "1. Coaching in every unit (wd-coaching, area wd): score 0 of 2"
std::string offer(const score::Opportunity& opportunity, std::size_t number, std::int64_t top) {
  const score::ItemScore& item = *opportunity.item;
  return fmt::format("{}. {} ({}, area {}): score {} of {}", number, item.item->title.value, item.item->id.value,
                     item.area->id.value, item.score, top);
}

std::vector<std::string> offers(const model::Snapshot& snapshot, const model::Instrument& instrument) {
  constexpr std::size_t kMost = 10;
  const score::Scorecard card = score::scorecard(snapshot, instrument);
  const score::Ranking ranking = score::ranking(card, {});
  std::vector<std::string> lines;
  for (const auto* list : {&ranking.judged, &ranking.unjudged})
    for (const score::Opportunity& opportunity : *list)
      if (lines.size() < kMost) lines.push_back(offer(opportunity, lines.size() + 1, card.top));
  return lines;
}

/// "wd-coaching: 2  # now 0", for each item of the priority that is below the top value.
std::vector<std::string> target_lines(const model::SnapshotPriority& priority, const score::Scorecard& card) {
  std::vector<std::string> lines;
  for (const model::LocatedText& id : priority.items) {
    const score::ItemScore* const item = score::find_item(card, *id);
    if (item != nullptr && item->answer == score::Answer::scored && item->score < card.top)
      lines.push_back(fmt::format("{}: {}  # now {}", *id, card.top, item->score));
  }
  return lines;
}

/// Throws UsageError when the path names no Snapshot, or one with errors.
Followed followed_snapshot(const Run& run, const std::string& path) {
  check_is_file(run.environment.files, path);
  Followed followed;
  followed.loaded = format::load(run.environment.files,
                                 {.paths = {path}, .standard_input = {}, .limits = {}, .as_of = run.as_of});
  judge(*followed.loaded);
  const model::Document& document = asked_document(*followed.loaded);
  check_usable(document, *followed.loaded, path);
  const auto& snapshot = model::content_of<model::Snapshot>(document);
  followed.instrument = document.instrument;
  followed.county = snapshot.county.value;
  followed.start.snapshot = document.inside;
  followed.start.priorities = snapshot.priorities;
  const score::Scorecard card = score::scorecard(snapshot, *document.instrument);
  for (const model::SnapshotPriority& priority : snapshot.priorities)
    followed.start.targets.push_back(target_lines(priority, card));
  if (snapshot.priorities.empty()) followed.start.offered = offers(snapshot, *document.instrument);
  const model::Repository* repository = followed.loaded->workspace.homes.at(document.home).repository;
  if (repository != nullptr && repository->fiscal_year_start)
    followed.start.fiscal_year_start = static_cast<unsigned>(*repository->fiscal_year_start);
  return followed;
}

}  // namespace

// `cpm new`: a first file of a kind. It never writes over a file that is there.
namespace {

void check_not_there(const Run& run) {
  const std::string file = run.arguments.value(kOutput).value_or("-");
  if (file != "-" && run.environment.files.kind(file) != base::EntryKind::missing)
    throw UsageError(fmt::format("`{}` is there already, and `cpm new` writes over nothing", base::visible(file)),
                     "give `-o` another name");
}

/// The repository around this folder with all its files, if there is one.
std::unique_ptr<format::Loaded> own_repository(const Run& run) {
  const std::optional<std::string> root = format::enclosing_repository(run.environment.files);
  if (!root) return nullptr;
  return format::load(run.environment.files,
                      {.paths = {*root}, .standard_input = {}, .limits = {}, .as_of = run.as_of});
}

/// The home that was asked for comes first; others may lie in folders below it, and are other counties'.
constexpr std::size_t kOwnHome = 0;

/// The newest usable file of a kind that fits, or nullptr.
template <class Content, class Fits>
const model::Document* newest(const model::Workspace& workspace, const Fits& fits) {
  const model::Document* newest = nullptr;
  const auto date = [](const model::Document& document) { return *std::get<Content>(document.content).date; };
  for (const model::Document* document : model::documents_of<Content>(workspace)) {
    if (document->home != kOwnHome || !document->usable || !fits(std::get<Content>(document->content))) continue;
    if (newest == nullptr || date(*document) >= date(*newest)) newest = document;
  }
  return newest;
}

/// The newest final Snapshot of the repository that a plan can be made from, if there is one.
std::optional<std::string> own_snapshot(const format::Loaded& own) {
  const model::Document* const found = newest<model::Snapshot>(
      own.workspace, [](const model::Snapshot& snapshot) { return *snapshot.status == model::DocumentStatus::final; });
  return found == nullptr ? std::nullopt : std::optional{found->path};
}

/// What `cpm.yaml` and the newest plan of the repository say; `county` as well.
void take_over(const format::Loaded& own, format::TemplateOptions& options) {
  if (const model::Repository* const repository = own.workspace.homes.at(kOwnHome).repository) {
    if (repository->county) options.county = *repository->county;
    if (repository->academy) options.home.academy = *repository->academy;
    if (repository->fiscal_year_start)
      options.home.fiscal_year_start = static_cast<unsigned>(*repository->fiscal_year_start);
  }
  const model::Document* const plan = newest<model::Plan>(own.workspace, [](const model::Plan&) { return true; });
  if (plan == nullptr) return;
  options.home.plan = plan->inside;
  const model::Plan& content = std::get<model::Plan>(plan->content);
  if (!content.priorities.empty()) options.home.priority = *content.priorities.front().id;
}

/// The Snapshot of `--from`, else for a plan in a county's repository its newest final one.
std::optional<Followed> followed(const Run& run, const format::Kind& kind, const format::Loaded* own) {
  const std::optional<std::string> path = run.arguments.value(kFrom);
  if (!path && kind.word == "plan" && own != nullptr) {
    const std::optional<std::string> snapshot = own_snapshot(*own);
    return snapshot ? std::optional{followed_snapshot(run, *snapshot)} : std::nullopt;
  }
  if (!path) return std::nullopt;
  if (kind.word != "plan")
    throw UsageError(fmt::format("`--from` is for plans; a {} follows no Snapshot", kind.one),
                     fmt::format("leave `--from` out, or run `cpm new plan --from {}`", shell_word(*path)));
  return followed_snapshot(run, *path);
}

/// The instruments that a Snapshot can name: the built-in ones, then the repository's own.
std::vector<const model::Instrument*> instruments(const model::BuiltIn& built_in, const format::Loaded* own) {
  std::vector<const model::Instrument*> found;
  for (const model::Instrument& instrument : built_in.instruments) found.push_back(&instrument);
  if (own == nullptr) return found;
  for (const model::Document* const document : model::documents_of<model::Instrument>(own->workspace))
    if (document->home == kOwnHome && document->usable)
      found.push_back(model::content_as<model::Instrument>(*document));
  return found;
}

/// Of several versions the one that no other follows.
const model::Instrument* newest_version(std::string_view id, const std::vector<const model::Instrument*>& instruments) {
  const auto follows = [&](const model::Instrument* each, const model::Instrument* before) {
    return *each->id == id && each->previous && *each->previous->version == *before->version;
  };
  const model::Instrument* found = nullptr;
  for (const model::Instrument* const each : instruments)
    if (*each->id == id &&
        std::ranges::none_of(instruments, [&](const auto* other) { return other != each && follows(other, each); }))
      found = each;
  return found;
}

/// The one of `--instrument`, else the built-in one.
const model::Instrument& instrument_of(const Run& run, const format::Kind& kind, const model::BuiltIn& built_in,
                                       const format::Loaded* own) {
  const std::optional<std::string> id = run.arguments.value(kInstrument);
  if (!id) return built_in.instruments.at(0);
  if (kind.word != "snapshot")
    throw UsageError(fmt::format("`--instrument` is for Snapshots; a {} asks no items", kind.one),
                     "leave `--instrument` out");
  const std::vector<const model::Instrument*> known = instruments(built_in, own);
  if (const model::Instrument* const found = newest_version(*id, known)) return *found;
  std::vector<std::string> ids;
  for (const model::Instrument* const each : known)
    if (std::ranges::find(ids, *each->id) == ids.end()) ids.push_back(*each->id);
  unknown_word("instrument", *id, ids);
}

void set_county(const Run& run, const std::optional<Followed>& snapshot, const model::Counties& counties,
                format::TemplateOptions& options) {
  if (const auto county = run.arguments.value(kCounty)) {
    check_county(*county, counties);
    options.county = *county;
  } else if (snapshot) {
    options.county = snapshot->county;
  }
}

Answer run_new(const Run& run) {
  const format::Kind& kind = known_kind(run.arguments.operands().at(0));
  check_not_there(run);
  const auto built_in = format::load_built_in();
  // With `--county` the file is for somebody else's repository.
  const std::unique_ptr<format::Loaded> own = run.arguments.value(kCounty) ? nullptr : own_repository(run);
  const std::optional<Followed> snapshot = followed(run, kind, own.get());
  format::TemplateOptions options;
  options.date = run.as_of;
  if (own != nullptr) take_over(*own, options);
  set_county(run, snapshot, built_in->built_in.counties, options);
  const model::Instrument& asked = instrument_of(run, kind, built_in->built_in, own.get());
  options.instrument = snapshot ? snapshot->instrument : &asked;
  if (snapshot) options.follows = &snapshot->start;
  return raw_answer(run, format::new_file(kind, options));
}

constexpr const Option* kNewOptions[] = {&kFrom, &kInstrument, &kCounty, &kAsOf};
constexpr Example kNewExamples[] = {
    {"cpm new snapshot -o snapshots/2026-03-15.yaml", "every item with its anchors, to be filled in"},
    {"cpm new snapshot --instrument coaching-check", "the items of another instrument of the repository"},
    {"cpm new plan --from snapshots/2026-03-15.yaml", "a plan with the Snapshot's priorities"},
    {"cpm new plan --county yolo", "a plan of Yolo County, to the screen"}};

}  // namespace

extern const Command kNewCommand{
    .name = "new",
    .summary = "start a new file from a commented template",
    .group = Group::begin,
    .operand = {.name = "KIND", .about = "a kind of file; `cpm list kinds` names them", .least = 1, .most = 1},
    .options = kNewOptions,
    .examples = kNewExamples,
    .writes = Writes::raw,
    .run = run_new};

}  // namespace cpm::cli
