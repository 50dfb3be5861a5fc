#include "lsp/names.h"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "assist/targets.h"
#include "base/files.h"
#include "format/known_names.h"
#include "format/shapes.h"

namespace cpm::lsp {
namespace {

using assist::kNone;
using assist::Reading;
using format::Shape;
using format::ShapeKind;

constexpr std::string_view kItemsPlace = "areas.items";
constexpr std::string_view kAreasPlace = "areas";
constexpr std::string_view kInstrumentSpace = "instrument";
constexpr std::string_view kOwnLists = "cpm:";  // what spaces of built-in lists have in the place of a file

std::string space_of(std::string_view place, std::string_view file) {
  return fmt::format("{}@{}", place, file);
}

bool is_kind(const NamedFile& file, std::string_view kind) {
  return file.reading->kind() != nullptr && file.reading->kind()->word == kind;
}

/// Does the id of its record stand here, and not what a record is about?
bool defines(const Reading& reading, std::size_t part) {
  const format::Field* const field = reading.field_of(part);
  const Shape* const holder = reading.shape_of(reading.part(part).above);
  return field != nullptr && holder != nullptr && holder->kind == ShapeKind::record &&
         holder->record->id_key == field->name && field->shape->form == &format::kIdForm &&
         field->shape->names == format::Names::nothing && field->shape->refers == format::Refers::nothing;
}

bool meets(const std::vector<std::string>& some, const std::vector<std::string>& others) {
  return std::ranges::any_of(some,
                             [&](const std::string& each) { return std::ranges::find(others, each) != others.end(); });
}

/// The file that a suppression is about, from the root; empty: any.
std::string file_of_suppression(const Reading& reading, std::size_t part) {
  const std::size_t file = reading.find(reading.part(part).above, "file");
  return file == kNone ? std::string() : base::joined_path("", reading.text_of(file));
}

}  // namespace

std::string key_path(const Reading& reading, std::size_t part) {
  std::string path;
  for (; part != 0; part = reading.part(part).above) {
    if (reading.part(part).entry) continue;
    const format::Field* const field = reading.field_of(part);
    const std::string key = field == nullptr ? reading.key_of(part) : std::string(field->name);
    path = path.empty() ? key : key + "." + path;
  }
  return path;
}

Names::Names(assist::Around& around) : around_(around) {
  for (const format::Kind& kind : format::kinds())
    for (const assist::Neighbor& file : around.files(kind.word))
      files_.push_back({.inside = file.inside, .bytes = file.bytes, .reading = std::make_unique<Reading>(file.bytes)});
  std::ranges::sort(files_, {}, &NamedFile::inside);
  for (const NamedFile& file : files_) add_mentions(file);
  resolve_loose_names();
}

const NamedFile* Names::file(std::string_view inside) const {
  const auto found = std::ranges::find(files_, inside, &NamedFile::inside);
  return found == files_.end() ? nullptr : &*found;
}

std::vector<const NamedFile*> Names::files_of(std::string_view kind) const {
  std::vector<const NamedFile*> files;
  for (const NamedFile& file : files_)
    if (is_kind(file, kind)) files.push_back(&file);
  return files;
}

void Names::add_mention(const NamedFile& file, std::size_t part, assist::Stretch place, Mention mention) {
  if (place.empty()) return;
  const char first = file.bytes[place.begin];
  mention.quoted = first == '"' || first == '\'';
  if (mention.quoted && (place.end - place.begin < 2 || file.bytes[place.end - 1] != first)) return;
  mention.file = &file;
  mention.part = part;
  mention.begin = place.begin + (mention.quoted ? 1 : 0);
  mention.end = place.end - (mention.quoted ? 1 : 0);
  mention.flow = file.reading->part(part).flow;
  mention.id = file.bytes.substr(mention.begin, mention.end - mention.begin);
  mentions_.push_back(std::move(mention));
}

void Names::add_mentions(const NamedFile& file) {
  const Reading& reading = *file.reading;
  for (std::size_t part = 1; part < reading.outline().parts.size(); ++part) {
    const assist::Part& its = reading.part(part);
    const Shape* const above = reading.shape_of(its.above);
    if (above != nullptr && above->kind == ShapeKind::map && !its.entry && its.colon)
      if (Spaces spaces = spaces_of(file, part, *above->key); !spaces.empty())
        add_mention(file, part, its.name, {.id = {}, .spaces = std::move(spaces)});
    const Shape* const shape = reading.shape_of(part);
    if (shape == nullptr || (its.form != assist::Form::plain && its.form != assist::Form::quoted)) continue;
    if (defines(reading, part)) {
      const std::string path = key_path(reading, its.above);
      const bool root = its.above == 0;
      add_mention(file, part, its.value,
                  {.definition = true,
                   .id = {},
                   .spaces = {root ? std::string(kInstrumentSpace) : space_of(path, file.inside)}});
      continue;
    }
    const std::size_t before = mentions_.size();
    const bool loose = shape->refers == format::Refers::records ||
                       (is_kind(file, "repository") && key_path(reading, part) == "policy.suppressions.item");
    Spaces spaces = spaces_of(file, part, *shape);
    if (!spaces.empty() || loose) add_mention(file, part, its.value, {.id = {}, .spaces = std::move(spaces)});
    if (loose && mentions_.size() > before) loose_.push_back(&mentions_.back());
  }
}

/// An approval names a record of its own file, a suppression one that its file defines or speaks of.
void Names::resolve_loose_names() {
  for (Mention* const name : loose_) {
    const bool own = !is_kind(*name->file, "repository");
    const std::string file = own ? name->file->inside : file_of_suppression(*name->file->reading, name->part);
    std::set<std::string> spaces;
    for (const Mention& other : mentions_) {
      const bool fits = file.empty() || file == "." || other.file->inside == file;
      if (fits && other.id == name->id && (other.definition || !own) && &other != name)
        spaces.insert(other.spaces.begin(), other.spaces.end());
    }
    name->spaces.assign(spaces.begin(), spaces.end());
  }
}

Names::Spaces Names::spaces_of(const NamedFile& file, std::size_t part, const Shape& shape) const {
  Spaces spaces = referred(file, part, shape.refers);
  for (std::string& space : named(file, shape.names)) spaces.push_back(std::move(space));
  const format::Field* const field = file.reading->field_of(part);
  if (is_kind(file, "instrument") && field != nullptr && field->name == "same_as") return all_instruments();
  return spaces;
}

Names::Spaces Names::referred(const NamedFile& file, std::size_t part, format::Refers refers) const {
  const assist::Target& target = assist::target_of(refers);
  if (target.word.empty() || target.files || target.places.empty()) return {};
  if (refers == format::Refers::own_items) return own_items(file, part);
  std::vector<const NamedFile*> files;
  if (target.kind.empty() || is_kind(file, target.kind))
    files.push_back(&file);
  else
    files = meant(file, target.kind);
  // Without a plan, the priorities of a support file are the Snapshot's.
  if (refers == format::Refers::priorities && is_kind(file, "support") && file.reading->find(0, "plan") == kNone)
    files = meant(file, "snapshot");
  Spaces spaces;
  for (const NamedFile* const each : files)
    for (const std::string_view place : target.places) spaces.push_back(space_of(place, each->inside));
  return spaces;
}

/// Those of this version, or of the one before; what both have is named in both.
Names::Spaces Names::own_items(const NamedFile& file, std::size_t part) const {
  const Reading& reading = *file.reading;
  const std::string path = key_path(reading, part);
  const std::string own = space_of(kItemsPlace, file.inside);
  if (!path.starts_with("previous.") || path == "previous.new") return {own};
  const std::string before = space_of(kItemsPlace,
                                      instrument(reading.text_at("id"), reading.text_at("previous.version")));
  return path == "previous.dropped" ? Spaces{before} : Spaces{own, before};
}

Names::Spaces Names::named(const NamedFile& file, format::Names names) const {
  using enum format::Names;
  if (names == nothing || names == scale || names == months) return {};
  if (names == instruments) return {std::string(kInstrumentSpace)};
  if (names == outcomes) return {space_of("outcomes", kOwnLists)};
  if (names != items && names != areas) return {};
  const std::string_view place = names == items ? kItemsPlace : kAreasPlace;
  Spaces spaces;
  for (const std::string& name : instruments_of(file)) spaces.push_back(space_of(place, name));
  return spaces;
}

/// The file that has it, or its name among cpm's own.
std::string Names::instrument(std::string_view id, std::string_view version) const {
  for (const NamedFile* const file : files_of("instrument"))
    if (file->reading->text_at("id") == id && file->reading->text_at("version") == version) return file->inside;
  return fmt::format("{}{} {}", kOwnLists, id, version);
}

Names::Spaces Names::all_instruments() const {
  Spaces spaces;
  for (const NamedFile* const file : files_of("instrument")) spaces.push_back(space_of(kItemsPlace, file->inside));
  for (const model::Instrument& own : around_.built_in().instruments)
    spaces.push_back(space_of(kItemsPlace, instrument(own.id.value, own.version.value)));
  return spaces;
}

/// Whose items and areas the file speaks of, by their files or names.
Names::Spaces Names::instruments_of(const NamedFile& file) const {
  const Reading& reading = *file.reading;
  if (is_kind(file, "instrument")) return {file.inside};
  if (is_kind(file, "snapshot"))
    return {instrument(reading.text_at("instrument.id"), reading.text_at("instrument.version"))};
  const bool follows = is_kind(file, "plan") || is_kind(file, "support");
  if (follows && reading.find(0, "snapshot") != kNone) {
    Spaces names;
    for (const NamedFile* const snapshot : meant(file, "snapshot"))
      for (std::string& name : instruments_of(*snapshot)) names.push_back(std::move(name));
    return names;
  }
  if (is_kind(file, "support") && reading.find(0, "plan") != kNone) {
    const std::vector<const NamedFile*> plans = meant(file, "plan");
    return plans.size() == 1 ? instruments_of(*plans.front()) : Spaces{};
  }
  Spaces names;
  if (!is_kind(file, "support"))
    for (const NamedFile* const own : files_of("instrument")) names.push_back(own->inside);
  for (const model::Instrument& own : around_.built_in().instruments)
    names.push_back(instrument(own.id.value, own.version.value));
  return names;
}

/// The files of a kind that the text speaks of: the one that it names by path, or by date and county; where it names none and
/// need not, all of them.
std::vector<const NamedFile*> Names::meant(const NamedFile& file, std::string_view kind) const {
  const Reading& reading = *file.reading;
  const std::vector<const NamedFile*> files = files_of(kind);
  if (kind == "support" || kind == "logic-model") return files;
  std::string path = reading.text_at(kind);
  if (path.empty()) path = reading.text_at(fmt::format("{}.file", kind));
  const std::string date = reading.text_at(fmt::format("{}.date", kind));
  const std::string county = reading.text_at(fmt::format("{}.county", kind));
  const auto fits = [&](const NamedFile* other) {
    if (!path.empty()) return other->inside == base::joined_path("", path);
    return !date.empty() && other->reading->text_at("date") == date &&
           (county.empty() || other->reading->text_at("county") == county);
  };
  const auto found = std::ranges::find_if(files, fits);
  return found == files.end() ? std::vector<const NamedFile*>() : std::vector{*found};
}

const Mention* Names::at(std::string_view inside, std::size_t byte) const {
  for (const Mention& mention : mentions_)
    if (mention.file->inside == inside && mention.begin <= byte && byte <= mention.end) return &mention;
  return nullptr;
}

std::vector<const Mention*> Names::definitions_of(const Mention& mention) const {
  std::vector<const Mention*> found;
  if (mention.definition) return {&mention};
  for (const Mention& other : mentions_)
    if (other.definition && other.id == mention.id && meets(other.spaces, mention.spaces)) found.push_back(&other);
  return found;
}

std::vector<const Mention*> Names::same_as(const Mention& mention) const {
  std::vector<std::string> spaces = mention.definition ? mention.spaces : Spaces{};
  for (const Mention* const definition : definitions_of(mention))
    spaces.insert(spaces.end(), definition->spaces.begin(), definition->spaces.end());
  if (spaces.empty()) spaces = mention.spaces;  // of cpm's own lists, or nothing has the id
  std::set<const Mention*> found;
  for (bool grown = true; grown;) {
    grown = false;
    for (const Mention& other : mentions_) {
      if (other.id != mention.id || found.contains(&other) || !meets(other.spaces, spaces)) continue;
      found.insert(&other);
      grown = true;
      for (const Mention* const definition : definitions_of(other))
        if (!meets(definition->spaces, spaces)) spaces.push_back(definition->spaces.front());
    }
  }
  std::vector<const Mention*> same(found.begin(), found.end());
  std::ranges::sort(same, [](const Mention* a, const Mention* b) {
    return std::tuple(std::string_view(a->file->inside), a->begin) <
           std::tuple(std::string_view(b->file->inside), b->begin);
  });
  return same;
}

bool Names::is_built_in(const Mention& mention, std::string_view id) const {
  const auto is_listed = [&](const std::string& space) {
    const std::size_t at = space.find('@');
    if (at == std::string::npos || !std::string_view(space).substr(at + 1).starts_with(kOwnLists)) return false;
    const std::string_view place = std::string_view(space).substr(0, at);
    const format::Names names = place == kItemsPlace   ? format::Names::items
                                : place == kAreasPlace ? format::Names::areas
                                                       : format::Names::outcomes;
    return std::ranges::any_of(format::known_names(names, around_.built_in()),
                               [&](const format::KnownName& known) { return known.id == id; });
  };
  return std::ranges::any_of(mention.spaces, is_listed);
}

std::string Names::title_of(const Mention& definition) {
  const Reading& reading = *definition.file->reading;
  const std::size_t holder = reading.part(definition.part).above;
  const Shape* const shape = reading.shape_of(holder);
  const std::size_t title = shape == nullptr || shape->record == nullptr || shape->record->title_key.empty()
                                ? kNone
                                : reading.find(holder, shape->record->title_key);
  return title == kNone ? std::string() : reading.text_of(title);
}

}  // namespace cpm::lsp
