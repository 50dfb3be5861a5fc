// What libxml2 sees in XML, SVG and HTML.
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

#include <memory>

#include "tests/fuzz/demand.h"
#include "tests/fuzz/judges.h"

namespace cpm::fuzz {
namespace {

struct FreeMarkup {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

using Markup = std::unique_ptr<xmlDoc, FreeMarkup>;

std::string name_of(const xmlChar* name) {
  return reinterpret_cast<const char*>(name);
}

/// A date kept together on its line (render/html_blocks): where a text has one it is part of that text.
bool is_whole_date(const xmlNode& node) {
  return name_of(node.name) == "span" && node.properties != nullptr && name_of(node.properties->name) == "class" &&
         node.properties->children != nullptr && name_of(node.properties->children->content) == "d";
}

std::string shape_of(const xmlNode* first) {
  std::string shape;
  for (const xmlNode* node = first; node != nullptr; node = node->next) {
    if (node->type == XML_TEXT_NODE) continue;
    demand(node->type == XML_ELEMENT_NODE || node->type == XML_CDATA_SECTION_NODE || node->type == XML_DTD_NODE,
           "markup has elements and text, nothing else");
    if (node->type != XML_ELEMENT_NODE || is_whole_date(*node)) continue;
    shape += "<" + name_of(node->name);
    for (const xmlAttr* one = node->properties; one != nullptr; one = one->next) shape += " " + name_of(one->name);
    shape += shape_of(node->children) + ">";
  }
  return shape;
}

}  // namespace

std::string xml_structure(const std::string& text) {
  constexpr int kOptions = XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET;
  const Markup tree(xmlReadMemory(text.data(), static_cast<int>(text.size()), "out.xml", "UTF-8", kOptions));
  demand(tree != nullptr, "what is written as XML is well-formed");
  return shape_of(tree->children);
}

std::string html_structure(const std::string& text) {
  constexpr int kOptions = HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_NODEFDTD;
  const Markup tree(htmlReadMemory(text.data(), static_cast<int>(text.size()), "out.html", "UTF-8", kOptions));
  demand(tree != nullptr, "what is written as HTML can be read");
  return shape_of(tree->children);
}

}  // namespace cpm::fuzz
