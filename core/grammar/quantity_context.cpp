#include "core/grammar/quantity_context.h"

#include "core/grammar/identifier.h"

namespace twosource {

QuantityContext::QuantityContext(const FoldedText& text_in, const std::vector<Numeral>& numerals_in,
                                 const std::vector<ByteSpan>& blocked, const LanguagePack& pack_in)
    : text(text_in),
      numerals(numerals_in),
      pack(pack_in),
      numbers(or_neutral(pack.numbers)),
      units(or_neutral(pack.units)),
      hedges(or_neutral(pack.hedges)),
      money(or_neutral(pack.money)),
      reader(text, numerals, pack),
      unusable(find_identifiers(text, numerals, pack)) {
  std::size_t b = 0;
  for (std::size_t i = 0; i < numerals.size(); ++i) {
    while (b < blocked.size() && blocked[b].end <= numerals[i].span.begin) ++b;
    for (std::size_t k = b; k < blocked.size() && blocked[k].begin < numerals[i].span.end; ++k)
      unusable[i] = unusable[i] || blocked[k].overlaps(numerals[i].span);
  }
}

}  // namespace twosource
