// Numerals: every place where a text writes a number, in digits, in words or mixed.
//
//   "Su-25, 1,8 Milliarden, zwölftausend, der zweite, half a million"
//           ^^^^^^^^^^^^^^  ^^^^^^^^^^^^      ^^^^^^  ^^^^^^^^^^^^^^
//
// A numeral is only the number: signs, units, currencies, hedges and ranges are the business of
// core/grammar/quantity.h, calendar readings of core/grammar/date.h. What belongs to a name, an
// address or an identifier ("Su-25", "G20", "v1.2.3", "https://a/5") is no numeral; a year, a time
// or a date still is one, part by part ("24. Oktober 2024": ordinal 24, number 2024).
//
// A numeral may end inside its last token, or fill only the head of a compound: `rest` is what
// remains of that token.
//   "zwölfjährig"  span "zwölf", rest "jährig"      "3bn"  tokens "3" "bn", rest empty
//   "58-jährig"    span "58", rest empty: the next tokens are "-" and "jährig"
//   "drittgrößte"  span "dritt", ordinal, rest "größte"
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/byte_span.h"
#include "core/base/quantity.h"
#include "core/grammar/folded_text.h"
#include "core/lang/language_pack.h"
#include "core/text/segment.h"

namespace twosource {

struct Numeral {
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;  // half open; the token before it may be covered in part only (rest)
  ByteSpan span;                // bytes of the number itself
  Quantity value;  // low == high and exact, but for vague orders ("Tausende": 1000..10000, order)
  bool ordinal = false;    // "dritte", "3rd", "3." inside a sentence
  bool in_words = false;   // some part of it is a word ("1,8 Milliarden" too)
  bool all_words = false;  // no digit in it
  bool article = false;    // "ein", "a": counts only before a unit ("vor einem Jahr"), never alone
  bool pronoun_like = false;        // "one": a number only where the context counts
  bool multiple = false;            // "doppelt", "tenfold": how many times as much
  bool fraction = false;            // "zwei Drittel", "3/4", "half"
  bool plain_digits = false;        // an unbroken run of digits ("2024"): may be a year
  std::uint8_t written_digits = 0;  // length of that run, leading zeros included ("05" -> 2)
  Decimal scale{1};  // of a single last scale word: 1000000 of "15 Millionen", shared by a range
  std::string rest;  // folded remainder of the last token, empty for none
};

// All numerals, sorted, without overlaps. Linear in the text; one probe of the lexicon per word.
std::vector<Numeral> find_numerals(const FoldedText& text, const LanguagePack& pack);
std::vector<Numeral> find_numerals(const TokenizedText& text, const LanguagePack& pack);

}  // namespace twosource
