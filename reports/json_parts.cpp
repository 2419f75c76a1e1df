#include "reports/json_parts.h"

#include "core/text/utf8.h"

namespace twosource {
namespace {

void write_decimal(JsonWriter& json, std::string_view name, const std::optional<Decimal>& value) {
  json.key(name);
  if (value) {
    json.text(value->to_string());
  } else {
    json.null();
  }
}

void write_unit(JsonWriter& json, std::string_view unit) {
  json.key("unit");
  if (unit.empty()) {
    json.null();
  } else {
    json.text(unit);
  }
}

// The members of an amount, into the object that is open.
void write_quantity(JsonWriter& json, const Quantity& value) {
  write_decimal(json, "low", value.low);
  write_decimal(json, "high", value.high);
  json.member("hedge", name_of(value.hedge));
  json.key("digits"), json.integer(value.digits);
  write_unit(json, value.unit);
  json.member_if("ratio", value.ratio);
  if (value.base) {
    json.key("base"), json.begin_object();
    write_decimal(json, "low", value.base->low);
    write_decimal(json, "high", value.base->high);
    write_unit(json, value.base->unit);
    json.end_object();
  }
}

void write_range(JsonWriter& json, const DateInterval& range) {
  json.key("from");
  range.from <= kDistantPast ? json.null() : json.text(to_iso(range.from));
  json.key("to");
  range.to >= kDistantFuture ? json.null() : json.text(to_iso(range.to));
}

void write_timex(JsonWriter& json, const Timex& timex) {
  json.key("timex"), json.begin_object();
  json.member("type", name_of(timex.type));
  json.member("value", timex.value);
  if (timex.assumed) json.key("assumed"), json.boolean(true);
  json.end_object();
  if (timex.range) write_range(json, *timex.range);
}

void write_entity(JsonWriter& json, const EntityRef& entity) {
  json.begin_object();
  json.member("id", entity.id);
  json.member("type", entity.type);
  json.member("label", entity.label);
  json.end_object();
}

bool is_amount(Dimension dimension) {
  return dimension != Dimension::Date && dimension != Dimension::Time &&
         dimension != Dimension::Set && dimension != Dimension::Name;
}

// The value of a mention or claim: dimension, amount, time expression.
void write_value(JsonWriter& json, Dimension dimension, const Quantity& value,
                 const std::optional<Timex>& timex) {
  json.member("dimension", name_of(dimension));
  if (is_amount(dimension)) {
    write_quantity(json, value);
  } else {
    write_decimal(json, "low", std::nullopt);
    write_decimal(json, "high", std::nullopt);
  }
  if (timex) write_timex(json, *timex);
}

void write_chars(JsonWriter& json, CharSpan chars) {
  json.key("start"), json.integer(chars.begin);
  json.key("end"), json.integer(chars.end);
}

void write_mention(JsonWriter& json, const Document& document, const Mention& mention,
                   const CharIndex& index) {
  json.begin_object();
  if (mention.field != Field::Text) json.member("field", name_of(mention.field));
  json.member("zone", name_of(mention.zone));
  write_chars(json, index.chars(mention.span));
  json.member("text", slice(document.field(mention.field), mention.span));
  write_value(json, mention.dimension, mention.value, mention.timex);
  if (mention.name) json.key("name"), write_entity(json, *mention.name);
  json.end_object();
}

void write_article(JsonWriter& json, const ArticleInfo& info, std::string_view file = {}) {
  json.key("article"), json.begin_object();
  json.member("id", info.id);
  json.member_if("outlet", info.outlet);
  if (info.published) json.member("published", to_iso(*info.published));
  json.member("language", info.language.empty() ? "und" : info.language);
  json.member_if("title", info.title);
  json.member_if("url", info.url);
  json.member_if("agency", info.agency);
  if (info.notice.kind != Notice::Kind::None) {
    json.key("notice"), json.begin_object();
    json.member("kind", name_of(info.notice.kind));
    json.member("text", info.notice.text);
    json.end_object();
  }
  json.member_if("file", file);
  json.end_object();
}

void write_term(JsonWriter& json, std::string_view name, const Term& term) {
  json.key(name);
  if (term.text.empty() && term.concepts.empty()) {
    json.null();
    return;
  }
  json.begin_object();
  json.member("text", term.text);
  json.key("concepts"), json.begin_array();
  for (const std::string& concept_key : term.concepts) json.text(concept_key);
  json.end_array();
  json.end_object();
}

void write_attribution(JsonWriter& json, const std::vector<AttributionLink>& chain) {
  json.key("attribution"), json.begin_array();
  for (const AttributionLink& link : chain) {
    json.begin_object();
    json.member("text", link.text);
    json.member_if("id", link.id);
    json.member("kind", name_of(link.kind));
    json.end_object();
  }
  json.end_array();
}

void write_claim_head(JsonWriter& json, const Claim& claim) {
  json.member("id", claim.id);
  json.member("kind", name_of(claim.kind));
  if (claim.field != Field::Text) json.member("field", name_of(claim.field));
  json.member("zone", name_of(claim.zone));
  write_chars(json, claim.chars);
  json.member("text", claim.text);
  json.key("sentence"), json.begin_object();
  write_chars(json, claim.sentence_chars);
  json.member("text", claim.sentence_text);
  json.end_object();
}

// Which rule gave each field: `claims --explain`.
void write_reasons(JsonWriter& json, const std::vector<Reason>& reasons) {
  json.key("reasons"), json.begin_array();
  for (const Reason& reason : reasons) {
    json.begin_object();
    json.member("field", reason.field);
    json.member("rule", reason.rule);
    if (!reason.words.empty()) json.member("words", reason.words);
    if (!reason.data.empty()) json.member("data", reason.data);
    json.end_object();
  }
  json.end_array();
}

void write_claim(JsonWriter& json, const Claim& claim,
                 const std::vector<Reason>* reasons = nullptr) {
  json.begin_object();
  write_claim_head(json, claim);
  json.key("subject"), json.begin_array();
  for (const EntityRef& entity : claim.subject) write_entity(json, entity);
  json.end_array();
  write_term(json, "item", claim.item);
  write_term(json, "predicate", claim.predicate);
  json.key("value");
  if (claim.has_value()) {
    json.begin_object();
    write_value(json, claim.dimension, claim.value, claim.timex);
    json.end_object();
  } else {
    json.null();
  }
  json.key("when");
  if (claim.when) {
    json.begin_object();
    write_range(json, *claim.when);
    json.end_object();
  } else {
    json.null();
  }
  write_attribution(json, claim.attribution);
  json.member("modality", name_of(claim.modality));
  json.member("polarity", name_of(claim.polarity));
  json.member("change", name_of(claim.change));
  json.key("check_worthiness"), json.real(claim.check_worthiness);
  if (reasons != nullptr) write_reasons(json, *reasons);
  json.end_object();
}

void write_evidence(JsonWriter& json, const Evidence& evidence) {
  json.begin_object();
  json.member("relation", name_of(evidence.relation));
  json.key("score"), json.real(evidence.score);
  json.member("rule", evidence.rule);
  write_article(json, evidence.article);
  json.key("claim"), write_claim(json, evidence.claim);
  json.member_if("cluster", evidence.cluster);
  json.member_if("primary_source", evidence.primary_source);
  json.member("explanation", evidence.explanation);
  if (evidence.withdrawn) json.key("withdrawn"), json.boolean(true);
  json.end_object();
}

void write_place(JsonWriter& json, const SourcePlace& place) {
  json.key("place"), json.begin_object();
  json.key("line"), json.integer(place.begin_line);
  json.key("column"), json.integer(place.begin_column);
  json.key("end_line"), json.integer(place.end_line);
  json.key("end_column"), json.integer(place.end_column);
  json.end_object();
}

void write_suppression(JsonWriter& json, const Suppression& suppression) {
  json.key("suppression"), json.begin_object();
  json.member("kind", suppression.kind == Suppression::Kind::InSource ? "inSource" : "baseline");
  json.member("reason", suppression.reason);
  if (suppression.expires) json.member("expires", to_iso(*suppression.expires));
  json.end_object();
}

void write_finding(JsonWriter& json, const Document& document, const Finding& finding) {
  json.begin_object();
  json.key("claim"), write_claim(json, finding.claim);
  json.member("scope", name_of(finding.scope));
  json.member("verdict", name_of(finding.verdict));
  json.key("confidence"), json.real(finding.confidence);
  json.member("level", name_of(finding.level));
  json.member("rule", finding.rule);
  json.member("message", finding.message);
  json.key("independent_sources"), json.integer(finding.independent_sources);
  if (!finding.fingerprint.empty()) json.key("fingerprint"), json.text(finding.fingerprint);
  if (finding.suppression) write_suppression(json, *finding.suppression);
  if (const auto place = document.place(finding.claim.field, finding.claim.span)) {
    write_place(json, *place);
  }
  json.key("evidence"), json.begin_array();
  for (const Evidence& evidence : finding.evidence) write_evidence(json, evidence);
  json.end_array();
  json.end_object();
}

void write_summary(JsonWriter& json, const Report::Summary& summary) {
  json.key("summary"), json.begin_object();
  json.key("claims"), json.integer(summary.claims);
  json.key("corroborated"), json.integer(summary.corroborated);
  json.key("conflicting"), json.integer(summary.conflicting);
  json.key("disputed"), json.integer(summary.disputed);
  json.key("outdated"), json.integer(summary.outdated);
  json.key("consistent"), json.integer(summary.consistent);
  json.key("unsupported"), json.integer(summary.unsupported);
  json.end_object();
}

}  // namespace

void write_tool(JsonWriter& json, std::string_view version) {
  json.key("tool"), json.begin_object();
  json.member("name", "twosource");
  json.member("version", version);
  json.end_object();
}

void write_corpus(JsonWriter& json, const CorpusSize& corpus) {
  json.key("corpus"), json.begin_object();
  json.key("articles"), json.integer(corpus.articles);
  json.key("claims"), json.integer(corpus.claims);
  json.end_object();
}

void write_mentions(JsonWriter& json, const Document& document,
                    const std::vector<Mention>& mentions) {
  const CharIndex title(document.info.title);
  const CharIndex text(document.text);
  json.begin_object();
  json.member("schema", "twosource.mentions/1");
  json.member("id", document.info.id);
  json.member("language", document.info.language.empty() ? "und" : document.info.language);
  json.key("mentions"), json.begin_array();
  for (const Mention& mention : mentions) {
    write_mention(json, document, mention, mention.field == Field::Title ? title : text);
  }
  json.end_array();
  json.end_object();
}

void write_claims(JsonWriter& json, const Document& document, const Reading& reading) {
  json.begin_object();
  json.member("schema", "twosource.claims/1");
  write_article(json, document.info);
  json.key("claims"), json.begin_array();
  for (const Claim& claim : reading.claims) {
    const auto reasons = reading.reasons.find(claim.id);
    write_claim(json, claim, reasons == reading.reasons.end() ? nullptr : &reasons->second);
  }
  json.end_array();
  json.end_object();
}

void write_report(JsonWriter& json, std::string_view version, const Document& document,
                  const Report& report) {
  json.begin_object();
  json.member("schema", "twosource.report/1");
  write_tool(json, version);
  write_article(json, report.article, report.file);
  write_corpus(json, report.corpus);
  write_summary(json, report.summary());
  json.key("findings"), json.begin_array();
  for (const Finding& finding : report.findings) write_finding(json, document, finding);
  json.end_array();
  json.end_object();
}

void write_discrepancy(JsonWriter& json, const Discrepancy& group) {
  json.begin_object();
  json.member("id", group.id);
  json.member("kind", name_of(group.kind));
  json.member("item", group.item);
  json.member("subject", group.subject);
  json.member("message", group.message);
  json.key("independent_sources"), json.integer(group.independent_sources);
  json.key("weight"), json.real(group.weight);
  json.key("values"), json.begin_array();
  for (const Discrepancy::Value& value : group.values) {
    json.begin_object();
    write_quantity(json, value.quantity);
    json.key("claims"), json.begin_array();
    for (const Discrepancy::Member& member : value.claims) {
      json.begin_object();
      write_article(json, member.article);
      json.key("claim"), write_claim(json, member.claim);
      if (member.superseded) json.key("superseded"), json.boolean(true);
      json.end_object();
    }
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_comparison(JsonWriter& json, const Comparison& comparison) {
  json.begin_object();
  json.member("schema", "twosource.comparison/1");
  json.member("id", comparison.id);
  json.member("relation", name_of(comparison.relation));
  json.key("score"), json.real(comparison.score);
  json.key("pairs"), json.begin_array();
  for (const ComparedPair& pair : comparison.pairs) {
    json.begin_object();
    json.member("relation", name_of(pair.relation));
    json.key("score"), json.real(pair.score);
    json.member("rule", pair.rule);
    json.member("explanation", pair.explanation);
    json.key("a"), write_claim(json, pair.a);
    json.key("b"), write_claim(json, pair.b);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

}  // namespace twosource
