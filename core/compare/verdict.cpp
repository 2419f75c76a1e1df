#include "core/compare/verdict.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <utility>

#include "core/compare/growing.h"
#include "core/text/token.h"

namespace twosource {
namespace {

constexpr std::size_t kShownEvidence = 3;
constexpr std::size_t kShownBytes = 160;
constexpr double kMostConfident = 0.99;

std::string folded(const std::string& text) {
  std::string out;
  for (const Token& token : tokenize(text)) {
    if (!out.empty()) out += ' ';
    out += fold_word(slice(text, token.span()));
  }
  return out;
}

// Cuts at a character border.
std::string shortened(const std::string& text) {
  if (text.size() <= kShownBytes) return text;
  std::size_t end = kShownBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

std::string quoted(const Claim& claim) {
  return "\"" + shortened(shown_value(claim)) + "\"";
}

// Groups of pieces of evidence that are one voice.
class Voices {
 public:
  explicit Voices(std::size_t count) : parent_(count) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  void join(const std::string& key, std::size_t member) {
    const auto [at, fresh] = first_.try_emplace(key, member);
    if (!fresh) parent_[root(member)] = root(at->second);
  }
  std::uint32_t count() {
    std::uint32_t out = 0;
    for (std::size_t i = 0; i < parent_.size(); ++i) out += root(i) == i ? 1 : 0;
    return out;
  }

 private:
  std::size_t root(std::size_t i) const {
    while (parent_[i] != i) i = parent_[i];
    return i;
  }
  std::vector<std::size_t> parent_;
  std::map<std::string, std::size_t> first_;
};

struct Weighed {
  std::vector<const Evidence*> supports;
  std::vector<const Evidence*> conflicts;  // by outlets, or by the same speaker
  std::vector<const Evidence*> disputes;   // another speaker says otherwise
  std::vector<const Evidence*> supersedes;
  std::vector<const Evidence*> others;
};

bool other_speaker(const Claim& claim, const Evidence& evidence) {
  const std::string own = primary_source_of(claim);
  return !own.empty() && !evidence.primary_source.empty() && own != evidence.primary_source;
}

Weighed weigh(const Claim& claim, const std::vector<Evidence>& evidence) {
  Weighed out;
  for (const Evidence& piece : evidence) {
    if (piece.withdrawn) continue;
    switch (piece.relation) {
      case Relation::Corroborates:
        out.supports.push_back(&piece);
        break;
      case Relation::Conflicts:
        (other_speaker(claim, piece) ? out.disputes : out.conflicts).push_back(&piece);
        break;
      case Relation::Supersedes:
        out.supersedes.push_back(&piece);
        break;
      case Relation::Compatible:
      case Relation::Superseded:
        out.others.push_back(&piece);
        break;
    }
  }
  return out;
}

VerdictKind verdict_of(const Weighed& weighed) {
  if (!weighed.supersedes.empty()) return VerdictKind::Outdated;
  const bool against = !weighed.conflicts.empty();
  if (against && weighed.supports.empty()) return VerdictKind::Conflicting;
  if (against || !weighed.disputes.empty()) return VerdictKind::Disputed;
  if (!weighed.supports.empty()) return VerdictKind::Corroborated;
  return weighed.others.empty() ? VerdictKind::Unsupported : VerdictKind::Consistent;
}

double together(const std::vector<const Evidence*>& evidence) {
  double doubt = 1;
  for (const Evidence* piece : evidence) doubt *= 1 - piece->score;
  return std::min(kMostConfident, 1 - doubt);
}

std::vector<const Evidence*> joined(std::vector<const Evidence*> a,
                                    const std::vector<const Evidence*>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

std::vector<const Evidence*> deciding(const Weighed& weighed, VerdictKind verdict) {
  switch (verdict) {
    case VerdictKind::Corroborated:
      return weighed.supports;
    case VerdictKind::Conflicting:
      return weighed.conflicts;
    case VerdictKind::Disputed:
      return joined(weighed.conflicts, weighed.disputes);
    case VerdictKind::Outdated:
      return weighed.supersedes;
    case VerdictKind::Consistent:
      return weighed.others;
    case VerdictKind::Unsupported:
      break;
  }
  return {};
}

std::string listed(const std::vector<const Evidence*>& evidence) {
  std::string out;
  std::vector<std::string> seen;
  std::size_t shown = 0;
  for (const Evidence* piece : evidence) {
    std::string one = outlet_and_day(piece->article) + " has " + quoted(piece->claim);
    if (std::find(seen.begin(), seen.end(), one) != seen.end()) continue;
    seen.push_back(one);
    if (shown == kShownEvidence) continue;
    out += (shown == 0 ? "" : "; ") + one;
    ++shown;
  }
  if (seen.size() > shown) out += "; and " + std::to_string(seen.size() - shown) + " more";
  return out;
}

std::string articles(std::uint64_t count) {
  return std::to_string(count) + (count == 1 ? " article" : " articles");
}

std::string message_of(const Finding& finding, const Weighed& weighed, std::uint64_t searched) {
  const std::string here = quoted(finding.claim);
  const auto decided = deciding(weighed, finding.verdict);
  switch (finding.verdict) {
    case VerdictKind::Corroborated:
      return here + " is confirmed: " + listed(decided) + ".";
    case VerdictKind::Conflicting:
      return here + " is contradicted: " + listed(decided) + ".";
    case VerdictKind::Disputed:
      if (weighed.supports.empty())
        return here + " is disputed between speakers: " + listed(decided) + ".";
      return here + " is disputed: " + listed(decided) + ", while " + listed(weighed.supports) +
             ".";
    case VerdictKind::Outdated:
      return here + " is out of date: " + listed(decided) + ".";
    case VerdictKind::Consistent:
      return here + " agrees with what is known, but nothing confirms it: " + listed(decided) + ".";
    case VerdictKind::Unsupported:
      break;
  }
  return "Nothing comparable to " + here + " was found in " + articles(searched) + ".";
}

std::string reason_of(const Evidence& evidence, const Counterpart& other) {
  const std::string& withdrawal = other.withdrawal;
  std::string out(info_of(*rule_named(evidence.rule)).summary);
  if (!other.pair.through.empty()) out += "; it says the same as " + other.pair.through;
  if (!evidence.primary_source.empty())
    out += "; it rests on " + (evidence.claim.attribution.empty()
                                   ? evidence.primary_source
                                   : evidence.claim.attribution.back().text);
  if (!withdrawal.empty()) {
    out += "; it has no weight: " + withdrawal;
  } else if (evidence.article.notice.kind == Notice::Kind::Corrected) {
    out += "; the article was corrected (\"" + shortened(evidence.article.notice.text) + "\")";
  }
  return out + ".";
}

}  // namespace

std::string outlet_and_day(const ArticleInfo& article) {
  std::string out = article.outlet;
  if (out.empty()) out = article.title;
  if (out.empty()) out = "article " + article.id;
  return out + (article.published ? " (" + to_iso(article.published->day) + ")" : " (undated)");
}

std::string primary_source_of(const Claim& claim) {
  if (claim.attribution.empty()) return {};
  const AttributionLink& farthest = claim.attribution.back();
  return farthest.id.empty() ? folded(farthest.text) : farthest.id;
}

std::string shown_value(const Claim& claim) {
  if (!claim.has_value() || claim.item.text.empty()) return claim.text;
  if (claim.text.find(claim.item.text) != std::string::npos) return claim.text;
  const std::size_t value = claim.sentence_text.find(claim.text);
  const std::size_t item = claim.sentence_text.find(claim.item.text);
  const bool behind = value != std::string::npos && item == value + claim.text.size() + 1;
  return behind ? claim.text + " " + claim.item.text : claim.text;
}

std::uint32_t count_independent(const std::vector<const Evidence*>& evidence) {
  Voices voices(evidence.size());
  for (std::size_t i = 0; i < evidence.size(); ++i) {
    const Evidence& piece = *evidence[i];
    voices.join("article " + piece.article.id, i);
    if (!piece.article.outlet.empty()) voices.join("outlet " + piece.article.outlet, i);
    if (!piece.cluster.empty()) voices.join("cluster " + piece.cluster, i);
    if (!piece.primary_source.empty()) voices.join("source " + piece.primary_source, i);
  }
  return voices.count();
}

Evidence evidence_from(const Claim& claim, const Counterpart& other) {
  Evidence out;
  const ValueRelation& values = other.pair.values;
  out.relation = values.relation;
  out.score = other.pair.probability;
  out.shares = shares_of(other.pair);
  out.threshold = other.pair.threshold;
  out.rule = name_of(values.rule);
  out.article = other.article;
  out.claim = other.claim;
  out.cluster = other.cluster;
  out.primary_source = primary_source_of(other.claim);
  out.reason = reason_of(out, other);
  out.explanation = outlet_and_day(out.article) + " has " + quoted(out.claim) + " against " +
                    quoted(claim) + ": " + out.reason;
  out.withdrawn = !other.withdrawal.empty();
  return out;
}

Finding judge(Claim claim, std::vector<Evidence> evidence, std::uint64_t searched) {
  std::sort(evidence.begin(), evidence.end(), [](const Evidence& a, const Evidence& b) {
    if (a.score != b.score) return a.score > b.score;
    return std::tie(a.article.id, a.claim.id) < std::tie(b.article.id, b.claim.id);
  });
  Finding out;
  out.claim = std::move(claim);
  out.evidence = std::move(evidence);
  const Weighed weighed = weigh(out.claim, out.evidence);
  out.verdict = verdict_of(weighed);
  const auto decided = deciding(weighed, out.verdict);
  const Rule rule = decided.empty()
                        ? Rule::NothingComparable
                        : rule_named(decided.front()->rule).value_or(Rule::NothingComparable);
  out.rule = name_of(rule);
  out.level = default_level(out.verdict, rule);
  out.confidence = decided.empty() ? 0 : together(decided);
  out.independent_sources = count_independent(decided);
  out.message = message_of(out, weighed, searched);
  return out;
}

}  // namespace twosource
