// Codes 1xx: text and YAML.
#include "diag/catalog_tables.h"

namespace cpm::diag {
namespace {

constexpr CodeInfo kText[] = {
    {.code = 101,
     .name = "not-utf8",
     .severity = Severity::error,
     .place = "every file",
     .summary = "text that is not UTF-8",
     .explanation =
         "The file contains bytes that are not UTF-8 text, the usual encoding of today's editors; the places shown "
         "would come out as wrong letters in a report. This happens when a file was saved as \"ANSI\" or "
         "\"Windows-1252\", or pasted from an old document. Open the file in an editor, choose \"Save with encoding: "
         "UTF-8\" and save it again; then look at names with accents.",
     .basis = ""},
    {.code = 102,
     .name = "control-character",
     .severity = Severity::error,
     .place = "every file",
     .summary = "a control character in the text",
     .explanation =
         "The text has a character that nobody types on purpose: a bell, an escape, a null. Such characters come with "
         "text copied from a terminal or a damaged file, cannot be seen, and may hide what the file really says. "
         "Delete the character at the place shown and type the word again.",
     .basis = ""},
    {.code = 103,
     .name = "utf-16",
     .severity = Severity::error,
     .place = "every file",
     .summary = "a file saved as UTF-16 or UTF-32",
     .explanation =
         "The file was saved in a two-byte encoding, as some Windows programs call \"Unicode\". Only UTF-8 is read, "
         "so that git can show changes and every tool sees the same text. Save the file again with the encoding UTF-8.",
     .basis = ""},
    {.code = 104,
     .name = "byte-order-mark",
     .severity = Severity::error,
     .place = "every file",
     .summary = "a byte order mark in the middle of a file",
     .explanation =
         "A byte order mark is an invisible character that some programs put at the very start of a file. In the middle it "
         "would become part of a word, so that two equal words differ. It appears when files are joined; delete the "
         "line's first character, or type the line again.",
     .basis = ""},
    {.code = 105,
     .name = "file-too-large",
     .severity = Severity::error,
     .place = "every file",
     .summary = "a file above the size limit",
     .explanation =
         "The file is larger than cpm reads; 1 MiB is the usual limit, about fifty times a full Snapshot. A file of "
         "that size is nearly always not meant for cpm, or holds pasted material. Keep documents elsewhere and name "
         "them in `evidence`, or raise the limit on the command line.",
     .basis = ""},
    {.code = 106,
     .name = "empty-file",
     .severity = Severity::error,
     .place = "every file",
     .summary = "an empty file",
     .explanation =
         "The file has no keys at all: it is empty or holds only comments. cpm cannot tell what it was meant to be. "
         "Write it (`cpm new` gives a template to fill in), delete it, or name it under `ignore` in `cpm.yaml`.",
     .basis = ""},
    {.code = 107,
     .name = "merge-conflict",
     .severity = Severity::error,
     .place = "every file",
     .summary = "conflict markers of git left in a file",
     .explanation =
         "Git left both versions of a passage in the file, between lines of `<<<<<<<`, `=======` and `>>>>>>>`, "
         "because two people changed the same lines. Until somebody chooses, the file says two things. Keep the right "
         "lines, delete the others and the three marker lines, and check again.",
     .basis = ""},
    {.code = 108,
     .name = "directive",
     .severity = Severity::error,
     .place = "every file",
     .summary = "a line that starts with `%`",
     .explanation =
         "A line that starts with `%` is an instruction to YAML software, not text; cpm's files need none. If the "
         "line is text, for instance a percentage, put it in quotes after its key. Otherwise delete it.",
     .basis = ""},
    {.code = 109,
     .name = "too-many-blank-lines",
     .severity = Severity::error,
     .place = "every file",
     .summary = "thousands of blank lines in a row",
     .explanation =
         "The file has a run of thousands of blank lines, which slows every tool that reads it. Usually an editor or "
         "a conversion went wrong. Delete the blank lines.",
     .basis = ""},
    {.code = 110,
     .name = "tab-indent",
     .severity = Severity::error,
     .place = "every file",
     .summary = "a tab where YAML needs spaces",
     .explanation =
         "What belongs together is shown by how far lines are indented, and tabs are as wide as each editor "
         "likes; so YAML allows only spaces there. The line shown starts with a tab. Replace it by as many spaces as "
         "the neighboring lines have, and set the editor to insert spaces for the tab key.",
     .basis = ""},
    {.code = 111,
     .name = "unclosed-quote",
     .severity = Severity::error,
     .place = "every file",
     .summary = "a quote that is never closed",
     .explanation =
         "A text starts with a quote and never ends, so everything after it was swallowed into that text. The place "
         "shown is where the quote opens. Add the closing quote at the end of the text; an apostrophe inside single "
         "quotes is written twice, as in `'the county''s plan'`.",
     .basis = ""},
    {.code = 112,
     .name = "missing-colon",
     .severity = Severity::error,
     .place = "every file",
     .summary = "a line without a colon after its key",
     .explanation =
         "Each line of a record is a key, a colon, a space and the value. The line shown has no colon, so it cannot "
         "be told which is which. Write `key: value`, or, if the line continues the text above, set it further to the "
         "right.",
     .basis = ""},
    {.code = 113,
     .name = "colon-in-text",
     .severity = Severity::error,
     .place = "every file",
     .summary = "a text with a colon in it, without quotes",
     .explanation =
         "A colon followed by a space separates key from value, and this line has a second one inside the text. Put "
         "the text in quotes: `title: \"Goal: reach every unit\"`. Nothing else needs to change.",
     .basis = ""},
    {.code = 114,
     .name = "wrong-indentation",
     .severity = Severity::error,
     .place = "every file",
     .summary = "a line that is indented too little or too much",
     .explanation =
         "The distance from the left edge says to which record a line belongs, and this line is where no open "
         "record does. Lines of one record start in the same column; what belongs to a key is indented deeper than the "
         "key. Move the line under its neighbors.",
     .basis = ""},
    {.code = 115,
     .name = "unclosed-bracket",
     .severity = Severity::error,
     .place = "every file",
     .summary = "a `[` or `{` that is never closed",
     .explanation =
         "A list in `[ ]` or a record in `{ }` was opened and not closed, so the following lines were read as part of "
         "it. The place shown is the opening bracket. Add the closing bracket, or write one entry per line, each with `-` "
         "in front.",
     .basis = ""},
    {.code = 116,
     .name = "text-after-quote",
     .severity = Severity::error,
     .place = "every file",
     .summary = "text after a closing quote",
     .explanation =
         "Behind a closing quote only a comment may follow, and here comes more text. Often an apostrophe ended a "
         "text in single quotes, as in `'don't'`. Put the whole text in double quotes, or the quotes inside it in "
         "single ones.",
     .basis = ""},
    {.code = 117,
     .name = "reserved-character",
     .severity = Severity::error,
     .place = "every file",
     .summary = "a text that starts with a character YAML reserves",
     .explanation =
         "A text without quotes may not start with characters such as `@`, `*`, `&`, `!`, `%` or a backquote, because YAML "
         "keeps them for itself. Put the text in quotes. Nothing else needs to change.",
     .basis = ""},
    {.code = 118,
     .name = "unknown-escape",
     .severity = Severity::error,
     .place = "every file",
     .summary = "a backslash in double quotes that means nothing",
     .explanation =
         "In double quotes a backslash starts a special character, such as `\\n` for a new line, and this is not one of them "
         "of them. This often happens with Windows paths. Use single quotes, in which a backslash is just a "
         "backslash, or write two of them.",
     .basis = ""},
    {.code = 119,
     .name = "duplicate-key",
     .severity = Severity::error,
     .place = "every file",
     .summary = "the same key twice in one record",
     .explanation =
         "The same key is given twice in one record. Other tools silently keep one of the two values, and not all the "
         "same one, so a score or date could be lost without notice. Both places are shown: keep the right one and "
         "delete the other.",
     .basis = ""},
    {.code = 120,
     .name = "anchor",
     .severity = Severity::error,
     .place = "every file",
     .summary = "an anchor (`&name`)",
     .explanation =
         "`&name` marks a piece of text to be repeated elsewhere. cpm's files are read by people line by line, so "
         "every value is written where it is used. Delete the mark and write the value out; if the text itself starts "
         "with `&`, put it in quotes.",
     .basis = ""},
    {.code = 121,
     .name = "alias",
     .severity = Severity::error,
     .place = "every file",
     .summary = "an alias (`*name`)",
     .explanation =
         "`*name` refers to a piece of text from elsewhere in the file. cpm's files are read by people line by line, "
         "so every value is written where it is used. Write the value out; if the text itself starts with `*`, put it in "
         "quotes.",
     .basis = ""},
    {.code = 122,
     .name = "tag",
     .severity = Severity::error,
     .place = "every file",
     .summary = "a tag (`!name`)",
     .explanation =
         "`!name` tells YAML software how to treat a value. cpm knows from the key what a value is, so the mark can "
         "only mislead. Delete it; if the text itself starts with `!`, put it in quotes.",
     .basis = ""},
    {.code = 123,
     .name = "several-documents",
     .severity = Severity::error,
     .place = "every file",
     .summary = "more than one document in a file",
     .explanation =
         "A line of three dashes starts a second document, and a file holds exactly one: one Snapshot, one plan. A "
         "finding or a report could otherwise not say which is meant. Move the second document into a file of its "
         "own, or delete the dashes.",
     .basis = ""},
    {.code = 124,
     .name = "too-deep",
     .severity = Severity::error,
     .place = "every file",
     .summary = "records nested too deeply",
     .explanation =
         "Records lie within records much deeper than any of cpm's files needs. Usually brackets were opened and "
         "never closed, or a file of another program was picked up. Look at the place shown; if the file is not "
         "cpm's, name it under `ignore` in `cpm.yaml`.",
     .basis = ""},
    {.code = 125,
     .name = "too-many-values",
     .severity = Severity::error,
     .place = "every file",
     .summary = "too many values in one file",
     .explanation =
         "The file holds more values than any plan or Snapshot could. It is probably an export of another program. "
         "Keep it outside the repository's cpm folders, or name it under `ignore` in `cpm.yaml`.",
     .basis = ""},
    {.code = 126,
     .name = "key-not-text",
     .severity = Severity::error,
     .place = "every file",
     .summary = "a key that is not a plain word",
     .explanation =
         "A key must be a plain word, and here is a list, a record or nothing. A `?` or a bracket at the start of "
         "a line causes this. Write the key as a word, followed by a colon.",
     .basis = ""},
    {.code = 127,
     .name = "not-yaml",
     .severity = Severity::error,
     .place = "every file",
     .summary = "text that does not read as YAML",
     .explanation =
         "The text breaks the rules of YAML in a way that has no name of its own here; the message says what the "
         "reader expected. Compare the line with its neighbors: same distance from the left, `key: value`, quotes "
         "closed. `cpm new` prints a template that is right.",
     .basis = ""},
    {.code = 128,
     .name = "value-in-comment",
     .severity = Severity::warning,
     .place = "every file",
     .summary = "a value that became a comment",
     .explanation =
         "A `#` with a space before it starts a comment, so the rest of the line is not part of the value. That is "
         "surely not meant where the value is then empty or cut, as in `phone: #12`. Put the value in quotes if the "
         "character belongs to it.",
     .basis = ""},
    {.code = 129,
     .name = "missing-space",
     .severity = Severity::error,
     .place = "every file",
     .summary = "a space missing after `-` or `:`",
     .explanation =
         "A dash or a colon counts only with a space after it: `- text`, `key: value`. Without the space the line is "
         "one long word, and the entry is lost. Add the space.",
     .basis = ""},
    {.code = 130,
     .name = "invisible-character",
     .severity = Severity::error,
     .place = "every file",
     .summary = "a character that cannot be seen, where it changes the meaning",
     .explanation =
         "A character that cannot be seen, such as a no-break space or a zero-width space, is where it changes how the "
         "file is read. It comes with text copied from a web page or a Word document. Delete it and type an ordinary "
         "space.",
     .basis = ""},
    {.code = 131,
     .name = "old-line-ends",
     .severity = Severity::error,
     .place = "every file",
     .summary = "line endings of old Macintosh files",
     .explanation =
         "The lines end as old Macintosh programs wrote them, so the whole file counts as one line. No place in it "
         "could be named. Save the file with line ends \"LF\" or \"CRLF\" (in most editors at the lower edge of the "
         "window).",
     .basis = ""},
    {.code = 132,
     .name = "missing-dash",
     .severity = Severity::error,
     .place = "every file",
     .summary = "an entry of a list without its dash",
     .explanation =
         "Each entry of a list starts with a dash and a space: `- id: s2`. Without the dash its keys belong to the entry "
         "above, which then has them twice. Write the dash before the first key of the entry.",
     .basis = ""},
};

}  // namespace

std::span<const CodeInfo> text_codes() {
  return kText;
}

}  // namespace cpm::diag
