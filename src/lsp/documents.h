#pragma once
// The texts that the client has open. They count instead of what the disk has.
#include <cstdint>
#include <list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "assist/reading.h"
#include "base/files.h"

namespace cpm::lsp {

class Document {
 public:
  Document(std::string uri, std::string path, std::string real)
      : uri_(std::move(uri)), path_(std::move(path)), real_(std::move(real)) {}

  const std::string& uri() const { return uri_; }    ///< as the client writes it
  const std::string& path() const { return path_; }  ///< absolute
  const std::string& real() const { return real_; }  ///< with links resolved
  std::int64_t version() const { return version_; }
  const std::string& text() const { return text_; }

  void set(std::int64_t version, std::string text);
  /// What the text is by the field tables; worked out once for each text.
  const assist::Reading& reading() const;

 private:
  std::string uri_;
  std::string path_;
  std::string real_;
  std::int64_t version_ = 0;
  std::string text_;
  mutable std::unique_ptr<assist::Reading> reading_;
};

/// Addresses of documents stay valid until they are closed.
class Documents {
 public:
  explicit Documents(const base::Files& files) : files_(files) {}

  /// Opened again, a document begins anew.
  Document& open(const std::string& uri, const std::string& path);
  void close(std::string_view uri);
  /// nullptr when it is not open.
  Document* find(std::string_view uri);
  const Document* find_real(std::string_view real) const;
  /// The name of a file for the client: its own where it has the file open.
  std::string uri_of(const std::string& path) const;
  const std::list<Document>& all() const { return all_; }

 private:
  const base::Files& files_;
  std::list<Document> all_;
};

}  // namespace cpm::lsp
