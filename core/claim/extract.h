// From a document to its mentions and claims. The one function that runs the whole reading of an
// article.
//
// The way: tokens and sentences -> mentions (core/grammar, core/names) -> clauses -> who says it,
// how sure -> for each mention what is counted, about whom, in what happening, when -> claims.
#pragma once

#include <vector>

#include "core/claim/claim.h"
#include "core/claim/concept_source.h"
#include "core/claim/reasons.h"
#include "core/document/document.h"
#include "core/grammar/mention.h"

namespace twosource {

// What was read from one document.
struct Reading {
  std::vector<Mention> mentions;  // title first, then text; each sorted by span
  std::vector<Claim> claims;      // in the same order
  Reasons reasons;                // of the claims, where asked for
};

// Whether the reasons of every claim are kept; nothing is spent on them otherwise.
enum class Explain : bool { No, Yes };

// Every mention of the document: amounts, dates and names, those in boilerplate too (by their
// zone). Thread safe; depends on nothing but its arguments. A language that is not supported is
// read with the language-neutral data (digits, ISO dates, signs).
std::vector<Mention> read_mentions(const Document& document, const ReadingTools& tools);

// Mentions and claims. Boilerplate makes no claims.
Reading read_claims(const Document& document, const ReadingTools& tools,
                    Explain explain = Explain::No);

}  // namespace twosource
