#include "core/grammar/proclitics.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/grammar/folded_text.h"

namespace twosource {
namespace {

class ProcliticSplitter {
 public:
  ProcliticSplitter(const TokenizedText& text, const LanguagePack& pack)
      : text_(text),
        numbers_(or_neutral(pack.numbers)),
        units_(or_neutral(pack.units)),
        money_(or_neutral(pack.money)),
        dates_(pack.dates) {}

  std::vector<Token> run() {
    std::vector<Token> out;
    out.reserve(text_.tokens.size());
    bool proclitic_before = false;
    for (Token token : text_.tokens) {
      if (proclitic_before && token.is(TokenKind::Digits)) token.flags |= Token::kSpaceBefore;
      proclitic_before = false;
      if (!token.is(TokenKind::Word)) {
        out.push_back(token);
        continue;
      }
      fold_word(text_.of(token), form_);
      proclitic_before = is_proclitic(form_);
      const std::size_t length = proclitic_before ? 0 : proclitic_length();
      if (length == 0) {
        out.push_back(token);
        continue;
      }
      const std::uint32_t cut = token.begin + written_length(text_.of(token), length);
      Token head = token;
      head.end = cut;
      out.push_back(head);
      token.begin = cut;
      token.flags =
          static_cast<std::uint8_t>(Token::kSpaceBefore | (token.flags & Token::kNonAscii));
      out.push_back(token);
    }
    return out;
  }

 private:
  bool is_proclitic(std::string_view form) const {
    return std::find(numbers_.proclitics.begin(), numbers_.proclitics.end(), form) !=
           numbers_.proclitics.end();
  }

  // Whether a number, a unit with its number or a date begins with the word.
  bool begins_something(std::string_view form) const {
    return !numbers_.lexicon.starting_with(form).empty() ||
           !units_.duals.starting_with(form).empty() || !money_.duals.starting_with(form).empty() ||
           dates_.words.find(form) != nullptr;
  }
  bool known(std::string_view form) const {
    return begins_something(form) || units_.starts_unit(form) || money_.starts_currency(form) ||
           !numbers_.unsplit.starting_with(form).empty();
  }

  // Bytes of the shortest proclitic that leaves a known word; 0 for none.
  std::size_t proclitic_length() const {
    if (known(form_)) return 0;
    for (const std::string& proclitic : numbers_.proclitics) {
      const std::string_view form = form_;
      if (form.size() > proclitic.size() && form.starts_with(proclitic) &&
          begins_something(form.substr(proclitic.size())))
        return proclitic.size();
    }
    return 0;
  }

  const TokenizedText& text_;
  const NumbersData& numbers_;
  const UnitsData& units_;
  const MoneyData& money_;
  const DatesData& dates_;
  std::string form_;
};

}  // namespace

bool has_proclitics(const LanguagePack& pack) {
  return !pack.numbers.proclitics.empty();
}

TokenizedText split_proclitics(const TokenizedText& text, const LanguagePack& pack) {
  return with_tokens(text, ProcliticSplitter(text, pack).run());
}

}  // namespace twosource
