// The prior: weights that the fit is drawn towards. The material holds single events and their
// look-alikes; it has no wider story whose articles bear each other out in parts, so a fit on it
// alone asks for too much likeness of the articles. tests/fit/prior.json holds these weights and
// the thresholds; core/compare/weights.json is the mean of tests/fit/fitted.json and the prior.
#pragma once

#include "core/compare/align.h"

namespace twosource::fit {

// `fitted` and `prior` head by head, each weight to two decimals; thresholds and the rest as in the
// prior.
AlignModel drawn_towards(const AlignModel& fitted, const AlignModel& prior);

}  // namespace twosource::fit
