#include "core/compare/witness.h"

#include <algorithm>

#include "core/compare/verdict.h"

namespace twosource {
namespace {

// How sure it must be that two witnesses say the same: small figures meet by accident.
constexpr double kSame = 0.85;

// A conflict, and the witness's claim that makes it.
struct Lead {
  std::uint32_t claim = 0;   // of the checked article
  std::uint32_t figure = 0;  // of the witness
  double probability = 0;
};

std::vector<Lead> leads_of(const Witness& witness) {
  std::vector<Lead> out;
  for (const AlignedPair& pair : witness.pairs) {
    if (pair.values.relation == Relation::Conflicts && pair.through.empty())
      out.push_back({pair.a, pair.b, pair.probability});
  }
  return out;
}

// Whether the witness bears the claim out or contradicts it by itself; what is merely compatible
// ("unanimous" beside "379 to 0") says neither.
bool speaks_of(const Witness& witness, std::uint32_t claim) {
  return std::any_of(witness.pairs.begin(), witness.pairs.end(), [&](const AlignedPair& pair) {
    return pair.a == claim && pair.values.relation != Relation::Compatible;
  });
}

// Whether a claim of the witness already explains one of the checked article.
bool is_taken(const Witness& witness, std::uint32_t figure) {
  return std::any_of(witness.pairs.begin(), witness.pairs.end(),
                     [&](const AlignedPair& pair) { return pair.b == figure; });
}

class Follower {
 public:
  Follower(const AlignSide& checked, const Witness& leader, const TermWeight& weight)
      : checked_(checked), leader_(leader), leads_(leads_of(leader)), weight_(weight) {}

  bool has_leads() const { return !leads_.empty(); }

  void follow(Witness& other) const {
    if (!tells_a_lead(other)) return;  // cheap, before everything is aligned
    // As alike as either is to the checked article: what binds the three is one story.
    AlignOptions options = other.story;
    options.story = std::min(options.story, leader_.story.story);
    const auto agreeing = align_claims(leader_.side, other.side, weight_, options);
    for (const Lead& lead : leads_) {
      if (speaks_of(other, lead.claim)) continue;
      for (const AlignedPair& pair : agreeing) {
        if (pair.a != lead.figure || pair.values.relation != Relation::Corroborates) continue;
        if (pair.probability < kSame || is_taken(other, pair.b)) continue;
        add(other, lead, pair);
        break;
      }
    }
  }

 private:
  // Whether the other article has the figure of a conflict at all, for a claim it says nothing of.
  bool tells_a_lead(const Witness& other) const {
    return std::any_of(leads_.begin(), leads_.end(), [&](const Lead& lead) {
      if (speaks_of(other, lead.claim)) return false;
      const DatedClaim figure{leader_.side.claims[lead.figure], leader_.side.info.published};
      return std::any_of(other.side.claims.begin(), other.side.claims.end(), [&](const Claim& own) {
        const ValueRelation values = relate_claims(figure, {own, other.side.info.published});
        return values.comparable && values.relation == Relation::Corroborates;
      });
    });
  }

  void add(Witness& other, const Lead& lead, const AlignedPair& agreeing) const {
    const DatedClaim claim{checked_.claims[lead.claim], checked_.info.published};
    const DatedClaim evidence{other.side.claims[agreeing.b], other.side.info.published};
    AlignedPair out = agreeing;
    out.a = lead.claim;
    out.values = relate_claims(claim, evidence);
    if (!out.values.comparable || out.values.relation != Relation::Conflicts) return;
    out.probability = lead.probability * agreeing.probability;
    out.through = outlet_and_day(leader_.side.info);
    other.pairs.push_back(std::move(out));
  }

  const AlignSide& checked_;
  const Witness& leader_;
  std::vector<Lead> leads_;
  const TermWeight& weight_;
};

}  // namespace

void join_witnesses(const AlignSide& checked, std::span<Witness> witnesses,
                    const TermWeight& weight) {
  std::size_t leaders = 0;
  for (std::size_t i = 0; i < witnesses.size() && leaders < kLeaders; ++i) {
    const Follower follower(checked, witnesses[i], weight);
    if (!follower.has_leads()) continue;
    ++leaders;
    for (std::size_t j = 0; j < witnesses.size(); ++j) {
      if (j != i) follower.follow(witnesses[j]);
    }
  }
}

}  // namespace twosource
