#include "core/grammar/number_pieces.h"

#include <string>

#include "core/grammar/compound_splitter.h"
#include "core/grammar/phrase_match.h"

namespace twosource {
namespace {

void split_compound(const FoldedText& text, const NumbersData& data, std::size_t at,
                    std::vector<NumberPiece>& out) {
  const std::string_view form = text.form(at);
  if (form.size() < 4 || !data.morphemes.starts(form)) return;
  std::vector<CompoundSplitter::Morpheme> morphemes;
  std::size_t used = 0;
  if (!CompoundSplitter(data, form).split(morphemes, used)) return;
  // The lexicon has the words that stand alone: "cent" only opens "centotto".
  if (morphemes.size() == 1 && used == form.size() &&
      data.words[morphemes[0].second].role == NumberRole::Scale)
    return;
  const Token& token = text.token(at);
  const std::string_view bytes = text.bytes(at);
  std::size_t folded = 0;
  for (const auto& [length, word] : morphemes) {
    NumberPiece piece;
    piece.word = &data.words[word];
    piece.span = {token.begin + written_length(bytes, folded),
                  token.begin + written_length(bytes, folded + length)};
    piece.token = static_cast<std::uint32_t>(at);
    piece.end_token = static_cast<std::uint32_t>(at + 1);
    folded += length;
    out.push_back(piece);
  }
  out.back().rest = form.substr(used);
  if (out.back().rest.empty()) out.back().span.end = token.end;
}

}  // namespace

void number_pieces_at(const FoldedText& text, const NumbersData& data, std::size_t at,
                      std::vector<NumberPiece>& out) {
  out.clear();
  if (at >= text.size()) return;
  const Token& token = text.token(at);
  if (!token.is(TokenKind::Word) && !token.is(TokenKind::Ideograph)) return;
  if (const auto phrase = match_phrase(text, data.lexicon, at)) {
    NumberPiece piece;
    piece.word = &data.words[phrase->payload];
    piece.token = static_cast<std::uint32_t>(at);
    piece.end_token = phrase->end_token;
    piece.span = {token.begin, text.token(piece.end_token - 1).end};
    out.push_back(piece);
    return;
  }
  if (data.closed_compounds) split_compound(text, data, at, out);
}

}  // namespace twosource
