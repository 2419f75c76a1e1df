// html: a page that is complete in one file, without network, readable without script. The page is
// held until close, since its overview stands before the items: its memory grows with the output.
//
// Script and style are named to the browser by their hashes (Content-Security-Policy), so that
// nothing else on the page could run even if an escape were forgotten.
#include <utility>

#include "core/compare/rules.h"
#include "reports/embedded.h"
#include "reports/escape.h"
#include "reports/formats.h"
#include "reports/html/digests.h"
#include "reports/html/template.h"
#include "reports/html/views.h"
#include "reports/overview.h"
#include "reports/rule_page.h"
#include "reports/wording.h"

namespace twosource {
namespace {

std::vector<View> verdict_views() {
  std::vector<View> out;
  for (const Section& section : empty_sections()) {
    if (section.scope != Scope::Corpus) continue;
    View view;
    view.text("name", name_of(section.verdict)).text("title", section.title);
    view.text("meaning", section.meaning);
    out.push_back(std::move(view));
  }
  return out;
}

std::vector<View> rule_views() {
  std::vector<View> out;
  for (const RuleInfo& rule : all_rules()) {
    const RulePage page = rule_page(rule.id);
    View view;
    view.text("id", rule.id).text("summary", page.summary).text("advice", page.advice);
    out.push_back(std::move(view));
  }
  return out;
}

std::string days_text(const Story& story) {
  return story.days ? range_text(*story.days) : "no date";
}

class HtmlRenderer final : public Renderer {
 public:
  HtmlRenderer(Content content, const RenderOptions& options)
      : content_(content), version_(options.version) {}

  std::string report(const Document& document, const Report& report) const override {
    return fill("report", report_view(document, report));
  }
  std::string discrepancy(const Discrepancy& group) const override {
    return fill("discrepancy", discrepancy_view(group));
  }

  std::string open(const Heading& heading) override {
    corpus_ = heading.corpus;
    return {};
  }
  void count(const Document&, const Report& report) override {
    const ArticleInfo& article = report.article;
    title_ = article.title.empty() ? article.id : article.title;
    View row = article_view(article);
    row.text("anchor", anchor_of(article, report.file)).text("title", title_);
    row.list("counts", count_views(report.summary(), {}));
    articles_.push_back(std::move(row));
    contradicted_ += report.summary().conflicting > 0 ? 1 : 0;
  }
  void count(const Discrepancy& group) override { overview_.add(group); }
  std::string join(std::string item) override {
    items_.push_back(std::move(item));
    return {};
  }

  std::string close() override {
    View page;
    page.text("version", version_);
    page.text("searched", counted(corpus_.articles, "article", "articles") + " with " +
                              counted(corpus_.claims, "claim", "claims") + " searched");
    page.text("style", embedded_report_file("html/report.css"));
    page.text("script", embedded_report_file("html/report.js"));
    page.text("style_hash", kStyleDigest).text("script_hash", kScriptDigest);
    page.list("verdicts", verdict_views()).list("rules", rule_views());
    if (content_ == Content::Discrepancies) {
      page.text("title", "Discrepancies - twosource").text("body", discrepancies_page());
    } else {
      page.text("title", articles_.size() == 1 ? title_ + " - twosource" : "Articles - twosource");
      page.text("overview", articles_.size() == 1 ? std::string() : contents());
      std::string body;
      for (const std::string& item : items_) body += item;
      page.text("body", body);
    }
    return fill("page", page);
  }

 private:
  std::string contents() {
    View view;
    view.text("heading", counted(articles_.size(), "article checked", "articles checked"));
    view.text("lede", contradicted_ == 0
                          ? "No statement in them is contradicted."
                          : counted(contradicted_, "holds a statement that is contradicted.",
                                    "hold statements that are contradicted."));
    view.list("articles", std::move(articles_));
    return fill("contents", view);
  }

  std::string discrepancies_page() {
    View view;
    view.text("lede", counted(overview_.groups(), "discrepancy", "discrepancies") + " among " +
                          counted(corpus_.claims, "claim", "claims") + " of " +
                          counted(corpus_.articles, "article", "articles"));
    view.flag("any", overview_.groups() > 0);
    std::vector<View> stories;
    for (const Story& story : overview_.stories()) {
      View row;
      row.text("anchor", "story-" + std::to_string(stories.size() + 1));
      row.text("title", story.title.empty() ? "Untitled" : story.title);
      row.text("lang", lang_attribute(story.language)).text("days", days_text(story));
      row.number("outlets", story.outlets).number("number", story.groups.size());
      std::vector<View> groups;
      for (const std::size_t group : story.groups) {
        View one;
        one.text("html", items_.at(group));
        groups.push_back(std::move(one));
      }
      row.list("groups", std::move(groups));
      stories.push_back(std::move(row));
    }
    view.list("stories", std::move(stories));
    std::vector<View> outlets;
    for (const OutletRow& outlet : overview_.outlets()) {
      View row;
      row.text("outlet", outlet.outlet.empty() ? "outlet unknown" : outlet.outlet);
      row.number("number", outlet.groups).number("alone", outlet.alone);
      outlets.push_back(std::move(row));
    }
    view.list("outlets", std::move(outlets));
    return fill("discrepancies", view);
  }

  Content content_;
  std::string version_;
  CorpusSize corpus_;
  std::vector<std::string> items_;
  std::vector<View> articles_;
  std::string title_;
  std::uint64_t contradicted_ = 0;
  Overview overview_;
};

}  // namespace

std::unique_ptr<Renderer> make_html_renderer(Content content, const RenderOptions& options) {
  return std::make_unique<HtmlRenderer>(content, options);
}

}  // namespace twosource
