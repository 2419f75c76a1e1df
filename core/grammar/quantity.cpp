#include "core/grammar/quantity.h"

namespace twosource {

std::vector<Mention> find_quantities(const FoldedText& /*text*/,
                                     const std::vector<Numeral>& /*numerals*/,
                                     const std::vector<ByteSpan>& /*blocked*/,
                                     const LanguagePack& /*pack*/) {
  return {};
}

std::vector<Mention> find_quantities(const TokenizedText& text,
                                     const std::vector<Numeral>& numerals,
                                     const std::vector<ByteSpan>& blocked,
                                     const LanguagePack& pack) {
  return find_quantities(FoldedText(text), numerals, blocked, pack);
}

}  // namespace twosource
