#include "index/claim_key.h"

#include <algorithm>

#include "core/base/hash.h"

namespace twosource {
namespace {
constexpr std::size_t kSubjects = 3;
constexpr std::size_t kConcepts = 6;
}  // namespace

std::vector<std::string> claim_key_terms(const Claim& claim) {
  std::vector<std::string> out;
  if (claim.kind == ClaimKind::Quote || claim.kind == ClaimKind::Event) return out;
  const std::string dimension(name_of(claim.dimension));
  for (std::size_t s = 0; s < std::min(kSubjects, claim.subject.size()); ++s) {
    for (std::size_t c = 0; c < std::min(kConcepts, claim.item.concepts.size()); ++c) {
      const std::string key =
          claim.subject[s].id + '\n' + claim.item.concepts[c] + '\n' + dimension;
      out.push_back("K" + hex_id(stable_hash(key)));
    }
  }
  return out;
}

}  // namespace twosource
