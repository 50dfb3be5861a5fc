#pragma once
// A text in the middle of typing as the field tables see it: its kind, the field of each key, what its records are called.
#include <string>
#include <string_view>
#include <vector>

#include "assist/outline.h"
#include "format/kinds.h"

namespace cpm::assist {

/// An id with what it stands for, as people read it.
struct Known {
  std::string id;
  std::string title = {};
  std::string about = {};  ///< Markdown; may be empty
};

/// The bytes must outlive it.
class Reading {
 public:
  explicit Reading(std::string_view bytes);
  explicit Reading(std::string&& bytes) = delete;
  Reading(const Reading&) = delete;  // shapes point into it
  Reading& operator=(const Reading&) = delete;

  std::string_view bytes() const { return outline_.bytes; }
  const Outline& outline() const { return outline_; }
  const Part& part(std::size_t index) const { return outline_.parts[index]; }
  const format::Kind* kind() const { return kind_; }

  /// What may stand behind the key or dash; nullptr where the tables do not say.
  const format::Shape* shape_of(std::size_t part) const { return meanings_[part].shape; }
  /// The row of a key of a record, also by another of its names; nullptr for other parts.
  const format::Field* field_of(std::size_t part) const { return meanings_[part].field; }

  /// A key without its quotes.
  std::string key_of(std::size_t part) const;
  /// A value without its quotes, its lines joined by spaces; of a part without colon, what is there.
  std::string text_of(std::size_t part) const;

  /// The parts that this one holds.
  std::vector<std::size_t> parts_of(std::size_t holder) const;
  /// The key of this name, also where it is called otherwise; or kNone.
  std::size_t find(std::size_t holder, std::string_view key) const;
  /// The value behind keys: "instrument.id"; empty when it is not there.
  std::string text_at(std::string_view path) const;
  /// The records of a list, by the keys that lead to it: "analysis.opportunities"; through lists on the way.
  std::vector<Known> records_at(std::string_view path) const;
  /// All records of the file that have an id.
  std::vector<Known> records() const;

 private:
  struct Meaning {
    const format::Shape* shape = nullptr;
    const format::Field* field = nullptr;
  };

  void give_shapes();
  Known record(std::size_t part, const format::Record& record) const;
  void add_records(std::size_t holder, std::string_view path, std::vector<Known>& found) const;

  Outline outline_;
  std::vector<std::size_t> first_;  ///< by part: the first that it holds, or kNone
  std::vector<std::size_t> next_;   ///< by part: the next one beside it, or kNone
  std::vector<Meaning> meanings_;   ///< by part
  const format::Kind* kind_ = nullptr;
  format::Shape whole_ = {};
};

}  // namespace cpm::assist
