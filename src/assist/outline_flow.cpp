#include "assist/outline_flow.h"

#include <algorithm>

#include "yaml/source.h"

namespace cpm::assist {
namespace {

bool is_open(char c) {
  return c == '[' || c == '{';
}
bool is_close(char c) {
  return c == ']' || c == '}';
}

class FlowReader {
 public:
  FlowReader(Outline& outline, std::size_t open, std::size_t limit)
      : outline_(outline), bytes_(outline.bytes.substr(0, limit)), at_(open) {}

  std::size_t read(std::size_t owner) {
    begin(owner);
    while (!open_.empty()) step();
    return at_;
  }

 private:
  /// A pair of brackets that is being read.
  struct Open {
    std::size_t bracket = 0;
    std::size_t owner = 0;
    std::size_t part = kNone;  ///< the one between the last comma and here
  };

  static constexpr std::size_t kMostDepth = 100;

  bool is_at_end() const { return at_ == bytes_.size(); }
  char here() const { return bytes_[at_]; }
  Open& inner() { return open_.back(); }
  bool in_map() const { return outline_.brackets[open_.back().bracket].map; }

  void begin(std::size_t owner) {
    open_.push_back({.bracket = outline_.brackets.size(), .owner = owner});
    outline_.brackets.push_back({.owner = owner, .open = at_, .close = bytes_.size(), .map = here() == '{'});
    ++at_;
  }

  /// To the next word, comma or bracket, and past it.
  void step() {
    at_ = std::min(yaml::behind_gap(bytes_, at_), bytes_.size());
    if (is_at_end()) return close_all();
    if (is_close(here())) return close();
    if (here() == ',') return end_part();
    if (lacks_comma()) end_region(at_);
    if (inner().part == kNone || lacks_comma()) return begin_part();
    Part& part = outline_.parts[inner().part];
    if (part.entry || part.colon) return read_value(inner().part);
    ++at_;  // something behind a key that no colon follows
  }

  void close_all() {
    while (!open_.empty()) close_one(bytes_.size());
  }

  void close() {
    close_one(at_);
    ++at_;
  }

  void close_one(std::size_t at) {
    end_region(at);
    outline_.brackets[inner().bracket].close = at;
    Part& owner = outline_.parts[inner().owner];
    owner.value.end = std::min(at + 1, bytes_.size());
    open_.pop_back();
  }

  void end_part() {
    end_region(at_);
    inner().part = kNone;
    ++at_;
  }

  /// Up to here a value of the part can stand.
  void end_region(std::size_t at) {
    if (inner().part != kNone) outline_.parts[inner().part].end = std::max(outline_.parts[inner().part].name.end, at);
  }

  void begin_part() {
    const std::size_t index = outline_.parts.size();
    Part part{.above = inner().owner, .entry = !in_map(), .flow = true, .name = {at_, at_}, .value = {at_, at_}};
    inner().part = index;
    if (!part.entry) {
      at_ = end_of_text(at_);
      part.name.end = at_;
      part.value = {at_, at_};
      const std::size_t colon = yaml::behind_gap(bytes_, at_);
      part.colon = colon < bytes_.size() && bytes_[colon] == ':';
      if (part.colon) {
        at_ = colon + 1;
        part.value = {at_, at_};
      }
    }
    part.end = at_;
    outline_.parts.push_back(part);
    if (part.entry) read_value(index);
  }

  void read_value(std::size_t index) {
    Part& part = outline_.parts[index];
    if (part.form != Form::nothing) {  // a second text, such as what is behind closed quotes
      ++at_;
      return;
    }
    const bool deep = open_.size() >= kMostDepth;
    part.value = {at_, at_};
    if (is_open(here()) && !deep) {
      part.form = Form::brackets;
      return begin(index);
    }
    part.form = here() == '"' || here() == '\'' ? Form::quoted : Form::plain;
    at_ = std::max(at_ + 1, end_of_text(at_));
    part.value.end = at_;
  }

  /// Of a text in quotes, or of plain words up to a comma, bracket or colon.
  std::size_t end_of_text(std::size_t from) const {
    if (bytes_[from] == '"' || bytes_[from] == '\'') {
      const std::size_t closing = yaml::closing_quote(bytes_, from);
      if (closing != yaml::kNowhere) return closing + 1;
    }
    std::size_t end = from;
    for (std::size_t at = from; at < bytes_.size() && !ends_words(at, from); ++at)
      if (!yaml::is_space(bytes_[at])) end = at + 1;
    return end;
  }

  bool ends_words(std::size_t at, std::size_t from) const {
    const char c = bytes_[at];
    if (c == ',' || is_open(c) || is_close(c)) return true;
    if (c == '#') return at > from && yaml::is_space(bytes_[at - 1]);
    if (c == '\n') return line_begins_anew(at + 1);
    return c == ':' && ends_key(at);
  }

  bool ends_key(std::size_t colon) const {
    if (colon + 1 == bytes_.size()) return true;
    const char next = bytes_[colon + 1];
    return yaml::is_space(next) || next == ',' || is_close(next);
  }

  /// Does another key begin here, on a line of its own below what is complete?
  bool lacks_comma() const {
    const std::size_t index = open_.back().part;
    if (index == kNone || outline_.parts[index].form == Form::nothing) return false;
    return in_map() && line_bounds(bytes_, at_).content == at_ && line_begins_anew(at_);
  }

  /// A key on a line of its own.
  bool line_begins_anew(std::size_t at) const {
    const LineBounds line = line_bounds(bytes_, at);
    return yaml::key_length(bytes_.substr(line.content, line.end - line.content)) > 0;
  }

  Outline& outline_;
  std::string_view bytes_;
  std::size_t at_;
  std::vector<Open> open_;
};

}  // namespace

std::size_t read_brackets(Outline& outline, std::size_t owner, std::size_t open, std::size_t limit) {
  return FlowReader(outline, open, limit).read(owner);
}

}  // namespace cpm::assist
