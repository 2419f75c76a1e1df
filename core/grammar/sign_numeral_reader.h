// The reader behind find_sign_numerals (sign_numeral.h).
#pragma once

#include <cstdint>

#include "core/grammar/folded_text.h"
#include "core/grammar/numeral.h"
#include "core/grammar/phrase_match.h"
#include "core/grammar/sign_number.h"
#include "core/lang/language_pack.h"

namespace twosource {

// Reads one numeral of such a script after the other. Its members stand in two files:
// sign_numeral.cpp reads, sign_numeral_context.cpp tells by the neighbourhood whether it counts.
class SignNumeralReader {
 public:
  SignNumeralReader(const FoldedText& text, const LanguagePack& pack)
      : text_(text),
        data_(or_neutral(pack.numbers)),
        signs_(data_.signs),
        units_(or_neutral(pack.units)),
        money_(or_neutral(pack.money)),
        hedges_(or_neutral(pack.hedges)),
        reader_(text, data_, units_) {}

  // The numeral that begins at token `at`, whether it counts or not; false when there is none.
  bool read(std::size_t at, Numeral& out);
  // Whether the numeral that read() found last counts as one.
  bool counts(const Numeral& numeral) const;
  // 两米半, 2시간 반, 五块六: half of the unit of the numeral before, or a tenth of its currency.
  bool continues(const Numeral& before, const Numeral& rest) const {
    std::uint32_t kind = 0;
    if (counted_until(before.end_token, kind) != rest.first_token || kind != kUnit) return false;
    return rest.fraction || (number_.signs == 1 && signs_.particles.empty() &&
                             match_phrase(text_, money_.lexicon, before.end_token));
  }
  // The end of a word at the token that only begins like the number; 0 for none.
  std::size_t lookalike_end(std::size_t at);
  bool may_begin(std::size_t at) const {
    return !data_.lexicon.starting_with(text_.form(at)).empty() ||
           !signs_.ordinal_before.starting_with(text_.form(at)).empty();
  }

 private:
  bool read_word(std::size_t at, Numeral& out);
  bool read_over(Numeral& out);
  bool read_numerator(std::size_t at, SignNumber& numerator, bool& negative);
  bool read_mixed(Numeral& out);
  bool read_half(Numeral& out);
  bool set_fraction(Numeral& out, const Decimal& whole, const Decimal& numerator,
                    const Decimal& denominator, std::size_t end);
  void read_ordinal_mark(Numeral& out);
  void fill(std::size_t first, Numeral& out) const;
  void end_at(Numeral& out, std::size_t end) const;

  // Where the unit, currency or counter that stands at the token ends; 0 for none.
  std::size_t counted_until(std::size_t at, std::uint32_t& kind) const;
  bool is_particle(std::size_t at) const {
    return match_phrase(text_, signs_.particles, at).has_value();
  }
  bool stands_alone(const Numeral& numeral, std::size_t end) const;
  bool is_edge(std::size_t at) const;
  bool announced(const Numeral& numeral) const;
  bool leads_on(const Numeral& numeral) const;
  bool word_begins(std::size_t at) const;
  bool counts_between_spaces(const Numeral& numeral, std::size_t counted, std::uint32_t kind) const;

  static constexpr std::uint32_t kUnit = 2;

  const FoldedText& text_;
  const NumbersData& data_;
  const SignNumbers& signs_;
  const UnitsData& units_;
  const MoneyData& money_;
  const HedgesData& hedges_;
  SignNumberReader reader_;
  SignNumber number_;  // of the numeral read last
};

}  // namespace twosource
