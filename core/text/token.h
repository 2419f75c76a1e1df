// Tokens: the atoms of a text, found in one pass over its bytes.
//
//   text    "Su-25, 12.000 Soldaten"
//   tokens   Su - 25 , 12 . 000 Soldaten
//   kinds    W  P D  P D  P D   W
//
// Nothing is decided here: whether "12.000" is one number, "Su-25" a model name or "z. B." an
// abbreviation is for the engines, who see from the flags what touched what.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/byte_span.h"

namespace twosource {

enum class TokenKind : std::uint8_t {
  Word,  // a run of letters and combining marks; soft hyphens and zero-width joiners inside belong
         // to it
  Digits,     // a run of ASCII digits, or of the decimal digits of one other script (Arabic-Indic,
              // fullwidth ...)
  Punct,      // one code point: punctuation
  Symbol,     // one code point: currency signs, %, degree, emoji, anything else
  Ideograph,  // one code point of Han; kana and Hangul runs are words, but see core/text/unspaced.h
};

struct Token {
  enum Flag : std::uint8_t {
    kSpaceBefore = 1,      // white space (or the start of the text) stands before it
    kNewlineBefore = 2,    // a line break stands in that white space
    kParagraphBefore = 4,  // a blank line, or the start of the text
    kCapitalised = 8,      // a word whose first letter is upper or title case
    kAllCaps = 16,         // a word of two or more letters, none of them lower case
    kNonAscii = 32,        // some byte is above 0x7F
    kUnspaced = 64,        // a word that holds kana or Hangul: its parts are not set off by spaces
  };

  std::uint32_t begin = 0;  // bytes
  std::uint32_t end = 0;
  TokenKind kind = TokenKind::Word;
  std::uint8_t flags = 0;

  ByteSpan span() const { return {begin, end}; }
  bool is(TokenKind k) const { return kind == k; }
  bool has(Flag flag) const { return (flags & flag) != 0; }
};

// Kana and Hangul: letters of scripts that write numbers, counters and particles in one run.
constexpr bool is_unspaced_letter(char32_t c) {
  return (c >= 0x1100 && c <= 0x11FF) || (c >= 0x3041 && c <= 0x318F) ||
         (c >= 0x31F0 && c <= 0x31FF) || (c >= 0xA960 && c <= 0xA97F) ||
         (c >= 0xAC00 && c <= 0xD7FF) || (c >= 0xFF66 && c <= 0xFFDC);
}

// The tokens of `text`, in order, without gaps other than white space. Bytes that are not UTF-8
// become one Symbol each (readers have replaced them already; this is for safety). Linear in the
// length; no allocation but the result.
std::vector<Token> tokenize(std::string_view text);

// The digits of any script as ASCII, appended to `out`: "٤٢" -> "42".
void append_ascii_digits(std::string_view digits, std::string& out);

// Lower case without soft hyphens, in NFC: the form under which lexica are probed.
// "Zwölf\u00ADtausend" -> "zwölftausend". Simple case folding only: ß stays ß. Arabic letters that
// are written one for another are levelled, as search engines do it: alef without hamza, heh for
// teh marbuta, yeh for alef maksura, no vowel signs, no tatweel ("أَلْفٌ" -> "الف").
std::string fold_word(std::string_view word);
// The same into `out`, which is overwritten: for inner loops.
void fold_word(std::string_view word, std::string& out);

}  // namespace twosource
