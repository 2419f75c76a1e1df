// claimreview: drafts of schema.org ClaimReview, one for each open finding. They hold what is
// known: the claim, where it appeared, who made it, what stands against or for it. The rating is an
// editor's judgement: there is none in a draft.
#include "reports/escape.h"
#include "reports/formats.h"
#include "reports/json_list.h"
#include "reports/reading_order.h"
#include "reports/uri.h"

namespace twosource {
namespace {

void write_article(JsonWriter& json, const ArticleInfo& article) {
  json.begin_object();
  json.member("@type", "NewsArticle");
  json.member_if("headline", article.title);
  json.member_if("url", safe_url(article.url));
  if (article.published) json.member("datePublished", to_iso(article.published->day));
  json.member_if("inLanguage", lang_attribute(article.language));
  if (!article.outlet.empty()) {
    json.key("publisher"), json.begin_object();
    json.member("@type", "Organization");
    json.member("name", article.outlet);
    json.end_object();
  }
  json.end_object();
}

// Whoever says it: the nearest speaker, or the outlet for its own word.
void write_author(JsonWriter& json, const ArticleInfo& article, const Claim& claim) {
  const bool own = claim.attribution.empty();
  const std::string& name = own ? article.outlet : claim.attribution.front().text;
  if (name.empty()) return;
  const bool person = !own && claim.attribution.front().id.starts_with("person:");
  json.key("author"), json.begin_object();
  json.member("@type", person ? "Person" : "Organization");
  json.member("name", name);
  json.end_object();
}

void write_review(JsonWriter& json, const ArticleInfo& article, const Finding& finding) {
  json.begin_object();
  json.member("@type", "ClaimReview");
  json.member("identifier", finding.fingerprint);
  json.member("creativeWorkStatus", "Draft");
  json.member("inLanguage", "en");
  json.member("claimReviewed", finding.claim.sentence_text);
  json.key("itemReviewed"), json.begin_object();
  json.member("@type", "Claim");
  write_author(json, article, finding.claim);
  if (article.published) json.member("datePublished", to_iso(article.published->day));
  json.key("appearance"), write_article(json, article);
  json.end_object();
  json.member("reviewBody", finding.message);
  json.key("citation"), json.begin_array();
  for (const Evidence& evidence : finding.evidence) write_article(json, evidence.article);
  json.end_array();
  json.end_object();
}

class ClaimReviewRenderer final : public JsonListRenderer {
 public:
  std::string report(const Document&, const Report& report) const override {
    std::string out;
    for (const Finding& finding : report.findings) {
      if (!is_open(finding)) continue;
      append_entry(out, [&](JsonWriter& json) { write_review(json, report.article, finding); });
    }
    return out;
  }

 protected:
  std::string head() const override { return "{\"@context\":\"https://schema.org\",\"@graph\":"; }
  std::string tail() const override { return "}"; }
};

}  // namespace

std::unique_ptr<Renderer> make_claimreview_renderer(Content, const RenderOptions&) {
  return std::make_unique<ClaimReviewRenderer>();
}

}  // namespace twosource
