// Amounts: numerals with what surrounds them - signs, units, currencies, ranges and hedges.
//
//   "mehr als 10.000 Euro"   money    10000.. above EUR
//   "10 bis 15 Prozent"      percent  10..15 percent
//   "2 Stunden 30 Minuten"   duration 2.5 hour, base 150 minute, PT2H30M
//   "die 58-Jährige"         age      58 year
//   "neun von zehn"          number   0.9, ratio 9/10
#pragma once

#include <vector>

#include "core/base/byte_span.h"
#include "core/grammar/folded_text.h"
#include "core/grammar/mention.h"
#include "core/grammar/numeral.h"
#include "core/lang/language_pack.h"

namespace twosource {

// Mentions of the dimensions number, ordinal, percent, money, measure, duration, age and score,
// sorted by span, without overlaps. `numerals` come from find_numerals of the same text; what lies
// in one of the `blocked` spans (sorted; dates and times found before) is left alone. Field is left
// as it is by default; zone is the caller's.
std::vector<Mention> find_quantities(const FoldedText& text, const std::vector<Numeral>& numerals,
                                     const std::vector<ByteSpan>& blocked,
                                     const LanguagePack& pack);
std::vector<Mention> find_quantities(const TokenizedText& text,
                                     const std::vector<Numeral>& numerals,
                                     const std::vector<ByteSpan>& blocked,
                                     const LanguagePack& pack);

}  // namespace twosource
