#include "lsp/documents.h"

#include <algorithm>

#include "lsp/uri.h"

namespace cpm::lsp {

void Document::set(std::int64_t version, std::string text) {
  reading_.reset();
  version_ = version;
  text_ = std::move(text);
}

const assist::Reading& Document::reading() const {
  if (!reading_) reading_ = std::make_unique<assist::Reading>(text_);
  return *reading_;
}

Document& Documents::open(const std::string& uri, const std::string& path) {
  close(uri);
  return all_.emplace_back(uri, path, files_.real_path(path));
}

void Documents::close(std::string_view uri) {
  std::erase_if(all_, [&](const Document& document) { return document.uri() == uri; });
}

Document* Documents::find(std::string_view uri) {
  const auto found = std::ranges::find(all_, uri, &Document::uri);
  return found == all_.end() ? nullptr : &*found;
}

const Document* Documents::find_real(std::string_view real) const {
  const auto found = std::ranges::find(all_, real, &Document::real);
  return found == all_.end() ? nullptr : &*found;
}

std::string Documents::uri_of(const std::string& path) const {
  const auto own = std::ranges::find(all_, path, &Document::path);
  if (own != all_.end()) return own->uri();
  const Document* const same = all_.empty() ? nullptr : find_real(files_.real_path(path));
  return same == nullptr ? uri_of_path(path) : same->uri();
}

}  // namespace cpm::lsp
