#pragma once
// The sheet that charts are drawn on, from top to bottom. Across, places are shares of the width in tenths of a percent, so
// that a picture in a page can stretch while its letters keep their size; down, they are pixels. One function for each shape
// of a chart; svg.cpp writes what is around them.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/ratio.h"
#include "report/chart.h"

namespace cpm::render {

/// A place across: a share of the width, and pixels added to it. Shapes have one or the other; text may have both.
struct Across {
  std::int64_t share = 0;  ///< tenths of a percent, 0 to 1000
  std::int64_t pixels = 0;
};

inline constexpr Across kLeft{};
inline constexpr Across kRight{.share = 1000};

struct Canvas {
  std::string id;                ///< before every id in the picture
  bool stretches = false;        ///< places across are written as percents; else as pixels of `width`
  bool scrolls = false;          ///< too much to stretch to the width of a telephone
  std::int64_t width = 720;      ///< of a picture that does not stretch
  std::int64_t y = 0;            ///< where the next thing goes
  std::string definitions = {};  ///< patterns
  std::string body = {};
};

/// Letters of the plain font are taken to be so wide, in pixels, on the side of caution.
inline constexpr std::size_t kLetter = 8;

/// What a telephone of 320 pixels leaves of a page: so many pixels; so many letters of a label in bold, and of a note.
inline constexpr std::size_t kPhoneWidth = 272;
inline constexpr std::size_t kLettersOfPhone = 31;
inline constexpr std::size_t kNoteLettersOfPhone = 36;
/// Letters of a label or note across a picture in a file of its own.
inline constexpr std::size_t kLettersOfFile = 84;

/// `style`: class names of chart.css.
void draw_text(Canvas& canvas, Across x, std::int64_t y, std::string_view style, std::string_view text);
/// Lines of at most so many letters below each other from `y`; returns the place of the last line.
std::int64_t draw_lines(Canvas& canvas, Across x, std::int64_t y, std::string_view style,
                        const std::vector<std::string>& lines);
void draw_line(Canvas& canvas, Across x1, std::int64_t y1, Across x2, std::int64_t y2, std::string_view style);
/// From one share of the width to another.
void draw_box(Canvas& canvas, std::int64_t from, std::int64_t to, std::int64_t y, std::int64_t height,
              std::string_view style, std::string_view pattern = {});
void draw_circle(Canvas& canvas, Across x, std::int64_t y, std::int64_t radius, std::string_view style);
/// A diamond, or a triangle that points down, around a place.
void draw_diamond(Canvas& canvas, Across x, std::int64_t y, std::string_view style);
void draw_flag(Canvas& canvas, Across x, std::int64_t y, std::string_view style);

/// A pattern that fills shapes; its name, for draw_box. `marks`: what is drawn in each square of 8 pixels.
std::string add_pattern(Canvas& canvas, std::string_view name, std::string_view back, std::string_view marks);

/// The share of a percent: 55.0% → 550, held between 0 and 1000.
std::int64_t share_of(base::Tenths percent);

/// One line of text, shortened to so many letters.
std::string fitted(std::string_view text, std::size_t letters);
/// At most so many lines; the last one says that there is more.
std::vector<std::string> label_lines(std::string_view text, std::size_t letters, std::size_t most = 2);
/// The lines of a label that stands left of a figure, on a telephone too.
std::vector<std::string> lines_beside(const Canvas& canvas, std::string_view figure, std::string_view label, bool bold);

// The shapes, each in its svg_*.cpp.

void draw(Canvas& canvas, const report::BarChart& chart);
void draw(Canvas& canvas, const report::StackChart& chart);
void draw(Canvas& canvas, const report::ShiftChart& chart);
void draw(Canvas& canvas, const report::Gantt& chart);
void draw(Canvas& canvas, const report::LineChart& chart);
void draw(Canvas& canvas, const report::HeatMap& chart);
void draw(Canvas& canvas, const report::YearCalendar& year);
void draw(Canvas& canvas, const report::Layers& layers);

}  // namespace cpm::render
