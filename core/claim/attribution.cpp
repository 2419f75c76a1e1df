// Four constructions name a source: a preposition before it ("laut X"), one behind it ("X
// zufolge"), a verb of speech with its subject, and a reference inside another ("unter Berufung auf
// Y"), which lengthens the chain of the construction it stands in.
#include "core/claim/attribution.h"

#include <algorithm>
#include <optional>

#include "core/claim/gapped_speaker.h"
#include "core/claim/noun_phrase.h"
#include "core/claim/source_phrase.h"
#include "core/claim/speaker.h"
#include "core/claim/speech_cover.h"

namespace twosource {
namespace {

class Finder {
 public:
  Finder(const FieldText& field, const SentenceClauses& sentence, SpeechState& state)
      : field_(field), sentence_(sentence), state_(state) {}

  std::vector<Attribution> run() {
    for (std::uint32_t i = sentence_.tokens.first; i < sentence_.tokens.end; ++i) {
      const Marks marks = field_.sense(i).marks;
      if (!marks.any(kSources)) continue;
      if (marks.any(Mark::SourceOwn | Mark::SourceSame)) own(i, marks.has(Mark::SourceOwn));
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
    gapped();
    remember();
    return std::move(found_);
  }

 private:
  static constexpr Marks kSources = Mark::SourceBefore | Mark::SourceAfter | Mark::SourceTail |
                                    Mark::SourceOwn | Mark::SourceSame;

  std::size_t clause_count() const { return sentence_.clauses.size(); }

  Attribution make(TokenRange source, std::int32_t clause, std::string_view rule,
                   std::uint32_t trigger) const {
    Attribution out;
    out.rule = rule;
    out.trigger = trigger;
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
    } else if (begin < sentence_.tokens.end && field_.marked(begin, Mark::Preposition) &&
               !field_.marked(begin, Mark::Determiner)) {
      ++begin;  // "nach Angaben aus dem Rathaus"
    }
    if (begin < sentence_.tokens.end && field_.marked(begin, Mark::Anaphor | Mark::Human) &&
        field_.marked(begin, Mark::Pronoun)) {
      same_speaker(clause, {begin, begin + 1});
      return;
    }
    const auto source = source_phrase_at(field_, begin, sentence_.tokens.end);
    if (!source) return;
    Attribution out = make(*source, clause, "source-before", i);
    cover_from(out, clause, source->end);
    found_.push_back(std::move(out));
  }

  // "nach eigenen Angaben": the source is the subject of the clause; "ihrer Ansicht nach": who
  // spoke before.
  void own(std::uint32_t i, bool of_subject) {
    const std::int32_t clause = sentence_.clause_at(i);
    if (clause < 0) return;
    const TokenRange phrase{i, std::min(field_.phrase_end(i), sentence_.tokens.end)};
    if (!of_subject) return same_speaker(clause, phrase);
    Attribution out = make(phrase, clause, "source-own", i);
    const Clause& of = sentence_.clauses[static_cast<std::size_t>(clause)];
    for (const TokenRange piece : of.pieces) {
      for (std::uint32_t k = piece.first; k < piece.end && out.chain.front().id.empty(); ++k) {
        const std::int32_t n = field_.name_at(k);
        if (n < 0 || (k > piece.first && field_.marked(k - 1, Mark::Preposition))) continue;
        const FoundName& name = field_.names()[static_cast<std::size_t>(n)];
        if (name.mention.name && name.form != NameForm::Adjective) {
          out.chain.front().id = name.mention.name->id;
        }
      }
    }
    cover_from(out, clause, phrase.end);
    found_.push_back(std::move(out));
  }

  void same_speaker(std::int32_t clause, TokenRange phrase) {
    if (state_.speaker.text.empty()) return;
    Attribution out = make(phrase, clause, "source-same", phrase.first);
    out.chain.front() = state_.speaker;
    cover_from(out, clause, phrase.end);
    found_.push_back(std::move(out));
  }

  // "..., so der Geheimdienst.": behind a comma, and nothing follows but the end of the sentence.
  void tail(std::uint32_t i) {
    const std::int32_t clause = sentence_.clause_at(i);
    if (clause < 0 || i <= sentence_.tokens.first || field_.form(i - 1) != ",") return;
    const auto source = source_phrase_at(field_, field_.phrase_end(i), sentence_.tokens.end);
    if (!source || source->end + 1 < sentence_.tokens.end) return;
    Attribution out = make(*source, clause, "source-tail", i);
    if (!can_speak(field_, out.chain.front(), *source)) return;
    out.covers.assign(clause_count(), true);
    found_.push_back(std::move(out));
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
    Attribution out = make(*source, clause, "source-after", i);
    cover_from(out, clause, i + 1);
    found_.push_back(std::move(out));
  }

  // Its own clause and all behind it; all when it closes the sentence.
  void cover_from(Attribution& out, std::int32_t clause, std::uint32_t phrase_end) const {
    // "selon un communiqué publié | jeudi |."
    const std::uint32_t behind = behind_date(field_, phrase_end, sentence_.tokens.end);
    const bool closes = behind + 1 >= sentence_.tokens.end && behind > sentence_.tokens.first + 4;
    for (std::size_t c = closes ? 0 : static_cast<std::size_t>(clause); c < clause_count(); ++c) {
      out.covers[c] = true;
    }
  }

  // The verb of speech that a clause without a subject of its own goes on from.
  const Clause& goes_on_from(const Clause& clause) const {
    const Clause* before = &sentence_.clauses[static_cast<std::size_t>(clause.parent)];
    while (!before->is(kSpeech) && before->parent >= 0) {
      before = &sentence_.clauses[static_cast<std::size_t>(before->parent)];
    }
    return before->is(kSpeech) ? *before
                               : sentence_.clauses[static_cast<std::size_t>(clause.parent)];
  }

  // Who is meant by "he", "she", "they"; nullopt for pronouns that stand for nobody named ("man").
  std::optional<AttributionLink> pronoun(std::uint32_t i) const {
    if (!field_.marked(i, Mark::Anaphor | Mark::Human)) return std::nullopt;
    const bool person = state_.speaker.id.rfind("person:", 0) == 0;
    if (field_.marked(i, Mark::Human) && !person && !state_.person.id.empty()) {
      return state_.person;
    }
    if (state_.speaker.text.empty()) return link_of(field_, {i, i + 1});
    return state_.speaker;
  }

  void speech(std::int32_t c) {
    const Clause& clause = sentence_.clauses[static_cast<std::size_t>(c)];
    if (clause.quotation >= 0 || is_passive_speech(field_, clause)) return;
    // "a revista, | que cita duas fontes": it lengthens the chain of the clause around it.
    if (clause.kind == Clause::Kind::Relative && field_.marked(clause.first(), Mark::Citing))
      return;
    auto source = speaker_of(field_, clause);
    bool inherited = false;
    if (!source && clause.kind == Clause::Kind::Coordinated && clause.parent >= 0) {
      const Clause& before = goes_on_from(clause);
      if (before.finite >= 0) source = speaker_of(field_, before);
      inherited = true;
    }
    if (!source && clause.kind == Clause::Kind::Relative)
      source = antecedent_of(field_, sentence_, clause);
    if (source && field_.marked(source->first, Mark::Expletive) &&
        source->end == source->first + 1) {
      source = place_of_speech(field_, clause, source->end);
    }
    if (!source && !field_.data().nouns_capitalised) source = place_as_source(field_, clause);
    if (!source) return;
    Attribution out =
        make(*source, c, "verb-of-speech", static_cast<std::uint32_t>(std::max(clause.finite, 0)));
    if (inherited) out.phrases.clear();
    if (field_.marked(source->first, Mark::Pronoun) && source->end == source->first + 1) {
      const auto meant = pronoun(source->first);
      if (!meant) return;
      out.chain.front() = *meant;
    }
    resolve_outlet(out.chain.front(), *source);
    out.denies = clause.is(kDeny);
    out.demands = clause.is(kDemand);
    if (cover_speech(field_, sentence_, clause, *source, out)) found_.push_back(std::move(out));
  }

  // "das Portal", "the paper": the outlet that was named last.
  void resolve_outlet(AttributionLink& link, TokenRange source) const {
    if (link.kind != SourceKind::Outlet || !link.id.empty()) return;
    if (source.end - source.first <= 2) link.id = state_.outlet.id;
  }

  // The second speaker of one verb.
  void gapped() {
    const std::size_t count = found_.size();
    for (std::size_t a = 0; a < count; ++a) {
      const auto second = gapped_speaker(field_, sentence_, found_[a]);
      if (!second) continue;
      Attribution out = make(*second, found_[a].clause, "shared-verb", second->first);
      out.covers[static_cast<std::size_t>(out.clause)] = true;
      out.own_from = second->end;
      out.gapped = true;
      found_[a].own_until = second->first;
      found_.push_back(std::move(out));
    }
  }

  void citing(std::uint32_t i) {
    const auto source = source_phrase_at(field_, field_.phrase_end(i), sentence_.tokens.end);
    const std::int32_t clause = sentence_.clause_at(i);
    if (!source || clause < 0) return;
    for (Attribution& other : found_) {
      const bool same = other.clause == clause;
      if (!same && !(clause_count() > 1 && found_.size() == 1)) continue;
      other.chain.push_back(link_of(field_, *source));
      other.phrases.push_back(*source);
      return;
    }
    Attribution out = make(*source, clause, "citing", i);
    cover_from(out, clause, source->end);
    found_.push_back(std::move(out));
  }

  // "Kiplagat won." behind "the organisers said": the next "she said" is hers.
  void remember_person() {
    for (std::uint32_t i = sentence_.tokens.first; i < sentence_.tokens.end; ++i) {
      const std::int32_t n = field_.name_at(i);
      if (n < 0) continue;
      const FoundName& name = field_.names()[static_cast<std::size_t>(n)];
      if (!name.mention.name || name.mention.name->type != "person") continue;
      state_.person = link_of(field_, field_.tokens_of(name.mention.span));
      state_.person.id = name.mention.name->id;
      return;
    }
  }

  void remember() {
    if (found_.empty()) return remember_person();
    const Attribution& last = found_.back();
    state_.person = {};
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

}  // namespace twosource
