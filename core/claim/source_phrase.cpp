#include "core/claim/source_phrase.h"

#include <algorithm>

#include "core/claim/noun_phrase.h"

namespace twosource {
namespace {

bool is_quotation_mark(const FieldText& field, std::uint32_t i) {
  const std::int32_t q = field.quotation_at(i);
  if (q < 0) return false;
  const Quotation& found = field.quotations()[static_cast<std::size_t>(q)];
  return i + 1 == found.tokens.first || i == found.tokens.end;
}

// The end of a run of capitalised words from i: "Visaya Lines"; i when there is none.
std::uint32_t capitals_end(const FieldText& field, std::uint32_t i, std::uint32_t end) {
  constexpr std::uint32_t kLongest = 5;  // words
  std::uint32_t k = i;
  while (k < end && k < i + kLongest && field.is_word(k) &&
         field.token(k).has(Token::kCapitalised) && field.mention_at(k) < 0) {
    ++k;
  }
  return k;
}

// "le quotidien L'Écho du Nord": behind its noun the title of an outlet stands in capitals, with
// its article and what hangs on it. The end of the title; i where there is none.
std::uint32_t end_of_title(const FieldText& field, std::uint32_t i, std::uint32_t end) {
  if (i == 0 || field.data().nouns_capitalised || !field.marked(i - 1, Mark::OutletNoun)) return i;
  const auto capital = [&](std::uint32_t k) {
    return k < end && field.is_word(k) && field.token(k).has(Token::kCapitalised) &&
           field.mention_at(k) < 0;
  };
  std::uint32_t k = i;
  while (capital(k) || (k > i && k < end && capital(k + 1) &&
                        (field.marked(k, Mark::Of) || field.form(k) == "'"))) {
    ++k;
  }
  return k;
}

// "a local lawmaker | , Amadou Diallo | , said": a name between commas.
TokenRange with_apposition(const FieldText& field, TokenRange range, std::uint32_t end) {
  const auto size = static_cast<std::uint32_t>(field.text().tokens.size());
  const std::uint32_t limit = std::max(end, std::min(size, range.end + 8));
  if (range.empty() || range.end + 2 >= limit || field.form(range.end) != ",") return range;
  const std::uint32_t first = range.end + 1;
  const std::int32_t n = field.name_at(first);
  std::uint32_t name_end = first;
  if (n >= 0) {
    const Mention& name = field.names()[static_cast<std::size_t>(n)].mention;
    const TokenRange tokens = field.tokens_of(name.span);
    const bool person = name.name && name.name->type == "person";
    if (person && tokens.first == first) name_end = tokens.end;
  } else if (!field.data().nouns_capitalised && field.marked(range.first, Mark::Determiner)) {
    name_end = capitals_end(field, first, limit);
  }
  const bool closed = name_end > first && name_end < size &&
                      (field.form(name_end) == "," || field.form(name_end) == ".");
  if (closed) range.end = name_end;
  return range;
}

}  // namespace

TokenRange extended_source(const FieldText& field, TokenRange range, std::uint32_t end) {
  while (range.end < end) {
    const std::uint32_t i = range.end;
    if (is_quotation_mark(field, i)) {
      const Quotation& q = field.quotations()[static_cast<std::size_t>(field.quotation_at(i))];
      if (!q.title_like || q.tokens.first != i + 1 || q.tokens.end + 1 > end) break;
      range.end = q.tokens.end + 1;
      continue;
    }
    const std::uint32_t title = end_of_title(field, i, end);
    if (title > i && i > range.first) {
      range.end = title;
      continue;
    }
    // "the International Union for Conservation of Nature"
    const bool within_name =
        !field.data().nouns_capitalised && i + 1 < end && field.marked(i, Mark::Preposition) &&
        i > range.first && field.mention_at(i + 1) < 0 &&
        field.token(i - 1).has(Token::kCapitalised) &&
        field.token(i + 1).has(Token::kCapitalised) && field.name_at(i + 1) < 0;
    const bool hangs = within_name || field.marked(i, Mark::Genitive | Mark::Of) ||
                       field.name_at(i) >= 0 ||
                       (field.marked(i, Mark::In) && i + 1 < end && field.name_at(i + 1) >= 0) ||
                       is_noun(field, i);
    if (!hangs || is_finite_verb(field, i)) break;
    const bool preposition =
        within_name || (field.marked(i, Mark::Of | Mark::In) && !field.marked(i, Mark::Genitive));
    const auto next = noun_phrase_at(field, preposition ? i + 1 : i, end);
    if (!next) break;
    range.end = next->tokens.end;
  }
  return with_apposition(field, range, end);
}

namespace {

// The name that stands for the source: a person or body before a country or an adjective.
const FoundName* best_name(const FieldText& field, TokenRange range) {
  const FoundName* best = nullptr;
  int best_rank = 0;
  for (std::uint32_t i = range.first; i < range.end; ++i) {
    const std::int32_t n = field.name_at(i);
    if (n < 0) continue;
    const FoundName& name = field.names()[static_cast<std::size_t>(n)];
    if (!name.mention.name) continue;
    // "les Russes affirment": an adjective with nothing but its article is a noun.
    const TokenRange own = field.tokens_of(name.mention.span);
    const bool behind_article =
        own.first == range.first + 1 && field.marked(range.first, Mark::Determiner);
    const bool noun = own.end == range.end && (own.first == range.first || behind_article);
    if (name.form == NameForm::Adjective && !noun) continue;
    const std::string& type = name.mention.name->type;
    const bool body = type == "person" || type == "org";
    // "the Dublin Courier" is not Dublin.
    const bool in_longer_name = (own.end < range.end && field.is_word(own.end) &&
                                 field.token(own.end).has(Token::kCapitalised)) ||
                                (own.first > range.first && !field.data().nouns_capitalised &&
                                 field.is_word(own.first - 1) && field.name_at(own.first - 1) < 0 &&
                                 field.token(own.first - 1).has(Token::kCapitalised) &&
                                 !field.opens_sentence(own.first - 1));
    if (!body && in_longer_name) continue;
    const int rank = type == "person" ? 3 : type == "org" ? 4 : 1;
    if (rank > best_rank) {
      best = &name;
      best_rank = rank;
    }
  }
  return best_rank > 1 || range.end - range.first <= 3 ? best : nullptr;
}

}  // namespace

std::optional<TokenRange> source_phrase_at(const FieldText& field, std::uint32_t i,
                                           std::uint32_t end) {
  // `Zeitung "X"` and `"X"` alone
  if (i < end && is_quotation_mark(field, i)) {
    const TokenRange title = extended_source(field, {i, i}, end);
    if (!title.empty()) return title;
  }
  const auto phrase = noun_phrase_at(field, i, end);
  if (!phrase) return std::nullopt;
  return extended_source(field, phrase->tokens, end);
}

AttributionLink link_of(const FieldText& field, TokenRange range) {
  AttributionLink link;
  link.text = std::string(field.bytes_of(range));
  const FoundName* name = best_name(field, range);
  if (name != nullptr) link.id = name->mention.name->id;
  Marks marks;
  for (std::uint32_t i = range.first; i < range.end; ++i) marks |= field.sense(i).marks;
  if (marks.has(Mark::OutletNoun)) {
    link.kind = SourceKind::Outlet;
  } else if (name == nullptr && marks.has(Mark::Anonymous)) {
    link.kind = SourceKind::Anonymous;
  } else if (name == nullptr && marks.has(Mark::DocumentNoun)) {
    link.kind = SourceKind::Document;
  }
  return link;
}

}  // namespace twosource
