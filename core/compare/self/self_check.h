// The article against itself: figures of one article that cannot all be right.
//
//   "Der Preis stieg um 10 Prozent von 100 auf 130 Euro."
//    change-arithmetic: from 100 to 130 is an increase of 30 %, not of 10 %.
//
// Arithmetic inside a sentence (parts and total, changes, shares, conversions, weekdays, ages,
// spans of time), the same thing told twice with two figures (headline and body included), and
// speakers who disagree. A rule stays silent unless it is sure that the figures belong together.
#pragma once

#include <vector>

#include "core/claim/extract.h"
#include "core/compare/report.h"
#include "core/document/document.h"
#include "core/lang/language_pack.h"

namespace twosource {

// Findings of scope Article, in the order of their claims in `reading`; each has the other places
// of the article as its evidence. Thread safe. Cost linear in the text, and in the number of claims
// but for those of the same item.
std::vector<Finding> check_article(const Document& document, const Reading& reading,
                                   const LanguagePack& pack);

}  // namespace twosource
