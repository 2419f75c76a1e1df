// Number pieces: what single tokens of a text can be inside a number - a word of the lexicon, a
// phrase of several words, or the morphemes of a closed compound.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/byte_span.h"
#include "core/grammar/folded_text.h"
#include "core/lang/numbers_data.h"

namespace twosource {

struct NumberPiece {
  const NumberWord* word = nullptr;
  ByteSpan span;
  std::uint32_t token = 0;
  std::uint32_t end_token = 0;
  std::string_view rest;  // of the token, when the compound goes on behind the number
};

// The pieces that begin with token `at`, in `out`; none when it is no word of a number.
void number_pieces_at(const FoldedText& text, const NumbersData& data, std::size_t at,
                      std::vector<NumberPiece>& out);

}  // namespace twosource
