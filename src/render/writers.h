#pragma once
// One function for each format: an outcome and its findings as bytes. The table of formats is in formats.cpp.
#include <cstddef>
#include <string>

#include "render/formats.h"
#include "report/calendar.h"

namespace cpm::render {

// The page, for people.
std::string write_text(const Job& job);
std::string write_markdown(const Job& job);
std::string write_html(const Job& job);

// The result, for other programs.
std::string write_json(const Job& job);
/// The records under the result's key `rows`: a line of heads, then one line each.
std::string write_csv(const Job& job);
/// All-day events without alarms that block no time. The same calendar gives the same bytes: stamps and sequence numbers come
/// from the as-of date, never from the clock. Imported again at a later date, an event replaces the one with its UID.
std::string calendar_text(const report::Calendar& calendar);

// The findings of a check, for hosts of code.
std::string write_sarif(const Job& job);
std::string write_junit(const Job& job);
std::string write_github(const Job& job);
std::string write_gitlab(const Job& job);
/// As Markdown for the page that a host keeps of a job, the most severe first. What does not fit into `limit` bytes is left
/// out, whole rows at a time, and counted.
std::string job_summary(const Job& job, std::size_t limit);

}  // namespace cpm::render
