// Numbers of scripts that write them sign by sign and count in myriads: 三万五千, 3만 5천,
// 二〇二四.
//
// The object `signs` of numbers.json. A language that has it is read by
// core/grammar/sign_numeral.h; values, scales, fractions and points come from the lists that all
// languages share.
#pragma once

#include "core/lang/phrase_lexicon.h"
#include "core/lang/strict_json.h"

namespace twosource {

struct SignNumbers {
  // Payloads of `counters`.
  static constexpr std::uint32_t kCounter = 0;
  static constexpr std::uint32_t kClassifier = 1;  // "one" before it is an article: 一个国家

  static constexpr std::uint32_t kPrefix = 1;  // of `lookalikes`

  bool present = false;
  bool pair_ranges = false;  // two neighbours are a range: 三四百, three to four hundred
  bool elliptic = false;     // a last digit takes the next lower scale: 四百五 is 450
  bool digit_rows = false;   // two digits in a row are a number too: 二五 is 25

  PhraseLexicon over;            // between denominator and numerator: 三分之二
  PhraseLexicon over_one;        // the same before "one" alone: 四分一
  PhraseLexicon whole_joiners;   // between a whole number and such a fraction: 一又三分之二
  PhraseLexicon excess;          // behind a round number, a little more: 3000多人
  PhraseLexicon ordinal_before;  // 第三
  PhraseLexicon ordinal_after;   // 三番目
  PhraseLexicon counters;   // behind a number, before or instead of what is counted: 三个, 3명
  PhraseLexicon particles;  // what else may touch a number in words; without any the script has no
                            // spaces between words
  PhraseLexicon lookalikes;  // words that begin like a number: 十分; payload kPrefix: 百分之, which
                             // stands before one
  PhraseLexicon label_after;  // what makes the number before it a name: 3号线
};

// Reads the object; an absent one gives an empty, not present one. Faults are noted in `json`.
SignNumbers load_sign_numbers(JsonReader& json, const JsonNode& node);

}  // namespace twosource
