#include "core/grammar/folded_text.h"

#include "core/lang/phrase_lexicon.h"

namespace twosource {

FoldedText::FoldedText(const TokenizedText& source) : source_(&source) {
  folded_.reserve(source.text.size());
  begins_.reserve(source.tokens.size() + 1);
  for (const Token& token : source.tokens) {
    begins_.push_back(static_cast<std::uint32_t>(folded_.size()));
    append_folded_token(source.of(token), token, folded_);
  }
  begins_.push_back(static_cast<std::uint32_t>(folded_.size()));
}

}  // namespace twosource
