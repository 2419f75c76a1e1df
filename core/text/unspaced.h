// Tokens for scripts that set no spaces between words: every kana and every Hangul syllable becomes
// a token of its own, of the kind Ideograph, as Han characters are from the start.
//
//   "約3만5천명이"   Digits 3, then the one Word "만" ...   ->   3 만 5 천 명 이
//   "GDPは"          one Word                               ->   GDP は
//
// Numbers, counters, units and particles are written together there, so phrases are matched sign by
// sign, the longest first. Where a word begins is still told by Token::kSpaceBefore.
#pragma once

#include <string_view>
#include <vector>

#include "core/text/segment.h"

namespace twosource {

// Whether any token must be taken apart. One look at the flags of each token.
bool holds_unspaced(const std::vector<Token>& tokens);

// The tokens with every unspaced word taken apart; `text` is what they were made of.
std::vector<Token> split_unspaced(std::string_view text, const std::vector<Token>& tokens);

// The same of a whole text; its sentences keep their spans.
TokenizedText split_unspaced(const TokenizedText& text);

}  // namespace twosource
