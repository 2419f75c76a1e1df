// The readers of the single formats. Each takes the bytes of one article and gives a draft.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/document/draft.h"
#include "core/document/json_tape.h"

namespace twosource {

// Plain text: the body behind the front matter as it stands.
Result<Draft> read_text(const SourceText& source);
// Markdown: its text, paragraphs apart by a blank line.
Result<Draft> read_markdown(const SourceText& source);
// HTML: title, text and facts of the article on the page.
Result<Draft> read_html(const SourceText& source);
// A record of our own (`text`) or of schema.org (`articleBody`), the object at `object` of the tape
// over source.text.
Result<Draft> read_record(const JsonTape& tape, std::size_t object, const SourceText& source);

// The encoding that an HTML page declares in its first bytes; "" for none.
std::string declared_charset(std::string_view bytes);

// What schema.org says of a news article, from a record or from JSON-LD in a page. Fields that are
// not there stay empty.
struct ArticleFacts {
  std::string headline;
  std::string outlet;
  std::string published;
  std::string language;
  std::string url;
};
// The index of the first article in the value (also inside lists and @graph), or nullopt.
std::optional<std::size_t> find_article(const JsonTape& tape);
ArticleFacts article_facts(const JsonTape& tape, std::size_t object);

}  // namespace twosource
