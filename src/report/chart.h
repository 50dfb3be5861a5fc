#pragma once
// A picture beside a table: what it shows, in exact figures, dates and words, without size, color or layout. Each says
// again what a table or sentence of its page says; formats without pictures leave it out.
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/ratio.h"

namespace cpm::report {

/// A percent as a bar, and how far open answers could move it.
struct Bar {
  std::string label;
  std::optional<base::Tenths> percent = {};  ///< nothing: there is none
  std::optional<base::Tenths> low = {};      ///< set together with `high`
  std::optional<base::Tenths> high = {};
  std::string note = {};  ///< a line below the label; empty: none
};

struct BarChart {
  std::vector<Bar> bars;
  bool has_total = false;                      ///< the last bar is the total of the others
  std::optional<std::int64_t> benchmark = {};  ///< percent
};

/// How many of each value. `counts` has one number for each of the chart's values.
struct Stack {
  std::string label;
  std::vector<std::int64_t> counts;
};

struct StackChart {
  std::vector<std::string> values;  ///< in the order of the counts
  std::size_t scale = 0;  ///< so many of them, from the first, are the scale from high to low; the rest are open
  std::vector<Stack> stacks;
};

/// A percent then and now, or now and as it would be; between them what was aimed at.
struct Shift {
  std::string label;
  std::optional<base::Tenths> before = {};
  std::optional<base::Tenths> now = {};
  std::string change;  ///< in words
  std::optional<base::Tenths> aim = {};
};

struct ShiftChart {
  std::string before;  ///< "March 13, 2025"
  std::string now;     ///< empty: its word says it all
  std::vector<Shift> shifts;
  std::string before_word = "then";  ///< beside the figures
  std::string now_word = "now";
  std::string aim = {};  ///< what aimed at it: "plan of June 10, 2025"; empty: nothing did
};

enum class BarLook { planned, active, done, late, dropped };

struct GanttStep {
  std::string label;
  std::string state;  ///< in words, with what is to be known: "delayed; 12 days overdue"
  BarLook look = BarLook::planned;
  std::optional<base::Date> start = {};
  std::optional<base::Date> due = {};
  std::optional<base::Date> monitor_on = {};
};

struct GanttGroup {
  std::string label;
  std::vector<GanttStep> steps;
};

/// Steps on a line of time from `first` to `last`.
struct Gantt {
  base::Date first{};
  base::Date last{};
  base::Date as_of{};
  std::vector<GanttGroup> groups;
};

struct LinePoint {
  base::Date date{};
  base::Ratio value{};
  std::string text;  ///< "61.9%"
};

struct LineTarget {
  base::Ratio value{};
  std::string text;
};

/// One line in a field of its own, so that no line has to be told from another.
struct Line {
  std::string label;
  std::vector<LinePoint> points;  ///< by date
  std::optional<LineTarget> target = {};
  std::string unit = {};  ///< "pages": what the figures count, when they do not say it themselves
};

struct LineChart {
  std::vector<Line> lines;
  bool percents = false;  ///< all fields go from 0 to 100; else each from 0 to its own highest value
};

struct HeatMapRow {
  std::string label;
  std::vector<std::optional<base::Tenths>> percents;  ///< one per column; nothing: no percent
};

/// One grid; different instruments never share one.
struct HeatMapGrid {
  std::string title;
  std::vector<std::string> columns;
  std::vector<HeatMapRow> rows;
};

struct HeatMap {
  std::vector<HeatMapGrid> grids;
};

enum class YearLook { planned, done, late, dropped };

struct YearEntry {
  std::string label;  ///< its day, its title, and its state where that is to be known
  YearLook look = YearLook::planned;
  base::Date from{};
  base::Date to{};  ///< the last day
};

struct YearLane {
  std::string label;
  std::vector<YearEntry> entries;  ///< by day
};

/// Twelve months from `first`, with a lane for each kind of entry.
struct YearCalendar {
  base::Date first{};
  base::Date as_of{};
  std::vector<YearLane> lanes;
};

struct LayerBox {
  std::string label;
  bool marked = false;  ///< drawn with a dashed frame; the label says why
};

struct LayerColumn {
  std::string head;
  std::vector<LayerBox> boxes;
  bool has_rest = false;  ///< the last box stands for records that were left out
};

/// From one box to another one, each by column and place in it.
struct LayerArrow {
  std::size_t from_column = 0;
  std::size_t from_box = 0;
  std::size_t to_column = 0;
  std::size_t to_box = 0;
};

/// Boxes in columns and arrows from left to right; report/flowchart puts them in order.
struct Layers {
  std::vector<LayerColumn> columns;
  std::vector<LayerArrow> arrows;
};

struct Chart {
  std::string name;         ///< "areas": a part of the picture's file name
  std::string title;        ///< what it shows
  std::string description;  ///< the picture in words, for readers who do not see it
  std::variant<BarChart, StackChart, ShiftChart, Gantt, LineChart, HeatMap, YearCalendar, Layers> shape;
};

}  // namespace cpm::report
