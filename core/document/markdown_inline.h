// The inside of a Markdown block: emphasis, links, code spans, entities and tags become plain text.
#pragma once

#include <set>
#include <string>

#include "core/document/field_builder.h"

namespace twosource {

// Writes the text of `raw` to `out`: marks dropped, link targets dropped, white space collapsed,
// nothing at both ends. `references` are the labels of link definitions, in lower case. Linear.
void write_markdown_inline(const FieldBuilder& raw, const std::set<std::string>& references,
                           FieldBuilder& out);

// The text of the entity at the start of `text` ("&amp;", "&#228;") and its length; length 0 when
// it is none.
struct Entity {
  std::string text;
  std::uint32_t length = 0;
};
Entity read_entity(std::string_view text);

}  // namespace twosource
