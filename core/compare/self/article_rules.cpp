// Claims are first sorted into groups of the same kind, unit and thing, so that only those within a
// group are held against each other; a group with many different figures is a table or a time line
// and says nothing.
#include "core/compare/self/article_rules.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "core/compare/claim_relation.h"
#include "core/compare/verdict.h"
#include "core/grammar/phrase_match.h"

namespace twosource {
namespace {

constexpr std::size_t kLargestGroup = 40;
const std::optional<DateTime> kUndated;

bool is_headline(const Claim& claim) {
  return claim.field == Field::Title || claim.zone == Zone::Headline;
}

// One figure of a thing that is named.
bool is_tellable(const Claim& claim) {
  const bool one = claim.value.low && claim.value.low == claim.value.high;
  switch (claim.kind) {
    case ClaimKind::Quantity:
    case ClaimKind::Money:
    case ClaimKind::Share:
    case ClaimKind::Change:
      break;
    default:
      return false;
  }
  return one && claim.dimension != Dimension::Date && claim.dimension != Dimension::Ordinal &&
         !claim.item.concepts.empty() && claim.polarity == Polarity::Affirmed &&
         claim.value.low > Decimal(1);
}

using GroupKey = std::tuple<ClaimKind, Dimension, std::string, Change, std::string>;

GroupKey key_of(const Claim& claim) {
  return {claim.kind, claim.dimension, claim.value.unit, claim.change, claim.item.concepts.front()};
}

using Groups = std::map<GroupKey, std::vector<const Claim*>>;

Groups groups_of(const std::vector<Claim>& claims) {
  Groups out;
  for (const Claim& claim : claims) {
    if (is_tellable(claim)) out[key_of(claim)].push_back(&claim);
  }
  std::erase_if(out, [](const auto& group) {
    return group.second.size() < 2 || group.second.size() > kLargestGroup;
  });
  return out;
}

ValueRelation values_of(const Claim& a, const Claim& b) {
  return relate_claims({a, kUndated}, {b, kUndated});
}

bool conflict(const Claim& a, const Claim& b) {
  const ValueRelation values = values_of(a, b);
  return values.comparable && values.relation == Relation::Conflicts;
}

bool agree(const Claim& a, const Claim& b) {
  const ValueRelation values = values_of(a, b);
  return values.comparable && values.relation != Relation::Conflicts;
}

bool share_any(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& x) {
    return std::find(b.begin(), b.end(), x) != b.end();
  });
}

bool share_any(const std::vector<EntityRef>& a, const std::vector<EntityRef>& b) {
  return std::any_of(a.begin(), a.end(), [&](const EntityRef& x) {
    return std::any_of(b.begin(), b.end(), [&](const EntityRef& y) { return x.id == y.id; });
  });
}

std::set<std::string> concepts_of(const Term& term) {
  return {term.concepts.begin(), term.concepts.end()};
}

std::set<std::string> names_of(const Claim& claim) {
  std::set<std::string> out;
  for (const EntityRef& name : claim.names) out.insert(name.id);
  return out;
}

// The words of both sentences: how many they share, and how many there are in the shorter, in all.
struct SharedWords {
  std::size_t both = 0;
  std::size_t shorter = 0;
  std::size_t all = 0;
  static double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
  }
  double of_shorter() const { return share(both, shorter); }
  double of_all() const { return share(both, all); }
};

SharedWords shared_words(const Claim& a, const Claim& b) {
  const std::set<std::string> x(a.context.begin(), a.context.end());
  const std::set<std::string> y(b.context.begin(), b.context.end());
  const auto both = static_cast<std::size_t>(
      std::count_if(x.begin(), x.end(), [&](const std::string& word) { return y.contains(word); }));
  return {both, std::min(x.size(), y.size()), x.size() + y.size() - both};
}

bool same_time(const Claim& a, const Claim& b) {
  return !a.when || !b.when || a.when->overlaps(*b.when);
}

// One word of certainty for both: a plan is not held against a fact.
bool same_certainty(const Claim& a, const Claim& b) {
  const auto plain = [](const Claim& claim) {
    return claim.modality == Modality::Asserted || claim.modality == Modality::Reported;
  };
  return a.modality == b.modality || (plain(a) && plain(b));
}

bool same_predicate(const Claim& a, const Claim& b) {
  return share_any(a.predicate.concepts, b.predicate.concepts);
}

bool subjects_differ(const Claim& a, const Claim& b) {
  return !a.subject.empty() && !b.subject.empty() && !share_any(a.subject, b.subject);
}

// A hundredfold figure is about something else.
bool same_order(const Claim& a, const Claim& b) {
  constexpr int kTimes = 10;
  const auto times =
      std::max(*a.value.low, *b.value.low).divided_by(std::min(*a.value.low, *b.value.low));
  return times && times->value <= Decimal(kTimes);
}

std::string quoted(const Claim& claim) {
  return "\"" + shown_value(claim) + "\"";
}

}  // namespace

namespace {

// Some other figure of the article, or the sum of two of its group, is the headline's.
bool is_explained(const Claim& headline, const std::vector<Claim>& claims) {
  std::vector<const Claim*> alike;
  for (const Claim& claim : claims) {
    if (is_headline(claim) || !claim.has_value() || claim.dimension == Dimension::Date) continue;
    if (claim.value.low && claim.value.low == headline.value.low) return true;
    if (claim.dimension != headline.dimension || claim.value.unit != headline.value.unit) continue;
    if (agree(headline, claim)) return true;
    alike.push_back(&claim);
  }
  if (alike.size() > kLargestGroup) return true;
  for (std::size_t i = 0; i < alike.size(); ++i) {
    for (std::size_t k = i + 1; k < alike.size(); ++k) {
      if (!alike[i]->value.low || !alike[k]->value.low) continue;
      if (alike[i]->value.low->plus(*alike[k]->value.low) == headline.value.low) return true;
      if (alike[i]->value.low->minus(*alike[k]->value.low) == headline.value.low) return true;
      if (alike[k]->value.low->minus(*alike[i]->value.low) == headline.value.low) return true;
    }
  }
  return false;
}

// The opening of the text: its first sentences, where a headline's figure is told.
std::uint32_t end_of_opening(const std::vector<Claim>& claims) {
  constexpr std::size_t kSentences = 3;
  std::set<std::uint32_t> begins;
  for (const Claim& claim : claims) {
    if (is_headline(claim)) continue;
    begins.insert(claim.sentence.begin);
    if (begins.size() > kSentences) break;
  }
  return begins.empty() ? 0 : *begins.rbegin();
}

bool same_item(const Claim& a, const Claim& b) {
  const std::set<std::string> x = concepts_of(a.item);
  const std::set<std::string> y = concepts_of(b.item);
  return std::includes(x.begin(), x.end(), y.begin(), y.end()) ||
         std::includes(y.begin(), y.end(), x.begin(), x.end());
}

// The one figure of the opening that tells the headline's thing; nullptr when there is none, or
// more than one.
const Claim* counterpart_of(const Claim& headline, const std::vector<const Claim*>& group,
                            std::uint32_t opening) {
  constexpr double kAlike = 0.25;
  const Claim* found = nullptr;
  for (const Claim* claim : group) {
    if (is_headline(*claim) || claim->sentence.begin > opening) continue;
    if (found != nullptr && found->value.low != claim->value.low) return nullptr;
    if (found == nullptr) found = claim;
  }
  if (found == nullptr || !conflict(headline, *found) || !same_order(headline, *found))
    return nullptr;
  if (!same_item(headline, *found) || subjects_differ(headline, *found)) return nullptr;
  if (!same_time(headline, *found) || !same_certainty(headline, *found)) return nullptr;
  return shared_words(headline, *found).of_shorter() >= kAlike ? found : nullptr;
}

}  // namespace

void check_headline(const std::vector<Claim>& claims, Contradictions& out) {
  const std::uint32_t opening = end_of_opening(claims);
  for (const auto& [key, group] : groups_of(claims)) {
    for (const Claim* headline : group) {
      if (!is_headline(*headline)) continue;
      const Claim* text = counterpart_of(*headline, group, opening);
      if (text == nullptr || is_explained(*headline, claims)) continue;
      out.push_back(
          {Rule::HeadlineDiffers,
           headline,
           {text},
           "The headline has " + quoted(*headline) + ", the text " + quoted(*text) + "."});
    }
  }
}

namespace {

bool same_sentence(const Claim& a, const Claim& b) {
  return a.field == b.field && a.sentence == b.sentence;
}

// The other numbers of the sentence, as written: two sentences of two days or groups differ in
// them.
std::multiset<std::string> other_numbers(const Claim& claim) {
  std::multiset<std::string> out;
  const auto collect = [](const std::string& text) {
    std::multiset<std::string> digits;
    for (const Token& token : tokenize(text)) {
      if (token.is(TokenKind::Digits)) digits.emplace(slice(text, token.span()));
    }
    return digits;
  };
  out = collect(claim.sentence_text);
  for (const std::string& digits : collect(claim.text)) {
    const auto at = out.find(digits);
    if (at != out.end()) out.erase(at);
  }
  return out;
}

// Sentences of everyday length that share nearly all their words.
bool same_words(const Claim& a, const Claim& b) {
  constexpr double kAlike = 0.75;
  constexpr std::size_t kFewest = 4;
  constexpr std::size_t kMost = 40;
  const SharedWords words = shared_words(a, b);
  return words.both >= kFewest && words.all <= kMost && words.of_all() >= kAlike;
}

bool told_again(const Claim& a, const Claim& b) {
  if (same_sentence(a, b) || is_headline(a) || is_headline(b)) return false;
  if (concepts_of(a.item) != concepts_of(b.item) || !same_predicate(a, b)) return false;
  if (a.when != b.when || a.modality != b.modality) return false;
  if (names_of(a) != names_of(b) || primary_source_of(a) != primary_source_of(b)) return false;
  return same_words(a, b) && other_numbers(a) == other_numbers(b) && conflict(a, b);
}

}  // namespace

void check_told_twice(const std::vector<Claim>& claims, Contradictions& out) {
  constexpr std::size_t kFigures = 2;
  for (const auto& [key, group] : groups_of(claims)) {
    std::set<Decimal> figures;
    for (const Claim* claim : group) figures.insert(*claim->value.low);
    if (figures.size() != kFigures) continue;
    const Claim* first = group.front();
    for (const Claim* claim : group) {
      if (!told_again(*first, *claim)) continue;
      out.push_back(
          {Rule::FigureToldTwice,
           claim,
           {first},
           "The article has " + quoted(*first) + " and " + quoted(*claim) + " of the same thing."});
      break;
    }
  }
}

namespace {

// Attributed, each to a source of its own.
bool other_speakers(const Claim& a, const Claim& b) {
  if (a.attribution.empty() || b.attribution.empty()) return false;
  for (const AttributionLink& x : a.attribution) {
    for (const AttributionLink& y : b.attribution) {
      if (x.text == y.text || (!x.id.empty() && x.id == y.id)) return false;
    }
  }
  return primary_source_of(a) != primary_source_of(b);
}

// The second sentence, or the one that holds both, opposes the two: "dagegen", "while".
bool is_opposed(const Claim& a, const Claim& b, const LanguagePack& pack) {
  constexpr std::size_t kNear = 8;  // tokens before the figure
  const std::string& text = b.sentence_text;
  const std::uint32_t begin = same_sentence(a, b) ? a.span.end - b.sentence.begin : 0;
  const std::uint32_t end = b.span.begin - b.sentence.begin;
  if (begin >= end || end > text.size()) return false;
  const std::string between = text.substr(begin, end - begin);
  const TokenizedText tokens = analyse_text(between, pack.segmentation);
  const FoldedText folded(tokens);
  const std::size_t near = folded.size() > kNear ? folded.size() - kNear : 0;
  for (std::size_t i = near; i < folded.size(); ++i) {
    if (match_phrase(folded, pack.consistency.contrasts, i)) return true;
  }
  return false;
}

// "Die Polizei sprach von 5.000 Teilnehmern, die Veranstalter von 20.000.": the second speaker
// shares verb and noun with the first, and nothing more is said of his figure.
bool shares_words(const Claim& a, const Claim& b) {
  const std::string& text = b.sentence_text;
  const std::string& item = b.item.text;
  if (!same_sentence(a, b) || a.item.text != item || item.empty()) return false;
  if (text.find(item) == std::string::npos || text.find(item) != text.rfind(item)) return false;
  const std::uint32_t begin = a.span.end - b.sentence.begin;
  const std::uint32_t end = b.span.begin - b.sentence.begin;
  const std::uint32_t behind = b.span.end - b.sentence.begin;
  if (begin >= end || behind >= text.size()) return false;
  const bool closed = std::string_view(".,;!").find(text[behind]) != std::string_view::npos;
  const std::size_t speaker = text.find(b.attribution.front().text, begin);
  return closed && speaker != std::string::npos && speaker < end;
}

// In one sentence, or in two that follow each other.
bool are_neighbours(const Claim& a, const Claim& b) {
  constexpr std::uint32_t kGap = 3;  // bytes between sentences
  return a.field == b.field &&
         (a.sentence == b.sentence ||
          (b.sentence.begin >= a.sentence.end && b.sentence.begin - a.sentence.end <= kGap));
}

bool disagree(const Claim& a, const Claim& b, const LanguagePack& pack) {
  if (is_headline(a) || is_headline(b) || !are_neighbours(a, b) || !other_speakers(a, b))
    return false;
  if (concepts_of(a.item) != concepts_of(b.item) || subjects_differ(a, b)) return false;
  const bool predicates_differ =
      !a.predicate.concepts.empty() && !b.predicate.concepts.empty() && !same_predicate(a, b);
  if (predicates_differ || !same_time(a, b) || !same_certainty(a, b)) return false;
  return same_order(a, b) && conflict(a, b) && (is_opposed(a, b, pack) || shares_words(a, b));
}

}  // namespace

void check_speakers(const std::vector<Claim>& claims, const LanguagePack& pack,
                    Contradictions& out) {
  for (const auto& [key, group] : groups_of(claims)) {
    for (std::size_t i = 0; i + 1 < group.size(); ++i) {
      const Claim& a = *group[i];
      const Claim& b = *group[i + 1];
      if (!disagree(a, b, pack)) continue;
      out.push_back({Rule::SpeakersDisagree,
                     &b,
                     {&a},
                     a.attribution.front().text + " has " + quoted(a) + ", " +
                         b.attribution.front().text + " has " + quoted(b) + "."});
    }
  }
}

}  // namespace twosource
