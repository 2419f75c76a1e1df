#include "core/compare/claim_relation.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/hash.h"
#include "core/compare/same_bearer.h"
#include "core/text/token.h"

namespace twosource {
namespace {

bool is_date(const Claim& claim) {
  return claim.timex && (claim.dimension == Dimension::Date || claim.dimension == Dimension::Time);
}

bool has_amount(const Claim& claim) {
  return claim.has_value() && (claim.value.low || claim.value.high);
}

bool grows_by(Change change) {
  return change == Change::IncreaseBy || change == Change::DecreaseBy;
}

// "2018" against a number 2018: one language's date is another's bare figure.
bool year_equals(const Timex& date, const Quantity& value) {
  if (!value.low || value.low != value.high || date.value.size() != 4) return false;
  return value.low->to_string() == date.value;
}

// Parts of an unresolved TIMEX3 value: 'X' stands for what is not said.
ValueRelation relate_unresolved(std::string_view claim, std::string_view evidence) {
  if (claim == evidence) return {true, Relation::Corroborates, Rule::DateEqual};
  const std::size_t common = std::min(claim.size(), evidence.size());
  std::size_t known = 0;
  for (std::size_t i = 0; i < common; ++i) {
    const bool open = claim[i] == 'X' || evidence[i] == 'X';
    if (!open && claim[i] != evidence[i]) {
      const bool digits =
          claim[i] >= '0' && claim[i] <= '9' && evidence[i] >= '0' && evidence[i] <= '9';
      if (!digits) return {};
      return {true, Relation::Conflicts, Rule::DateDisjoint};
    }
    if (!open && claim[i] >= '0' && claim[i] <= '9') ++known;
  }
  if (known == 0) return {};
  if (evidence.size() > claim.size()) return {true, Relation::Corroborates, Rule::DateInside};
  if (evidence.size() < claim.size()) return {true, Relation::Compatible, Rule::DateWider};
  return {true, Relation::Corroborates, Rule::DateEqual};
}

// Ranks speak of the same list only in the same year.
bool same_year(const Claim& a, const Claim& b) {
  if (!a.when || !b.when) return true;
  constexpr std::chrono::days kYear{366};
  const bool years = a.when->to - a.when->from > std::chrono::days{300} ||
                     b.when->to - b.when->from > std::chrono::days{300};
  if (years) return a.when->overlaps(*b.when);
  return a.when->from - b.when->to < kYear && b.when->from - a.when->to < kYear;
}

ValueRelation relate_ranks(const Claim& claim, const Claim& evidence) {
  if (claim.value.low == evidence.value.low && claim.value.high == evidence.value.high)
    return {true, Relation::Corroborates, Rule::RankEqual};
  if (!same_year(claim, evidence)) return {};
  return {true, Relation::Conflicts, Rule::RankDiffers};
}

bool is_rank(const Claim& claim) {
  return claim.kind == ClaimKind::Rank || claim.dimension == Dimension::Ordinal;
}

// "Artikel 4": a name. Another number names another rule and contradicts nothing.
bool names_provision(const Claim& claim) {
  return claim.kind == ClaimKind::Quantity && claim.dimension == Dimension::Ordinal;
}

ValueRelation relate_provisions(const Claim& a, const Claim& b) {
  if (!names_provision(a) || !names_provision(b) || a.value.low != b.value.low) return {};
  return {true, Relation::Corroborates, Rule::ProvisionSame};
}

bool shares_entity(const std::vector<EntityRef>& a, const std::vector<EntityRef>& b,
                   std::string_view type) {
  return std::any_of(a.begin(), a.end(), [&](const EntityRef& x) {
    return (type.empty() || x.type == type) &&
           std::any_of(b.begin(), b.end(), [&](const EntityRef& y) { return x.id == y.id; });
  });
}

bool shares_concept(const Term& a, const Term& b) {
  return std::any_of(a.concepts.begin(), a.concepts.end(), [&](const std::string& x) {
    return std::find(b.concepts.begin(), b.concepts.end(), x) != b.concepts.end();
  });
}

ValueRelation relate_roles(const Claim& claim, const Claim& evidence) {
  if (!shares_entity(claim.subject, evidence.subject, "person")) return {};
  if (!shares_concept(claim.item, evidence.item) && claim.item.text != evidence.item.text)
    return {};
  return {true, Relation::Corroborates, Rule::RoleSame};
}

using WordHashes = std::vector<std::uint64_t>;

WordHashes words_in(std::string_view text) {
  WordHashes out;
  std::string folded;
  for (const Token& token : tokenize(text)) {
    if (!token.is(TokenKind::Word) && !token.is(TokenKind::Digits) &&
        !token.is(TokenKind::Ideograph))
      continue;
    fold_word(slice(text, token.span()), folded);
    out.push_back(stable_hash(folded));
  }
  std::sort(out.begin(), out.end());
  return out;
}

// The sorted words of a text, remembered: the quotations of one article are held against those of a
// hundred others. Good until the next call.
const WordHashes& words_of(const std::string& text) {
  constexpr std::size_t kMostKept = 2000;
  thread_local std::unordered_map<std::string, WordHashes> known;
  const auto at = known.find(text);
  if (at != known.end()) return at->second;
  if (known.size() > kMostKept) known.clear();
  return known.emplace(text, words_in(text)).first->second;
}

// How many members two sorted lists share.
template <typename List>
std::size_t shared_count(const List& a, const List& b) {
  std::size_t shared = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x < *y) {
      ++x;
    } else if (*y < *x) {
      ++y;
    } else {
      ++shared;
      ++x;
      ++y;
    }
  }
  return shared;
}

// Share of the smaller set of content words that the other has too.
double shared_context(const Claim& a, const Claim& b) {
  std::vector<std::string> x = a.context;
  std::vector<std::string> y = b.context;
  std::sort(x.begin(), x.end());
  std::sort(y.begin(), y.end());
  const std::size_t shorter = std::min(x.size(), y.size());
  return shorter == 0 ? 0 : static_cast<double>(shared_count(x, y)) / static_cast<double>(shorter);
}

// Word by word in one language; across languages by the concepts in them, and then only for the
// same speaker.
ValueRelation relate_quotes(const Claim& claim, const Claim& evidence) {
  constexpr double kSameWords = 0.9;
  constexpr double kChangedWords = 0.6;
  constexpr double kReworded = 0.3;
  const double overlap = quote_overlap(claim, evidence);
  if (overlap >= kSameWords) return {true, Relation::Corroborates, Rule::QuoteSame};
  if (overlap >= kChangedWords) return {true, Relation::Compatible, Rule::QuoteChanged};
  if (!shares_entity(claim.subject, evidence.subject, "")) return {};
  if (shared_context(claim, evidence) < kReworded) return {};
  return {true, Relation::Corroborates, Rule::QuoteReworded};
}

ValueRelation relate_events(const Claim& claim, const Claim& evidence) {
  if (!shares_concept(claim.predicate, evidence.predicate)) return {};
  // The same verb is not yet the same happening: somebody or some place must be named in both.
  if (!shares_entity(claim.names, evidence.names, "")) return {};
  if (!shares_entity(claim.subject, evidence.subject, "") &&
      !shares_concept(claim.item, evidence.item))
    return {};
  if (claim.when && evidence.when && !claim.when->overlaps(*evidence.when)) return {};
  const bool denied = claim.polarity != evidence.polarity;
  if (denied) return {true, Relation::Conflicts, Rule::EventDenied};
  return {true, Relation::Corroborates, Rule::EventSame};
}

bool is_unanimous(const Claim& claim) {
  return !has_amount(claim);
}
bool has_score(const Claim& claim) {
  return claim.dimension == Dimension::Score;
}

// Results of a vote come as both sides ("397 zu 0"), as the count in favour alone, or as
// "unanimous", which means that nobody was against.
ValueRelation relate_votes(const Claim& claim, const Claim& evidence) {
  constexpr ValueRelation kEqual{true, Relation::Corroborates, Rule::VoteEqual};
  constexpr ValueRelation kDiffers{true, Relation::Conflicts, Rule::VoteDiffers};
  if (is_unanimous(claim) && is_unanimous(evidence)) return kEqual;
  if (is_unanimous(claim) || is_unanimous(evidence)) {
    const Claim& counted = is_unanimous(claim) ? evidence : claim;
    if (!has_score(counted) || !counted.value.high) return {};
    if (!counted.value.high->is_zero()) return kDiffers;
    // "Unanimous" bears out the nought, but not the count beside it.
    return is_unanimous(claim) ? kEqual
                               : ValueRelation{true, Relation::Compatible, Rule::VoteEqual};
  }
  if (has_score(claim) == has_score(evidence))
    return relate_quantities(claim.value, claim.dimension, evidence.value, evidence.dimension);
  const Quantity& count = has_score(claim) ? evidence.value : claim.value;
  if (count.hedge != Hedge::Exact) return {};
  return claim.value.low == evidence.value.low ? kEqual : kDiffers;
}

// The runs of digits of a text, without what separates their groups: "150,000 cars" -> 150000.
std::vector<std::string> written_numbers(const std::string& text) {
  std::vector<std::string> out;
  bool open = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    const bool mark = text[i] == ',' || text[i] == '.';
    const bool digit_follows = i + 1 < text.size() && text[i + 1] >= '0' && text[i + 1] <= '9';
    if (digit && !open) out.emplace_back();
    if (digit) out.back() += text[i];
    open = digit || (open && mark && digit_follows);
  }
  return out;
}

// "Friday", "11 days later": what day that is depends on the reading, and a week is soon lost. A
// date that is written out holds its day or its year.
bool is_relative_date(const Claim& claim) {
  const std::string& value = claim.timex->value;
  for (const std::string& number : written_numbers(claim.text)) {
    const std::string padded = number.size() == 1 ? "0" + number : number;
    if (value.starts_with(number) && number.size() >= 4) return false;
    if (value.size() >= 10 && value.substr(8, 2) == padded) return false;
    if (value.size() >= 4 && number.size() == 2 && value.substr(2, 2) == number) return false;
  }
  return true;
}

// "29 March" of an assumed year: the day and month are all that was written, perhaps with a time.
bool same_but_for_assumed_year(const Timex& a, const Timex& b) {
  constexpr std::size_t kYearDigits = 4;
  if (!a.assumed && !b.assumed) return false;
  const std::string_view x = std::string_view(a.value).substr(0, a.value.find('T'));
  const std::string_view y = std::string_view(b.value).substr(0, b.value.find('T'));
  if (x.size() <= kYearDigits || x.size() != y.size()) return false;
  return x.substr(kYearDigits) == y.substr(kYearDigits);
}

// "32 years ago": a figure of its own, as a year is.
bool counts_years_back(const Claim& claim) {
  constexpr std::size_t kYearDigits = 4;
  return claim.timex->range && claim.timex->value.size() == kYearDigits &&
         !written_numbers(claim.text).empty();
}

// Two dates of which one was counted from the day of publication exclude each other only when the
// day of the week differs too.
ValueRelation relate_date_claims(const Claim& a, const Claim& b) {
  ValueRelation out = relate_dates(*a.timex, *b.timex);
  if (out.relation != Relation::Conflicts) return out;
  if (same_but_for_assumed_year(*a.timex, *b.timex))
    return {true, Relation::Corroborates, Rule::DateEqual};
  if (is_relative_date(a) && is_relative_date(b))
    return counts_years_back(a) && counts_years_back(b) ? out : ValueRelation{};
  if (!is_relative_date(a) && !is_relative_date(b)) return out;
  if (!a.timex->range || !b.timex->range) return {};
  if (a.timex->value.size() != b.timex->value.size()) return {};
  const auto gap = (a.timex->range->from - b.timex->range->from).count();
  return gap % 7 == 0 ? ValueRelation{} : out;
}

// Nothing but digits and marks before the unit: "150,000 cars", not "150 thousand cars".
bool same_words_of_scale(const Claim& a, const Claim& b) {
  const auto plain = [](const Claim& claim) {
    const auto last = claim.text.find_last_of("0123456789");
    const std::string digits = written_numbers(claim.text).front();
    const auto figure = claim.value.low ? claim.value.low->to_string() : std::string();
    // The figure holds no more digits than are written.
    return last != std::string::npos && figure.size() <= digits.size() + 1;
  };
  return plain(a) && plain(b);
}

bool is_same_figure(Rule rule) {
  return rule == Rule::QuantityEqual || rule == Rule::QuantityBound || rule == Rule::DurationEqual;
}

// "Vale, 26": a number by its form, an age by its place.
Dimension read_as(const Claim& claim) {
  return claim.kind == ClaimKind::Age ? Dimension::Age : claim.dimension;
}

// One language's grammar reads an age or an amount of money, the other's a span of years or a bare
// number.
bool of_one_kind(const Claim& a, const Claim& b) {
  const auto pair_is = [&](Dimension x, Dimension y) {
    return (read_as(a) == x && read_as(b) == y) || (read_as(a) == y && read_as(b) == x);
  };
  if (pair_is(Dimension::Age, Dimension::Duration)) return a.value.unit == b.value.unit;
  const bool a_counts = read_as(a) == Dimension::Number;
  const Claim& number = a_counts ? a : b;
  const Claim& other = a_counts ? b : a;
  if (!number.value.unit.empty() || !number.value.ratio.empty()) return false;
  if (pair_is(Dimension::Number, Dimension::Age)) return number.item.text.empty();
  const Decimal million(1'000'000);
  const auto large = [&](const Claim& claim) {
    return claim.value.low && *claim.value.low >= million;
  };
  return pair_is(Dimension::Number, Dimension::Money) && large(number) && large(other);
}

// The relation of two amounts as if both were read as the second is.
ValueRelation relate_kin(const Claim& claim, const Claim& evidence) {
  Quantity value = claim.value;
  value.unit = evidence.value.unit;
  value.base.reset();
  return relate_quantities(value, read_as(evidence), evidence.value, read_as(evidence));
}

// Amounts with the change they measure: a level never contradicts an increase. The same figure
// bears it out all the same where only one side says plainly which of the two it is; "by 5" and "to
// 5" are two things.
ValueRelation relate_amounts(const Claim& claim, const Claim& evidence) {
  const bool kin = claim.dimension != evidence.dimension && of_one_kind(claim, evidence);
  const ValueRelation values =
      kin ? relate_kin(claim, evidence)
          : relate_quantities(claim.value, claim.dimension, evidence.value, evidence.dimension);
  if (grows_by(claim.change) != grows_by(evidence.change)) {
    const bool one_is_plain = claim.change == Change::Level || evidence.change == Change::Level;
    return one_is_plain && is_same_figure(values.rule) ? values : ValueRelation{};
  }
  // One figure, of which one side's mark between the digits was read in another way.
  const auto digits = written_numbers(claim.text);
  if (values.rule == Rule::ScaleFactor1000 && digits.size() == 1 &&
      digits == written_numbers(evidence.text) && same_words_of_scale(claim, evidence))
    return {true, Relation::Corroborates, Rule::QuantityEqual};
  const bool both_by = grows_by(claim.change) && grows_by(evidence.change);
  if (values.comparable && both_by && claim.change != evidence.change)
    return {true, Relation::Conflicts, Rule::ChangeDirection};
  return values;
}

}  // namespace

double quote_overlap(const Claim& a, const Claim& b) {
  const WordHashes x = words_of(a.text);  // a copy: the next call may forget it
  const WordHashes& y = words_of(b.text);
  const std::size_t shorter = std::min(x.size(), y.size());
  return shorter == 0 ? 0 : static_cast<double>(shared_count(x, y)) / static_cast<double>(shorter);
}

ValueRelation relate_dates(const Timex& claim, const Timex& evidence) {
  if (claim.type == TimexType::Set || evidence.type == TimexType::Set ||
      claim.type == TimexType::Duration || evidence.type == TimexType::Duration) {
    if (claim.value == evidence.value) return {true, Relation::Corroborates, Rule::DateEqual};
    return {};
  }
  if (!claim.range || !evidence.range) return relate_unresolved(claim.value, evidence.value);
  if (*claim.range == *evidence.range) {
    // Two times of one day compare by the clock.
    const bool clocks = claim.type == TimexType::Time && evidence.type == TimexType::Time;
    if (clocks && claim.value != evidence.value)
      return relate_unresolved(claim.value, evidence.value);
    return {true, Relation::Corroborates, Rule::DateEqual};
  }
  if (claim.range->contains(*evidence.range))
    return {true, Relation::Corroborates, Rule::DateInside};
  if (evidence.range->contains(*claim.range)) return {true, Relation::Compatible, Rule::DateWider};
  if (claim.range->overlaps(*evidence.range)) return {true, Relation::Compatible, Rule::DateWider};
  return {true, Relation::Conflicts, Rule::DateDisjoint};
}

ValueRelation relate_claims(const DatedClaim& claim, const DatedClaim& evidence) {
  const Claim& a = claim.claim;
  const Claim& b = evidence.claim;
  if (a.kind == ClaimKind::Quote || b.kind == ClaimKind::Quote)
    return a.kind == b.kind ? relate_quotes(a, b) : ValueRelation{};
  if (a.kind == ClaimKind::Role || b.kind == ClaimKind::Role)
    return a.kind == b.kind ? relate_roles(a, b) : ValueRelation{};
  if (a.kind == ClaimKind::Event || b.kind == ClaimKind::Event)
    return a.kind == b.kind ? relate_events(a, b) : ValueRelation{};
  if (is_date(a) && is_date(b)) return relate_date_claims(a, b);
  if (is_date(a) != is_date(b)) {
    const bool same = is_date(a) ? year_equals(*a.timex, b.value) : year_equals(*b.timex, a.value);
    return same ? ValueRelation{true, Relation::Corroborates, Rule::DateEqual} : ValueRelation{};
  }
  if (a.kind == ClaimKind::Vote && b.kind == ClaimKind::Vote) return relate_votes(a, b);
  if (!has_amount(a) || !has_amount(b)) return {};
  if (is_address(a) || is_address(b)) return relate_addresses(a, b);
  if (a.value.low != b.value.low && bearers_differ(a, b)) return {};
  if (birthday_between(claim, evidence)) return {true, Relation::Compatible, Rule::QuantityWider};
  if (names_provision(a) || names_provision(b)) return relate_provisions(a, b);
  if (is_rank(a) && is_rank(b)) return relate_ranks(a, b);
  return relate_amounts(a, b);
}

}  // namespace twosource
