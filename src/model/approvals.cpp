#include "model/approvals.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace cpm::model {
namespace {

/// Later by its day, or further down among those of one day.
bool is_later(const Approval& other, const Approval& than) {
  if (*other.on != *than.on) return *other.on > *than.on;
  return &other > &than;
}

}  // namespace

const std::vector<Approval>* approvals_of(const Content& content) {
  const auto find = [](const auto& some) -> const std::vector<Approval>* {
    if constexpr (requires { some.approvals; })
      return &some.approvals;
    else
      return nullptr;
  };
  return std::visit(find, content);
}

bool is_same_party(std::string_view a, std::string_view b) {
  return base::wrapped(base::lower(a), 0) == base::wrapped(base::lower(b), 0);
}

bool is_about_same(const Approval& a, const Approval& b) {
  return a.of.given == b.of.given && *a.of == *b.of;
}

ApprovalState state_of(const Approval& approval, const std::vector<Approval>& all) {
  const bool renewed = std::ranges::any_of(all, [&](const Approval& other) {
    return is_later(other, approval) && is_about_same(other, approval) && is_same_party(*other.by, *approval.by);
  });
  if (renewed) return ApprovalState::renewed;
  if (!approval.content) return ApprovalState::unbound;
  return *approval.content == approval.now ? ApprovalState::holds : ApprovalState::changed;
}

}  // namespace cpm::model
