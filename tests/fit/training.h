// Training: from runs to the heads of a model, bridge by bridge, and to what they are worth on
// stories that they were not fitted on.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "tests/fit/logistic.h"
#include "tests/fit/runs.h"

namespace twosource::fit {

// One decision of a head; after a fit, on a story that it has not seen.
struct Judged {
  double probability = 0;
  bool right = false;
  double weight = 1;
  bool aligned = false;
  RunKind run = RunKind::Faithful;
  std::string what;  // for people: the two statements
};

// What is known of one bridge after the fit.
struct BridgeReport {
  std::size_t runs = 0;
  std::size_t altered = 0;  // runs with an altered figure, of which a part has no pair at all
  std::vector<Judged> agree;
  std::vector<Judged> conflict;
  std::array<std::size_t, kOutcomeCount> outcomes{};  // of the altered figures
  double agree_area = 0;
  double same_area = 0;
  double conflict_area = 0;
};

struct Trained {
  AlignModel model;
  std::array<BridgeReport, kBridgeCount> reports;
};

// `readings`: the same material read in several ways (without and with a lexicon). `start` gives
// what is not fitted. Deterministic.
Trained train(const std::vector<Material>& readings, const AlignModel& start);

// What the heads of `model` are worth on the material, with nothing fitted.
Trained judge(const std::vector<Material>& readings, const AlignModel& model);

}  // namespace twosource::fit
