// sarif: Static Analysis Results Interchange Format 2.1.0 (OASIS), one run for all articles.
// Results are the findings that have a level; what was suppressed is there with its suppression.
// Columns count code points, and the run says so.
//
// A message is SARIF's plain text, in which brackets would make a link (3.11.6): they are escaped.
#include "core/compare/rules.h"
#include "reports/escape.h"
#include "reports/formats.h"
#include "reports/json_list.h"
#include "reports/rule_page.h"
#include "reports/uri.h"
#include "reports/wording.h"

namespace twosource {
namespace {

std::string message_text(std::string_view text) {
  std::string out;
  for (const char c : one_line(text)) {
    if (c == '[' || c == ']' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

void write_text(JsonWriter& json, std::string_view name, std::string_view text) {
  json.key(name), json.begin_object();
  json.member("text", text);
  json.end_object();
}

std::string_view level_name(Level level) {
  return level == Level::None ? "none" : name_of(level);
}

void write_rule(JsonWriter& json, const RuleInfo& rule) {
  const RulePage page = rule_page(rule.id);
  json.begin_object();
  json.member("id", rule.id);
  write_text(json, "shortDescription", rule.summary);
  write_text(json, "fullDescription", page.summary);
  json.key("help"), json.begin_object();
  json.member("text", std::string(page.summary) + " " + std::string(page.advice));
  json.member("markdown", page.markdown);
  json.end_object();
  json.key("defaultConfiguration"), json.begin_object();
  json.member("level", level_name(rule.level));
  json.end_object();
  json.end_object();
}

// The members of a physical location of the checked file, into the object that is open.
void write_own_place(JsonWriter& json, const Document& document, const Claim& claim) {
  json.key("physicalLocation"), json.begin_object();
  json.key("artifactLocation"), json.begin_object();
  json.member("uri", file_uri(document.file.empty() ? document.info.id : document.file));
  json.end_object();
  if (const auto place = document.place(claim.field, claim.span)) {
    json.key("region"), json.begin_object();
    json.key("startLine"), json.integer(place->begin_line);
    json.key("startColumn"), json.integer(place->begin_column);
    json.key("endLine"), json.integer(place->end_line);
    json.key("endColumn"), json.integer(place->end_column);
    write_text(json, "snippet", claim.text);
    json.end_object();
  }
  json.end_object();
}

void write_evidence(JsonWriter& json, const Evidence& evidence, std::size_t id) {
  const ArticleInfo& article = evidence.article;
  json.begin_object();
  json.key("id"), json.integer(id);
  write_text(
      json, "message",
      message_text(std::string(name_of(evidence.relation)) + ": " + article_text(article) +
                   ": \u201C" + evidence.claim.sentence_text + "\u201D " + evidence.explanation));
  json.key("physicalLocation"), json.begin_object();
  json.key("artifactLocation"), json.begin_object();
  json.member("uri", article_uri(article));
  json.end_object();
  json.end_object();
  json.key("logicalLocations"), json.begin_array();
  json.begin_object();
  json.member("name", one_line(article.title.empty() ? article.id : article.title));
  json.member("fullyQualifiedName", one_line(article.id));
  json.member("kind", "resource");
  json.end_object();
  json.end_array();
  json.end_object();
}

void write_suppressions(JsonWriter& json, const Finding& finding) {
  json.key("suppressions"), json.begin_array();
  if (finding.suppression) {
    const bool in_source = finding.suppression->kind == Suppression::Kind::InSource;
    json.begin_object();
    json.member("kind", in_source ? "inSource" : "external");
    json.member("status", "accepted");
    json.member_if("justification", one_line(finding.suppression->reason));
    json.end_object();
  }
  json.end_array();
}

// A suppressed finding has no level any more: the one that it would have.
Level shown_level(const Finding& finding) {
  if (!finding.suppression) return finding.level;
  const auto rule = rule_named(finding.rule);
  return rule ? default_level(finding.verdict, *rule) : Level::Warning;
}

void write_result(JsonWriter& json, const Document& document, const Finding& finding,
                  bool has_baseline) {
  json.begin_object();
  json.member("ruleId", one_line(finding.rule));
  if (const auto rule = rule_named(finding.rule)) {
    json.key("ruleIndex"), json.integer(static_cast<std::uint64_t>(*rule));
  }
  json.member("level", level_name(shown_level(finding)));
  write_text(json, "message", message_text(finding.message));
  json.key("locations"), json.begin_array(), json.begin_object();
  write_own_place(json, document, finding.claim);
  json.end_object(), json.end_array();
  json.key("relatedLocations"), json.begin_array();
  for (std::size_t i = 0; i < finding.evidence.size(); ++i) {
    write_evidence(json, finding.evidence[i], i + 1);
  }
  json.end_array();
  json.key("partialFingerprints"), json.begin_object();
  json.member("twosourceStatement/v1", finding.fingerprint);
  json.end_object();
  write_suppressions(json, finding);
  if (has_baseline) {
    const bool known =
        finding.suppression && finding.suppression->kind == Suppression::Kind::Baseline;
    json.member("baselineState", known ? "unchanged" : "new");
  }
  json.key("properties"), json.begin_object();
  json.member("verdict", name_of(finding.verdict));
  json.member("scope", name_of(finding.scope));
  json.key("confidence"), json.real(finding.confidence);
  json.key("independentSources"), json.integer(finding.independent_sources);
  json.member("claim", finding.claim.id);
  json.end_object();
  json.end_object();
}

class SarifRenderer final : public JsonListRenderer {
 public:
  explicit SarifRenderer(const RenderOptions& options)
      : version_(options.version), has_baseline_(options.has_baseline) {}

  std::string report(const Document& document, const Report& report) const override {
    std::string out;
    for (const Finding& finding : report.findings) {
      if (finding.level == Level::None && !finding.suppression) continue;
      append_entry(out,
                   [&](JsonWriter& json) { write_result(json, document, finding, has_baseline_); });
    }
    return out;
  }

 protected:
  // The run with all but its results; the list of results follows.
  std::string head() const override {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json.member("version", "2.1.0");
    json.key("runs"), json.begin_array(), json.begin_object();
    json.key("tool"), json.begin_object();
    json.key("driver"), json.begin_object();
    json.member("name", "twosource");
    json.member("version", version_);
    json.key("rules"), json.begin_array();
    for (const RuleInfo& rule : all_rules()) write_rule(json, rule);
    json.end_array();
    json.end_object(), json.end_object();
    json.member("columnKind", "unicodeCodePoints");
    json.key("results");
    return out;
  }
  std::string tail() const override { return "}]}"; }

 private:
  std::string version_;
  bool has_baseline_;
};

}  // namespace

std::unique_ptr<Renderer> make_sarif_renderer(Content, const RenderOptions& options) {
  return std::make_unique<SarifRenderer>(options);
}

}  // namespace twosource
