// Who knows best: JSON-LD, then OpenGraph and article tags, then the older meta names, then markup.
#include <algorithm>
#include <array>

#include "core/document/html_page.h"
#include "core/document/markdown_inline.h"
#include "core/document/readers.h"

namespace twosource {
namespace {

// Names of meta tags by field, the best first.
constexpr std::array kOutletTags = {"og:site_name",     "dc.publisher", "dcterms.publisher",
                                    "application-name", "publisher",    "twitter:site"};
constexpr std::array kPublishedTags = {"article:published_time",
                                       "og:published_time",
                                       "datepublished",
                                       "dc.date.issued",
                                       "dcterms.issued",
                                       "dc.date",
                                       "dcterms.date",
                                       "dcterms.created",
                                       "publishdate",
                                       "pubdate",
                                       "date",
                                       "sailthru.date",
                                       "parsely-pub-date",
                                       "last-modified"};
constexpr std::array kTitleTags = {"og:title", "dc.title", "dcterms.title", "twitter:title"};
constexpr std::array kLanguageTags = {"dc.language", "dcterms.language", "language",
                                      "content-language", "og:locale"};
constexpr std::array kUrlTags = {"og:url"};

class Metadata {
 public:
  Metadata(const HtmlPage& page, const SourceText& source, Draft& draft)
      : page_(page), source_(source), draft_(draft) {}

  void read() {
    for (std::size_t at = 1; at < page_.nodes().size(); ++at) {
      const HtmlNode& node = page_.nodes()[at];
      if (node.name == "script" && is_json_ld(node)) json_ld(at);
    }
    fill(draft_.outlet, kOutletTags);
    fill(draft_.published, kPublishedTags);
    fill(draft_.url, kUrlTags);
    // The page's own attribute is set by hand less often than a tag is wrong.
    for (const HtmlNode& node : page_.nodes()) visit(node);
    fill(draft_.language, kLanguageTags);
    if (!draft_.outlet.empty() && draft_.outlet[0] == '@') draft_.outlet.erase(0, 1);
    if (draft_.title.text.empty()) meta_title();
    if (draft_.title.text.empty()) title_element();
  }

 private:
  static bool is_json_ld(const HtmlNode& node) {
    return ascii_lower(node.attribute("type")).find("ld+json") != std::string::npos;
  }

  static std::string tag_name(const HtmlNode& node) {
    for (const std::string_view key : {"property", "name", "itemprop", "http-equiv"}) {
      if (!node.attribute(key).empty()) return ascii_lower(node.attribute(key));
    }
    return {};
  }

  template <typename Names>
  const HtmlNode* find_tag(const Names& names) const {
    for (const std::string_view wanted : names) {
      for (const HtmlNode& node : page_.nodes()) {
        if (node.name == "meta" && tag_name(node) == wanted &&
            !trim_space(node.attribute("content")).empty())
          return &node;
      }
    }
    return nullptr;
  }

  template <typename Names>
  void fill(std::string& field, const Names& names) const {
    if (!field.empty()) return;
    if (const HtmlNode* node = find_tag(names)) field = trim_space(node->attribute("content"));
  }

  void visit(const HtmlNode& node) {
    if (node.name == "html" && draft_.language.empty()) {
      draft_.language = node.attribute("lang");
      if (draft_.language.empty()) draft_.language = node.attribute("xml:lang");
    } else if (node.name == "time" && draft_.published.empty() &&
               parse_published(trim_space(node.attribute("datetime")))) {
      draft_.published = trim_space(node.attribute("datetime"));
    } else if (node.name == "link" && draft_.url.empty() &&
               ascii_lower(node.attribute("rel")) == "canonical") {
      draft_.url = node.attribute("href");
    }
  }

  void json_ld(std::size_t script) {
    FieldBuilder raw = page_.text_below(script);
    // Line breaks stand raw in the strings of many pages.
    std::replace_if(
        raw.text.begin(), raw.text.end(),
        [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    JsonTape tape;
    const std::size_t open = std::min(raw.text.find_first_of("{["), raw.text.size());
    std::size_t length = 0;
    if (const auto fault = tape.read_prefix(std::string_view(raw.text).substr(open), length)) {
      draft_.notes.push_back("JSON-LD left out: " + fault->message);
      return;
    }
    const auto article = find_article(tape);
    if (!article) return;
    const ArticleFacts facts = article_facts(tape, *article);
    take(draft_.outlet, facts.outlet);
    take(draft_.published, facts.published);
    take(draft_.language, facts.language);
    take(draft_.url, facts.url);
    const JsonItem* headline = tape.member(*article, "headline");
    if (headline == nullptr || headline->kind != JsonItem::Kind::String ||
        !draft_.title.text.empty())
      return;
    FieldBuilder title;
    tape.unescape(*headline, raw.map.source_byte(static_cast<std::uint32_t>(open)), title);
    write_plain(title, draft_.title);
  }

  static void take(std::string& field, const std::string& value) {
    if (field.empty()) field = trim_space(value);
  }

  // Titles in attributes and JSON-LD often carry entities of their own.
  static void write_plain(const FieldBuilder& raw, FieldBuilder& out) {
    FieldBuilder decoded;
    const std::string_view text = raw.text;
    for (std::size_t at = 0; at < text.size();) {
      const Entity entity = text[at] == '&' ? read_entity(text.substr(at)) : Entity{};
      if (entity.length > 0) {
        const auto begin = raw.map.source_byte(static_cast<std::uint32_t>(at));
        const auto end = raw.map.source_byte(static_cast<std::uint32_t>(at) + entity.length);
        decoded.atom(entity.text, begin, static_cast<std::uint32_t>(end - begin));
        at += entity.length;
        continue;
      }
      const std::size_t end = std::min(text.find('&', at + 1), text.size());
      decoded.transfer(raw, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
      at = end;
    }
    write_collapsed(decoded, out);
  }

  // The value of `content` as it stands in the tag that ends at tag_end; an atom for the whole tag
  // when it cannot be found there (entities, odd quoting).
  void meta_title() {
    const HtmlNode* node = find_tag(kTitleTags);
    if (node == nullptr) return;
    const std::string_view value = node->attribute("content");
    const std::size_t tag_end =
        std::min<std::size_t>(static_cast<std::size_t>(node->tag_end - 0), source_.text.size());
    const std::string_view before = source_.text.substr(0, tag_end);
    const std::size_t tag = before.rfind('<');
    const std::size_t begin = tag == std::string_view::npos ? 0 : tag;
    FieldBuilder raw;
    const std::size_t found = before.find(value, begin);
    if (found != std::string_view::npos) {
      raw.copy(value, source_.offset + found);
    } else {
      raw.atom(value, source_.offset + begin, static_cast<std::uint32_t>(tag_end - begin));
    }
    write_plain(raw, draft_.title);
  }

  // "Headline | Outlet", "Headline - Outlet": without the outlet.
  void title_element() {
    const auto& nodes = page_.nodes();
    for (std::size_t at = 1; at < nodes.size(); ++at) {
      if (nodes[at].name != "title") continue;
      FieldBuilder whole;
      write_collapsed(page_.text_below(at), whole);
      std::size_t end = whole.text.size();
      for (const std::string_view mark : {" | ", " - ", " – ", " — "}) {
        const std::size_t found = whole.text.rfind(mark);
        if (found != std::string::npos && found >= 20 && found * 2 >= whole.text.size()) {
          const std::string rest = whole.text.substr(found + mark.size());
          if (draft_.outlet.empty() && mark == " | ") draft_.outlet = rest;
          if (mark == " | " || rest == draft_.outlet) {
            end = found;
            break;
          }
        }
      }
      draft_.title.transfer(whole, {0, static_cast<std::uint32_t>(end)});
      return;
    }
  }

  const HtmlPage& page_;
  const SourceText& source_;
  Draft& draft_;
};

}  // namespace

void read_html_metadata(const HtmlPage& page, const SourceText& source, Draft& draft) {
  Metadata(page, source, draft).read();
}

std::string declared_charset(std::string_view bytes) {
  constexpr std::size_t kLooked = 4096;
  const std::string head = ascii_lower(bytes.substr(0, kLooked));
  for (const std::string_view key : {"charset=", "encoding="}) {
    const std::size_t found = head.find(key);
    if (found == std::string::npos) continue;
    std::size_t begin = found + key.size();
    if (begin < head.size() && (head[begin] == '"' || head[begin] == '\'')) ++begin;
    const std::size_t end = head.find_first_of("\"'; \t\r\n/>?", begin);
    if (end != std::string::npos && end > begin && end - begin <= 40)
      return head.substr(begin, end - begin);
  }
  return {};
}

}  // namespace twosource
