// What a fit leaves behind: the file of weights and the table of their reliability, both for people
// to read and for a test to hold together.
#pragma once

#include <string>

#include "tests/fit/training.h"

namespace twosource::fit {

std::string weights_text(const AlignModel& model);

// Markdown. Names the hash of `weights`, so that a table of other weights is noticed.
std::string table_text(const Trained& trained, const std::string& weights);

}  // namespace twosource::fit
