#include "core/grammar/numeral.h"

namespace twosource {

std::vector<Numeral> find_numerals(const FoldedText& /*text*/, const LanguagePack& /*pack*/) {
  return {};
}

std::vector<Numeral> find_numerals(const TokenizedText& text, const LanguagePack& pack) {
  return find_numerals(FoldedText(text), pack);
}

}  // namespace twosource
