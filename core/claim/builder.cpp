#include "core/claim/builder.h"

#include <algorithm>

#include "core/base/hash.h"
#include "core/claim/subject.h"
#include "core/text/stem.h"

namespace twosource {
namespace {

// Concepts kept for the context of a claim; sentences of news have 10 to 25 content words.
constexpr std::size_t kLongestContext = 160;

constexpr Marks kNoContent = Mark::Determiner | Mark::Preposition | Mark::Pronoun |
                             Mark::Conjunction | Mark::Subordinator | Mark::Complement |
                             Mark::Relative | Mark::Auxiliary | Mark::Stop | Mark::Quantifier |
                             Mark::Negation | Mark::Adverb;

// Values that stand for everyday things weigh less.
double worth_of(const Claim& claim) {
  double worth = 0.25;
  const bool value = claim.has_value() && claim.kind != ClaimKind::Date;
  if (value) worth += 0.25;
  if (!claim.subject.empty()) worth += 0.15;
  if (!claim.item.text.empty()) worth += 0.1;
  if (claim.modality == Modality::Asserted || claim.modality == Modality::Reported) worth += 0.1;
  if (claim.zone == Zone::Headline || claim.zone == Zone::Lead) worth += 0.1;
  if (claim.when) worth += 0.05;
  if (claim.kind == ClaimKind::Quote) worth -= 0.1;
  if (claim.zone == Zone::Caption || claim.zone == Zone::List) worth -= 0.1;
  return std::clamp(worth, 0.0, 1.0);
}

}  // namespace

ClaimBuilder::ClaimBuilder(const FieldText& field, const ReadingTools& tools, Reasons* reasons)
    : field_(field),
      tools_(tools),
      chars_(field.text().text),
      language_(field.document().info.language),
      reasons_(reasons) {
  const std::size_t dash = language_.find('-');
  if (dash != std::string::npos) language_.resize(dash);
}

void ClaimBuilder::enter(const SentenceReading& reading, StoryState& state) {
  reading_ = &reading;
  state_ = &state;
  names_ = names_of(reading);
  content_.clear();
  content_known_ = false;
}

void ClaimBuilder::leave() {
  const auto& clauses = reading_->clauses.clauses;
  std::vector<EntityRef> subject;
  // A sentence without names is about nobody new.
  for (std::size_t c = 0; c < clauses.size() && !names_.empty() && subject.empty(); ++c) {
    if (clauses[c].is(kSpeech) && clauses.size() > 1) continue;
    subject = subject_of(*reading_, clauses[c].first(), {}, state_->subject);
  }
  if (!subject.empty()) state_->subject = std::move(subject);
  std::optional<DateInterval> when;
  for (std::uint32_t i = reading_->sentence.first_token; i < reading_->sentence.end_token; ++i) {
    const std::int32_t m = field_.mention_at(i);
    if (m < 0 || field_.mentions()[static_cast<std::size_t>(m)].dimension != Dimension::Date)
      continue;
    when = date_near(i, true);
    if (when) break;
  }
  // A date holds for the next sentence, then it fades.
  state_->when = when;
  if (when && !clauses.empty()) state_->tense = reading_->mood(0).tense;
  state_->said = time_of_speech();
  state_->indirect = !reading_->attributions.empty();
}

// The day of the last "sagte am Mittwoch"; it holds on as long as somebody's words go on.
std::optional<DateInterval> ClaimBuilder::time_of_speech() const {
  if (reading_->attributions.empty()) return std::nullopt;
  for (std::uint32_t i = reading_->sentence.first_token; i < reading_->sentence.end_token; ++i) {
    const std::int32_t m = field_.mention_at(i);
    const Clause* clause = reading_->clause_of(i);
    if (m < 0 || clause == nullptr || !clause->is(kSpeech)) continue;
    const Mention& mention = field_.mentions()[static_cast<std::size_t>(m)];
    if (mention.dimension == Dimension::Date && mention.timex && mention.timex->range) {
      return mention.timex->range;
    }
  }
  return state_->said;
}

// "bislang", "so far" in the clause of the token.
bool ClaimBuilder::says_now(std::uint32_t token) const {
  const Clause* clause = reading_->clause_of(token);
  if (clause == nullptr) return false;
  for (const TokenRange piece : clause->pieces) {
    for (std::uint32_t i = piece.first; i < piece.end; ++i) {
      if (field_.marked(i, Mark::Now)) return true;
    }
  }
  return false;
}

// The keys of one word: its stem first, then what it means.
void ClaimBuilder::append_concepts(std::uint32_t token, std::vector<std::string>& out) const {
  append_stem(field_.form(token), language_, out.emplace_back("w:"));
  const WordSense& sense = field_.sense(token);
  if (const VerbEntry* verb = field_.verb(token);
      verb != nullptr && !field_.verb_is(token, kLight)) {
    out.push_back("v:" + verb->sense);
  }
  if (sense.noun >= 0) {
    out.push_back("n:" + field_.data().nouns[static_cast<std::size_t>(sense.noun)]);
  }
  if (tools_.concepts != nullptr) {
    tools_.concepts->append_concepts(field_.form(token), language_, out);
  }
}

Term ClaimBuilder::term_of(TokenRange range, std::int32_t head) const {
  Term term;
  if (range.empty()) return term;
  term.text = std::string(field_.bytes_of(range));
  if (head >= 0) append_concepts(static_cast<std::uint32_t>(head), term.concepts);
  for (std::uint32_t i = range.first; i < range.end; ++i) {
    if (static_cast<std::int32_t>(i) == head || !field_.is_word(i)) continue;
    if (field_.sense(i).noun < 0 && field_.sense(i).marks.any(kNoContent)) continue;
    append_concepts(i, term.concepts);
  }
  return term;
}

Term ClaimBuilder::verb_term(std::int32_t verb, const Clause* clause) const {
  Term term;
  if (verb < 0) return term;
  const auto i = static_cast<std::uint32_t>(verb);
  const bool of_clause = clause != nullptr && clause->verb == verb;
  const VerbEntry* entry = of_clause ? clause->entry : field_.verb(i);
  if (of_clause) {
    term.text = clause->lemma;
  } else {
    term.text = entry != nullptr ? entry->lemma : std::string(field_.form(i));
  }
  append_stem(term.text, language_, term.concepts.emplace_back("w:"));
  if (entry != nullptr) term.concepts.push_back("v:" + entry->sense);
  if (entry == nullptr && field_.sense(i).noun >= 0) {
    term.concepts.push_back("n:" +
                            field_.data().nouns[static_cast<std::size_t>(field_.sense(i).noun)]);
  }
  if (tools_.concepts != nullptr) {
    tools_.concepts->append_concepts(term.text, language_, term.concepts);
  }
  return term;
}

// "left four people, the gunman among them, dead", "20 are missing", "two were fatally shot",
// "taken to a hospital": the state that a verb brings about belongs to it. `token` is the figure.
void ClaimBuilder::add_result(Term& predicate, const Item& item, std::uint32_t token,
                              std::uint32_t verb) const {
  // "the deaths of four people", "injuries to five others"
  const bool governed = token >= reading_->sentence.first_token + 2 &&
                        field_.marked(token - 1, Mark::Of | Mark::Preposition) &&
                        field_.sense(token - 2).noun >= 0 && field_.verb_forms(token - 2) == 0 &&
                        field_.marked(token - 2, Mark::Result) &&
                        !field_.marked(token - 2, Mark::State);
  if (governed) {
    if (!predicate.text.empty()) predicate.text += ' ';
    predicate.text += field_.form(token - 2);
    predicate.concepts.push_back(
        "n:" + field_.data().nouns[static_cast<std::size_t>(field_.sense(token - 2).noun)]);
    return;
  }
  constexpr std::uint32_t kReach = 8;  // tokens behind the verb or the figure
  const std::int32_t own = field_.mention_at(token);
  const bool causes = field_.marked(verb, Mark::Causes);
  if (!causes && !(field_.verb_is(verb, kLight) && verb > token)) return;
  // Behind an enumeration that is counted as a whole.
  const std::uint32_t people = item.tokens.holds(token) ? item.tokens.end : token;
  const std::uint32_t end = reading_->clauses.tokens.end;
  const std::uint32_t begin = causes ? std::max(people, verb) : verb + 1;
  const std::uint32_t limit = std::min(end, std::max(people, verb) + (causes ? kReach : 4));
  const auto result = [&](std::uint32_t i) {
    return field_.sense(i).noun >= 0 && field_.marked(i, Mark::Result);
  };
  const auto take = [&](std::uint32_t i) {
    predicate.text += ' ';
    predicate.text +=
        slice(field_.text().text, field_.span_of({i, std::min(field_.phrase_end(i), end)}));
    predicate.concepts.push_back(
        "n:" + field_.data().nouns[static_cast<std::size_t>(field_.sense(i).noun)]);
  };
  // "fatally shot two people"
  if (causes && verb > reading_->sentence.first_token && result(verb - 1)) {
    take(verb - 1);
    return;
  }
  for (std::uint32_t i = begin; i < limit; ++i) {
    const std::int32_t m = field_.mention_at(i);
    if (m >= 0 && m != own &&
        field_.mentions()[static_cast<std::size_t>(m)].dimension != Dimension::Date) {
      return;
    }
    // "shot five times | but escaped death"
    if (i > verb && field_.marked(i, Mark::Conjunction) && i + 1 < limit && !result(i + 1)) return;
    if (i == verb || !result(i)) continue;
    take(i);
    return;
  }
}

std::optional<DateInterval> ClaimBuilder::date_near(std::uint32_t token, bool own_clause) const {
  const std::int32_t clause = reading_->clauses.clause_at(token);
  std::optional<DateInterval> best;
  std::uint32_t best_distance = ~0U;
  for (std::uint32_t i = reading_->sentence.first_token; i < reading_->sentence.end_token; ++i) {
    const std::int32_t m = field_.mention_at(i);
    if (m < 0) continue;
    const Mention& mention = field_.mentions()[static_cast<std::size_t>(m)];
    if (mention.dimension != Dimension::Date || !mention.timex || !mention.timex->range) continue;
    const Clause* of = reading_->clause_of(i);
    const bool same = reading_->clauses.clause_at(i) == clause;
    if (own_clause && !same) continue;
    // When it was said is not when it happened.
    if (!same && of != nullptr && of->is(kSpeech)) continue;
    const std::uint32_t distance = i > token ? i - token : token - i;
    if (distance < best_distance) {
      best_distance = distance;
      best = mention.timex->range;
    }
  }
  return best;
}

std::string_view ClaimBuilder::set_time(Claim& claim, std::uint32_t token) const {
  if (claim.kind == ClaimKind::Role) return {};
  claim.when = date_near(token, true);
  if (claim.when) return "date-in-clause";
  const auto& published = field_.document().info.published;
  if (claim.kind != ClaimKind::Event && claim.kind != ClaimKind::Quote && says_now(token)) {
    // What somebody says of the present holds on the day of saying it.
    claim.when = time_of_speech();
    if (claim.when) return "now-of-speech";
    if (published) claim.when = DateInterval{published->day, published->day};
    return "now";
  }
  claim.when = date_near(token, false);
  if (claim.when) return "date-in-sentence";
  const std::int32_t c = reading_->clauses.clause_at(token);
  const Tense tense = c < 0 ? Tense::Unknown : reading_->mood(static_cast<std::size_t>(c)).tense;
  if (claim.kind != ClaimKind::Quote && state_->when && tense == state_->tense &&
      tense != Tense::Unknown) {
    claim.when = state_->when;
    return "sentence-before";
  }
  // Headlines and leads tell what has just happened.
  const bool news = claim.zone == Zone::Headline || claim.zone == Zone::Lead;
  if (news && published && (tense == Tense::Past || tense == Tense::Present) &&
      claim.kind != ClaimKind::Rank) {
    claim.when = DateInterval{published->day, published->day};
    return "day-of-publication";
  }
  return {};
}

bool ClaimBuilder::in_quotation(std::uint32_t token) const {
  const std::int32_t q = field_.quotation_at(token);
  return q >= 0 && !field_.quotations()[static_cast<std::size_t>(q)].title_like;
}

// "nicht 500, sondern 800"
bool ClaimBuilder::behind_contrast(std::uint32_t token) const {
  for (std::uint32_t i = reading_->sentence.first_token; i < token; ++i) {
    if (field_.marked(i, Mark::Contrast)) return true;
  }
  return false;
}

void ClaimBuilder::set_voice(Claim& claim, std::uint32_t token) {
  std::vector<const Attribution*> used;
  claim.attribution = chain_at(reading_->attributions, reading_->clauses, token, &used);
  trace_.voice = used.empty() ? std::string_view() : used.front()->rule;
  voice_token_ = used.empty() ? token : used.front()->trigger;
  const std::int32_t c = reading_->clauses.clause_at(token);
  if (claim.attribution.empty() && in_quotation(token)) {
    // A quotation without a verb stands in the clause of its verb of speech.
    for (const Attribution& a : reading_->attributions) {
      if (a.clause != c) continue;
      claim.attribution = a.chain;
      trace_.voice = a.rule;
      voice_token_ = a.trigger;
    }
  }
  const Mood mood = c < 0 ? Mood{} : reading_->mood(static_cast<std::size_t>(c));
  claim.modality = mood.modality;
  trace_.modality = mood.rule;
  claim.polarity = mood.polarity;
  if (mood.without && !claim.has_value()) claim.polarity = Polarity::Negated;
  if (claim.polarity == Polarity::Negated && behind_contrast(token)) {
    claim.polarity = Polarity::Affirmed;
  }
  const auto speaks = [&](const Attribution* a) { return a->demands; };
  if (std::any_of(used.begin(), used.end(), [](const Attribution* a) { return a->denies; })) {
    claim.modality = Modality::Denied;
    trace_.modality = "verb-of-denial";
  } else if (mood.modality == Modality::Asserted && std::any_of(used.begin(), used.end(), speaks)) {
    claim.modality = Modality::Demanded;
    trace_.modality = "verb-of-demand";
  }
  // Indirect speech goes on over the full stop: "Er habe 12 Zeugen."
  const bool first_clause = c == 0;
  if (claim.attribution.empty() && mood.indirect && first_clause && state_->indirect) {
    claim.attribution = state_->speech.chain;
    trace_.voice = "indirect-speech-goes-on";
  }
  const bool others_word = !claim.attribution.empty() || mood.indirect;
  if (claim.modality == Modality::Asserted && others_word) {
    claim.modality = Modality::Reported;
    trace_.modality = claim.attribution.empty() ? "subjunctive" : "has-source";
  }
  if (claim.modality == Modality::Conditional && others_word && c >= 0 &&
      !reading_->clauses.clauses[static_cast<std::size_t>(c)].conditional) {
    // "said it would send", "die Bewerber haetten ... zurueckgegeben"
    claim.modality = mood.perfect ? Modality::Reported : Modality::Planned;
  }
  if (claim.kind == ClaimKind::Quote) {
    // The words were said, whatever they say.
    claim.modality = others_word ? Modality::Reported : Modality::Asserted;
    claim.polarity = Polarity::Affirmed;
  }
}

// A word that says something of its own.
bool ClaimBuilder::tells_content(std::uint32_t token) const {
  if (!field_.is_word(token) || field_.mention_at(token) >= 0) return false;
  // "das Land", "the agency" stand for something else and say nothing themselves.
  const bool stands_for = token > reading_->sentence.first_token &&
                          field_.marked(token - 1, Mark::Anaphor) &&
                          field_.phrase_end(token - 1) > token;
  if (stands_for) return false;
  const WordSense& sense = field_.sense(token);
  if (sense.marks.any(kNoContent) && sense.noun < 0) return false;
  return !field_.verb_is(token, kLight) && field_.token(token).end - field_.token(token).begin >= 3;
}

void ClaimBuilder::read_content() {
  content_known_ = true;
  content_concepts_ = 0;
  for (std::uint32_t i = reading_->sentence.first_token; i < reading_->sentence.end_token; ++i) {
    if (!tells_content(i)) continue;
    ContentWord word{i, static_cast<std::uint32_t>(content_.size()), {}};
    append_concepts(i, word.concepts);
    content_concepts_ += word.concepts.size();
    // Sentences are short: looking at all words before is the cheapest way.
    for (const ContentWord& other : content_) {
      if (other.concepts.front() != word.concepts.front()) continue;
      word.key = other.key;
      break;
    }
    content_.push_back(std::move(word));
  }
}

// The nearest words first, of two as near the one before the token; every word as a whole, so that
// a meaning stays with its word.
void ClaimBuilder::set_context(Claim& claim, std::uint32_t token) {
  if (!content_known_) read_content();
  claim.context.reserve(std::min(content_concepts_, kLongestContext) + 1);
  seen_.assign(content_.size(), false);
  auto behind = std::partition_point(content_.begin(), content_.end(),
                                     [&](const ContentWord& word) { return word.token <= token; });
  auto before = behind;  // the end of those that are left before the token
  while (before != content_.begin() || behind != content_.end()) {
    const bool back =
        before != content_.begin() &&
        (behind == content_.end() || token - (before - 1)->token <= behind->token - token);
    const ContentWord& word = back ? *--before : *behind++;
    if (claim.context.size() + word.concepts.size() > kLongestContext) return;
    if (seen_[word.key]) continue;
    seen_[word.key] = true;
    claim.context.insert(claim.context.end(), word.concepts.begin(), word.concepts.end());
  }
}

Claim ClaimBuilder::build(ClaimKind kind, ByteSpan span, std::uint32_t token, const Item& item,
                          std::int32_t verb) {
  Claim claim;
  claim.kind = kind;
  claim.field = field_.field();
  claim.span = span;
  claim.zone = field_.document().zone_at(field_.field(), span.begin);
  claim.chars = chars_.chars(span);
  claim.sentence = reading_->sentence.span;
  claim.sentence_chars = chars_.chars(claim.sentence);
  claim.text = std::string(slice(field_.text().text, span));
  claim.sentence_text = std::string(slice(field_.text().text, claim.sentence));
  claim.dimension = Dimension::Name;
  claim.item =
      term_of(item.tokens, item.tokens.empty() ? -1 : static_cast<std::int32_t>(item.head));
  claim.predicate = verb_term(verb, reading_->clause_of(token));
  if (verb >= 0) add_result(claim.predicate, item, token, static_cast<std::uint32_t>(verb));
  trace_ = {};
  token_ = token;
  trace_.item = item.rule;
  claim.subject = subject_of(*reading_, token, item, state_->subject, &trace_.subject);
  claim.names = names_;
  trace_.time = set_time(claim, token);
  set_voice(claim, token);
  set_context(claim, token);
  return claim;
}

void ClaimBuilder::finish(Claim& claim) const {
  std::string key = field_.document().info.id;
  key += '\x1f';
  key += name_of(claim.field);
  key += '\x1f' + std::to_string(claim.span.begin) + '-' + std::to_string(claim.span.end);
  key += '\x1f';
  key += name_of(claim.kind);
  key += '\x1f' + claim.item.text;
  claim.id = "c-" + hex_id(stable_hash(key));
  claim.check_worthiness = worth_of(claim);
  if (reasons_ != nullptr) (*reasons_)[claim.id] = reasons_of(claim);
}

}  // namespace twosource
