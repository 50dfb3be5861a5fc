#include "sheet/xml.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <string>
#include <utility>

namespace cpm::sheet {
namespace {

// What one part may make of memory: about 64 bytes an element, 40 an attribute.
constexpr std::ptrdiff_t kMostTags = 2'500'000;
constexpr std::ptrdiff_t kMostAttributes = 1'500'000;
constexpr int kDeepest = 200;

Trouble no_xml() {
  return {.reason = "a part of the file is not what a spreadsheet holds",
          .help = "open it in the program that wrote it, and save it again"};
}

class DepthOf : public pugi::xml_tree_walker {
 public:
  bool for_each(pugi::xml_node&) override { return depth() < kDeepest; }
};

/// Not through a stream: the library may have been built with another standard library than cpm.
struct StringWriter : pugi::xml_writer {
  std::string bytes;

  void write(const void* data, std::size_t size) override { bytes.append(static_cast<const char*>(data), size); }
};

bool can_stand(unsigned char byte) {
  return byte >= 0x20 || byte == '\n' || byte == '\t';
}

}  // namespace

std::variant<std::monostate, Trouble> read_xml(std::string&& bytes, pugi::xml_document& document) {
  if (bytes.find("<!DOCTYPE") != std::string::npos || bytes.find("<!ENTITY") != std::string::npos)
    return Trouble{
        .reason = "a part of the file defines words of its own, which spreadsheets never do and cpm never reads",
        .help = "do not trust the file; ask whoever sent it for one that was saved by a spreadsheet program"};
  if (std::ranges::count(bytes, '<') > kMostTags || std::ranges::count(bytes, '=') > kMostAttributes)
    return Trouble{.reason = "the file holds more cells than cpm reads",
                   .help = "remove the rows and columns that are not used, and save it again"};
  const pugi::xml_parse_result parsed = document.load_buffer(
      bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_auto);
  DepthOf depth;
  if (!parsed || !document.traverse(depth)) return no_xml();
  return {};
}

std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node each : node.children())
    if (local_name(each) == name) return each;
  return {};
}

std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_attribute each : node.attributes()) {
    const std::string_view full = each.name();
    if (full == name ||
        (full.size() > name.size() && full.ends_with(name) && full[full.size() - name.size() - 1] == ':'))
      return each.value();
  }
  return {};
}

std::size_t count_in(const pugi::xml_node& node, std::string_view name, std::size_t fallback, std::size_t most) {
  const std::string_view text = attribute(node, name);
  std::size_t number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || problem != std::errc() || end != text.data() + text.size()) return fallback;
  return std::min(number, most);
}

pugi::xml_node add(pugi::xml_node holder, const char* name) {
  return holder.append_child(name);
}

pugi::xml_node with(pugi::xml_node node, const char* name, const char* value) {
  node.append_attribute(name).set_value(value);
  return node;
}
pugi::xml_node with(pugi::xml_node node, const char* name, const std::string& value) {
  return with(node, name, xml_text(value).c_str());
}
pugi::xml_node with(pugi::xml_node node, const char* name, std::size_t value) {
  return with(node, name, std::to_string(value).c_str());
}

void set_text(pugi::xml_node node, std::string_view text) {
  node.text().set(xml_text(text).c_str());
}

pugi::xml_node root_of(pugi::xml_document& document, const char* name, const char* space) {
  with(with(with(document.append_child(pugi::node_declaration), "version", "1.0"), "encoding", "UTF-8"), "standalone",
       "yes");
  return with(add(document, name), "xmlns", space);
}

std::string xml_text(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  std::ranges::copy_if(text, std::back_inserter(clean),
                       [](char byte) { return can_stand(static_cast<unsigned char>(byte)); });
  for (const std::string_view none : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"})
    for (std::size_t at = clean.find(none); at != std::string::npos; at = clean.find(none, at))
      clean.erase(at, none.size());
  return clean;
}

std::string xml_bytes(const pugi::xml_document& document) {
  StringWriter writer;
  document.save(writer, "", pugi::format_raw, pugi::encoding_utf8);
  return std::move(writer.bytes);
}

}  // namespace cpm::sheet
