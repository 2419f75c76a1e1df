#include "reports/reading_order.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace twosource {
namespace {

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

std::size_t corroborating_articles(const Finding& finding) {
  std::set<std::string_view> ids;
  for (const Evidence& evidence : finding.evidence) {
    if (evidence.relation == Relation::Corroborates) ids.insert(evidence.article.id);
  }
  return ids.size();
}

}  // namespace twosource
