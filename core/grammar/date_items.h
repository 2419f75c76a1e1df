// Date items: what single places of a text can be in a date expression - words of the lexicon,
// numbers that can be a day, a year or an hour, whole dates in digits.
//
//   "am 24. Oktober 2024"   [1] Day 24, Day 24 with mark   [2..] Month 10   Year 2024
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/grammar/folded_text.h"
#include "core/grammar/numeral.h"
#include "core/lang/dates_data.h"

namespace twosource {

struct DateItem {
  DateWordKind kind = DateWordKind::Literal;
  std::uint16_t literal = 0;
  int value = 0;  // Numeric: year * 10000 + month * 100 + day, year 0 for none; NumericTime:
                  // seconds of the day
  std::uint32_t end = 0;  // token behind the item
  const DateWord* word = nullptr;
  bool assumed =
      false;  // Numeric: the order of day and month, or the century, was taken from the language
  bool marked = false;  // NumericTime: written with a colon; Day: with an ordinal mark
};

// The items of all tokens, in order of their first token.
class DateItems {
 public:
  DateItems(const FoldedText& text, const std::vector<Numeral>& numerals, const DatesData& data);

  struct Range {
    const DateItem* first;
    const DateItem* last;
    const DateItem* begin() const { return first; }
    const DateItem* end() const { return last; }
    bool empty() const { return first == last; }
  };
  Range at(std::size_t token) const;
  // The tokens that hold an item which says something of its own (a month, a unit, a year; not
  // "the" or "3"), sorted: no expression is without one.
  const std::vector<std::uint32_t>& telling() const { return telling_; }
  std::size_t size() const { return starts_.empty() ? 0 : starts_.size() - 1; }

 private:
  std::vector<DateItem> items_;
  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> telling_;
};

}  // namespace twosource
