// Runs: pairs of articles as the aligner would meet them, with the answer known.
//
// From two articles on one story come: the two as they are (nothing should conflict), the two with
// the counterpart of a shared figure taken away (nothing should conflict either, the harder and
// more usual case), and the two with one shared figure altered in one of them (that pair alone
// should). From two articles on different stories that look alike comes one run in which nothing
// belongs together.
#pragma once

#include <functional>
#include <optional>
#include <utility>

#include "core/compare/story.h"
#include "tests/fit/material.h"

namespace twosource::fit {

enum class RunKind : std::uint8_t { Faithful, Missing, Altered, OtherStory };

struct Run {
  RunKind kind = RunKind::Faithful;
  bool aligned = false;
  const Article& a;
  const Article& b;      // perhaps with claims taken away or altered
  AlignOptions story;    // what the two have in common, beside the closest article of a search
  std::string story_id;  // of `a`
  // Altered: the claims that must be found to conflict.
  std::optional<std::pair<std::uint32_t, std::uint32_t>> wanted;
  // Altered and Missing: the claim of `a` that nothing in `b` agrees with.
  std::optional<std::uint32_t> alone;
};

// Calls `use` for every run of the material, always in the same order.
void for_each_run(const Material& material, const std::function<void(const Run&)>& use);

}  // namespace twosource::fit
