// Tells the format of an article file: by its content first, by its name where that leaves it open.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace twosource {

enum class Format : std::uint8_t { Text, Markdown, Html, Json, JsonLines };

// `head`: the first bytes of the file, in UTF-8; `whole` when there are no more. Error: Unsupported
// for XML that is no HTML (feeds, NewsML).
Result<Format> tell_format(std::string_view head, bool whole, const std::string& name);

// "story.HTML.gz" -> "html"; "" for none.
std::string extension_of(const std::string& name);
// Whether a walk through a directory takes a file of this name.
bool is_article_name(const std::string& name);

// Whether the first line is whole and a JSON object: a stream of records, of which no more need be
// read to tell.
bool starts_with_record(std::string_view head);

}  // namespace twosource
