#include "core/claim/bearer.h"

#include <algorithm>

#include "core/names/names.h"

namespace twosource {
namespace {

constexpr std::string_view kPerson = "person:";
constexpr std::uint32_t kLongestStreet = 6;   // tokens
constexpr std::uint32_t kShortestNumber = 2;  // digits: "one block of flats"

class BearerFinder {
 public:
  explicit BearerFinder(const SentenceReading& reading)
      : reading_(reading), field_(*reading.field) {}

  // The name of the street behind a number that ends before token `i`; empty for none.
  TokenRange street_behind(std::uint32_t i) const {
    if (i + 2 < end() && field_.marked(i, Mark::AddressNoun) && field_.marked(i + 1, Mark::Of)) {
      const TokenRange name = name_at(i + 2);
      return field_.is_word(name.end - 1) || name.end > name.first + 1 ? name : TokenRange{};
    }
    const TokenRange name = name_at(i);
    for (std::uint32_t k = name.first + 1; k < name.end; ++k) {
      if (field_.marked(k, Mark::Street)) return {name.first, k + 1};
    }
    return {};
  }

  // The words of a full name that ends with token `last`: two at least, so that no noun with a
  // capital is taken for one.
  TokenRange full_name(TokenRange range) const {
    if (range.empty()) return {};
    const std::int32_t n = field_.name_at(range.end - 1);
    if (n >= 0) {
      const FoundName& name = field_.names()[static_cast<std::size_t>(n)];
      const bool person = name.mention.name && name.mention.name->type == "person";
      return person ? field_.tokens_of(name.mention.span) : TokenRange{};
    }
    if (field_.data().nouns_capitalised) return {};
    std::uint32_t words = 0;
    for (std::uint32_t i = range.first; i < range.end; ++i) {
      if (!field_.is_word(i)) continue;
      if (!field_.token(i).has(Token::kCapitalised)) return {};
      ++words;
    }
    return words >= 2 ? range : TokenRange{};
  }

  // "her son, Hector, 8", "Vale (26)": the name in front, a single one too.
  TokenRange name_before(std::uint32_t i) const {
    const std::uint32_t begin = reading_.clauses.tokens.first;
    if (i < begin + 2 || field_.data().nouns_capitalised) return {};
    if (field_.form(i - 1) != "," && field_.form(i - 1) != "(") return {};
    const std::uint32_t behind = i - 1;
    std::uint32_t first = behind;
    while (first > begin && behind - first < kLongestStreet &&
           (field_.form(first - 1) == "." || (field_.is_word(first - 1) &&
                                              field_.token(first - 1).has(Token::kCapitalised))))
      --first;
    return first < behind ? TokenRange{first, behind} : TokenRange{};
  }

  // "40-year-old mother, Frieda Tiggs"
  TokenRange apposition(std::uint32_t i) const {
    return i + 2 < end() && field_.form(i) == "," ? full_name(name_at(i + 1)) : TokenRange{};
  }

 private:
  std::uint32_t end() const { return reading_.clauses.tokens.end; }

  // Words with a capital, numbers of streets ("75th") and abbreviations with their stops.
  TokenRange name_at(std::uint32_t first) const {
    std::uint32_t i = first;
    for (const std::uint32_t limit = std::min(end(), first + kLongestStreet); i < limit; ++i) {
      const bool part = field_.is_word(i) ? field_.token(i).has(Token::kCapitalised) || glued(i)
                                          : field_.token(i).is(TokenKind::Digits) || stop(i, first);
      if (!part) break;
    }
    while (i > first && field_.form(i - 1) == ".") --i;
    return {first, i};
  }

  // "75th": the letters behind the digits.
  bool glued(std::uint32_t i) const {
    return i > 0 && field_.token(i - 1).is(TokenKind::Digits) &&
           field_.token(i - 1).end == field_.token(i).begin;
  }

  // "W. 14th Street": behind one letter or two.
  bool stop(std::uint32_t i, std::uint32_t first) const {
    return i > first && field_.form(i) == "." && field_.form(i - 1).size() <= 2;
  }

  const SentenceReading& reading_;
  const FieldText& field_;
};

bool is_written_number(const FieldText& field, const Mention& mention) {
  const TokenRange tokens = field.tokens_of(mention.core.empty() ? mention.span : mention.core);
  if (tokens.end != tokens.first + 1 || !field.token(tokens.first).is(TokenKind::Digits)) {
    return false;
  }
  const Token& digits = field.token(tokens.first);
  return digits.end - digits.begin >= kShortestNumber;
}

// "75" and "th" are one word.
bool glued_behind(const FieldText& field, std::uint32_t i) {
  return i + 1 < field.text().tokens.size() && field.token(i).is(TokenKind::Digits) &&
         field.token(i).end == field.token(i + 1).begin;
}

TokenRange street_of(const SentenceReading& reading, const Mention& mention) {
  const bool number = mention.dimension == Dimension::Number && mention.value.unit.empty();
  const bool year = mention.dimension == Dimension::Date && mention.timex;
  if ((!number && !year) || !is_written_number(*reading.field, mention)) return {};
  return BearerFinder(reading).street_behind(reading.field->tokens_of(mention.span).end);
}

}  // namespace

bool is_address(const SentenceReading& reading, const Mention& mention) {
  return !street_of(reading, mention).empty();
}

std::string bearer_of(const SentenceReading& reading, const Mention& mention, const Item& item,
                      ClaimKind kind) {
  const FieldText& field = *reading.field;
  if (kind == ClaimKind::Age) {
    const BearerFinder finder(reading);
    TokenRange name = finder.full_name(item.tokens);
    if (name.empty() && !item.tokens.empty()) name = finder.apposition(item.tokens.end);
    const TokenRange age = field.tokens_of(mention.span);
    if (name.empty() && item.tokens.empty() && !age.empty()) name = finder.name_before(age.first);
    return name.empty() ? std::string() : person_id(field.bytes_of(name));
  }
  const TokenRange street = street_of(reading, mention);
  if (street.empty()) return {};
  // "Street", "St." and nothing are one.
  std::string words;
  for (std::uint32_t i = street.first; i < street.end; ++i) {
    const bool sort = i > street.first && field.marked(i, Mark::Street);
    if (!sort)
      words += std::string(field.bytes_of({i, i + 1})) + (glued_behind(field, i) ? "" : " ");
  }
  const std::string name = person_id(words);
  return name.empty() ? name : "place:" + name.substr(kPerson.size());
}

}  // namespace twosource
