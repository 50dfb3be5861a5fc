#pragma once
// What a form needs to know of a kind of file, from the field tables: keys, needs, shapes, choices, what references name.
#include <string>

#include "format/kinds.h"
#include "model/workspace.h"

namespace cpm::assist {

/// As JSON: `{"kind","title","one","many","about","place","format","shape","shapes":{NAME:SHAPE},"lists":{NAME:[{"id","title"}]}}`.
///
/// `shape` and every other reference to a shape is a name in `shapes`. SHAPE says with `is` what it is:
/// - `text`, `date`, `timeframe`, `county`, `number`, `yes-no`;
/// - `integer`, with `least` and `most`;
/// - `id`, with `form` (a regular expression);
/// - `choice`, with `choices`: `{"key","spoken","about"}`;
/// - `list`, with `of` and `at_least`;
/// - `map`, with `key`, `of` and `keys_are` ("item ids");
/// - `record`, with `noun`, `about`, `id_key`, `title_key`, `single_key` (what one value in its place means), `one_of` (groups of
///   keys of which it has exactly one), and `record`: `{"key","about","need","shape","example","default","apart","holder"}`,
///   where need is `required`, `recommended` or `optional`.
/// A text, an id or an integer that names something has `names` ("items", "steps", "files", …), and `in`, the kind of file
/// that holds it, unless `lists` or the Snapshot's instrument has it. What would be empty or false is not there.
std::string form_json(const format::Kind& kind, const model::BuiltIn& built_in);

}  // namespace cpm::assist
