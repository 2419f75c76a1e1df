// Numerals of scripts that set no spaces inside numbers (SignNumbers of the language's data):
// whole numbers (sign_number.h) with what stands around them - 第三, 三番目, 세 번째, 三分之二,
// 3분의 2, 一又二分之一, 半 - and the question whether signs that form a number count as one here.
//
//   三百人, 二〇二四年, 12万, 第三         numerals
//   万一, 十分重要, 一个国家, 이상, 사고     none: words that only begin like a number
//
// Digits always count. Signs count when a unit, a counter or an ordinal mark stands behind them,
// when they are several, or when they stand alone between marks.
#pragma once

#include <vector>

#include "core/grammar/numeral.h"

namespace twosource {

// All numerals, sorted, without overlaps. REQUIRES: or_neutral(pack.numbers).signs.present. Linear
// in the text.
std::vector<Numeral> find_sign_numerals(const FoldedText& text, const LanguagePack& pack);

}  // namespace twosource
