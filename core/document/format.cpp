#include "core/document/format.h"

#include <algorithm>
#include <array>

#include "core/document/draft.h"
#include "core/document/json_tape.h"

namespace twosource {
namespace {

bool begins(std::string_view text, std::string_view with) {
  return text.substr(0, with.size()) == with;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view skip_space(std::string_view text) {
  while (!text.empty() && std::string_view(" \t\r\n").find(text.front()) != std::string_view::npos)
    text.remove_prefix(1);
  return text;
}

// A list or object and what must follow its opening bracket: "[dpa] Berlin" is no JSON.
bool looks_like_json(std::string_view text) {
  if (text.empty() || (text.front() != '{' && text.front() != '[')) return false;
  const std::string_view inside = skip_space(text.substr(1));
  if (inside.empty()) return true;
  if (text.front() == '{') return inside.front() == '"' || inside.front() == '}';
  return inside.front() == '{' || inside.front() == ']' || inside.front() == '[';
}

// Records one a line, unless the first line is only the beginning of a value.
Format lines_or_values(std::string_view text, bool whole, std::string_view extension) {
  if (is_one_of(extension, {"jsonl", "ndjson"})) return Format::JsonLines;
  if (begins(text, "[")) return Format::Json;
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return whole ? Format::JsonLines : Format::Json;
  JsonTape tape;
  if (!tape.read(text.substr(0, end))) return Format::JsonLines;
  // In an object that is spread over lines a key comes next, never another object.
  return begins(skip_space(text.substr(end)), "{") ? Format::JsonLines : Format::Json;
}

// The name of the first element, past comments, declarations and white space; "" for none.
std::string first_element(std::string_view text) {
  for (text = skip_space(text); begins(text, "<"); text = skip_space(text)) {
    if (begins(text, "<!--") || begins(text, "<?")) {
      const std::string_view close = begins(text, "<?") ? "?>" : "-->";
      const std::size_t end = text.find(close);
      if (end == std::string_view::npos) return {};
      text.remove_prefix(end + close.size());
      continue;
    }
    std::size_t end = 1;
    while (end < text.size() && end < 40 && text[end] != '>' && text[end] != ' ' &&
           text[end] != '\n' && text[end] != '\r' && text[end] != '\t' && text[end] != '/') {
      ++end;
    }
    return ascii_lower(text.substr(1, end - 1));
  }
  return {};
}

bool is_html_element(std::string_view name) {
  return is_one_of(name, {"!doctype", "html",    "head",  "body",    "title",  "meta",  "link",
                          "script",   "article", "main",  "section", "header", "div",   "p",
                          "h1",       "h2",      "table", "figure",  "nav",    "style", "base"});
}

// A line that only Markdown has at the start of a text: "# Heading".
bool starts_as_markdown(std::string_view text) {
  text = skip_space(text);
  std::size_t hashes = 0;
  while (hashes < text.size() && text[hashes] == '#') ++hashes;
  return hashes >= 1 && hashes <= 6 && hashes < text.size() && text[hashes] == ' ';
}

std::string_view behind_front_matter(std::string_view text) {
  if (!begins(text, "---\n") && !begins(text, "---\r\n")) return text;
  const std::size_t end = text.find("\n---", 3);
  if (end == std::string_view::npos) return text;
  const std::size_t line_end = text.find('\n', end + 4);
  return line_end == std::string_view::npos ? std::string_view{} : text.substr(line_end + 1);
}

}  // namespace

std::string extension_of(const std::string& name) {
  std::string file = ascii_lower(std::string_view(name).substr(name.rfind('/') + 1));
  for (const std::string_view packed : {".gz", ".zst"}) {
    if (file.size() > packed.size() &&
        file.compare(file.size() - packed.size(), packed.size(), packed) == 0) {
      file.resize(file.size() - packed.size());
    }
  }
  const std::size_t dot = file.rfind('.');
  return dot == std::string::npos ? std::string() : file.substr(dot + 1);
}

bool is_article_name(const std::string& name) {
  return is_one_of(extension_of(name), {"txt", "text", "md", "markdown", "html", "htm", "xhtml",
                                        "json", "jsonl", "ndjson"});
}

bool starts_with_record(std::string_view head) {
  const std::string_view start = skip_space(head);
  const std::size_t end = start.find('\n');
  JsonTape tape;
  return looks_like_json(start) && start.front() == '{' && end != std::string_view::npos &&
         !tape.read(start.substr(0, end));
}

Result<Format> tell_format(std::string_view head, bool whole, const std::string& name) {
  const std::string extension = extension_of(name);
  const std::string_view start = skip_space(head);
  const bool named_json = is_one_of(extension, {"json", "jsonl", "ndjson"});
  if (looks_like_json(start) || named_json) return lines_or_values(start, whole, extension);
  const bool named_markdown = is_one_of(extension, {"md", "markdown"});
  const std::string element = first_element(start);
  if (!named_markdown && is_html_element(element)) {
    // "<?xml ...><html>" is HTML; "<!DOCTYPE NewsML" is not.
    if (element != "!doctype" ||
        ascii_lower(start.substr(start.find('<'), 200)).find("html") != std::string::npos)
      return Format::Html;
  }
  if (begins(start, "<?xml") || is_one_of(element, {"rss", "feed", "rdf:rdf", "nitf", "newsml",
                                                    "newsitem", "newsmessage", "!doctype"})) {
    return Error{ErrorKind::Unsupported,
                 "is XML (<" + element + ">); give an HTML page, JSON records or plain text"};
  }
  if (is_one_of(extension, {"html", "htm", "xhtml"}) && start.find('<') != std::string_view::npos)
    return Format::Html;
  if (named_markdown) return Format::Markdown;
  if (is_one_of(extension, {"txt", "text"})) return Format::Text;
  return starts_as_markdown(behind_front_matter(head)) ? Format::Markdown : Format::Text;
}

}  // namespace twosource
