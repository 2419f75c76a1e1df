#include "tests/fit/prior.h"

#include <array>
#include <cmath>

namespace twosource::fit {
namespace {

// How much of each head is the fit. Within one language the material is one kind of event alone;
// translations are of all kinds, and with meanings their fit is surest.
struct Share {
  double agree;
  double same;
  double conflict;
};
constexpr std::array<Share, kBridgeCount> kShares{
    {{0, 0, 0.3}, {0.5, 1, 0.7}, {0.8, 1, 1}}};  // in the order of Bridge

double rounded(double value) {
  return std::round(value * 100) / 100;
}

AlignHead between(const AlignHead& fitted, const AlignHead& prior, double share) {
  AlignHead out;
  out.bias = rounded(share * fitted.bias + (1 - share) * prior.bias);
  for (std::size_t i = 0; i < kFeatureCount; ++i)
    out.weights[i] = rounded(share * fitted.weights[i] + (1 - share) * prior.weights[i]);
  return out;
}

}  // namespace

AlignModel drawn_towards(const AlignModel& fitted, const AlignModel& prior) {
  AlignModel out = prior;
  out.made_by = "scripts/fit, drawn towards tests/fit/prior.json, which sets the thresholds";
  for (std::size_t b = 0; b < kBridgeCount; ++b) {
    const Share& share = kShares.at(b);
    AlignHeads& heads = out.heads.at(b);
    const AlignHeads& fit = fitted.heads.at(b);
    heads.agree = between(fit.agree, heads.agree, share.agree);
    heads.same = between(fit.same, heads.same, share.same);
    heads.conflict = between(fit.conflict, heads.conflict, share.conflict);
  }
  return out;
}

}  // namespace twosource::fit
