#include "core/compare/story.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace twosource {
namespace {

// A profile says something from the weight of this many keys of the rarest kind on.
constexpr double kPriorKeys = 8;
// How much of its likeness a story keeps when its articles lie far apart in time.
constexpr double kFarShare = 0.6;
constexpr double kFarDays = 60;

double closeness_in_time(const ArticleInfo& a, const ArticleInfo& b) {
  if (!a.published || !b.published) return 0.8;
  const auto gap = std::abs((a.published->day - b.published->day).count());
  return std::max(kFarShare, 1 - (1 - kFarShare) * static_cast<double>(gap) / kFarDays);
}

}  // namespace

double key_weight(std::string_view key, double frequency, double articles) {
  // What no article has says little, and in a young archive no more than what one article has.
  constexpr double kUnknown = 2;
  const double rarest = std::log((articles + 1) / 1.5);
  const double rare =
      frequency == 0 ? std::min(kUnknown, rarest) : std::log((articles + 1) / (frequency + 0.5));
  return std::clamp(rare, 0.1, 9.0) * (key.starts_with("N:") ? 1.3 : 1.0);
}

double story_likeness(const StorySide& a, const StorySide& b, const TermWeight& weight,
                      double articles) {
  // Of the weight that a key has which stands in one article: so a young archive counts too.
  const double prior = kPriorKeys * key_weight({}, 1, articles);
  return likeness(a.profile, b.profile, weight, prior, a.info.language == b.info.language) *
         closeness_in_time(a.info, b.info);
}

}  // namespace twosource
