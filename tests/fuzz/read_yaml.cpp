// Any bytes through the reader: a tree whose places lie inside each other, or findings of 1xx that say why not.
#include "tests/fuzz/demand.h"
#include "tests/fuzz/targets.h"
#include "yaml/reader.h"

namespace cpm::fuzz {
namespace {

struct Reading {
  diag::SourceMap sources;
  diag::FileId id = -1;
  diag::Diagnostics findings;
  yaml::Tree tree;

  explicit Reading(std::string_view bytes) : id(sources.add("file.yaml", std::string(bytes))) {
    tree = yaml::read(sources.file(id), id, yaml::Limits{}, findings);
  }
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;
};

void demand_inside(const diag::Span& inner, const diag::Span& outer) {
  demand(inner.file == outer.file && inner.begin <= inner.end, "a node has a place");
  demand(outer.begin <= inner.begin && inner.end <= outer.end, "a node lies inside the one that holds it");
}

/// Depth is bounded by the reader, so this is too.
std::size_t count_nodes(const yaml::Node& node) {
  std::size_t count = 1;
  std::uint32_t last = node.span.begin;
  const auto visit = [&](const yaml::Node& part) {
    demand_inside(part.span, node.span);
    demand(last <= part.span.begin, "what is written later comes later");
    last = part.span.end;
    count += count_nodes(part);
  };
  for (const yaml::Node* item : node.items) visit(*item);
  for (const yaml::Entry& entry : node.entries) {
    demand(entry.key->kind == yaml::Kind::scalar, "a key is a text");
    visit(*entry.key);
    visit(*entry.value);
  }
  return count;
}

bool alike(const yaml::Node& a, const yaml::Node& b) {
  if (a.kind != b.kind || a.style != b.style || a.span != b.span || a.text != b.text) return false;
  if (a.items.size() != b.items.size() || a.entries.size() != b.entries.size()) return false;
  for (std::size_t i = 0; i < a.items.size(); ++i)
    if (!alike(*a.items[i], *b.items[i])) return false;
  for (std::size_t i = 0; i < a.entries.size(); ++i)
    if (!alike(*a.entries[i].key, *b.entries[i].key) || !alike(*a.entries[i].value, *b.entries[i].value)) return false;
  return true;
}

bool is_text_code(diag::Code code) {
  return code >= 100 && code < 200;
}

}  // namespace

void read_yaml(std::string_view bytes) {
  const Reading first(bytes);
  demand_places(first.findings, first.sources);
  for (const diag::Diagnostic& finding : first.findings.all())
    demand(is_text_code(finding.code), "the reader's findings are of 1xx");
  demand(first.tree.root != nullptr || first.findings.has_error(), "a file that cannot be read says why");
  const Reading second(bytes);
  demand((first.tree.root == nullptr) == (second.tree.root == nullptr), "the same bytes, the same verdict");
  demand(first.findings.all().size() == second.findings.all().size(), "the same bytes, the same findings");
  if (first.tree.root == nullptr) return;
  const diag::Span whole{.file = first.id, .begin = 0, .end = static_cast<std::uint32_t>(bytes.size())};
  demand_inside(first.tree.root->span, whole);
  demand(count_nodes(*first.tree.root) <= 2 * yaml::Limits{}.nodes, "nodes are counted");
  demand(alike(*first.tree.root, *second.tree.root), "the same bytes, the same tree");
}

}  // namespace cpm::fuzz
