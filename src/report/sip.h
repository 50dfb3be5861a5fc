#pragma once
// What the page on the System Improvement Plan (SIP) and its result share: the rows of the chart, agency by agency.
#include <optional>
#include <string>
#include <vector>

#include "score/sip.h"

namespace cpm::report {

/// A strategy with one of its steps; nullptr: no step of the plans serves it in this chart.
struct SipChartRow {
  const score::SipStrategy* strategy = nullptr;
  const score::SipStep* step = nullptr;
};

/// The five-year chart of one agency; of none, where the files do not say whose a strategy is.
struct SipChart {
  std::optional<model::SipAgency> agency = {};
  std::vector<SipChartRow> rows = {};
};

/// Child welfare, probation, then what names no agency; only those with rows.
std::vector<SipChart> sip_charts(const score::SipView& view);

/// The day on which it was to be done at first, if an earlier plan gives another than the newest.
std::optional<base::Timeframe> first_due(const score::SipStep& step);

}  // namespace cpm::report
