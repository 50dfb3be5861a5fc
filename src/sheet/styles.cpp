#include "sheet/styles.h"

#include <array>

#include <fmt/format.h>

namespace cpm::sheet {
namespace {

/// One cell format: number format, font, fill, border by their positions below; may it be changed in a protected sheet?
struct LookRow {
  int number_format = 0;  ///< 49 is text; 164 is ours
  int font = 0;
  int fill = 0;
  int border = 0;
  bool open = false;
  std::string_view alignment = R"(vertical="top" wrapText="1")";
};

constexpr std::array<LookRow, 11> kLooks = {{
    {.alignment = R"(vertical="top")"},
    {.font = 1, .fill = 2, .border = 1, .alignment = R"(vertical="center" wrapText="1")"},
    {.number_format = 49, .border = 1, .open = true},
    {.border = 1, .open = true, .alignment = R"(horizontal="left" vertical="top" wrapText="1")"},
    {.number_format = 164, .border = 1, .open = true, .alignment = R"(horizontal="left" vertical="top")"},
    {.border = 1, .open = true, .alignment = R"(horizontal="right" vertical="top")"},
    {.number_format = 49, .font = 2, .fill = 3, .border = 1},
    {.number_format = 49, .font = 3, .fill = 3, .border = 1},
    {.font = 4},
    {.font = 5},
    {},
}};

constexpr std::string_view kFonts =
    R"(<fonts count="6"><font><sz val="11"/><color rgb="FF1A1A1A"/><name val="Calibri"/><family val="2"/></font>)"
    R"(<font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/><family val="2"/></font>)"
    R"(<font><sz val="10"/><color rgb="FF404040"/><name val="Calibri"/><family val="2"/></font>)"
    R"(<font><i/><sz val="10"/><color rgb="FF404040"/><name val="Calibri"/><family val="2"/></font>)"
    R"(<font><b/><sz val="16"/><color rgb="FF1F3864"/><name val="Calibri"/><family val="2"/></font>)"
    R"(<font><b/><sz val="12"/><color rgb="FF1F3864"/><name val="Calibri"/><family val="2"/></font></fonts>)";

constexpr std::string_view kFills =
    R"(<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>)"
    R"(<fill><patternFill patternType="solid"><fgColor rgb="FF1F3864"/><bgColor indexed="64"/></patternFill></fill>)"
    R"(<fill><patternFill patternType="solid"><fgColor rgb="FFF2F2F2"/><bgColor indexed="64"/></patternFill></fill></fills>)";

constexpr std::string_view kBorders =
    R"(<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>)"
    R"(<border><left style="thin"><color rgb="FFBFBFBF"/></left><right style="thin"><color rgb="FFBFBFBF"/></right>)"
    R"(<top style="thin"><color rgb="FFBFBFBF"/></top><bottom style="thin"><color rgb="FFBFBFBF"/></bottom><diagonal/></border></borders>)";

std::string format_of(const LookRow& look) {
  return fmt::format(
      R"(<xf numFmtId="{}" fontId="{}" fillId="{}" borderId="{}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" )"
      R"(applyBorder="1" applyAlignment="1" applyProtection="1"><alignment {}/><protection locked="{}"/></xf>)",
      look.number_format, look.font, look.fill, look.border, look.alignment, look.open ? 0 : 1);
}

}  // namespace

Look look_of(Column::Kind kind) {
  constexpr std::array kLookOf = {Look::text, Look::general, Look::day, Look::number, Look::key, Look::derived};
  return kLookOf[static_cast<std::size_t>(kind)];
}

std::string styles_xml() {
  std::string formats;
  for (const LookRow& look : kLooks) formats += format_of(look);
  return fmt::format(R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
                     "\n"
                     R"(<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">)"
                     R"(<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts>{}{}{})"
                     R"(<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>)"
                     R"(<cellXfs count="{}">{}</cellXfs>)"
                     R"(<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>)"
                     R"(<dxfs count="0"/><tableStyles count="0"/></styleSheet>)",
                     kFonts, kFills, kBorders, kLooks.size(), formats);
}

}  // namespace cpm::sheet
