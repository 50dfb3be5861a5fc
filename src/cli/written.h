#pragma once
// Where the new bytes of a file stand, while further edits move them; what was taken out leaves nothing that stands anywhere.
#include <cstddef>
#include <optional>
#include <vector>

#include "diag/diagnostic.h"

namespace cpm::cli {

class Written {
 public:
  /// Edits of one change, of the bytes as they are after all earlier ones.
  void add(std::vector<diag::Edit> edits, std::size_t change = 0);
  /// The same bytes with this edit of one of the stretches.
  void follow(const diag::Edit& edit);

  bool meets(const diag::Span& span) const { return change_at(span).has_value(); }
  bool holds(const diag::Span& span) const;
  /// The change that wrote what stands there: of several around it the narrowest.
  std::optional<std::size_t> change_at(const diag::Span& span) const;

 private:
  struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t change = 0;
  };
  std::vector<Stretch> stretches_;
};

}  // namespace cpm::cli
