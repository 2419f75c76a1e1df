// Which side of the publication a clause speaks of, as far as its words show it.
#pragma once

#include "core/grammar/date_resolve.h"
#include "core/grammar/folded_text.h"
#include "core/lang/dates_data.h"

namespace twosource {

struct ClauseTense {
  Tense tense = Tense::Unknown;
  bool near = false;       // the telling word stands in the clause itself
  bool by_ending = false;  // it is no listed word, but ends like one
};

// Looks at the clause around the tokens [first, end), then at the rest of its sentence.
// `sentence_first` and `sentence_end` bound the sentence. The nearest telling word decides; words
// of the list before mere endings.
ClauseTense tense_around(const FoldedText& text, const TenseWords& words,
                         std::size_t sentence_first, std::size_t sentence_end, std::size_t first,
                         std::size_t end);

}  // namespace twosource
