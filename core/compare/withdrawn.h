// What outlets take back: notes in an article, and later versions that carry one. A piece of
// evidence so taken back is still shown, but has no weight.
#pragma once

#include <string>
#include <vector>

#include "core/compare/report.h"

namespace twosource {

// Why the article's statement no longer counts, as a clause for explanations; empty when it does.
// An article retracted by its own note counts for nothing. One that was corrected in place is the
// corrected version and counts, but for the figure that its note names as the wrong one.
std::string withdrawal_of(const ArticleInfo& article, const Claim& claim);

// An article as the corpus holds it.
struct HeldVersion {
  const ArticleInfo& article;
  const std::string& cluster;  // near copies share it
};
// True where `later` is the corrected or retracted version of `earlier`: the same outlet, not
// before it, and the same url, title or text.
bool takes_back(const HeldVersion& later, const HeldVersion& earlier);
// The clause for an article that `later` takes back.
std::string withdrawal_by(const ArticleInfo& later);

}  // namespace twosource
