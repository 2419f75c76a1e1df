// About whom a statement is: names of the clause, of the clauses it hangs on, of the sentence
// before.
#pragma once

#include <string_view>
#include <vector>

#include "core/claim/claim.h"
#include "core/claim/item.h"
#include "core/claim/sentence.h"

namespace twosource {

// The entities a statement at the token is about, the nearest first; `inherited` are those of the
// sentence before, taken for pronouns and "the country". Empty when nothing is named.
std::vector<EntityRef> subject_of(const SentenceReading& reading, std::uint32_t token,
                                  const Item& item, const std::vector<EntityRef>& inherited,
                                  std::string_view* rule = nullptr);

// All entities of the sentence, each once, in order.
std::vector<EntityRef> names_of(const SentenceReading& reading);

}  // namespace twosource
