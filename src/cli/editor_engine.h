#pragma once
// What the language server asks of cpm, answered by the commands' own code: findings of `cpm check`, fixes of `cpm fix`,
// reports. Each repository that somebody works in keeps its files and what was read of them, so that a key press decodes one.
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/environment.h"
#include "cli/shelf.h"
#include "format/memory.h"
#include "lsp/engine.h"

namespace cpm::cli {

class EditorEngine final : public lsp::Engine {
 public:
  /// All must outlive it. `today` is asked again and again: an editor stays open over midnight.
  EditorEngine(Environment& environment, const lsp::Documents& open, std::function<base::Date()> today)
      : environment_(environment), open_(open), today_(std::move(today)) {}

  lsp::Root root_of(const std::string& path) override;
  std::vector<lsp::Root> roots_below(const std::string& folder) override;
  lsp::Checked check(const lsp::Root& root, const lsp::CheckWish& wish) override;
  std::unique_ptr<assist::Around> around(const lsp::Root& root, const std::string& inside) override;
  std::string bytes_of(const lsp::Root& root, const std::string& inside) override;
  std::string fixed(const lsp::Root& root, const std::string& inside) override;
  lsp::Ran run(const lsp::Root& root, const std::vector<std::string>& words) override;
  void look_again(const lsp::Root& root) override;
  void forget(const lsp::Root& root) override { desks_.erase(root); }
  base::Date today() override { return today_(); }

 private:
  struct Desk {
    Shelf files;
    format::Memory memory = {};
  };

  Desk& desk(const lsp::Root& root);
  Environment environment_of(Desk& desk, std::istream& in, std::ostream& out, std::ostream& err) const;

  Environment& environment_;
  const lsp::Documents& open_;
  std::function<base::Date()> today_;
  std::map<lsp::Root, std::unique_ptr<Desk>> desks_;
};

}  // namespace cpm::cli
