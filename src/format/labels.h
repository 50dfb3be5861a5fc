#pragma once
// People write labels where files hold ids and words: "Workforce Development" for `wd`, "Completed" for `done`, "LA" for
// `los-angeles`. Here labels are compared, and the one that is meant is found.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "format/shape.h"
#include "model/workspace.h"

namespace cpm::format {

/// How labels are compared: lower case, `&` is "and", apostrophes and periods vanish, all else between words is one space.
std::string label_form(std::string_view text);
/// Is `form` the form of one of the labels, which `|` separates?
bool is_label(std::string_view form, std::string_view labels);

/// Words that say that nothing is meant, separated by `|`.
inline constexpr std::string_view kNothingWords = "none|nothing|n/a|na|tbd|tba|to be determined|unknown|?|??|???";

/// The row of the key, also by another of its names; nullptr when none or several are meant.
const Field* field_called(const Record& record, std::string_view name);

/// One way to call what has this id.
struct Label {
  std::string form;
  std::string id;
};

/// "Shared picture", "or-vision" and "or-vision: Shared picture", all for `or-vision`; nothing for a record whose id could not
/// be read.
void add_labels(std::string_view id, std::string_view title, std::vector<Label>& labels);
/// All labels of a built-in list.
std::vector<Label> labels_of(Names names, const model::BuiltIn& built_in);
/// All usual names of the counties.
std::vector<Label> county_labels(const model::Counties& counties);
/// "County of Kern", "Kern Co., CA" → the form of "Kern".
std::string county_form(std::string_view text);

/// The id that is meant, and whether nothing else can be.
struct MeantId {
  std::string id;
  diag::Safety safety = diag::Safety::unsafe;
};
/// Safe when the form is a label of one id only; unsafe when it is close to a label or begins one.
std::optional<MeantId> meant_id(std::string_view form, const std::vector<Label>& labels);

/// The choices that the text is another word for: none, one, or several where it could mean either.
std::vector<std::string_view> meant_choices(std::string_view written, std::span<const Choice> choices);

/// The choices that the text comes nearest to without being one of them: "weekly" to `month`.
std::vector<std::string_view> nearest_choices(std::string_view written, std::span<const Choice> choices);

/// The choice whose word, or another word for it, differs by a letter or two, or begins with the text: "completd". Another
/// word may say `nn` for any number: "75% complete".
std::optional<std::string_view> near_choice(std::string_view written, std::span<const Choice> choices);

/// The ids in "o1, o3", "o1 and o3"; empty unless there are several and each has the form of an id. Without a comma or
/// semicolon each must be among `known`.
std::vector<std::string> several_ids(std::string_view written, const std::vector<Label>& known);

/// As it may stand between the brackets of `{key: value}`: in quotes where it needs them.
std::string in_flow(std::string_view text);

}  // namespace cpm::format
