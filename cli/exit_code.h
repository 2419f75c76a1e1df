// The exit codes of CONTRACT. Findings never hide errors: the worse of two outcomes is the higher
// number.
#pragma once

#include <algorithm>

namespace twosource {

enum class ExitCode { Success = 0, Findings = 1, Failure = 2 };

inline ExitCode worse(ExitCode a, ExitCode b) {
  return std::max(a, b);
}

}  // namespace twosource
