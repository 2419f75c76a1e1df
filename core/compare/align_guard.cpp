#include "core/compare/align_guard.h"

namespace twosource {

bool agrees(Relation relation) {
  return relation == Relation::Corroborates || relation == Relation::Compatible;
}

bool equal_values(Rule rule) {
  switch (rule) {
    case Rule::QuantityEqual:
    case Rule::QuantityBound:
    case Rule::DateEqual:
    case Rule::DurationEqual:
    case Rule::RankEqual:
    case Rule::VoteEqual:
    case Rule::RoleSame:
    case Rule::QuoteSame:
      return true;
    default:
      return false;
  }
}

bool is_lone_one(const AlignedPair& pair, const Claim& a, const Claim& b) {
  const auto is_one = [](const Claim& claim) {
    return claim.value.low == Decimal(1) && claim.value.unit.empty() &&
           claim.text.find('1') == std::string::npos;
  };
  return feature_of(pair, Feature::Item) == 0 && (is_one(a) || is_one(b));
}

bool counts_alike(const AlignedPair& pair) {
  constexpr double kAlikeSentence = 0.15;
  constexpr double kSameHappening = 0.25;
  switch (pair.values.rule) {
    case Rule::QuantityInside:
    case Rule::QuantityWider:
    case Rule::QuantityOverlap:
    case Rule::GrowingCount:
    case Rule::ProvisionSame:
      return feature_of(pair, Feature::Item) > 0 ||
             feature_of(pair, Feature::Sentence) >= kAlikeSentence;
    // A year holds many days: only of the same happening.
    case Rule::DateInside:
    case Rule::DateWider:
      return feature_of(pair, Feature::Sentence) >= kSameHappening;
    default:
      return true;
  }
}

}  // namespace twosource
