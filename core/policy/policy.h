// Policy: what a newsroom makes of the findings - which rules it wants how loud, what it has
// accepted, what a change is answerable for. It lowers and hides, and never invents.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/civil.h"
#include "core/compare/report.h"
#include "core/document/document.h"
#include "core/policy/baseline.h"
#include "core/policy/changed_lines.h"

namespace twosource {

struct Policy {
  std::map<std::string, Level, std::less<>> rules;  // levels other than the default; None: off
  double min_confidence = 0;                        // a finding less sure than this is a note
  std::vector<Zone> ignored_zones;                  // statements there make no findings
  // Evidence by other outlets alone makes a warning, not an error. Empty: all are trusted.
  std::vector<std::string> trusted_outlets;
  std::optional<Baseline> baseline;
  std::optional<ChangedLines> changed;
  Day today{};  // expired entries of the baseline no longer hold; days of the user's calendar
};

struct PolicyEffect {
  std::uint32_t suppressed = 0;    // by remarks and baseline
  std::uint32_t left_out = 0;      // by zone or by changed lines
  std::vector<std::string> notes;  // expired entries, remarks that met nothing
};

// Applies the policy in this order, to findings that have their fingerprints: zones and changed
// lines take findings out; rules, confidence and trusted outlets set levels; remarks of the article
// and the baseline suppress (level None, Finding::suppression says why).
PolicyEffect apply_policy(const Policy& policy, const Document& article, Report& report);

}  // namespace twosource
