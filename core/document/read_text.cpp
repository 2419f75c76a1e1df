#include "core/document/front_matter.h"
#include "core/document/readers.h"

namespace twosource {

Result<Draft> read_text(const SourceText& source) {
  Draft draft;
  const Result<std::size_t> body = read_front_matter(source, draft);
  if (!body) return body.error();
  std::size_t begin = *body;
  // The blank lines between front matter and text belong to neither.
  while (begin > 0 && begin < source.text.size() &&
         (source.text[begin] == '\n' || source.text[begin] == '\r')) {
    ++begin;
  }
  draft.text.copy(source.text.substr(begin), source.offset + begin);
  return draft;
}

}  // namespace twosource
