// terminal: for reading on a screen. Summary first, then what needs a decision, each statement with
// its sentence, its place, and the evidence word for word. All text passes terminal_text, so
// nothing in an article can drive the terminal.
#include <algorithm>

#include "core/text/width.h"
#include "reports/escape.h"
#include "reports/formats.h"
#include "reports/reading_order.h"
#include "reports/wording.h"
#include "reports/wrap.h"

namespace twosource {
namespace {

constexpr std::size_t kShownVoices = 6;   // of one statement; JSON has them all
constexpr std::size_t kShownMembers = 4;  // of one value of a discrepancy

enum class Tone { Plain, Bold, Dim, Bad, Doubt, Good };

std::string_view code_of(Tone tone) {
  switch (tone) {
    case Tone::Plain:
      return "";
    case Tone::Bold:
      return "\x1b[1m";
    case Tone::Dim:
      return "\x1b[2m";
    case Tone::Bad:
      return "\x1b[1;31m";
    case Tone::Doubt:
      return "\x1b[1;33m";
    case Tone::Good:
      return "\x1b[1;32m";
  }
  return "";
}

Tone tone_of(const Section& section) {
  if (section.scope != Scope::Corpus) return Tone::Doubt;
  switch (section.verdict) {
    case VerdictKind::Conflicting:
      return Tone::Bad;
    case VerdictKind::Disputed:
    case VerdictKind::Outdated:
      return Tone::Doubt;
    case VerdictKind::Corroborated:
      return Tone::Good;
    case VerdictKind::Consistent:
      return Tone::Bold;
    case VerdictKind::Unsupported:
      return Tone::Dim;
  }
  return Tone::Plain;
}

Tone tone_of(Relation relation) {
  if (relation == Relation::Conflicts) return Tone::Bad;
  if (relation == Relation::Supersedes) return Tone::Doubt;
  return relation == Relation::Corroborates ? Tone::Good : Tone::Plain;
}

// Lines of one item, with colour where it is wanted.
class Page {
 public:
  explicit Page(const RenderOptions& options) : options_(options) {}

  // `text` is escaped, wrapped and indented; continued lines stand two columns further in.
  void line(std::size_t indent, std::string_view text, Tone tone = Tone::Plain) {
    labelled(indent, {}, text, tone);
  }
  // The label stands before the text, which is wrapped beside it.
  void labelled(std::size_t indent, std::string_view label, std::string_view text,
                Tone tone = Tone::Plain, Tone label_tone = Tone::Dim) {
    out_.append(indent, ' ');
    paint(label, label_tone);
    const std::size_t column = indent + display_width(label);
    const std::string_view code = options_.color ? code_of(tone) : std::string_view();
    out_ += code;
    append_wrapped(out_, terminal_text(text), column, label.empty() ? indent + 2 : column,
                   options_.width);
    if (!code.empty()) out_.insert(out_.size() - 1, "\x1b[0m");
  }
  // The line that `write` makes, as a link to `url` where the terminal knows links (OSC 8) and the
  // address is a plain one.
  template <typename Write>
  void linked(std::string_view url, Write write) {
    const std::string address = options_.hyperlinks ? safe_url(url) : std::string();
    if (!address.empty()) out_ += "\x1b]8;;" + address + "\x1b\\";
    write();
    if (!address.empty()) out_.insert(out_.size() - 1, "\x1b]8;;\x1b\\");
  }
  void blank() { out_ += '\n'; }

  // For lines that are put together by hand: `text` is escaped, not wrapped.
  void paint(std::string_view text, Tone tone) {
    if (text.empty()) return;
    const std::string_view code = options_.color ? code_of(tone) : std::string_view();
    out_ += code;
    out_ += one_line_padded(text);
    if (!code.empty()) out_ += "\x1b[0m";
  }
  void raw(std::string_view bytes) { out_ += bytes; }

  std::string take() { return std::move(out_); }
  unsigned width() const { return options_.width; }

 private:
  // terminal_text drops trailing space, which a label needs.
  static std::string one_line_padded(std::string_view text) {
    std::string out = terminal_text(text);
    const std::size_t end = text.find_last_not_of(' ');
    if (end != std::string_view::npos) out.append(text.size() - end - 1, ' ');
    return out;
  }

  const RenderOptions& options_;
  std::string out_;
};

std::string padded(std::string_view text, std::size_t columns) {
  std::string out = cut_to_width(terminal_text(text), static_cast<std::uint32_t>(columns));
  out.append(columns - std::min<std::size_t>(columns, display_width(out)), ' ');
  return out;
}

std::string quoted(std::string_view text) {
  return "\"" + std::string(text) + "\"";
}

std::string title_of(const Document& document) {
  return document.info.title.empty() ? document.info.id : document.info.title;
}

std::string_view mark_of(Relation relation) {
  switch (relation) {
    case Relation::Corroborates:
      return "\u2713 ";  // check mark
    case Relation::Compatible:
      return "~ ";
    case Relation::Conflicts:
      return "\u2717 ";  // cross
    case Relation::Supersedes:
      return "\u2191 ";  // arrow up
    case Relation::Superseded:
      return "\u2193 ";  // arrow down
  }
  return "";
}

void write_head(Page& page, const Document& document) {
  page.line(0, title_of(document), Tone::Bold);
  const std::string file = document.file.empty() ? document.info.id : document.file;
  page.line(0, file + ", " + article_text(document.info), Tone::Dim);
}

void write_voice(Page& page, const Voice& voice) {
  const Evidence& evidence = *voice.best;
  const ArticleInfo& article = evidence.article;
  page.linked(article.url, [&] {
    page.labelled(
        4, std::string(mark_of(evidence.relation)) + std::string(name_of(evidence.relation)) + " ",
        article_text(article) + (article.title.empty() ? std::string() : ": " + article.title),
        Tone::Plain, tone_of(evidence.relation));
  });
  page.line(6, quoted(evidence.claim.sentence_text));
  if (!evidence.explanation.empty()) page.line(6, evidence.explanation, Tone::Dim);
  std::string chain = "says: " + attribution_text(evidence.claim);
  if (!evidence.primary_source.empty()) chain += "; rests on: " + evidence.primary_source;
  page.line(6, chain, Tone::Dim);
  if (voice.copies.empty()) return;
  std::string copies = "same text, counted once: ";
  for (const Evidence* copy : voice.copies) {
    if (copy != voice.copies.front()) copies += "; ";
    copies += article_text(copy->article);
  }
  page.line(6, copies, Tone::Dim);
}

// The other places of the article that a finding about the article itself stands on.
void write_own_places(Page& page, const Document& document, const Finding& finding) {
  for (const Evidence& evidence : finding.evidence) {
    const Claim& claim = evidence.claim;
    page.labelled(4, "here: ",
                  claim_head(claim) + " (" + place_text(document, claim.field, claim.span) + ")");
    if (claim.sentence_text != finding.claim.sentence_text)
      page.line(6, quoted(claim.sentence_text), Tone::Dim);
  }
}

void write_finding(Page& page, const Document& document, const Finding& finding, Tone tone) {
  page.labelled(2, "\u2022 ", claim_head(finding.claim), Tone::Bold, tone);
  page.line(4, place_text(document, finding.claim.field, finding.claim.span), Tone::Dim);
  page.line(4, quoted(finding.claim.sentence_text));
  page.line(4, finding.message);
  if (finding.scope == Scope::Article) {
    write_own_places(page, document, finding);
    page.blank();
    return;
  }
  const std::vector<Voice> voices = voices_of(finding);
  const std::string voices_counted = independence_text(finding);
  if (!voices_counted.empty()) page.line(4, voices_counted);
  for (std::size_t i = 0; i < std::min(voices.size(), kShownVoices); ++i) {
    write_voice(page, voices[i]);
  }
  if (voices.size() > kShownVoices) {
    page.line(
        4,
        "and " + std::to_string(voices.size() - kShownVoices) + " more (--format json shows all)",
        Tone::Dim);
  }
  page.blank();
}

// "Elbkurier, Mainblick, Isarbote and 4 more": who carries the verdict, or who speaks of the
// statement at all; empty for nobody.
std::string outlets_of(const Finding& finding) {
  std::vector<const Evidence*> told = carrying_evidence(finding);
  if (told.empty()) {
    for (const Evidence& evidence : finding.evidence) told.push_back(&evidence);
  }
  std::vector<std::string> names;
  for (const Evidence* evidence : told) {
    std::string name = outlet_text(evidence->article);
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      names.push_back(std::move(name));
    }
  }
  constexpr std::size_t kNamed = 3;
  std::string out;
  for (std::size_t i = 0; i < std::min(names.size(), kNamed); ++i) {
    out += (out.empty() ? "" : ", ") + names[i];
  }
  if (names.size() > kNamed) out += " and " + std::to_string(names.size() - kNamed) + " more";
  return out;
}

// Asks for no decision: told in two lines, unless everything is wanted.
bool is_settled(const Section& section) {
  return section.scope == Scope::Corpus && (section.verdict == VerdictKind::Corroborated ||
                                            section.verdict == VerdictKind::Consistent ||
                                            section.verdict == VerdictKind::Unsupported);
}

void write_compact(Page& page, const Document& document, const Finding& finding) {
  const auto place = document.place(finding.claim.field, finding.claim.span);
  const std::string line = place ? "line " + std::to_string(place->begin_line) : "title";
  const std::string label = padded(line, 10);
  page.labelled(2, label, claim_line(finding.claim));
  const std::string outlets = outlets_of(finding);
  if (outlets.empty()) return;
  const std::string counted_voices = independence_text(finding);
  const std::string told = counted_voices.empty() ? "compatible with" : counted_voices + ":";
  page.line(2 + label.size(), told + " " + outlets, Tone::Dim);
}

void write_summary(Page& page, const Report& report) {
  const Report::Summary sum = report.summary();
  page.line(0,
            "checked against " + counted(report.corpus.articles, "article", "articles") + " with " +
                counted(report.corpus.claims, "claim", "claims"),
            Tone::Dim);
  page.blank();
  page.paint(counted(sum.claims, "statement", "statements") + ":", Tone::Bold);
  struct Part {
    std::uint32_t number;
    std::string_view word;
    Tone tone;
  };
  const Part parts[] = {
      {sum.conflicting, "conflicting", Tone::Bad}, {sum.disputed, "disputed", Tone::Doubt},
      {sum.outdated, "outdated", Tone::Doubt},     {sum.corroborated, "corroborated", Tone::Good},
      {sum.consistent, "consistent", Tone::Plain}, {sum.unsupported, "unsupported", Tone::Plain}};
  std::size_t column = display_width(counted(sum.claims, "statement", "statements")) + 1;
  for (const Part& part : parts) {
    const bool last = &part == std::end(parts) - 1;
    const std::string words = std::to_string(part.number) + " " + std::string(part.word);
    const bool fits = column + words.size() + 2 <= page.width();
    page.raw(fits ? " " : "\n  ");
    column = (fits ? column + 1 : 2) + words.size() + 1;
    page.paint(words, part.number == 0 ? Tone::Dim : part.tone);
    if (!last) page.raw(",");
  }
  page.raw("\n\n");
}

// Which rule gave each field, and the words and data it rests on.
void write_reasons(Page& page, const std::vector<Reason>& reasons) {
  for (const Reason& reason : reasons) {
    std::string line = reason.rule;
    if (!reason.words.empty()) line += " " + quoted(reason.words);
    if (!reason.data.empty()) line += " (" + terminal_text(reason.data) + ")";
    page.labelled(6, "why  " + reason.field + ": ", line, Tone::Dim);
  }
}

class TerminalRenderer final : public Renderer {
 public:
  explicit TerminalRenderer(const RenderOptions& options) : options_(options) {}

  std::string mentions(const Document& document,
                       const std::vector<Mention>& mentions) const override {
    Page page(options_);
    write_head(page, document);
    for (const Mention& mention : mentions) {
      const auto place = document.place(mention.field, mention.span);
      const std::string where =
          place ? std::to_string(place->begin_line) + ":" + std::to_string(place->begin_column)
                : std::string(name_of(mention.field));
      page.raw(padded(where, 8) + " " + padded(name_of(mention.dimension), 9) + " ");
      const std::size_t value_width = std::max<std::size_t>((options_.width - 20) / 2, 10);
      page.paint(padded(value_text(mention), value_width), Tone::Bold);
      const std::string_view text = slice(document.field(mention.field), mention.span);
      page.raw(" " + cut_to_width(terminal_text(text), static_cast<std::uint32_t>(value_width)) +
               "\n");
    }
    page.line(0, counted(mentions.size(), "mention", "mentions"), Tone::Dim);
    return page.take();
  }

  // A worksheet: the sentence once, below it what it claims.
  std::string claims(const Document& document, const Reading& reading) const override {
    Page page(options_);
    write_head(page, document);
    page.blank();
    const Claim* before = nullptr;
    for (const Claim& claim : reading.claims) {
      if (before == nullptr || before->field != claim.field || before->sentence != claim.sentence) {
        if (before != nullptr) page.blank();
        page.line(0,
                  place_text(document, claim.field, claim.sentence) + ", " +
                      std::string(name_of(claim.zone)),
                  Tone::Dim);
        page.line(0, quoted(claim.sentence_text));
      }
      before = &claim;
      page.labelled(2, "[ ] " + std::string(name_of(claim.kind)) + ": ", claim_line(claim),
                    Tone::Bold);
      page.labelled(6, "says ", attribution_text(claim));
      std::string sure = certainty_text(claim);
      if (claim.when) sure += "; holds " + range_text(*claim.when);
      page.labelled(6, "sure ",
                    sure + "; worth checking " + decimal_text(claim.check_worthiness, 2));
      const auto reasons = reading.reasons.find(claim.id);
      if (reasons != reading.reasons.end()) write_reasons(page, reasons->second);
    }
    if (before != nullptr) page.blank();
    page.line(0, counted(reading.claims.size(), "claim", "claims"), Tone::Dim);
    return page.take();
  }

  std::string report(const Document& document, const Report& report) const override {
    Page page(options_);
    write_head(page, document);
    write_summary(page, report);
    bool folded = false;
    for (const Section& section : sections_of(report)) {
      page.labelled(0, std::string(section.title) + " ", "(" + std::string(section.meaning) + ")",
                    Tone::Dim, tone_of(section));
      bool compact = false;
      for (const Finding* finding : section.findings) {
        if (is_settled(section) && !is_open(*finding) &&
            (!options_.full || finding->evidence.empty())) {
          write_compact(page, document, *finding);
          compact = true;
          folded |= !finding->evidence.empty();
        } else {
          write_finding(page, document, *finding, tone_of(section));
        }
      }
      if (compact) page.blank();
    }
    if (folded) page.line(0, "--verbose shows the evidence of every statement", Tone::Dim);
    return page.take();
  }

  std::string discrepancy(const Discrepancy& group) const override {
    Page page(options_);
    page.line(0, group.message, Tone::Bold);
    page.line(2, counted(group.independent_sources, "independent source", "independent sources"),
              Tone::Dim);
    for (const Discrepancy::Value& value : group.values) {
      const Dimension dimension =
          value.claims.empty() ? Dimension::Number : value.claims.front().claim.dimension;
      page.line(2, value_text(dimension, value.quantity) + " " + group.item, Tone::Doubt);
      for (std::size_t i = 0; i < std::min(value.claims.size(), kShownMembers); ++i) {
        const Discrepancy::Member& member = value.claims[i];
        page.linked(member.article.url, [&] {
          page.line(4, article_text(member.article) + (member.superseded ? " (superseded)" : ""));
        });
        page.line(6, quoted(member.claim.sentence_text), Tone::Dim);
      }
      if (value.claims.size() > kShownMembers) {
        page.line(4, "and " + std::to_string(value.claims.size() - kShownMembers) + " more",
                  Tone::Dim);
      }
    }
    return page.take();
  }

  std::string comparison(const Comparison& comparison) const override {
    Page page(options_);
    page.line(0,
              (comparison.id.empty() ? std::string() : comparison.id + ": ") +
                  std::string(name_of(comparison.relation)) + " (" +
                  decimal_text(comparison.score, 2) + ")",
              Tone::Bold);
    for (const ComparedPair& pair : comparison.pairs) {
      page.labelled(2,
                    std::string(mark_of(pair.relation)) + std::string(name_of(pair.relation)) + " ",
                    pair.explanation, Tone::Plain, tone_of(pair.relation));
      page.labelled(4, "A ", quoted(pair.a.sentence_text));
      page.labelled(4, "B ", quoted(pair.b.sentence_text));
    }
    return page.take();
  }

  std::string join(std::string item) override {
    return (std::exchange(first_, false) ? std::string() : std::string("\n")) + item;
  }

 private:
  RenderOptions options_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<Renderer> make_terminal_renderer(Content, const RenderOptions& options) {
  return std::make_unique<TerminalRenderer>(options);
}

}  // namespace twosource
