// Finds the article on a page. Each element knows how much text stands below it and how much of
// that is links; the root is the element that the markup calls the article, or else the one with
// the most prose. From the root on texts are written block by block; navigation, forms, lists of
// links and what its class calls advertising or sharing is left out.
#include <algorithm>
#include <array>
#include <optional>
#include <unordered_set>

#include "core/document/html_page.h"
#include "core/document/readers.h"
#include "core/document/zone_words.h"

namespace twosource {
namespace {

const std::unordered_set<std::string_view> kLeftOut = {
    "script", "style",    "noscript", "template", "svg",    "iframe", "form",   "button", "select",
    "nav",    "footer",   "aside",    "object",   "video",  "audio",  "canvas", "dialog", "menu",
    "input",  "textarea", "head",     "title",    "option", "map",    "embed",  "pre",    "link",
    "meta",   "base",     "math",     "source",   "track",  "picture"};

const std::unordered_set<std::string_view> kBlocks = {
    "html",    "body",   "div",      "p",      "h1",         "h2",         "h3",      "h4",
    "h5",      "h6",     "ul",       "ol",     "li",         "dl",         "dt",      "dd",
    "table",   "thead",  "tbody",    "tfoot",  "tr",         "caption",    "section", "hr",
    "article", "main",   "header",   "figure", "figcaption", "blockquote", "address", "details",
    "summary", "center", "fieldset", "hgroup"};

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

// The words of class and id: whole names, and their parts between hyphens and underscores.
template <typename Visit>
void each_class_word(const HtmlNode& node, const Visit& visit) {
  for (const std::string_view key : {"class", "id"}) {
    const std::string value = ascii_lower(node.attribute(key));
    std::size_t name_begin = 0;
    std::size_t part_begin = 0;
    for (std::size_t at = 0; at <= value.size(); ++at) {
      const char c = at < value.size() ? value[at] : ' ';
      const bool name_ends = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (!name_ends && c != '-' && c != '_' && c != ':' && c != '/') continue;
      if (at > part_begin) visit(value.substr(part_begin, at - part_begin));
      part_begin = at + 1;
      if (!name_ends) continue;
      if (at > name_begin) visit(value.substr(name_begin, at - name_begin));
      name_begin = at + 1;
    }
  }
}

bool has_class(const HtmlNode& node, const std::unordered_set<std::string>& words) {
  if (node.attributes.empty()) return false;
  bool found = false;
  each_class_word(node, [&](const std::string& word) { found = found || words.count(word) > 0; });
  return found;
}

// Bytes of text below an element, without white space at the ends of texts.
struct Weight {
  std::size_t text = 0;
  std::size_t links = 0;  // inside links
  std::size_t prose = 0;  // inside paragraphs
  std::size_t link_count = 0;

  bool mostly_links(std::size_t percent) const { return text > 0 && links * 100 >= text * percent; }
};

class Content {
 public:
  Content(const HtmlPage& page, Draft& draft) : page_(page), nodes_(page.nodes()), draft_(draft) {}

  void read() {
    weigh();
    root_ = find_root();
    heading_before_root();
    walk(root_);
    draft_.structured = true;
  }

 private:
  bool left_out(const HtmlNode& node) const {
    if (kLeftOut.count(node.name) > 0 || node.has_attribute("hidden")) return true;
    if (node.attribute("aria-hidden") == "true") return true;
    const std::string_view role = node.attribute("role");
    if (role == "navigation" || role == "complementary" || role == "dialog" || role == "banner" ||
        role == "contentinfo" || role == "search")
      return true;
    const std::string style = ascii_lower(node.attribute("style"));
    return style.find("display:none") != std::string::npos ||
           style.find("display: none") != std::string::npos;
  }

  // Sums weights upwards, leaving out what is left out by its kind.
  void weigh() {
    weights_.resize(nodes_.size());
    skipped_.assign(nodes_.size(), false);
    std::vector<bool> in_link(nodes_.size(), false);
    std::vector<bool> in_prose(nodes_.size(), false);
    for (std::size_t at = 1; at < nodes_.size(); ++at) {
      const HtmlNode& node = nodes_[at];
      skipped_[at] = skipped_[node.parent] || (!node.is_text() && left_out(node));
      in_link[at] = in_link[node.parent] || node.name == "a";
      in_prose[at] = in_prose[node.parent] || node.name == "p";
      if (!node.is_text() || skipped_[at]) continue;
      const std::size_t size = trim_space(slice(page_.all().text, node.text)).size();
      weights_[at].text = size;
      weights_[at].links = in_link[at] ? size : 0;
      weights_[at].prose = in_prose[at] && !in_link[at] ? size : 0;
    }
    for (std::size_t at = nodes_.size(); at-- > 1;) {
      Weight& up = weights_[nodes_[at].parent];
      up.text += weights_[at].text;
      up.links += weights_[at].links;
      up.prose += weights_[at].prose;
      up.link_count += weights_[at].link_count + (nodes_[at].name == "a" ? 1U : 0U);
    }
  }

  template <typename Fits>
  std::optional<std::size_t> heaviest(const Fits& fits) const {
    std::optional<std::size_t> best;
    for (std::size_t at = 1; at < nodes_.size(); ++at) {
      if (skipped_[at] || nodes_[at].is_text() || !fits(nodes_[at])) continue;
      if (!best || weights_[at].prose > weights_[*best].prose) best = at;
    }
    return best;
  }

  bool is_substantial(std::size_t node) const {
    return weights_[node].prose >= 200 || weights_[node].prose * 2 > weights_[0].prose;
  }

  std::size_t find_root() const {
    const ZoneWords& words = zone_words();
    const auto body = heaviest([&](const HtmlNode& node) {
      return ascii_lower(node.attribute("itemprop")) == "articlebody" ||
             has_class(node, words.markup_content);
    });
    const auto article = heaviest([](const HtmlNode& node) {
      return node.name == "article" || node.attribute("role") == "article" ||
             node.attribute("itemtype").find("Article") != std::string_view::npos;
    });
    if (article && is_substantial(*article)) {
      // The article holds headline and lead too, unless it drags much else along.
      const bool wide = body && *body > *article && *body < nodes_[*article].after &&
                        weights_[*article].text > 3 * weights_[*body].text + 1000;
      return wide && is_substantial(*body) ? *body : *article;
    }
    if (body && is_substantial(*body)) return *body;
    const auto main = heaviest([](const HtmlNode& node) {
      return node.name == "main" || node.attribute("role") == "main";
    });
    if (main && is_substantial(*main)) return *main;
    return by_prose();
  }

  // The element whose own paragraphs hold the most text; half of it counts for its parent.
  std::size_t by_prose() const {
    std::vector<std::size_t> score(nodes_.size(), 0);
    for (std::size_t at = 1; at < nodes_.size(); ++at) {
      if (skipped_[at] || nodes_[at].name != "p" || weights_[at].prose < 25) continue;
      const std::size_t parent = nodes_[at].parent;
      score[parent] += weights_[at].prose;
      score[nodes_[parent].parent] += weights_[at].prose / 2;
    }
    const auto best = std::max_element(score.begin(), score.end());
    if (best != score.end() && *best > 0) return static_cast<std::size_t>(best - score.begin());
    return heaviest([](const HtmlNode& node) { return node.name == "body"; }).value_or(0);
  }

  // An <h1> that stands before the root belongs to it.
  void heading_before_root() {
    const std::size_t end = nodes_[root_].after;
    std::optional<std::size_t> before;
    for (std::size_t at = 1; at < end; ++at) {
      if (nodes_[at].name != "h1" || skipped_[at] || weights_[at].text == 0) continue;
      if (at > root_) return;
      before = at;
    }
    if (!before) return;
    begin_block(Zone::Headline);
    for (std::size_t at = *before + 1; at < nodes_[*before].after; ++at) {
      if (nodes_[at].is_text()) block_.transfer(page_.all(), nodes_[at].text);
    }
    flush();
  }

  struct Open {
    std::size_t after;
    Zone zone;
    bool is_block;
    bool is_cell;
  };

  Zone zone_of(const HtmlNode& node, std::size_t at, Zone outer) const {
    if (is_heading(node.name)) return Zone::Headline;
    if (node.name == "blockquote") return Zone::Quote;
    if (node.name == "figcaption") return Zone::Caption;
    if (outer != Zone::Body) return outer;
    if (node.name == "li" || node.name == "dd" || node.name == "dt") return Zone::List;
    if (node.name == "tr" || node.name == "caption") return Zone::Table;
    constexpr std::size_t kLongestAside = 1200;
    if (weights_[at].text <= kLongestAside) {
      if (has_class(node, zone_words().markup_caption)) return Zone::Caption;
      if (has_class(node, zone_words().markup_lead) && at > root_) return Zone::Lead;
    }
    return outer;
  }

  // Lists of links and boxes that their class gives away; never the greater part of the article.
  bool is_furniture(const HtmlNode& node, std::size_t at) const {
    const Weight& weight = weights_[at];
    if (weight.text * 2 >= weights_[root_].text && weight.prose * 2 >= weights_[root_].prose)
      return false;
    const bool box = kBlocks.count(node.name) > 0 || node.name == "span" || node.name == "figure";
    if (box && !is_heading(node.name) && node.name != "p" &&
        has_class(node, zone_words().markup_skip))
      return true;
    const bool list = node.name == "ul" || node.name == "ol" || node.name == "div" ||
                      node.name == "section" || node.name == "article" || node.name == "table";
    if (node.name == "article" && at != root_ && weight.mostly_links(50)) return true;
    return list && weight.mostly_links(70) && weight.link_count >= 2;
  }

  void walk(std::size_t root) {
    std::vector<Open> open = {{nodes_[root].after, Zone::Body, true, false}};
    for (std::size_t at = root + 1; at < nodes_[root].after;) {
      while (open.size() > 1 && open.back().after <= at) leave(open);
      const HtmlNode& node = nodes_[at];
      if (node.is_text()) {
        block_.transfer(page_.all(), node.text);
        ++at;
        continue;
      }
      if (skipped_[at] || is_furniture(node, at) || is_bare_time(node, open)) {
        at = node.after;
        continue;
      }
      enter(node, at, open);
      ++at;
    }
    while (open.size() > 1) leave(open);
    flush();
  }

  static bool is_bare_time(const HtmlNode& node, const std::vector<Open>& open) {
    return node.name == "time" &&
           !std::any_of(open.begin(), open.end(),
                        [](const Open& o) {
                          return o.is_cell || o.zone == Zone::List || o.zone == Zone::Quote;
                        }) &&
           !open.back().is_cell;
  }

  void enter(const HtmlNode& node, std::size_t at, std::vector<Open>& open) {
    const bool is_block = kBlocks.count(node.name) > 0;
    const bool is_cell = node.name == "td" || node.name == "th";
    if (node.name == "br") {
      line_break();
      return;
    }
    const Zone zone = zone_of(node, at, open.back().zone);
    if (is_block) {
      flush();
      begin_block(zone);
      // A paragraph that is nothing but a link leads elsewhere.
      if (node.name == "p" && weights_[at].mostly_links(90) && zone == Zone::Body)
        zone_ = Zone::Boilerplate;
    }
    if (is_cell && !trim_space(block_.text).empty()) add_gap(" | ");
    // A paragraph counts as a cell: a time inside it is part of the sentence.
    open.push_back({node.after, zone, is_block, is_cell || node.name == "p"});
  }

  void leave(std::vector<Open>& open) {
    const bool block = open.back().is_block;
    open.pop_back();
    if (!block) return;
    flush();
    begin_block(open.back().zone);
  }

  void begin_block(Zone zone) { zone_ = zone; }

  void add_gap(std::string_view gap) {
    const auto& runs = block_.map.runs();
    const std::uint64_t source =
        runs.empty() ? 0 : runs.back().source_begin + runs.back().source_length;
    block_.atom(gap, source, 0);
  }

  // Two in a row part paragraphs; one parts lines of an address or verse.
  void line_break() {
    if (trim_space(block_.text).empty()) return;
    const std::string_view text = block_.text;
    const std::string_view bare = text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
    if (!bare.empty() && bare.back() == kBreak) {
      flush();
      return;
    }
    add_gap(std::string_view(&kBreak, 1));
  }

  void flush() {
    FieldBuilder raw = std::move(block_);
    block_ = {};
    // Line breaks by <br> part the block into lines; at its end they part nothing.
    std::size_t begin = 0;
    while (begin <= raw.text.size()) {
      const std::size_t end = std::min(raw.text.find(kBreak, begin), raw.text.size());
      FieldBuilder part;
      part.transfer(raw, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
      write_block(part, begin > 0);
      begin = end + 1;
    }
  }

  void write_block(const FieldBuilder& raw, bool continues) {
    FieldBuilder block;
    write_collapsed(raw, block);
    if (block.text.empty() || block.text == "|") return;
    const bool same = zone_ == last_zone_ && (zone_ == Zone::List || zone_ == Zone::Table);
    if (draft_.text.size() > 0) {
      const std::uint64_t source = block.map.source_byte(0);
      draft_.text.atom(same || continues ? "\n" : "\n\n", source, 0);
    }
    const std::uint32_t begin = draft_.text.size();
    draft_.text.transfer(block, {0, block.size()});
    if (zone_ != Zone::Body) draft_.known.push_back({{begin, draft_.text.size()}, zone_});
    last_zone_ = zone_;
  }

  // Stands for <br> inside a block; control characters are gone from pages.
  static constexpr char kBreak = '\x1E';

  const HtmlPage& page_;
  const std::vector<HtmlNode>& nodes_;
  Draft& draft_;
  std::vector<Weight> weights_;
  std::vector<bool> skipped_;
  std::size_t root_ = 0;
  FieldBuilder block_;
  Zone zone_ = Zone::Body;
  Zone last_zone_ = Zone::Body;
};

// A headline at the top of the text is the title; what head and JSON-LD say is the second choice,
// because search engines are told other words than readers.
void prefer_headline_of_text(Draft& draft) {
  constexpr std::uint32_t kTop = 200;  // bytes; a kicker may stand before it
  for (const ZoneSpan& zone : draft.known) {
    if (zone.zone != Zone::Headline) continue;
    if (zone.span.begin <= kTop) draft.title = {};
    return;
  }
}

}  // namespace

void read_html_content(const HtmlPage& page, Draft& draft) {
  Content(page, draft).read();
}

Result<Draft> read_html(const SourceText& source) {
  Result<HtmlPage> page = HtmlPage::parse(source);
  if (!page) return page.error();
  Draft draft;
  read_html_metadata(*page, source, draft);
  read_html_content(*page, draft);
  prefer_headline_of_text(draft);
  return draft;
}

}  // namespace twosource
