// Four constructions name a source: a preposition before it ("laut X"), one behind it ("X
// zufolge"), a verb of speech with its subject, and a reference inside another ("unter Berufung auf
// Y"), which lengthens the chain of the construction it stands in.
#include "core/claim/attribution.h"

#include <algorithm>
#include <optional>

#include "core/claim/noun_phrase.h"

namespace twosource {
namespace {

bool is_quotation_mark(const FieldText& field, std::uint32_t i) {
  const std::int32_t q = field.quotation_at(i);
  if (q < 0) return false;
  const Quotation& found = field.quotations()[static_cast<std::size_t>(q)];
  return i + 1 == found.tokens.first || i == found.tokens.end;
}

// "a local lawmaker | , Amadou Diallo | , said": a name between commas.
TokenRange with_apposition(const FieldText& field, TokenRange range, std::uint32_t end) {
  const auto size = static_cast<std::uint32_t>(field.text().tokens.size());
  const std::uint32_t limit = std::max(end, std::min(size, range.end + 8));
  if (range.empty() || range.end + 2 >= limit || field.form(range.end) != ",") return range;
  const std::int32_t n = field.name_at(range.end + 1);
  if (n < 0) return range;
  const Mention& name = field.names()[static_cast<std::size_t>(n)].mention;
  const TokenRange tokens = field.tokens_of(name.span);
  const bool person = name.name && name.name->type == "person";
  const bool closed =
      tokens.end < size && (field.form(tokens.end) == "," || field.form(tokens.end) == ".");
  if (person && closed && tokens.first == range.end + 1) range.end = tokens.end;
  return range;
}

// Extends a phrase over what hangs on it: genitives, "of X", a name in quotation marks.
TokenRange extended(const FieldText& field, TokenRange range, std::uint32_t end) {
  while (range.end < end) {
    const std::uint32_t i = range.end;
    if (is_quotation_mark(field, i)) {
      const Quotation& q = field.quotations()[static_cast<std::size_t>(field.quotation_at(i))];
      if (!q.title_like || q.tokens.first != i + 1 || q.tokens.end + 1 > end) break;
      range.end = q.tokens.end + 1;
      continue;
    }
    // "the International Union for Conservation of Nature"
    const bool within_name =
        !field.data().nouns_capitalised && i + 1 < end && field.marked(i, Mark::Preposition) &&
        i > range.first && field.mention_at(i + 1) < 0 &&
        field.token(i - 1).has(Token::kCapitalised) &&
        field.token(i + 1).has(Token::kCapitalised) && field.name_at(i + 1) < 0;
    const bool hangs = within_name || field.marked(i, Mark::Genitive | Mark::Of) ||
                       field.name_at(i) >= 0 ||
                       (field.marked(i, Mark::In) && i + 1 < end && field.name_at(i + 1) >= 0) ||
                       is_noun(field, i);
    if (!hangs || is_finite_verb(field, i)) break;
    const bool preposition =
        within_name || (field.marked(i, Mark::Of | Mark::In) && !field.marked(i, Mark::Genitive));
    const auto next = noun_phrase_at(field, preposition ? i + 1 : i, end);
    if (!next) break;
    range.end = next->tokens.end;
  }
  return with_apposition(field, range, end);
}

// The name that stands for the source: a person or body before a country or an adjective.
const FoundName* best_name(const FieldText& field, TokenRange range) {
  const FoundName* best = nullptr;
  int best_rank = 0;
  for (std::uint32_t i = range.first; i < range.end; ++i) {
    const std::int32_t n = field.name_at(i);
    if (n < 0) continue;
    const FoundName& name = field.names()[static_cast<std::size_t>(n)];
    if (!name.mention.name || name.form == NameForm::Adjective) continue;
    const std::string& type = name.mention.name->type;
    const bool body = type == "person" || type == "org";
    // "the Dublin Courier" is not Dublin.
    const TokenRange own = field.tokens_of(name.mention.span);
    const bool in_longer_name = (own.end < range.end && field.is_word(own.end) &&
                                 field.token(own.end).has(Token::kCapitalised)) ||
                                (own.first > range.first && !field.data().nouns_capitalised &&
                                 field.is_word(own.first - 1) && field.name_at(own.first - 1) < 0 &&
                                 field.token(own.first - 1).has(Token::kCapitalised) &&
                                 !field.opens_sentence(own.first - 1));
    if (!body && in_longer_name) continue;
    const int rank = type == "person" ? 3 : type == "org" ? 4 : 1;
    if (rank > best_rank) {
      best = &name;
      best_rank = rank;
    }
  }
  return best_rank > 1 || range.end - range.first <= 3 ? best : nullptr;
}

AttributionLink link_of(const FieldText& field, TokenRange range) {
  AttributionLink link;
  link.text = std::string(field.bytes_of(range));
  const FoundName* name = best_name(field, range);
  if (name != nullptr) link.id = name->mention.name->id;
  Marks marks;
  for (std::uint32_t i = range.first; i < range.end; ++i) marks |= field.sense(i).marks;
  if (marks.has(Mark::OutletNoun)) {
    link.kind = SourceKind::Outlet;
  } else if (name == nullptr && marks.has(Mark::Anonymous)) {
    link.kind = SourceKind::Anonymous;
  } else if (name == nullptr && marks.has(Mark::DocumentNoun)) {
    link.kind = SourceKind::Document;
  }
  return link;
}

class Finder {
 public:
  Finder(const FieldText& field, const SentenceClauses& sentence, SpeechState& state)
      : field_(field), sentence_(sentence), state_(state) {}

  std::vector<Attribution> run() {
    for (std::uint32_t i = sentence_.tokens.first; i < sentence_.tokens.end; ++i) {
      const Marks marks = field_.sense(i).marks;
      if (!marks.any(Mark::SourceBefore | Mark::SourceAfter | Mark::SourceTail)) continue;
      if (marks.has(Mark::SourceTail)) tail(i);
      if (marks.has(Mark::SourceBefore)) before(i);
      if (marks.has(Mark::SourceAfter)) after(i);
    }
    for (std::size_t c = 0; c < sentence_.clauses.size(); ++c) {
      if (sentence_.clauses[c].is(kSpeech)) speech(static_cast<std::int32_t>(c));
    }
    for (std::uint32_t i = sentence_.tokens.first; i < sentence_.tokens.end; ++i) {
      if (field_.marked(i, Mark::Citing)) citing(i);
    }
    if (!found_.empty()) remember();
    return std::move(found_);
  }

 private:
  std::size_t clause_count() const { return sentence_.clauses.size(); }

  // The phrase of a source that starts at i.
  std::optional<TokenRange> source_at(std::uint32_t i, std::uint32_t end) const {
    // `Zeitung "X"` and `"X"` alone
    if (i < end && is_quotation_mark(field_, i)) {
      const TokenRange none{i, i};
      const TokenRange title = extended(field_, none, end);
      if (!title.empty()) return title;
    }
    const auto phrase = noun_phrase_at(field_, i, end);
    if (!phrase) return std::nullopt;
    return extended(field_, phrase->tokens, end);
  }

  Attribution make(TokenRange source, std::int32_t clause) const {
    Attribution out;
    out.chain.push_back(link_of(field_, source));
    know_again(out.chain.front(), source);
    out.phrases.push_back(source);
    out.clause = clause;
    out.covers.assign(clause_count(), false);
    return out;
  }

  // "der Geheimdienst" behind "der südkoreanische Geheimdienst NIS": the speaker before, by the
  // noun alone.
  void know_again(AttributionLink& link, TokenRange source) const {
    const bool short_form = source.end - source.first == 2 && field_.is_word(source.first) &&
                            field_.marked(source.first, Mark::Determiner);
    if (!link.id.empty() || !short_form || state_.speaker.id.empty()) return;
    if (!field_.marked(source.end - 1, Mark::Speaker)) return;
    const std::string noun(field_.bytes_of({source.end - 1, source.end}));
    if (state_.speaker.text.find(noun) != std::string::npos) link.id = state_.speaker.id;
  }

  void before(std::uint32_t i) {
    const std::int32_t clause = sentence_.clause_at(i);
    if (clause < 0) return;
    std::uint32_t begin = field_.phrase_end(i);
    if (begin < sentence_.tokens.end && field_.marked(begin, Mark::Of)) {
      // "nach Schaetzungen von X"
      if (noun_phrase_at(field_, begin + 1, sentence_.tokens.end)) ++begin;
    }
    const auto source = source_at(begin, sentence_.tokens.end);
    if (!source) return;
    Attribution out = make(*source, clause);
    cover_from(out, clause, source->end);
    found_.push_back(std::move(out));
  }

  // "..., so der Geheimdienst.": behind a comma, and nothing follows but the end of the sentence.
  void tail(std::uint32_t i) {
    const std::int32_t clause = sentence_.clause_at(i);
    if (clause < 0 || i <= sentence_.tokens.first || field_.form(i - 1) != ",") return;
    const auto source = source_at(field_.phrase_end(i), sentence_.tokens.end);
    if (!source || source->end + 1 < sentence_.tokens.end) return;
    Attribution out = make(*source, clause);
    if (!can_speak(out.chain.front(), *source)) return;
    out.covers.assign(clause_count(), true);
    found_.push_back(std::move(out));
  }

  bool can_speak(const AttributionLink& link, TokenRange source) const {
    if (!link.id.empty() || link.kind != SourceKind::Speaker) return true;
    for (std::uint32_t i = source.first; i < source.end; ++i) {
      if (field_.marked(i, Mark::Speaker)) return true;
    }
    return false;
  }

  void after(std::uint32_t i) {
    const std::int32_t clause = sentence_.clause_at(i);
    if (clause < 0) return;
    const std::uint32_t begin = sentence_.clauses[static_cast<std::size_t>(clause)].first();
    // The leftmost phrase of the run of phrases that ends here: "dem Sprecher der Polizei zufolge".
    std::optional<TokenRange> source;
    std::uint32_t end = i;
    while (const auto phrase = noun_phrase_before(field_, begin, end)) {
      source = TokenRange{phrase->tokens.first, i};
      end = phrase->tokens.first;
      if (!phrase->tokens.empty() && !field_.marked(end, Mark::Genitive)) break;
    }
    if (!source) return;
    Attribution out = make(*source, clause);
    cover_from(out, clause, i + 1);
    found_.push_back(std::move(out));
  }

  // Its own clause and all behind it; all when it closes the sentence.
  void cover_from(Attribution& out, std::int32_t clause, std::uint32_t phrase_end) const {
    const bool closes =
        phrase_end + 1 >= sentence_.tokens.end && phrase_end > sentence_.tokens.first + 4;
    for (std::size_t c = closes ? 0 : static_cast<std::size_t>(clause); c < clause_count(); ++c) {
      out.covers[c] = true;
    }
  }

  // The subject of a verb of speech: the phrase before it, or behind it where the verb comes first.
  std::optional<TokenRange> subject_of(const Clause& clause) const {
    const std::uint32_t begin = clause.first();
    const auto finite = static_cast<std::uint32_t>(clause.finite < 0 ? clause.verb : clause.finite);
    std::uint32_t end = clause.pieces.back().end;
    for (const TokenRange piece : clause.pieces) {
      if (piece.holds(finite)) end = piece.end;
    }
    const bool opener = clause.kind != Clause::Kind::Main && begin < finite;
    for (std::uint32_t i = opener ? field_.phrase_end(begin) : begin; i < finite; ++i) {
      const bool article = field_.marked(i, Mark::Determiner) && !field_.marked(i, Mark::Oblique);
      if (field_.marked(i, Mark::Preposition) && !article && field_.name_at(i) < 0) {
        // Skip the phrase that hangs on the preposition.
        const auto skipped = noun_phrase_at(field_, i + 1, finite);
        if (skipped) i = extended(field_, skipped->tokens, finite).end - 1;
        continue;
      }
      if (field_.marked(i, Mark::Pronoun)) return TokenRange{i, i + 1};
      const auto source = source_at(i, finite);
      if (!source) continue;
      if (!field_.marked(i, Mark::Oblique)) return source;
      i = source->end - 1;  // "Den Schaden | schaetzt die Polizei"
    }
    for (std::uint32_t i = finite + 1; i < end && i < finite + 5; ++i) {
      if (field_.marked(i, Mark::Pronoun)) return TokenRange{i, i + 1};
      // An article may look like a preposition: "informou a polícia".
      const bool article = field_.marked(i, Mark::Determiner) && !field_.marked(i, Mark::Oblique);
      if (field_.marked(i, Mark::Preposition) && !article) break;
      if (const auto source = source_at(i, end)) return source;
    }
    return std::nullopt;
  }

  void speech(std::int32_t c) {
    const Clause& clause = sentence_.clauses[static_cast<std::size_t>(c)];
    if (clause.quotation >= 0) return;
    auto source = subject_of(clause);
    bool inherited = false;
    if (!source && clause.kind == Clause::Kind::Coordinated && clause.parent >= 0) {
      const Clause& before = sentence_.clauses[static_cast<std::size_t>(clause.parent)];
      if (before.finite >= 0) source = subject_of(before);
      inherited = true;
    }
    if (source && field_.marked(source->first, Mark::Expletive) &&
        source->end == source->first + 1) {
      source = place_of_speech(clause, source->end);
    }
    if (!source) return;
    Attribution out = make(*source, c);
    if (inherited) out.phrases.clear();
    if (field_.marked(source->first, Mark::Pronoun) && source->end == source->first + 1) {
      if (!state_.speaker.text.empty()) out.chain.front() = state_.speaker;
    }
    resolve_outlet(out.chain.front(), *source);
    out.denies = clause.is(kDeny);
    out.demands = clause.is(kDemand);
    cover_speech(out, clause, *source);
    found_.push_back(std::move(out));
  }

  // "hiess es in einer Erklaerung", "it said in a statement": the source is where it was said.
  std::optional<TokenRange> place_of_speech(const Clause& clause, std::uint32_t from) const {
    for (std::uint32_t i = from; i < clause.end() && i < from + 4; ++i) {
      if (field_.marked(i, Mark::Preposition)) return source_at(i + 1, clause.end());
    }
    return std::nullopt;
  }

  // "das Portal", "the paper": the outlet that was named last.
  void resolve_outlet(AttributionLink& link, TokenRange source) const {
    if (link.kind != SourceKind::Outlet || !link.id.empty()) return;
    if (source.end - source.first <= 2) link.id = state_.outlet.id;
  }

  // What was said: the clauses behind the verb, those before it where it comes last, and with
  // verbs like "report" the rest of its own clause.
  void cover_speech(Attribution& out, const Clause& clause, TokenRange source) const {
    const auto c = static_cast<std::size_t>(out.clause);
    const bool as = field_.marked(clause.first(), Mark::As) && clause.kind != Clause::Kind::Main;
    bool behind = as;
    for (std::size_t k = c + 1; k < clause_count(); ++k) {
      const Clause& other = sentence_.clauses[k];
      if (other.kind == Clause::Kind::Relative && !behind) continue;
      if (other.kind == Clause::Kind::Coordinated && !behind) break;
      // ", erinnerte das Portal": says again who says it.
      if (other.kind == Clause::Kind::Main && other.is(kSpeech) && other.quotation < 0 &&
          other.finite == static_cast<std::int32_t>(other.first())) {
        continue;
      }
      out.covers[k] = true;
      behind = true;
    }
    const bool verb_first =
        clause.finite >= 0 && static_cast<std::uint32_t>(clause.finite) == clause.first();
    if (c > 0 && (as || verb_first || !behind)) {
      for (std::size_t k = 0; k < c; ++k) {
        if (!(clause.kind == Clause::Kind::Relative &&
              sentence_.clauses[k].kind == Clause::Kind::Main)) {
          out.covers[k] = true;
        }
      }
      behind = true;
    }
    if (!behind || clause.is(kReport)) {
      out.covers[c] = true;
      const auto verb = static_cast<std::uint32_t>(clause.finite < 0 ? clause.verb : clause.finite);
      out.own_from = std::max(source.end, field_.data().verbs_last ? source.end : verb + 1);
    }
  }

  void citing(std::uint32_t i) {
    const auto source = source_at(field_.phrase_end(i), sentence_.tokens.end);
    const std::int32_t clause = sentence_.clause_at(i);
    if (!source || clause < 0) return;
    for (Attribution& other : found_) {
      const bool same = other.clause == clause;
      if (!same && !(clause_count() > 1 && found_.size() == 1)) continue;
      other.chain.push_back(link_of(field_, *source));
      other.phrases.push_back(*source);
      return;
    }
    Attribution out = make(*source, clause);
    cover_from(out, clause, source->end);
    found_.push_back(std::move(out));
  }

  void remember() {
    const Attribution& last = found_.back();
    for (const Attribution& a : found_) {
      for (const AttributionLink& link : a.chain) {
        const bool outlet = link.kind == SourceKind::Outlet || link.kind == SourceKind::Speaker;
        if (outlet && link.id.rfind("org:", 0) == 0) state_.outlet = link;
      }
    }
    state_.chain = last.chain;
    if (!last.chain.empty() && !(last.phrases.front().end == last.phrases.front().first + 1 &&
                                 field_.marked(last.phrases.front().first, Mark::Pronoun))) {
      state_.speaker = last.chain.front();
    }
  }

  const FieldText& field_;
  const SentenceClauses& sentence_;
  SpeechState& state_;
  std::vector<Attribution> found_;
};

}  // namespace

std::vector<Attribution> find_attributions(const FieldText& field, const SentenceClauses& sentence,
                                           SpeechState& state) {
  return Finder(field, sentence, state).run();
}

std::vector<AttributionLink> chain_at(const std::vector<Attribution>& attributions,
                                      const SentenceClauses& sentence, std::uint32_t token,
                                      std::vector<const Attribution*>* used) {
  const std::int32_t clause = sentence.clause_at(token);
  std::vector<const Attribution*> hits;
  for (const Attribution& a : attributions) {
    if (clause < 0 || !a.covers[static_cast<std::size_t>(clause)]) continue;
    if (a.clause == clause && token < a.own_from) continue;
    hits.push_back(&a);
  }
  const auto distance = [&](const Attribution* a) { return std::abs(a->clause - clause); };
  std::stable_sort(hits.begin(), hits.end(), [&](const Attribution* a, const Attribution* b) {
    return distance(a) < distance(b);
  });
  std::vector<AttributionLink> chain;
  for (const Attribution* a : hits) {
    chain.insert(chain.end(), a->chain.begin(), a->chain.end());
    if (used != nullptr) used->push_back(a);
  }
  return chain;
}

bool in_source_phrase(const std::vector<Attribution>& attributions, std::uint32_t token) {
  for (const Attribution& a : attributions) {
    for (const TokenRange phrase : a.phrases) {
      if (phrase.holds(token)) return true;
    }
  }
  return false;
}

}  // namespace twosource
