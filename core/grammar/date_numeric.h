// Dates and times of day that are written in digits.
//
//   "2024-10-24"  "24.10.2024"  "10/24/2024"  "24.10."  "24. 10. 2024"  "14:30"  "14h30"
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/grammar/date_items.h"
#include "core/grammar/folded_text.h"
#include "core/lang/dates_data.h"

namespace twosource {

// The number in ASCII digits of token `i`.
std::optional<int> digits_at(const FoldedText& text, std::size_t i);
// Two digits as a year: "24" is 2024, "98" is 1998.
int full_year(int two_digits);
// Token `i` is the separator and touches digits on both sides.
bool joins_digits(const FoldedText& text, std::size_t i, std::string_view separator);

class NumericDates {
 public:
  // All must outlive it; items are appended to `out`.
  NumericDates(const FoldedText& text, const DatesData& data, std::vector<DateItem>& out)
      : text_(text), data_(data), out_(out) {}

  // Adds the date that begins with the digits at token `i`; false when there is none.
  bool read_date(std::size_t i) { return spaced_date(i) || numeric_date(i); }
  // Adds "14:30" and "14.30". Whether it is a time at all is for the shapes.
  void read_time(std::size_t i);
  // Adds "14h30": the word of the hour between digits.
  void read_joined_time(std::size_t i, int hour);

 private:
  bool spaced_date(std::size_t i);
  bool numeric_date(std::size_t i);
  bool separated(std::size_t i, std::string_view separator) const;
  bool three_parts(std::size_t i, int a, int b, std::string_view separator);
  bool two_parts(std::size_t i, int a, int b);
  bool day_and_month(std::size_t end, int year, int a, int b, std::string_view separator,
                     bool assumed);
  bool numeric(std::size_t end, int year, int month, int day, bool assumed);

  const FoldedText& text_;
  const DatesData& data_;
  std::vector<DateItem>& out_;
};

}  // namespace twosource
