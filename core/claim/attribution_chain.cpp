// Which of the sources of a sentence stand behind a token, nearest first.
#include <algorithm>
#include <cstdlib>

#include "core/claim/attribution.h"

namespace twosource {

std::vector<AttributionLink> chain_at(const std::vector<Attribution>& attributions,
                                      const SentenceClauses& sentence, std::uint32_t token,
                                      std::vector<const Attribution*>* used) {
  const std::int32_t clause = sentence.clause_at(token);
  std::vector<const Attribution*> hits;
  for (const Attribution& a : attributions) {
    if (clause < 0 || !a.covers[static_cast<std::size_t>(clause)]) continue;
    if (a.clause == clause && (token < a.own_from || token >= a.own_until)) continue;
    hits.push_back(&a);
  }
  const auto distance = [&](const Attribution* a) { return std::abs(a->clause - clause); };
  std::stable_sort(hits.begin(), hits.end(), [&](const Attribution* a, const Attribution* b) {
    return distance(a) < distance(b);
  });
  std::vector<AttributionLink> chain;
  for (const Attribution* a : hits) {
    for (const AttributionLink& link : a->chain) {
      // "sagte ... und bestritt": one speaker with two verbs.
      const bool known = std::any_of(chain.begin(), chain.end(), [&](const AttributionLink& other) {
        return link.id.empty() ? link.text == other.text : link.id == other.id;
      });
      if (!known) chain.push_back(link);
    }
    if (used != nullptr) used->push_back(a);
  }
  return chain;
}

bool in_gapped_source(const std::vector<Attribution>& attributions, std::uint32_t token) {
  return std::any_of(attributions.begin(), attributions.end(), [&](const Attribution& a) {
    return a.gapped && a.phrases.front().holds(token);
  });
}

bool in_source_phrase(const std::vector<Attribution>& attributions, std::uint32_t token) {
  for (const Attribution& a : attributions) {
    for (const TokenRange phrase : a.phrases) {
      if (phrase.holds(token)) return true;
    }
  }
  return false;
}

}  // namespace twosource
