// Logistic regression with a ridge and with signs that are given: Newton's method (iteratively
// reweighted least squares); a weight that wants the wrong sign is set to nought and left out.
#pragma once

#include <vector>

#include "core/compare/align.h"

namespace twosource::fit {

struct Sample {
  FeatureValues features{};
  bool positive = false;
  double weight = 1;
};

// What the fit may use: +1 only positive weights, -1 only negative, 0 the feature is left out.
using Signs = std::array<int, kFeatureCount>;

AlignHead fit_head(const std::vector<Sample>& samples, const Signs& signs, double ridge = 1.0);

// Area under the ROC curve, by weight: 1 perfect, 0.5 chance.
double area_under_curve(const std::vector<Sample>& samples, const AlignHead& head);

}  // namespace twosource::fit
