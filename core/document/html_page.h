// HtmlPage: the elements and texts of a page in the order of the file, with the way back to its
// bytes. libxml2 mends the markup; its events are kept in one vector, without a tree of pointers
// and without recursion.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/document/draft.h"
#include "core/document/field_builder.h"

namespace twosource {

struct HtmlNode {
  std::string name;  // lower case; empty for a text
  std::uint32_t parent = 0;
  std::uint32_t after = 0;  // index of the next node that is not a descendant
  ByteSpan text;            // of a text: its bytes in HtmlPage::all
  std::vector<std::pair<std::string, std::string>> attributes;  // the ones that readers look at
  std::uint64_t tag_end = 0;  // offset behind the tag's attributes in the source

  bool is_text() const { return name.empty(); }
  std::string_view attribute(std::string_view key) const;
  bool has_attribute(std::string_view key) const;
};

class HtmlPage {
 public:
  static constexpr std::size_t kMaxNodes = 4U << 20U;
  static constexpr std::size_t kMaxDepth = 2000;

  // Errors: TooLarge beyond the limits.
  static Result<HtmlPage> parse(const SourceText& source);

  // Node 0 is the page itself, without a name.
  const std::vector<HtmlNode>& nodes() const { return nodes_; }
  const FieldBuilder& all() const { return all_; }
  // The texts below a node, as they stand.
  FieldBuilder text_below(std::size_t node) const;

 private:
  friend class HtmlEvents;
  std::vector<HtmlNode> nodes_;
  FieldBuilder all_;
};

// What the head of a page and its structured data say of the article.
void read_html_metadata(const HtmlPage& page, const SourceText& source, Draft& draft);
// Fills the draft's text and zones from the article's own part of the page.
void read_html_content(const HtmlPage& page, Draft& draft);

// Writes `raw` with white space collapsed and nothing at both ends.
void write_collapsed(const FieldBuilder& raw, FieldBuilder& out);

}  // namespace twosource
