#pragma once
// libfyaml's parser and events as values that free themselves. Included by builder.cpp only.
#include <libfyaml.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace cpm::yaml {

/// The first complaint of the engine; places count from the start of its input.
struct Complaint {
  std::string message;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// One parser over one text, which must outlive it. Collects complaints instead of printing them.
class Engine {
 public:
  explicit Engine(std::string_view text);
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  struct Free {
    fy_parser* parser;
    void operator()(fy_event* event) const { fy_parser_event_free(parser, event); }
  };
  using Event = std::unique_ptr<fy_event, Free>;

  /// The next event; empty at the end and after a mistake.
  Event next() { return Event{fy_parser_parse(parser_), Free{parser_}}; }
  /// Why there are no more events; nothing when the text simply ended.
  std::optional<Complaint> complaint() const;

 private:
  std::string_view text_;
  fy_diag* complaints_ = nullptr;
  fy_parser* parser_ = nullptr;
};

}  // namespace cpm::yaml
