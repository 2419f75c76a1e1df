#include "core/grammar/folded_text.h"

#include "core/text/utf8.h"

namespace twosource {
namespace {

bool is_dash(char32_t c) {
  return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE63 || c == 0xFF0D || c == 0x2043;
}

bool is_apostrophe(char32_t c) {
  return c == 0x2019 || c == 0x02BC || c == 0x2018 || c == 0xFF07;
}

}  // namespace

FoldedText::FoldedText(const TokenizedText& source) : source_(&source) {
  folded_.reserve(source.text.size());
  begins_.reserve(source.tokens.size() + 1);
  std::string word;
  for (const Token& token : source.tokens) {
    begins_.push_back(static_cast<std::uint32_t>(folded_.size()));
    const std::string_view bytes = source.of(token);
    if (!token.has(Token::kNonAscii)) {
      for (const char c : bytes) folded_ += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    } else if (token.is(TokenKind::Word)) {
      fold_word(bytes, word);
      folded_ += word;
    } else if (token.is(TokenKind::Punct) || token.is(TokenKind::Symbol)) {
      const char32_t c = decode(bytes, 0).value;
      if (is_dash(c)) {
        folded_ += '-';
      } else if (is_apostrophe(c)) {
        folded_ += '\'';
      } else {
        folded_ += bytes;
      }
    } else {
      folded_ += bytes;
    }
  }
  begins_.push_back(static_cast<std::uint32_t>(folded_.size()));
}

}  // namespace twosource
