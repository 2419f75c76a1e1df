#include "core/document/front_matter.h"

#include <algorithm>
#include <set>

#include "core/base/printable.h"

namespace twosource {
namespace {

struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;  // without the line break
  std::size_t next = 0;
};

Line line_at(std::string_view text, std::size_t at) {
  const std::size_t end = std::min(text.find('\n', at), text.size());
  Line line{at, end, std::min(end + 1, text.size())};
  if (line.end > at && text[line.end - 1] == '\r') --line.end;
  return line;
}

bool is_fence(std::string_view line) {
  line = trim_space(line);
  return line == "---" || line == "...";
}

bool is_key(std::string_view key) {
  return !key.empty() && key.size() <= 64 && std::all_of(key.begin(), key.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.' || c == ':' || c == '@';
  });
}

// The value without quotes, with the way back to where it stands.
FieldBuilder unquoted(std::string_view value, std::uint64_t offset) {
  FieldBuilder out;
  const char quote = value.empty() ? '\0' : value.front();
  if (value.size() < 2 || (quote != '"' && quote != '\'') || value.back() != quote) {
    out.copy(value, offset);
    return out;
  }
  const std::string_view inside = value.substr(1, value.size() - 2);
  for (std::size_t at = 0; at < inside.size();) {
    const std::uint64_t source = offset + 1 + at;
    const bool pair = at + 1 < inside.size();
    if (quote == '\'' && pair && inside[at] == '\'' && inside[at + 1] == '\'') {
      out.atom("'", source, 2);
      at += 2;
    } else if (quote == '"' && pair && inside[at] == '\\' &&
               (inside[at + 1] == '"' || inside[at + 1] == '\\')) {
      out.atom(inside.substr(at + 1, 1), source, 2);
      at += 2;
    } else {
      out.copy(inside.substr(at, 1), source);
      ++at;
    }
  }
  return out;
}

std::string canonical(std::string_view key) {
  std::string lower = ascii_lower(key);
  if (lower == "date") return "published";
  if (lower == "lang") return "language";
  return lower;
}

void take(Draft& draft, const std::string& key, FieldBuilder value) {
  if (key == "title") {
    draft.title = std::move(value);
  } else if (key == "id") {
    draft.id = std::move(value.text);
  } else if (key == "outlet") {
    draft.outlet = std::move(value.text);
  } else if (key == "published") {
    draft.published = std::move(value.text);
  } else if (key == "language") {
    draft.language = std::move(value.text);
  } else if (key == "url") {
    draft.url = std::move(value.text);
  } else if (key == "agency") {
    draft.agency = std::move(value.text);
  } else {
    draft.notes.push_back("front matter: '" + printable(key) + "' is not used");
  }
}

// Whether the text really has front matter: the first entry is one, and a second fence stands.
bool has_front_matter(std::string_view text) {
  const Line first = line_at(text, 0);
  if (text.substr(first.begin, first.end - first.begin) != "---") return false;
  bool entry = false;
  for (std::size_t at = first.next; at < text.size();) {
    const Line line = line_at(text, at);
    const std::string_view content = text.substr(line.begin, line.end - line.begin);
    if (is_fence(content)) return entry;
    if (!entry && !trim_space(content).empty() && content.front() != '#') {
      const std::size_t colon = content.find(':');
      if (colon == std::string_view::npos || !is_key(trim_space(content.substr(0, colon))))
        return false;
      entry = true;
    }
    at = line.next;
  }
  return false;
}

}  // namespace

Result<std::size_t> read_front_matter(const SourceText& source, Draft& draft) {
  const std::string_view text = source.text;
  if (!has_front_matter(text)) return std::size_t{0};
  std::set<std::string> seen;
  for (std::size_t at = line_at(text, 0).next; at < text.size();) {
    const Line line = line_at(text, at);
    const std::string_view content = text.substr(line.begin, line.end - line.begin);
    at = line.next;
    if (is_fence(content)) return at;
    // Comments, and what belongs to an entry that YAML spreads over several lines.
    if (trim_space(content).empty() || content.front() == '#' || content.front() == ' ' ||
        content.front() == '\t' || content.front() == '-')
      continue;
    const std::size_t colon = content.find(':');
    const std::string_view key = trim_space(content.substr(0, colon));
    if (colon == std::string_view::npos || !is_key(key))
      return error_at(source, line.begin, "front matter: expected 'key: value'");
    const std::string name = canonical(key);
    if (!seen.insert(name).second) {
      return error_at(source, line.begin,
                      "front matter: '" + printable(name) + "' stands twice; keep one");
    }
    const std::string_view value = trim_space(content.substr(colon + 1));
    const std::size_t begin =
        value.empty() ? line.end : static_cast<std::size_t>(value.data() - text.data());
    take(draft, name, unquoted(value, source.offset + begin));
  }
  return text.size();
}

}  // namespace twosource
