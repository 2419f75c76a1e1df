// One numeral with its sign, its currency and its unit: the building block of ranges and compound
// amounts.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/grammar/folded_text.h"
#include "core/grammar/numeral.h"
#include "core/lang/language_pack.h"

namespace twosource {

struct Amount {
  std::size_t numeral = 0;        // index into the numerals
  std::uint32_t first_token = 0;  // of the whole: sign and currency before included
  std::uint32_t end_token = 0;    // half open
  ByteSpan span;                  // value with unit
  ByteSpan core;                  // the number with its sign
  Decimal low;
  Decimal high;
  Dimension dimension = Dimension::Number;
  const UnitFacts* unit = nullptr;
  const CurrencyForm* currency = nullptr;
  Decimal times{1};        // how many of the unit one of its form is (UnitForm)
  std::string per;         // unit behind "per", as "-per-liter"
  bool age_form = false;   // "jährig": an age unless the noun says otherwise
  bool adjective = false;  // the unit is an adjective or stands behind a hyphen
  bool currency_before = false;
  bool unit_before = false;      // "yüzde 5", 섭씨 5도
  bool dangling_hyphen = false;  // "14- bis 19-Jährige"

  bool has_unit() const { return unit != nullptr || currency != nullptr; }
  bool leads() const { return currency_before || unit_before; }
};

// Reads amounts around single numerals. Its members stand in two files: amount.cpp and, what
// touches currencies, amount_money.cpp.
class AmountReader {
 public:
  AmountReader(const FoldedText& text, const std::vector<Numeral>& numerals,
               const LanguagePack& pack);
  // Tokens before `from_token` belong to something else: "50 dollar 40 rmb".
  Amount read(std::size_t numeral, std::uint32_t from_token = 0) const;

  // The unit at token `at`, for ranges and compounds; end is 0 when there is none.
  struct UnitMatch {
    const UnitForm* form = nullptr;
    std::uint32_t end_token = 0;
  };
  UnitMatch unit_at(std::size_t at, bool touching) const;

 private:
  void read_before(Amount& amount, const Numeral& numeral, std::uint32_t from_token) const;
  bool opens_behind_sign(const Amount& amount, std::size_t at) const;
  bool read_sign(Amount& amount, std::uint32_t from_token) const;
  void read_currency_before(Amount& amount, std::uint32_t from_token) const;
  void read_unit_before(Amount& amount, std::uint32_t from_token) const;
  void extend_unit_before(Amount& amount) const;
  void read_after(Amount& amount, const Numeral& numeral) const;
  void read_rest(Amount& amount, const Numeral& numeral) const;
  void read_per(Amount& amount) const;
  bool read_multiple(Amount& amount, const Numeral& numeral) const;
  void read_below_zero(Amount& amount) const;
  bool is_inch_mark(std::size_t at) const;
  bool take_behind_of(Amount& amount, std::size_t at) const;
  bool behind_money(const Amount& amount) const;
  bool is_of(std::size_t at) const;
  void take_scale_behind(Amount& amount) const;
  bool take_money(Amount& amount, std::size_t at, bool touching) const;
  void take_unit(Amount& amount, const UnitMatch& match, bool hyphen) const;

  const FoldedText& text_;
  const std::vector<Numeral>& numerals_;
  const NumbersData& numbers_;
  const UnitsData& units_;
  const HedgesData& hedges_;
  const MoneyData& money_;
};

}  // namespace twosource
