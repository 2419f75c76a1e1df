// Formats for machines: what each does with text that its consumers could misread. That the whole
// is well formed is held by validate_formats.py.
#include <doctest/doctest.h>

#include <algorithm>

#include "reports/escape.h"
#include "reports/uri.h"
#include "reports/xml.h"
#include "tests/reports/fixture.h"

using namespace twosource;

namespace {

std::string rendered(const std::string& format, const std::string& text) {
  return fixture::rendered(format, Content::Report, fixture::hostile(text), {});
}

std::size_t lines_of(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

// The cells of all rows (RFC 4180).
std::vector<std::string> cells_of(const std::string& csv) {
  std::vector<std::string> out(1);
  bool quoted = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    if (csv[i] == '"' && quoted && i + 1 < csv.size() && csv[i + 1] == '"') {
      out.back() += csv[++i];
    } else if (csv[i] == '"') {
      quoted = !quoted;
    } else if (!quoted && (csv[i] == ',' || csv[i] == '\n')) {
      out.emplace_back();
    } else if (quoted || csv[i] != '\r') {
      out.back() += csv[i];
    }
  }
  return out;
}

}  // namespace

TEST_CASE("file names as URIs") {
  CHECK(file_uri("drafts/story 1.txt") == "drafts/story%201.txt");
  CHECK(file_uri("/srv/a.txt") == "file:///srv/a.txt");
  CHECK(file_uri("ä%:?#[]") == "%C3%A4%25%3A%3F%23%5B%5D");
  CHECK(file_uri("\xff\n") == "%FF%0A");
}

TEST_CASE("names for what has no address") {
  const std::string urn = content_urn("x");
  CHECK(urn == content_urn("x"));
  CHECK(urn != content_urn("y"));
  CHECK(urn.size() == 45);
  CHECK(urn[23] == '8');
  ArticleInfo article;
  article.id = "a";
  article.url = "javascript:x";
  CHECK(article_uri(article).starts_with("urn:uuid:"));
  article.url = "https://a.example/x";
  CHECK(article_uri(article) == article.url);
}

TEST_CASE("XML holds every text") {
  Xml xml;
  xml.open("a").attribute("b", "<\"&'\n\x1b\uFFFF]]>").text("x ]]> <c/>\n\x01\xff").close();
  CHECK(xml.take() ==
        "<a b=\"&lt;&quot;&amp;&#39; \uFFFD\uFFFD]]&gt;\">x ]]&gt; &lt;c/&gt;\n\uFFFD\uFFFD</a>\n");
}

TEST_CASE("a finding is one line of commands, whatever its text") {
  const std::string plain = rendered("github", "plain");
  for (const char* text :
       {"a\n::error::b", "a\r::set-output name=x::y", "%0A::error::x", "::", ":"}) {
    CAPTURE(text);
    const std::string out = rendered("github", text);
    CHECK(lines_of(out) == lines_of(plain));
    CHECK(out.find("\n::set-output") == std::string::npos);
    CHECK(out.find('\r') == std::string::npos);
    CHECK(out.find("%0A") == std::string::npos);
  }
  CHECK(rendered("github", "%0A").find("%250A") != std::string::npos);
}

TEST_CASE("no cell begins a formula") {
  for (const char* text : {"=1+1", "+1", "-1", "@x", "\t=1", " \n=1", "\uFF1D1"}) {
    CAPTURE(text);
    const std::vector<std::string> cells = cells_of(rendered("csv", text));
    CHECK(std::count(cells.begin(), cells.end(), "'" + one_line(text)) > 0);
    for (const std::string& cell : cells) {
      for (const char* sign : {"=", "+", "-", "@", "\t", "\r", "\uFF1D"}) {
        CAPTURE(cell);
        CHECK_FALSE(cell.starts_with(sign));
      }
    }
  }
  const std::vector<std::string> cells = cells_of(rendered("csv", "a\"b,c"));
  CHECK(std::count(cells.begin(), cells.end(), "a\"b,c") > 0);
}

TEST_CASE("brackets in a SARIF message are no link") {
  const std::string out = rendered("sarif", "[x](1) \\");
  CHECK(out.find(R"("message":{"text":"\\[x\\](1) \\\\"})") != std::string::npos);
}

TEST_CASE("a suppressed finding stays in the report and asks for nothing") {
  fixture::Everything all = fixture::story();
  const auto count = [&](const std::string& format, std::string_view words) {
    const std::string out = fixture::rendered(format, Content::Report, all, {});
    std::size_t found = 0;
    for (std::size_t at = out.find(words); at != std::string::npos; at = out.find(words, at + 1)) {
      ++found;
    }
    return found;
  };
  CHECK(count("junit", "<failure ") == 1);
  CHECK(count("github", "::error ") == 1);
  for (Finding& finding : all.report.findings) {
    if (finding.level != Level::Error) continue;
    finding.suppression =
        Suppression{Suppression::Kind::InSource, "checked <by hand>", std::nullopt};
    finding.level = Level::None;
  }
  CHECK(count("junit", "<failure ") == 0);
  CHECK(count("junit", "suppressed: checked &lt;by hand&gt;") == 1);
  CHECK(count("github", "::error ") == 0);
  CHECK(count("checkstyle", "severity=\"error\"") == 0);
  CHECK(count("rdjsonl", "\"ERROR\"") == 0);
  CHECK(count("sarif", "\"kind\":\"inSource\"") == 1);
  CHECK(count("sarif", "\"level\":\"error\"") > 0);
  CHECK(count("sarif", "baselineState") == 0);
  CHECK(count("csv", "\"suppressed\"") == 1);
  CHECK(count("json", "\"inSource\"") == 1);
}

TEST_CASE("SARIF tells what a baseline knows") {
  fixture::Everything all = fixture::story();
  Finding& known = all.report.findings[2];
  known.suppression = Suppression{Suppression::Kind::Baseline, "known", std::nullopt};
  known.level = Level::None;
  RenderOptions options;
  options.has_baseline = true;
  const std::string out = fixture::rendered("sarif", Content::Report, all, options);
  const auto count = [&](const std::string& words) {
    std::size_t found = 0;
    for (std::size_t at = out.find(words); at != std::string::npos; at = out.find(words, at + 1)) {
      ++found;
    }
    return found;
  };
  CHECK(count("\"baselineState\":\"unchanged\"") == 1);
  CHECK(count("\"baselineState\":\"new\"") == 3);
  CHECK(count("\"kind\":\"external\"") == 1);
}
