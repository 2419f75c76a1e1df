// Rules on the figures of one sentence. Each appends what it finds; none looks at another sentence.
#pragma once

#include "core/compare/self/contradiction.h"
#include "core/compare/self/figures.h"
#include "core/document/document.h"
#include "core/lang/language_pack.h"

namespace twosource {

// What a rule sees: a sentence, the words of its language, and when the article was published.
struct SentenceView {
  const FigureSentence& sentence;
  const LanguagePack& pack;
  const ArticleInfo& article;

  const ConsistencyData& words() const { return pack.consistency; }
};

// "12 Tote, darunter 15 Kinder"; "12,000 soldiers, including 8,000 ... and 5,000 ..."
void check_parts(const SentenceView& view, Contradictions& out);
// "40 von 80, also 60 Prozent"
void check_share(const SentenceView& view, Contradictions& out);
// Shares of one whole that add up to more than all of it.
void check_share_sum(const SentenceView& view, Contradictions& out);
// "mit 300 zu 200 Stimmen bei 450 Sitzen"
void check_votes(const SentenceView& view, Contradictions& out);
// "stieg um 10 Prozent von 100 auf 120"; "stieg von 120 auf 100"
void check_change(const SentenceView& view, Contradictions& out);
// "100 Meilen (180 Kilometer)"
void check_conversion(const SentenceView& view, Contradictions& out);
// "Donnerstag, 23. Oktober 2024"
void check_weekday(const SentenceView& view, Contradictions& out);
// "vor 15 Jahren, im Jahr 2006", in 2024
void check_duration(const SentenceView& view, Contradictions& out);
// "Peter Schmidt (60), geboren 1950", in 2024
void check_age(const SentenceView& view, Contradictions& out);

}  // namespace twosource
