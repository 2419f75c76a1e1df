// Whole numbers and decimals of scripts that count in myriads and write sign by sign, in signs, in
// digits or mixed: 三千八百万, 3万4000, 1억 5천만, 二〇二四, 三点五亿, 三四百, 十几万, 3000多.
//
// A number is kept as falling parts, each with the room it leaves: 3万4000 is 30000 (room 10000)
// and 4000. A scale multiplies the parts below it. Fractions, ordinals and the question whether the
// number counts at all are for sign_numeral.h.
//
// Its members stand in two files: sign_number.cpp holds the road along the tokens,
// sign_number_pieces.cpp what each piece adds.
#pragma once

#include <array>
#include <cstdint>

#include "core/base/quantity.h"
#include "core/grammar/digit_number.h"
#include "core/grammar/folded_text.h"
#include "core/lang/numbers_data.h"
#include "core/lang/units_data.h"

namespace twosource {

struct SignNumber {
  Decimal low;
  Decimal high;  // the same as low but for a pair (三四百) or an order of magnitude (数百)
  Hedge hedge = Hedge::Exact;  // JustOver behind 多, Order for 数百 and 十几
  std::uint32_t end_token = 0;
  std::uint32_t signs = 0;    // number words in it; 0: digits only
  bool has_digits = false;    // written with digits somewhere
  bool plain_digits = false;  // one run of digits and nothing else
  bool counts_units = false;  // some sign below ten, or digits: not of scales alone (千万)
  bool pair = false;
  bool row = false;     // written place by place: 二〇二四
  bool weak = false;    // of one word that is mostly another one: 한, 세
  bool native = false;  // of words that no scale multiplies
  std::uint8_t written_digits = 0;
  std::uint8_t significant = 0;
  Decimal scale{1};  // as Numeral::scale
};

class SignNumberReader {
 public:
  static constexpr std::size_t kNoLimit = static_cast<std::size_t>(-1);

  // All must outlive the reader.
  SignNumberReader(const FoldedText& text, const NumbersData& data, const UnitsData& units)
      : text_(text), data_(data), units_data_(units), convention_(text, data) {}

  // The number that begins at token `at` and ends before token `limit`; false when there is none.
  bool read(std::size_t at, SignNumber& out, std::size_t limit = kNoLimit);

  // The number word at the token, and where it ends; nullptr for none.
  const NumberWord* word_at(std::size_t at, std::size_t& end) const;

 private:
  struct Part {
    Decimal low;
    Decimal high;
    Decimal room;
    bool digits = false;  // or a row of signs: a scale multiplies it whatever its size
    bool scaled = false;
    bool native = false;
    bool filled = false;  // a zero stands before it
    bool pair = false;
    std::uint32_t end_before = 0;  // of the number without this part
    std::uint32_t signs_before = 0;
  };
  static constexpr std::size_t kMaxParts = 16;
  static const Decimal kTen;
  static const Decimal kMyriad;
  static constexpr std::size_t kLongestRow = 15;

  // Each takes what stands at token `at` and returns the token behind it; `at` when it does not
  // fit.
  std::size_t step(std::size_t at);
  std::size_t take_digits(std::size_t at);
  std::size_t take_value(std::size_t at, const NumberWord& word, std::size_t end);
  std::size_t take_zero(std::size_t at, std::size_t end);
  std::size_t take_row(std::size_t at);
  std::size_t take_scale(std::size_t at, const NumberWord& word, std::size_t end);
  std::size_t take_vague(std::size_t at, std::size_t end);
  std::size_t take_vague_scale(const NumberWord& word, std::size_t end);
  std::size_t take_point(std::size_t at, std::size_t end);
  std::size_t take_excess(std::size_t at);

  bool may_follow(std::size_t at) const;
  std::size_t row_length(std::size_t at, std::string& digits) const;
  bool fits(const Decimal& value) const;
  void push(Part part, std::size_t end, std::uint32_t signs);
  // Before a scale only below what the digit stands behind: 百二万, but not 十二亿四万.
  void complete_ellipsis(const NumberWord* scale);
  bool particle_begins(std::size_t at, std::size_t end) const;
  bool unit_begins(std::size_t at, std::size_t end) const;
  bool finish(SignNumber& out);

  const FoldedText& text_;
  const NumbersData& data_;
  const UnitsData& units_data_;
  DigitConvention convention_;

  std::array<Part, kMaxParts> parts_;
  std::size_t count_ = 0;
  std::size_t first_ = 0;
  std::uint32_t end_ = 0;
  std::uint32_t signs_ = 0;
  bool filled_ = false;
  bool vague_ = false;  // 数, 几 stands before what comes
  bool excess_ = false;
  bool closed_ = false;
  bool units_ = false;
  bool weak_ = false;
  bool behind_myriad_ = false;  // the last piece was a scale from ten thousand up
  Hedge hedge_ = Hedge::Exact;
  DigitNumber digits_;
  std::uint32_t digit_runs_ = 0;
  Decimal scale_{1};
};

}  // namespace twosource
