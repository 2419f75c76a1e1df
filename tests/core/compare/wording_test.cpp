// Wording against evidence, and evidence that was taken back.
#include <doctest/doctest.h>

#include "core/compare/verdict.h"
#include "core/compare/withdrawn.h"
#include "core/compare/wording.h"
#include "tests/core/compare/made_claims.h"

using namespace twosource;

namespace {

ArticleInfo outlet(const std::string& name, const char* published = "2024-10-24") {
  ArticleInfo out;
  out.id = "a-" + name;
  out.outlet = name;
  out.published = parse_iso(published);
  return out;
}

Claim soldiers(const std::string& value, Hedge hedge = Hedge::Exact,
               const std::string& speaker = {}) {
  Claim out = made::count(value, "soldier", 0, {});
  out.zone = Zone::Body;
  out.value.hedge = hedge;
  if (hedge == Hedge::AtMost) out.value.low.reset();
  if (!speaker.empty()) {
    out.attribution.push_back({speaker, speaker, SourceKind::Speaker});
    out.modality = Modality::Reported;
  }
  return out;
}

Claim quotation(const std::string& words, const std::string& speaker) {
  Claim out;
  out.id = "c-quote";
  out.kind = ClaimKind::Quote;
  out.dimension = Dimension::Name;
  out.text = words;
  out.attribution.push_back({speaker, "person:" + speaker, SourceKind::Speaker});
  return out;
}

Evidence piece(const std::string& name, Claim claim, double score = 0.95) {
  Evidence out;
  out.relation = Relation::Compatible;
  out.rule = "quantity-wider";
  out.score = score;
  out.article = outlet(name);
  out.primary_source = primary_source_of(claim);
  out.claim = std::move(claim);
  return out;
}

Finding corpus(Claim claim, std::vector<Evidence> evidence) {
  Finding out;
  out.claim = std::move(claim);
  out.evidence = std::move(evidence);
  return out;
}

// The rules that fire, joined.
std::string rules(const std::vector<Finding>& findings) {
  std::string out;
  for (const Finding& finding : check_wording(findings)) {
    CHECK(finding.scope == Scope::Wording);
    CHECK(finding.level == Level::Warning);
    CHECK_FALSE(finding.evidence.empty());
    out += (out.empty() ? "" : " ") + finding.rule;
  }
  return out;
}

const std::string kWords = "We will not give up a single metre of our land";

}  // namespace

TEST_CASE("a limit that all sources have and the article dropped") {
  const Evidence a = piece("A", soldiers("500", Hedge::AtMost));
  const Evidence b = piece("B", soldiers("500", Hedge::AtMost));
  CHECK(rules({corpus(soldiers("500"), {a, b})}) == "hedge-dropped");
  // One outlet proves nothing, nor does an unsure one.
  CHECK(rules({corpus(soldiers("500"), {a})}).empty());
  CHECK(rules({corpus(soldiers("500"), {a, piece("B", soldiers("500", Hedge::AtMost), 0.5)})})
            .empty());
  // Some source tells the bare figure too, however unsure.
  CHECK(rules({corpus(soldiers("500"), {a, b, piece("C", soldiers("500"), 0.3)})}).empty());
  // Other figures do not count, nor limits of other kinds.
  CHECK(rules({corpus(soldiers("400"), {a, b})}).empty());
  CHECK(rules({corpus(soldiers("500"), {a, piece("B", soldiers("500", Hedge::AtLeast))})}).empty());
  // The article says it elsewhere.
  CHECK(
      rules({corpus(soldiers("500"), {a, b}), corpus(soldiers("500", Hedge::AtMost), {})}).empty());
}

TEST_CASE("the word of one speaker told as a fact") {
  const auto said = [](const std::string& name, const std::string& speaker) {
    return piece(name, soldiers("500", Hedge::Exact, speaker));
  };
  // One speaker is one voice: the outlets are what count here.
  const Evidence a = said("A", "org:nis-kr");
  const Evidence b = said("B", "org:nis-kr");
  CHECK(rules({corpus(soldiers("500"), {a, b})}) == "attribution-dropped");
  CHECK(rules({corpus(soldiers("500"), {a})}).empty());
  CHECK(rules({corpus(soldiers("500"), {a, said("B", "org:pentagon")})}).empty());
  CHECK(rules({corpus(soldiers("500"), {a, b, piece("C", soldiers("500"))})}).empty());
  CHECK(rules({corpus(soldiers("500", Hedge::Exact, "org:nis-kr"), {a, b})}).empty());
  // The speaker stands elsewhere in the article.
  CHECK(rules({corpus(soldiers("500"), {a, b}),
               corpus(soldiers("20", Hedge::Exact, "org:nis-kr"), {})})
            .empty());
  Claim title = soldiers("500");
  title.zone = Zone::Headline;
  CHECK(rules({corpus(title, {a, b})}).empty());
}

TEST_CASE("quotations: other words, other speaker") {
  const Claim here = quotation(kWords, "anna");
  CHECK(rules({corpus(here, {piece("A", quotation(kWords, "anna"))})}).empty());
  CHECK(rules({corpus(here, {piece("A", quotation("We will not give up a single inch of our land",
                                                  "anna"))})}) == "quote-changed");
  CHECK(rules({corpus(here, {piece("A", quotation(kWords, "boris"))})}) == "attribution-changed");
  // Somebody has it word for word.
  CHECK(rules({corpus(here, {piece("A", quotation(kWords, "anna")),
                             piece("B", quotation(kWords, "boris"))})})
            .empty());
  // Something else that she said, a part of it, and words too few to tell.
  CHECK(rules({corpus(here, {piece("A", quotation("Our land will be free again one day, I am sure",
                                                  "anna"))})})
            .empty());
  CHECK(rules({corpus(here, {piece("A", quotation("will not give up a single metre of", "anna"))})})
            .empty());
  CHECK(rules({corpus(quotation("We will not", "anna"),
                      {piece("A", quotation("We shall not", "anna"))})})
            .empty());
}

TEST_CASE("what an outlet takes back") {
  ArticleInfo article = outlet("A");
  const Claim claim = soldiers("15.000");
  CHECK(withdrawal_of(article, claim).empty());
  article.notice = {Notice::Kind::Retracted, "This article has been retracted."};
  CHECK_FALSE(withdrawal_of(article, claim).empty());
  // Corrected in place: only the figure that the note names first is the wrong one.
  article.notice = {
      Notice::Kind::Corrected,
      "Korrektur vom 25.10.: In einer früheren Version stand 15.000, richtig sind 12.000."};
  CHECK_FALSE(withdrawal_of(article, soldiers("15.000")).empty());
  CHECK(withdrawal_of(article, soldiers("12.000")).empty());
  CHECK(withdrawal_of(article, soldiers("5.000")).empty());
  CHECK(withdrawal_of(article, soldiers("800")).empty());
}

TEST_CASE("a later version takes the earlier one back") {
  ArticleInfo earlier = outlet("A", "2024-10-24");
  earlier.title = "Soldiers on the way";
  ArticleInfo later = outlet("A", "2024-10-25");
  later.title = "Correction: Soldiers on the way";
  later.notice = {Notice::Kind::Corrected, later.title};
  const std::string none;
  const std::string copy = "w-1";
  CHECK(takes_back({later, none}, {earlier, none}));
  CHECK_FALSE(takes_back({earlier, none}, {later, none}));
  later.title = "Correction: something else";
  CHECK_FALSE(takes_back({later, none}, {earlier, none}));
  CHECK(takes_back({later, copy}, {earlier, copy}));
  later.outlet = "B";
  CHECK_FALSE(takes_back({later, copy}, {earlier, copy}));
  CHECK(withdrawal_by(later).find("2024-10-25") != std::string::npos);
}

TEST_CASE("evidence that was taken back is shown without weight") {
  Evidence conflict = piece("A", soldiers("15000"));
  conflict.relation = Relation::Conflicts;
  conflict.rule = "quantity-disjoint";
  CHECK(judge(soldiers("12000"), {conflict}, 3).verdict == VerdictKind::Conflicting);
  conflict.withdrawn = true;
  const Finding finding = judge(soldiers("12000"), {conflict}, 3);
  CHECK(finding.verdict == VerdictKind::Unsupported);
  CHECK(finding.evidence.size() == 1);
}
