// The parts of the HTML report: marked text, strip plots, the overview, and what the page promises
// about text that tries to become markup.
#include <doctest/doctest.h>

#include <regex>

#include "core/compare/rules.h"
#include "reports/escape.h"
#include "reports/html/marked_text.h"
#include "reports/overview.h"
#include "reports/rule_page.h"
#include "reports/strip_plot.h"
#include "tests/reports/fixture.h"

using namespace twosource;

namespace {

TextMark mark(std::uint32_t begin, std::uint32_t end, const char* id, int weight) {
  return {Field::Text, {begin, end}, id, "disputed", weight};
}

// The ids that each stretch of text leads to: "[a b:words]".
std::string outline(const std::string& html) {
  std::string out = std::regex_replace(html, std::regex("<span class=\"vh\".*?</span></a>"), "]");
  out = std::regex_replace(
      out, std::regex("<a class=\"claim [a-z]+\" href=\"#[a-z]\" data-findings=\"([a-z ]+)\">"),
      "[$1:");
  return out;
}

Quantity amount(std::int64_t low, std::int64_t high, Hedge hedge = Hedge::Exact) {
  Quantity out;
  out.low = Decimal(low);
  out.high = Decimal(high);
  out.digits = 3;
  out.hedge = hedge;
  return out;
}

Finding disputed_by(const Quantity& own, const std::vector<Quantity>& others) {
  Finding out;
  out.claim.value = own;
  out.verdict = VerdictKind::Disputed;
  for (std::size_t i = 0; i < others.size(); ++i) {
    Evidence evidence;
    evidence.relation = Relation::Conflicts;
    evidence.article.id = "other-" + std::to_string(i);
    evidence.article.outlet = std::string(1, static_cast<char>('Z' - i % 26));
    evidence.claim.value = others[i];
    out.evidence.push_back(std::move(evidence));
  }
  return out;
}

}  // namespace

TEST_CASE("html_text leaves no markup and keeps lines") {
  CHECK(html_text("<a href='x'>&\"</a>") == "&lt;a href=&#39;x&#39;&gt;&amp;&quot;&lt;/a&gt;");
  CHECK(html_text("a\nb\tc") == "a\nb\tc");
  CHECK(html_text("\x1b[31m\xff\u202E") == "\uFFFD[31m\uFFFD\uFFFD");
  CHECK(html_text("\u200Fمرحبا\u200E") == "مرحبا");
}

TEST_CASE("only plain web addresses become links") {
  CHECK(safe_url("https://a.example/x?y=1#z") == "https://a.example/x?y=1#z");
  for (const char* url : {"javascript:alert(1)", "data:text/html,x", "https://a b", "https://a\"b",
                          "https://a<b", "//a.example", "", "https://\u00fc.example"}) {
    CAPTURE(url);
    CHECK(safe_url(url).empty());
  }
}

TEST_CASE("language tags for attributes") {
  CHECK(lang_attribute("de") == "de");
  CHECK(lang_attribute("zh-Hant-TW") == "zh-Hant-TW");
  for (const char* tag : {"und", "", "x", "de\" onclick=\"x", "de_AT"}) {
    CAPTURE(tag);
    CHECK(lang_attribute(tag).empty());
  }
}

TEST_CASE("every statement of a text is a link, overlapping ones lead to the most serious") {
  Document document;
  document.text = "abcdefghij\n\n  \nklm";
  struct Row {
    int line;
    std::vector<TextMark> marks;
    const char* wanted;
  };
  const Row rows[] = {
      {__LINE__, {}, "<p>abcdefghij</p>\n<p>klm</p>\n"},
      {__LINE__, {mark(2, 4, "a", 0)}, "<p>ab[a:cd]efghij</p>\n<p>klm</p>\n"},
      {__LINE__,
       {mark(0, 10, "a", 0), mark(3, 5, "b", 2)},
       "<p>[a:abc][b a:de][a:fghij]</p>\n<p>klm</p>\n"},
      {__LINE__,
       {mark(0, 10, "a", 2), mark(3, 5, "b", 0)},
       "<p>[a:abc][a b:de][a:fghij]</p>\n<p>klm</p>\n"},
      {__LINE__,
       {mark(0, 6, "a", 1), mark(4, 8, "b", 1)},
       "<p>[a:abcd][b a:ef][b:gh]ij</p>\n<p>klm</p>\n"},
      {__LINE__, {mark(8, 17, "a", 1)}, "<p>abcdefgh[a:ij]</p>\n<p>[a:kl]m</p>\n"},
      {__LINE__, {mark(5, 500, "a", 1), mark(7, 7, "b", 1)}, "<p>abcdefghij</p>\n<p>klm</p>\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CHECK(outline(marked_article(document, row.marks)) == row.wanted);
  }
}

TEST_CASE("the title is shown once") {
  Document document;
  document.info.title = "Head";
  document.text = "Head\nBody";
  CHECK(marked_article(document, {}) ==
        "<p class=\"headline\">Head</p>\n<p>Head</p>\n<p>Body</p>\n");
  document.title_in_text = true;
  document.zones = {{{0, 4}, Zone::Headline}};
  CHECK(marked_article(document, {}) == "<p class=\"headline\">Head</p>\n<p>Body</p>\n");
}

TEST_CASE("a text of one very long line is marked in linear time") {
  Document document;
  document.text.assign(10U << 20U, '<');
  std::vector<TextMark> marks;
  for (std::uint32_t i = 0; i < 20000; ++i) marks.push_back(mark(i * 500, i * 500 + 3, "a", 1));
  const std::string html = marked_article(document, marks);
  CHECK(html.size() > 4 * document.text.size());
  CHECK(html.find("<<") == std::string::npos);
}

TEST_CASE("the labels of an axis stand clear of each other") {
  for (const std::int64_t low : {0L, 1L, 379L, 9999L, 1234567L, 20300000000L}) {
    for (const std::int64_t high : {2L, 397L, 10001L, 1234999L, 99999999L, 20300000000000L}) {
      CAPTURE(low);
      CAPTURE(high);
      const Finding finding = disputed_by(amount(low, low), {amount(high, high)});
      const ArticleInfo article;
      const auto plot = strip_plot(article, finding);
      if (!plot) continue;
      CHECK(plot->ticks.size() <= 7);
      for (std::size_t i = 1; i < plot->ticks.size(); ++i) {
        const PlotTick& left = plot->ticks[i - 1];
        const PlotTick& right = plot->ticks[i];
        // 34 letters fill the narrowest axis.
        const double needed =
            static_cast<double>(left.label.size() + right.label.size()) / 2 / 34 * 100;
        CHECK(right.at - left.at > needed);
      }
    }
  }
}

TEST_CASE("a strip plot keeps the order of the values and draws intervals as intervals") {
  const Finding finding = disputed_by(amount(100, 100), {amount(120, 120), amount(150, 200)});
  const ArticleInfo article;
  const auto plot = strip_plot(article, finding);
  REQUIRE(plot);
  CHECK_FALSE(plot->logarithmic);
  REQUIRE(plot->rows.size() == 3);
  CHECK_FALSE(plot->rows[0].relation);
  CHECK(plot->rows[1].article->outlet == "Y");  // no dates: by outlet
  const PlotSpan own = plot->rows[0].figure;
  const PlotSpan range = plot->rows[1].figure;
  const PlotSpan point = plot->rows[2].figure;
  CHECK(own.begin == own.end);
  CHECK(own.end < point.begin);
  CHECK(point.end < range.begin);
  CHECK(range.begin < range.end);
  CHECK(plot->rows[0].reach.begin < own.begin);
  CHECK(plot->rows[0].reach.end > own.end);
  CHECK(plot->ticks.size() >= 3);
  for (const PlotTick& tick : plot->ticks) {
    CHECK(tick.at >= 0);
    CHECK(tick.at <= 100);
  }
}

TEST_CASE("a strip plot of open, far and foreign values") {
  const ArticleInfo article;
  Quantity open = amount(500, 500, Hedge::Above);
  open.high.reset();
  const Finding bound = disputed_by(amount(100, 100), {open});
  const auto opened = strip_plot(article, bound);
  REQUIRE(opened);
  CHECK(opened->rows[1].figure.open_end);
  CHECK(opened->rows[1].figure.end == 100);

  const Finding far = disputed_by(amount(34400000, 34400000), {amount(34400000000, 34400000000)});
  const auto wide = strip_plot(article, far);
  REQUIRE(wide);
  CHECK(wide->logarithmic);
  CHECK(wide->ticks.front().label == "100 million");

  Quantity euros = amount(5, 5);
  euros.unit = "EUR";
  const Finding foreign = disputed_by(amount(100, 100), {euros});
  CHECK_FALSE(strip_plot(article, foreign));
  const Finding alone = disputed_by(amount(100, 100), {});
  CHECK_FALSE(strip_plot(article, alone));
  const Finding many = disputed_by(amount(100, 100), std::vector<Quantity>(60, amount(120, 120)));
  const auto crowded = strip_plot(article, many);
  REQUIRE(crowded);
  CHECK(crowded->rows.size() == kMostPlotRows);
  CHECK(crowded->left_out == 61 - kMostPlotRows);
}

TEST_CASE("a strip plot of days") {
  Finding finding = disputed_by(Quantity(), {Quantity()});
  const auto at = [](Claim& claim, Day from, Day to) {
    claim.kind = ClaimKind::Date;
    claim.dimension = Dimension::Date;
    claim.timex = Timex{TimexType::Date, "", DateInterval{from, to}, false};
  };
  at(finding.claim, *make_day(2024, 6, 17), *make_day(2024, 6, 17));
  at(finding.evidence[0].claim, *make_day(2024, 6, 1), *make_day(2024, 6, 30));
  const ArticleInfo article;
  const auto plot = strip_plot(article, finding);
  REQUIRE(plot);
  CHECK(plot->ticks.front().label == "2024-06-01");
  CHECK(plot->ticks.back().label == "2024-06-30");
  CHECK(plot->rows[0].figure.begin == plot->rows[0].figure.end);
  CHECK(plot->rows[1].figure.begin < plot->rows[0].figure.begin);
  CHECK(plot->rows[1].figure.end > plot->rows[0].figure.end);
}

TEST_CASE("discrepancies that share an article are one story") {
  const auto group = [](std::vector<std::vector<std::pair<const char*, const char*>>> values) {
    Discrepancy out;
    for (const auto& members : values) {
      Discrepancy::Value value;
      for (const auto& [id, outlet] : members) {
        Discrepancy::Member member;
        member.article.id = id;
        member.article.outlet = outlet;
        member.article.title = std::string("Title of ") + id;
        value.claims.push_back(member);
      }
      out.values.push_back(std::move(value));
    }
    return out;
  };
  Overview overview;
  overview.add(group({{{"1", "A"}}, {{"2", "B"}, {"3", "C"}}}));
  overview.add(group({{{"8", "A"}}, {{"9", "D"}}}));
  overview.add(group({{{"4", "E"}}, {{"3", "C"}}}));
  const auto stories = overview.stories();
  REQUIRE(stories.size() == 2);
  CHECK(stories[0].groups == std::vector<std::size_t>{0, 2});
  CHECK(stories[0].outlets == 4);
  CHECK(stories[0].title == "Title of 1");
  CHECK_FALSE(stories[0].days);
  CHECK(stories[1].groups == std::vector<std::size_t>{1});
  const auto outlets = overview.outlets();
  REQUIRE(outlets.size() == 5);
  CHECK(outlets[0].outlet == "A");
  CHECK(outlets[0].groups == 2);
  CHECK(outlets[0].alone == 2);
  CHECK(outlets[1].outlet == "C");
  CHECK(outlets[1].groups == 2);
  CHECK(outlets[1].alone == 1);
}

TEST_CASE("the pages of the rules are built in") {
  for (const RuleInfo& rule : all_rules()) {
    const RulePage page = rule_page(rule.id);
    CAPTURE(rule.id);
    CHECK_FALSE(page.summary.empty());
    CHECK_FALSE(page.example.empty());
    CHECK_FALSE(page.advice.empty());
    CHECK(page.summary.find('#') == std::string_view::npos);
  }
  CHECK(rule_page("no-such-rule").markdown.empty());
}

TEST_CASE("hostile text adds no element to the page") {
  const std::string text =
      "</style></script><script>x</script><img src=x onerror=x> {{title}} {{{style}}}";
  const auto elements = [](const fixture::Everything& all) {
    const std::string page = fixture::rendered("html", Content::Report, all, {});
    const std::regex element("<(script|img|style|iframe|object|form|input|button|svg|a)[ >]");
    return std::distance(std::sregex_iterator(page.begin(), page.end(), element),
                         std::sregex_iterator());
  };
  const std::string page = fixture::rendered("html", Content::Report, fixture::hostile(text), {});
  CHECK(page.find("<img") == std::string::npos);
  CHECK(page.find("<script>x") == std::string::npos);
  CHECK(page.find("onerror=x&gt;") != std::string::npos);
  CHECK(page.find("{{title}}") != std::string::npos);
  CHECK(elements(fixture::hostile(text)) == elements(fixture::hostile("plain words")));
}
