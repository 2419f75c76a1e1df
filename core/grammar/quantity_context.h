// What the parts of the quantity engine share: the text, its numerals, the data of its language,
// and the group of amounts that is read at the moment.
#pragma once

#include <vector>

#include "core/base/byte_span.h"
#include "core/base/quantity.h"
#include "core/grammar/amount.h"
#include "core/grammar/folded_text.h"
#include "core/grammar/numeral.h"
#include "core/lang/language_pack.h"

namespace twosource {

struct QuantityContext {
  const FoldedText& text;
  const std::vector<Numeral>& numerals;
  const LanguagePack& pack;
  const NumbersData& numbers;
  const UnitsData& units;
  const HedgesData& hedges;
  const MoneyData& money;
  AmountReader reader;
  std::vector<bool> unusable;  // numerals that are no amounts: identifiers, parts of dates

  // Numerals that overlap one of the `blocked` spans (sorted) are unusable.
  QuantityContext(const FoldedText& text, const std::vector<Numeral>& numerals,
                  const std::vector<ByteSpan>& blocked, const LanguagePack& pack);
  bool usable(std::size_t i) const { return i < numerals.size() && !unusable[i]; }
};

// Amounts that are one thing: a single one, a range, a compound amount, a score or a share.
struct AmountGroup {
  Amount first;
  Amount last;           // the same as first for a single amount
  std::size_t next = 0;  // numeral to go on with
  bool range = false;
  Quantity value;
  bool score = false;
  bool fraction_added = false;
  std::uint32_t link_end = 0;  // token behind the words that lead to the end of a change, or 0
  std::size_t chain_end = 0;   // numerals before it stand in a row ("10 to 15 to 20"): no ranges
};

}  // namespace twosource
