#include "rules/surroundings.h"

namespace cpm::rules {
namespace {

constexpr int kJuly = 7;  // California's counties

}  // namespace

const model::Repository* repository_of(const Subject& subject) {
  const std::size_t home = subject.document.home;
  return home < subject.workspace.homes.size() ? subject.workspace.homes[home].repository : nullptr;
}

std::int64_t smallest_group(const Subject& subject) {
  return model::smallest_group(subject.workspace, subject.document.home);
}

int fiscal_year_start(const Subject& subject) {
  const model::Repository* const repository = repository_of(subject);
  const bool own = repository != nullptr && repository->fiscal_year_start.given;
  return own ? static_cast<int>(*repository->fiscal_year_start) : kJuly;
}

}  // namespace cpm::rules
