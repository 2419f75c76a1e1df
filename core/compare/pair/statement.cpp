#include "core/compare/pair/statement.h"

#include <algorithm>

#include "core/base/hash.h"
#include "core/claim/field_text.h"
#include "core/compare/word_root.h"
#include "core/text/stem.h"
#include "core/text/utf8.h"

namespace twosource {
namespace {

bool holds_digit(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "derzeit", "letzte Woche", "Jahre": times without a figure of their own.
bool has_figure(const Mention& mention) {
  if (mention.dimension == Dimension::Name) return false;
  if (!mention.timex) return true;
  // "every day", "daily"
  const std::string& value = mention.timex->value;
  if (mention.dimension == Dimension::Set)
    return value.size() > 2 && value[0] == 'P' && holds_digit(value) &&
           (value[1] != '1' || holds_digit(value.substr(2)));
  return holds_digit(value);
}

ClaimKind kind_of(Dimension dimension) {
  switch (dimension) {
    case Dimension::Ordinal:
      return ClaimKind::Rank;
    case Dimension::Percent:
      return ClaimKind::Share;
    case Dimension::Money:
      return ClaimKind::Money;
    case Dimension::Duration:
    case Dimension::Set:
      return ClaimKind::Duration;
    case Dimension::Age:
      return ClaimKind::Age;
    case Dimension::Date:
    case Dimension::Time:
      return ClaimKind::Date;
    default:
      return ClaimKind::Quantity;
  }
}

class StatementReader {
 public:
  StatementReader(const ReadDocument& read, const ReadingTools& tools)
      : read_(read),
        tools_(tools),
        language_(read.document.info.language),
        field_(read.document, Field::Text, tools.languages.find(language_)) {}

  Statement run() {
    out_.language = language_;
    out_.text = read_.document.text;
    for (const Sentence& sentence : field_.text().sentences)
      out_.sentences.push_back(sentence.span);
    out_.capitals_tell_names = !field_.data().nouns_capitalised;
    out_.names_are_known = field_.pack().names.present;
    covered_.assign(field_.text().tokens.size(), false);
    add_mentions();
    add_codes();
    add_words();
    std::stable_sort(out_.figures.begin(), out_.figures.end(),
                     [](const StatementFigure& a, const StatementFigure& b) {
                       return a.claim.span.begin < b.claim.span.begin;
                     });
    return std::move(out_);
  }

 private:
  void add_mentions() {
    std::uint32_t end = 0;  // of the last figure: what stands inside it is part of it
    for (const Mention& mention : read_.reading.mentions) {
      if (mention.field != Field::Text) continue;
      if (mention.dimension == Dimension::Name) {
        out_.names.push_back(mention);
        continue;
      }
      cover(mention.span);
      if (mention.span.begin < end || !has_figure(mention)) continue;
      end = mention.span.end;
      add_figure(claim_of(mention));
    }
  }

  // "from 18th to 22nd" is two places, as other languages tell it.
  void add_figure(const Claim& claim) {
    const Quantity& value = claim.value;
    const bool places = claim.dimension == Dimension::Ordinal && value.low && value.high &&
                        *value.low != *value.high;
    if (!places) return out_.figures.push_back({claim});
    for (const auto& end : {value.low, value.high}) {
      out_.figures.push_back({claim});
      out_.figures.back().claim.value.low = out_.figures.back().claim.value.high = end;
    }
  }

  void cover(ByteSpan span) {
    const TokenRange tokens = field_.tokens_of(span);
    for (std::uint32_t i = tokens.first; i < tokens.end; ++i) covered_[i] = true;
  }

  Claim claim_of(const Mention& mention) const {
    for (const Claim& claim : read_.reading.claims) {
      if (claim.field == Field::Text && claim.has_value() && claim.span == mention.span)
        return claim;
    }
    Claim out = bare_claim(mention.span, kind_of(mention.dimension));
    out.dimension = mention.dimension;
    out.value = mention.value;
    out.timex = mention.timex;
    return out;
  }

  Claim bare_claim(ByteSpan span, ClaimKind kind) const {
    return twosource::bare_claim(read_.document, sentence_at(out_, span.begin), span, kind);
  }

  // "A4", "covid-19", "iPhone 6": digits that belong to a name. Runs that no decimal holds are
  // left.
  void add_codes() {
    const auto& tokens = field_.text().tokens;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
      if (!tokens[i].is(TokenKind::Digits) || covered_[i]) continue;
      std::string digits;
      append_ascii_digits(slice(out_.text, tokens[i].span()), digits);
      const auto value = Decimal::parse(digits);
      if (!value) continue;
      StatementFigure figure{bare_claim(tokens[i].span(), ClaimKind::Quantity), true};
      figure.claim.value.low = figure.claim.value.high = *value;
      figure.claim.value.digits =
          static_cast<std::uint8_t>(std::min<std::size_t>(digits.size(), 18));
      out_.figures.push_back(std::move(figure));
    }
  }

  void add_words() {
    const auto count = static_cast<std::uint32_t>(field_.text().tokens.size());
    for (std::uint32_t i = 0; i < count; ++i) {
      const Token& token = field_.token(i);
      if (token.is(TokenKind::Ideograph) || token.has(Token::kUnspaced))
        out_.has_word_borders = false;
      if (token.is(TokenKind::Word)) {
        out_.words.push_back(word_at(i));
        out_.has_dictionary = out_.has_dictionary || out_.words.back().in_dictionary;
      }
      if (token.is(TokenKind::Ideograph) && !covered_[i]) out_.words.push_back(signs_at(i));
    }
  }

  // Two signs of Chinese or Japanese side by side: mostly a word, and as good as one for finding
  // what two texts have in common.
  StatementWord signs_at(std::uint32_t i) const {
    StatementWord out;
    out.span = field_.token(i).span();
    const bool more = i + 1 < covered_.size() && field_.token(i + 1).is(TokenKind::Ideograph) &&
                      !covered_[i + 1] && field_.token(i + 1).begin == out.span.end;
    if (more) out.span.end = field_.token(i + 1).end;
    out.folded = slice(out_.text, out.span);
    out.stem = "w:" + out.folded;
    out.is_signs = true;
    out.function = !more;
    return out;
  }

  StatementWord word_at(std::uint32_t i) const {
    const Token& token = field_.token(i);
    const WordSense& sense = field_.sense(i);
    StatementWord out;
    out.span = token.span();
    out.folded = field_.form(i);
    out.stem = "w:" + stem(out.folded, language_);
    out.root = word_root(std::string_view(out.stem).substr(2));
    out.capitalised = token.has(Token::kCapitalised);
    out.opens_sentence = field_.opens_sentence(i) || behind_quotation_mark(i);
    out.acronym = token.has(Token::kAllCaps);
    out.numeral = covered_[i];
    out.negation = sense.marks.has(Mark::Negation);
    out.quantifier = sense.marks.has(Mark::Quantifier);
    out.is_end = sense.marks.any(Marks(Mark::From) | Mark::To);
    out.light = field_.verb_is(i, kLight);
    out.function = sense.noun < 0 && sense.marks.any(kFunctionMarks);
    add_concepts(i, out.concepts);
    out.in_dictionary = std::any_of(out.concepts.begin(), out.concepts.end(), [](const auto& key) {
      return key.find(':') == std::string::npos;
    });
    for (std::size_t n = 0; n < out_.names.size(); ++n) {
      if (out_.names[n].span.overlaps(out.span)) out.name = static_cast<std::int32_t>(n);
    }
    return out;
  }

  bool behind_quotation_mark(std::uint32_t i) const {
    if (i == 0) return true;
    const Token& before = field_.token(i - 1);
    return before.is(TokenKind::Punct) && field_.form(i - 1) != "," && field_.form(i - 1) != "-" &&
           field_.form(i - 1) != "(" && field_.form(i - 1) != "'";
  }

  void add_concepts(std::uint32_t i, std::vector<std::string>& out) const {
    const WordSense& sense = field_.sense(i);
    if (const VerbEntry* verb = field_.verb(i); verb != nullptr && !field_.verb_is(i, kLight))
      out.push_back("v:" + verb->sense);
    if (sense.noun >= 0)
      out.push_back("n:" + field_.data().nouns[static_cast<std::size_t>(sense.noun)]);
    if (tools_.concepts != nullptr)
      tools_.concepts->append_concepts(field_.form(i), language_, out);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
  }

  const ReadDocument& read_;
  const ReadingTools& tools_;
  std::string language_;
  FieldText field_;
  std::vector<bool> covered_;
  Statement out_;
};

}  // namespace

ByteSpan sentence_at(const Statement& statement, std::uint32_t byte) {
  ByteSpan out;
  for (const ByteSpan& sentence : statement.sentences) {
    if (sentence.begin <= byte || out.empty()) out = sentence;
  }
  return out;
}

Claim bare_claim(const Document& document, ByteSpan sentence, ByteSpan span, ClaimKind kind) {
  const CharIndex chars(document.text);
  Claim out;
  out.kind = kind;
  out.zone = document.zone_at(Field::Text, span.begin);
  out.span = span;
  out.chars = chars.chars(span);
  out.text = slice(document.text, span);
  out.sentence = sentence;
  out.sentence_chars = chars.chars(sentence);
  out.sentence_text = slice(document.text, sentence);
  const std::string key =
      document.info.id + '\x1f' + std::to_string(span.begin) + '-' + std::to_string(span.end);
  out.id = "c-" + hex_id(stable_hash(key));
  return out;
}

bool is_content(const StatementWord& word) {
  constexpr std::size_t kShortest = 3;  // bytes
  return !word.function && !word.numeral && !word.light && word.folded.size() >= kShortest;
}

std::uint32_t word_at(const Statement& statement, std::uint32_t byte) {
  const auto at =
      std::partition_point(statement.words.begin(), statement.words.end(),
                           [&](const StatementWord& word) { return word.span.end <= byte; });
  return static_cast<std::uint32_t>(at - statement.words.begin());
}

bool is_statement(const ReadDocument& read) {
  // A token has at least one byte, mostly four or more.
  constexpr std::size_t kMostBytes = 8 * kLongestStatement;
  return read.document.text.size() <= kMostBytes &&
         tokenize(read.document.text).size() <= kLongestStatement;
}

Statement read_statement(const ReadDocument& read, const ReadingTools& tools) {
  return StatementReader(read, tools).run();
}

}  // namespace twosource
