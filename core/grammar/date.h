// Dates, times of day, sets of times, and durations without a number, as TIMEX3.
//
//   "Am Donnerstag, dem 24. Oktober, um 14 Uhr; alle vier Jahre; seit Jahren"
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^     ^^^^^^  ^^^^^^^^^^^^^^^       ^^^^^
//       DATE 2024-10-24       TIME 2024-10-24T14:00  SET P4Y   DURATION PXY
//
// How it works: every token that is a word of the language's lexicon or a number becomes one or
// more items (date_items.h); the shapes of the language say in which order items make an expression
// (date_match.h); what the items say together is resolved against the publication date and the
// tense of the clause (date_resolve.h). All words and shapes are data (core/lang/<tag>/dates.json).
//
// Without a publication date relative expressions stay open: the value keeps X for what is unknown,
// the range is empty. `assumed` says that the year or the side (last or next Thursday) was not
// written.
#pragma once

#include <optional>
#include <vector>

#include "core/base/civil.h"
#include "core/grammar/folded_text.h"
#include "core/grammar/mention.h"
#include "core/grammar/numeral.h"
#include "core/lang/language_pack.h"
#include "core/text/segment.h"

namespace twosource {

// Sorted by span, without overlaps. Field and zone are left as they are by default.
std::vector<Mention> find_dates(const FoldedText& text, const std::vector<Numeral>& numerals,
                                const LanguagePack& pack, const std::optional<DateTime>& published);
std::vector<Mention> find_dates(const TokenizedText& text, const std::vector<Numeral>& numerals,
                                const LanguagePack& pack, const std::optional<DateTime>& published);

// Gives durations with a number ("vor drei Jahren") the days they point to: their timex keeps its
// value and gets the range, in the precision of the unit. Only behind the anchor words of the
// language, and only with a publication date.
void anchor_durations(const FoldedText& text, const LanguagePack& pack,
                      const std::optional<DateTime>& published, std::vector<Mention>& mentions);

}  // namespace twosource
