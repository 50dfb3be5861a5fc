#pragma once
// XML parts of spreadsheets: read within limits, and without document types, so that no entity can grow.
#include <string>
#include <string_view>
#include <variant>

#include <pugixml.hpp>

#include "sheet/book.h"

namespace cpm::sheet {

/// Into `document`, which then holds the text; nothing on success.
std::variant<std::monostate, Trouble> read_xml(std::string&& bytes, pugi::xml_document& document);

/// The name without its prefix: `office:body` → "body".
std::string_view local_name(const pugi::xml_node& node);
/// The first child, or attribute, of this local name, whatever its prefix.
pugi::xml_node child(const pugi::xml_node& node, std::string_view name);
std::string_view attribute(const pugi::xml_node& node, std::string_view name);
/// The number in an attribute: `fallback` when it is not there or no whole number from 0 to `most`.
std::size_t count_in(const pugi::xml_node& node, std::string_view name, std::size_t fallback, std::size_t most);

// Writing, in a few words.

pugi::xml_node add(pugi::xml_node holder, const char* name);
/// The node with one more attribute.
pugi::xml_node with(pugi::xml_node node, const char* name, const char* value);
pugi::xml_node with(pugi::xml_node node, const char* name, const std::string& value);
pugi::xml_node with(pugi::xml_node node, const char* name, std::size_t value);
void set_text(pugi::xml_node node, std::string_view text);
/// The first node of a document in this name space.
pugi::xml_node root_of(pugi::xml_document& document, const char* name, const char* space);

/// A text without the characters that XML cannot hold.
std::string xml_text(std::string_view text);
/// The document as bytes, without indentation.
std::string xml_bytes(const pugi::xml_document& document);

}  // namespace cpm::sheet
