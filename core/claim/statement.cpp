#include "core/claim/statement.h"

#include <algorithm>

#include "core/claim/total.h"

namespace twosource {
namespace {

// A shorter quotation is a turn of phrase, not a statement.
constexpr std::uint32_t kShortestQuote = 3;

class Statements {
 public:
  Statements(const SentenceReading& reading, ClaimBuilder& builder, std::vector<Claim>& out)
      : reading_(reading), field_(*reading.field), builder_(builder), out_(out) {}

  void run() {
    for (std::uint32_t i = reading_.sentence.first_token; i < reading_.sentence.end_token; ++i) {
      if (field_.marked(i, Mark::Unanimous)) unanimous(i);
      if (field_.marked(i, Mark::Only)) only(i);
      if (field_.marked(i, Mark::Provision)) provision(i);
      if (field_.sense(i).toll > 0) toll(i);
      role(i);
      quote(i);
    }
    for (const Total& total : totals_of(reading_)) add_total(total);
    for (std::size_t c = 0; c < reading_.clauses.clauses.size(); ++c) {
      event(static_cast<std::int32_t>(c));
    }
  }

 private:
  void add(Claim claim) {
    builder_.finish(claim);
    out_.push_back(std::move(claim));
  }

  Item object_of(std::int32_t clause) const {
    Item item;
    const NounPhrase* phrase = reading_.object_phrase(clause);
    if (phrase != nullptr) {
      item.tokens = phrase->core;
      item.head = phrase->head;
    }
    return item;
  }

  // "einstimmig ratifiziert": the outcome of a vote.
  void unanimous(std::uint32_t i) {
    const std::int32_t c = reading_.clauses.clause_at(i);
    if (c < 0) return;
    const TokenRange range{i, field_.phrase_end(i)};
    const std::int32_t verb = reading_.clauses.clauses[static_cast<std::size_t>(c)].verb;
    Claim claim = builder_.build(ClaimKind::Vote, field_.span_of(range), i, object_of(c), verb);
    claim.context.insert(claim.context.begin(), "n:unanimous");
    add(std::move(claim));
  }

  // "triple homicide": how many died.
  void toll(std::uint32_t i) {
    const TokenRange range{i, field_.phrase_end(i)};
    const std::uint32_t behind = range.end;
    const bool longer = behind < reading_.sentence.end_token && field_.form(behind) == "-";
    if (longer || reading_.clauses.clause_at(i) < 0) return;  // "double murder-suicide"
    Item item;
    item.tokens = range;
    item.head = range.end - 1;
    Quantity value;
    value.low = value.high = Decimal(field_.sense(i).toll);
    add_count(range, value, item, -1);
  }

  void add_total(const Total& total) {
    add_count(total.tokens, total.value, total.item, total.verb);
  }

  // A count of people that no figure of the text gives.
  void add_count(TokenRange range, const Quantity& value, const Item& item, std::int32_t verb) {
    Claim claim =
        builder_.build(ClaimKind::Quantity, field_.span_of(range), range.first, item, verb);
    claim.dimension = Dimension::Number;
    claim.value = value;
    claim.item.concepts.insert(claim.item.concepts.begin(), verb < 0 ? "n:dead" : "n:person");
    add(std::move(claim));
  }

  // "nur mit der Mongolei": the only one, by a name behind the word.
  void only(std::uint32_t i) {
    const std::uint32_t end = std::min(i + 5, reading_.sentence.end_token);
    for (std::uint32_t k = i + 1; k < end; ++k) {
      if (field_.name_at(k) >= 0) {
        const TokenRange name = field_.tokens_of(
            field_.names()[static_cast<std::size_t>(field_.name_at(k))].mention.span);
        const std::int32_t c = reading_.clauses.clause_at(i);
        if (c < 0) return;
        const std::int32_t verb = reading_.clauses.clauses[static_cast<std::size_t>(c)].verb;
        Claim claim =
            builder_.build(ClaimKind::Event, field_.span_of({i, name.end}), i, object_of(c), verb);
        claim.context.insert(claim.context.begin(), "n:only");
        add(std::move(claim));
        return;
      }
      if (!field_.marked(k, Mark::Determiner | Mark::Preposition)) return;
    }
  }

  // "Artikel 4 verpflichtet beide Seiten ...": the number names the rule and counts nothing, so it
  // is the fourth of them.
  void provision(std::uint32_t i) {
    const std::uint32_t number = i + 1;
    if (number >= reading_.sentence.end_token) return;
    const bool behind_part = i > reading_.sentence.first_token && field_.name_at(i - 1) < 0 &&
                             field_.token(i - 1).is(TokenKind::Digits);
    if (behind_part || !field_.token(number).is(TokenKind::Digits)) return;
    const auto value = Decimal::parse(field_.form(number));
    if (!value || !value->is_integer() || field_.mention_at(number) >= 0) return;
    const Item item{.tokens = {i, number}, .head = i};
    const std::int32_t c = reading_.clauses.clause_at(i);
    const std::int32_t verb =
        c < 0 ? -1 : reading_.clauses.clauses[static_cast<std::size_t>(c)].verb;
    const ByteSpan span = field_.span_of({number, number + 1});
    Claim claim = builder_.build(ClaimKind::Quantity, span, number, item, verb);
    claim.dimension = Dimension::Ordinal;
    claim.value.low = *value;
    claim.value.high = *value;
    claim.value.digits = static_cast<std::uint8_t>(
        std::max<std::size_t>(1, field_.form(number).find_last_not_of('0') + 1));
    add(std::move(claim));
  }

  // An office at a person's name.
  void role(std::uint32_t i) {
    const std::int32_t n = field_.name_at(i);
    if (n < 0) return;
    const FoundName& name = field_.names()[static_cast<std::size_t>(n)];
    if (name.role.empty() || name.role_span.empty() || name.form == NameForm::Role) return;
    if (field_.tokens_of(name.mention.span).first != i || !name.mention.name) return;
    Item item;
    item.tokens = office(name);
    item.head = item.tokens.end - 1;
    if (item.tokens.empty() || field_.data().words.empty() || honorific(name)) return;
    const ByteSpan span{std::min(field_.span_of(item.tokens).begin, name.mention.span.begin),
                        std::max(field_.span_of(item.tokens).end, name.mention.span.end)};
    Claim claim = builder_.build(ClaimKind::Role, span, i, item, -1);
    claim.item.concepts.insert(claim.item.concepts.begin(), "o:" + name.role);
    claim.predicate = {};
    claim.subject = {*name.mention.name};
    add_country(claim, item.tokens);
    add(std::move(claim));
  }

  // "Herr", "Dr." say nothing of an office.
  static bool honorific(const FoundName& name) {
    return name.role == "mr" || name.role == "ms" || name.role == "mrs" || name.role == "dr" ||
           name.role == "prof";
  }

  // The office with what describes it: "stellvertretende russische Aussenminister".
  TokenRange office(const FoundName& name) const {
    TokenRange range = field_.tokens_of(name.role_span);
    while (range.first > reading_.sentence.first_token) {
      const std::uint32_t i = range.first - 1;
      const bool country = field_.name_at(i) >= 0 && field_.is_word(i);
      const bool plain = field_.is_word(i) && field_.sense(i).marks.empty() &&
                         field_.verb_forms(i) == 0 && !field_.token(i).has(Token::kCapitalised) &&
                         field_.mention_at(i) < 0 && field_.data().nouns_capitalised;
      if (!country && !plain) break;
      --range.first;
    }
    return range;
  }

  void add_country(Claim& claim, TokenRange office) const {
    for (std::uint32_t i = office.first; i < office.end; ++i) {
      const std::int32_t n = field_.name_at(i);
      if (n < 0) continue;
      const auto& ref = field_.names()[static_cast<std::size_t>(n)].mention.name;
      if (ref &&
          std::find(claim.subject.begin(), claim.subject.end(), *ref) == claim.subject.end()) {
        claim.subject.push_back(*ref);
      }
    }
  }

  // A verbatim quotation, where it starts.
  void quote(std::uint32_t i) {
    const std::int32_t q = field_.quotation_at(i);
    if (q < 0) return;
    const Quotation& found = field_.quotations()[static_cast<std::size_t>(q)];
    if (found.tokens.first != i + 1 || found.words < kShortestQuote || found.title_like) return;
    const std::uint32_t token = found.tokens.first;
    if (token >= reading_.sentence.end_token) return;
    Claim claim = builder_.build(ClaimKind::Quote, field_.span_of(found.tokens), token, {}, -1);
    add(std::move(claim));
  }

  // A happening is worth a claim when the article ties it to something that can be looked up: a
  // name or a date in its clause.
  void event(std::int32_t c) {
    const Clause& clause = reading_.clauses.clauses[static_cast<std::size_t>(c)];
    if (!clause.is(kEvent) || clause.verb < 0) return;
    const auto verb = static_cast<std::uint32_t>(clause.verb);
    const std::uint8_t forms = field_.verb_forms(verb);
    const bool happened = (forms & (kPast | kParticiple)) != 0;
    const bool verb_at_end = field_.data().verbs_last && !field_.opens_sentence(verb);
    if (!happened && !verb_at_end && clause.verb != clause.finite) return;
    if (!anchored(c)) return;
    add(builder_.build(ClaimKind::Event, field_.span_of({verb, verb + 1}), verb, object_of(c),
                       clause.verb));
  }

  bool anchored(std::int32_t c) const {
    for (const TokenRange piece : reading_.clauses.clauses[static_cast<std::size_t>(c)].pieces) {
      for (std::uint32_t i = piece.first; i < piece.end; ++i) {
        if (field_.name_at(i) >= 0 && !in_source_phrase(reading_.attributions, i)) return true;
        const std::int32_t m = field_.mention_at(i);
        if (m >= 0 && field_.mentions()[static_cast<std::size_t>(m)].dimension == Dimension::Date) {
          return true;
        }
      }
    }
    return false;
  }

  const SentenceReading& reading_;
  const FieldText& field_;
  ClaimBuilder& builder_;
  std::vector<Claim>& out_;
};

}  // namespace

void append_statements(const SentenceReading& reading, ClaimBuilder& builder,
                       std::vector<Claim>& out) {
  Statements(reading, builder, out).run();
}

}  // namespace twosource
