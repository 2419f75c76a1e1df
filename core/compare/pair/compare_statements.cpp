#include "core/compare/pair/compare_statements.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/compare/claim_key.h"
#include "core/compare/pair/closeness.h"
#include "core/compare/pair/figure_relation.h"
#include "core/compare/pair/name_rivals.h"
#include "core/compare/pair/support.h"
#include "core/compare/verdict.h"

namespace twosource {
namespace {

// Across languages: the least that two texts must share to be about the same thing. Chosen on
// translations of news, where neighbouring sentences must not conflict: about 5 in 1,000 do, most
// of them by a name or a weekday.
constexpr double kLeastShared = 2;  // a name, a figure, or two words
constexpr double kCloseShare = 0.5;
constexpr double kCloseSignShare = 0.3;  // of texts whose words nobody tells apart

// A translation is about as long as what it translates; a source tells more than the statement, and
// what it tells more may be another figure.
constexpr double kLikeLength = 0.5;
constexpr double kLikeSignLength = 0.35;

// Within one language: the share of a statement's words that the source must have, and of the
// words around the one figure that must stand around the other.
constexpr double kSaidWords = 0.6;
constexpr double kSaidContext = 0.5;
constexpr double kSlippedWords = 0.5;      // swapped digits give themselves away
constexpr double kSaidDateContext = 0.75;  // a day can be that of anything in its sentence

// What must be shared for a name to be wrong: neighbouring sentences often have the same names but
// one.
constexpr double kSameBut = 0.6;
constexpr double kSameButShared = 3;
// Within one language: the share of both texts that must be the same for a name to be wrong.
constexpr double kSameStatement = 0.75;

constexpr double kSupportedShare = 0.65;
constexpr double kSupported = 0.53;
constexpr double kSupportedByStems = 0.5;  // without a dictionary fewer words meet
constexpr double kRelated = 0.25;

// Both texts, read and matched.
struct Matched {
  const ReadDocument& document_a;
  const ReadDocument& document_b;
  Statement a;
  Statement b;
  FigureMatch figures;
  NameMatch names;
  std::optional<NameRivals> name_rivals;
  Closeness close;
  Cover of_b;  // the statement by the source
  Cover of_a;  // and the other way round
};

const NameIndex& names_of(const Statement& statement, const ReadingTools& tools) {
  return NameIndex::of(tools.languages.find(statement.language), statement.language);
}

FigureMatch swapped(FigureMatch figures) {
  for (auto* pairs : {&figures.agreeing, &figures.rivals}) {
    for (FigurePair& pair : *pairs) std::swap(pair.a, pair.b);
  }
  std::swap(figures.left_a, figures.left_b);
  return figures;
}

Matched match(const ReadDocument& a, const ReadDocument& b, const ReadingTools& tools) {
  Matched out{a, b, read_statement(a, tools), read_statement(b, tools), {}, {}, {}, {}, {}, {}};
  out.figures =
      match_figures({out.a, a.document.info.published}, {out.b, b.document.info.published});
  out.names = match_names(out.a, out.b, names_of(out.a, tools), names_of(out.b, tools));
  out.name_rivals = find_name_rivals(out.a, out.b, out.names);
  out.close = closeness(out.a, out.b, out.figures, out.names, out.name_rivals);
  out.of_b = cover(out.a, out.b, out.figures);
  out.of_a = cover(out.b, out.a, swapped(out.figures));
  return out;
}

bool same_language(const Matched& pair) {
  return pair.a.language == pair.b.language;
}

std::size_t unknown_names(const std::vector<NameUnit>& names) {
  return static_cast<std::size_t>(std::count_if(
      names.begin(), names.end(), [](const NameUnit& n) { return n.sure && !n.matched; }));
}

// Across languages: how sure it is that the two texts are one statement; 0 when it is not.
double closeness_across(const Matched& pair) {
  const Closeness& close = pair.close;
  const bool words = pair.a.has_word_borders && pair.b.has_word_borders;
  if (close.shared < kLeastShared || close.larger() < kCloseShare) return 0;
  if (close.smaller() < (words ? kCloseShare : kCloseSignShare)) return 0;
  if (close.length < (words ? kLikeLength : kLikeSignLength)) return 0;
  return (close.larger() + close.smaller()) / 2;
}

struct Needed {
  double words = kSaidWords;
  double context = kSaidContext;
};

// Within one language: one text says what the other says about the figure.
double closeness_within(const Cover& cover, std::size_t rival, const Needed& needed,
                        std::size_t left, const std::vector<NameUnit>& names) {
  if (left > 0 || unknown_names(names) > 0) return 0;
  if (cover.words < needed.words || cover.rivals[rival] < needed.context) return 0;
  return (cover.words + cover.rivals[rival]) / 2;
}

bool is_slip(Rule rule) {
  return rule == Rule::DigitsSwapped || rule == Rule::ScaleFactor1000;
}

// How sure it is that the rival figures are about the same thing; 0 when they may not be.
double conflict_score(const Matched& pair, std::size_t rival) {
  if (!same_language(pair)) return closeness_across(pair);
  const FigureMatch& figures = pair.figures;
  const bool date = pair.b.figures[figures.rivals[rival].b].claim.kind == ClaimKind::Date;
  Needed needed;
  if (date) needed.context = kSaidDateContext;
  if (is_slip(figures.rivals[rival].values.rule)) needed.words = kSlippedWords;
  return std::max(closeness_within(pair.of_b, rival, needed, figures.left_b.size(), pair.names.b),
                  closeness_within(pair.of_a, rival, needed, figures.left_a.size(), pair.names.a));
}

// How sure it is that two statements differ in a name alone; 0 when they may not.
double name_conflict_score(const Matched& pair) {
  constexpr std::size_t kMostOthers = 1;
  const FigureMatch& figures = pair.figures;
  if (!figures.rivals.empty() || figures.left_a.size() > kMostOthers ||
      figures.left_b.size() > kMostOthers)
    return 0;
  if (!same_language(pair)) {
    const bool same = pair.close.smaller() >= kSameBut && pair.close.shared >= kSameButShared;
    return same ? closeness_across(pair) : 0;
  }
  const bool linked = !pair.names.a[pair.name_rivals->a].id.empty() &&
                      !pair.names.b[pair.name_rivals->b].id.empty();
  const double share = pair.close.smaller();
  return linked && share >= kSameStatement && pair.close.shared >= kLeastShared ? share : 0;
}

// How sure it is that the source says what the statement says, its figures agreeing.
double support_score(const Matched& pair) {
  const Closeness& close = pair.close;
  // Who or what the source does not name, it says nothing of.
  const bool unheard = std::any_of(pair.names.b.begin(), pair.names.b.end(), [](const NameUnit& n) {
    return n.sure && !n.matched && (n.type == "person" || n.type == "country");
  });
  if (unheard && pair.a.names_are_known) return 0;
  if (!same_language(pair)) return close.of_b >= kSupportedShare ? close.of_b : 0;
  if (!pair.of_b.polarity) return 0;
  // Fitted on pairs of English, German, French and Italian sentences that people judged, and
  // rounded; the half that was left out of a fit came out alike.
  const double unknown = static_cast<double>(std::min<std::size_t>(unknown_names(pair.names.b), 2));
  const double agreeing =
      static_cast<double>(std::min<std::size_t>(pair.figures.agreeing.size(), 3));
  const Cover& cover = pair.of_b;
  const double odds = -2.4 + 1.0 * close.of_b + 1.4 * close.of_a + 0.9 * cover.words +
                      0.4 * cover.near + 0.6 * cover.bonds + 0.15 * agreeing - 0.6 * unknown;
  const double probability = 1 / (1 + std::exp(-odds));
  const double needed = pair.a.has_dictionary ? kSupported : kSupportedByStems;
  return probability >= needed ? probability : 0;
}

// A name as a claim: what is said of it, whatever that is.
Claim name_claim(const ReadDocument& read, const Statement& statement, const NameUnit& name) {
  Claim out = bare_claim(read.document, sentence_at(statement, name.span.begin), name.span,
                         ClaimKind::Event);
  out.dimension = Dimension::Name;
  if (!name.id.empty()) out.subject.push_back({name.id, name.type, out.text});
  return out;
}

ComparedPair shown(const Matched& pair, const Claim& source, const Claim& statement,
                   const ValueRelation& values, double score) {
  AlignedPair aligned;
  aligned.values = values;
  aligned.probability = score;
  const Evidence evidence =
      evidence_from(statement, {pair.document_a.document.info, std::string(), source, aligned});
  return {source,         statement,     evidence.relation,
          evidence.score, evidence.rule, evidence.explanation};
}

ComparedPair shown(const Matched& pair, const FigurePair& figures, double score) {
  return shown(pair, pair.a.figures[figures.a].claim, pair.b.figures[figures.b].claim,
               figures.values, score);
}

ComparedPair shown(const Matched& pair, const NameRivals& names, double score) {
  return shown(pair, name_claim(pair.document_a, pair.a, pair.names.a[names.a]),
               name_claim(pair.document_b, pair.b, pair.names.b[names.b]),
               {true, Relation::Conflicts, Rule::NameDiffers}, score);
}

// Standing facts under one key contradict each other whatever else the texts tell.
void add_standing_facts(const Matched& pair, Comparison& out) {
  constexpr double kKeyed = 0.8;
  const auto agrees = [&](std::uint32_t i, std::uint32_t j) {
    return std::any_of(pair.figures.agreeing.begin(), pair.figures.agreeing.end(),
                       [&](const FigurePair& one) { return one.a == i || one.b == j; });
  };
  const auto shown_already = [&](const Claim& a, const Claim& b) {
    return std::any_of(out.pairs.begin(), out.pairs.end(), [&](const ComparedPair& one) {
      return one.a.span == a.span && one.b.span == b.span;
    });
  };
  for (std::uint32_t i = 0; i < pair.a.figures.size(); ++i) {
    for (std::uint32_t j = 0; j < pair.b.figures.size(); ++j) {
      const DatedClaim a{pair.a.figures[i].claim, pair.document_a.document.info.published};
      const DatedClaim b{pair.b.figures[j].claim, pair.document_b.document.info.published};
      if (!is_standing_fact(a.claim) || !is_standing_fact(b.claim) || agrees(i, j)) continue;
      if (!share_key(claim_keys(a), claim_keys(b)) || shown_already(a.claim, b.claim)) continue;
      const ValueRelation values =
          relate_figures({pair.a.figures[i], a.published}, {pair.b.figures[j], b.published});
      if (values.comparable && values.relation == Relation::Conflicts)
        out.pairs.push_back(shown(pair, a.claim, b.claim, values, kKeyed));
    }
  }
}

void settle(const Matched& pair, Comparison& out) {
  double conflict = 0;
  bool supported =
      !pair.figures.agreeing.empty() && pair.figures.left_b.empty() && pair.figures.rivals.empty();
  for (const ComparedPair& one : out.pairs) {
    if (one.relation == Relation::Conflicts) conflict = std::max(conflict, one.score);
    supported = supported && one.relation == Relation::Corroborates;
  }
  const double support = supported ? support_score(pair) : 0;
  if (conflict > 0) {
    out.relation = PairRelation::Conflicts;
    out.score = conflict;
  } else if (support > 0) {
    out.relation = PairRelation::Corroborates;
    out.score = support;
  } else if (!out.pairs.empty() || pair.close.larger() >= kRelated) {
    out.relation = PairRelation::Compatible;
    out.score = pair.close.of_b;
  } else {
    out.relation = PairRelation::Unrelated;
    out.score = 1 - pair.close.of_b;
  }
}

}  // namespace

Comparison compare_statements(const ReadDocument& a, const ReadDocument& b,
                              const ReadingTools& tools) {
  const Matched pair = match(a, b, tools);
  Comparison out;
  out.id = b.document.info.id;
  for (const FigurePair& figures : pair.figures.agreeing)
    out.pairs.push_back(shown(pair, figures, pair.close.of_b));
  for (std::size_t i = 0; i < pair.figures.rivals.size(); ++i) {
    const double score = conflict_score(pair, i);
    if (score > 0) out.pairs.push_back(shown(pair, pair.figures.rivals[i], score));
  }
  add_standing_facts(pair, out);
  if (pair.name_rivals) {
    const double score = name_conflict_score(pair);
    if (score > 0) out.pairs.push_back(shown(pair, *pair.name_rivals, score));
  }
  std::stable_sort(out.pairs.begin(), out.pairs.end(),
                   [](const ComparedPair& x, const ComparedPair& y) { return x.score > y.score; });
  settle(pair, out);
  return out;
}

}  // namespace twosource
