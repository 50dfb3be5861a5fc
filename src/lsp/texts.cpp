// What the client says of its texts and files: opened, changed, saved, closed; changed on the disk; folders that come and go.
#include <fmt/format.h>

#include "base/text.h"
#include "lsp/methods.h"
#include "lsp/uri.h"

namespace cpm::lsp {
namespace {

constexpr int kIncremental = 2;
/// A document beyond this is kept empty until the client gives it anew: far beyond what cpm reads.
constexpr std::size_t kLongestText = std::size_t{32} << 20;

std::int64_t version_in(const Json& params) {
  const Json* const version = find(params, "textDocument.version");
  return version != nullptr && version->is_number_integer() ? version->get<std::int64_t>() : 0;
}

/// One change after the other: places are those of the text with the changes before it.
std::string with_change(std::string text, const Json& change, Units units) {
  const std::string put_in = need_text(change, "text");
  if (find(change, "range") == nullptr) return put_in;
  const Places places(text, units);
  const std::size_t begin = places.byte_of(need_position(change, "range.start"));
  const std::size_t end = std::max(begin, places.byte_of(need_position(change, "range.end")));
  return text.replace(begin, end - begin, put_in);
}

}  // namespace

Json announce_sync(const Client&) {
  return {{"openClose", true}, {"change", kIncremental}, {"save", {{"includeText", false}}}};
}

void take_open(Session& session, const Json& params) {
  const std::string uri = need_text(params, "textDocument.uri");
  std::string text = need_text(params, "textDocument.text");
  const std::optional<std::string> path = path_of_uri(uri);
  if (!path) return;  // of another scheme: a text that is nowhere, or of another program
  if (const Document* const before = session.documents.find(uri)) session.homes.closing(*before);
  Document& document = session.documents.open(uri, *path);
  document.set(version_in(params), text.size() > kLongestText ? std::string() : std::move(text));
  session.homes.opened(document);
}

void take_change(Session& session, const Json& params) {
  Document* const document = session.documents.find(need_text(params, "textDocument.uri"));
  if (document == nullptr) return;
  std::string text = document->text();
  for (const Json& change : need_list(params, "contentChanges"))
    text = with_change(std::move(text), change, session.client.units);
  if (text.size() > kLongestText) text.clear();
  document->set(version_in(params), std::move(text));
  session.homes.changed(*document);
}

void take_save(Session& session, const Json& params) {
  if (const std::optional<std::string> path = path_of_uri(need_text(params, "textDocument.uri")))
    session.homes.disk_changed(*path);
}

void take_close(Session& session, const Json& params) {
  const Document* const document = session.documents.find(need_text(params, "textDocument.uri"));
  if (document == nullptr) return;
  session.homes.closing(*document);
  session.documents.close(std::string(document->uri()));
}

void take_watched(Session& session, const Json& params) {
  for (const Json& change : need_list(params, "changes"))
    if (const std::optional<std::string> path = path_of_uri(need_text(change, "uri")))
      session.homes.disk_changed(*path);
}

void take_folders(Session& session, const Json& params) {
  for (const Json& folder : need_list(params, "event.removed"))
    if (const std::optional<std::string> path = path_of_uri(need_text(folder, "uri")))
      session.homes.remove_folder(*path);
  for (const Json& folder : need_list(params, "event.added"))
    if (const std::optional<std::string> path = path_of_uri(need_text(folder, "uri"))) session.homes.add_folder(*path);
}

}  // namespace cpm::lsp
