// markdown: for a page or the comment on a pull request: what needs a decision in full, the rest
// folded away, a line each. Article text passes markdown_text, so that it can neither shape the
// page nor call anybody.
#include <algorithm>

#include "reports/escape.h"
#include "reports/formats.h"
#include "reports/reading_order.h"
#include "reports/wording.h"

namespace twosource {
namespace {

constexpr std::size_t kShownVoices = 10;   // of one statement; JSON has them all
constexpr std::size_t kShownMembers = 10;  // of one value of a discrepancy

std::string title_of(const ArticleInfo& article) {
  return article.title.empty() ? article.id : article.title;
}

std::string linked(std::string_view text, std::string_view url) {
  const std::string safe = safe_url(url);
  return safe.empty() ? markdown_text(text) : "[" + markdown_text(text) + "](<" + safe + ">)";
}

void write_head(std::string& out, const Document& document) {
  out += "# " + markdown_text(title_of(document.info)) + "\n\n";
  const std::string file = document.file.empty() ? document.info.id : document.file;
  out +=
      markdown_text(file) + ", " + linked(article_text(document.info), document.info.url) + "\n\n";
}

void write_voice(std::string& out, const Voice& voice) {
  const Evidence& evidence = *voice.best;
  out += "- **" + std::string(name_of(evidence.relation)) +
         "**: " + linked(article_text(evidence.article), evidence.article.url);
  if (!evidence.article.title.empty()) out += ", *" + markdown_text(evidence.article.title) + "*";
  out += "  \n  \u201C" + markdown_text(evidence.claim.sentence_text) + "\u201D";
  if (!evidence.explanation.empty()) out += "  \n  " + markdown_text(evidence.explanation);
  out += "  \n  says: " + markdown_text(attribution_text(evidence.claim));
  if (!evidence.primary_source.empty()) {
    out += "; rests on: " + markdown_text(evidence.primary_source);
  }
  if (!voice.copies.empty()) {
    out += "  \n  same text, counted once: ";
    for (const Evidence* copy : voice.copies) {
      if (copy != voice.copies.front()) out += "; ";
      out += linked(article_text(copy->article), copy->article.url);
    }
  }
  out += "\n";
}

// The other places of the article that a finding about the article itself stands on.
void write_own_places(std::string& out, const Document& document, const Finding& finding) {
  for (const Evidence& evidence : finding.evidence) {
    const Claim& claim = evidence.claim;
    out += "- here: **" + markdown_text(claim_head(claim)) + "** (" +
           markdown_text(place_text(document, claim.field, claim.span)) + ")";
    if (claim.sentence_text != finding.claim.sentence_text)
      out += "  \n  \u201C" + markdown_text(claim.sentence_text) + "\u201D";
    out += "\n";
  }
  if (!finding.evidence.empty()) out += "\n";
}

void write_finding(std::string& out, const Document& document, const Finding& finding) {
  out += "### " + markdown_text(claim_head(finding.claim)) + "\n\n";
  out += "> " + markdown_text(finding.claim.sentence_text) + "\n\n";
  out += markdown_text(finding.message) + " (" +
         markdown_text(place_text(document, finding.claim.field, finding.claim.span)) + ", rule " +
         markdown_text(finding.rule) + ", confidence " + decimal_text(finding.confidence, 2) +
         ")\n\n";
  if (finding.scope == Scope::Article) {
    write_own_places(out, document, finding);
    return;
  }
  const std::vector<Voice> voices = voices_of(finding);
  const std::string voices_counted = independence_text(finding);
  if (!voices_counted.empty()) out += voices_counted + "\n\n";
  for (std::size_t i = 0; i < std::min(voices.size(), kShownVoices); ++i) {
    write_voice(out, voices[i]);
  }
  if (voices.size() > kShownVoices) {
    out += "- and " + std::to_string(voices.size() - kShownVoices) + " more\n";
  }
  if (!voices.empty()) out += "\n";
}

void write_summary(std::string& out, const Report& report) {
  const Report::Summary sum = report.summary();
  out += "**" + summary_text(sum) + "** Checked against " +
         counted(report.corpus.articles, "article", "articles") + " with " +
         counted(report.corpus.claims, "claim", "claims") + ".\n\n";
  std::string heads = "| statements |";
  std::string rule = "| ---: |";
  std::string numbers = "| " + std::to_string(sum.claims) + " |";
  for (const auto& [verdict, number] : counts_of(sum)) {
    heads += " " + std::string(name_of(verdict)) + " |";
    rule += " ---: |";
    numbers += " " + std::to_string(number) + " |";
  }
  out += heads + "\n" + rule + "\n" + numbers + "\n\n";
}

// What needs no decision, folded away: a line each.
void write_calm_section(std::string& out, const Document& document, const Section& section) {
  out += "<details>\n<summary>" + std::string(section.title) + " (" +
         std::to_string(section.findings.size()) + "): " + std::string(section.meaning) +
         "</summary>\n\n";
  for (const Finding* finding : section.findings) {
    out += "- " + markdown_text(claim_line(finding->claim)) + " (" +
           markdown_text(place_text(document, finding->claim.field, finding->claim.span)) + ")";
    const std::string support = independence_text(*finding);
    if (!support.empty()) out += ": " + support;
    out += "\n";
  }
  out += "\n</details>\n\n";
}

bool is_calm(const Section& section) {
  return section.scope == Scope::Corpus && (section.verdict == VerdictKind::Corroborated ||
                                            section.verdict == VerdictKind::Consistent ||
                                            section.verdict == VerdictKind::Unsupported);
}

class MarkdownRenderer final : public Renderer {
 public:
  std::string mentions(const Document& document,
                       const std::vector<Mention>& mentions) const override {
    std::string out;
    write_head(out, document);
    out += "| place | dimension | value | text |\n| --- | --- | --- | --- |\n";
    for (const Mention& mention : mentions) {
      out += "| " + markdown_text(place_text(document, mention.field, mention.span)) + " | " +
             std::string(name_of(mention.dimension)) + " | " + markdown_text(value_text(mention)) +
             " | " + markdown_text(slice(document.field(mention.field), mention.span)) + " |\n";
    }
    return out;
  }

  std::string claims(const Document& document, const Reading& reading) const override {
    std::string out;
    write_head(out, document);
    const Claim* before = nullptr;
    for (const Claim& claim : reading.claims) {
      if (before == nullptr || before->field != claim.field || before->sentence != claim.sentence) {
        if (before != nullptr) out += "\n";
        out += "> " + markdown_text(claim.sentence_text) + "\n\n";
      }
      before = &claim;
      out += "- [ ] **" + markdown_text(claim_line(claim)) + "** (" +
             std::string(name_of(claim.kind)) + ", " +
             markdown_text(place_text(document, claim.field, claim.span)) +
             ")  \n  says: " + markdown_text(attribution_text(claim)) + "; " +
             certainty_text(claim);
      if (claim.when) out += "; holds " + range_text(*claim.when);
      out += "; worth checking " + decimal_text(claim.check_worthiness, 2) + "\n";
    }
    return out;
  }

  std::string report(const Document& document, const Report& report) const override {
    std::string out;
    write_head(out, document);
    write_summary(out, report);
    for (const Section& section : sections_of(report)) {
      if (is_calm(section)) {
        write_calm_section(out, document, section);
        continue;
      }
      out += "## " + std::string(section.title) + "\n\n*" + std::string(section.meaning) + "*\n\n";
      for (const Finding* finding : section.findings) write_finding(out, document, *finding);
    }
    while (out.ends_with("\n\n")) out.pop_back();
    return out;
  }

  std::string discrepancy(const Discrepancy& group) const override {
    std::string out =
        "## " + markdown_text(group.message) + "\n\n" +
        counted(group.independent_sources, "independent source", "independent sources") + "\n\n";
    for (const Discrepancy::Value& value : group.values) {
      const Dimension dimension =
          value.claims.empty() ? Dimension::Number : value.claims.front().claim.dimension;
      out +=
          "- **" + markdown_text(value_text(dimension, value.quantity) + " " + group.item) + "**\n";
      for (std::size_t i = 0; i < std::min(value.claims.size(), kShownMembers); ++i) {
        const Discrepancy::Member& member = value.claims[i];
        out += "  - " + linked(article_text(member.article), member.article.url) +
               (member.superseded ? " (superseded)" : "") + ": \u201C" +
               markdown_text(member.claim.sentence_text) + "\u201D\n";
      }
      if (value.claims.size() > kShownMembers) {
        out += "  - and " + std::to_string(value.claims.size() - kShownMembers) + " more\n";
      }
    }
    return out;
  }

  std::string comparison(const Comparison& comparison) const override {
    std::string out = "## ";
    if (!comparison.id.empty()) out += markdown_text(comparison.id) + ": ";
    out += std::string(name_of(comparison.relation)) + " (" + decimal_text(comparison.score, 2) +
           ")\n";
    for (const ComparedPair& pair : comparison.pairs) {
      out += "\n- **" + std::string(name_of(pair.relation)) +
             "**: " + markdown_text(pair.explanation) + "  \n  A: \u201C" +
             markdown_text(pair.a.sentence_text) + "\u201D  \n  B: \u201C" +
             markdown_text(pair.b.sentence_text) + "\u201D\n";
    }
    return out;
  }

  std::string join(std::string item) override {
    return (std::exchange(first_, false) ? std::string() : std::string("\n")) + item;
  }

 private:
  bool first_ = true;
};

}  // namespace

std::unique_ptr<Renderer> make_markdown_renderer(Content, const RenderOptions&) {
  return std::make_unique<MarkdownRenderer>();
}

}  // namespace twosource
