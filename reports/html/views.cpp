#include "reports/html/views.h"

#include <algorithm>
#include <cmath>

#include "core/base/hash.h"
#include "core/compare/verdict.h"
#include "reports/escape.h"
#include "reports/html/marked_text.h"
#include "reports/wording.h"

namespace twosource {
namespace {

std::string_view date_text(const ArticleInfo& article, std::string& buffer) {
  buffer = article.published ? to_iso(article.published->day) : "no date";
  return buffer;
}

// The sentence of a claim, with the words of the claim in the middle; no words where the sentence
// does not hold them.
struct Quotation {
  std::string_view before;
  std::string_view words;
  std::string_view after;
};

Quotation quotation_of(const Claim& claim) {
  const std::string_view sentence = claim.sentence_text;
  std::size_t at = std::string_view::npos;
  if (claim.sentence.contains(claim.span)) {
    at = claim.span.begin - claim.sentence.begin;
    if (sentence.substr(std::min(at, sentence.size()), claim.text.size()) != claim.text) {
      at = std::string_view::npos;
    }
  }
  if (at == std::string_view::npos) at = sentence.find(claim.text);
  if (claim.text.empty() || at == std::string_view::npos) return {sentence, {}, {}};
  return {sentence.substr(0, at), sentence.substr(at, claim.text.size()),
          sentence.substr(at + claim.text.size())};
}

void quote(View& view, const Claim& claim) {
  const Quotation parts = quotation_of(claim);
  view.text("before", parts.before).text("words", parts.words).text("after", parts.after);
}

// The sentence from a few words before those of the claim: "\u2026 habe das Land rund acht
// Millionen".
std::string context_of(const Claim& claim) {
  constexpr int kWordsBefore = 3;
  const Quotation parts = quotation_of(claim);
  if (parts.words.empty()) return std::string(parts.before);
  std::size_t begin = parts.before.find_last_not_of(' ');
  for (int word = 0; word < kWordsBefore && begin != std::string_view::npos; ++word) {
    const std::size_t space = parts.before.find_last_of(' ', begin);
    begin = space == std::string_view::npos ? space : parts.before.find_last_not_of(' ', space);
  }
  const bool whole = begin == std::string_view::npos;
  std::string out = whole ? std::string() : "\u2026 ";
  const std::size_t from = whole ? 0 : parts.before.find_first_not_of(' ', begin + 1);
  out.append(from == std::string_view::npos ? std::string_view() : parts.before.substr(from));
  return out.append(parts.words).append(parts.after);
}

View step(std::string_view name, std::string_view text) {
  View out;
  out.text("step", name).text("text", text);
  return out;
}

// From the outlet to what its word rests on; empty when the outlet says it itself and alone.
std::vector<View> chain_of(const Voice& voice) {
  const Evidence& evidence = *voice.best;
  const bool own_word = voice.copies.empty() && evidence.claim.attribution.empty();
  if (own_word && evidence.article.agency.empty() && evidence.primary_source.empty()) return {};
  std::vector<View> out;
  out.push_back(step("outlet", outlet_text(evidence.article)));
  if (!evidence.article.agency.empty()) out.push_back(step("agency", evidence.article.agency));
  if (!voice.copies.empty()) {
    std::string copies = "shared, counted once, with ";
    for (const Evidence* copy : voice.copies) {
      if (copy != voice.copies.front()) copies += "; ";
      copies += article_text(copy->article);
    }
    out.push_back(step("text", copies));
  }
  out.push_back(step("says", attribution_text(evidence.claim)));
  const auto& links = evidence.claim.attribution;
  const bool named = !links.empty() && links.back().id == evidence.primary_source;
  if (!evidence.primary_source.empty() && !named) {
    out.push_back(step("rests on", evidence.primary_source));
  }
  return out;
}

// A clause as a sentence.
std::string sentence_case(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

View voice_view(const Voice& voice) {
  const Evidence& evidence = *voice.best;
  View out = article_view(evidence.article);
  out.text("relation", name_of(evidence.relation));
  out.text("relation_word", name_of(evidence.relation));
  const bool has_reason = !evidence.reason.empty();
  out.text("explanation", sentence_case(has_reason ? evidence.reason : evidence.explanation));
  std::vector<View> chain = chain_of(voice);
  out.flag("chained", !chain.empty()).list("chain", std::move(chain));
  quote(out, evidence.claim);
  return out;
}

std::vector<View> independence_steps(const Finding& finding) {
  const Independence counts = independence_of(finding);
  if (counts.articles < 2) return {};
  struct Row {
    std::size_t number;
    const char* one;
    const char* many;
  };
  std::vector<View> out;
  for (const Row& row :
       {Row{counts.articles, "article", "articles"}, Row{counts.texts, "text", "texts"},
        Row{counts.outlets, "outlet", "outlets"},
        Row{counts.voices, "independent source", "independent sources"}}) {
    View view;
    view.number("number", row.number).text("word", row.number == 1 ? row.one : row.many);
    out.push_back(std::move(view));
  }
  return out;
}

std::string place_in_file(const Document& document, const Claim& claim) {
  const auto place = document.place(claim.field, claim.span);
  return place ? "line " + std::to_string(place->begin_line) : std::string(name_of(claim.zone));
}

// What the article wrote, for the head of a finding.
std::string written_head(const Claim& claim) {
  return claim.kind == ClaimKind::Quote ? "\u201C" + claim.text + "\u201D" : shown_value(claim);
}

std::string_view stance(Relation relation) {
  switch (relation) {
    case Relation::Corroborates:
      return "for it";
    case Relation::Compatible:
      return "compatible";
    case Relation::Conflicts:
      return "against it";
    case Relation::Supersedes:
      return "later";
    case Relation::Superseded:
      return "earlier";
  }
  return "";
}

// "2 against it, 1 for it", in the order of the voices.
std::string voices_text(const std::vector<Voice>& voices) {
  std::string out;
  for (std::size_t i = 0; i < voices.size();) {
    std::size_t end = i;
    while (end < voices.size() && voices[end].best->relation == voices[i].best->relation) ++end;
    if (!out.empty()) out += ", ";
    out += std::to_string(end - i) + " " + std::string(stance(voices[i].best->relation));
    i = end;
  }
  return out;
}

bool shows_plot(const Finding& finding) {
  return finding.scope == Scope::Corpus &&
         (finding.verdict == VerdictKind::Conflicting || finding.verdict == VerdictKind::Disputed ||
          finding.verdict == VerdictKind::Outdated);
}

// What a mark in the text leads to, and where the link back from the finding goes.
View finding_view(const Document& document, const Report& report, const Finding& finding,
                  std::size_t order) {
  const std::vector<Voice> voices = voices_of(finding);
  View out;
  out.text("name", display_name(finding)).text("id", anchor_of(finding));
  out.number("order", order).text("confidence", decimal_text(finding.confidence, 4));
  out.text("lang", lang_attribute(report.article.language));
  out.text("head", written_head(finding.claim)).text("normal", value_text(finding.claim));
  out.text("verdict", name_of(finding.verdict)).text("context", context_of(finding.claim));
  const std::string found = voices_text(voices);
  out.text("where", place_in_file(document, finding.claim) + (found.empty() ? "" : ": " + found));
  quote(out, finding.claim);
  out.text("message", finding.message).text("rule", finding.rule);
  out.text("confidence_shown",
           finding.confidence > 0 ? decimal_text(finding.confidence * 100, 0) + " %" : "");
  out.text("speaker", attribution_text(finding.claim)).text("claim", finding.claim.id);
  out.text("certainty", certainty_text(finding.claim));
  out.text("back", anchor_of(report.article, report.file));
  std::vector<View> views;
  for (const Voice& voice : voices) views.push_back(voice_view(voice));
  out.list("voices", std::move(views));
  std::vector<View> steps = independence_steps(finding);
  out.flag("independence", false);
  if (!steps.empty()) {
    View independence;
    independence.list("steps", std::move(steps));
    out.part("independence", std::move(independence));
  }
  out.flag("plot", false);
  if (shows_plot(finding)) {
    if (const auto plot = strip_plot(report.article, finding)) out.part("plot", plot_view(*plot));
  }
  return out;
}

// "20,3 Billionen Dollar / 20.3 billion dollars": what the outlets wrote.
std::string values_head(const Discrepancy& group) {
  constexpr std::size_t kShown = 3;
  std::string out;
  for (std::size_t i = 0; i < std::min(group.values.size(), kShown); ++i) {
    if (group.values[i].claims.empty()) continue;
    out += (out.empty() ? "" : " / ") + shown_value(group.values[i].claims.front().claim);
  }
  if (group.values.size() > kShown) out += " / \u2026";
  return out.empty() ? discrepancy_head(group) : out;
}

std::string value_heading(const Discrepancy::Value& value) {
  return value.claims.empty() ? std::string() : value_text(value.claims.front().claim);
}

int weight_of(const Finding& finding) {
  if (finding.scope != Scope::Corpus) return 4;
  switch (finding.verdict) {
    case VerdictKind::Conflicting:
      return 6;
    case VerdictKind::Disputed:
      return 5;
    case VerdictKind::Outdated:
      return 3;
    case VerdictKind::Corroborated:
      return 2;
    case VerdictKind::Consistent:
      return 1;
    case VerdictKind::Unsupported:
      return 0;
  }
  return 0;
}

std::vector<TextMark> marks_of(const Report& report) {
  std::vector<TextMark> out;
  for (const Finding& finding : report.findings) {
    out.push_back({finding.claim.field, finding.claim.span, anchor_of(finding),
                   display_name(finding), weight_of(finding)});
  }
  return out;
}

std::vector<View> section_views(const Document& document, const Report& report,
                                const std::string& anchor) {
  std::vector<View> out;
  for (const Section& section : sections_of(report)) {
    View view;
    const std::string name = display_name(*section.findings.front());
    std::string id = anchor + "-" + name;
    if (section.scope != Scope::Corpus) id += "-" + std::string(name_of(section.scope));
    view.text("id", id).text("name", name).text("title", section.title);
    view.text("meaning", section.meaning).number("number", section.findings.size());
    std::vector<View> findings;
    for (const Finding* finding : section.findings) {
      const auto order = static_cast<std::size_t>(finding - report.findings.data());
      findings.push_back(finding_view(document, report, *finding, order));
    }
    view.list("findings", std::move(findings));
    out.push_back(std::move(view));
  }
  return out;
}

std::vector<View> bar_views(const Report::Summary& summary) {
  std::vector<View> out;
  if (summary.claims == 0) return out;
  double at = 0;
  for (const auto& [verdict, number] : counts_of(summary)) {
    const double width = 100.0 * number / summary.claims;
    View bar;
    bar.text("name", name_of(verdict)).text("x", decimal_text(at, 3));
    bar.text("width", decimal_text(width, 3));
    if (number > 0) out.push_back(std::move(bar));
    at += width;
  }
  return out;
}

std::string percent(double value) {
  return decimal_text(value, 2);
}

View span_view(const PlotSpan& span) {
  View out;
  out.text("x", percent(span.begin)).text("width", percent(std::max(span.end - span.begin, 0.0)));
  return out;
}

View row_view(const PlotRow& row, const std::optional<PlotSpan>& own) {
  constexpr double kPoint = 0.5;  // percent: a narrower figure is drawn as a dot
  View out = article_view(*row.article);
  out.text("kind", row.superseded ? "superseded" : row.relation ? name_of(*row.relation) : "own");
  out.text("outlet", row.relation ? outlet_text(*row.article) : "This article");
  out.flag("superseded", row.superseded);
  out.text("value", shown_value(*row.claim));
  const bool point = row.figure.end - row.figure.begin < kPoint;
  const bool soft = row.reach.end - row.reach.begin >= kPoint;
  out.flag("guide", false).flag("reach", false).flag("span", false).flag("dots", false);
  if (own && row.relation) out.part("guide", span_view(*own));
  if (soft) out.part("reach", span_view(row.reach));
  if (!point) out.part("span", span_view(row.figure));
  std::vector<View> dots;
  const auto dot = [&](double at) {
    View view;
    view.text("x", percent(at));
    dots.push_back(std::move(view));
  };
  if (!row.figure.open_begin) dot(row.figure.begin);
  if (!row.figure.open_end && !(point && !row.figure.open_begin)) dot(row.figure.end);
  out.list("dots", std::move(dots));
  out.flag("open_begin", row.figure.open_begin).flag("open_end", row.figure.open_end);
  return out;
}

}  // namespace

std::string display_name(const Finding& finding) {
  return std::string(finding.scope == Scope::Corpus ? name_of(finding.verdict)
                                                    : name_of(VerdictKind::Disputed));
}

std::string anchor_of(const Finding& finding) {
  std::string out = finding.claim.id;
  if (finding.scope != Scope::Corpus) out += "-" + std::string(name_of(finding.scope));
  return out;
}

std::string anchor_of(const ArticleInfo& article, std::string_view file) {
  return "a-" + hex_id(stable_hash(article.id + '\n' + std::string(file)));
}

View article_view(const ArticleInfo& article) {
  View out;
  std::string date;
  out.text("outlet", outlet_text(article)).text("date", date_text(article, date));
  out.text("language", article.language == "und" ? std::string_view() : article.language);
  out.text("title", article.title).text("url", safe_url(article.url));
  out.text("lang", lang_attribute(article.language));
  return out;
}

std::vector<View> count_views(const Report::Summary& summary, const std::string& anchor) {
  std::vector<View> out;
  for (const auto& [verdict, number] : counts_of(summary)) {
    const std::string name(name_of(verdict));
    View view;
    view.text("name", name).number("shown", number);
    view.text("number", number == 0 ? "" : std::to_string(number));
    view.text("link", number == 0 ? "" : anchor + "-" + name);
    out.push_back(std::move(view));
  }
  return out;
}

View report_view(const Document& document, const Report& report) {
  const std::string anchor = anchor_of(report.article, report.file);
  const ArticleInfo& article = report.article;
  View out = article_view(article);
  out.text("anchor", anchor);
  out.text("title", article.title.empty() ? article.id : article.title);
  out.text("lang", lang_attribute(article.language));
  out.text("file", report.file).text("url", safe_url(article.url));
  out.text("lede", summary_text(report.summary()));
  out.list("bars", bar_views(report.summary()));
  out.list("counts", count_views(report.summary(), anchor));
  out.text("text", marked_article(document, marks_of(report)));
  out.list("sections", section_views(document, report, anchor));
  return out;
}

View plot_view(const StripPlot& plot) {
  View out;
  out.text("unit", plot.unit).flag("logarithmic", plot.logarithmic);
  std::optional<PlotSpan> own;
  for (const PlotRow& row : plot.rows) {
    if (!row.relation) own = row.reach;
  }
  std::vector<View> rows;
  for (const PlotRow& row : plot.rows) rows.push_back(row_view(row, own));
  out.list("rows", std::move(rows));
  std::vector<View> ticks;
  for (const PlotTick& tick : plot.ticks) {
    constexpr double kEdge = 12;  // percent: a label in the middle would leave the picture
    View view;
    view.text("x", percent(tick.at)).text("label", tick.label);
    view.text("anchor", tick.at < kEdge ? "start" : tick.at > 100 - kEdge ? "end" : "middle");
    ticks.push_back(std::move(view));
  }
  out.list("ticks", std::move(ticks));
  out.text("left_out", plot.left_out == 0 ? "" : std::to_string(plot.left_out));
  return out;
}

View discrepancy_view(const Discrepancy& group) {
  View out;
  out.text("id", group.id).text("message", group.message);
  out.text("head", values_head(group)).text("context", discrepancy_head(group));
  out.text("where",
           counted(group.independent_sources, "independent source", "independent sources"));
  out.flag("plot", false);
  if (const auto plot = strip_plot(group)) out.part("plot", plot_view(*plot));
  std::vector<View> values;
  for (const Discrepancy::Value& value : group.values) {
    View view;
    view.text("value", value_heading(value));
    view.text("told", counted(value.claims.size(), "article", "articles"));
    std::vector<View> members;
    for (const Discrepancy::Member& member : value.claims) {
      View one = article_view(member.article);
      one.text("kind", member.superseded ? "superseded" : "conflicts");
      one.flag("superseded", member.superseded);
      one.text("speaker", attribution_text(member.claim));
      quote(one, member.claim);
      members.push_back(std::move(one));
    }
    view.list("members", std::move(members));
    values.push_back(std::move(view));
  }
  out.list("values", std::move(values));
  return out;
}

}  // namespace twosource
