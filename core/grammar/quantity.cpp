// Amounts in four steps: single amounts around every numeral; pairs of them that are one thing
// (ranges, compound amounts, scores, shares); ages and ranks, which change the dimension; hedges.
// Numerals that mean no amount (names, identifiers, labels, pronouns) fall away on the road.
#include "core/grammar/quantity.h"

#include <algorithm>

#include "core/grammar/amount.h"
#include "core/grammar/hedge.h"
#include "core/grammar/identifier.h"
#include "core/grammar/phrase_match.h"

namespace twosource {
namespace {

constexpr std::int64_t kOldestAge = 125;
constexpr std::size_t kScoreReach = 12;  // tokens looked at around two numbers for words of a match

class Finder {
 public:
  Finder(const FoldedText& text, const std::vector<Numeral>& numerals,
         const std::vector<ByteSpan>& blocked, const LanguagePack& pack)
      : text_(text),
        numerals_(numerals),
        blocked_(blocked),
        pack_(pack),
        numbers_(or_neutral(pack.numbers)),
        units_(or_neutral(pack.units)),
        money_(or_neutral(pack.money)),
        reader_(text, numerals, pack) {}

  std::vector<Mention> run();

 private:
  struct Group {
    Amount first;
    Amount last;           // the same as first for a single amount
    std::size_t next = 0;  // numeral to go on with
    bool range = false;
    Quantity value;
    std::string timex;
    bool score = false;
    bool fraction_added = false;
  };

  void mark_unusable();
  bool usable(std::size_t i) const { return i < numerals_.size() && !unusable_[i]; }
  bool glued_to_letters(const Amount& amount) const;
  bool is_label(const Amount& amount) const;
  bool is_name_part(const Amount& amount) const;
  bool counts_as_one(const Amount& amount) const;
  bool drops(const Amount& amount) const;

  bool read_score(std::size_t i, Group& group) const;
  bool score_words_near(std::size_t first, std::size_t end, bool behind = true) const;
  bool read_share(std::size_t i, Group& group) const;
  bool read_range(Group& group) const;
  bool connect(const Amount& left, std::size_t& right, bool& sure, bool& alternative) const;
  bool read_joined_fraction(Group& group) const;
  bool read_compound(Group& group) const;
  std::int64_t implied_parts(const UnitFacts& unit, bool joined, Amount& part) const;
  bool add_fraction(Group& group) const;
  bool add_part(Group& group, const Amount& part, std::int64_t below) const;
  void set_value(Group& group) const;
  void set_unit(const Amount& amount, Quantity& value) const;
  bool read_age(Group& group, Mention& mention) const;
  bool is_apposition(const Amount& amount) const;
  bool read_rank(const Amount& amount, Mention& mention) const;
  void set_timex(const Group& group, Mention& mention) const;
  void set_smaller_base(const Group& group, Quantity& value) const;
  void inherit_hedge(std::size_t first, std::size_t end, Mention& mention) const;
  void emit(Group& group);

  const FoldedText& text_;
  const std::vector<Numeral>& numerals_;
  const std::vector<ByteSpan>& blocked_;
  const LanguagePack& pack_;
  const NumbersData& numbers_;
  const UnitsData& units_;
  const MoneyData& money_;
  AmountReader reader_;
  std::vector<bool> unusable_;
  std::vector<Mention> out_;
  std::uint32_t done_token_ = 0;  // tokens before it belong to a mention already
};

void Finder::mark_unusable() {
  unusable_ = find_identifiers(text_, numerals_, pack_);
  std::size_t b = 0;
  for (std::size_t i = 0; i < numerals_.size(); ++i) {
    while (b < blocked_.size() && blocked_[b].end <= numerals_[i].span.begin) ++b;
    for (std::size_t k = b; k < blocked_.size() && blocked_[k].begin < numerals_[i].span.end; ++k)
      unusable_[i] = unusable_[i] || blocked_[k].overlaps(numerals_[i].span);
  }
}

// "5G", "A320", "747s": letters touch the number that are neither unit nor currency.
bool Finder::glued_to_letters(const Amount& amount) const {
  const Numeral& numeral = numerals_[amount.numeral];
  if (text_.touches_before(amount.first_token) &&
      text_.is(amount.first_token - 1, TokenKind::Word) && !numeral.all_words)
    return true;
  return numeral.rest.empty() && text_.touches_before(amount.end_token) &&
         text_.is(amount.end_token, TokenKind::Word) && !numeral.all_words;
}

// "Kapitel 5", "Model 3", "Fortune 100": the number names a thing.
bool Finder::is_label(const Amount& amount) const {
  const Numeral& numeral = numerals_[amount.numeral];
  if (amount.has_unit() || numeral.ordinal || amount.first_token == 0) return false;
  const std::size_t before = amount.first_token - 1;
  if (text_.token(amount.first_token).has(Token::kParagraphBefore)) return false;
  const auto label = match_phrase_before(text_, numbers_.label_words, before);
  const bool capital = text_.token(before).has(Token::kCapitalised);
  if (label && (label->payload == 0 || capital)) return true;
  if (!numbers_.capitalised_labels || numeral.in_words || !numeral.plain_digits) return false;
  // A capitalised word inside the sentence, and no noun behind: "the Dreamliner 787.".
  const std::size_t sentence = text_.source().sentence_at(text_.token(before).begin);
  const auto& sentences = text_.source().sentences;
  const bool starts = sentence < sentences.size() && sentences[sentence].first_token == before;
  const std::size_t next = amount.end_token;
  // "ASX 200", "S P 500": initials.
  const bool initials = text_.token(before).has(Token::kAllCaps) ||
                        (capital && text_.bytes(before).size() == 1 && before > 0 && !starts &&
                         text_.token(before - 1).has(Token::kCapitalised));
  if (initials && !text_.touches_before(amount.first_token) && !text_.is(next, "%")) return true;
  const bool noun_follows =
      text_.is(next, TokenKind::Word) && !text_.token(next).has(Token::kCapitalised);
  return capital && !starts && !noun_follows && !text_.is(next, ",") && !text_.is(next, "-");
}

// "said First Boston": an ordinal with a capital inside a sentence, before another capital.
bool Finder::is_name_part(const Amount& amount) const {
  const Numeral& numeral = numerals_[amount.numeral];
  const std::size_t first = amount.first_token;
  if (!numbers_.capitalised_labels || !numeral.ordinal || !numeral.all_words || first == 0)
    return false;
  const auto capital = [&](std::size_t i) {
    return text_.is(i, TokenKind::Word) && text_.token(i).has(Token::kCapitalised);
  };
  return capital(first) && capital(amount.end_token) && text_.is(first - 1, TokenKind::Word) &&
         !capital(first - 1);
}

bool Finder::counts_as_one(const Amount& amount) const {
  const std::size_t first = amount.first_token;
  const std::size_t next = amount.end_token;
  if (amount.low.is_negative() || amount.has_unit()) return true;
  if (first > 0 && match_phrase_before(text_, numbers_.pronoun_before, first - 1)) return false;
  if (next >= text_.size()) return first == 0;
  if (!text_.is(next, TokenKind::Word)) return false;
  return !match_phrase(text_, numbers_.not_counted, next);
}

bool Finder::drops(const Amount& amount) const {
  const Numeral& numeral = numerals_[amount.numeral];
  if (glued_to_letters(amount) || is_label(amount)) return true;
  // "1:36.6", "11:30": clock times that nobody has read, and results of races.
  const auto colon = [&](std::size_t mark) {
    return text_.is(mark, ":") && text_.touches_before(mark) && text_.touches_before(mark + 1);
  };
  if (numeral.plain_digits &&
      (colon(numeral.end_token) && text_.is(numeral.end_token + 1, TokenKind::Digits)))
    return true;
  if (!numeral.all_words && amount.first_token > 1 && colon(amount.first_token - 1) &&
      text_.is(amount.first_token - 2, TokenKind::Digits))
    return true;
  // "(1)": a note or a shirt.
  if (numeral.plain_digits && numeral.written_digits == 1 && !amount.has_unit() &&
      amount.first_token > 0 && text_.is(amount.first_token - 1, "(") &&
      text_.is(amount.end_token, ")"))
    return true;
  if (is_name_part(amount)) return true;
  if (numeral.article && !amount.has_unit()) return true;
  if (numeral.article) {
    // "5 dollars a year" is read with the dollars; "a second" may be an ordinal.
    if (amount.unit != nullptr && amount.unit->id == "second") return true;
    if (amount.unit != nullptr && amount.unit->kind == "digital") return true;  // "a bit"
  }
  if (numeral.pronoun_like && !counts_as_one(amount)) return true;
  // "half-staff", "half-brother"
  if (numeral.fraction && numeral.all_words && !amount.has_unit() &&
      text_.is(amount.end_token, "-") && text_.touches_before(amount.end_token))
    return true;
  const bool padded = numeral.plain_digits && numeral.written_digits > 1 &&
                      text_.form(numeral.first_token)[0] == '0';
  return padded && !amount.has_unit();
}

bool Finder::score_words_near(std::size_t first, std::size_t end, bool behind) const {
  const std::size_t from = first > kScoreReach ? first - kScoreReach : 0;
  const std::size_t to = std::min(text_.size(), end + kScoreReach);
  for (std::size_t i = from; i < to; ++i) {
    // What stands right behind is what is counted: "10 to 15 goals".
    if (i == first) i = behind ? end : end + 1;
    if (i < to && text_.is(i, TokenKind::Word) && match_phrase(text_, numbers_.score_words, i))
      return true;
  }
  return false;
}

// "61:72", "397 zu 0", "3-2".
bool Finder::read_score(std::size_t i, Group& group) const {
  if (!usable(i + 1)) return false;
  const Numeral& a = numerals_[i];
  const Numeral& b = numerals_[i + 1];
  const std::size_t mark = a.end_token;
  const auto whole = [](const Numeral& n) {
    return !n.ordinal && !n.fraction && !n.article && n.rest.empty() &&
           n.value.low == n.value.high && n.value.low && n.value.low->is_integer() &&
           !n.value.low->is_negative();
  };
  if (!whole(a) || !whole(b) || mark >= text_.size()) return false;
  const Decimal left = *a.value.low;
  const Decimal right = *b.value.low;
  const bool tight = b.first_token == mark + 1 && text_.touches_before(mark) &&
                     text_.touches_before(mark + 1) && a.plain_digits && b.plain_digits;
  bool found = false;
  if (tight && text_.is(mark, ":")) {
    // "11:30" is a time of day unless the words around speak of a match.
    const bool clock = b.written_digits == 2 && left < Decimal(25) && right < Decimal(60);
    found = !clock || score_words_near(a.first_token, b.end_token);
  } else if (tight && text_.is(mark, "-")) {
    const bool small = left < Decimal(1000) && right < Decimal(1000);
    found = small &&
            (!(left < right) || left.is_zero() || score_words_near(a.first_token, b.end_token));
  } else if (const auto infix = match_phrase(text_, numbers_.score_infix, mark)) {
    if (infix->end_token != b.first_token) return false;
    const bool from =
        a.first_token > 0 && match_phrase_before(text_, numbers_.range_from, a.first_token - 1);
    const bool range_too = match_phrase(text_, numbers_.range_infix, mark).has_value();
    found = !from && (!range_too || right < left ||
                      (left < Decimal(20) && right < Decimal(20) &&
                       score_words_near(a.first_token, b.end_token, false)));
  }
  if (!found) return false;
  const Amount second = reader_.read(i + 1);
  if (second.has_unit() || reader_.read(i).has_unit() || glued_to_letters(second)) return false;
  group.first = reader_.read(i);
  group.last = second;
  group.score = true;
  group.next = i + 2;
  group.value.low = left;
  group.value.high = right;
  group.value.digits = 0;
  return true;
}

// "neun von zehn", "two in five", "jeder Fünfte".
bool Finder::read_share(std::size_t i, Group& group) const {
  const Numeral& a = numerals_[i];
  const auto whole = [](const Numeral& n) {
    return n.value.low ? n.value.low->to_int() : std::nullopt;
  };
  std::int64_t numerator = 1;
  std::int64_t denominator = 0;
  if (a.ordinal && a.all_words && a.rest.empty() && a.first_token > 0 &&
      match_phrase_before(text_, numbers_.every, a.first_token - 1)) {
    denominator = whole(a).value_or(0);
    if (denominator < 2) return false;
    group.first = reader_.read(i);
    group.first.dimension = Dimension::Number;
    group.first.first_token = a.first_token - 1;
    group.first.span.begin = text_.token(a.first_token - 1).begin;
    group.last = group.first;
    group.next = i + 1;
  } else {
    if (!usable(i + 1) || a.ordinal || (a.article && !numbers_.articles_count) || a.fraction)
      return false;
    const Numeral& b = numerals_[i + 1];
    auto link = match_phrase(text_, numbers_.shares, a.end_token);
    if (!link && numbers_.shares_around_noun && a.all_words && b.all_words && a.rest.empty() &&
        text_.is(a.end_token, TokenKind::Word))
      link = match_phrase(text_, numbers_.shares, a.end_token + 1);
    if (!link && whole(a) == 1) link = match_phrase(text_, numbers_.over, a.end_token);
    if (!link || link->end_token != b.first_token || b.ordinal || b.fraction || b.article)
      return false;
    numerator = whole(a).value_or(0);
    denominator = whole(b).value_or(0);
    if (numerator < 1 || denominator <= numerator) return false;
    const bool two_words = link->end_token - link->first_token > 1;
    std::int64_t power = 10;
    while (power < denominator) power *= 10;
    if (!two_words && denominator > 10 && power != denominator && !b.all_words) return false;
    const Amount last = reader_.read(i + 1);
    if (last.has_unit() || reader_.read(i).has_unit() || glued_to_letters(last)) return false;
    group.first = reader_.read(i);
    group.last = last;
    group.next = i + 2;
  }
  const auto share = Decimal(numerator).divided_by(Decimal(denominator));
  if (!share) return false;
  group.value.low = share->value;
  group.value.high = share->value;
  group.value.ratio = std::to_string(numerator) + '/' + std::to_string(denominator);
  group.range = true;
  return true;
}

// The numeral that the words behind `left` connect it with; `sure` when they can only mean a range.
bool Finder::connect(const Amount& left, std::size_t& right, bool& sure, bool& alternative) const {
  right = left.numeral + 1;
  if (!usable(right)) return false;
  const std::size_t start = numerals_[right].first_token;
  std::size_t at = left.end_token;
  if (at >= text_.size() || at > start) return false;
  const auto reaches = [&](std::size_t end) {
    if (end == start) return true;
    if (end > start || start - end > 4) return false;
    return reader_.read(right, static_cast<std::uint32_t>(at)).first_token == end;
  };
  // Hedge words before "zwischen" and "from" are found later; only the first word matters here.
  std::size_t before = left.first_token;
  if (before > 0) {
    if (const auto between = match_phrase_before(text_, numbers_.range_between, before - 1)) {
      const std::string& joiner = numbers_.range_between_joiners[between->payload];
      sure = true;
      if (text_.is(at, joiner)) {
        // "zwischen 2,0 l und ungefähr 7,0 l"
        if (reaches(at + 1)) return true;
        const HedgesData& hedges = or_neutral(pack_.hedges);
        const auto hedge = start > 0 ? match_phrase_before(text_, hedges.before, start - 1)
                                     : std::optional<PhraseMatch>();
        return hedge && hedge->first_token == at + 1;
      }
    }
  }
  if (text_.is(at, "-")) {
    const bool tight = text_.touches_before(at) && text_.touches_before(at + 1);
    const bool loose = !text_.touches_before(at) && !text_.touches_before(at + 1);
    sure = true;
    return (tight || loose) && reaches(at + 1);
  }
  const auto infix = match_phrase(text_, numbers_.range_infix, at);
  if (!infix || !reaches(infix->end_token)) return false;
  sure = infix->payload == 0;
  alternative = infix->payload == 2;
  if (alternative) return true;
  if (!sure && before > 0) {
    std::size_t from = before;
    if (const auto hedge = match_phrase_before(text_, or_neutral(pack_.hedges).before, before - 1))
      from = hedge->first_token;
    sure = from > 0 && match_phrase_before(text_, numbers_.range_from, from - 1).has_value();
  }
  return true;
}

bool Finder::read_range(Group& group) const {
  const Amount& left = group.first;
  const Numeral& a = numerals_[left.numeral];
  if (a.value.hedge == Hedge::Order || a.article || !a.rest.empty()) return false;
  std::size_t right_index = 0;
  bool sure = false;
  bool alternative = false;
  if (!connect(left, right_index, sure, alternative)) return false;
  const Numeral& b = numerals_[right_index];
  if (b.value.hedge == Hedge::Order || a.ordinal != b.ordinal || b.article) return false;
  Amount right = reader_.read(right_index, left.end_token);
  if (right.low.is_negative() && text_.is(left.end_token, "-") &&
      right.first_token == left.end_token) {
    right.low = right.low.negated();
    right.high = right.low;
  }
  if (right.first_token < left.end_token) right.first_token = b.first_token;
  if (glued_to_letters(right)) return false;
  // Units: the left one may be left out, or be the same; a currency sign may stand on one side.
  const bool same = left.unit == right.unit && (left.per == right.per || left.per.empty()) &&
                    (left.currency == nullptr || right.currency == nullptr ||
                     (left.currency->code == right.currency->code &&
                      left.currency->minor == right.currency->minor));
  const bool left_bare = !left.has_unit();
  const bool money_left = left.currency_before && !right.has_unit();
  if (!left_bare && !same && !money_left) return false;
  if (!left_bare && !money_left && !right.has_unit()) return false;
  if (!sure && left.has_unit() && left.first_token > 0 &&
      match_phrase_before(text_, numbers_.range_changes, left.first_token - 1))
    return false;
  Decimal low = left.low;
  const auto multiplier = right.low.divided_by(b.scale);
  if (a.scale == Decimal(1) && b.scale != Decimal(1) && multiplier && low < multiplier->value) {
    const auto scaled = low.times(b.scale);
    if (!scaled) return false;
    low = *scaled;
  }
  if (!(low < right.high)) return false;
  if (alternative) {
    // "two or three": neighbours only.
    const auto step = right.high.minus(low);
    const Decimal unit = b.scale;
    if (!step || !(*step == unit || (!(low < Decimal(10)) && *step < low))) return false;
  }
  const Amount kept = left;
  group.first.per = right.per;
  group.last = right;
  group.range = true;
  group.next = right_index + 1;
  group.first.low = low;
  if (left_bare) {
    group.first.unit = right.unit;
    group.first.currency = right.currency;
    group.first.dimension = right.dimension;
  } else if (money_left) {
    group.last.currency = kept.currency;
    group.last.dimension = kept.dimension;
  }
  group.first.age_form = right.age_form;
  group.first.adjective = right.adjective;
  return true;
}

// How many `small` make one `large`, when that is a whole number; 0 otherwise.
std::int64_t parts_of(const UnitFacts& large, const UnitFacts& small) {
  if (large.kind != small.kind || large.kind == "percent" || large.kind == "temperature") return 0;
  const auto a = Decimal(large.factor_numerator).times(Decimal(small.factor_denominator));
  const auto b = Decimal(large.factor_denominator).times(Decimal(small.factor_numerator));
  if (!a || !b) return 0;
  const auto ratio = a->divided_by(*b);
  if (!ratio || !ratio->exact) return 0;
  return ratio->value.to_int().value_or(0);
}

// Adds a smaller part to the group: one of the group's last unit is `below` of the part's unit.
bool Finder::add_part(Group& group, const Amount& part, std::int64_t below) const {
  Quantity& value = group.value;
  if (below <= 1 || !value.low || !(part.low < Decimal(below)) || part.low.is_negative())
    return false;
  const Decimal head = value.base ? *value.base->low : *value.low;
  const auto scaled = head.times(Decimal(below));
  const auto base = scaled ? scaled->plus(part.low) : std::nullopt;
  if (!base) return false;
  value.base = Quantity::Base{*base, *base, {}};
  return true;
}

// "5 feet 7", "2 hours ten": the smaller unit is left out. 0 when it cannot be meant.
std::int64_t Finder::implied_parts(const UnitFacts& unit, bool joined, Amount& part) const {
  if (unit.id == "foot" && !joined) {
    part.unit = find_unit("inch");
    return 12;
  }
  if (unit.id == "hour" && !text_.is(part.end_token, TokenKind::Word) && Decimal(4) < part.low) {
    part.unit = find_unit("minute");
    return 60;
  }
  return 0;
}

// "an hour and a half": the next numeral is a fraction of the same unit.
bool Finder::add_fraction(Group& group) const {
  const Amount part = reader_.read(group.next, numerals_[group.next].first_token);
  if (part.has_unit() || !group.value.low) return false;
  const auto total = group.value.low->plus(part.low);
  if (!total || glued_to_letters(part)) return false;
  group.first.low = *total;
  group.first.high = *total;
  group.value.low = total;
  group.value.high = total;
  group.value.digits = static_cast<std::uint8_t>(group.value.digits + 1);
  group.last = part;
  group.next += 1;
  group.fraction_added = true;
  return true;
}

// "tres horas y media", "deux ans et demi".
bool Finder::read_joined_fraction(Group& group) const {
  if (!numbers_.fraction_after_unit || group.range || !group.first.has_unit() ||
      !usable(group.next))
    return false;
  const Numeral& b = numerals_[group.next];
  const std::size_t at = group.last.end_token;
  bool joined = false;
  for (const std::string& joiner : units_.amount_joiners) joined = joined || text_.is(at, joiner);
  if (!joined || b.first_token != at + 1 || !b.fraction || !b.all_words) return false;
  if (reader_.read(group.next, b.first_token).has_unit() || !b.value.low) return false;
  const auto low = group.first.low.plus(*b.value.low);
  const auto high = group.first.high.plus(*b.value.low);
  if (!low || !high || !(*b.value.low < Decimal(1))) return false;
  group.first.low = *low;
  group.first.high = *high;
  group.first.span.end = b.span.end;
  group.first.end_token = b.end_token;
  group.last = group.first;
  group.next += 1;
  return true;
}

// "2 Stunden 30 Minuten", "5 feet 7", "$20 and 43c".
bool Finder::read_compound(Group& group) const {
  const Numeral& a = numerals_[group.first.numeral];
  if (group.range || a.value.hedge == Hedge::Order || !group.first.has_unit() ||
      !group.first.per.empty() || group.first.adjective || group.first.low.is_negative())
    return false;
  if (group.first.unit != nullptr && group.first.dimension == Dimension::Percent) return false;
  const UnitFacts* unit = group.first.unit;
  std::int64_t parts = 1;
  bool any = false;
  while (usable(group.next)) {
    const Numeral& b = numerals_[group.next];
    std::size_t at = group.last.end_token;
    const bool comma = text_.is(at, ",");
    if (comma) ++at;
    bool joined = false;
    for (const std::string& joiner : units_.amount_joiners) joined = joined || text_.is(at, joiner);
    if (joined) ++at;
    if (at != b.first_token || b.ordinal || b.value.hedge == Hedge::Order) break;
    if (joined && b.fraction && !any && unit != nullptr && add_fraction(group)) return true;
    if (text_.token(at).has(Token::kParagraphBefore)) break;
    Amount part = reader_.read(group.next, static_cast<std::uint32_t>(at));
    if (part.first_token != b.first_token || part.low.is_negative()) break;
    std::int64_t below = 0;
    if (group.first.currency != nullptr) {
      const int places = currency_places(group.first.currency->code);
      const bool minor =
          part.currency != nullptr && part.currency->minor && !group.first.currency->minor;
      // "twenty dollars and 43", "$20 43"
      const bool bare = !part.has_unit() && !comma && !(b.value.digits == 0) &&
                        (b.written_digits == 2 || b.all_words) && !b.pronoun_like &&
                        Decimal(9) < part.low && !text_.is(part.end_token, TokenKind::Word) &&
                        !text_.is(part.end_token, "%") && a.scale == Decimal(1);
      if (places > 0 && (minor || bare) && !any && group.first.low.is_integer())
        below = places == 2 ? 100 : 1000;
    } else if (unit != nullptr) {
      if (part.unit != nullptr && part.per.empty() && !part.adjective) {
        below = parts_of(*unit, *part.unit);
      } else if (!part.has_unit() && !comma) {
        below = implied_parts(*unit, joined, part);
      }
    }
    if (below == 0 || glued_to_letters(part) || !add_part(group, part, below)) break;
    parts *= below;
    if (part.unit != nullptr) unit = part.unit;
    if (!part.unit || part.unit->timex.empty()) group.timex.clear();
    group.value.base->unit = unit != nullptr ? unit->id : group.first.currency->code;
    group.value.digits = 0;
    group.last = part;
    group.next += 1;
    any = true;
  }
  if (!any) return false;
  const auto whole = group.value.base->low->divided_by(Decimal(parts));
  if (!whole) return false;
  group.value.low = whole->value;
  group.value.high = whole->value;
  if (group.first.currency != nullptr) group.value.base.reset();
  return true;
}

void Finder::set_unit(const Amount& amount, Quantity& value) const {
  if (amount.unit != nullptr) {
    value.unit = amount.unit->id + amount.per;
  } else if (amount.currency != nullptr) {
    value.unit = amount.currency->code + amount.per;
    if (amount.currency->factor != Decimal(1)) {
      if (value.low) value.low = value.low->times(amount.currency->factor);
      if (value.high) value.high = value.high->times(amount.currency->factor);
    }
    if (!amount.currency->minor) return;
    // Cents: the value in the main unit, and what was written as the base.
    const int places = std::max(currency_places(amount.currency->code), 2);
    value.base = Quantity::Base{value.low, value.high, amount.currency->code + "-minor"};
    if (value.low) value.low = value.low->scaled(-places);
    if (value.high) value.high = value.high->scaled(-places);
  }
}

void Finder::set_value(Group& group) const {
  const Numeral& a = numerals_[group.first.numeral];
  const Numeral& b = numerals_[group.last.numeral];
  group.value.low = group.first.low;
  group.value.high = group.range ? group.last.high : group.first.high;
  group.value.digits = std::max(a.value.digits, b.value.digits);
  group.value.hedge = a.value.hedge;
  group.value.ratio = group.range ? "" : a.value.ratio;
  if (!group.value.ratio.empty() && group.first.low.is_negative())
    group.value.ratio.insert(0, 1, '-');
}

// "John Smith, 44, said", "Müller (58)".
bool Finder::is_apposition(const Amount& amount) const {
  const Numeral& numeral = numerals_[amount.numeral];
  const std::size_t first = amount.first_token;
  if (!numeral.plain_digits || numeral.ordinal || amount.has_unit() || first < 3 ||
      numeral.written_digits > 3)
    return false;
  const std::size_t next = amount.end_token;
  const bool commas = text_.is(first - 1, ",") && (text_.is(next, ",") || text_.is(next, "."));
  const bool brackets = text_.is(first - 1, "(") && text_.is(next, ")");
  if (!commas && !brackets) return false;
  // Two capitalised words: a first name and a family name.
  const auto name = [&](std::size_t i) {
    return text_.is(i, TokenKind::Word) && text_.token(i).has(Token::kCapitalised) &&
           !text_.token(i).has(Token::kAllCaps);
  };
  const auto age = amount.low.to_int();
  if (!age || *age < 5 || *age > kOldestAge) return false;
  return name(first - 2) && (brackets || name(first - 3)) &&
         !(commas && text_.is(next, ".") && !name(first - 3));
}

// Ages; also turns the adjective that is no age ("15-jährige Haft") back into a time span.
bool Finder::read_age(Group& group, Mention& mention) const {
  const Amount& last = group.last;
  const Numeral& numeral = numerals_[group.first.numeral];
  if (numeral.ordinal || group.first.currency != nullptr) return false;
  const auto* unit = group.first.unit;
  bool age = false;
  if (unit != nullptr && unit->kind == "duration") {
    if (group.first.age_form) {
      age = true;
      for (std::size_t i = last.end_token; i < last.end_token + 2U && i < text_.size(); ++i) {
        if (match_phrase(text_, units_.span_nouns, i)) age = false;
      }
    } else if (const auto after = match_phrase(text_, units_.age_after, last.end_token)) {
      const bool hyphens = text_.is(last.end_token, "-");
      if (!hyphens || text_.touches_before(last.end_token)) {
        age = true;
        mention.span.end = text_.token(after->end_token - 1).end;
        mention.wide.end = mention.span.end;
      }
    }
  } else if (unit != nullptr) {
    return false;
  }
  if (!age && group.first.first_token > 0 && (unit == nullptr || unit->id == "year")) {
    const std::size_t before = group.first.first_token - 1;
    age = match_phrase_before(text_, units_.age_before, before).has_value();
    if (!age) {
      // "aged between 14 and 19", "im Alter von rund 50 Jahren"
      std::size_t at = before;
      const auto skip = [&](const PhraseLexicon& lexicon) {
        if (const auto match = match_phrase_before(text_, lexicon, at)) {
          if (match->first_token == 0) return false;
          at = match->first_token - 1;
          return true;
        }
        return false;
      };
      if (skip(or_neutral(pack_.hedges).before) || skip(numbers_.range_between) ||
          skip(numbers_.range_from))
        age = match_phrase_before(text_, units_.age_before, at).has_value();
    }
    if (age && unit == nullptr && !(group.first.low < Decimal(kOldestAge))) age = false;
  }
  if (!age && !group.range && unit == nullptr) age = is_apposition(group.first);
  if (!age) return false;
  mention.dimension = Dimension::Age;
  mention.value.unit = unit != nullptr ? unit->id : "year";
  return true;
}

// "Platz 127", "No. 5", "#1".
bool Finder::read_rank(const Amount& amount, Mention& mention) const {
  const Numeral& numeral = numerals_[amount.numeral];
  if (amount.has_unit() || numeral.fraction || amount.first_token == 0) return false;
  if (text_.token(amount.first_token).has(Token::kParagraphBefore)) return false;
  const auto rank = match_phrase_before(text_, numbers_.rank_words, amount.first_token - 1);
  if (!rank || !amount.low.is_integer() || amount.low.is_negative()) return false;
  mention.dimension = Dimension::Ordinal;
  mention.wide.begin = text_.token(rank->first_token).begin;
  return true;
}

// The number of a TIMEX3 duration: "P15Y", "PT2H30M", "P2.5Y".
void Finder::set_timex(const Group& group, Mention& mention) const {
  const auto* unit = group.first.unit;
  if (unit == nullptr || unit->timex.empty() || !group.first.per.empty()) return;
  const auto one = [](const UnitFacts& facts, const Decimal& amount) {
    std::string letters = facts.timex;
    const bool time = letters[0] == 'T' || letters.find('T') != std::string::npos;
    std::erase(letters, 'T');
    Decimal count = amount;
    std::string digits;
    while (!letters.empty() && letters[0] >= '0' && letters[0] <= '9') {
      digits += letters[0];
      letters.erase(0, 1);
    }
    if (!digits.empty()) {
      const auto factor = Decimal::parse(digits);
      const auto product = factor ? amount.times(*factor) : std::nullopt;
      if (product) count = *product;
    }
    return std::pair<std::string, bool>(count.to_string() + letters, time);
  };
  std::string date;
  std::string time;
  Timex timex;
  timex.type = TimexType::Duration;
  if (mention.value.hedge == Hedge::Order ||
      numerals_[group.first.numeral].value.hedge == Hedge::Order) {
    std::string letters = unit->timex;
    const bool in_day = letters.find('T') != std::string::npos;
    timex.value = std::string("P") + (in_day ? "T" : "") + 'X' + letters.back();
    mention.timex = timex;
    return;
  }
  for (std::size_t i = group.first.numeral; i <= group.last.numeral; ++i) {
    if ((group.range || group.fraction_added) && i != group.first.numeral) break;
    const Amount part = i == group.first.numeral  ? group.first
                        : i == group.last.numeral ? group.last
                                                  : reader_.read(i);
    const UnitFacts* own = part.unit != nullptr ? part.unit : unit;
    const auto [text, in_day] = one(*own, part.low);
    (in_day ? time : date) += text;
  }
  timex.value = "P" + date + (time.empty() ? "" : "T" + time);
  mention.timex = timex;
}

// "1,5 Stunden": 90 minutes, so that it meets amounts given in the smaller unit exactly.
void Finder::set_smaller_base(const Group& group, Quantity& value) const {
  if (value.base || group.range || group.first.unit == nullptr || !value.low || !value.high ||
      *value.low != *value.high || value.low->is_integer())
    return;
  static constexpr std::pair<std::string_view, std::string_view> kSmaller[] = {{"hour", "minute"},
                                                                               {"minute", "second"},
                                                                               {"day", "hour"},
                                                                               {"week", "day"},
                                                                               {"year", "month"}};
  for (const auto& [large, small] : kSmaller) {
    if (group.first.unit->id != large) continue;
    const std::int64_t parts = parts_of(*group.first.unit, *find_unit(small));
    const auto base = value.low->times(Decimal(parts));
    if (base && base->is_integer()) value.base = Quantity::Base{base, base, std::string(small)};
  }
}

// "more than 100 kilometers (60 miles)": the brackets say the same once more, hedge included.
void Finder::inherit_hedge(std::size_t first, std::size_t end, Mention& mention) const {
  if (out_.empty() || first == 0 || !text_.is(first - 1, "(") || !text_.is(end, ")")) return;
  const Mention& before = out_.back();
  if (done_token_ + 1 != first || before.dimension != mention.dimension ||
      mention.value.hedge != Hedge::Exact || before.value.hedge == Hedge::Order)
    return;
  if (mention.dimension != Dimension::Money && mention.dimension != Dimension::Measure) return;
  mention.value.hedge = before.value.hedge;
  if (!before.value.high) mention.value.high.reset();
  if (!before.value.low) mention.value.low.reset();
}

void Finder::emit(Group& group) {
  Mention mention;
  mention.span = {group.first.span.begin, std::max(group.first.span.end, group.last.span.end)};
  mention.core = {group.first.core.begin, std::max(group.first.core.end, group.last.core.end)};
  mention.wide = mention.span;
  mention.value = group.value;
  mention.dimension = group.score ? Dimension::Score : group.first.dimension;
  const std::size_t first = group.first.first_token;
  const std::size_t end = std::max(group.first.end_token, group.last.end_token);
  const Numeral& numeral = numerals_[group.first.numeral];
  bool plain = !group.score;
  if (plain && mention.value.unit.empty()) set_unit(group.first, mention.value);
  if (plain) {
    const bool age = read_age(group, mention);
    if (!age && !group.range) read_rank(group.first, mention);
    if (mention.dimension == Dimension::Duration) {
      set_timex(group, mention);
      set_smaller_base(group, mention.value);
      // Hours and minutes are told in whole minutes and seconds: "PT90M".
      const auto& base = mention.value.base;
      if (mention.timex && base && base->low && !group.value.base &&
          mention.timex->value.starts_with("PT"))
        mention.timex->value = "PT" + base->low->to_string() + (base->unit == "minute" ? "M" : "S");
    }
  }
  if (plain && mention.dimension != Dimension::Ordinal && !numeral.ordinal)
    apply_hedges(text_, pack_, first, end, mention);
  inherit_hedge(first, end, mention);
  done_token_ = static_cast<std::uint32_t>(end);
  out_.push_back(std::move(mention));
}

std::vector<Mention> Finder::run() {
  mark_unusable();
  for (std::size_t i = 0; i < numerals_.size();) {
    if (unusable_[i] || numerals_[i].first_token < done_token_) {
      ++i;
      continue;
    }
    Group group;
    group.next = i + 1;
    if (!read_score(i, group) && !read_share(i, group)) {
      group.first = reader_.read(i, done_token_);
      if (drops(group.first)) {
        ++i;
        continue;
      }
      group.last = group.first;
      read_range(group);
      read_joined_fraction(group);
      set_value(group);
      read_compound(group);
    }
    if (group.score && (glued_to_letters(group.first) || is_label(group.first))) {
      ++i;
      continue;
    }
    emit(group);
    i = group.next;
  }
  return std::move(out_);
}

}  // namespace

std::vector<Mention> find_quantities(const FoldedText& text, const std::vector<Numeral>& numerals,
                                     const std::vector<ByteSpan>& blocked,
                                     const LanguagePack& pack) {
  if (numerals.empty()) return {};
  return Finder(text, numerals, blocked, pack).run();
}

std::vector<Mention> find_quantities(const TokenizedText& text,
                                     const std::vector<Numeral>& numerals,
                                     const std::vector<ByteSpan>& blocked,
                                     const LanguagePack& pack) {
  return find_quantities(FoldedText(text), numerals, blocked, pack);
}

}  // namespace twosource
