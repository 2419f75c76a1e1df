#include "core/compare/report.h"

#include <algorithm>

#include "core/base/names.h"

namespace twosource {
namespace {
constexpr NameTable<Relation, 5> kRelations{
    {"corroborates", "compatible", "conflicts", "supersedes", "superseded"}};
constexpr NameTable<VerdictKind, 6> kVerdicts{
    {"corroborated", "conflicting", "disputed", "outdated", "consistent", "unsupported"}};
constexpr NameTable<Level, 4> kLevels{{"none", "note", "warning", "error"}};
constexpr NameTable<Scope, 3> kScopes{{"corpus", "article", "wording"}};
constexpr NameTable<PairRelation, 4> kPairRelations{
    {"corroborates", "compatible", "conflicts", "unrelated"}};
}  // namespace

std::string_view name_of(Relation relation) {
  return kRelations.of(relation);
}
std::string_view name_of(VerdictKind verdict) {
  return kVerdicts.of(verdict);
}
std::string_view name_of(Level level) {
  return kLevels.of(level);
}
std::string_view name_of(Scope scope) {
  return kScopes.of(scope);
}
std::string_view name_of(PairRelation relation) {
  return kPairRelations.of(relation);
}
std::optional<Level> level_named(std::string_view name) {
  return kLevels.find(name);
}

Report::Summary Report::summary() const {
  Summary out;
  for (const Finding& finding : findings) {
    if (finding.scope != Scope::Corpus) continue;
    ++out.claims;
    switch (finding.verdict) {
      case VerdictKind::Corroborated:
        ++out.corroborated;
        break;
      case VerdictKind::Conflicting:
        ++out.conflicting;
        break;
      case VerdictKind::Disputed:
        ++out.disputed;
        break;
      case VerdictKind::Outdated:
        ++out.outdated;
        break;
      case VerdictKind::Consistent:
        ++out.consistent;
        break;
      case VerdictKind::Unsupported:
        ++out.unsupported;
        break;
    }
  }
  return out;
}

Level Report::worst() const {
  Level worst = Level::None;
  for (const Finding& finding : findings) worst = std::max(worst, finding.level);
  return worst;
}

}  // namespace twosource
