// The finished report: what the comparator found, ready for renderers, which only write it down.
//
// The JSON form is CONTRACT's twosource.report/1 and twosource.discrepancies/1.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/claim/claim.h"
#include "core/document/document.h"

namespace twosource {

enum class Relation : std::uint8_t { Corroborates, Compatible, Conflicts, Supersedes, Superseded };
enum class VerdictKind : std::uint8_t {
  Corroborated,
  Conflicting,
  Disputed,
  Outdated,
  Consistent,
  Unsupported
};
enum class Level : std::uint8_t { None, Note, Warning, Error };
enum class Scope : std::uint8_t { Corpus, Article, Wording };

// What one feature of a pair adds to the log odds of a decision (core/compare/align.h).
struct FeatureShare {
  std::string feature;  // "sentence_fit"; "bias" for what stands before any feature
  double value = 0;
  double share = 0;
};

// A statement of another article, held against the claim.
struct Evidence {
  Relation relation = Relation::Compatible;
  double score = 0;  // 0..1: how sure the aligner is that both speak of the same thing
  std::string
      rule;  // why the values stand in this relation: "quantity-disjoint", "quantity-equal", ...
  ArticleInfo article;
  Claim claim;
  std::string
      cluster;  // "w-...": near copies of one text share it; empty when the text stands alone
  std::string primary_source;        // id or folded text of the farthest attribution; empty for the
                                     // outlet's own word
  std::string explanation;           // one plain sentence
  std::string reason;                // its end, for places where the two statements stand beside it
  std::vector<FeatureShare> shares;  // of the score; the largest first, those of no weight left out
  double threshold = 0;              // of the score, from which such evidence is shown
  bool withdrawn = false;            // the outlet took it back: shown, without weight
};

// Why a finding does not count: somebody looked at it and said so.
struct Suppression {
  enum class Kind : std::uint8_t {
    InSource,
    Baseline
  };  // a remark in the article; accepted before
  Kind kind = Kind::InSource;
  std::string reason;
  std::optional<Day> expires;  // the last day on which it holds
};

struct Finding {
  Claim claim;
  Scope scope = Scope::Corpus;
  VerdictKind verdict = VerdictKind::Unsupported;
  double confidence = 0;
  Level level = Level::None;
  std::string rule;
  std::string message;  // one plain sentence for an editor
  std::uint32_t independent_sources = 0;
  std::vector<Evidence> evidence;  // strongest first; complete
  // "f-" and 16 hex digits: the same from run to run, wherever the statement stands
  // (core/policy/fingerprint.h).
  std::string fingerprint;
  std::optional<Suppression> suppression;
};

struct CorpusSize {
  std::uint64_t articles = 0;
  std::uint64_t claims = 0;
};

struct Report {
  ArticleInfo article;
  std::string file;  // of the checked article, for reports that point into it
  CorpusSize corpus;
  std::vector<Finding> findings;  // in the order of the claims in the article

  struct Summary {
    std::uint32_t claims = 0, corroborated = 0, conflicting = 0, disputed = 0, outdated = 0,
                  consistent = 0, unsupported = 0;
  };
  Summary summary() const;  // counts findings of scope Corpus
  Level worst() const;      // the highest level of any finding
};

// One group of the corpus-wide report: the same statement with incompatible values.
struct Discrepancy {
  struct Member {
    ArticleInfo article;
    Claim claim;
    bool superseded = false;
  };
  struct Value {
    Quantity quantity;
    std::vector<Member> claims;
  };
  std::string id;  // "d-" and 16 hex digits
  ClaimKind kind = ClaimKind::Quantity;
  std::string item;
  std::string subject;
  std::string message;
  std::uint32_t independent_sources = 0;
  double weight = 0;  // orders the report
  std::vector<Value> values;
};

// Two texts against each other (twosource.comparison/1).
enum class PairRelation : std::uint8_t { Corroborates, Compatible, Conflicts, Unrelated };
struct ComparedPair {
  Claim a;
  Claim b;
  Relation relation = Relation::Compatible;
  double score = 0;
  std::string rule;
  std::string explanation;
};
struct Comparison {
  std::string id;
  PairRelation relation = PairRelation::Unrelated;
  double score = 0;
  std::vector<ComparedPair> pairs;
};

std::string_view name_of(Relation relation);
std::string_view name_of(VerdictKind verdict);
std::string_view name_of(Level level);
std::string_view name_of(Scope scope);
std::string_view name_of(PairRelation relation);
std::optional<Level> level_named(std::string_view name);

}  // namespace twosource
