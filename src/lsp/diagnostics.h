#pragma once
// Findings as the protocol shows them: the words of `cpm check`, at their places.
#include <functional>
#include <map>
#include <string>

#include "diag/diagnostic.h"
#include "diag/source_file.h"
#include "lsp/client.h"
#include "lsp/json.h"

namespace cpm::lsp {

/// The name of a file for the client.
using NameOf = std::function<std::string(const diag::SourceFile&)>;

/// What is shown of the files of one check.
class DiagnosticTeller {
 public:
  DiagnosticTeller(const diag::SourceMap& sources, const Client& client, NameOf name)
      : sources_(sources), client_(client), name_(std::move(name)) {}

  Json json_of(const diag::Diagnostic& finding);
  /// Of a span; that of a whole file is its first line.
  Json range_of(const diag::Span& span);

 private:
  const Places& places_of(diag::FileId file);
  Json related(const diag::Diagnostic& finding);

  const diag::SourceMap& sources_;
  const Client& client_;
  NameOf name_;
  std::map<diag::FileId, Places> places_;
};

/// The message, then notes and help in lines of their own.
std::string words_of(const diag::Diagnostic& finding);

/// The page that explains a code, which the server itself writes.
std::string explanation_uri(diag::Code code);

}  // namespace cpm::lsp
