#include "core/claim/total.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/claim/outcome.h"
#include "core/claim/person_part.h"

namespace twosource {
namespace {

// Parts of one enumeration; more are a list of the dead with their stories.
constexpr std::size_t kMostParts = 8;

using Parts = std::vector<PersonPart>;

class Totals {
 public:
  explicit Totals(const SentenceReading& reading)
      : reading_(reading),
        field_(*reading.field),
        first_(reading.clauses.tokens.first),
        end_(reading.clauses.tokens.end),
        people_(reading.marks.any(Mark::Person | Mark::Persons | Mark::Couple)) {}

  std::vector<Total> run() {
    for (std::uint32_t i = first_; i < end_; ++i) {
      if (!may_begin(i)) continue;
      Parts parts = enumeration(i);
      if (parts.empty()) parts = bare_count(i);
      if (parts.empty()) continue;
      const TokenRange range{i, parts.back().end};
      const std::size_t before = out_.size();
      if (parts.size() > 1 || parts.front().couple) add(range, parts, range);
      add_with_suicide(range, parts);
      if (out_.size() > before) i = range.end - 1;
    }
    return std::move(out_);
  }

 private:
  // The cheap question first: most tokens begin nothing. Without a word for people only names,
  // figures, ages and reflexives count.
  bool may_begin(std::uint32_t i) const {
    if (field_.mention_at(i) >= 0 || field_.name_at(i) >= 0) return true;
    if (field_.marked(i, Mark::Reflexive)) return true;
    const bool article = field_.marked(i, Mark::Determiner);
    if (!people_) return article && i + 1 < end_ && field_.mention_at(i + 1) >= 0;
    return article || field_.marked(i, Mark::Person) || field_.field() == Field::Title ||
           behind_toll(i);
  }

  Parts enumeration(std::uint32_t first) const {
    // Headlines leave out articles, also in what they say again below: "killed wife, 4 kids".
    const bool headline = field_.field() == Field::Title || behind_toll(first);
    if (field_.marked(first, Mark::Reflexive) && !headline) return {};
    if (first > first_ && !may_open(first - 1)) return {};
    const bool pair = !headline && is_bare_pair(first);
    Parts parts;
    std::uint32_t i = first;
    while (parts.size() < kMostParts) {
      const bool bare = headline || pair || (!parts.empty() && parts.front().counted);
      std::optional<PersonPart> part = person_part_at(field_, i, end_, bare);
      if (!part) break;
      // "his daughter, Kayla": one and the same.
      const bool comma = !parts.empty() && i == parts.back().end + 1 && field_.form(i - 1) == ",";
      if (!part->name.empty() && comma && parts.back().name.empty()) return {};
      part->counted = part->counted || pair;
      parts.push_back(*part);
      i = joined(part->end);
      if (i == part->end) break;
    }
    return parts;
  }

  // "killing | 3 | before turning the gun on himself": a figure alone behind the verb.
  Parts bare_count(std::uint32_t i) const {
    const std::int32_t m = field_.mention_at(i);
    if (m < 0 || !behind_toll(i)) return {};
    const Mention& mention = field_.mentions()[static_cast<std::size_t>(m)];
    const Quantity& value = mention.value;
    const TokenRange tokens = field_.tokens_of(mention.span);
    const bool count = mention.dimension == Dimension::Number && tokens.first == i && value.low &&
                       value.low->is_integer() && value.low == value.high;
    const bool alone = tokens.end >= end_ || !field_.is_word(tokens.end) ||
                       field_.marked(tokens.end, Mark::Conjunction | Mark::Subordinator |
                                                     Mark::Adverb | Mark::Quantifier);
    if (!count || !alone) return {};
    return {PersonPart{tokens.end, *value.low, true, false, {}, value.hedge}};
  }

  bool behind_toll(std::uint32_t i) const {
    return i > first_ && field_.verb_forms(i - 1) != 0 && field_.verb_is(i - 1, kToll);
  }

  // "mother and daughter were found dead": two nouns that need no article.
  bool is_bare_pair(std::uint32_t i) const {
    if (field_.marked(i, Mark::Determiner) || !field_.marked(i, Mark::Person)) return false;
    const auto one = person_part_at(field_, i, end_, true);
    if (!one || one->counted) return false;
    if (one->end + 1 >= end_ || !field_.marked(one->end, Mark::Conjunction)) return false;
    const auto two = person_part_at(field_, one->end + 1, end_, true);
    return two && !two->counted && field_.marked(one->end + 1, Mark::Person);
  }

  // An enumeration behind "including" or a dash tells the parts of a figure that is given.
  bool may_open(std::uint32_t before) const {
    const bool open = field_.marked(before, Mark::Complement);
    if (field_.marked(before, Mark::Among) || (field_.marked(before, Mark::Determiner) && !open)) {
      return false;
    }
    const std::string_view form = field_.form(before);
    return field_.is_word(before) || form == "," || form == ";" || form == "\"";
  }

  // The place behind what joins two parts: ", and", ", then killed", "sowie"; `i` when nothing
  // does.
  std::uint32_t joined(std::uint32_t i) const {
    std::uint32_t k = i;
    if (k < end_ && (field_.form(k) == "," || field_.form(k) == "&")) ++k;
    while (k < end_ && k < i + 4 &&
           field_.marked(k, Mark::Conjunction | Mark::Adverb | Mark::Subordinator)) {
      ++k;
    }
    if (k == i) return i;
    // "killed three, then killed himself", "before killing herself"
    const bool again =
        k + 1 < end_ && field_.verb_is(k, kToll) && field_.marked(k + 1, Mark::Reflexive);
    return again ? k + 1 : k;
  }

  // "killed his wife Sunday | before turning the gun on himself": who did it died too. Nothing may
  // stand between that happens to somebody else, or makes somebody else its subject.
  void add_with_suicide(TokenRange range, Parts parts) {
    constexpr std::uint32_t kReach = 14;  // tokens
    if (field_.marked(range.end - 1, Mark::Reflexive)) return;
    const Outcome outcome = outcome_of(reading_, range);
    if (!outcome.active || !outcome.deadly) return;
    const std::uint32_t limit = std::min(end_, range.end + kReach);
    for (std::uint32_t i = range.end; i < limit; ++i) {
      if (field_.marked(i, Mark::Suicide)) {
        constexpr Marks kLeadsOn =
            Mark::Conjunction | Mark::Subordinator | Mark::Adverb | Mark::Pronoun;
        if (!field_.marked(i - 1, kLeadsOn) && field_.form(i - 1) != ",") return;
        const std::uint32_t end = std::min(field_.phrase_end(i), end_);
        parts.push_back(PersonPart{end, Decimal(1), true, false, {}, Hedge::Exact});
        add({range.first, end}, parts, range);
        return;
      }
      const bool other = field_.verb_forms(i) != 0 && field_.verb_is(i, kToll | kFate);
      if (other || field_.marked(i, Mark::Negation | Mark::Person | Mark::Persons)) return;
    }
  }

  // `victims` is where the verb finds them.
  void add(TokenRange range, const Parts& parts, TokenRange victims) {
    if (is_apposition(range, parts)) return;
    Total total;
    total.verb = outcome_of(reading_, victims).verb;
    if (total.verb < 0) return;
    Decimal sum;
    for (const PersonPart& part : parts) {
      const auto added = sum.plus(part.count);
      if (!added) return;
      sum = *added;
      if (part.hedge != Hedge::Exact) total.value.hedge = part.hedge;
    }
    if (!counts(range, parts)) return;
    total.tokens = range;
    total.value.low = total.value.high = sum;
    total.item.tokens = range;
    total.item.head = range.end - 1;
    out_.push_back(std::move(total));
  }

  // A list of bare nouns counts in headlines only; one of names only where it is whole.
  bool counts(TokenRange range, const Parts& parts) const {
    bool counted = false;
    bool names = true;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      counted = counted || parts[i].counted;
      names = names && !parts[i].name.empty();
      for (std::size_t k = 0; k < i && names; ++k) {
        if (parts[k].name == parts[i].name) return false;
      }
    }
    if (!counted && field_.field() != Field::Title) return false;
    if (!names || range.first == first_) return true;
    const std::uint32_t before = range.first - 1;
    return field_.is_word(before) && !field_.marked(before, Mark::Conjunction) &&
           (!field_.token(before).has(Token::kCapitalised) || field_.opens_sentence(before)) &&
           !enumeration_goes_on(reading_, range.end);
  }

  // "five people, two men and three women, were killed": the rest only tells who they were.
  bool is_apposition(TokenRange range, const Parts& parts) const {
    Decimal rest;
    for (std::size_t i = 1; i < parts.size(); ++i) {
      const auto added = rest.plus(parts[i].count);
      if (!added) return true;
      rest = *added;
    }
    if (parts.size() > 2 && rest == parts.front().count) return true;
    const bool comma_before = range.first > first_ && field_.form(range.first - 1) == ",";
    const bool comma_behind = range.end < end_ && field_.form(range.end) == ",";
    return comma_before && comma_behind;
  }

  const SentenceReading& reading_;
  const FieldText& field_;
  std::uint32_t first_;
  std::uint32_t end_;
  bool people_;  // some word stands for people
  std::vector<Total> out_;
};

}  // namespace

std::vector<Total> totals_of(const SentenceReading& reading) {
  return Totals(reading).run();
}

}  // namespace twosource
