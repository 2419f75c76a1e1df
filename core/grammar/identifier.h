// Which numerals are parts of names, addresses and identifiers, and so tell no amount.
#pragma once

#include <vector>

#include "core/grammar/folded_text.h"
#include "core/grammar/numeral.h"
#include "core/lang/language_pack.h"

namespace twosource {

// One entry a numeral: true for "Su-25", "G20", "v1.2", "https://a/5", "x5@a", "030-123-4567",
// "1.2.3.4", "00123". What only its neighbourhood can tell (a unit glued to the number, a currency
// before it) is left to the caller.
std::vector<bool> find_identifiers(const FoldedText& text, const std::vector<Numeral>& numerals,
                                   const LanguagePack& pack);

}  // namespace twosource
