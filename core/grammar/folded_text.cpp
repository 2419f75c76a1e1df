#include "core/grammar/folded_text.h"

#include "core/lang/phrase_lexicon.h"
#include "core/text/form_hash.h"
#include "core/text/utf8.h"

namespace twosource {

std::uint32_t written_length(std::string_view bytes, std::size_t folded) {
  std::string form;
  std::size_t at = 0;
  while (at < bytes.size()) {
    const std::uint32_t length = decode(bytes, at).length;
    fold_word(bytes.substr(0, at + length), form);
    if (form.size() > folded) break;
    at += length;
  }
  return static_cast<std::uint32_t>(at);
}

FoldedText::FoldedText(const TokenizedText& source) : source_(&source) {
  folded_.reserve(source.text.size());
  begins_.reserve(source.tokens.size() + 1);
  hashes_.reserve(source.tokens.size());
  for (const Token& token : source.tokens) {
    begins_.push_back(static_cast<std::uint32_t>(folded_.size()));
    append_folded_token(source.of(token), token, folded_);
    hashes_.push_back(form_hash(std::string_view(folded_).substr(begins_.back())));
  }
  begins_.push_back(static_cast<std::uint32_t>(folded_.size()));
}

}  // namespace twosource
