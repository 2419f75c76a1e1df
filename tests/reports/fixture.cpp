#include "tests/reports/fixture.h"

#include <doctest/doctest.h>

#include "core/policy/fingerprint.h"
#include "core/text/utf8.h"
#include "reports/registry.h"

namespace twosource::fixture {
namespace {

DateTime moment(const char* iso) {
  return *parse_iso(iso);
}

Quantity exactly(std::int64_t value, std::uint8_t digits) {
  Quantity out;
  out.low = out.high = Decimal(value);
  out.digits = digits;
  return out;
}

// The span of `words` in `text`. REQUIRES: they stand there.
ByteSpan span_of(const std::string& text, const std::string& words) {
  const std::size_t at = text.find(words);
  REQUIRE(at != std::string::npos);
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

// Byte for byte the file: one line each.
SourceMap plain_map(const std::string& source, std::size_t offset, std::size_t length) {
  SourceMap map;
  const auto size = static_cast<std::uint32_t>(length);
  map.append({0, offset, size, size});
  map.learn_lines(source);
  return map;
}

Document make_document() {
  Document out;
  out.info = {"story-1",
              "Weserblatt",
              "https://weserblatt.example/story",
              "10.000 Helfer für die Küste",
              "de",
              moment("2024-10-24T18:40+02:00"),
              "dpa",
              {}};
  out.text =
      "Rund 12.000 Helfer (東京, 中国) sind an der Küste, sagte Ministerin Öz.\n"
      "Die Flut kostete 1,2 Milliarden Euro und traf 127 Orte.\n"
      "Öz sagte: „Wir geben nicht auf.“ Am Donnerstag ging das Wasser um 3,5 Prozent zurück.\n";
  out.file = "story.txt";
  const std::string source = out.info.title + "\n\n" + out.text;
  out.title_map = plain_map(source, 0, out.info.title.size());
  out.text_map = plain_map(source, out.info.title.size() + 2, out.text.size());
  return out;
}

Claim make_claim(const Document& document, Field field, const std::string& words,
                 const std::string& sentence) {
  const std::string text(document.field(field));
  const CharIndex index(text);
  Claim out;
  out.field = field;
  out.zone = field == Field::Title ? Zone::Headline : Zone::Body;
  out.span = span_of(text, words);
  out.chars = index.chars(out.span);
  out.sentence = span_of(text, sentence);
  out.sentence_chars = index.chars(out.sentence);
  out.text = words;
  out.sentence_text = sentence;
  out.id = "c-00000000000000" + std::to_string(10 + out.span.begin % 90);
  return out;
}

std::vector<Claim> make_claims(const Document& document) {
  const std::string first =
      "Rund 12.000 Helfer (東京, 中国) sind an der Küste, sagte Ministerin Öz.";
  const std::string second = "Die Flut kostete 1,2 Milliarden Euro und traf 127 Orte.";
  const std::string third = "Öz sagte: „Wir geben nicht auf.“";
  const std::string fourth = "Am Donnerstag ging das Wasser um 3,5 Prozent zurück.";

  Claim title = make_claim(document, Field::Title, "10.000", "10.000 Helfer für die Küste");
  title.item = {"Helfer", {"helper"}};
  title.value = exactly(10000, 2);
  title.check_worthiness = 0.7;

  Claim helpers = make_claim(document, Field::Text, "12.000", first);
  helpers.subject = {{"place:coast", "place", "Küste"}};
  helpers.item = {"Helfer", {"helper"}};
  helpers.predicate = {"sind", {"be"}};
  helpers.value = exactly(12000, 2);
  helpers.value.hedge = Hedge::About;
  helpers.attribution = {{"Ministerin Öz", "person:oez", SourceKind::Speaker},
                         {"Einsatzleitung", "", SourceKind::Anonymous}};
  helpers.modality = Modality::Reported;
  helpers.when = DateInterval{moment("2024-10-24").day, moment("2024-10-24").day};
  helpers.check_worthiness = 0.91;

  Claim cost = make_claim(document, Field::Text, "1,2 Milliarden Euro", second);
  cost.kind = ClaimKind::Money;
  cost.dimension = Dimension::Money;
  cost.value.low = cost.value.high = Decimal::make(12, 8);
  cost.value.digits = 2;
  cost.value.unit = "EUR";
  cost.predicate = {"kostete", {"cost"}};

  Claim places = make_claim(document, Field::Text, "127", second);
  places.value = exactly(127, 3);
  places.item = {"Orte", {"place"}};

  Claim quote = make_claim(document, Field::Text, "Wir geben nicht auf.", third);
  quote.kind = ClaimKind::Quote;
  quote.dimension = Dimension::Name;
  quote.attribution = {{"Öz", "person:oez", SourceKind::Speaker}};
  quote.polarity = Polarity::Negated;

  Claim day = make_claim(document, Field::Text, "Donnerstag", fourth);
  day.kind = ClaimKind::Date;
  day.dimension = Dimension::Date;
  day.timex = Timex{TimexType::Date, "2024-10-24",
                    DateInterval{moment("2024-10-24").day, moment("2024-10-24").day}, true};

  Claim fall = make_claim(document, Field::Text, "3,5 Prozent", fourth);
  fall.kind = ClaimKind::Change;
  fall.dimension = Dimension::Percent;
  fall.value.low = fall.value.high = Decimal::make(35, -1);
  fall.value.digits = 2;
  fall.value.unit = "percent";
  fall.change = Change::DecreaseBy;
  fall.item = {"Wasser", {"water"}};
  return {title, helpers, cost, places, quote, day, fall};
}

Mention mention_of(const Claim& claim) {
  Mention out;
  out.field = claim.field;
  out.zone = claim.zone;
  out.span = out.core = out.wide = claim.span;
  out.dimension = claim.dimension;
  out.value = claim.value;
  out.timex = claim.timex;
  return out;
}

std::vector<Mention> make_mentions(const Document& document, const std::vector<Claim>& claims) {
  std::vector<Mention> out;
  for (const Claim& claim : claims) {
    if (claim.kind != ClaimKind::Quote) out.push_back(mention_of(claim));
  }
  Mention name;
  name.span = name.core = name.wide = span_of(document.text, "中国");
  name.dimension = Dimension::Name;
  name.name = EntityRef{"country:CN", "country", "中国"};
  out.insert(out.begin() + 2, name);
  Mention half = out[1];
  half.value.low = half.value.high = Decimal::make(666666666667, -12);
  half.value.ratio = "2/3";
  half.value.base = Quantity::Base{Decimal(150), Decimal(150), "minute"};
  half.value.unit = "hour";
  half.dimension = Dimension::Duration;
  half.timex = Timex{TimexType::Duration, "PT2H30M", std::nullopt, false};
  out.push_back(half);
  return out;
}

Evidence make_evidence(const std::string& id, Relation relation, const Claim& model,
                       std::int64_t value) {
  Evidence out;
  out.relation = relation;
  out.score = 0.934567;
  out.rule = relation == Relation::Conflicts ? "quantity-disjoint" : "quantity-equal";
  out.article = {id,
                 "Harbour Tribune",
                 "https://harbour.example/" + id,
                 "Helpers on the coast",
                 "en",
                 moment("2024-10-23"),
                 "",
                 {}};
  out.claim = model;
  out.claim.field = Field::Text;
  out.claim.zone = Zone::Body;
  out.claim.text = std::to_string(value);
  out.claim.sentence_text = "Some " + std::to_string(value) + " helpers are at work.";
  out.claim.value = exactly(value, 2);
  out.claim.attribution.clear();
  out.explanation = "Both tell how many helpers are at work.";
  return out;
}

Finding finding_of(const Claim& claim, VerdictKind verdict, Level level, std::string message) {
  Finding out;
  out.claim = claim;
  out.verdict = verdict;
  out.level = level;
  out.confidence = 0.93;
  out.rule = "quantity-disjoint";
  out.message = std::move(message);
  return out;
}

Report make_report(const Document& document, const std::vector<Claim>& claims) {
  Report out;
  out.article = document.info;
  out.file = document.file;
  out.corpus = {41, 503};

  Finding conflicting =
      finding_of(claims[1], VerdictKind::Conflicting, Level::Error,
                 "Harbour Tribune says 15,000 helpers, the article about 12,000.");
  conflicting.evidence = {make_evidence("h-1", Relation::Conflicts, claims[1], 15000),
                          make_evidence("h-2", Relation::Conflicts, claims[1], 15000),
                          make_evidence("h-3", Relation::Compatible, claims[1], 11000)};
  conflicting.evidence[0].cluster = conflicting.evidence[1].cluster = "w-0011223344556677";
  conflicting.evidence[0].primary_source = "org:coast-guard";
  conflicting.independent_sources = 1;

  Finding corroborated = finding_of(claims[2], VerdictKind::Corroborated, Level::None,
                                    "Two independent sources say the same.");
  corroborated.independent_sources = 2;
  corroborated.evidence = {make_evidence("h-4", Relation::Corroborates, claims[2], 1200000000),
                           make_evidence("h-5", Relation::Corroborates, claims[2], 1200000000)};

  Finding disputed = finding_of(claims[3], VerdictKind::Disputed, Level::Warning,
                                "Sources differ on the number of places.");
  disputed.independent_sources = 1;
  disputed.evidence = {make_evidence("h-6", Relation::Corroborates, claims[3], 127),
                       make_evidence("h-7", Relation::Conflicts, claims[3], 137)};

  Finding outdated = finding_of(claims[6], VerdictKind::Outdated, Level::Warning,
                                "A later article has a later figure.");
  outdated.independent_sources = 1;
  outdated.evidence = {make_evidence("h-8", Relation::Supersedes, claims[6], 5)};

  Finding headline = finding_of(claims[0], VerdictKind::Conflicting, Level::Warning,
                                "The headline says 10,000, the text about 12,000.");
  headline.scope = Scope::Article;
  headline.rule = "headline-body";

  Finding silent = finding_of(claims[0], VerdictKind::Unsupported, Level::None,
                              "Nothing comparable in 41 articles.");
  silent.confidence = 0;
  Finding said = finding_of(claims[4], VerdictKind::Consistent, Level::None, "Nothing against it.");
  Finding day = finding_of(claims[5], VerdictKind::Unsupported, Level::None,
                           "Nothing comparable in 41 articles.");
  out.findings = {silent, headline, conflicting, corroborated, disputed, said, day, outdated};
  set_fingerprints(out.findings);
  return out;
}

Discrepancy make_discrepancy(const Report& report) {
  const Finding& finding = report.findings[2];
  Discrepancy out;
  out.id = "d-00112233aabbccdd";
  out.item = "helper";
  out.subject = "Küste";
  out.message = "12,000 or 15,000 helpers?";
  out.independent_sources = 2;
  out.weight = 1.75;
  out.values = {{finding.claim.value, {{report.article, finding.claim, false}}},
                {finding.evidence[0].claim.value,
                 {{finding.evidence[0].article, finding.evidence[0].claim, true}}}};
  return out;
}

Comparison make_comparison(const Report& report) {
  const Finding& finding = report.findings[2];
  Comparison out;
  out.id = "pair-1";
  out.relation = PairRelation::Conflicts;
  out.score = 0.87;
  out.pairs = {{finding.evidence[0].claim, finding.claim, Relation::Conflicts, 0.87,
                "quantity-disjoint", "15,000 and about 12,000 cannot both be right."}};
  return out;
}

void poison(ArticleInfo& info, const std::string& text) {
  info.id = info.outlet = info.url = info.title = info.agency = text;
}

void poison(Claim& claim, const std::string& text) {
  claim.text = claim.sentence_text = claim.item.text = claim.predicate.text = text;
  claim.item.concepts = {text};
  claim.subject = {{text, text, text}};
  claim.attribution = {{text, text, SourceKind::Speaker}};
}

}  // namespace

Everything story() {
  Everything out;
  out.document = make_document();
  out.reading.claims = make_claims(out.document);
  out.reading.mentions = make_mentions(out.document, out.reading.claims);
  out.report = make_report(out.document, out.reading.claims);
  out.discrepancy = make_discrepancy(out.report);
  out.comparison = make_comparison(out.report);
  return out;
}

Everything hostile(const std::string& text) {
  Everything out = story();
  out.document.text = text;
  out.document.text_map = {};
  out.document.title_map = {};
  out.document.file = text;
  poison(out.document.info, text);
  for (Mention& mention : out.reading.mentions) {
    mention.field = Field::Text;
    mention.span = {0, static_cast<std::uint32_t>(text.size())};
    if (mention.name) mention.name = EntityRef{text, text, text};
    mention.value.unit = text;
  }
  for (Claim& claim : out.reading.claims) poison(claim, text);
  poison(out.report.article, text);
  out.report.file = text;
  for (Finding& finding : out.report.findings) {
    poison(finding.claim, text);
    finding.message = finding.rule = text;
    for (Evidence& evidence : finding.evidence) {
      poison(evidence.claim, text);
      poison(evidence.article, text);
      evidence.explanation = evidence.primary_source = evidence.rule = text;
    }
  }
  out.discrepancy = make_discrepancy(out.report);
  out.discrepancy.item = out.discrepancy.subject = out.discrepancy.message = text;
  out.comparison = make_comparison(out.report);
  out.comparison.id = out.comparison.pairs[0].explanation = out.comparison.pairs[0].rule = text;
  return out;
}

std::string rendered(const std::string& format, Content content, const Everything& all,
                     const RenderOptions& options) {
  auto renderer = make_renderer(format, content, options);
  REQUIRE(renderer);
  Renderer& r = **renderer;
  std::string item;
  switch (content) {
    case Content::Mentions:
      item = r.mentions(all.document, all.reading.mentions);
      break;
    case Content::Claims:
      item = r.claims(all.document, all.reading);
      break;
    case Content::Report:
      item = r.report(all.document, all.report);
      break;
    case Content::Discrepancies:
      item = r.discrepancy(all.discrepancy);
      break;
    case Content::Comparison:
      item = r.comparison(all.comparison);
      break;
  }
  std::string out = r.open({{41, 503}});
  if (content == Content::Report) r.count(all.document, all.report);
  if (content == Content::Discrepancies) r.count(all.discrepancy);
  out += r.join(std::move(item));
  return out + r.close();
}

}  // namespace twosource::fixture
