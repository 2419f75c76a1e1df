#include "core/claim/total.h"

#include <algorithm>
#include <optional>

namespace twosource {
namespace {

// Parts of one enumeration; more are a list of the dead with their stories.
constexpr std::size_t kMostParts = 8;

struct Part {
  std::uint32_t end = 0;
  Decimal count{1};
  bool counted = false;  // by a number or an article, not a bare noun
  bool named = false;    // a name alone
  Hedge hedge = Hedge::Exact;
};

// Reads one part: "two women", "a small child", "his wife Sara", "Sara Griego, 40", "himself".
class PartReader {
 public:
  PartReader(const FieldText& field, std::uint32_t end) : field_(field), end_(end) {}

  std::optional<Part> read(std::uint32_t i, bool bare) const {
    if (i >= end_) return std::nullopt;
    std::optional<Part> part = number(i);
    if (!part) part = person(i, bare);
    if (part) part->end = behind_name_and_age(part->end);
    return part;
  }

 private:
  const Mention* mention(std::uint32_t i) const {
    const std::int32_t m = i < end_ ? field_.mention_at(i) : -1;
    return m < 0 ? nullptr : &field_.mentions()[static_cast<std::size_t>(m)];
  }

  std::uint32_t end_of(const Mention& mention) const { return field_.tokens_of(mention.span).end; }

  // "17-year-old" between the figure or the article and the noun.
  std::uint32_t behind_age(std::uint32_t i) const {
    const Mention* age = mention(i);
    return age != nullptr && age->dimension == Dimension::Age ? end_of(*age) : i;
  }

  // "two women", "his two kids", "three of their children"
  std::optional<Part> number(std::uint32_t i) const {
    if (field_.marked(i, Mark::Determiner) && mention(i + 1) != nullptr) ++i;
    const Mention* count = mention(i);
    if (count == nullptr || count->dimension != Dimension::Number) return std::nullopt;
    const Quantity& value = count->value;
    if (!value.low || !value.low->is_integer() || value.low != value.high) return std::nullopt;
    std::uint32_t k = end_of(*count);
    while (k < end_ && field_.marked(k, Mark::Quantifier)) ++k;
    if (k < end_ && field_.marked(k, Mark::Of)) ++k;  // "three of their children"
    k = behind_age(k);
    const auto phrase = noun_phrase_at(field_, k, end_);
    if (!phrase || !field_.marked(phrase->head, Mark::Persons | Mark::Person)) return std::nullopt;
    return Part{phrase->tokens.end, *value.low, true, false, value.hedge};
  }

  std::optional<Part> person(std::uint32_t i, bool bare) const {
    if (field_.marked(i, Mark::Reflexive)) return Part{field_.phrase_end(i), Decimal(1), true};
    if (person_name(i) != nullptr) return Part{name_end(i), Decimal(1), true, true};
    const bool article = field_.marked(i, Mark::Determiner) && !field_.marked(i, Mark::Negation);
    std::uint32_t k = article ? i + 1 : i;
    const std::uint32_t adjective = behind_age(k);
    if (!article && !bare && adjective == k) return std::nullopt;
    const auto phrase = noun_phrase_at(field_, adjective, end_);
    if (phrase && one_person(phrase->core)) {
      return Part{phrase->tokens.end, Decimal(1), article};
    }
    // "a 17-year-old"
    if (article && adjective > k) return Part{adjective, Decimal(1), true};
    return std::nullopt;
  }

  bool one_person(TokenRange core) const {
    bool person = false;
    for (std::uint32_t i = core.first; i < core.end; ++i) {
      if (field_.marked(i, Mark::Persons)) return false;
      person = person || field_.marked(i, Mark::Person);
    }
    return person;
  }

  const FoundName* person_name(std::uint32_t i) const {
    const std::int32_t n = i < end_ ? field_.name_at(i) : -1;
    if (n < 0) return nullptr;
    const FoundName& name = field_.names()[static_cast<std::size_t>(n)];
    const bool person = name.mention.name && name.mention.name->type == "person";
    return person && name.form == NameForm::Name ? &name : nullptr;
  }

  std::uint32_t name_end(std::uint32_t i) const {
    const FoundName* name = person_name(i);
    return name == nullptr ? i : field_.tokens_of(name->mention.span).end;
  }

  // "his wife | Sara Griego, 40"
  std::uint32_t behind_name_and_age(std::uint32_t i) const {
    i = name_end(i);
    if (i + 1 >= end_ || field_.form(i) != ",") return i;
    const Mention* age = mention(i + 1);
    if (age == nullptr || !age->value.low || *age->value.low > Decimal(110)) return i;
    const std::uint32_t behind = end_of(*age);
    const bool alone = behind >= end_ || !field_.is_word(behind) ||
                       field_.marked(behind, Mark::Conjunction | Mark::Auxiliary);
    const bool bare = age->dimension == Dimension::Number && alone;
    return age->dimension == Dimension::Age || bare ? behind : i;
  }

  const FieldText& field_;
  std::uint32_t end_;
};

class Totals {
 public:
  explicit Totals(const SentenceReading& reading)
      : reading_(reading), field_(*reading.field), end_(reading.clauses.tokens.end) {}

  std::vector<Total> run() {
    for (std::uint32_t i = reading_.clauses.tokens.first; i < end_; ++i) {
      std::vector<Part> parts = enumeration(i);
      if (parts.size() < 2) continue;
      add({i, parts.back().end}, parts);
      i = parts.back().end - 1;
    }
    return std::move(out_);
  }

 private:
  std::vector<Part> enumeration(std::uint32_t first) const {
    // Headlines leave out articles, also in what they say again below: "killed wife, 4 kids".
    const bool headline = field_.field() == Field::Title ||
                          (first > reading_.clauses.tokens.first && is_toll(first - 1, kToll));
    if (field_.marked(first, Mark::Reflexive) && !headline) return {};
    const PartReader reader(field_, end_);
    std::vector<Part> parts;
    if (first > reading_.clauses.tokens.first && !may_open(first - 1)) return parts;
    std::uint32_t i = first;
    while (parts.size() < kMostParts) {
      const bool bare = headline || (!parts.empty() && parts.front().counted);
      std::optional<Part> part = reader.read(i, bare);
      if (!part) break;
      // "his daughter, Kayla": one and the same.
      const bool comma = !parts.empty() && i == parts.back().end + 1 && field_.form(i - 1) == ",";
      if (part->named && comma && !parts.back().named) return {};
      parts.push_back(*part);
      i = joined(part->end);
      if (i == part->end) break;
    }
    return parts;
  }

  // An enumeration behind "including" or a dash tells the parts of a figure that is given.
  bool may_open(std::uint32_t before) const {
    if (field_.marked(before, Mark::Among | Mark::Determiner)) return false;
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

  void add(TokenRange range, const std::vector<Part>& parts) {
    if (is_apposition(range, parts)) return;
    Total total;
    total.verb = outcome(range);
    if (total.verb < 0) return;
    Decimal sum;
    for (const Part& part : parts) {
      const auto added = sum.plus(part.count);
      if (!added) return;
      sum = *added;
      if (part.hedge != Hedge::Exact) total.value.hedge = part.hedge;
    }
    const bool counted =
        std::any_of(parts.begin(), parts.end(), [](const Part& part) { return part.counted; });
    if (!counted && field_.field() != Field::Title) return;
    total.tokens = range;
    total.value.low = total.value.high = sum;
    total.item.tokens = range;
    total.item.head = range.end - 1;
    out_.push_back(std::move(total));
  }

  // "five people, two men and three women, were killed": the rest only tells who they were.
  bool is_apposition(TokenRange range, const std::vector<Part>& parts) const {
    Decimal rest;
    for (std::size_t i = 1; i < parts.size(); ++i) {
      const auto added = rest.plus(parts[i].count);
      if (!added) return true;
      rest = *added;
    }
    if (parts.size() > 2 && rest == parts.front().count) return true;
    const bool comma_before =
        range.first > reading_.clauses.tokens.first && field_.form(range.first - 1) == ",";
    const bool comma_behind = range.end < end_ && field_.form(range.end) == ",";
    return comma_before && comma_behind;
  }

  // The token of the verb (or state) that tells what happened to the people of the range; -1 when
  // it happened to somebody else or the enumeration goes on.
  std::int32_t outcome(TokenRange range) const {
    const std::int32_t before = verb_before(range);
    if (before >= 0) return goes_on(range.end) ? -1 : before;
    return verb_behind(range);
  }

  bool goes_on(std::uint32_t i) const {
    if (i >= end_) return false;
    if (field_.marked(i, Mark::Conjunction)) return !opens_clause(i + 1);
    return field_.form(i) == "," && i + 1 < end_ &&
           (field_.marked(i + 1, Mark::Determiner) || field_.mention_at(i + 1) >= 0);
  }

  // "and wounded three others", "and was arrested"
  bool opens_clause(std::uint32_t i) const {
    return i < end_ && (field_.verb_forms(i) != 0 || field_.marked(i, Mark::Adverb));
  }

  // "killed | a man and two women", "the deaths of | a man and two women"
  std::int32_t verb_before(TokenRange range) const {
    const std::uint32_t first = reading_.clauses.tokens.first;
    if (range.first == first) return -1;
    std::uint32_t i = range.first - 1;
    while (i > first && field_.marked(i, Mark::Adverb | Mark::Passive) && !is_toll(i, kToll)) --i;
    const bool of = field_.marked(i, Mark::Of | Mark::Preposition);
    if (of && i > first && field_.marked(i - 1, Mark::Result) && field_.sense(i - 1).noun >= 0) {
      return static_cast<std::int32_t>(i - 1);
    }
    const std::uint32_t verb = of && i > first ? i - 1 : i;
    if (is_toll(verb, kToll)) return static_cast<std::int32_t>(verb);  // "the killing of ..."
    // "starben | ein Mann und zwei Frauen"
    if (field_.data().verbs_last && is_toll(i, kFate)) return static_cast<std::int32_t>(i);
    // "left | a man and two women | dead"
    const bool left = field_.marked(i, Mark::Causes) && field_.verb(i) != nullptr;
    if (left && range.end < end_ && field_.marked(range.end, Mark::State)) {
      return static_cast<std::int32_t>(i);
    }
    // "wurden | ein Mann und zwei Kinder | getoetet"
    const Clause* clause = reading_.clause_of(range.first);
    const bool at_end = field_.data().verbs_last && clause != nullptr && clause->verb >= 0 &&
                        static_cast<std::uint32_t>(clause->verb) >= range.end;
    if (at_end && !of && happens_to_subject(*clause)) return clause->verb;
    return -1;
  }

  bool happens_to_subject(const Clause& clause) const {
    if (clause.is(kFate)) return true;
    if (!clause.is(kToll)) return false;
    for (const TokenRange piece : clause.pieces) {
      for (std::uint32_t i = piece.first; i < piece.end; ++i) {
        if (field_.marked(i, Mark::Passive)) return true;
      }
    }
    return false;
  }

  bool is_toll(std::uint32_t i, std::uint16_t classes) const {
    return field_.verb_forms(i) != 0 && field_.verb_is(i, classes);
  }

  // "a man and two women | were killed | in ...", "| died", "| dead"; but not "| killed him".
  std::int32_t verb_behind(TokenRange range) const {
    std::uint32_t i = range.end;
    const std::uint32_t limit = std::min(end_, i + 6);
    bool passive = false;
    if (range.first > reading_.clauses.tokens.first &&
        field_.marked(range.first - 1, Mark::Preposition | Mark::Of)) {
      return -1;
    }
    while (i < limit && field_.marked(i, Mark::Auxiliary | Mark::Adverb | Mark::Stop) &&
           field_.sense(i).noun < 0) {
      passive = passive || field_.marked(i, Mark::Passive);
      ++i;
    }
    if (i < limit && field_.marked(i, Mark::State)) return static_cast<std::int32_t>(i);
    if (i < limit && is_toll(i, kFate)) return static_cast<std::int32_t>(i);
    if (i < limit && is_toll(i, kToll) && (passive || !has_object(i + 1))) {
      return static_cast<std::int32_t>(i);
    }
    if (i < limit && brings_about(i, range.end)) return static_cast<std::int32_t>(i);
    const Clause* clause = reading_.clause_of(range.first);
    const bool at_end = field_.data().verbs_last && clause != nullptr && clause->verb >= 0 &&
                        static_cast<std::uint32_t>(clause->verb) >= range.end;
    return at_end && !goes_on(range.end) && happens_to_subject(*clause) ? clause->verb : -1;
  }

  // "were found | dead", "were shot to death", "were fatally shot"
  bool brings_about(std::uint32_t verb, std::uint32_t from) const {
    if (!field_.marked(verb, Mark::Causes) || field_.verb(verb) == nullptr) return false;
    const auto result = [&](std::uint32_t i) {
      return i < end_ && field_.marked(i, Mark::Result) && field_.sense(i).noun >= 0;
    };
    return result(verb + 1) || (verb > from && result(verb - 1));
  }

  bool has_object(std::uint32_t i) const {
    if (i >= end_ || !field_.is_word(i)) return i < end_ && field_.mention_at(i) >= 0;
    return !field_.marked(
               i, Mark::Preposition | Mark::Conjunction | Mark::Adverb | Mark::Subordinator) ||
           field_.marked(i, Mark::Determiner);
  }

  const SentenceReading& reading_;
  const FieldText& field_;
  std::uint32_t end_;
  std::vector<Total> out_;
};

}  // namespace

std::vector<Total> totals_of(const SentenceReading& reading) {
  return Totals(reading).run();
}

}  // namespace twosource
