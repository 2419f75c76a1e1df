// Story: how alike two articles are as a whole, with the weights that a corpus gives to names,
// words, values and days. What the index and the fitting program share.
#pragma once

#include <string_view>

#include "core/compare/align.h"
#include "core/compare/profile.h"
#include "core/document/document.h"

namespace twosource {

// The weight of a key that `frequency` of `articles` hold: 0.1 .. 12, high for rare ones. A key
// that no article holds is not rare but unknown: nothing could share it.
double key_weight(std::string_view key, double frequency, double articles);

// An article as the likeness sees it; the caller owns both.
struct StorySide {
  const ArticleInfo& info;
  const Profile& profile;
};

// What two articles have in common as a whole, each 0..1.
struct StoryMatch {
  double likeness = 0;  // of the profiles, less what lies between their days of publication
  double names = 0;     // of the names alone: a street or a victim says more than many words
  double days = 0;      // 1 on one day, a half after a week
};

StoryMatch match_stories(const StorySide& a, const StorySide& b, const TermWeight& weight,
                         double articles);

// What the aligner is told of it. `closest`: the best likeness of any article there is.
AlignOptions align_options(const StoryMatch& story, double closest);

}  // namespace twosource
