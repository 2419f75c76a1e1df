#include "core/compare/align_features.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <span>
#include <utility>

#include "core/base/hash.h"
#include "core/compare/claim_key.h"
#include "core/compare/profile.h"
#include "core/compare/same_bearer.h"
#include "core/compare/word_root.h"
#include "core/text/token.h"

namespace twosource {
namespace {

constexpr std::size_t kNearWords = 8;
constexpr std::size_t kCognatePrefix = 5;
// What a word with known meanings weighs of their mean when none of them is met: the other language
// may well say it by yet another word. (profile.h counts each meaning by itself, this the word.)
constexpr double kUnmetMeaningShare = 0.6;
// What a shared root is worth, beside rare words of 4 to 9.
constexpr double kRootWeight = 2.5;

// Weighs keys for one comparison.
struct Scale {
  const TermWeight& weight;
  Bridge bridge = Bridge::OneLanguage;
};

bool is_stem(std::string_view word) {
  return word.starts_with("w:");
}

// What a word says that the other side lacks: across languages little, since it may well be there
// under another name.
double alone_weight(std::string_view key, double weight, const Scale& scale) {
  if (scale.bridge == Bridge::OneLanguage) return weight;
  if (is_spelled_key(key)) return weight * kForeignSpellingShare;
  return is_dictionary_key(key) ? weight * kUnmetMeaningShare : weight;
}

// One word: keys[0] is its stem, the others what it means.
void add_word(TermSet& out, std::span<const std::string> keys, const Scale& scale) {
  std::vector<TermSet::Key> kept;
  double meanings = 0;
  std::size_t known = 0;
  double alone = 0;
  for (const std::string& word : keys) {
    const std::string key = word_key(word);
    const bool meaning = is_dictionary_key(key);
    if (meaning && scale.bridge != Bridge::Lexicon) continue;
    const double weight = scale.weight(key);
    if (meaning) {
      meanings += alone_weight(key, weight, scale);
      ++known;
    } else {
      alone = std::max(alone, alone_weight(key, weight, scale));
    }
    kept.push_back({stable_hash(key), weight});
  }
  if (known > 0) alone = std::max(alone, meanings / static_cast<double>(known));
  if (scale.bridge != Bridge::OneLanguage && is_stem(keys.front())) {
    const std::string root = word_root(std::string_view(keys.front()).substr(2));
    if (!root.empty()) kept.push_back({stable_hash("R:" + root), kRootWeight});
  }
  out.add(kept, alone);
}

// A list of words as claims hold them: a stem, then its meanings, then the next stem. Up to `most`
// words.
void add_words(TermSet& out, const std::vector<std::string>& words, const Scale& scale,
               std::size_t most = SIZE_MAX) {
  for (std::size_t first = 0; first < words.size() && most > 0; --most) {
    std::size_t end = first + 1;
    while (end < words.size() && !is_stem(words[end])) ++end;
    add_word(out, std::span(words).subspan(first, end - first), scale);
    first = end;
  }
}

TermSet term_keys(const Term& term, const Scale& scale) {
  TermSet out;
  add_words(out, term.concepts, scale);
  out.finish();
  return out;
}

void add_name(TermSet& out, const EntityRef& name, const Scale& scale) {
  const std::string key = name_key(name.id);
  const double weight = scale.weight(key);
  out.add({{stable_hash(key), weight}}, weight);
}

TermSet entity_keys(const std::vector<EntityRef>& entities, const Scale& scale) {
  TermSet out;
  for (const EntityRef& entity : entities) add_name(out, entity, scale);
  out.finish();
  return out;
}

std::string folded_text(const std::string& text) {
  std::string out;
  for (const Token& token : tokenize(text)) {
    if (!token.is(TokenKind::Word)) continue;
    if (!out.empty()) out += ' ';
    out += fold_word(slice(text, token.span()));
  }
  return out;
}

int significant_digits(const Decimal& value) {
  int digits = 0;
  for (std::int64_t rest = std::llabs(value.coefficient()); rest != 0; rest /= 10) ++digits;
  return digits;
}

// Small whole numbers meet by accident, 12,345 does not.
double amount_rarity(const Quantity& value) {
  if (!value.low) return 0;
  const int digits = significant_digits(*value.low);
  const double unit = value.unit.empty() ? 0 : 0.3;
  if (value.low->is_integer() && *value.low <= Decimal(12)) return 0.2 + unit;
  if (digits <= 1) return 0.8 + unit;
  if (digits == 2) return 1.3 + unit;
  return digits == 3 ? 2.2 + unit : 3;
}

double date_rarity(const Timex& date) {
  if (!date.range) return 0.5;
  const auto days = (date.range->to - date.range->from).count() + 1;
  if (days <= 1) return 1.2;
  return days <= 31 ? 1.0 : 0.9;
}

double rarity_of(const Claim& claim) {
  switch (claim.kind) {
    case ClaimKind::Role:
      return 2;
    case ClaimKind::Quote:
    case ClaimKind::Event:
      return 0.5;
    default:
      break;
  }
  if (claim.timex && (claim.dimension == Dimension::Date || claim.dimension == Dimension::Time))
    return date_rarity(*claim.timex);
  return std::min(3.0, amount_rarity(claim.value));
}

std::uint64_t source_key(const Claim& claim) {
  if (claim.attribution.empty()) return 0;
  const AttributionLink& farthest = claim.attribution.back();
  return stable_hash(farthest.id.empty() ? folded_text(farthest.text) : farthest.id);
}

PreparedClaim prepare_claim(const DatedClaim& dated, const Scale& scale) {
  const Claim& claim = dated.claim;
  PreparedClaim out;
  out.keys = claim_keys(dated);
  out.item = term_keys(claim.item, scale);
  out.predicate = term_keys(claim.predicate, scale);
  add_words(out.near, claim.context, scale, kNearWords);
  out.near.finish();
  out.subject = entity_keys(claim.subject, scale);
  out.item_text = folded_text(claim.item.text);
  out.primary_source = source_key(claim);
  out.rarity = rarity_of(claim);
  return out;
}

// Words of two languages that share a root: the same beginning of a long enough word.
double spelling_likeness(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return 0;
  if (a == b) return 1;
  std::size_t shared = 0;
  while (shared < a.size() && shared < b.size() && a[shared] == b[shared]) ++shared;
  if (shared < kCognatePrefix) return 0;
  return static_cast<double>(2 * shared) / static_cast<double>(a.size() + b.size());
}

double item_likeness(const PreparedClaim& a, const PreparedClaim& b) {
  return std::max(overlap(a.item, b.item), spelling_likeness(a.item_text, b.item_text));
}

bool time_differs(const Claim& a, const Claim& b) {
  return a.when && b.when && !a.when->overlaps(*b.when);
}

bool same_unit(const Claim& a, const Claim& b) {
  return a.dimension == b.dimension && !a.value.unit.empty() && a.value.unit == b.value.unit;
}

// The only claim of its kind of value in its sentence.
bool is_alone(const AlignSide& side, const PreparedSide& prepared, std::uint32_t index) {
  const auto& claims = prepared.sentences[prepared.claims[index].sentence].claims;
  return std::none_of(claims.begin(), claims.end(), [&](std::uint32_t other) {
    return other != index && side.claims[other].dimension == side.claims[index].dimension;
  });
}

// 1 up to a factor of four, nothing beyond a thousand; days by the year between them.
double size_likeness(const Claim& a, const Claim& b) {
  constexpr double kAlike = 0.6;  // decimal orders
  constexpr double kApart = 3;
  if (a.timex && b.timex && a.timex->range && b.timex->range) {
    const auto days = std::abs((a.timex->range->from - b.timex->range->from).count());
    return 1 / (1 + static_cast<double>(days) / 365);
  }
  const auto figure = [](const Claim& claim) {
    const auto& end = claim.value.low ? claim.value.low : claim.value.high;
    return end ? std::abs(end->to_double()) : 0.0;
  };
  const double x = figure(a);
  const double y = figure(b);
  if (x <= 0 || y <= 0) return 0.5;
  const double orders = std::abs(std::log10(x / y));
  return std::clamp(1 - (orders - kAlike) / (kApart - kAlike), 0.0, 1.0);
}

double flag(bool value) {
  return value ? 1 : 0;
}

}  // namespace

void TermSet::add(const std::vector<Key>& keys, double alone) {
  if (keys.empty()) return;
  const auto term = static_cast<std::uint32_t>(alone_.size());
  alone_.push_back(alone);
  for (const Key& key : keys) entries_.push_back({key.key, key.weight, term});
}

void TermSet::finish() {
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    return a.key != b.key ? a.key < b.key : a.term < b.term;
  });
}

double overlap(const TermSet& a, const TermSet& b) {
  thread_local std::vector<double> best_a;
  thread_local std::vector<double> best_b;
  best_a.assign(a.alone_.size(), 0);
  best_b.assign(b.alone_.size(), 0);
  auto x = a.entries_.begin();
  auto y = b.entries_.begin();
  while (x != a.entries_.end() && y != b.entries_.end()) {
    if (x->key < y->key) {
      ++x;
    } else if (y->key < x->key) {
      ++y;
    } else {
      const std::uint64_t key = x->key;
      for (; x != a.entries_.end() && x->key == key; ++x)
        best_a[x->term] = std::max(best_a[x->term], x->weight);
      for (; y != b.entries_.end() && y->key == key; ++y)
        best_b[y->term] = std::max(best_b[y->term], y->weight);
    }
  }
  const auto sums = [](const std::vector<double>& best, const std::vector<double>& alone) {
    double shared = 0;
    double all = 0;
    for (std::size_t i = 0; i < best.size(); ++i) {
      shared += best[i];
      all += best[i] > 0 ? best[i] : alone[i];
    }
    return std::pair(shared, all);
  };
  const auto [shared_a, all_a] = sums(best_a, a.alone_);
  const auto [shared_b, all_b] = sums(best_b, b.alone_);
  return shared_a > 0 ? std::sqrt(shared_a * shared_b / (all_a * all_b)) : 0;
}

PreparedSide prepare(const AlignSide& side, const TermWeight& weight, Bridge bridge) {
  const Scale scale{weight, bridge};
  PreparedSide out;
  std::map<std::pair<Field, std::uint32_t>, std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < side.claims.size(); ++i) {
    const Claim& claim = side.claims[i];
    out.claims.push_back(prepare_claim({claim, side.info.published}, scale));
    const auto [at, fresh] = numbers.try_emplace({claim.field, claim.sentence.begin},
                                                 static_cast<std::uint32_t>(out.sentences.size()));
    if (fresh) out.sentences.emplace_back();
    PreparedSentence& sentence = out.sentences[at->second];
    sentence.claims.push_back(i);
    out.claims.back().sentence = at->second;
    if (!fresh) continue;  // claims of one sentence have the same words and names
    add_words(sentence.terms, claim.context, scale);
    for (const EntityRef& name : claim.names) {
      add_name(sentence.terms, name, scale);
      add_name(sentence.names, name, scale);
    }
  }
  for (PreparedSentence& sentence : out.sentences) {
    sentence.terms.finish();
    sentence.names.finish();
  }
  return out;
}

FeatureValues pair_features(const AlignSide& a, const PreparedSide& pa, std::uint32_t i,
                            const AlignSide& b, const PreparedSide& pb, std::uint32_t j) {
  const PreparedClaim& x = pa.claims[i];
  const PreparedClaim& y = pb.claims[j];
  const Claim& c = a.claims[i];
  const Claim& d = b.claims[j];
  FeatureValues f{};
  const auto set = [&](Feature feature, double value) {
    f[static_cast<std::size_t>(feature)] = value;
  };
  // What belongs to one name needs no verb or words in common.
  const bool bound = share_bearer(c, d);
  const double subject = bound ? 1 : overlap(x.subject, y.subject);
  const double item = bound ? 1 : item_likeness(x, y);
  const double predicate = bound ? 1 : overlap(x.predicate, y.predicate);
  set(Feature::Item, item);
  set(Feature::ItemDiffers, flag(!x.item.empty() && !y.item.empty() && item == 0));
  set(Feature::PredicateDiffers,
      flag(!x.predicate.empty() && !y.predicate.empty() && predicate == 0));
  set(Feature::Subject, subject);
  set(Feature::SubjectDiffers, flag(!x.subject.empty() && !y.subject.empty() && subject == 0));
  set(Feature::Predicate, predicate);
  set(Feature::Near, bound ? 1 : overlap(x.near, y.near));
  set(Feature::Names, overlap(pa.sentences[x.sentence].names, pb.sentences[y.sentence].names));
  set(Feature::Unit, flag(same_unit(c, d)));
  set(Feature::Kind, flag(c.kind == d.kind));
  set(Feature::TimeDiffers, flag(!bound && time_differs(c, d)));
  set(Feature::Alone, flag(is_alone(a, pa, i) && is_alone(b, pb, j)));
  set(Feature::Size, size_likeness(c, d));
  set(Feature::Source, flag(x.primary_source != 0 && x.primary_source == y.primary_source));
  return f;
}

}  // namespace twosource
