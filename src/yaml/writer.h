#pragma once
// Writing new YAML files (templates, `cpm new`), with comments. Never used on a file that a person wrote.
#include <memory>
#include <string>
#include <string_view>

namespace cpm::yaml {

/// Builds one document, block style, two spaces of indentation. Texts that another reader could take for a number, a date
/// or a yes/no are quoted.
class Writer {
 public:
  Writer();
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  Writer& begin_map();
  Writer& end_map();
  Writer& begin_list();
  Writer& end_list();
  Writer& key(std::string_view name);
  Writer& text(std::string_view value);    ///< quoted when needed
  Writer& quoted(std::string_view value);  ///< always in double quotes
  Writer& plain(std::string_view value);   ///< exactly as given: numbers, dates, `true`
  Writer& empty_list();
  /// A comment on lines of its own before what follows, or at the end of the document.
  Writer& comment(std::string_view text);
  /// A blank line before what follows.
  Writer& blank_line();
  /// The document, ending in one line end. Asserts that all maps and lists were closed.
  std::string finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cpm::yaml
