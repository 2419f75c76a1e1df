#include "core/text/unspaced.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace twosource {
namespace {

constexpr std::uint8_t kSpacing =
    Token::kSpaceBefore | Token::kNewlineBefore | Token::kParagraphBefore;

// A run of other letters ("GDP" of "GDPは") stays one word.
void split_word(std::string_view text, const Token& word, std::vector<Token>& out) {
  std::uint8_t spacing = word.flags & kSpacing;
  for (std::size_t at = word.begin; at < word.end;) {
    const std::size_t begin = at;
    CodePoint c = decode(text, at);
    const bool single = is_unspaced_letter(c.value);
    bool wide = c.length > 1;
    at += c.length;
    while (!single && at < word.end) {
      c = decode(text, at);
      if (is_unspaced_letter(c.value)) break;
      wide = wide || c.length > 1;
      at += c.length;
    }
    Token token;
    token.begin = static_cast<std::uint32_t>(begin);
    token.end = static_cast<std::uint32_t>(at);
    token.kind = single ? TokenKind::Ideograph : TokenKind::Word;
    token.flags = static_cast<std::uint8_t>(spacing | (wide ? Token::kNonAscii : 0));
    if (!single) token.flags |= word.flags & (Token::kCapitalised | Token::kAllCaps);
    out.push_back(token);
    spacing = 0;
  }
}

}  // namespace

bool holds_unspaced(const std::vector<Token>& tokens) {
  return std::any_of(tokens.begin(), tokens.end(),
                     [](const Token& token) { return token.has(Token::kUnspaced); });
}

std::vector<Token> split_unspaced(std::string_view text, const std::vector<Token>& tokens) {
  std::vector<Token> out;
  out.reserve(tokens.size());
  for (const Token& token : tokens) {
    if (token.has(Token::kUnspaced)) {
      split_word(text, token, out);
    } else {
      out.push_back(token);
    }
  }
  return out;
}

TokenizedText split_unspaced(const TokenizedText& text) {
  return with_tokens(text, split_unspaced(text.text, text.tokens));
}

}  // namespace twosource
