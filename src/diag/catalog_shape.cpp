// Codes 2xx: the shape of files.
#include "diag/catalog_tables.h"

namespace cpm::diag {
namespace {

constexpr CodeInfo kShape[] = {
    {.code = 201,
     .name = "no-format",
     .severity = Severity::error,
     .place = "every file: format",
     .summary = "a file whose first key is not `format`",
     .explanation =
         "Every file starts with a line such as `format: cpm/plan/1`: it says what the file is and by which rules it "
         "was written. Without it cpm would have to guess. Add the line at the top; `cpm list kinds` names the kinds.",
     .basis = ""},
    {.code = 202,
     .name = "unknown-kind",
     .severity = Severity::error,
     .place = "every file: format",
     .summary = "a `format` that names no kind of file, or not the one whose keys the file has",
     .explanation =
         "The first line names a kind of file that cpm does not have, or the keys below are those of another kind: a copy "
         "of a plan, perhaps, that became a Snapshot. The kinds are few: repository, instrument, "
         "snapshot, plan, theory-of-change and the reference lists. Correct the word; `cpm list kinds` shows them all.",
     .basis = ""},
    {.code = 203,
     .name = "unknown-format-version",
     .severity = Severity::error,
     .place = "every file: format",
     .summary = "a version of the format that this cpm does not know",
     .explanation =
         "The number at the end of the `format` line is the version of the file format, and this cpm does not know "
         "it. Either the number is a slip, or the file was written for a newer cpm. Correct the number, or install "
         "the newer version.",
     .basis = ""},
    {.code = 204,
     .name = "format-not-first",
     .severity = Severity::error,
     .place = "every file: format",
     .summary = "`format` is not the first key",
     .explanation =
         "`format` is there, but not in the first line. It comes first so that a reader, and every tool, knows from "
         "the start what the file is. Move the line to the top.",
     .basis = ""},
    {.code = 205,
     .name = "not-a-record",
     .severity = Severity::error,
     .place = "every file: format",
     .summary = "a file that is not a list of keys and values",
     .explanation =
         "A file of cpm is a record: lines of `key: value`. This one is a single text or a list. Compare it with a "
         "template from `cpm new`; if it is not meant for cpm, name it under `ignore` in `cpm.yaml`.",
     .basis = ""},
    {.code = 210,
     .name = "misspelled-key",
     .severity = Severity::error,
     .place = "every file: every field",
     .summary = "a key that is almost a known one",
     .explanation =
         "The key is nearly one that this record knows; a letter is wrong, missing or swapped. As written, its value "
         "would be ignored. Use the spelling that the message names.",
     .basis = ""},
    {.code = 211,
     .name = "unknown-key",
     .severity = Severity::error,
     .place = "every file: every field",
     .summary = "a key that this kind of record does not have",
     .explanation =
         "This kind of record has no such key, so nothing would ever read its value. Perhaps it belongs one level "
         "further left or right, or into another record. Keys of the county's own are welcome when they start with "
         "`x-`.",
     .basis = ""},
    {.code = 212,
     .name = "missing-key",
     .severity = Severity::error,
     .place = "every file: every field",
     .summary = "a missing key",
     .explanation =
         "The record lacks a key that it must have, and cannot be used without it. The message says which, and in "
         "what record. Add the key with its value; `cpm new` shows an example of each.",
     .basis = ""},
    {.code = 213,
     .name = "wrong-shape",
     .severity = Severity::error,
     .place = "every file: every field",
     .summary = "a value of the wrong form, such as a list in place of a text",
     .explanation =
         "The value has a different form than expected: a single text where a list of entries belongs, a "
         "list where a text belongs, and so on. In a list each entry has a line of its own that starts with `- `. "
         "Rewrite the value as the message says.",
     .basis = ""},
    {.code = 214,
     .name = "no-value",
     .severity = Severity::error,
     .place = "every file: every field",
     .summary = "a key without a value",
     .explanation =
         "The key is there, but nothing follows the colon. cpm never guesses a value, and an empty one may hide "
         "a lost line. Give the value, or delete the key if it is not required.",
     .basis = ""},
    {.code = 215,
     .name = "not-a-choice",
     .severity = Severity::error,
     .place = "every file: every field",
     .summary = "a word that is not one of the allowed ones",
     .explanation =
         "Here only certain words are allowed, so that reports can count them, and this is not one of them. The message "
         "lists the allowed words and the nearest one. Choose one of them; put shades of meaning into the text beside "
         "it.",
     .basis = ""},
    {.code = 216,
     .name = "not-a-date",
     .severity = Severity::error,
     .place = "every file: every field",
     .summary = "a date that does not exist",
     .explanation =
         "Dates are written year, month, day: `2026-03-15`. The value here is written another way, or names a day "
         "that the calendar does not have, such as February 30. The message says which; correct the date.",
     .basis = ""},
    {.code = 217,
     .name = "not-a-whole-number",
     .severity = Severity::error,
     .place = "every file: every field",
     .summary = "a value that must be a whole number",
     .explanation =
         "A whole number without quotes, sign or unit is expected here. Words such as `two`, `yes` or `2.5` cannot be "
         "counted or added up. Write the digits alone.",
     .basis = ""},
    {.code = 218,
     .name = "not-a-number",
     .severity = Severity::error,
     .place = "every file: every field",
     .summary = "a value that must be a number",
     .explanation =
         "A number is expected here, such as `3`, `12.5` or `-0.25`, so that progress can be computed. Units, percent "
         "characters and thousands separators belong in the text or into `unit`. Write the number alone.",
     .basis = ""},
    {.code = 219,
     .name = "not-an-id",
     .severity = Severity::error,
     .place = "every file: every field",
     .summary = "an id that is not lower-case words joined by `-`",
     .explanation =
         "Ids tie records together and appear in links, so they stay plain: lower-case letters and digits, words "
         "joined by `-`, as in `coach-every-unit`. Spaces, capitals and other characters are not possible. Shorten the "
         "words; the full wording belongs in `title` or `text`.",
     .basis = ""},
    {.code = 220,
     .name = "not-a-county",
     .severity = Severity::error,
     .place = "every file: county",
     .summary = "a county that is not one of California's 58",
     .explanation =
         "Counties are named in lower case with dashes: `yolo`, `los-angeles`. The value is not one of California's 58 "
         "counties. For made-up examples use `example` or a word that starts with `example-`; `cpm list counties` "
         "shows all names.",
     .basis = ""},
    {.code = 221,
     .name = "too-few-entries",
     .severity = Severity::error,
     .place = "every file: every field",
     .summary = "a list with too few entries",
     .explanation =
         "The list needs more entries than it has, because without them the record says nothing: an instrument "
         "without areas, a theory of change without a THEN. The message names the smallest number. Add the missing "
         "entries.",
     .basis = ""},
    {.code = 222,
     .name = "out-of-range",
     .severity = Severity::error,
     .place = "every file: every field",
     .summary = "a number outside its range",
     .explanation =
         "The number lies outside the range that makes sense for this key. The message names the range. Check for a "
         "swapped digit or another unit.",
     .basis = ""},
    {.code = 223,
     .name = "one-of",
     .severity = Severity::error,
     .place = "every file: every field",
     .summary = "two keys where exactly one is needed",
     .explanation =
         "The record must have exactly one of two keys: for instance a `score`, or a `state` that says why there is "
         "none. With both it contradicts itself, with neither it says nothing. Keep the one that is meant.",
     .basis = ""},
    {.code = 224,
     .name = "quoted-number",
     .severity = Severity::error,
     .place = "every file: every field",
     .summary = "a number written in quotes",
     .explanation =
         "The number is in quotes, which makes it a text; other tools then sort and add it wrongly. Here a number "
         "is meant. Remove the quotes.",
     .basis = ""},
    {.code = 225,
     .name = "read-differently",
     .severity = Severity::warning,
     .place = "every file: every field",
     .summary = "a text without quotes that other tools read as a number or yes/no",
     .explanation =
         "Written without quotes, this text is read by other YAML tools as a number, a date or yes/no: `1.10` becomes "
         "1.1, `no` becomes false, `06113` becomes 3147. cpm reads it as written, but a spreadsheet export or "
         "script would not. Put it in quotes.",
     .basis = ""},
    {.code = 226,
     .name = "empty-text",
     .severity = Severity::error,
     .place = "every file: every field",
     .summary = "an empty text",
     .explanation =
         "The text is there but has no words in it, only quotes or spaces. A report would show a gap, and nobody "
         "could tell whether it was forgotten. Write the text, or delete the key if it is not required.",
     .basis = ""},
    {.code = 227,
     .name = "not-yes-no",
     .severity = Severity::error,
     .place = "every file: every field",
     .summary = "a value that must be `true` or `false`",
     .explanation =
         "Only the words `true` and `false` are understood here. Words such as `yes` or `on` mean different things to "
         "different tools. Write `true` or `false` without quotes.",
     .basis = ""},
};

}  // namespace

std::span<const CodeInfo> shape_codes() {
  return kShape;
}

}  // namespace cpm::diag
