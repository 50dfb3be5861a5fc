// Another id, in every file that names it. Refused where the id would be no id, is there already, or is not the county's.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "edit/writing.h"
#include "format/shapes.h"
#include "lsp/methods.h"
#include "lsp/names.h"
#include "lsp/renaming.h"

namespace cpm::lsp {
namespace {

[[noreturn]] void refuse_rename(const std::string& why) {
  throw Refused(Problem::request_failed, why);
}

/// The mention at a byte, of an id that a file of the county defines.
const Mention& need_own(const Names& names, const Subject& subject, std::size_t at) {
  const Mention* const mention = names.at(subject.inside, at);
  if (mention == nullptr) refuse_rename("there is no id here that other places name");
  if (!names.definitions_of(*mention).empty()) return *mention;
  if (names.is_built_in(*mention, mention->id))
    refuse_rename(
        fmt::format("{} is of a list that cpm brings along, so it cannot be renamed here", base::ticked(mention->id)));
  refuse_rename(fmt::format("no file defines {}", base::ticked(mention->id)));
}

/// Two records of one list, or of a file whose ids are one list, cannot have the same id.
bool clash(const Mention& a, const Mention& b) {
  const auto kind = [](const Mention& mention) {
    return mention.file->reading->kind() == nullptr ? std::string_view() : mention.file->reading->kind()->word;
  };
  const bool one_list = kind(a) == "logic-model" || kind(a) == "theory-of-change";
  return a.spaces == b.spaces || (one_list && a.file == b.file);
}

void check_new_id(const Names& names, const std::vector<const Mention*>& same, const std::string& id) {
  if (!format::kIdForm.matches(id)) {
    const std::string fixed = format::kIdForm.fixed(id);
    refuse_rename(fmt::format("{} is not {}{}", base::ticked(id), format::kIdForm.noun,
                              fixed.empty() ? std::string() : fmt::format("; write `{}`", fixed)));
  }
  for (const Mention* const mention : same) {
    if (names.is_built_in(*mention, mention->id))
      refuse_rename(fmt::format("{} in {} may also mean what cpm's own list has under it", base::ticked(mention->id),
                                base::ticked(mention->file->inside)));
    if (names.is_built_in(*mention, id))
      refuse_rename(fmt::format("{} is there already, in cpm's own list", base::ticked(id)));
    for (const Mention& other : names.all()) {
      const auto is_shared = [&](const std::string& space) {
        return std::ranges::find(other.spaces, space) != other.spaces.end();
      };
      const bool near = std::ranges::any_of(mention->spaces, is_shared) ||
                        (other.definition && mention->definition && clash(*mention, other));
      if (other.id == id && near)
        refuse_rename(fmt::format("{} is there already, in {}", base::ticked(id), base::ticked(other.file->inside)));
    }
  }
}

/// In quotes where YAML would take the id for something else.
std::string id_text(const Mention& mention, const std::string& id) {
  return mention.quoted ? id : edit::Writing({}).scalar(id, format::kId, mention.flow);
}

}  // namespace

std::map<std::string, Json> renamed(const Subject& subject, std::size_t at, const std::string& id) {
  const std::unique_ptr<assist::Around> around = subject.around();
  const Names names(*around);
  const Mention& mention = need_own(names, subject, at);
  std::map<std::string, Json> edits;
  if (mention.id == id) return edits;
  const std::vector<const Mention*> same = names.same_as(mention);
  check_new_id(names, same, id);
  std::map<const NamedFile*, Places> places;
  for (const Mention* const each : same) {
    const auto file = places.try_emplace(each->file, each->file->bytes, subject.session.client.units).first;
    Json& list = edits.try_emplace(subject.uri_of(each->file->inside), Json::array()).first->second;
    list.push_back({{"range", file->second.range(each->begin, each->end)}, {"newText", id_text(*each, id)}});
  }
  return edits;
}

Json announce_rename(const Client&) {
  return {{"prepareProvider", true}};
}

Json answer_prepare_rename(Session& session, const Json& params) {
  const Subject subject = need_subject(session, params);
  const std::size_t at = need_byte(subject, params);
  const std::unique_ptr<assist::Around> around = subject.around();
  const Names names(*around);
  const Mention& mention = need_own(names, subject, at);
  return {{"range", subject.places.range(mention.begin, mention.end)}, {"placeholder", mention.id}};
}

Json answer_rename(Session& session, const Json& params) {
  const Subject subject = need_subject(session, params);
  const std::string id = need_text(params, "newName");
  return workspace_edit(session, renamed(subject, need_byte(subject, params), id));
}

}  // namespace cpm::lsp
