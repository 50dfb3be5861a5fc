// Where an id is defined, and every place that names it: definition, references, highlights.
#include <algorithm>

#include "assist/spot.h"
#include "assist/targets.h"
#include "lsp/methods.h"
#include "lsp/names.h"

namespace cpm::lsp {
namespace {

Json location_of(const Subject& subject, const Mention& mention) {
  const Places places(mention.file->bytes, subject.session.client.units);
  return {{"uri", subject.uri_of(mention.file->inside)}, {"range", places.range(mention.begin, mention.end)}};
}

/// The file that the value at a byte names, or nothing.
std::optional<std::string> file_named_at(const Subject& subject, std::size_t at) {
  const assist::Spot spot = assist::spot_at(subject.reading().outline(), at);
  if (spot.where != assist::Spot::Where::value || spot.part == assist::kNone) return std::nullopt;
  const format::Shape* const shape = subject.reading().shape_of(spot.part);
  if (shape == nullptr || !assist::target_of(shape->refers).files) return std::nullopt;
  return base::joined_path("", subject.reading().text_of(spot.part));
}

}  // namespace

Json answer_definition(Session& session, const Json& params) {
  const Subject subject = need_subject(session, params);
  const std::size_t at = need_byte(subject, params);
  const std::unique_ptr<assist::Around> around = subject.around();
  const Names names(*around);
  if (const std::optional<std::string> file = file_named_at(subject, at)) {
    if (names.file(*file) == nullptr) return nullptr;
    return {{"uri", subject.uri_of(*file)}, {"range", Places("", session.client.units).range(0, 0)}};
  }
  const Mention* const mention = names.at(subject.inside, at);
  if (mention == nullptr) return nullptr;
  Json places = Json::array();
  for (const Mention* const definition : names.definitions_of(*mention))
    places.push_back(location_of(subject, *definition));
  return places;
}

Json answer_references(Session& session, const Json& params) {
  const Subject subject = need_subject(session, params);
  const std::size_t at = need_byte(subject, params);
  const bool declaration = says_yes(params, "context.includeDeclaration");
  const std::unique_ptr<assist::Around> around = subject.around();
  const Names names(*around);
  const Mention* const mention = names.at(subject.inside, at);
  if (mention == nullptr) return nullptr;
  Json places = Json::array();
  for (const Mention* const same : names.same_as(*mention))
    if (declaration || !same->definition) places.push_back(location_of(subject, *same));
  return places;
}

Json answer_highlights(Session& session, const Json& params) {
  const Subject subject = need_subject(session, params);
  const std::size_t at = need_byte(subject, params);
  constexpr int kRead = 2;
  constexpr int kWrite = 3;
  const std::unique_ptr<assist::Around> around = subject.around();
  const Names names(*around);
  const Mention* const mention = names.at(subject.inside, at);
  if (mention == nullptr) return nullptr;
  Json places = Json::array();
  for (const Mention* const same : names.same_as(*mention))
    if (same->file == mention->file)
      places.push_back(
          {{"range", subject.places.range(same->begin, same->end)}, {"kind", same->definition ? kWrite : kRead}});
  return places;
}

}  // namespace cpm::lsp
