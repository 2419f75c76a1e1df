// annotations: a page of W3C Web Annotations (JSON-LD), one for each finding, with a quotation and
// a position (code points of the text) as selectors, so that a content system can show the verdicts
// beside the published article.
#include "core/text/utf8.h"
#include "reports/escape.h"
#include "reports/formats.h"
#include "reports/json_list.h"
#include "reports/uri.h"

namespace twosource {
namespace {

constexpr std::uint32_t kContext = 32;  // code points of text around a quotation

std::string target_of(const Document& document) {
  const std::string url = safe_url(document.info.url);
  if (!url.empty() || document.file.empty()) return article_uri(document.info);
  return file_uri(document.file);
}

void write_body(JsonWriter& json, const Finding& finding) {
  json.key("body"), json.begin_array();
  json.begin_object();
  json.member("type", "TextualBody");
  json.member("purpose", "commenting");
  json.member("format", "text/plain");
  json.member("language", "en");
  json.member("value", finding.message);
  json.end_object();
  json.begin_object();
  json.member("type", "TextualBody");
  json.member("purpose", "tagging");
  json.member("value", name_of(finding.verdict));
  json.end_object();
  for (const Evidence& evidence : finding.evidence) {
    json.begin_object();
    json.member("type", "SpecificResource");
    json.member("purpose", "linking");
    json.member("source", article_uri(evidence.article));
    json.key("selector"), json.begin_object();
    json.member("type", "TextQuoteSelector");
    json.member("exact", evidence.claim.sentence_text);
    json.end_object();
    json.end_object();
  }
  json.end_array();
}

void write_target(JsonWriter& json, const Document& document, const Claim& claim,
                  const CharIndex& index) {
  const std::string_view text = document.field(claim.field);
  const std::uint32_t before = claim.chars.begin < kContext ? 0 : claim.chars.begin - kContext;
  const ByteSpan prefix{index.byte_at(before), claim.span.begin};
  const ByteSpan suffix{claim.span.end, index.byte_at(claim.chars.end + kContext)};
  json.key("target"), json.begin_object();
  json.member("source", target_of(document));
  json.key("selector"), json.begin_array();
  json.begin_object();
  json.member("type", "TextQuoteSelector");
  json.member("exact", claim.text);
  json.member("prefix", slice(text, prefix));
  json.member("suffix", slice(text, suffix));
  json.end_object();
  if (claim.field == Field::Text) {
    json.begin_object();
    json.member("type", "TextPositionSelector");
    json.key("start"), json.integer(claim.chars.begin);
    json.key("end"), json.integer(claim.chars.end);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

class AnnotationRenderer final : public JsonListRenderer {
 public:
  std::string report(const Document& document, const Report& report) const override {
    const CharIndex title(document.info.title);
    const CharIndex text(document.text);
    std::string out;
    for (const Finding& finding : report.findings) {
      const Claim& claim = finding.claim;
      append_entry(out, [&](JsonWriter& json) {
        json.begin_object();
        json.member("id", content_urn(report.article.id + "\n" + finding.fingerprint));
        json.member("type", "Annotation");
        json.member("motivation", "assessing");
        write_body(json, finding);
        write_target(json, document, claim, claim.field == Field::Title ? title : text);
        json.end_object();
      });
    }
    return out;
  }

 protected:
  std::string head() const override {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.member("@context", "http://www.w3.org/ns/anno.jsonld");
    json.member("id", content_urn("twosource annotation page"));
    json.member("type", "AnnotationPage");
    json.key("items");
    return out;
  }
  std::string tail() const override { return "}"; }
};

}  // namespace

std::unique_ptr<Renderer> make_annotations_renderer(Content, const RenderOptions&) {
  return std::make_unique<AnnotationRenderer>();
}

}  // namespace twosource
