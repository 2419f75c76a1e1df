// libxml2 tells where its input stands when it reports a text. A text that equals the bytes before
// that place is mapped byte by byte; anything else (an entity, something mended) becomes an atom.
// So the map is right by construction, whatever the parser did.
#include "core/document/html_page.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace twosource {

namespace {

constexpr std::string_view kKept[] = {
    "class",   "id",          "role",  "itemprop", "property",   "name",
    "content", "datetime",    "lang",  "href",     "rel",        "type",
    "hidden",  "aria-hidden", "style", "xml:lang", "http-equiv", "itemtype"};

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view{}
                         : std::string_view(reinterpret_cast<const char*>(text));
}

// Control characters, which HTML forbids, as spaces: same length, nothing for the parser to mend.
std::string cleaned(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && byte != '\n' && byte != '\t' && byte != '\r') || byte == 0x7F) c = ' ';
  }
  return out;
}

struct FreeParser {
  void operator()(htmlParserCtxtPtr context) const { htmlFreeParserCtxt(context); }
};

}  // namespace

// Receives the parser's events.
class HtmlEvents {
 public:
  HtmlEvents(HtmlPage& page, std::string_view source, std::uint64_t offset)
      : page_(page), source_(source), offset_(offset) {
    page_.nodes_.emplace_back();
  }

  std::optional<Error> run() {
    htmlSAXHandler handler{};
    handler.startElement = [](void* self, const xmlChar* name, const xmlChar** attributes) {
      static_cast<HtmlEvents*>(self)->start(view(name), attributes);
    };
    handler.endElement = [](void* self, const xmlChar* name) {
      static_cast<HtmlEvents*>(self)->end(view(name));
    };
    const auto text = [](void* self, const xmlChar* chars, int length) {
      static_cast<HtmlEvents*>(self)->characters(
          {reinterpret_cast<const char*>(chars), static_cast<std::size_t>(length)});
    };
    handler.characters = text;
    handler.ignorableWhitespace = text;
    handler.cdataBlock = text;
    parser_.reset(htmlCreateMemoryParserCtxt(source_.data(), static_cast<int>(source_.size())));
    if (!parser_) return Error{ErrorKind::Internal, "the HTML parser cannot be started"};
    *parser_->sax = handler;
    parser_->userData = this;
    htmlCtxtUseOptions(parser_.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                                          HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                          HTML_PARSE_IGNORE_ENC);
    parser_->charset = XML_CHAR_ENCODING_UTF8;
    // The text is UTF-8 here, whatever it says of itself.
    if (parser_->input->encoding == nullptr)
      parser_->input->encoding = xmlStrdup(reinterpret_cast<const xmlChar*>("UTF-8"));
    htmlParseDocument(parser_.get());
    while (!open_.empty()) close();
    page_.nodes_.front().after = static_cast<std::uint32_t>(page_.nodes_.size());
    return std::move(error_);
  }

 private:
  std::size_t position() const {
    const xmlParserInput* input = parser_->input;
    const auto at = static_cast<std::size_t>(input->consumed) +
                    static_cast<std::size_t>(input->cur - input->base);
    return std::min(at, source_.size());
  }

  void stop(std::string message) {
    if (!error_) error_ = Error{ErrorKind::TooLarge, std::move(message)};
    xmlStopParser(parser_.get());
  }

  std::uint32_t parent() const { return open_.empty() ? 0 : open_.back(); }

  HtmlNode* add() {
    if (error_) return nullptr;
    if (page_.nodes_.size() >= HtmlPage::kMaxNodes) {
      stop("the page has more than " + std::to_string(HtmlPage::kMaxNodes) + " elements");
      return nullptr;
    }
    HtmlNode& node = page_.nodes_.emplace_back();
    node.parent = parent();
    node.after = static_cast<std::uint32_t>(page_.nodes_.size());
    return &node;
  }

  void start(std::string_view name, const xmlChar** attributes) {
    if (open_.size() >= HtmlPage::kMaxDepth)
      stop("the page is nested deeper than " + std::to_string(HtmlPage::kMaxDepth) + " elements");
    HtmlNode* node = add();
    if (node == nullptr) return;
    node->name = ascii_lower(name);
    node->tag_end = position();
    for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
      const std::string key = ascii_lower(view(attributes[0]));
      if (std::find(std::begin(kKept), std::end(kKept), key) != std::end(kKept))
        node->attributes.emplace_back(key, std::string(view(attributes[1])));
    }
    open_.push_back(static_cast<std::uint32_t>(page_.nodes_.size() - 1));
  }

  void close() {
    page_.nodes_[open_.back()].after = static_cast<std::uint32_t>(page_.nodes_.size());
    open_.pop_back();
  }

  void end(std::string_view name) {
    if (open_.empty()) return;
    // libxml2 balances its events; this only guards against the unforeseen.
    if (page_.nodes_[open_.back()].name == ascii_lower(name)) close();
  }

  void characters(std::string_view text) {
    if (text.empty()) return;
    HtmlNode* node = nullptr;
    HtmlNode& last = page_.nodes_.back();
    const bool continues = last.is_text() && page_.nodes_.size() > 1 && last.parent == parent() &&
                           last.text.end == page_.all_.size();
    node = continues ? &last : add();
    if (node == nullptr) return;
    if (!continues) node->text.begin = page_.all_.size();
    append(text);
    node->text.end = page_.all_.size();
  }

  void append(std::string_view text) {
    const std::size_t at = position();
    if (const auto begin = place_of(text, at)) {
      page_.all_.copy(text, offset_ + *begin);
      cursor_ = *begin + text.size();
      return;
    }
    // An entity, most often.
    constexpr std::size_t kLongestEntity = 40;
    std::size_t begin = std::min(cursor_, at);
    const std::size_t ampersand = source_.rfind('&', at == 0 ? 0 : at - 1);
    if (ampersand != std::string_view::npos && ampersand >= cursor_ &&
        at - ampersand <= kLongestEntity) {
      begin = ampersand;
    }
    page_.all_.atom(text, offset_ + begin, static_cast<std::uint32_t>(at - begin));
    cursor_ = at;
  }

  // Where the text stands byte by byte: right before the parser's place, or one code point on (long
  // texts are reported before their last code point is taken), or where the last text ended.
  std::optional<std::size_t> place_of(std::string_view text, std::size_t at) const {
    const auto fits = [&](std::size_t begin) {
      return begin >= cursor_ && source_.substr(begin, text.size()) == text;
    };
    constexpr std::size_t kLong = 256;
    const std::size_t most_ahead = text.size() < kLong ? 0 : 4;
    for (std::size_t ahead = 0; ahead <= most_ahead; ++ahead) {
      if (at + ahead >= text.size() && fits(at + ahead - text.size()))
        return at + ahead - text.size();
    }
    if (fits(cursor_)) return cursor_;
    return std::nullopt;
  }

  HtmlPage& page_;
  std::string_view source_;
  std::uint64_t offset_;
  std::unique_ptr<htmlParserCtxt, FreeParser> parser_;
  std::vector<std::uint32_t> open_;
  std::size_t cursor_ = 0;
  std::optional<Error> error_;
};

std::string_view HtmlNode::attribute(std::string_view key) const {
  for (const auto& [known, value] : attributes) {
    if (known == key) return value;
  }
  return {};
}

bool HtmlNode::has_attribute(std::string_view key) const {
  return std::any_of(attributes.begin(), attributes.end(),
                     [&](const auto& pair) { return pair.first == key; });
}

Result<HtmlPage> HtmlPage::parse(const SourceText& source) {
  HtmlPage page;
  const std::string text = cleaned(source.text);
  HtmlEvents events(page, text, source.offset);
  if (auto error = events.run()) {
    error->file = source.file;
    return std::move(*error);
  }
  return page;
}

FieldBuilder HtmlPage::text_below(std::size_t node) const {
  FieldBuilder out;
  for (std::size_t at = node + 1; at < nodes_[node].after; ++at) {
    if (nodes_[at].is_text()) out.transfer(all_, nodes_[at].text);
  }
  return out;
}

void write_collapsed(const FieldBuilder& raw, FieldBuilder& out) {
  const std::string_view text = raw.text;
  const auto is_space = [](char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  };
  const auto source_of = [&](std::size_t at) {
    return raw.map.source_byte(static_cast<std::uint32_t>(at));
  };
  const std::uint32_t start = out.size();
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t space = at;
    while (at < text.size() && is_space(text[at])) ++at;
    if (at == text.size()) break;
    if (at > space && out.size() > start) {
      const std::uint64_t begin = source_of(space);
      out.atom(" ", begin, static_cast<std::uint32_t>(source_of(at) - begin));
    }
    std::size_t end = at;
    while (end < text.size() && !is_space(text[end])) ++end;
    out.transfer(raw, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    at = end;
  }
}

}  // namespace twosource
