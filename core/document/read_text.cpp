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
  // Comments are no part of the story; the text keeps them, for its offsets are those of the file.
  const std::string_view text = draft.text.text;
  for (std::size_t open = text.find("<!--"); open != std::string_view::npos;
       open = text.find("<!--", open)) {
    const std::size_t close = text.find("-->", open + 4);
    if (close == std::string_view::npos) break;
    const std::size_t end = close + 3;
    draft.known.push_back(
        {{static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(end)}, Zone::Boilerplate});
    open = end;
  }
  return draft;
}

}  // namespace twosource
