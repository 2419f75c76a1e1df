// csv: a checklist for a spreadsheet (RFC 4180, UTF-8). Every cell that holds text is quoted, and
// one that a spreadsheet could take for a formula begins with an apostrophe.
#include <vector>

#include "reports/escape.h"
#include "reports/formats.h"
#include "reports/reading_order.h"
#include "reports/wording.h"

namespace twosource {
namespace {

// = + - @ start a formula, in their full-width forms too.
bool starts_formula(std::string_view text) {
  for (const std::string_view sign : {"=", "+", "-", "@", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"}) {
    if (text.starts_with(sign)) return true;
  }
  return false;
}

std::string cell(std::string_view text) {
  const std::string line = one_line(text);  // no line breaks, no tabs, no leading space
  std::string out = starts_formula(line) ? "\"'" : "\"";
  for (const char c : line) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

std::string row(const std::vector<std::string>& cells) {
  std::string out;
  for (const std::string& one : cells) {
    if (!out.empty()) out += ',';
    out += one;
  }
  return out + "\r\n";
}

std::string number(std::uint64_t value) {
  return std::to_string(value);
}

std::string voices_text(const Finding& finding, Relation relation) {
  std::string out;
  for (const Voice& voice : voices_of(finding)) {
    if (voice.best->relation != relation) continue;
    if (!out.empty()) out += " | ";
    out +=
        article_text(voice.best->article) + ": \u201C" + voice.best->claim.sentence_text + "\u201D";
  }
  return out;
}

// file, line, column: the last two empty where the place is not known.
void append_place(std::vector<std::string>& cells, const Document& document, const Claim& claim) {
  cells.push_back(cell(document.file.empty() ? document.info.id : document.file));
  const auto place = document.place(claim.field, claim.span);
  cells.push_back(place ? number(place->begin_line) : "");
  cells.push_back(place ? number(place->begin_column) : "");
}

std::string finding_row(const Document& document, const Finding& finding) {
  const Claim& claim = finding.claim;
  std::vector<std::string> cells = {cell("")};
  append_place(cells, document, claim);
  cells.push_back(cell(name_of(finding.verdict)));
  cells.push_back(cell(finding.suppression ? "suppressed" : name_of(finding.level)));
  cells.push_back(cell(claim_line(claim)));
  cells.push_back(cell(claim.sentence_text));
  cells.push_back(cell(attribution_text(claim)));
  cells.push_back(cell(finding.message));
  cells.push_back(cell(finding.rule));
  cells.push_back(decimal_text(finding.confidence, 2));
  cells.push_back(number(finding.independent_sources));
  cells.push_back(cell(voices_text(finding, Relation::Corroborates)));
  cells.push_back(cell(voices_text(finding, Relation::Conflicts)));
  cells.push_back(cell(voices_text(finding, Relation::Supersedes)));
  cells.push_back(cell(finding.fingerprint));
  return row(cells);
}

class CsvRenderer final : public Renderer {
 public:
  explicit CsvRenderer(Content content) : content_(content) {}

  std::string claims(const Document& document, const Reading& reading) const override {
    std::string out;
    for (const Claim& claim : reading.claims) {
      std::vector<std::string> cells = {cell("")};
      append_place(cells, document, claim);
      for (const std::string& text :
           {std::string(name_of(claim.kind)), claim_line(claim), claim.sentence_text,
            attribution_text(claim), certainty_text(claim)}) {
        cells.push_back(cell(text));
      }
      cells.push_back(decimal_text(claim.check_worthiness, 2));
      cells.push_back(cell(claim.id));
      out += row(cells);
    }
    return out;
  }

  std::string report(const Document& document, const Report& report) const override {
    std::string out;
    for (const Finding& finding : report.findings) out += finding_row(document, finding);
    return out;
  }

  std::string discrepancy(const Discrepancy& group) const override {
    std::string out;
    for (const Discrepancy::Value& value : group.values) {
      for (const Discrepancy::Member& member : value.claims) {
        const ArticleInfo& article = member.article;
        out += row({cell(""), cell(group.id), cell(discrepancy_head(group)),
                    cell(value_text(member.claim)), cell(article.outlet),
                    cell(article.published ? to_iso(article.published->day) : ""),
                    cell(article.language), cell(article.title), cell(article.url),
                    cell(member.claim.sentence_text), cell(attribution_text(member.claim)),
                    cell(member.superseded ? "superseded" : "")});
      }
    }
    return out;
  }

  std::string open(const Heading&) override {
    if (content_ == Content::Claims) {
      return "done,file,line,column,kind,statement,sentence,speaker,certainty,worth "
             "checking,id\r\n";
    }
    if (content_ == Content::Discrepancies) {
      return "done,discrepancy,about,value,outlet,published,language,title,url,sentence,speaker,"
             "superseded\r\n";
    }
    return "done,file,line,column,verdict,level,statement,sentence,speaker,message,rule,confidence,"
           "independent sources,for,against,later,fingerprint\r\n";
  }

 private:
  Content content_;
};

}  // namespace

std::unique_ptr<Renderer> make_csv_renderer(Content content, const RenderOptions&) {
  return std::make_unique<CsvRenderer>(content);
}

}  // namespace twosource
