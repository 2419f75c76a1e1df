#include <algorithm>

#include "cli/arguments.h"
#include "cli/commands/commands.h"
#include "cli/console.h"
#include "cli/database_options.h"
#include "cli/knowledge.h"
#include "core/base/printable.h"
#include "core/compare/interval.h"
#include "core/compare/rules.h"
#include "index/checker.h"
#include "reports/escape.h"
#include "reports/wording.h"
#include "reports/wrap.h"

namespace twosource {
namespace {

// The words with the concepts by which they meet words of other languages: "Soldaten (soldier)".
std::string term_text(const Term& term) {
  std::string concepts;
  for (const std::string& one : term.concepts) concepts += (concepts.empty() ? "" : ", ") + one;
  return concepts.empty() ? term.text : term.text + " (" + concepts + ")";
}

std::string names_text(const std::vector<EntityRef>& names) {
  std::string out;
  for (const EntityRef& name : names) {
    out += (out.empty() ? "" : ", ") + name.label + " (" + name.id + ")";
  }
  return out;
}

// "11,500 to 12,500", "from 500", "up to 20".
std::string reach_text(const Quantity& quantity) {
  const Interval reach = interval_of(quantity);
  const auto digits = [](const Decimal& end) { return grouped_digits(end.to_string()); };
  if (reach.low && reach.high) return digits(*reach.low) + " to " + digits(*reach.high);
  if (reach.low) return "from " + digits(*reach.low);
  return reach.high ? "up to " + digits(*reach.high) : "everything";
}

// Lines of "label: text", wrapped.
class Trace {
 public:
  explicit Trace(unsigned width) : width_(width) {}

  void head(std::string_view text) { out_ += (out_.empty() ? "" : "\n") + one_line(text) + "\n"; }
  void row(std::string_view label, const std::string& text) {
    constexpr std::size_t kColumn = 16;
    out_ += "  " + std::string(label);
    out_.append(kColumn - 2 - std::min(label.size(), kColumn - 3), ' ');
    append_wrapped(out_, one_line(text), kColumn, kColumn, width_);
  }
  void row_if(std::string_view label, const std::string& text) {
    if (!text.empty()) row(label, text);
  }
  void claim(const Claim& claim) {
    row("sentence", "\"" + claim.sentence_text + "\"");
    row("words", "\"" + claim.text + "\" (" + std::string(name_of(claim.field)) + ", characters " +
                     std::to_string(claim.chars.begin) + " to " + std::to_string(claim.chars.end) +
                     ")");
    row_if("read as", value_text(claim));
    if (claim.value.low || claim.value.high) {
      row("leaves open", reach_text(claim.value) + ", by rounding and hedge");
    }
    row_if("item", term_text(claim.item));
    row_if("about", names_text(claim.subject));
    row_if("happening", term_text(claim.predicate));
    if (claim.when) row("when", range_text(*claim.when));
    row("says", attribution_text(claim));
    row("how sure", certainty_text(claim));
  }
  void rule(const std::string& id) {
    const auto known = rule_named(id);
    row("rule", known ? id + ": " + std::string(info_of(*known).summary) : id);
  }
  const std::string& text() const { return out_; }

 private:
  unsigned width_;
  std::string out_;
};

void explain_evidence(Trace& trace, const Evidence& evidence) {
  trace.head("Evidence " + evidence.claim.id + ": " + std::string(name_of(evidence.relation)));
  trace.row("article", article_text(evidence.article) + ", " + evidence.article.id);
  trace.claim(evidence.claim);
  trace.rule(evidence.rule);
  trace.row("same thing", decimal_text(evidence.score * 100, 1) + " % sure");
  for (const FeatureShare& share : evidence.shares)
    trace.row("", share.feature + " " + decimal_text(share.value, 2) + ": " +
                      decimal_text(share.share, 2));
  trace.row("why", evidence.explanation);
  if (!evidence.primary_source.empty()) trace.row("rests on", evidence.primary_source);
  if (!evidence.cluster.empty()) trace.row("near copies", evidence.cluster);
}

// What the user asks about: a statement, by its id or by words of it, and perhaps one piece of
// evidence.
struct Question {
  std::string statement;
  std::string evidence;  // an id; empty: all

  // 2: the claim's id, or words that hold its own or stand in them; 1: words of its sentence alone.
  int fit(const Claim& claim) const {
    if (claim.id == statement) return 2;
    const auto holds = [](const std::string& text, const std::string& words) {
      return text.find(words) != std::string::npos;
    };
    if (!holds(claim.sentence_text, statement)) return 0;
    return holds(claim.text, statement) || holds(statement, claim.text) ? 2 : 1;
  }
};

void explain_finding(Trace& trace, const CheckedArticle& checked, const Finding& finding,
                     const Question& question) {
  const Document& document = checked.document;
  trace.head("Claim " + finding.claim.id + ": " + std::string(name_of(finding.verdict)));
  if (document.text.empty()) {
    trace.row("article", article_text(document.info) + ", " + document.info.id);
  } else {
    trace.row("place", place_text(document, finding.claim.field, finding.claim.span));
  }
  trace.claim(finding.claim);
  trace.row("verdict", std::string(name_of(finding.verdict)) + " (" +
                           std::string(name_of(finding.scope)) + ", level " +
                           std::string(name_of(finding.level)) + ")");
  trace.rule(finding.rule);
  trace.row("confidence", decimal_text(finding.confidence, 3));
  trace.row("independent", counted(finding.independent_sources, "source", "sources"));
  trace.row("message", finding.message);
  for (const Evidence& evidence : finding.evidence) {
    if (question.evidence.empty() || evidence.claim.id == question.evidence) {
      explain_evidence(trace, evidence);
    }
  }
}

// The trace of the findings that the question is about; empty when the article has none.
std::string explain(const CheckedArticle& checked, const Question& question, unsigned width) {
  Trace trace(width);
  int best = 1;
  for (const Finding& finding : checked.report.findings) {
    best = std::max(best, question.fit(finding.claim));
  }
  for (const Finding& finding : checked.report.findings) {
    if (question.fit(finding.claim) != best) continue;
    const bool has_evidence =
        std::any_of(finding.evidence.begin(), finding.evidence.end(),
                    [&](const Evidence& one) { return one.claim.id == question.evidence; });
    if (!question.evidence.empty() && !has_evidence) continue;
    explain_finding(trace, checked, finding, question);
  }
  return trace.text();
}

// What to answer when nothing was found.
std::string nothing_found(const Question& question) {
  const std::string about = question.evidence.empty() ? "" : " with evidence " + question.evidence;
  return "there is no claim " + question.statement + about + "; twosource claims lists the ids";
}

// The article is one that the database holds.
Result<std::string> explain_stored(const std::string& database, const CheckOptions& options,
                                   const Question& question, unsigned width) {
  auto checker = Checker::open(database, options);
  if (!checker) return checker.error();
  const auto checked = checker->check_stored(question.statement);
  if (!checked) return checked.error();
  const std::string text = *checked ? explain(**checked, question, width) : std::string();
  if (!text.empty()) return text;
  return Error{ErrorKind::NotFound,
               nothing_found(question) +
                   "; name the article when the database does not hold it: --article FILE",
               database};
}

// The article is a file; of a file with several, the first that makes the statement.
Result<std::string> explain_file(const Arguments& arguments, const std::string& database,
                                 const CheckOptions& options, const Question& question,
                                 Console& console) {
  const auto defaults = arguments.article_defaults();
  if (!defaults) return defaults.error();
  const std::string file = arguments.text("article");
  ArticleSource source({file}, *defaults);
  std::string text;
  const auto done = check_articles(source, database, options, *arguments.jobs(),
                                   [&](Result<CheckedArticle> next) {
                                     if (!next) return console.error(next.error()), true;
                                     text = explain(*next, question, console.width());
                                     return text.empty();
                                   });
  if (!done) return done.error();
  if (!text.empty()) return text;
  return Error{ErrorKind::NotFound, nothing_found(question), file};
}

ExitCode run_explain(const Arguments& arguments, Console& console) {
  const auto database = database_of(arguments);
  if (!database) return console.error(database.error()), ExitCode::Failure;
  const auto& operands = arguments.operands();
  const Question question{operands[0], operands.size() > 1 ? operands[1] : ""};
  if (question.statement.empty()) {
    console.error({ErrorKind::Usage, "name a statement: its id, or words of it"});
    return ExitCode::Failure;
  }
  const auto knowledge = Knowledge::load();
  if (!knowledge) return console.error(knowledge.error()), ExitCode::Failure;
  CheckOptions options;
  options.concepts = knowledge->concepts();
  const auto text = arguments.has("article")
                        ? explain_file(arguments, *database, options, question, console)
                        : explain_stored(*database, options, question, console.width());
  if (!text) return console.error(text.error()), ExitCode::Failure;
  console.write(*text);
  return ExitCode::Success;
}

}  // namespace

Command explain_command() {
  return {
      .name = "explain",
      .summary = "show how the verdict on a claim came about",
      .description =
          "Prints the whole way from the characters of a statement to its verdict: normal form, "
          "rule, and every piece of evidence with the reason why it counts. A second CLAIM-ID "
          "shows "
          "that piece of evidence alone. The ids are in the JSON of claims and check and on the "
          "page of a report.\nWithout --article the claim is one of an article in the database. "
          "With "
          "it, words of the statement serve as well as its id.",
      .operands = {"CLAIM-ID", 1, 2, "the id of a claim, and perhaps of a piece of evidence"},
      .options = options::joined(
          {{options::database()},
           {{.name = "article",
             .value = "FILE",
             .help = "the article that makes the claim, when the database does not hold it"}},
           options::article_defaults()}),
      .examples = {{"twosource explain --db news.db --article story.txt '32 Artikel'",
                    "why does this statement conflict?"},
                   {"twosource explain --db news.db c-0123456789abcdef",
                    "what does the corpus say about a statement of its own?"}},
      .run = run_explain,
  };
}

}  // namespace twosource
