// People are runs of capitalised words with evidence: an office or form of address before the run,
// a known first name at its start, an office behind a comma after it. How far a run reaches depends
// on the language: where every noun is capitalised, a run ends after the first word that follows
// the given names.
#include "core/names/people.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "core/text/utf8.h"

namespace twosource::names {
namespace {

constexpr std::uint32_t kMaxUnits = 4;
constexpr std::uint32_t kLongestAdjective = 3;  // tokens: "sud-coréen"

class Reader {
 public:
  Reader(const TokenizedText& text, const NameIndex::Tables& tables, const NamesData& data,
         Scan& scan)
      : text_(text), tables_(tables), data_(data), scan_(scan) {
    taken_.resize(text.tokens.size());
    office_.resize(text.tokens.size());
    for (const Found& link : scan.links) {
      for (std::uint32_t i = link.begin; i < link.end; ++i) taken_[i] = true;
      if (link.form == NameForm::Adjective) behind_adjective_.emplace(link.end, link.begin);
    }
    for (const Marker& marker : scan.markers) {
      if (marker.kind == EntryKind::LegalForm || marker.kind == EntryKind::RoleModifier) continue;
      for (std::uint32_t i = marker.begin; i < marker.end; ++i) office_[i] = true;
    }
  }

  void companies() {
    for (const Marker& marker : scan_.markers) {
      if (marker.kind != EntryKind::LegalForm || marker.begin == 0) continue;
      std::uint32_t begin = marker.begin;
      while (begin > 0 && marker.begin - begin < 2 * kMaxUnits && company_word(begin - 1, begin))
        --begin;
      while (begin < marker.begin && !text_.tokens[begin].has(Token::kCapitalised)) ++begin;
      if (begin == marker.begin) continue;
      std::string id = known_company(begin, marker.begin);
      if (id.empty()) id = company_id(slice(text_.text, span_of(begin, marker.begin)));
      if (id.empty()) continue;
      add({begin, marker.end, std::move(id), NameForm::Name, false, {}, 0, 0});
    }
    merge();
  }

  void people() {
    const auto count = static_cast<std::uint32_t>(text_.tokens.size());
    std::size_t next_marker = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
      while (next_marker < scan_.markers.size() &&
             scan_.markers[next_marker].end + kLongestAdjective < i)
        ++next_marker;
      if (!text_.tokens[i].has(Token::kCapitalised) || taken_[i]) continue;
      const bool first_name = (scan_.flags[i] & (kFirstName | kWeakFirstName)) != 0;
      const Marker* before = marker_ending_at(i, next_marker);
      // The cheap evidence first: most capitalised words have none.
      if (!first_name && before == nullptr && !could_be_apposition(i)) continue;
      if (!name_word(i)) continue;
      i = std::max(i, person(i, before));
    }
    merge();
  }

 private:
  // A token of a sentence in which nearly every word is capitalised, as in English headlines: there
  // a capital says nothing.
  bool in_title_case(std::uint32_t token) {
    if (data_.nouns_capitalised || text_.sentences.empty()) return false;
    title_case_.resize(text_.sentences.size());
    const std::size_t s = text_.sentence_at(text_.tokens[token].begin);
    if (!title_case_[s]) title_case_[s] = is_title_case(text_.sentences[s]);
    return *title_case_[s];
  }

  bool is_title_case(const Sentence& sentence) const {
    std::uint32_t capital = 0;
    std::uint32_t all = 0;
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      const Token& t = text_.tokens[i];
      if (!t.is(TokenKind::Word) || t.end - t.begin < 4) continue;
      ++all;
      capital += t.has(Token::kCapitalised) ? 1U : 0U;
    }
    return all >= 4 && capital * 10 >= all * 7;
  }

  bool has_stop_tail(std::string_view word) const {
    return tables_.stop_tails.find(word) != nullptr;
  }

  // A word that may be part of an unknown name.
  bool name_word(std::uint32_t i) const {
    const Token& t = text_.tokens[i];
    if (!t.is(TokenKind::Word) || !t.has(Token::kCapitalised) || taken_[i] || office_[i])
      return false;
    if ((scan_.flags[i] & (kStop | kDefinite | kDeterminer | kOf)) != 0) return false;
    const std::string_view word = text_.of(t);
    if (t.has(Token::kAllCaps) && count_chars(word) <= 5) return false;
    return count_chars(word) >= 2 && !has_stop_tail(word);
  }

  bool joined(std::uint32_t i) const {  // to the token before, without white space
    return i < text_.tokens.size() && !text_.tokens[i].has(Token::kSpaceBefore);
  }
  bool same_line(std::uint32_t i) const {
    return i < text_.tokens.size() && !text_.tokens[i].has(Token::kParagraphBefore);
  }
  bool is_hyphen(std::uint32_t i) const { return scan_.hashes[i] == 1; }
  bool is_char(std::uint32_t i, char c) const {
    return i < text_.tokens.size() && text_.tokens[i].end - text_.tokens[i].begin == 1 &&
           text_.text[text_.tokens[i].begin] == c;
  }

  // "J." or "JR"
  bool initial(std::uint32_t i) const {
    const Token& t = text_.tokens[i];
    return t.is(TokenKind::Word) && t.has(Token::kCapitalised) && count_chars(text_.of(t)) == 1 &&
           is_char(i + 1, '.') && joined(i + 1);
  }

  // The end of the hyphenated word that begins at `i`: "Jong-un", "Kramp-Karrenbauer"; `i` when it
  // is a compound with a common noun ("Merkel-Vertraute" ends nowhere).
  std::uint32_t unit_end(std::uint32_t i) const {
    std::uint32_t end = i + 1;
    while (end + 1 < text_.tokens.size() && is_hyphen(end) && joined(end) && joined(end + 1)) {
      const Token& part = text_.tokens[end + 1];
      const bool small =
          part.is(TokenKind::Word) && !part.has(Token::kCapitalised) && part.end - part.begin <= 5;
      if (!small && !name_word(end + 1)) return i;
      end += 2;
    }
    return end;
  }

  // Skips "von der", "bin", "al-" before the next capitalised word; nullopt when none stands there.
  std::optional<std::uint32_t> past_particles(std::uint32_t i, bool after_given_name) const {
    if ((scan_.flags[i] & kDefinite) != 0) return std::nullopt;
    std::uint32_t at = i;
    for (int n = 0; n < 3 && at < text_.tokens.size(); ++n) {
      const Token& t = text_.tokens[at];
      if (!t.is(TokenKind::Word) || (scan_.flags[at] & kParticle) == 0 || !same_line(at)) break;
      ++at;
      if (at < text_.tokens.size() && is_hyphen(at) && joined(at)) ++at;
    }
    if (at == i || at >= text_.tokens.size() || !name_word(at)) return std::nullopt;
    // Behind a whole name "von der ..." says where someone comes from; "al-" belongs to it.
    if (!after_given_name && !is_hyphen(at - 1)) return std::nullopt;
    return at;
  }

  struct Run {
    std::uint32_t end = 0;
    std::uint32_t units = 0;
  };

  Run run_from(std::uint32_t begin) const {
    Run run{begin, 0};
    bool given = true;  // still among given names
    for (std::uint32_t at = begin; run.units < kMaxUnits && at < text_.tokens.size();) {
      if (run.units > 0 && !same_line(at)) break;
      if (run.units > 0 && initial(at)) {
        at += 2;
        continue;
      }
      const bool particle = run.units > 0 && (scan_.flags[at] & kParticle) != 0;
      if (particle || !name_word(at)) {
        const auto next = run.units > 0 ? past_particles(at, given) : std::nullopt;
        if (!next) break;
        at = *next;
        given = false;
      }
      const std::uint32_t end = unit_end(at);
      if (end == at) break;
      const bool known = (scan_.flags[at] & (kFirstName | kWeakFirstName)) != 0;
      if (run.units > 0 && data_.nouns_capitalised && !given) {
        // The surname is complete; only a particle may lengthen it.
        if (at == run.end) break;
      }
      run.end = end;
      ++run.units;
      if (!known && run.units > 1) given = false;
      if (end < text_.tokens.size() && is_char(end, ',')) break;
      at = end;
    }
    return run;
  }

  // "Präsident | Putin", "le président | russe | Vladimir Poutine"
  bool touches(const Marker& marker, std::uint32_t i) const {
    if (marker.end == i) return true;
    const auto it = behind_adjective_.find(i);
    return it != behind_adjective_.end() && marker.end == it->second;
  }

  const Marker* marker_ending_at(std::uint32_t i, std::size_t from) const {
    for (std::size_t m = from; m < scan_.markers.size() && scan_.markers[m].begin < i; ++m) {
      const Marker& marker = scan_.markers[m];
      const bool speaks = marker.kind == EntryKind::Role || marker.kind == EntryKind::Title;
      if (!speaks) continue;
      if (touches(marker, i) && same_line(i) && !is_hyphen(i - 1)) return &marker;
      // "the president, Vladimir Putin,"
      if (marker.end + 1 == i && is_char(marker.end, ',')) return &marker;
    }
    return nullptr;
  }

  // "Han Duck-soo, the prime minister": two capitalised words and a comma, then an office within
  // five words.
  bool could_be_apposition(std::uint32_t i) const {
    const bool starts = i == 0 || !text_.tokens[i].has(Token::kParagraphBefore);
    return starts && i + 2 < text_.tokens.size() && text_.tokens[i + 1].has(Token::kCapitalised) &&
           name_word(i + 1);
  }

  bool office_behind(std::uint32_t end) const {
    if (!is_char(end, ',')) return false;
    for (std::uint32_t i = end + 1; i < end + 6 && i < text_.tokens.size(); ++i) {
      if (!text_.tokens[i].is(TokenKind::Word) && !is_hyphen(i)) return false;
      if (text_.tokens[i].has(Token::kParagraphBefore)) return false;
      if (office_[i]) return true;
    }
    return false;
  }

  // Returns the last token of the person found at `i`, or `i`.
  std::uint32_t person(std::uint32_t i, const Marker* before) {
    const Run run = run_from(i);
    if (run.units == 0) return i;
    // "Theologe Peter Fischer": the name begins at the given name.
    if (before == nullptr && !known_given(i) && i + 1 < run.end && known_given(i + 1)) return i;
    const bool first_name = (scan_.flags[i] & kFirstName) != 0;
    const bool weak = (scan_.flags[i] & kWeakFirstName) != 0;
    const bool touching = before != nullptr && touches(*before, i);
    const bool office = before != nullptr && !in_title_case(i);
    bool good = false;
    if (run.units >= 2) {
      good = first_name || (office && (touching || !data_.nouns_capitalised || weak)) ||
             (weak && !starts_sentence(i) && !in_title_case(i)) || office_behind(run.end);
    } else {
      good = touching && before->kind == EntryKind::Title;
    }
    if (!good) return i;
    std::string id = person_id(slice(text_.text, span_of(i, run.end)));
    if (id.empty()) return i;
    add({i, run.end, std::move(id), NameForm::Name, false, {}, 0, 0});
    return run.end - 1;
  }

  bool known_given(std::uint32_t i) const { return (scan_.flags[i] & kFirstName) != 0; }

  bool starts_sentence(std::uint32_t i) const {
    return text_.sentences.empty() ||
           text_.sentences[text_.sentence_at(text_.tokens[i].begin)].first_token == i;
  }

  ByteSpan span_of(std::uint32_t begin, std::uint32_t end) const {
    return {text_.tokens[begin].begin, text_.tokens[end - 1].end};
  }

  // Walking back from a legal form: capitalised words, "&", "-" and "und" between them.
  bool company_word(std::uint32_t i, std::uint32_t next) const {
    if (!same_line(next)) return false;
    const Token& t = text_.tokens[i];
    if (scan_.hashes[i] == static_cast<std::uint64_t>('&') || is_hyphen(i)) return true;
    if (!t.is(TokenKind::Word) || !t.has(Token::kCapitalised) || office_[i]) return false;
    if ((scan_.flags[i] & (kStop | kDefinite | kDeterminer | kOf)) != 0) return false;
    return !has_stop_tail(text_.of(t));
  }

  std::string known_company(std::uint32_t begin, std::uint32_t end) const {
    const auto it = std::lower_bound(
        scan_.links.begin(), scan_.links.end(), begin,
        [](const Found& found, std::uint32_t token) { return found.begin < token; });
    const bool whole = it != scan_.links.end() && it->begin == begin && it->end == end;
    return whole && it->id.starts_with("org:") ? it->id : std::string();
  }

  void add(Found found) { added_.push_back(std::move(found)); }

  // New names win over the links they cover ("Deutsche" in "Deutsche Beispiel AG"), and give way to
  // links that reach beyond them and to new names before them.
  void merge() {
    if (added_.empty()) return;
    std::vector<std::uint32_t> owner(text_.tokens.size());  // index of the link and 1, by token
    for (std::uint32_t n = 0; n < scan_.links.size(); ++n) {
      for (std::uint32_t i = scan_.links[n].begin; i < scan_.links[n].end; ++i) owner[i] = n + 1;
    }
    std::vector<bool> gone(scan_.links.size());
    std::uint32_t end_of_last = 0;
    for (Found& found : added_) {
      const std::uint32_t first = owner[found.begin];
      const std::uint32_t last = owner[found.end - 1];
      if (found.begin < end_of_last || (first != 0 && scan_.links[first - 1].begin < found.begin) ||
          (last != 0 && scan_.links[last - 1].end > found.end))
        continue;
      for (std::uint32_t i = found.begin; i < found.end; ++i) {
        if (owner[i] != 0 && owner[i] <= gone.size()) gone[owner[i] - 1] = true;
      }
      end_of_last = found.end;
      scan_.links.push_back(std::move(found));
    }
    std::size_t kept = 0;
    for (std::size_t n = 0; n < scan_.links.size(); ++n) {
      if (n < gone.size() && gone[n]) continue;
      if (kept != n) scan_.links[kept] = std::move(scan_.links[n]);
      ++kept;
    }
    scan_.links.resize(kept);
    std::sort(scan_.links.begin(), scan_.links.end(),
              [](const Found& a, const Found& b) { return a.begin < b.begin; });
    added_.clear();
  }

  const TokenizedText& text_;
  const NameIndex::Tables& tables_;
  const NamesData& data_;
  Scan& scan_;
  std::vector<bool> taken_;                      // by token: inside a link
  std::vector<bool> office_;                     // by token: inside a role, title or agency
  std::vector<std::optional<bool>> title_case_;  // by sentence, as far as asked for
  std::unordered_map<std::uint32_t, std::uint32_t> behind_adjective_;  // token -> its begin
  std::vector<Found> added_;
};

}  // namespace

void link_companies(const TokenizedText& text, const NameIndex::Tables& tables,
                    const NamesData& data, Scan& scan) {
  const bool any = std::any_of(scan.markers.begin(), scan.markers.end(), [](const Marker& marker) {
    return marker.kind == EntryKind::LegalForm;
  });
  if (any) Reader(text, tables, data, scan).companies();
}

void link_people(const TokenizedText& text, const NameIndex::Tables& tables, const NamesData& data,
                 Scan& scan) {
  Reader(text, tables, data, scan).people();
}

}  // namespace twosource::names
