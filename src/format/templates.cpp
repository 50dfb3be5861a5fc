#include "format/templates.h"

#include <algorithm>

#include "base/text.h"
#include "format/template_values.h"
#include "format/wording.h"
#include "yaml/writer.h"

namespace cpm::format {
namespace {

constexpr std::size_t kWidth = 96;

/// Walks the tables of one kind and writes a file: what must and should be there, with comments; the rest by name.
class Template {
 public:
  Template(const Kind& kind, const TemplateOptions& options)
      : kind_(kind), options_(options), values_(template_values(kind, options)) {}

  std::string whole() {
    if (!options_.schema.empty()) comment("yaml-language-server: $schema=" + options_.schema);
    comment(std::string(kind_.title) + ": " + std::string(kind_.about));
    comment("Every value here is an example. Replace it with your own, then run `cpm check`.");
    write_record(*kind_.record, "", true);
    const std::string more = optional_keys(*kind_.record, "");
    if (!more.empty()) {
      writer_.blank_line();
      comment("You can add: " + more + ".");
    }
    return writer_.finish();
  }

 private:
  /// Lines keep their indentation when they are broken.
  void comment(std::string_view text) {
    for (const std::string_view line : base::split(text, '\n')) {
      const std::string indent(std::min(line.find_first_not_of(' '), line.size()), ' ');
      bool first = true;
      for (const std::string& part : base::wrapped(line, kWidth - indent.size())) {
        writer_.comment(indent + (first || indent.empty() ? "" : "  ") + part);
        first = false;
      }
    }
  }

  /// `explain`: key by key; the entries of a list are explained at its head instead.
  void write_record(const Record& record, const std::string& path, bool explain) {
    writer_.begin_map();
    for (const Field& field : record.fields) {
      const std::string inner = path.empty() ? std::string(field.name) : path + "." + std::string(field.name);
      const bool top = path.empty();
      if (const std::string* words = find(values_.left_out, inner)) {
        if (top) writer_.blank_line();
        comment(std::string(field.about) + "\n" + *words);
        continue;
      }
      if (!is_written(field, inner)) continue;
      if (top) writer_.blank_line();
      if (explain) comment(explanation(field, inner));
      if (const std::string* words = find(values_.notes, inner)) comment(*words);
      writer_.key(field.name);
      write_value(field, *field.shape, inner, explain);
    }
    writer_.end_map();
  }

  void write_value(const Field& field, const Shape& shape, const std::string& path, bool explain) {
    if (shape.kind == ShapeKind::record)
      write_record(*shape.record, path, explain);
    else if (shape.kind == ShapeKind::list)
      write_list(field, shape, path);
    else if (shape.kind == ShapeKind::map)
      write_ratings();
    else
      write_scalar(field, shape, path);
  }

  void write_list(const Field& field, const Shape& shape, const std::string& path) {
    const std::size_t count = entries(shape, path);
    if (count == 0) {
      writer_.empty_list();
      return;
    }
    writer_.begin_list();
    for (std::size_t i = 0; i < count; ++i)
      write_value(field, *shape.element, path + "[" + std::to_string(i) + "]", false);
    writer_.end_list();
  }

  std::size_t entries(const Shape& list, const std::string& path) const {
    std::size_t count = 0;
    while (is_given(path + "[" + std::to_string(count) + "]")) ++count;
    return std::max(count, list.at_least);
  }

  void write_scalar(const Field& field, const Shape& shape, const std::string& path) {
    const std::string* given = find(values_.values, path);
    std::string text = given != nullptr ? *given : std::string(field.example);
    if (given == nullptr && field.name == "format") text = format_text(kind_);
    if (given == nullptr && shape.kind == ShapeKind::county) text = options_.county;
    const bool words = shape.kind == ShapeKind::text || shape.kind == ShapeKind::word ||
                       shape.kind == ShapeKind::county || shape.kind == ShapeKind::choice;
    if (words)
      writer_.text(text);
    else
      writer_.plain(text);
  }

  /// Every item of the instrument, with what is asked and what each score looks like, waiting for its answer.
  void write_ratings() {
    writer_.begin_map();
    if (options_.instrument != nullptr) {
      for (const model::Area& area : options_.instrument->areas) {
        writer_.blank_line();
        comment("==== " + area.label.value + " ====");
        for (const model::Item& item : area.items) write_item(item);
      }
    }
    writer_.end_map();
  }

  void write_item(const model::Item& item) {
    writer_.blank_line();
    comment(item.title.value + ". " + item.prompt.value);
    const std::vector<model::ScaleValue>& scale = options_.instrument->scale;
    for (std::size_t i = 0; i < std::min(scale.size(), item.anchors.size()); ++i)
      comment("  " + std::to_string(scale[i].value.value) + ": " + item.anchors[i].value);
    writer_.key(item.id.value).begin_map().key("state").text("missing").end_map();
  }

  bool is_written(const Field& field, const std::string& path) const {
    return field.need == Need::must || field.need == Need::should || is_given(path);
  }

  /// True if there is a value at this path or below it.
  bool is_given(const std::string& path) const {
    return std::ranges::any_of(values_.values, [&](const TemplateValue& value) {
      return value.path.starts_with(path) &&
             (value.path.size() == path.size() || value.path[path.size()] == '.' || value.path[path.size()] == '[');
    });
  }

  static const std::string* find(const std::vector<TemplateValue>& values, const std::string& path) {
    for (const TemplateValue& value : values)
      if (value.path == path) return &value.text;
    return nullptr;
  }

  /// What a key means, what its words mean, and which keys the record behind it has.
  std::string explanation(const Field& field, const std::string& path) const {
    std::string words = std::string(field.about) + choice_lines(field, "  ");
    const Record* inner = record_behind(*field.shape);
    if (inner == nullptr) return words;
    if (field.shape->kind == ShapeKind::record) {
      const std::string more = optional_keys(*inner, path);
      return more.empty() ? words : words + "\nYou can add: " + more + ".";
    }
    if (field.shape->kind == ShapeKind::map)
      words += " Replace `state: missing` with `score:` and the value agreed on.";
    const bool empty = field.shape->kind == ShapeKind::map || entries(*field.shape, path) == 0;
    return words + " Each entry has" + key_lines(*inner, path + "[0]", "  ", empty);
  }

  static std::string choice_lines(const Field& field, const std::string& indent) {
    std::string lines;
    for (const Choice& choice : field.shape->choices)
      lines += "\n" + indent + std::string(choice.word) + " = " + std::string(choice.about);
    return lines;
  }

  /// A line a key. `all`: none of them is written below; else those that are not are named at the end.
  std::string key_lines(const Record& record, const std::string& path, const std::string& indent, bool all) const {
    std::string lines;
    for (const Field& field : record.fields) {
      const std::string inner = path + "." + std::string(field.name);
      if (field.need == Need::never || (!all && !is_written(field, inner))) continue;
      lines += "\n" + indent + std::string(field.name) + ": " + std::string(field.about);
      lines += choice_lines(field, indent + "  ");
      const Record* behind = record_behind(*field.shape);
      const bool list = field.shape->kind == ShapeKind::list;
      if (behind != nullptr) lines += key_lines(*behind, list ? inner + "[0]" : inner, indent + "  ", all);
    }
    const std::string more = all ? std::string() : optional_keys(record, path);
    return more.empty() ? lines : lines + "\n" + indent + "and optionally: " + more;
  }

  /// "`contact` (who answers questions), `links` (…)": the keys of a record that are not written.
  std::string optional_keys(const Record& record, const std::string& path) const {
    std::vector<std::string> keys;
    for (const Field& field : record.fields) {
      const std::string inner = path.empty() ? std::string(field.name) : path + "." + std::string(field.name);
      if (field.need == Need::may && !is_given(inner)) keys.push_back(with_meaning(field));
    }
    return base::joined(keys);
  }

  static std::string with_meaning(const Field& field) {
    return "`" + std::string(field.name) + "` (" + as_clause(field.about) + ")";
  }

  const Kind& kind_;
  const TemplateOptions& options_;
  TemplateValues values_;
  yaml::Writer writer_;
};

}  // namespace

std::string new_file(const Kind& kind, const TemplateOptions& options) {
  return Template(kind, options).whole();
}

}  // namespace cpm::format
