#include "core/claim/extract.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "core/claim/bare_age.h"
#include "core/claim/bearer.h"
#include "core/claim/builder.h"
#include "core/claim/item.h"
#include "core/claim/item_memory.h"
#include "core/claim/sentence.h"
#include "core/claim/statement.h"
#include "core/grammar/mentions.h"
#include "core/names/names.h"

namespace twosource {
namespace {

// Title and text of a document, read as far as mentions.
struct ArticleText {
  std::unique_ptr<FieldText> title;
  std::unique_ptr<FieldText> text;
};

// Takes the code of "country:MA".
void add_country(std::string_view id, std::vector<std::string>& countries) {
  const auto colon = id.find(':');
  if (colon == std::string_view::npos) return;
  const std::string code(id.substr(colon + 1));
  if (std::find(countries.begin(), countries.end(), code) == countries.end())
    countries.push_back(code);
}

ArticleText read_fields(const Document& document, const ReadingTools& tools) {
  const LanguagePack& pack = tools.languages.find(document.info.language);
  ArticleText out;
  out.title = std::make_unique<FieldText>(document, Field::Title, pack);
  out.text = std::make_unique<FieldText>(document, Field::Text, pack);
  const NameIndex& index = NameIndex::of(pack, document.info.language);
  std::vector<FoundName> of_title;
  std::vector<FoundName> of_text;
  std::vector<std::string> countries;
  for (FoundName& name :
       find_document_names(out.title->folded(), out.text->folded(), pack, index)) {
    if (name.mention.name) add_country(index.country_of(name.mention.name->id), countries);
    name.mention.zone = document.zone_at(name.mention.field, name.mention.span.begin);
    (name.mention.field == Field::Title ? of_title : of_text).push_back(std::move(name));
  }
  const auto amounts = [&](const FieldText& field) {
    std::vector<Mention> found =
        find_mentions(field.folded(), field.field(), pack, document.info.published);
    for (Mention& mention : found) {
      mention.field = field.field();
      mention.zone = document.zone_at(field.field(), mention.span.begin);
    }
    return found;
  };
  std::vector<Mention> in_title = amounts(*out.title);
  std::vector<Mention> in_text = amounts(*out.text);
  settle_currencies(pack, countries, {&in_title, &in_text});
  out.title->learn_mentions(std::move(in_title), std::move(of_title));
  out.text->learn_mentions(std::move(in_text), std::move(of_text));
  return out;
}

// The order of spans; of those that begin together the wider first.
bool stands_before(ByteSpan a, ByteSpan b) {
  return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
}

// Amounts, dates and names of a field, sorted by span.
void append_mentions(const FieldText& field, std::vector<Mention>& out) {
  std::vector<const Mention*> order;
  order.reserve(field.mentions().size() + field.names().size());
  for (const Mention& mention : field.mentions()) order.push_back(&mention);
  for (const FoundName& name : field.names()) order.push_back(&name.mention);
  std::stable_sort(order.begin(), order.end(), [](const Mention* a, const Mention* b) {
    return stands_before(a->span, b->span);
  });
  out.reserve(out.size() + order.size());
  for (const Mention* mention : order) out.push_back(*mention);
}

ClaimKind kind_of(const Mention& mention, const Item& item, Change change, bool vote) {
  if (item.is_rank) return ClaimKind::Rank;
  if (item.is_age) return ClaimKind::Age;
  if (item.is_share && mention.dimension == Dimension::Number) return ClaimKind::Share;
  if (mention.dimension == Dimension::Date) return ClaimKind::Date;
  if (change == Change::IncreaseBy || change == Change::DecreaseBy) return ClaimKind::Change;
  switch (mention.dimension) {
    case Dimension::Percent:
      return ClaimKind::Share;
    case Dimension::Money:
      return ClaimKind::Money;
    case Dimension::Duration:
      return ClaimKind::Duration;
    case Dimension::Age:
      return ClaimKind::Age;
    case Dimension::Score:
      return vote ? ClaimKind::Vote : ClaimKind::Quantity;
    default:
      return ClaimKind::Quantity;
  }
}

// Makes the claims of one field.
class FieldClaims {
 public:
  FieldClaims(const FieldText& field, const ReadingTools& tools, std::vector<Claim>& out,
              Reasons* reasons)
      : field_(field), builder_(field, tools, reasons), memory_(field), out_(out) {}

  void run() {
    std::size_t next = 0;  // of the mentions
    for (const Sentence& whole : field_.text().sentences) {
      for (Sentence piece = first_piece(whole); piece.first_token < piece.end_token;
           piece = next_piece(whole, piece)) {
        run(piece, next);
      }
    }
  }

 private:
  // Tables and broken texts give "sentences" of any length; the costs of a piece grow with its
  // square, those of the text with its length.
  static constexpr std::uint32_t kLongestPiece = 256;  // tokens

  Sentence first_piece(const Sentence& whole) const {
    Sentence none = whole;
    none.end_token = whole.first_token;
    return next_piece(whole, none);
  }

  Sentence next_piece(const Sentence& whole, const Sentence& before) const {
    if (whole.end_token - whole.first_token <= kLongestPiece &&
        before.end_token == whole.first_token) {
      return whole;
    }
    Sentence piece;
    piece.first_token = before.end_token;
    piece.end_token = std::min(whole.end_token, before.end_token + kLongestPiece);
    piece.span = field_.span_of({piece.first_token, piece.end_token});
    return piece;
  }

  void run(const Sentence& sentence, std::size_t& next) {
    const auto& mentions = field_.mentions();
    while (next < mentions.size() && mentions[next].span.begin < sentence.span.begin) ++next;
    const std::size_t first = next;
    while (next < mentions.size() && mentions[next].span.begin < sentence.span.end) ++next;
    const Zone zone = field_.document().zone_at(field_.field(), sentence.span.begin);
    if (zone != Zone::Boilerplate) read(sentence, first, next);
  }

  void read(const Sentence& sentence, std::size_t first, std::size_t end) {
    const SentenceReading reading = read_sentence(field_, sentence, state_.speech);
    builder_.enter(reading, state_);
    const auto before = static_cast<std::ptrdiff_t>(out_.size());
    for (std::size_t m = first; m < end; ++m) {
      const Mention& mention = field_.mentions()[m];
      if (mention.zone != Zone::Boilerplate) value(reading, mention);
    }
    append_statements(reading, builder_, out_);
    const auto in_order = [](const Claim& a, const Claim& b) {
      return stands_before(a.span, b.span);
    };
    // Claims are large: most sentences have them in order.
    if (!std::is_sorted(out_.begin() + before, out_.end(), in_order))
      std::stable_sort(out_.begin() + before, out_.end(), in_order);
    give_speakers(reading, static_cast<std::size_t>(before));
    builder_.leave();
  }

  // Quotations reach over sentences. Their speaker stands where the quotation ends, or was named
  // before in the same paragraph: "Erster Satz. Zweiter Satz", sagte er. "Dritter Satz."
  void give_speakers(const SentenceReading& reading, std::size_t first_claim) {
    const Token& opener = field_.token(reading.sentence.first_token);
    if (opener.has(Token::kParagraphBefore)) {
      paragraph_speaker_.clear();
      waiting_.clear();
    }
    if (!reading.attributions.empty()) {
      paragraph_speaker_ = reading.attributions.back().chain;
      for (const std::size_t claim : waiting_) speak(out_[claim]);
      waiting_.clear();
    }
    for (std::size_t i = first_claim; i < out_.size(); ++i) {
      const TokenRange tokens = field_.tokens_of(out_[i].span);
      const std::int32_t q = tokens.empty() ? -1 : field_.quotation_at(tokens.first);
      if (q < 0 || !out_[i].attribution.empty()) continue;
      const Quotation& quotation = field_.quotations()[static_cast<std::size_t>(q)];
      if (quotation.title_like || quotation.words < 3) continue;
      if (quotation.tokens.end >= reading.sentence.end_token) {
        waiting_.push_back(i);
      } else if (quotation.tokens.first <= reading.sentence.first_token + 1) {
        speak(out_[i]);
      }
    }
  }

  void speak(Claim& claim) {
    claim.attribution = paragraph_speaker_;
    if (!claim.attribution.empty() && claim.modality == Modality::Asserted) {
      claim.modality = Modality::Reported;
    }
    builder_.explain_speaker(claim);
  }

  // "the 1900 block of Fourth Court": no year, whatever its digits look like.
  void value(const SentenceReading& reading, const Mention& mention) {
    if (mention.dimension != Dimension::Date || !is_address(reading, mention)) {
      figure(reading, mention);
      return;
    }
    Mention number = mention;
    number.dimension = Dimension::Number;
    number.timex.reset();
    const auto digits = Decimal::parse(slice(field_.text().text, mention.span));
    if (!digits) return;
    number.value.low = number.value.high = *digits;
    number.value.digits = static_cast<std::uint8_t>(mention.span.size());
    figure(reading, number);
  }

  void figure(const SentenceReading& reading, const Mention& mention) {
    if (!worth_a_claim(mention)) return;
    const TokenRange tokens = field_.tokens_of(mention.span);
    if (tokens.empty() || is_footnote(mention, tokens)) return;
    Item item = item_of(reading, mention);
    if (mention.dimension == Dimension::Ordinal && !item.is_rank) return;
    if (is_rate_base(tokens, mention) || is_period(tokens, mention, item)) return;
    item.is_age = item.is_age || is_bare_age(reading, mention, last_age_);
    if (!item.is_age) memory_.inherit(reading, mention, item);
    if (item.is_age || mention.dimension == Dimension::Age) last_age_ = tokens.end;
    const std::int32_t verb = verb_of(reading, mention, item);
    const Change change = change_of(reading, mention, item);
    ClaimKind kind = kind_of(mention, item, change, votes(reading));
    if (kind == ClaimKind::Quantity && counts_votes(reading, mention, item)) kind = ClaimKind::Vote;
    Claim claim = builder_.build(kind, mention.span, tokens.first, item, verb);
    claim.dimension = mention.dimension;
    claim.bearer = bearer_of(reading, mention, item, kind);
    claim.value = mention.value;
    claim.timex = mention.timex;
    claim.change = mention.dimension == Dimension::Date ? Change::Level : change;
    if (mention.dimension == Dimension::Date) claim.when = mention.timex->range;
    builder_.finish(claim);
    out_.push_back(std::move(claim));
  }

  // "je | 100.000 | Einwohner": what a rate refers to is no count.
  bool is_rate_base(TokenRange tokens, const Mention& mention) const {
    if (mention.dimension != Dimension::Number || tokens.first == 0 || !mention.value.low) {
      return false;
    }
    if (!field_.marked(tokens.first - 1, Mark::Rate)) return false;
    for (std::int64_t power = 10; power <= 1'000'000; power *= 10) {
      if (*mention.value.low == Decimal(power)) return true;
    }
    return false;
  }

  // "5 percent | a year |", "| a year | earlier": an article before a unit of time counts nothing,
  // unless a preposition makes it a span ("in einem Jahr") or what lasts stands behind ("ein Jahr
  // Haft").
  bool is_period(TokenRange tokens, const Mention& mention, const Item& item) const {
    const bool article = mention.dimension == Dimension::Duration &&
                         tokens.end == tokens.first + 2 &&
                         field_.marked(tokens.first, Mark::Determiner);
    const bool span = tokens.first > 0 && field_.marked(tokens.first - 1, Mark::Preposition) &&
                      !field_.marked(tokens.first - 1, Mark::Rate);
    return article && !span && (item.tokens.empty() || item.tokens.first != tokens.end);
  }

  // "was shot.[17]": the mark of a footnote.
  bool is_footnote(const Mention& mention, TokenRange tokens) const {
    return mention.dimension == Dimension::Number && tokens.first > 0 &&
           field_.form(tokens.first - 1) == "[" && tokens.end < field_.text().tokens.size() &&
           field_.form(tokens.end) == "]";
  }

  static bool worth_a_claim(const Mention& mention) {
    switch (mention.dimension) {
      case Dimension::Time:
      case Dimension::Set:
      case Dimension::Name:
        return false;
      case Dimension::Date:
        return mention.timex && mention.timex->range;
      default:
        return true;
    }
  }

  // "Für den Vertrag stimmten 397 Abgeordnete": a count of voters is the result of a vote when it
  // is the number nearest to a word of approval. What was cast against or withheld stays a plain
  // count.
  bool counts_votes(const SentenceReading& reading, const Mention& mention,
                    const Item& item) const {
    constexpr std::uint32_t kReach = 14;  // tokens
    if (mention.dimension != Dimension::Number || !votes(reading)) return false;
    const bool voters = item.tokens.empty() || field_.marked(item.head, Mark::Vote);
    if (!voters) return false;
    const std::uint32_t here = field_.tokens_of(mention.span).first;
    for (std::uint32_t i = reading.sentence.first_token; i < reading.sentence.end_token; ++i) {
      if (!field_.marked(i, Mark::InFavour)) continue;
      const std::uint32_t distance = i < here ? here - i : i - here;
      if (distance <= kReach && nearest_number(reading, i) == here) return true;
    }
    return false;
  }

  // First token of the number mention nearest to token `i` in its sentence.
  std::uint32_t nearest_number(const SentenceReading& reading, std::uint32_t i) const {
    std::uint32_t best = i;
    std::uint32_t least = ~0U;
    for (const Mention& mention : field_.mentions()) {
      if (mention.span.begin >= reading.sentence.span.end) break;
      if (mention.span.begin < reading.sentence.span.begin) continue;
      if (mention.dimension != Dimension::Number) continue;
      const std::uint32_t at = field_.tokens_of(mention.span).first;
      const std::uint32_t distance = i < at ? at - i : i - at;
      if (distance < least) {
        least = distance;
        best = at;
      }
    }
    return best;
  }

  bool votes(const SentenceReading& reading) const {
    for (std::uint32_t i = reading.sentence.first_token; i < reading.sentence.end_token; ++i) {
      if (field_.marked(i, Mark::Vote)) return true;
      const VerbEntry* verb = field_.verb(i);
      if (verb != nullptr && verb->sense == "vote") return true;
    }
    return false;
  }

  const FieldText& field_;
  ClaimBuilder builder_;
  StoryState state_;
  ItemMemory memory_;
  std::vector<AttributionLink> paragraph_speaker_;
  std::uint32_t last_age_ = 0;        // end of the age read last, in tokens
  std::vector<std::size_t> waiting_;  // claims in a quotation that has not ended yet
  std::vector<Claim>& out_;
};

}  // namespace

std::vector<Mention> read_mentions(const Document& document, const ReadingTools& tools) {
  const ArticleText article = read_fields(document, tools);
  std::vector<Mention> out;
  append_mentions(*article.title, out);
  append_mentions(*article.text, out);
  return out;
}

Reading read_claims(const Document& document, const ReadingTools& tools, Explain explain) {
  const ArticleText article = read_fields(document, tools);
  Reading out;
  append_mentions(*article.title, out.mentions);
  append_mentions(*article.text, out.mentions);
  Reasons* reasons = explain == Explain::Yes ? &out.reasons : nullptr;
  FieldClaims(*article.title, tools, out.claims, reasons).run();
  FieldClaims(*article.text, tools, out.claims, reasons).run();
  return out;
}

}  // namespace twosource
