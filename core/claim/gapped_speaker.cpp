#include "core/claim/gapped_speaker.h"

#include "core/claim/source_phrase.h"

namespace twosource {
namespace {

// The figure that begins at token i, or behind a preposition and a hedge there; -1 for none.
std::int32_t figure_at(const FieldText& field, const SentenceClauses& sentence, std::uint32_t i) {
  const std::uint32_t limit = std::min(i + 4, sentence.tokens.end);
  for (std::uint32_t k = i; k < limit; ++k) {
    const std::int32_t m = field.mention_at(k);
    if (m >= 0) {
      const Dimension kind = field.mentions()[static_cast<std::size_t>(m)].dimension;
      return kind == Dimension::Date || kind == Dimension::Time ? -1 : m;
    }
    if (!field.marked(k, Mark::Preposition | Mark::Of | Mark::Adverb | Mark::Quantifier)) break;
  }
  return -1;
}

// A phrase at token i that stands right before a figure, with the preposition that the first
// figure has; without one it needs an article.
std::optional<TokenRange> source_at(const FieldText& field, const SentenceClauses& sentence,
                                    const Attribution& first, std::uint32_t i) {
  if (field.marked(i, Mark::Oblique) || field.mention_at(i) >= 0) return std::nullopt;
  const auto source = source_phrase_at(field, i, sentence.tokens.end);
  const std::int32_t figure = source ? figure_at(field, sentence, source->end) : -1;
  if (figure < 0) return std::nullopt;
  std::string_view governs;
  for (std::uint32_t k = first.own_from; k < i; ++k) {
    if (figure_at(field, sentence, k) >= 0 && field.marked(k, Mark::Preposition | Mark::Of)) {
      governs = field.form(k);
      break;
    }
  }
  if (!governs.empty()) {
    return field.form(source->end) == governs ? source : std::nullopt;
  }
  const bool article = field.marked(i, Mark::Determiner);
  return article && figure_at(field, sentence, first.own_from) >= 0 ? source : std::nullopt;
}

}  // namespace

std::optional<TokenRange> gapped_speaker(const FieldText& field, const SentenceClauses& sentence,
                                         const Attribution& first) {
  if (first.own_from == 0 || first.clause < 0) return std::nullopt;
  const Clause& clause = sentence.clauses[static_cast<std::size_t>(first.clause)];
  for (std::uint32_t i = first.own_from + 1; i + 2 < clause.end(); ++i) {
    const bool opens = sentence.clause_at(i) == first.clause &&
                       (field.form(i - 1) == "," || field.form(i - 1) == ";" ||
                        field.marked(i - 1, Mark::Conjunction));
    const std::optional<TokenRange> source =
        opens ? source_at(field, sentence, first, i) : std::nullopt;
    if (source) return source;
  }
  return std::nullopt;
}

}  // namespace twosource
