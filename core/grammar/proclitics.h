// Words that are written together with the next one: Arabic "and", "in" and "for" (و ب ل), and the
// article before digits.
//
//   "وستة"  ->  و ستة        "بنحو"  as it is: no number begins there        "الـ20"  ->  الـ 20
//
// A token is taken apart only where the rest begins a number or a date that the language
// knows and the whole does not. Behind the cut the engines see a word of its own, as after a space.
#pragma once

#include "core/lang/language_pack.h"
#include "core/text/segment.h"

namespace twosource {

// Whether the language has such words at all.
bool has_proclitics(const LanguagePack& pack);

// The text with its proclitics cut off; it views the same bytes.
TokenizedText split_proclitics(const TokenizedText& text, const LanguagePack& pack);

}  // namespace twosource
