// What cmark-gfm, the parser of git hosts, sees in a page.
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <array>
#include <memory>

#include "tests/fuzz/demand.h"
#include "tests/fuzz/judges.h"

namespace cpm::fuzz {
namespace {

struct FreeMarkdown {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
  void operator()(cmark_iter* walk) const { cmark_iter_free(walk); }
};

using Markdown = std::unique_ptr<cmark_node, FreeMarkdown>;

Markdown parsed(const std::string& text) {
  cmark_gfm_core_extensions_ensure_registered();
  const std::unique_ptr<cmark_parser, FreeMarkdown> parser(cmark_parser_new(CMARK_OPT_FOOTNOTES));
  for (const char* const name : {"table", "strikethrough", "autolink", "tasklist"})
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  cmark_parser_feed(parser.get(), text.data(), text.size());
  return Markdown(cmark_parser_finish(parser.get()));
}

/// A web address that is clickable by itself leads where it says; a list of contents leads to a heading of the page.
void judge_link(cmark_node* link) {
  constexpr std::array<std::string_view, 4> kSchemes = {"http://", "https://", "ftp://", "mailto:"};
  const std::string_view target = cmark_node_get_url(link);
  bool known = target.starts_with('#');
  for (const std::string_view scheme : kSchemes) known = known || target.starts_with(scheme);
  demand(known, "a link leads to a web address or a heading: " + std::string(target));
}

std::string word_of(cmark_node* node) {
  std::string word = cmark_node_get_type_string(node);
  if (word == "heading") word += std::to_string(cmark_node_get_heading_level(node));
  if (word == "list") word += std::to_string(static_cast<int>(cmark_node_get_list_type(node)));
  return word;
}

}  // namespace

std::string markdown_structure(const std::string& text) {
  const Markdown tree = parsed(text);
  const std::unique_ptr<cmark_iter, FreeMarkdown> walk(cmark_iter_new(tree.get()));
  std::string structure;
  for (cmark_event_type event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(walk.get())) {
    cmark_node* const node = cmark_iter_get_node(walk.get());
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_LINK && event == CMARK_EVENT_ENTER) judge_link(node);
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_LINK) continue;
    structure += event == CMARK_EVENT_ENTER ? "<" + word_of(node) : ">";
  }
  return structure;
}

}  // namespace cpm::fuzz
