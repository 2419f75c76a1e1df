// CLD2 scores quadgrams and needs some 30 words to be sure. Below that two other witnesses are
// heard: CLD2's best effort, and function words, which make up about every third word of running
// text. When they agree, or when one of them is clear and the other silent, that is the answer.
#include "core/text/language_detect.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <vector>

#include "core/text/token.h"
#include "core/text/utf8.h"

namespace twosource {
namespace {

struct FunctionWords {
  std::string_view tag;
  std::string_view words;  // folded, separated by spaces
};

constexpr std::array kFunctionWords = {
    FunctionWords{
        "de",
        "der die das den dem des ein eine einen einem einer eines und oder aber nicht auch noch "
        "nach von vom zu zum zur mit bei im in auf für über unter aus an am ist sind war waren "
        "wird werden wurde wurden hat haben hatte sich als wie dass daß wenn er sie es wir ihr "
        "kein keine mehr seit bis durch gegen um vor zwischen laut sowie rund etwa"},
    FunctionWords{
        "en",
        "the a an and or but not of to in on at by for from with as is are was were be been has "
        "have had will would could should that this these those which who its their his her it "
        "he she they we after before about over under more than into said no"},
    FunctionWords{"fr",
                  "le la les un une des du de et ou mais ne pas que qui dans sur pour par avec au "
                  "aux est sont été a ont son sa ses leur ce cette ces il elle ils plus après "
                  "avant sous entre comme se en d l selon"},
    FunctionWords{"es",
                  "el la los las un una unos unas de del y o pero no que en con por para a al se "
                  "su sus es son fue ha han como más lo le este esta entre sobre tras según sin"},
    FunctionWords{"it",
                  "il lo la i gli le un uno una di del della dei delle e o ma non che in con per "
                  "da dal a al alla è sono stato ha hanno come più si suo sua tra nel nella sul "
                  "dopo secondo"},
    FunctionWords{"nl",
                  "de het een en of maar niet van in op te voor met aan is zijn was werd wordt "
                  "heeft hebben dat die dit deze er ook naar bij uit over om als door na meer"},
    FunctionWords{"pt",
                  "o a os as um uma de do da dos das e ou mas não que em no na nos nas com por "
                  "para ao à é são foi se seu sua mais como pelo pela entre após segundo"},
    FunctionWords{"pl",
                  "i w we z ze na do od o po za przed przez dla nie się że jest są był była było "
                  "będzie jak ale oraz to ten ta te tym który która które jego jej ich już"},
    FunctionWords{"cs",
                  "a v ve s se na do od o po za před pro ne že je jsou byl byla bylo bude jak ale "
                  "nebo to ten ta který která které jeho její jejich už podle také"},
    FunctionWords{"sv",
                  "och i på av för med till från som är var har hade den det de en ett att inte "
                  "om men eller efter under över enligt han hon sin sitt vid kan ska"},
    FunctionWords{"ru",
                  "и в во с со на к ко от о об по за из для не что это как но или был была было "
                  "были его её их он она они который которые также между после до при"},
    FunctionWords{"uk",
                  "і й та в у з із на до від про по за для не що це як але або був була було були "
                  "його її їх він вона вони який які також між після при"},
    FunctionWords{"tr",
                  "ve bir bu da de için ile olarak olan daha çok ne en kadar sonra gibi ancak "
                  "göre ise değil tarafından"},
};

constexpr int kMostLanguages = static_cast<int>(kFunctionWords.size());

// Word -> one bit for each language that has it.
const std::unordered_map<std::string_view, std::uint32_t>& function_words() {
  static const auto kTable = [] {
    std::unordered_map<std::string_view, std::uint32_t> table;
    for (int i = 0; i < kMostLanguages; ++i) {
      std::string_view rest = kFunctionWords[static_cast<std::size_t>(i)].words;
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        table[rest.substr(0, end)] |= 1U << static_cast<unsigned>(i);
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    return table;
  }();
  return kTable;
}

struct WordVote {
  std::string_view tag;  // empty when no language is ahead
  int hits = 0;
  int lead = 0;  // ahead of the second
};

// A word that several languages share counts less: 12 points divided by their number.
WordVote vote_by_words(std::string_view text, std::string_view hint) {
  constexpr int kWhole = 12;
  std::array<int, kFunctionWords.size()> points{};
  std::string folded;
  for (const Token& token : tokenize(text)) {
    if (!token.is(TokenKind::Word)) continue;
    fold_word(slice(text, token.span()), folded);
    const auto found = function_words().find(folded);
    if (found == function_words().end()) continue;
    const int share = kWhole / std::max(1, __builtin_popcount(found->second));
    for (int i = 0; i < kMostLanguages; ++i) {
      if ((found->second >> static_cast<unsigned>(i)) & 1U)
        points[static_cast<std::size_t>(i)] += share;
    }
  }
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (kFunctionWords[i].tag == hint) points[i] += kWhole / 2;
  }
  const auto best = std::max_element(points.begin(), points.end());
  int second = 0;
  for (auto it = points.begin(); it != points.end(); ++it) {
    if (it != best) second = std::max(second, *it);
  }
  if (*best == second) return {};
  return {kFunctionWords[static_cast<std::size_t>(best - points.begin())].tag, *best,
          *best - second};
}

std::string tag_of(CLD2::Language language) {
  if (language == CLD2::UNKNOWN_LANGUAGE || language == CLD2::TG_UNKNOWN_LANGUAGE) return "und";
  const std::string code = CLD2::LanguageCode(language);
  if (code == "iw") return "he";  // names that ISO 639 gave up
  if (code == "jw") return "jv";
  if (code == "un") return "und";
  return code;
}

DetectedLanguage ask_cld2(std::string_view text, int flags, std::string_view hint) {
  CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  const std::string content_language(hint);
  if (!hint.empty()) hints.content_language_hint = content_language.c_str();
  CLD2::Language languages[3] = {CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE,
                                 CLD2::UNKNOWN_LANGUAGE};
  int percents[3] = {0, 0, 0};
  double scores[3] = {0, 0, 0};
  int text_bytes = 0;
  int valid_bytes = 0;
  bool reliable = false;
  const CLD2::Language summary = CLD2::ExtDetectLanguageSummaryCheckUTF8(
      text.data(), static_cast<int>(text.size()), true, &hints, flags, languages, percents, scores,
      nullptr, &text_bytes, &reliable, &valid_bytes);
  DetectedLanguage out;
  out.tag = tag_of(summary);
  out.percent = summary == languages[0] ? percents[0] : percents[1];
  out.reliable = reliable && out.tag != "und";
  return out;
}

std::string_view beginning(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

}  // namespace

DetectedLanguage detect_language(std::string_view text, std::string_view hint) {
  // A page of text is enough when CLD2 is sure of it.
  constexpr std::size_t kPage = 3000;
  if (text.size() > kPage) {
    DetectedLanguage page = ask_cld2(beginning(text, kPage), 0, hint);
    if (page.reliable && page.percent >= 90) return page;
  }
  const std::string_view start = beginning(text, kDetectedBytes);
  // A text with enough function words of a language is in that language, whatever foreign names
  // stand in it.
  DetectedLanguage sure = ask_cld2(start, 0, hint);
  constexpr std::size_t kShort = 400;
  if (sure.reliable && start.size() >= kShort) return sure;

  const WordVote vote = vote_by_words(start, hint);
  constexpr int kClear = 18;  // one and a half words that no other language has
  if (sure.reliable && (vote.lead < 2 * kClear || vote.tag == sure.tag)) return sure;
  if (vote.lead >= kClear) return {std::string(vote.tag), 100, false};
  DetectedLanguage guess = ask_cld2(start, CLD2::kCLDFlagBestEffort, hint);
  guess.reliable = false;
  if (guess.tag != "und" && (vote.tag.empty() || vote.tag == guess.tag || vote.lead < 8))
    return guess;
  if (!vote.tag.empty() && vote.lead >= 8) return {std::string(vote.tag), 100, false};
  return guess;
}

}  // namespace twosource
