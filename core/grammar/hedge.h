// Finds the hedge words that belong to an amount, and opens its interval as they say.
#pragma once

#include "core/grammar/folded_text.h"
#include "core/grammar/mention.h"
#include "core/lang/language_pack.h"

namespace twosource {

// Sets value.hedge, low, high and `wide` of the mention that covers the tokens [first, end).
// An order of magnitude keeps its hedge unless a bound stands before it. Words before the token
// `from` belong to something else ("с 12 до 8": no bound).
void apply_hedges(const FoldedText& text, const LanguagePack& pack, std::size_t first,
                  std::size_t end, std::size_t from, Mention& mention);

}  // namespace twosource
