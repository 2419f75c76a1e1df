#include "core/compare/wording.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "core/compare/rules.h"
#include "core/compare/verdict.h"
#include "core/compare/word_root.h"
#include "core/text/token.h"

namespace twosource {
namespace {

constexpr double kSure = 0.8;  // of a piece of evidence
// So that one careless or careful outlet proves nothing. Outlets, not voices: that all rest on one
// speaker is what the attribution is about.
constexpr std::size_t kOutlets = 2;

using Pieces = std::vector<const Evidence*>;

bool has_one_figure(const Claim& claim) {
  return claim.has_value() && claim.value.low && claim.value.low == claim.value.high;
}

// The number that is written, whatever bounds it.
std::optional<Decimal> figure_of(const Claim& claim) {
  if (!claim.has_value()) return std::nullopt;
  return claim.value.low ? claim.value.low : claim.value.high;
}

bool same_figure(const Claim& a, const Claim& b) {
  const auto x = figure_of(a);
  return x && x == figure_of(b) && a.value.unit == b.value.unit && a.dimension == b.dimension;
}

bool is_limit(Hedge hedge) {
  return hedge == Hedge::AtMost || hedge == Hedge::Below || hedge == Hedge::AtLeast ||
         hedge == Hedge::Above;
}

bool is_headline(const Claim& claim) {
  return claim.field == Field::Title || claim.zone == Zone::Headline;
}

Finding wording_finding(const Finding& corpus, Rule rule, const Pieces& pieces,
                        std::string message) {
  Finding out;
  out.claim = corpus.claim;
  out.scope = Scope::Wording;
  out.verdict = VerdictKind::Conflicting;
  out.level = Level::Warning;
  out.rule = name_of(rule);
  out.message = std::move(message);
  out.independent_sources = count_independent(pieces);
  for (const Evidence* piece : pieces) {
    out.confidence = std::max(out.confidence, piece->score);
    out.evidence.push_back(*piece);
  }
  return out;
}

std::string outlet_of(const Evidence& piece) {
  return piece.article.outlet.empty() ? "article " + piece.article.id : piece.article.outlet;
}

// Near copies of one text are one.
std::size_t outlets_of(const Pieces& pieces) {
  std::set<std::string> out;
  for (const Evidence* piece : pieces)
    out.insert(piece->cluster.empty() ? outlet_of(*piece) : piece->cluster);
  return out.size();
}

// Evidence with the same written figure, strong or weak; empty when some of it tells the figure as
// the article does (`like_here`), or less than two outlets tell it otherwise.
template <typename LikeHere>
Pieces telling_otherwise(const Finding& corpus, LikeHere like_here) {
  Pieces out;
  for (const Evidence& piece : corpus.evidence) {
    if (!same_figure(corpus.claim, piece.claim)) continue;
    if (like_here(piece.claim)) return {};
    if (piece.score >= kSure && !is_headline(piece.claim)) out.push_back(&piece);
  }
  return outlets_of(out) >= kOutlets ? out : Pieces{};
}

// "bis zu 500", "more than 500" told as "500".
void hedge_dropped(const Finding& corpus, const std::vector<Finding>& all,
                   std::vector<Finding>& out) {
  const Claim& claim = corpus.claim;
  if (!has_one_figure(claim) || claim.value.hedge != Hedge::Exact) return;
  const Pieces pieces =
      telling_otherwise(corpus, [](const Claim& other) { return !is_limit(other.value.hedge); });
  if (pieces.empty()) return;
  const Hedge hedge = pieces.front()->claim.value.hedge;
  const bool one_way = std::all_of(pieces.begin(), pieces.end(), [&](const Evidence* piece) {
    return piece->claim.value.hedge == hedge;
  });
  const bool told_elsewhere = std::any_of(all.begin(), all.end(), [&](const Finding& other) {
    return same_figure(claim, other.claim) && is_limit(other.claim.value.hedge);
  });
  if (!one_way || told_elsewhere) return;
  std::string bound(name_of(hedge));
  std::replace(bound.begin(), bound.end(), '_', ' ');
  out.push_back(wording_finding(corpus, Rule::HedgeDropped, pieces,
                                "The sources say \"" + bound + "\", the article just \"" +
                                    shown_value(claim) + "\": " + outlet_of(*pieces.front()) +
                                    " has \"" + pieces.front()->claim.sentence_text + "\"."));
}

bool is_plain_fact(const Claim& claim) {
  return claim.attribution.empty() && claim.modality == Modality::Asserted &&
         claim.polarity == Polarity::Affirmed;
}

// A statement that all the sources rest on one speaker, told as the outlet's own knowledge.
void attribution_dropped(const Finding& corpus, const std::vector<Finding>& all,
                         std::vector<Finding>& out) {
  const Claim& claim = corpus.claim;
  if (!has_one_figure(claim) || !is_plain_fact(claim) || is_headline(claim)) return;
  const Pieces pieces =
      telling_otherwise(corpus, [](const Claim& other) { return other.attribution.empty(); });
  if (pieces.empty()) return;
  const std::string& source = pieces.front()->primary_source;
  const bool one_source = std::all_of(pieces.begin(), pieces.end(), [&](const Evidence* piece) {
    return piece->primary_source == source && !piece->claim.attribution.empty() &&
           piece->claim.attribution.back().kind != SourceKind::Outlet;
  });
  const bool told_elsewhere = std::any_of(all.begin(), all.end(), [&](const Finding& other) {
    return other.scope == Scope::Corpus &&
           ((same_figure(claim, other.claim) && !other.claim.attribution.empty()) ||
            primary_source_of(other.claim) == source);
  });
  if (source.empty() || !one_source || told_elsewhere) return;
  out.push_back(wording_finding(corpus, Rule::AttributionDropped, pieces,
                                "The sources give \"" + shown_value(claim) + "\" as the word of " +
                                    pieces.front()->claim.attribution.back().text +
                                    ", the article as a fact."));
}

std::vector<std::string> words_of(const std::string& text) {
  constexpr std::size_t kMost = 80;
  std::vector<std::string> out;
  for (const Token& token : tokenize(text)) {
    if (out.size() == kMost) break;
    const bool word = token.is(TokenKind::Word);
    if (!word && !token.is(TokenKind::Digits) && !token.is(TokenKind::Ideograph)) continue;
    std::string folded = fold_word(slice(text, token.span()));
    // Names are spelt in many ways ("Gadhafi", "Gaddafi"); their consonants stay.
    const bool name = word && token.has(Token::kCapitalised) && !out.empty();
    const std::string root = name ? word_root(folded) : std::string();
    out.push_back(root.empty() ? std::move(folded) : root);
  }
  return out;
}

// Length of the longest common subsequence.
std::size_t common_in_order(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::size_t> row(b.size() + 1, 0);
  for (const std::string& word : a) {
    std::size_t diagonal = 0;
    for (std::size_t k = 0; k < b.size(); ++k) {
      const std::size_t above = row[k + 1];
      row[k + 1] = word == b[k] ? diagonal + 1 : std::max(above, row[k]);
      diagonal = above;
    }
  }
  return row.back();
}

const AttributionLink* named_speaker(const Claim& claim) {
  if (claim.attribution.empty()) return nullptr;
  const AttributionLink& nearest = claim.attribution.front();
  return nearest.id.starts_with("person:") ? &nearest : nullptr;
}

// How two quotations of the same language stand to each other, word by word.
enum class QuoteLikeness { Other, Changed, Same };

QuoteLikeness quote_likeness(const Claim& a, const Claim& b) {
  constexpr std::size_t kFewest = 7;  // words
  constexpr double kNearly = 0.75;
  const auto x = words_of(a.text);
  const auto y = words_of(b.text);
  const std::size_t shorter = std::min(x.size(), y.size());
  if (shorter < kFewest) return QuoteLikeness::Other;
  const std::size_t common = common_in_order(x, y);
  if (common == shorter) return QuoteLikeness::Same;
  return static_cast<double>(common) >= kNearly * static_cast<double>(shorter)
             ? QuoteLikeness::Changed
             : QuoteLikeness::Other;
}

void quote_wording(const Finding& corpus, std::vector<Finding>& out) {
  const AttributionLink* speaker = named_speaker(corpus.claim);
  if (speaker == nullptr) return;
  Pieces changed;
  Pieces given_to_another;
  bool confirmed = false;
  for (const Evidence& piece : corpus.evidence) {
    const AttributionLink* other = named_speaker(piece.claim);
    if (piece.claim.kind != ClaimKind::Quote || other == nullptr) continue;
    const QuoteLikeness likeness = quote_likeness(corpus.claim, piece.claim);
    const bool same_speaker = other->id == speaker->id;
    if (likeness == QuoteLikeness::Same && same_speaker) confirmed = true;
    if (likeness == QuoteLikeness::Same && !same_speaker) given_to_another.push_back(&piece);
    if (likeness == QuoteLikeness::Changed && same_speaker) changed.push_back(&piece);
  }
  if (confirmed) return;
  if (!changed.empty()) {
    out.push_back(wording_finding(corpus, Rule::QuoteChanged, changed,
                                  outlet_of(*changed.front()) + " quotes " + speaker->text +
                                      " with other words: \"" + changed.front()->claim.text +
                                      "\"."));
  } else if (!given_to_another.empty()) {
    out.push_back(wording_finding(corpus, Rule::AttributionChanged, given_to_another,
                                  outlet_of(*given_to_another.front()) +
                                      " has the same words from " +
                                      given_to_another.front()->claim.attribution.front().text +
                                      ", not from " + speaker->text + "."));
  }
}

}  // namespace

std::vector<Finding> check_wording(const std::vector<Finding>& corpus) {
  std::vector<Finding> out;
  for (const Finding& finding : corpus) {
    if (finding.scope != Scope::Corpus || finding.evidence.empty()) continue;
    if (finding.claim.kind == ClaimKind::Quote) {
      quote_wording(finding, out);
    } else {
      hedge_dropped(finding, corpus, out);
      attribution_dropped(finding, corpus, out);
    }
  }
  return out;
}

}  // namespace twosource
