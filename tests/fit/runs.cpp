#include "tests/fit/runs.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "core/base/hash.h"
#include "core/compare/story.h"

namespace twosource::fit {
namespace {

constexpr std::size_t kPairsPerStory = 10;
constexpr std::size_t kAlteredPerPair = 2;
constexpr std::size_t kLookAlikes = 3;
constexpr double kLeastRarity = 12;  // smaller whole numbers meet by accident

std::uint64_t draw(const std::string& key) {
  return stable_hash(key, 7);
}

// A value that may be altered: exact, written in digits, telling.
std::string telling_value(const Claim& claim) {
  const bool digits = std::any_of(claim.text.begin(), claim.text.end(),
                                  [](unsigned char c) { return std::isdigit(c) != 0; });
  if (!digits || !claim.has_value()) return {};
  if (claim.timex && claim.timex->range) return "D:" + claim.timex->value;
  if (claim.timex || !claim.value.low || claim.value.low != claim.value.high) return {};
  if (claim.value.low->is_integer() && claim.value.low->to_double() <= kLeastRarity) return {};
  return "V:" + claim.value.low->to_string() + " " + claim.value.unit;
}

// The claim of each value that stands once in the article.
std::map<std::string, std::uint32_t> single_values(const Article& article) {
  std::map<std::string, std::uint32_t> out;
  std::set<std::string> twice;
  for (std::uint32_t i = 0; i < article.claims.size(); ++i) {
    const std::string value = telling_value(article.claims[i]);
    if (!value.empty() && !out.emplace(value, i).second) twice.insert(value);
  }
  for (const std::string& value : twice) out.erase(value);
  return out;
}

// Another value of the same writing, far enough away to be another statement.
void alter(Claim& claim, std::uint64_t chance) {
  constexpr std::array<std::pair<int, int>, 6> kFactors{
      {{14, -1}, {17, -1}, {2, 0}, {3, 0}, {5, -1}, {6, -1}}};
  if (claim.timex) {
    const int years = 3 + static_cast<int>(chance % 9);
    const bool year_only = claim.timex->value.size() == 4;
    const std::chrono::days shift{year_only ? 0 : 5 + static_cast<int>(chance % 8)};
    Timex& timex = *claim.timex;
    if (year_only) {
      const int year =
          static_cast<int>(std::chrono::year_month_day(timex.range->from).year()) - years;
      timex.value = std::to_string(year);
      timex.range = whole_year(year);
    } else {
      timex.range = DateInterval{timex.range->from + shift, timex.range->from + shift};
      timex.value = to_iso(timex.range->from);
    }
    if (claim.when) claim.when = timex.range;
    return;
  }
  const auto [numerator, power] = kFactors[chance % kFactors.size()];
  const auto times = claim.value.low->times(Decimal(numerator));
  if (!times) return;
  const auto scaled = times->scaled(power);
  if (!scaled) return;
  claim.value.low = claim.value.high = *scaled;
  claim.value.digits = std::max<std::uint8_t>(claim.value.digits, 2);
}

StoryMatch match_of(const Material& material, const Article& a, const Article& b) {
  return match_stories(
      {a.info, a.profile}, {b.info, b.profile},
      [&](std::string_view key) { return material.weight(key); }, material.articles);
}

// Another article with its likeness to the one at hand.
struct Neighbour {
  const Article* article;
  StoryMatch story;
};

// For every article those of other stories that are most like it.
class LookAlikes {
 public:
  explicit LookAlikes(const Material& material) : material_(material) {
    for (const Story& story : material.stories) {
      for (const Article& article : story.articles) {
        for (const std::string& key : rare_keys(article))
          holders_[key].push_back({&story, &article});
      }
    }
  }

  // Closest first.
  std::vector<Neighbour> of(const Story& story, const Article& article) const {
    std::vector<Neighbour> out;
    for (const Article* other : sharing(story, article))
      out.push_back({other, match_of(material_, article, *other)});
    std::stable_sort(out.begin(), out.end(), [](const Neighbour& x, const Neighbour& y) {
      return x.story.likeness > y.story.likeness;
    });
    if (out.size() > kLookAlikes) out.resize(kLookAlikes);
    return out;
  }

 private:
  struct Holder {
    const Story* story;
    const Article* article;
  };

  // Those that share the most of the rare keys.
  std::vector<const Article*> sharing(const Story& story, const Article& article) const {
    constexpr std::size_t kTried = 10;
    std::map<std::string, std::pair<double, const Article*>> shared;
    for (const std::string& key : rare_keys(article)) {
      const auto at = holders_.find(key);
      if (at == holders_.end()) continue;
      for (const Holder& holder : at->second) {
        // Collections overlap: one article may come with several translations.
        if (holder.story->id == story.id) continue;
        auto& entry = shared[holder.article->info.id];
        entry.first -= material_.weight(key);
        entry.second = holder.article;
      }
    }
    std::vector<std::pair<double, std::string>> ranked;
    for (const auto& [id, entry] : shared) ranked.emplace_back(entry.first, id);
    std::sort(ranked.begin(), ranked.end());
    std::vector<const Article*> out;
    for (std::size_t i = 0; i < std::min(kTried, ranked.size()); ++i)
      out.push_back(shared.at(ranked[i].second).second);
    return out;
  }

  std::vector<std::string> rare_keys(const Article& article) const {
    constexpr std::size_t kKeys = 40;
    std::vector<std::pair<double, std::string>> ranked;
    for (const auto& [key, count] : article.profile)
      ranked.emplace_back(-material_.weight(key), key);
    std::sort(ranked.begin(), ranked.end());
    if (ranked.size() > kKeys) ranked.resize(kKeys);
    std::vector<std::string> out;
    for (auto& [weight, key] : ranked) out.push_back(std::move(key));
    return out;
  }

  const Material& material_;
  std::map<std::string, std::vector<Holder>> holders_;
};

class Runner {
 public:
  Runner(const Material& material, const std::function<void(const Run&)>& use)
      : material_(material), use_(use), look_alikes_(material) {}

  void story(const Story& story) {
    std::vector<std::pair<std::uint64_t, std::pair<std::size_t, std::size_t>>> pairs;
    for (std::size_t i = 0; i < story.articles.size(); ++i) {
      for (std::size_t j = i + 1; j < story.articles.size(); ++j)
        pairs.push_back({draw(story.articles[i].info.id + story.articles[j].info.id), {i, j}});
    }
    std::sort(pairs.begin(), pairs.end());
    if (pairs.size() > kPairsPerStory) pairs.resize(kPairsPerStory);
    for (const auto& [chance, pair] : pairs) {
      const bool turned = (chance & 1U) != 0;
      const Article& a = story.articles[turned ? pair.second : pair.first];
      const Article& b = story.articles[turned ? pair.first : pair.second];
      if (a.info.outlet == b.info.outlet && !story.aligned) continue;
      same_story(story, a, b);
    }
  }

  // Half of the time the search finds nothing of the article's own story.
  void other_stories(const Story& story, const Article& a) {
    const std::vector<Neighbour> others = look_alikes_.of(story, a);
    for (const Neighbour& other : others) {
      double closest = others.front().story.likeness;
      if (draw(a.info.id) % 2 == 0) closest = std::max(closest, closest_.at(&a).own);
      use_({RunKind::OtherStory, story.aligned, a, *other.article,
            align_options(other.story, closest), story.id, std::nullopt, std::nullopt});
    }
  }

  // To be called for all articles of a story before its runs.
  void measure(const Story& story) {
    for (const Article& a : story.articles) {
      Closest& closest = closest_[&a];
      const std::vector<Neighbour> others = look_alikes_.of(story, a);
      if (!others.empty()) closest.other = others.front().story.likeness;
      for (const Article& b : story.articles) {
        if (&a != &b) closest.own = std::max(closest.own, match_of(material_, a, b).likeness);
      }
    }
  }

 private:
  // The likeness of the closest article of the same story, and of another.
  struct Closest {
    double own = 0;
    double other = 0;
  };

  // Line numbers say nothing about what an article leaves out: a third of the lines of aligned
  // texts is taken away, as another outlet would tell less.
  Article retold(const Story& story, const Article& b, std::uint32_t kept_line,
                 std::uint32_t dropped_line) const {
    if (!story.aligned && dropped_line == kNoLine) return b;
    Article out;
    out.info = b.info;
    for (std::size_t i = 0; i < b.claims.size(); ++i) {
      const std::uint32_t line = b.lines[i];
      const bool lost = story.aligned && line != kept_line &&
                        draw(story.id + ":" + std::to_string(line)) % 3 == 0;
      if (lost || line == dropped_line) continue;
      out.claims.push_back(b.claims[i]);
      out.lines.push_back(line);
    }
    out.profile = profile_of(out.claims);
    return out;
  }

  void same_story(const Story& story, const Article& a, const Article& b) {
    run(RunKind::Faithful, story, a, retold(story, b, kNoLine, kNoLine), std::nullopt,
        std::nullopt);
    const auto values_a = single_values(a);
    const auto values_b = single_values(b);
    std::vector<std::pair<std::uint64_t, std::pair<std::uint32_t, std::uint32_t>>> shared;
    for (const auto& [value, i] : values_a) {
      const auto at = values_b.find(value);
      if (at == values_b.end()) continue;
      if (story.aligned && a.lines[i] != b.lines[at->second]) continue;
      shared.push_back({draw(value + a.info.id + b.info.id), {i, at->second}});
    }
    std::sort(shared.begin(), shared.end());
    if (shared.size() > kAlteredPerPair) shared.resize(kAlteredPerPair);
    for (std::size_t k = 0; k < shared.size(); ++k) {
      const auto [i, j] = shared[k].second;
      altered(story, a, b, i, j, shared[k].first);
      if (k == 0)
        run(RunKind::Missing, story, a, retold(story, b, kNoLine, b.lines[j]), std::nullopt, i);
    }
  }

  void altered(const Story& story, const Article& a, const Article& b, std::uint32_t i,
               std::uint32_t j, std::uint64_t chance) {
    Article changed = b;
    for (Claim& claim : changed.claims) {
      if (claim.span.overlaps(b.claims[j].span) && !telling_value(claim).empty())
        alter(claim, chance >> 8U);
    }
    const std::string id = changed.claims[j].id;
    changed = retold(story, changed, b.lines[j], kNoLine);
    const auto at = std::find_if(changed.claims.begin(), changed.claims.end(),
                                 [&](const Claim& claim) { return claim.id == id; });
    if (at == changed.claims.end()) return;
    changed.profile = profile_of(changed.claims);
    run(RunKind::Altered, story, a, changed,
        std::pair{i, static_cast<std::uint32_t>(at - changed.claims.begin())}, i);
  }

  void run(RunKind kind, const Story& story, const Article& a, const Article& b,
           std::optional<std::pair<std::uint32_t, std::uint32_t>> wanted,
           std::optional<std::uint32_t> alone) {
    const AlignOptions options = align_options(match_of(material_, a, b), closest_.at(&a).other);
    use_({kind, story.aligned, a, b, options, story.id, wanted, alone});
  }

  static constexpr std::uint32_t kNoLine = ~0U;
  const Material& material_;
  const std::function<void(const Run&)>& use_;
  LookAlikes look_alikes_;
  std::map<const Article*, Closest> closest_;
};

}  // namespace

void for_each_run(const Material& material, const std::function<void(const Run&)>& use) {
  Runner runner(material, use);
  for (const Story& story : material.stories) {
    runner.measure(story);
    runner.story(story);
    for (const Article& article : story.articles) runner.other_stories(story, article);
  }
}

}  // namespace twosource::fit
