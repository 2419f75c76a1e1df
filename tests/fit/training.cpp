// Three passes, since each head needs the one before: `agree` decides which claims are explained,
// `same` ranks the rivals among the others, `conflict` judges the winners. The stories are halved
// by a hash of their ids: each half is judged with the heads of the other, and those judgements
// give the thresholds and the reliability table; the heads that are written are fitted on all
// stories.
#include "tests/fit/training.h"

#include <algorithm>

#include "core/base/hash.h"
#include "core/compare/claim_key.h"

namespace twosource::fit {
namespace {

constexpr double kRare = 1.3;  // Feature::Rarity from which equal values are hardly an accident
constexpr double kBestFit = 0.999;
constexpr double kSameSentence = 0.7;  // Feature::Sentence
// What counts as good enough to be shown, on unseen stories.
// A search brings many more articles of other stories than the few look-alikes of the runs.
constexpr double kOthers = 8;
// The right article's same small number in another line is less of a mistake than another article.
constexpr double kWrongLine = 0.3;
constexpr double kLeastStory = 0.04;
constexpr double kSupportPrecision = 0.92;
constexpr double kConflictPrecision = 0.94;

using Heads = std::array<AlignHeads, kBridgeCount>;

Signs signs(std::initializer_list<Feature> without) {
  Signs out;
  out.fill(1);
  const auto at = [&](Feature feature) -> int& { return out[static_cast<std::size_t>(feature)]; };
  for (const Feature against : {Feature::SubjectDiffers, Feature::ItemDiffers,
                                Feature::PredicateDiffers, Feature::TimeDiffers})
    at(against) = -1;
  for (const Feature feature : without) at(feature) = 0;
  return out;
}

double value(const AlignedPair& pair, Feature feature) {
  return pair.features[static_cast<std::size_t>(feature)];
}

bool agrees(const AlignedPair& pair) {
  return pair.values.relation == Relation::Corroborates ||
         pair.values.relation == Relation::Compatible;
}

// Which half of the stories a run belongs to.
std::size_t half_of(const Run& run) {
  return stable_hash(run.story_id, 3) & 1U;
}

std::string described(const Run& run, const AlignedPair& pair) {
  const Claim& a = run.a.claims[pair.a];
  const Claim& b = run.b.claims[pair.b];
  return run.a.info.id + " " + run.b.info.id + " " + std::string(name_of(pair.values.rule)) +
         "\n    " + a.text + " | " + a.sentence_text + "\n    " + b.text + " | " + b.sentence_text;
}

// Samples by bridge and half.
struct Drawn {
  std::array<std::array<std::vector<Sample>, 2>, kBridgeCount> samples;
  std::array<std::array<std::vector<Judged>, 2>, kBridgeCount> origins;

  void add(const Run& run, Bridge bridge, const AlignedPair& pair, bool positive, double weight) {
    const auto b = static_cast<std::size_t>(bridge);
    samples.at(b)[half_of(run)].push_back({pair.features, positive, weight});
    origins.at(b)[half_of(run)].push_back(
        {0, positive, weight, run.aligned, run.kind, described(run, pair)});
  }
};

// Calls `use` with every run, its bridge and all its pairs. Readings with a lexicon give the
// Lexicon bridge, those without the Spelling bridge; both give OneLanguage.
template <typename Use>
void pass(const std::vector<Material>& readings, const AlignModel& model, const Use& use) {
  for (const Material& material : readings) {
    const TermWeight weight = [&](std::string_view key) { return material.weight(key); };
    for_each_run(material, [&](const Run& run) {
      const AlignSide a{run.a.info, run.a.claims};
      const AlignSide b{run.b.info, run.b.claims};
      AlignOptions options = run.story;
      options.model = &model;
      use(run, bridge_between(a, b), align_all(a, b, weight, options));
    });
  }
}

// Who holds which office is right wherever it is told.
bool holds_in_any_story(const Run& run, const AlignedPair& pair) {
  return pair.values.rule == Rule::RoleSame ||
         (pair.keyed && told_in_any_story(run.a.claims[pair.a]));
}

void draw_agreeing(const Run& run, Bridge bridge, const std::vector<AlignedPair>& pairs,
                   Drawn& out) {
  if (run.kind != RunKind::Faithful && run.kind != RunKind::OtherStory) return;
  std::vector<double> partners(run.a.claims.size(), 0);
  for (const AlignedPair& pair : pairs) partners[pair.a] += agrees(pair) ? 1 : 0;
  for (const AlignedPair& pair : pairs) {
    if (!agrees(pair) || holds_in_any_story(run, pair)) continue;
    const bool rare = value(pair, Feature::Rarity) >= kRare;
    if (run.kind == RunKind::OtherStory) {
      // The same sentence is the same statement, whatever the rest of the article is about.
      if (value(pair, Feature::Sentence) < kSameSentence)
        out.add(run, bridge, pair, false, kOthers / partners[pair.a]);
    } else if (run.aligned) {
      const bool same_line = run.a.lines[pair.a] == run.b.lines[pair.b];
      // The same rare value in another line is most likely the same statement told again.
      if (same_line || !rare) out.add(run, bridge, pair, same_line, same_line ? 1 : kWrongLine);
    } else if (rare || value(pair, Feature::SentenceFit) >= kBestFit) {
      out.add(run, bridge, pair, true, 1);
    }
  }
}

bool competes(const AlignedPair& pair) {
  return pair.values.relation == Relation::Conflicts && pair.outcome != Outcome::Explained;
}

// One span may be read as more than one claim.
bool is_at(const Article& article, std::uint32_t claim, std::uint32_t wanted) {
  const Claim& x = article.claims[claim];
  const Claim& y = article.claims[wanted];
  return x.field == y.field && x.span.overlaps(y.span);
}

bool is_wanted(const Run& run, const AlignedPair& pair) {
  return run.wanted && is_at(run.a, pair.a, run.wanted->first) &&
         is_at(run.b, pair.b, run.wanted->second);
}

void draw_rivals(const Run& run, Bridge bridge, const std::vector<AlignedPair>& pairs, Drawn& out) {
  if (!run.wanted) return;
  for (const AlignedPair& pair : pairs) {
    if (!competes(pair)) continue;
    if (is_at(run.a, pair.a, run.wanted->first) || is_at(run.b, pair.b, run.wanted->second))
      out.add(run, bridge, pair, is_wanted(run, pair), 1);
  }
}

// Whether it is known that the pair is no conflict. Outlets and translators do contradict each
// other now and then: two claims of one translated line may, and where two outlets tell a story in
// their own words it is only known of the claim whose partner was taken away or altered.
bool is_surely_none(const Run& run, const AlignedPair& pair) {
  if (run.kind == RunKind::OtherStory) return true;
  if (run.aligned) return run.a.lines[pair.a] != run.b.lines[pair.b];
  return run.alone && is_at(run.a, pair.a, *run.alone);
}

void draw_winners(const Run& run, Bridge bridge, const std::vector<AlignedPair>& pairs,
                  Drawn& out) {
  for (const AlignedPair& pair : pairs) {
    if (!competes(pair) || pair.outcome == Outcome::Rivalled ||
        pair.outcome == Outcome::OtherStory || pair.values.rule == Rule::EventDenied)
      continue;
    const bool wanted = is_wanted(run, pair);
    const double weight = run.kind == RunKind::OtherStory ? kOthers / 4 : 1;
    if (wanted || is_surely_none(run, pair)) out.add(run, bridge, pair, wanted, weight);
  }
}

// What became of the altered figure: the best of its pairs, Unrelated values counting as NotAlike.
Outcome outcome_of_altered(const Run& run, const std::vector<AlignedPair>& pairs) {
  Outcome out = Outcome::NotAlike;
  for (const AlignedPair& pair : pairs) {
    if (pair.values.relation != Relation::Conflicts || !is_wanted(run, pair)) continue;
    if (out == Outcome::NotAlike || pair.outcome == Outcome::Holds) out = pair.outcome;
  }
  return out;
}

// The lowest probability from which on at least `precision` of the judgements are right; 1 when
// there is none.
double threshold_for(std::vector<Judged> judged, double precision) {
  std::sort(judged.begin(), judged.end(),
            [](const Judged& x, const Judged& y) { return x.probability > y.probability; });
  double right = 0;
  double all = 0;
  double out = 1;
  for (const Judged& one : judged) {
    all += one.weight;
    right += one.right ? one.weight : 0;
    if (right >= precision * all) out = one.probability;
  }
  return out;
}

std::vector<Sample> joined(const std::array<std::vector<Sample>, 2>& halves) {
  std::vector<Sample> out = halves[0];
  out.insert(out.end(), halves[1].begin(), halves[1].end());
  return out;
}

// Each half judged with the head of the other.
std::vector<Judged> judge_across(const Drawn& drawn, std::size_t bridge, const Signs& signs) {
  std::vector<Judged> out;
  for (std::size_t half = 0; half < 2; ++half) {
    const AlignHead head = fit_head(drawn.samples.at(bridge)[1 - half], signs);
    for (std::size_t i = 0; i < drawn.samples.at(bridge)[half].size(); ++i) {
      Judged one = drawn.origins.at(bridge)[half][i];
      one.probability = head.probability(drawn.samples.at(bridge)[half][i].features);
      out.push_back(one);
    }
  }
  return out;
}

}  // namespace

Trained train(const std::vector<Material>& readings, const AlignModel& start) {
  // Translations come without a day of their own.
  const auto for_bridge = [](std::size_t bridge, Signs signs) {
    if (bridge != static_cast<std::size_t>(Bridge::OneLanguage))
      signs[static_cast<std::size_t>(Feature::StoryDays)] = 0;
    return signs;
  };
  const Signs agree_base = signs({Feature::Lead, Feature::Unmatched, Feature::Size});
  const Signs same_signs =
      signs({Feature::Lead, Feature::Unmatched, Feature::Rarity, Feature::Story, Feature::StoryRank,
             Feature::StoryNames, Feature::StoryDays});
  const Signs conflict_base = signs({Feature::Rarity});
  Trained out{start, {}};
  out.model.made_by = "scripts/fit, see core/compare/RELIABILITY.md";
  out.model.conflict_story = kLeastStory;
  const auto each_bridge = [](const auto& use) {
    for (std::size_t b = 0; b < kBridgeCount; ++b) use(b);
  };

  Drawn agreeing;
  pass(readings, out.model, [&](const Run& run, Bridge bridge, const auto& pairs) {
    BridgeReport& report = out.reports.at(static_cast<std::size_t>(bridge));
    ++report.runs;
    report.altered += run.wanted ? 1 : 0;
    draw_agreeing(run, bridge, pairs, agreeing);
  });
  each_bridge([&](std::size_t b) {
    const auto samples = joined(agreeing.samples.at(b));
    if (samples.empty()) return;
    AlignHeads& heads = out.model.heads.at(b);
    const Signs agree_signs = for_bridge(b, agree_base);
    heads.agree = fit_head(samples, agree_signs);
    out.reports.at(b).agree = judge_across(agreeing, b, agree_signs);
    out.reports.at(b).agree_area = area_under_curve(samples, heads.agree);
    heads.corroboration_threshold = threshold_for(out.reports.at(b).agree, kSupportPrecision);
  });

  Drawn rivals;
  pass(readings, out.model, [&](const Run& run, Bridge bridge, const auto& pairs) {
    draw_rivals(run, bridge, pairs, rivals);
  });
  each_bridge([&](std::size_t b) {
    const auto samples = joined(rivals.samples.at(b));
    if (samples.empty()) return;
    out.model.heads.at(b).same = fit_head(samples, same_signs);
    out.reports.at(b).same_area = area_under_curve(samples, out.model.heads.at(b).same);
  });

  Drawn winners;
  pass(readings, out.model, [&](const Run& run, Bridge bridge, const auto& pairs) {
    draw_winners(run, bridge, pairs, winners);
  });
  each_bridge([&](std::size_t b) {
    const auto samples = joined(winners.samples.at(b));
    if (samples.empty()) return;
    AlignHeads& heads = out.model.heads.at(b);
    const Signs conflict_signs = for_bridge(b, conflict_base);
    heads.conflict = fit_head(samples, conflict_signs);
    out.reports.at(b).conflict = judge_across(winners, b, conflict_signs);
    out.reports.at(b).conflict_area = area_under_curve(samples, heads.conflict);
    heads.conflict_threshold = threshold_for(out.reports.at(b).conflict, kConflictPrecision);
  });
  pass(readings, out.model, [&](const Run& run, Bridge bridge, const auto& pairs) {
    if (!run.wanted) return;
    auto& outcomes = out.reports.at(static_cast<std::size_t>(bridge)).outcomes;
    ++outcomes.at(static_cast<std::size_t>(outcome_of_altered(run, pairs)));
  });
  return out;
}

namespace {

// All samples with the probability that the head gives them.
std::vector<Judged> judged_by(const AlignHead& head, const Drawn& drawn, std::size_t bridge) {
  std::vector<Judged> out;
  for (std::size_t half = 0; half < 2; ++half) {
    for (std::size_t i = 0; i < drawn.samples.at(bridge)[half].size(); ++i) {
      Judged one = drawn.origins.at(bridge)[half][i];
      one.probability = head.probability(drawn.samples.at(bridge)[half][i].features);
      out.push_back(std::move(one));
    }
  }
  return out;
}

}  // namespace

Trained judge(const std::vector<Material>& readings, const AlignModel& model) {
  Trained out{model, {}};
  Drawn agreeing;
  Drawn rivals;
  Drawn winners;
  pass(readings, model, [&](const Run& run, Bridge bridge, const auto& pairs) {
    BridgeReport& report = out.reports.at(static_cast<std::size_t>(bridge));
    ++report.runs;
    draw_agreeing(run, bridge, pairs, agreeing);
    draw_rivals(run, bridge, pairs, rivals);
    draw_winners(run, bridge, pairs, winners);
    if (!run.wanted) return;
    ++report.altered;
    ++report.outcomes.at(static_cast<std::size_t>(outcome_of_altered(run, pairs)));
  });
  for (std::size_t b = 0; b < kBridgeCount; ++b) {
    const AlignHeads& heads = model.heads.at(b);
    BridgeReport& report = out.reports.at(b);
    report.agree = judged_by(heads.agree, agreeing, b);
    report.conflict = judged_by(heads.conflict, winners, b);
    report.agree_area = area_under_curve(joined(agreeing.samples.at(b)), heads.agree);
    report.same_area = area_under_curve(joined(rivals.samples.at(b)), heads.same);
    report.conflict_area = area_under_curve(joined(winners.samples.at(b)), heads.conflict);
  }
  return out;
}

}  // namespace twosource::fit
