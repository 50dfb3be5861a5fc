// Drawings and calendars with hostile texts: as many parts as were given, each text in its place.
#include <libical/ical.h>

#include <memory>

#include "base/text.h"
#include "render/svg.h"
#include "render/writers.h"
#include "report/chart.h"
#include "report/flowchart.h"
#include "tests/fuzz/county.h"
#include "tests/fuzz/demand.h"
#include "tests/fuzz/hostile.h"
#include "tests/fuzz/judges.h"
#include "tests/fuzz/targets.h"

namespace cpm::fuzz {
namespace {

constexpr std::size_t kMost = 4;

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

std::optional<base::Tenths> percent(Bytes& bytes) {
  if (!bytes.flag()) return std::nullopt;
  return base::Tenths{static_cast<std::int64_t>(bytes.number(250)) * 4};
}

report::HeatMap heat_map(Bytes& bytes) {
  report::HeatMap map;
  for (std::size_t grids = bytes.number(2); grids > 0; --grids) {
    report::HeatMapGrid& grid = map.grids.emplace_back();
    grid.title = bytes.text();
    for (std::size_t columns = bytes.number(kMost); columns > 0; --columns) grid.columns.push_back(bytes.text());
    for (std::size_t rows = bytes.number(kMost); rows > 0; --rows) {
      report::HeatMapRow& row = grid.rows.emplace_back();
      row.label = bytes.text();
      for (std::size_t i = 0; i < grid.columns.size(); ++i) row.percents.push_back(percent(bytes));
    }
  }
  return map;
}

report::BarChart bar_chart(Bytes& bytes) {
  report::BarChart chart;
  for (std::size_t bars = bytes.number(kMost); bars > 0; --bars) {
    report::Bar& bar = chart.bars.emplace_back();
    bar.label = bytes.text();
    bar.percent = percent(bytes);
    bar.note = bytes.text();
  }
  return chart;
}

report::StackChart stack_chart(Bytes& bytes) {
  report::StackChart chart;
  for (std::size_t values = 1 + bytes.number(kMost); values > 0; --values) chart.values.push_back(bytes.text());
  chart.scale = bytes.number(chart.values.size());
  for (std::size_t stacks = bytes.number(kMost); stacks > 0; --stacks) {
    report::Stack& stack = chart.stacks.emplace_back();
    stack.label = bytes.text();
    for (std::size_t i = 0; i < chart.values.size(); ++i)
      stack.counts.push_back(static_cast<std::int64_t>(bytes.number(50)));
  }
  return chart;
}

report::Gantt gantt(Bytes& bytes) {
  report::Gantt chart{.first = some_day(), .last = base::add_days(some_day(), 400), .as_of = some_day(), .groups = {}};
  for (std::size_t groups = bytes.number(2); groups > 0; --groups) {
    report::GanttGroup& group = chart.groups.emplace_back();
    group.label = bytes.text();
    for (std::size_t steps = bytes.number(kMost); steps > 0; --steps) {
      report::GanttStep& step = group.steps.emplace_back();
      step.label = bytes.text();
      step.state = bytes.text();
      if (bytes.flag()) step.start = base::add_days(some_day(), static_cast<int>(bytes.number(100)));
      if (bytes.flag()) step.due = base::add_days(some_day(), static_cast<int>(bytes.number(250)));
    }
  }
  return chart;
}

/// The picture is one drawing with one title and one description, and nothing in it runs or leads away.
void judge_chart(Bytes& bytes, decltype(report::Chart::shape) shape) {
  report::Chart chart{.name = "some", .title = bytes.text(), .description = bytes.text(), .shape = std::move(shape)};
  const std::string picture = render::svg_file(chart);
  judge_text(picture);
  const std::string structure = xml_structure(picture);
  demand(count_of(structure, "<title") == 1 && count_of(structure, "<desc") == 1, "one title, one description");
  for (const std::string_view part : {"<script", "<a ", "<a>", "<image", "<foreignObject"})
    demand(count_of(structure, part) == 0, "nothing that runs or leads away");
}

/// "  n1["…"]", with or without its class.
bool is_box(std::string_view line, std::size_t number) {
  const std::string start = "  n" + std::to_string(number) + "[\"";
  if (!line.starts_with(start)) return false;
  std::string_view rest = line.substr(start.size());
  if (rest.ends_with(":::loose")) rest.remove_suffix(8);
  return rest.ends_with("\"]") &&
         rest.substr(0, rest.size() - 2).find_first_of("\"[]{}()<>|`\\") == std::string_view::npos;
}

void judge_flowchart(Bytes& bytes) {
  report::Flowchart chart;
  chart.title = bytes.text();
  chart.description = bytes.text();
  for (std::size_t boxes = bytes.number(kMost); boxes > 0; --boxes) {
    report::Box& box = chart.boxes.emplace_back();
    box.marked = bytes.flag();
    box.label = bytes.text();
  }
  for (std::size_t arrows = chart.boxes.empty() ? 0 : bytes.number(kMost); arrows > 0; --arrows) {
    const std::size_t from = bytes.number(chart.boxes.size() - 1);
    chart.arrows.emplace_back(from, bytes.number(chart.boxes.size() - 1));
  }
  const std::string text = report::drawing(chart).mermaid;
  judge_text(text);
  const auto lines = base::split(text, '\n');
  constexpr std::size_t kHead = 4;
  demand(lines.size() == kHead + chart.boxes.size() + chart.arrows.size() + 1,
         "a line for each box and arrow: " + text);
  for (std::size_t i = 0; i < chart.boxes.size(); ++i)
    demand(is_box(lines[kHead + i], i + 1), "a label stays a label: " + std::string(lines[kHead + i]));
}

report::Calendar calendar(Bytes& bytes) {
  report::Calendar made{.as_of = some_day()};
  for (std::size_t events = bytes.number(kMost); events > 0; --events) {
    report::CalendarEvent& event = made.events.emplace_back();
    event.first = some_day();
    event.last = base::add_days(event.first, static_cast<int>(bytes.number(30)));
    event.uid = bytes.text();
    event.summary = bytes.text();
    event.place = bytes.text();
    event.canceled = bytes.flag();
    for (std::size_t lines = bytes.number(2); lines > 0; --lines) event.description.push_back(bytes.text());
  }
  return made;
}

struct FreeCalendar {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};

void judge_event(icalcomponent* read, const report::CalendarEvent& event) {
  demand(read != nullptr, "as many events as were given");
  const char* const summary = icalcomponent_get_summary(read);
  const std::string said = summary == nullptr ? "" : summary;
  const std::string given = base::visible(event.summary);
  demand(base::trimmed(said) == base::trimmed(given),
         "an event says what it was given: `" + said + "`, not `" + given + "`");
  const int statuses = icalcomponent_count_properties(read, ICAL_STATUS_PROPERTY);
  demand(statuses == (event.canceled ? 1 : 0), "no text becomes another property");
  demand(icalcomponent_count_properties(read, ICAL_X_PROPERTY) == 0, "no text becomes another property");
}

/// Lines of a calendar end in CR LF, and no text brings a CR of its own.
void judge_lines(const std::string& text) {
  std::string lines;
  for (std::size_t at = 0; at < text.size(); ++at)
    if (text.compare(at, 2, "\r\n") != 0) lines += text[at];
  judge_text(lines);
}

void judge_calendar(Bytes& bytes) {
  const report::Calendar made = calendar(bytes);
  const std::string text = render::calendar_text(made);
  judge_lines(text);
  const std::unique_ptr<icalcomponent, FreeCalendar> read(icalparser_parse_string(text.c_str()));
  demand(read != nullptr, "what is written as iCalendar can be read");
  icalcomponent* found = icalcomponent_get_first_component(read.get(), ICAL_ANY_COMPONENT);
  for (const report::CalendarEvent& event : made.events) {
    judge_event(found, event);
    found = icalcomponent_get_next_component(read.get(), ICAL_ANY_COMPONENT);
  }
  demand(found == nullptr, "as many events as were given");
}

}  // namespace

void write_pictures(std::string_view bytes) {
  Bytes from(bytes);
  judge_chart(from, heat_map(from));
  judge_chart(from, bar_chart(from));
  judge_chart(from, stack_chart(from));
  judge_chart(from, gantt(from));
  judge_flowchart(from);
  judge_calendar(from);
}

}  // namespace cpm::fuzz
