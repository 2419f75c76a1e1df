// rdjsonl: Reviewdog Diagnostic Format, one diagnostic a line. Its columns count bytes of UTF-8 and
// its ends are exclusive.
#include "reports/escape.h"
#include "reports/formats.h"
#include "reports/json_writer.h"
#include "reports/reading_order.h"
#include "reports/uri.h"
#include "reports/wording.h"

namespace twosource {
namespace {

std::string_view severity_of(Level level) {
  if (level == Level::Error) return "ERROR";
  return level == Level::Warning ? "WARNING" : "INFO";
}

void write_position(JsonWriter& json, std::string_view name, std::uint32_t line,
                    std::uint32_t column) {
  json.key(name), json.begin_object();
  json.key("line"), json.integer(line);
  json.key("column"), json.integer(column);
  json.end_object();
}

void write_diagnostic(JsonWriter& json, const Document& document, const Finding& finding) {
  json.begin_object();
  json.member("message", one_line(finding.message));
  json.key("location"), json.begin_object();
  json.member("path", document.file.empty() ? document.info.id : document.file);
  if (const auto place = document.place(finding.claim.field, finding.claim.span)) {
    json.key("range"), json.begin_object();
    write_position(json, "start", place->begin_line, place->begin_byte_column);
    write_position(json, "end", place->end_line, place->end_byte_column);
    json.end_object();
  }
  json.end_object();
  json.member("severity", severity_of(finding.level));
  json.key("source"), json.begin_object(), json.member("name", "twosource"), json.end_object();
  json.key("code"), json.begin_object(), json.member("value", one_line(finding.rule));
  json.end_object();
  json.key("relatedLocations"), json.begin_array();
  for (const Evidence& evidence : finding.evidence) {
    json.begin_object();
    json.member("message", one_line(article_text(evidence.article) + ": \u201C" +
                                    evidence.claim.sentence_text + "\u201D"));
    json.key("location"), json.begin_object();
    json.member("path", article_uri(evidence.article));
    json.end_object();
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

class RdjsonlRenderer final : public Renderer {
 public:
  std::string report(const Document& document, const Report& report) const override {
    std::string out;
    for (const Finding& finding : report.findings) {
      if (!is_open(finding)) continue;
      JsonWriter line(out);
      write_diagnostic(line, document, finding);
      out += '\n';
    }
    return out;
  }
};

}  // namespace

std::unique_ptr<Renderer> make_rdjsonl_renderer(Content, const RenderOptions&) {
  return std::make_unique<RdjsonlRenderer>();
}

}  // namespace twosource
