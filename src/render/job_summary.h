#pragma once
// The findings of a check as Markdown for the summary page that a host keeps of a job. Hosts take so many bytes and no more.
#include <cstddef>
#include <string>

#include "render/formats.h"

namespace cpm::render {

/// The weightiest findings first. What does not fit into `limit` bytes is left out, whole rows at a time, and counted.
std::string job_summary(const Job& job, std::size_t limit);

}  // namespace cpm::render
