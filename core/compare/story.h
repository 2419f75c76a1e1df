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

// Likeness of the profiles, less what lies between their days of publication: 0..1.
double story_likeness(const StorySide& a, const StorySide& b, const TermWeight& weight,
                      double articles);

}  // namespace twosource
