// Front matter: lines of "key: value" between two lines "---" at the start of a text.
//
//   ---
//   title: "Bündnis besiegelt"
//   published: 2024-10-24
//   ---
#pragma once

#include "core/base/result.h"
#include "core/document/draft.h"

namespace twosource {

// Takes id, title, outlet, published, language, url and agency into the draft (also the names
// "date" and "lang"); other keys are noted. Returns the offset of the text behind it, 0 when there
// is none. Errors: BadInput for a key that stands twice or a line that is no entry.
Result<std::size_t> read_front_matter(const SourceText& source, Draft& draft);

}  // namespace twosource
