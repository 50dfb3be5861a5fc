#pragma once
// What a command can be told, as rows of data, and what the user did tell it. Knows nothing of single commands.
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cpm::cli {

/// One option: with a `value` word it takes a value, without it is a switch.
struct Option {
  std::string_view name;        ///< "--format", or "-o,--output"
  std::string_view value = {};  ///< "NAME"
  std::string_view about;
  bool repeats = false;  ///< given again, its values are joined by commas; else the last one counts
};

/// What stands on the command line without a dash: files, folders, a code.
struct Operand {
  static constexpr std::size_t kAny = 1000000;

  std::string_view name = {};  ///< "PATH"; empty: the command takes none
  std::string_view about = {};
  std::size_t least = 0;
  std::size_t most = 0;
};

class Arguments {
 public:
  bool has(const Option& option) const { return given_.contains(option.name); }
  /// The value given, or nothing.
  std::optional<std::string> value(const Option& option) const;
  const std::vector<std::string>& operands() const { return operands_; }

  void set(const Option& option, std::string value) { given_[option.name] = std::move(value); }
  void add_operand(std::string operand) { operands_.push_back(std::move(operand)); }

 private:
  std::map<std::string_view, std::string> given_;
  std::vector<std::string> operands_;
};

/// `--help` was asked for.
struct HelpWanted {};

/// The part of a command line behind the command's name, read by its rows. Throws UsageError, or HelpWanted.
Arguments read_arguments(std::string_view command, const Operand& operand, std::span<const Option* const> options,
                         std::span<const std::string> words);

/// The option of this name, long or short, or nullptr.
const Option* option_named(std::span<const Option* const> options, std::string_view name);
/// "--output": the long name of an option, or its only one.
std::string_view long_name(const Option& option);
/// "-o, --output FILE"
std::string usage_of(const Option& option);
/// "[PATH...]", "OLD NEW", "CODE"
std::string usage_of(const Operand& operand);

}  // namespace cpm::cli
