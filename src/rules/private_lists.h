#pragma once
// The words that make a text worth a closer look: names with which a person could be meant, and numbers in words.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

#include "rules/text_scan.h"
#include "rules/word_list.h"

namespace cpm::rules {

// Given names that are seldom anything else; those that are also words, months or places are left out.
inline constexpr auto kGivenNames = word_list(
    "Aaron", "Adam", "Adrian", "Aisha", "Alejandra", "Alejandro", "Alexander", "Alexis", "Alice", "Alicia", "Amanda",
    "Amber", "Amy", "Ana", "Andrea", "Andrew", "Angela", "Anna", "Anthony", "Antonio", "Ashley", "Barbara", "Benjamin",
    "Brandon", "Brenda", "Brian", "Brianna", "Carlos", "Carmen", "Carol", "Caroline", "Catherine", "Cesar", "Christina",
    "Christopher", "Cynthia", "Daniel", "Daniela", "David", "Deborah", "Denise", "Diana", "Diego", "Donna", "Eduardo",
    "Elena", "Elizabeth", "Emily", "Emma", "Eric", "Ethan", "Fernando", "Gabriel", "Gabriela", "George", "Gloria",
    "Guadalupe", "Hannah", "Hector", "Isabella", "Jacob", "James", "Jamie", "Jason", "Javier", "Jennifer", "Jessica",
    "Jesus", "Jose", "Joseph", "Joshua", "Juan", "Julia", "Karen", "Karina", "Katherine", "Kevin", "Kimberly", "Laura",
    "Leticia", "Linda", "Lisa", "Lucia", "Luis", "Lupe", "Manuel", "Marcus", "Margaret", "Maria", "Mario", "Martha",
    "Matthew", "Melissa", "Mia", "Michael", "Michelle", "Miguel", "Monica", "Nancy", "Natalie", "Nicole", "Olivia",
    "Pablo", "Patricia", "Pedro", "Rachel", "Rebecca", "Ricardo", "Robert", "Samuel", "Sandra", "Sarah", "Sofia",
    "Sophia", "Stephanie", "Thomas", "Tiffany", "Veronica", "William");

/// Those of whom a family's name before them tells who they are: "the Garcia family", "the Hernandez case".
inline constexpr auto kHouseholds = word_list("family", "families", "children", "siblings", "twins", "case");

inline constexpr auto kTitles = word_list("Mr", "Mrs", "Ms", "Miss", "Mx");

/// From one to twenty, so that the place in the list is the number.
inline constexpr auto kNumbers = word_list("one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
                                           "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
                                           "seventeen", "eighteen", "nineteen", "twenty");

/// The number that a word is, in letters or in at most four digits.
inline std::optional<std::int64_t> number_of(std::string_view word) {
  if (const std::size_t spelled = kNumbers.number_any_case(word)) return static_cast<std::int64_t>(spelled);
  constexpr std::size_t kMostDigits = 4;
  const bool digits = !word.empty() && word.size() <= kMostDigits && std::all_of(word.begin(), word.end(), is_digit);
  if (!digits) return std::nullopt;
  std::int64_t number = 0;
  for (const char digit : word) number = 10 * number + (digit - '0');
  return number;
}

}  // namespace cpm::rules
