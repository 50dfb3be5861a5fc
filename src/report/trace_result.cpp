// The chain for machines: nodes, edges and what hangs loose, with the places in the files.
#include "report/pages.h"
#include "report/result_parts.h"
#include "report/trace_words.h"

namespace cpm::report {

namespace {

Result file_result(const model::Document* document) {
  return document == nullptr ? Result() : Result(document->path);
}

Result files_result(const std::vector<const model::Document*>& documents) {
  return list_of(documents, file_result);
}

Result node_result(const score::TraceNode& node, const diag::SourceMap& sources) {
  Result::Fields fields{{"key", node.key},     {"id", node.id},     {"level", level_word(node.level)},
                        {"label", node.label}, {"open", node.open}, {"file", Result()},
                        {"line", Result()}};
  if (!node.span.known()) return fields;
  const diag::SourceFile& file = sources.file(node.span.file);
  fields[5].second = file.path();
  fields[6].second = file.position(node.span.begin).line;
  return fields;
}

}  // namespace

Result trace_result(const score::TraceFiles& files, const score::Trace& trace, const diag::SourceMap& sources) {
  const auto& plan = model::content_of<model::Plan>(*files.plan);
  const auto key = [&trace](std::size_t node) { return Result(trace.nodes[node].key); };
  return Result::Fields{
      {"county", text_result(plan.county)},
      {"plan", file_result(files.plan)},
      {"snapshot", file_result(files.plan->snapshot)},
      {"theories", files_result(files.theories)},
      {"logic_models", files_result(files.logic_models)},
      {"supports", files_result(files.supports)},
      {"left_out", files_result(files.left_out)},
      {"records", trace.nodes.size()},
      {"connected", score::connected(trace)},
      {"nodes", list_of(trace.nodes, [&sources](const score::TraceNode& node) { return node_result(node, sources); })},
      {"edges", list_of(trace.edges,
                        [&key](const auto& edge) {
                          return Result(Result::Fields{{"from", key(edge.first)}, {"to", key(edge.second)}});
                        })},
      {"loose", list_of(trace.loose,
                        [&key](const score::LooseEnd& end) {
                          return Result(Result::Fields{{"node", key(end.node)},
                                                       {"what", loose_word(end.what)},
                                                       {"message", loose_text(end)},
                                                       {"help", loose_remedy(end.what)}});
                        })},
  };
}

}  // namespace cpm::report
