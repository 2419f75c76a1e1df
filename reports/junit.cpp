// junit: the XML of JUnit's Ant task, as test dashboards read it. An article is a suite, a
// statement a case. A case fails when its finding makes the run fail (--fail-on); weaker findings
// are noted in its output, and statements for which nothing comparable was found, or that an editor
// has suppressed, are skipped.
#include "reports/formats.h"
#include "reports/reading_order.h"
#include "reports/wording.h"
#include "reports/xml.h"

namespace twosource {
namespace {

std::string details_of(const Document& document, const Finding& finding) {
  const Claim& claim = finding.claim;
  std::string out = place_text(document, claim.field, claim.span) + "\n\u201C" +
                    claim.sentence_text + "\u201D\n" + finding.message + "\n";
  for (const Voice& voice : voices_of(finding)) {
    const Evidence& evidence = *voice.best;
    out += std::string(name_of(evidence.relation)) + ": " + article_text(evidence.article) +
           ": \u201C" + evidence.claim.sentence_text + "\u201D\n";
  }
  return out;
}

class JunitRenderer final : public Renderer {
 public:
  explicit JunitRenderer(const RenderOptions& options) : fail_on_(options.fail_on) {}

  std::string report(const Document& document, const Report& report) const override {
    const std::string file = document.file.empty() ? document.info.id : document.file;
    std::uint64_t failures = 0;
    std::uint64_t skipped = 0;
    for (const Finding& finding : report.findings) {
      failures += fails(finding) ? 1 : 0;
      skipped += is_skipped(finding) ? 1 : 0;
    }
    Xml xml;
    xml.open("testsuite").attribute("name", file);
    xml.attribute("tests", report.findings.size()).attribute("failures", failures);
    xml.attribute("errors", "0").attribute("skipped", skipped);
    for (const Finding& finding : report.findings) write_case(xml, document, file, finding);
    return xml.close().take();
  }

  std::string open(const Heading&) override {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"twosource\">\n";
  }
  std::string close() override { return "</testsuites>\n"; }

 private:
  bool fails(const Finding& finding) const {
    return is_open(finding) && fail_on_ != Level::None && finding.level >= fail_on_;
  }
  static bool is_skipped(const Finding& finding) {
    return finding.suppression || finding.verdict == VerdictKind::Unsupported;
  }

  void write_case(Xml& xml, const Document& document, const std::string& file,
                  const Finding& finding) const {
    const Claim& claim = finding.claim;
    const auto place = document.place(claim.field, claim.span);
    const std::string where =
        place ? "line " + std::to_string(place->begin_line) + ": " : std::string();
    xml.open("testcase").attribute("classname", file).attribute("name", where + claim_line(claim));
    xml.attribute("time", "0");
    if (fails(finding)) {
      xml.open("failure").attribute("type", finding.rule).attribute("message", finding.message);
      xml.text(details_of(document, finding)).close();
    } else if (finding.suppression) {
      xml.open("skipped")
          .attribute("message", "suppressed: " + finding.suppression->reason)
          .close();
    } else if (is_skipped(finding)) {
      xml.open("skipped").attribute("message", finding.message).close();
    } else if (finding.level != Level::None) {
      xml.open("system-out").text(details_of(document, finding)).close();
    }
    xml.close();
  }

  Level fail_on_;
};

}  // namespace

std::unique_ptr<Renderer> make_junit_renderer(Content, const RenderOptions& options) {
  return std::make_unique<JunitRenderer>(options);
}

}  // namespace twosource
