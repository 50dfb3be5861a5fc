#include "cli/part.h"

#include <set>

#include "base/text.h"
#include "cli/exit.h"
#include "cli/findings.h"
#include "cli/selection.h"

namespace cpm::cli {
namespace {

struct CountyOf {
  const model::LocatedText* operator()(const std::monostate&) const { return nullptr; }
  template <class Content>
  const model::LocatedText* operator()(const Content& content) const {
    if constexpr (requires { content.county.given; })
      return content.county ? &content.county : nullptr;
    else
      return nullptr;
  }
};

/// "snapshot" of "report snapshot"
std::string last_word(std::string_view name) {
  return std::string(name.substr(name.rfind(' ') + 1));
}

}  // namespace

MadePart make_part(const Run& run, const Command& command, const std::string& root) {
  MadePart made{.part = {.name = last_word(command.name)}};
  Run own{.command = command,
          .arguments = run.arguments,
          .environment = run.environment,
          .as_of = run.as_of,
          .loaded = run.loaded};
  try {
    if (!command.kind.empty()) {
      const Paths paths{.paths = {root}};
      own.documents = select(command, paths, *run.loaded, run.environment.files).documents;
      const std::size_t wanted = own.documents.size();
      set_broken_aside(own);
      made.broken = !has_enough(own, wanted);
    }
    if (made.broken)
      made.part.reason = "its files have errors; `cpm check` names them";
    else
      made.part.page = command.run(own).outcome.page;
  } catch (const UsageError& error) {
    made.part.reason = error.what();
  }
  return made;
}

const model::Home& only_home(const Run& run) {
  std::set<std::size_t> homes;
  for (const model::Document& document : run.loaded->workspace.documents)
    if (document.asked) homes.insert(document.home);
  const model::Home& home = run.loaded->workspace.homes.at(homes.empty() ? 0 : *homes.begin());
  const std::vector<std::string>& named = run.arguments.operands();
  const base::Files& files = run.environment.files;
  if (homes.size() > 1)
    throw UsageError("there are " + std::to_string(homes.size()) + " repositories in this folder", "name one of them");
  if (!named.empty() && files.real_path(named[0]) != files.real_path(home.root))
    throw UsageError("`" + base::visible(named[0]) + "` is not the root of a repository",
                     "name the folder of `cpm.yaml`: `" + base::visible(home.root) + "`");
  return home;
}

std::string county_key(const Run& run) {
  const model::LocatedText* county = nullptr;
  if (const model::Repository* repository = only_home(run).repository) county = CountyOf{}(*repository);
  for (const model::Document& document : run.loaded->workspace.documents)
    if (county == nullptr && document.asked) county = std::visit(CountyOf{}, document.content);
  return county == nullptr ? std::string{} : **county;
}

std::string county_of(const Run& run) {
  const std::string key = county_key(run);
  return key.empty() ? "A county not named" : model::county_name(*run.loaded->workspace.built_in, key);
}

}  // namespace cpm::cli
