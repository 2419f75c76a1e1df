// The text of an article as HTML paragraphs in which every statement is a link to its finding.
//
//   ...mit <a class="claim conflicting" href="#c-21" data-findings="c-21">379 zu 0</a> Stimmen.
//
// Where statements overlap, each stretch of text leads to the most serious one, and among equals to
// the narrowest. Cost: linear in the text, for the overlaps that occur.
#pragma once

#include <string>
#include <vector>

#include "core/document/document.h"

namespace twosource {

struct TextMark {
  Field field = Field::Text;
  ByteSpan span;
  std::string finding;  // the id to which it leads
  std::string verdict;  // also a class of the style sheet
  int weight = 0;       // the more serious, the higher
};

// Title (unless it is a line of the text) and text. Text is escaped.
std::string marked_article(const Document& document, std::vector<TextMark> marks);

}  // namespace twosource
