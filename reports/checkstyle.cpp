// checkstyle: the XML that Checkstyle 4.3 and later write, which many review tools read.
#include "reports/formats.h"
#include "reports/reading_order.h"
#include "reports/xml.h"

namespace twosource {
namespace {

std::string_view severity_of(Level level) {
  if (level == Level::Error) return "error";
  return level == Level::Warning ? "warning" : "info";
}

class CheckstyleRenderer final : public Renderer {
 public:
  std::string report(const Document& document, const Report& report) const override {
    Xml xml;
    xml.open("file").attribute("name", document.file.empty() ? document.info.id : document.file);
    for (const Finding& finding : report.findings) {
      if (!is_open(finding)) continue;
      xml.open("error");
      if (const auto place = document.place(finding.claim.field, finding.claim.span)) {
        xml.attribute("line", place->begin_line).attribute("column", place->begin_column);
      }
      xml.attribute("severity", severity_of(finding.level));
      xml.attribute("message", finding.message);
      xml.attribute("source", "twosource." + finding.rule).close();
    }
    return xml.close().take();
  }

  std::string open(const Heading&) override {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n";
  }
  std::string close() override { return "</checkstyle>\n"; }
};

}  // namespace

std::unique_ptr<Renderer> make_checkstyle_renderer(Content, const RenderOptions&) {
  return std::make_unique<CheckstyleRenderer>();
}

}  // namespace twosource
