#include "core/compare/story.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace twosource {
namespace {

// A profile says something from the weight of this many keys of the rarest kind on.
constexpr double kPriorKeys = 8;
constexpr double kPriorNames = 3;
// Articles less alike than this are not alike at all.
constexpr double kLeastLikeness = 0.06;
// How much of its likeness a story keeps when its articles lie far apart in time.
constexpr double kFarShare = 0.6;
constexpr double kFarDays = 60;

double closeness_in_time(const ArticleInfo& a, const ArticleInfo& b) {
  if (!a.published || !b.published) return 0.8;
  const auto gap = std::abs((a.published->day - b.published->day).count());
  return std::max(kFarShare, 1 - (1 - kFarShare) * static_cast<double>(gap) / kFarDays);
}

// Reports of one event come within days; the next one in the same place may be a month away.
double closeness_of_days(const ArticleInfo& a, const ArticleInfo& b) {
  constexpr double kHalf = 7;
  constexpr double kUnknown = 0.4;
  if (!a.published || !b.published) return kUnknown;
  const auto gap = std::abs((a.published->day - b.published->day).count());
  return kHalf / (kHalf + static_cast<double>(gap));
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

StoryMatch match_stories(const StorySide& a, const StorySide& b, const TermWeight& weight,
                         double articles) {
  // Of the weight that a key has which stands in one article: so a young archive counts too.
  const double rarest = key_weight({}, 1, articles);
  const bool same_language = a.info.language == b.info.language;
  StoryMatch out;
  out.likeness = likeness(a.profile, b.profile, weight, kPriorKeys * rarest, same_language) *
                 closeness_in_time(a.info, b.info);
  out.names =
      likeness(names_in(a.profile), names_in(b.profile), weight, kPriorNames * rarest, true);
  out.days = closeness_of_days(a.info, b.info);
  return out;
}

AlignOptions align_options(const StoryMatch& story, double closest) {
  AlignOptions out;
  out.story = story.likeness;
  out.story_rank = story.likeness / std::max({closest, story.likeness, kLeastLikeness});
  out.story_names = story.names;
  out.story_days = story.days;
  return out;
}

}  // namespace twosource
