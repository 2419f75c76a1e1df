// Numbers in digits: which points, commas, spaces and apostrophes group, and which one is decimal.
//
// The reading belongs to the token first ("1.234,5" has one reading only), then to its document
// ("1,234,567" elsewhere makes "12,000" twelve thousand in a German text too), then to the
// convention of the language.
#pragma once

#include <cstdint>
#include <optional>

#include "core/base/decimal.h"
#include "core/grammar/folded_text.h"
#include "core/lang/numbers_data.h"

namespace twosource {

struct DigitNumber {
  Decimal value;
  std::uint32_t end_token = 0;  // half open
  std::uint8_t digits = 0;      // significant digits as written
  bool plain = false;           // one run of digits, no separator
  std::uint8_t run_length = 0;  // of the first run
  bool chain = false;           // "24.10.2024", "1.2.3": no number, but end_token is behind it
};

// What the separators of one text mean, as far as the text itself shows it.
class DigitConvention {
 public:
  DigitConvention(const FoldedText& text, const NumbersData& data) : text_(&text), data_(&data) {}
  // True when `mark` ('.' or ',') groups thousands where a single number leaves it open ("12,000").
  bool groups(char mark) const;

 private:
  void look() const;
  const FoldedText* text_;
  const NumbersData* data_;
  mutable bool looked_ = false;
  mutable char shown_decimal_ = 0;  // the decimal mark that the text shows; 0: none, or both
};

// The number that begins at token `at`. REQUIRES: that token is Digits. nullopt when the digits do
// not fit into a Decimal.
std::optional<DigitNumber> read_digits(const FoldedText& text, std::size_t at,
                                       const DigitConvention& convention, const NumbersData& data);

// The number ".25" that begins with the decimal mark at token `at`; nullopt when there is none.
std::optional<DigitNumber> read_bare_decimals(const FoldedText& text, std::size_t at,
                                              const NumbersData& data);

}  // namespace twosource
