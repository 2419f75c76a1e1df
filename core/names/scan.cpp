#include "core/names/scan.h"

#include <algorithm>

namespace twosource::names {
namespace {

// Between the words of a name stands white space or nothing, but no blank line.
bool continues(const Token& token) {
  return !token.has(Token::kParagraphBefore);
}

// In a passage in capitals "WHO" and "US" say nothing: both neighbours are longer words in
// capitals.
bool shouted(const TokenizedText& text, std::uint32_t token) {
  const auto loud = [&](std::size_t i) {
    const Token& t = text.tokens[i];
    return t.is(TokenKind::Word) && t.has(Token::kAllCaps) && t.end - t.begin >= 5;
  };
  const bool before = token > 0 && loud(token - 1);
  const bool after = token + 1 < text.tokens.size() && loud(token + 1);
  return before && after;
}

bool fits(const TokenizedText& text, const std::vector<std::uint64_t>& hashes, std::uint32_t token,
          const Entry& entry, const std::uint64_t* rest) {
  if (token + entry.length > text.tokens.size()) return false;
  for (std::uint32_t i = 0; i < entry.length; ++i) {
    const Token& t = text.tokens[token + i];
    if (i > 0 && (hashes[token + i] != rest[i - 1] || !continues(t))) return false;
    if ((entry.capitals >> i & 1U) != 0 && !t.has(Token::kCapitalised)) return false;
    if ((entry.all_caps >> i & 1U) != 0 && !t.has(Token::kAllCaps)) return false;
  }
  const Token& first = text.tokens[token];
  const bool short_acronym =
      entry.length == 1 && entry.all_caps != 0 && first.end - first.begin <= 3;
  return !(short_acronym && shouted(text, token));
}

class Scanner {
 public:
  Scanner(const FoldedText& text, const NameIndex::Tables& tables)
      : folded_(text), text_(text.source()), tables_(tables) {}

  Scan run() {
    const auto count = static_cast<std::uint32_t>(text_.tokens.size());
    out_.hashes.resize(count);
    out_.flags.resize(count);
    std::string buffer;
    for (std::uint32_t i = 0; i < count; ++i) {
      const Token& token = text_.tokens[i];
      out_.hashes[i] =
          token.is(TokenKind::Word) ? folded_.hash(i) : word_hash(text_.text, token, buffer);
    }
    for (std::uint32_t i = 0; i < count; ++i) {
      if (text_.tokens[i].is(TokenKind::Word)) word(i);
    }
    return std::move(out_);
  }

 private:
  void word(std::uint32_t i) {
    bool linked = i < linked_until_;
    bool office = i < office_until_;
    for (const Entry& entry : tables_.table.find(out_.hashes[i])) {
      if (entry.kind == EntryKind::Word) {
        out_.flags[i] = static_cast<std::uint16_t>(entry.target);
        continue;
      }
      const bool is_link = entry.kind == EntryKind::Link;
      if (is_link ? linked : office) continue;
      if (!fits(text_, out_.hashes, i, entry, tables_.table.rest(entry))) continue;
      if (is_link) {
        linked = true;
        linked_until_ = i + entry.length;
        out_.links.push_back({i,
                              i + entry.length,
                              tables_.table.id(entry.target),
                              entry.form,
                              entry.needs_support,
                              {},
                              0,
                              0});
      } else {
        office = true;
        office_until_ = i + entry.length;
        out_.markers.push_back({i, i + entry.length, entry.kind, tables_.table.id(entry.target)});
      }
    }
    if (!linked && !tables_.stem_language.empty()) stemmed_name(i);
    if (!office) compound_role(i);
  }

  // "Северной Кореей": every word capitalised, and each the stem of a name's word.
  void stemmed_name(std::uint32_t i) {
    const auto stem_at = [&](std::uint32_t token) {
      return stem_hash(text_.of(text_.tokens[token]), tables_.stem_language);
    };
    const auto usable = [&](std::uint32_t token) {
      const Token& t = text_.tokens[token];
      return t.is(TokenKind::Word) && t.has(Token::kCapitalised) && !t.has(Token::kAllCaps);
    };
    if (!usable(i)) return;
    for (const Entry& entry : tables_.stems.find(stem_at(i))) {
      if (i + entry.length > text_.tokens.size()) continue;
      bool same = true;
      for (std::uint32_t k = 1; k < entry.length && same; ++k) {
        same = usable(i + k) && continues(text_.tokens[i + k]) &&
               stem_at(i + k) == tables_.stems.rest(entry)[k - 1];
      }
      if (!same) continue;
      linked_until_ = i + entry.length;
      out_.links.push_back({i,
                            i + entry.length,
                            tables_.stems.id(entry.target),
                            entry.form,
                            entry.needs_support,
                            {},
                            0,
                            0});
      return;
    }
  }

  // "Wirtschaftsminister": an office by the end of the word.
  void compound_role(std::uint32_t i) {
    const Token& token = text_.tokens[i];
    if (!token.has(Token::kCapitalised)) return;
    if (const std::string* id = tables_.role_tails.find(text_.of(token)))
      out_.markers.push_back({i, i + 1, EntryKind::Role, *id});
  }

  const FoldedText& folded_;
  const TokenizedText& text_;
  const NameIndex::Tables& tables_;
  std::uint32_t linked_until_ = 0;
  std::uint32_t office_until_ = 0;
  Scan out_;
};

}  // namespace

Scan scan_names(const FoldedText& text, const NameIndex::Tables& tables) {
  return Scanner(text, tables).run();
}

const Entry* match_at(const TokenizedText& text, const std::vector<std::uint64_t>& hashes,
                      std::uint32_t token, const NameTable& table, EntryKind kind) {
  for (const Entry& entry : table.find(hashes[token])) {
    if (entry.kind == kind && fits(text, hashes, token, entry, table.rest(entry))) return &entry;
  }
  return nullptr;
}

}  // namespace twosource::names
