#include "yaml/engine.h"

#include <algorithm>

#include "base/assert.h"

namespace cpm::yaml {
namespace {

// The engine's line number counts from 1; it is used only for complaints that name no token.
std::size_t start_of_line(std::string_view text, int line) {
  std::size_t at = 0;
  for (int number = 1; number < line && at < text.size(); ++number) {
    at = std::min(text.find('\n', at), text.size() - 1) + 1;
  }
  return std::min(at, text.size());
}

std::size_t place(const fy_mark* mark, std::size_t otherwise, std::size_t size) {
  return std::min(mark == nullptr ? otherwise : mark->input_pos, size);
}

// Its defaults ask the terminal, so once is enough.
fy_diag_cfg quiet_settings() {
  fy_diag_cfg quiet;
  fy_diag_cfg_default(&quiet);
  quiet.fp = nullptr;
  quiet.output_fn = nullptr;
  quiet.level = FYET_ERROR;
  quiet.colorize = false;
  return quiet;
}

}  // namespace

Engine::Engine(std::string_view text) : text_(text) {
  static const fy_diag_cfg kQuiet = quiet_settings();
  fy_diag_cfg quiet = kQuiet;
  complaints_ = fy_diag_create(&quiet);
  CPM_ASSERT(complaints_ != nullptr);
  fy_diag_set_collect_errors(complaints_, true);
  fy_parse_cfg settings{};
  settings.flags = FYPCF_QUIET;
  settings.diag = complaints_;
  parser_ = fy_parser_create(&settings);
  CPM_ASSERT(parser_ != nullptr);
  CPM_ASSERT(fy_parser_set_string(parser_, text.data(), text.size()) == 0);
}

Engine::~Engine() {
  fy_parser_destroy(parser_);
  fy_diag_destroy(complaints_);
}

std::optional<Complaint> Engine::complaint() const {
  void* position = nullptr;
  const fy_diag_error* const error = fy_diag_errors_iterate(complaints_, &position);
  if (error == nullptr) {
    if (!fy_parser_get_stream_error(parser_)) return std::nullopt;
    return Complaint{.message = {}, .begin = text_.size(), .end = text_.size()};
  }
  const std::size_t line = start_of_line(text_, error->line);
  const fy_mark* const begin = error->fyt == nullptr ? nullptr : fy_token_start_mark(error->fyt);
  const fy_mark* const end = error->fyt == nullptr ? nullptr : fy_token_end_mark(error->fyt);
  const std::size_t first = place(begin, line, text_.size());
  return Complaint{.message = error->msg == nullptr ? "" : error->msg,
                   .begin = first,
                   .end = std::max(first, place(end, line, text_.size()))};
}

}  // namespace cpm::yaml
