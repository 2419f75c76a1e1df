// Rules on figures of different sentences of one article: the same thing told with two figures.
#pragma once

#include <vector>

#include "core/claim/claim.h"
#include "core/compare/self/contradiction.h"
#include "core/lang/language_pack.h"

namespace twosource {

// "10.000 Soldaten" in the headline, "12.000 Soldaten" in the text, and 10.000 nowhere in it.
void check_headline(const std::vector<Claim>& claims, Contradictions& out);
// Two sentences of the text with the same words about the same thing and two figures.
void check_told_twice(const std::vector<Claim>& claims, Contradictions& out);
// Two speakers with two figures of the same thing, in neighbouring sentences that oppose them:
// about them, not against the article.
void check_speakers(const std::vector<Claim>& claims, const LanguagePack& pack,
                    Contradictions& out);

}  // namespace twosource
