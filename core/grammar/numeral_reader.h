// Reads one numeral piece by piece; find_numerals (numeral.h) says where to try.
//
// A number is kept as falling parts: "two million three hundred twenty" is 2000000 + 300 + 20, each
// with the room it leaves for what follows. A scale multiplies the parts below it. Where a piece
// does not fit ("one hundred and two hundred": the second hundred), the number ends before the part
// that the misfit belongs to.
//
// Its members stand in several files: numeral_reader.cpp holds the road along the tokens,
// numeral_whole.cpp values, scales and ordinals, numeral_fraction.cpp fractions and decimals in
// words, numeral_digits.cpp what begins with digits.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/grammar/digit_number.h"
#include "core/grammar/number_pieces.h"
#include "core/grammar/numeral.h"
#include "core/lang/money_data.h"
#include "core/lang/numbers_data.h"

namespace twosource {

class NumeralReader {
 public:
  // All must outlive the reader.
  NumeralReader(const FoldedText& text, const NumbersData& data, const MoneyData& money)
      : text_(text), data_(data), money_(money), convention_(text, data) {}

  // The numeral that begins at token `at`; false when there is none. `chain_end` is set behind
  // digits that are no number ("24.10.2024").
  bool read(std::size_t at, Numeral& out, std::size_t& chain_end);

 private:
  using Piece = NumberPiece;

  // A number so far: whole + numerator / denominator, or an order of magnitude.
  struct State {
    Decimal whole;
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;
    Decimal fraction_scale{1};
    std::optional<Decimal> vague_low;
    Decimal vague_high;
    bool ordinal = false;
    bool fraction = false;
    bool about = false;  // a word that only tells the size: "vingtaine"
    std::uint32_t end_byte = 0;
    std::uint32_t end_token = 0;
    std::string_view rest;
  };

  struct Part {
    Decimal value;
    Decimal room;
    bool digits = false;
    bool scaled_digits = false;  // "1.7 million"
    State before;                // the number without this part and what follows
  };

  static constexpr std::size_t kMaxParts = 12;

  void reset(std::size_t at);
  void pieces_at(std::size_t at, std::vector<Piece>& out) const {
    number_pieces_at(text_, data_, at, out);
  }

  // The road.
  void go_on();
  std::size_t behind_hyphen(std::size_t at, bool& spaced) const;
  bool fits_behind_dash(const NumberWord& word) const;
  enum class Passed : std::uint8_t { No, On, Taken };
  Passed pass_joiner(std::vector<Piece>& pieces);
  bool joins_unit(const NumberWord& joiner, std::size_t at) const;
  bool pass_of(std::vector<Piece>& pieces) const;
  bool take_all(const std::vector<Piece>& pieces);
  void take_abbreviation_stop(const NumberWord& word);
  bool take(const Piece& piece, bool same_token);
  void keep(const Piece& piece);
  void push(const Decimal& value, const Decimal& room, const Piece& piece, bool digits);
  Decimal sum() const;
  bool finish(Numeral& out) const;
  bool finish_value(Numeral& out) const;

  // Whole numbers and ordinals in words.
  bool take_value(const Piece& piece);
  bool take_tens_after_unit(const std::vector<Piece>& pieces, std::size_t& i);
  bool joins_ten(const NumberWord& word) const;
  bool take_joined_ten(const Piece& piece);
  bool take_multiple(const Piece& piece);
  bool take_unit_of_denominator(const Piece& ten);
  bool take_scale(const Piece& piece);
  bool take_vague_scale(const Piece& piece);
  bool take_scale_of_fraction(const Piece& piece);
  bool take_ordinal(const Piece& piece);
  bool scale_by_ordinal(const Decimal& scale);
  bool ends_sentence(std::size_t end_token) const;
  bool scale_fits(const Piece& piece) const;
  bool may_be_joined(const Piece& piece) const;
  bool of_at(std::size_t at) const;
  bool counts_parts(std::int64_t whole, const Piece& piece) const;
  bool counting_article() const;
  bool count_article(const Piece& piece);

  // Fractions and decimals in words.
  bool take_fraction(const Piece& piece, bool same_token);
  bool take_denominator(const Piece& piece);
  bool take_added_fraction(const Piece& piece);
  bool divide_by_first();
  bool add_fraction(std::int64_t numerator, std::int64_t denominator, const Piece& piece);
  void join_unit(std::vector<Piece>& pieces, std::int64_t& numerator) const;
  bool try_joined_fraction(std::size_t at);
  void scale_joined_fraction(const Piece& last, const Decimal& scale);
  bool try_decimals(std::size_t at);
  bool is_decimal(const NumberWord& word) const;

  // What begins with digits or a sign.
  bool start_digits(std::size_t at, std::size_t& chain_end);
  bool take_more_digits(std::size_t at, bool joined);
  void exponent();
  void power();
  void vulgar_fraction(std::size_t i);
  void slash_or_vulgar(bool mixed);
  void ordinal_suffix();
  void make_ordinal(std::size_t suffix);
  bool raises_ordinal(std::size_t sign) const;

  const FoldedText& text_;
  const NumbersData& data_;
  const MoneyData& money_;
  DigitConvention convention_;

  // The numeral being read.
  std::size_t first_ = 0;
  std::array<Part, kMaxParts> parts_;
  std::size_t count_ = 0;
  State state_;
  bool any_ = false;     // state_ holds a number
  bool closed_ = false;  // nothing may follow
  bool article_ = false;
  bool multiple_ = false;  // "doppelt"
  bool vague_word_ = false;
  bool joined_ = false;  // the next piece stands behind "and"
  bool weak_ = false;
  bool words_ = false;
  std::int64_t divisor_ = 0;  // a denominator that stood first: "üçte"
  std::optional<DigitNumber> digits_;
  bool more_digits_ = false;  // a second run of digits behind a scale
  std::uint32_t begin_byte_ = 0;
  std::uint32_t taken_ = 0;  // pieces taken
  Decimal scale_{1};
};

}  // namespace twosource
