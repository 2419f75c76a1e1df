// Snowball stems (libstemmer 2.2). For languages that Snowball does not know the folded word comes
// back as it is.
#pragma once

#include <string>
#include <string_view>

namespace twosource {

// Keeps one stemmer per thread and language. `word` is folded already.
std::string stem(std::string_view word, std::string_view language);
// The same, appended to `out`.
void append_stem(std::string_view word, std::string_view language, std::string& out);
bool has_stemmer(std::string_view language);

}  // namespace twosource
