#include "reports/reading_order.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

namespace twosource {

std::vector<Section> empty_sections() {
  using enum VerdictKind;
  return {
      {"Conflicting", "other articles say otherwise", Conflicting, Scope::Corpus, {}},
      {"Disputed", "some articles agree, others say otherwise", Disputed, Scope::Corpus, {}},
      {"Outdated", "a later figure of the same count is known", Outdated, Scope::Corpus, {}},
      {"Inside the article",
       "the article does not agree with itself",
       Conflicting,
       Scope::Article,
       {}},
      {"Wording",
       "said more strongly or otherwise than by its sources",
       Conflicting,
       Scope::Wording,
       {}},
      {"Corroborated", "other articles say the same", Corroborated, Scope::Corpus, {}},
      {"Consistent",
       "what was found neither supports nor excludes it",
       Consistent,
       Scope::Corpus,
       {}},
      {"Unsupported", "searched, and nothing comparable found", Unsupported, Scope::Corpus, {}},
  };
}

namespace {

int rank_of(Relation relation) {
  switch (relation) {
    case Relation::Conflicts:
      return 0;
    case Relation::Supersedes:
      return 1;
    case Relation::Corroborates:
      return 2;
    case Relation::Superseded:
      return 3;
    case Relation::Compatible:
      return 4;
  }
  return 4;
}

}  // namespace

std::vector<Section> sections_of(const Report& report) {
  std::vector<Section> sections = empty_sections();
  for (const Finding& finding : report.findings) {
    for (Section& section : sections) {
      const bool same_verdict =
          finding.scope != Scope::Corpus || section.verdict == finding.verdict;
      if (section.scope == finding.scope && same_verdict) {
        section.findings.push_back(&finding);
        break;
      }
    }
  }
  std::erase_if(sections, [](const Section& section) { return section.findings.empty(); });
  return sections;
}

std::vector<Voice> voices_of(const Finding& finding) {
  std::vector<Voice> voices;
  for (const Evidence& evidence : finding.evidence) {
    const auto same_text = [&](const Voice& voice) {
      return !evidence.cluster.empty() && voice.best->cluster == evidence.cluster &&
             voice.best->relation == evidence.relation;
    };
    const auto known = std::find_if(voices.begin(), voices.end(), same_text);
    if (known == voices.end()) {
      voices.push_back({&evidence, {}});
    } else {
      known->copies.push_back(&evidence);
    }
  }
  std::stable_sort(voices.begin(), voices.end(), [](const Voice& a, const Voice& b) {
    return rank_of(a.best->relation) < rank_of(b.best->relation);
  });
  return voices;
}

bool is_open(const Finding& finding) {
  return finding.level != Level::None && !finding.suppression;
}

std::vector<const Evidence*> carrying_evidence(const Finding& finding) {
  const auto wanted = [&]() -> std::optional<Relation> {
    switch (finding.verdict) {
      case VerdictKind::Corroborated:
        return Relation::Corroborates;
      case VerdictKind::Conflicting:
      case VerdictKind::Disputed:
        return Relation::Conflicts;
      case VerdictKind::Outdated:
        return Relation::Supersedes;
      case VerdictKind::Consistent:
      case VerdictKind::Unsupported:
        return std::nullopt;
    }
    return std::nullopt;
  }();
  std::vector<const Evidence*> out;
  for (const Evidence& evidence : finding.evidence) {
    if (evidence.relation == wanted) out.push_back(&evidence);
  }
  return out;
}

Independence independence_of(const Finding& finding) {
  std::set<std::string_view> articles, texts, outlets;
  for (const Evidence* evidence : carrying_evidence(finding)) {
    const ArticleInfo& info = evidence->article;
    articles.insert(info.id);
    texts.insert(evidence->cluster.empty() ? info.id : evidence->cluster);
    if (!info.outlet.empty()) outlets.insert(info.outlet);
  }
  return {articles.size(), texts.size(), outlets.size(), finding.independent_sources};
}

}  // namespace twosource
