// The claims of whole articles against what was annotated by hand in corpora/claims: precision and
// recall of every field, as a table, with a floor under each. The format stands in
// corpora/README.md.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "core/text/token.h"
#include "tests/core/claim/claim_lines.h"

using namespace twosource;
namespace fs = std::filesystem;

namespace {

struct GoldClaim {
  Field field = Field::Text;
  ByteSpan span;
  std::string place, value, item, subject, when, by, modality;
};

struct GoldArticle {
  std::string name;
  Document document;
  std::vector<GoldClaim> claims;
};

std::vector<std::string> split(const std::string& text, const std::string& by) {
  std::vector<std::string> out;
  std::size_t begin = 0;
  for (std::size_t at; (at = text.find(by, begin)) != std::string::npos; begin = at + by.size()) {
    out.push_back(text.substr(begin, at - begin));
  }
  out.push_back(text.substr(begin));
  return out;
}

// The place of the words in brackets: "Rund [1.200] Haeuser" stands once in title and text.
void locate(const Document& document, GoldClaim& claim) {
  const std::size_t open = claim.place.find('[');
  const std::size_t close = claim.place.find(']');
  REQUIRE(open < close);
  const std::string inside = claim.place.substr(open + 1, close - open - 1);
  const std::string whole = claim.place.substr(0, open) + inside + claim.place.substr(close + 1);
  claim.field = document.text.find(whole) != std::string::npos ? Field::Text : Field::Title;
  const std::string& field = claim.field == Field::Text ? document.text : document.info.title;
  const std::size_t at = field.find(whole);
  REQUIRE_MESSAGE(at != std::string::npos, claim.place);
  const auto begin = static_cast<std::uint32_t>(at + open);
  claim.span = {begin, begin + static_cast<std::uint32_t>(inside.size())};
}

GoldArticle read_gold(const fs::path& path) {
  GoldArticle out;
  out.name = path.stem().string();
  std::ifstream in(path);
  out.document.info.id = out.name;
  std::string line;
  while (std::getline(in, line) && !line.empty()) {
    const std::size_t colon = line.find(": ");
    REQUIRE(colon != std::string::npos);
    const std::string key = line.substr(0, colon);
    const std::string text = line.substr(colon + 2);
    if (key == "language") out.document.info.language = text;
    if (key == "published") out.document.info.published = parse_iso(text);
    if (key == "title") out.document.info.title = text;
  }
  while (std::getline(in, line) && line != "---") out.document.text += line + "\n";
  while (std::getline(in, line)) {
    const std::vector<std::string> cells = split(line, " | ");
    CAPTURE(out.name);
    CAPTURE(line);
    REQUIRE(cells.size() == 7);
    GoldClaim claim{Field::Text, {},       cells[0], cells[1], cells[2],
                    cells[3],    cells[4], cells[5], cells[6]};
    locate(out.document, claim);
    out.claims.push_back(std::move(claim));
  }
  return out;
}

std::string value_of(const Claim& claim) {
  const auto side = [](const std::optional<Decimal>& d) { return d ? d->to_string() : ""; };
  const std::string low = side(claim.value.low);
  const std::string high = side(claim.value.high);
  if (claim.dimension == Dimension::Score) return low + ".." + high;
  return low.empty() ? high : low;
}

std::size_t words(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

bool holds(const std::string& found, const std::string& wanted) {
  return fold_word(found).find(fold_word(wanted)) != std::string::npos;
}

bool item_agrees(const Claim& claim, const std::string& gold) {
  constexpr std::size_t kMoreWords = 3;
  const std::vector<std::string> others = split(gold, "/");
  return std::any_of(others.begin(), others.end(), [&](const std::string& wanted) {
    return holds(claim.item.text, wanted) && words(claim.item.text) <= words(wanted) + kMoreWords;
  });
}

// "org:government-it" for "country:IT": the government, army or parliament of a state is the state.
bool stands_for_state(const std::string& id, const std::string& gold) {
  if (id.rfind("org:", 0) != 0 || gold.rfind("country:", 0) != 0) return false;
  return id.ends_with('-' + fold_word(gold.substr(gold.find(':') + 1)));
}

bool subject_agrees(const Claim& claim, const std::string& gold) {
  return std::any_of(claim.subject.begin(), claim.subject.end(), [&](const EntityRef& ref) {
    return ref.id == gold || stands_for_state(ref.id, gold) || holds(ref.label, gold);
  });
}

bool when_agrees(const Claim& claim, const std::string& gold) {
  if (!claim.when) return false;
  const std::vector<std::string> ends = split(gold, "..");
  const std::string from = to_iso(claim.when->from);
  const std::string to = to_iso(claim.when->to);
  return from.rfind(ends.front(), 0) == 0 && to.rfind(ends.back(), 0) == 0;
}

bool chain_agrees(const Claim& claim, const std::string& gold) {
  const std::vector<std::string> links = split(gold, " < ");
  if (links.size() != claim.attribution.size()) return false;
  for (std::size_t i = 0; i < links.size(); ++i) {
    const AttributionLink& link = claim.attribution[i];
    if (link.id != links[i] && !holds(link.text, links[i])) return false;
  }
  return true;
}

struct Count {
  int gold = 0;
  int found = 0;
  int right = 0;
  double f1() const { return gold + found == 0 ? 1 : 2.0 * right / (gold + found); }
};
using Table = std::map<std::string, Count>;

// One field of one gold claim: "?" is not scored, "-" says that there is none.
template <typename Agrees>
void score(Count& count, const std::string& gold, bool given, Agrees agrees,
           const std::string& what, std::string& misses) {
  if (gold == "?") return;
  if (gold != "-") ++count.gold;
  if (given) ++count.found;
  const bool right = gold != "-" && given && agrees();
  if (right) ++count.right;
  if (!right && (gold != "-" || given)) misses += what;
}

void score_fields(const GoldClaim& gold, const Claim* claim, Table& table, std::string& misses) {
  const auto miss = [&](const char* field, const std::string& wanted) {
    return "\n  " + std::string(field) + ": " + gold.place + " wants " + wanted + " in " +
           (claim == nullptr ? "nothing" : test::line_of(*claim));
  };
  static const Claim kNone;
  const Claim& c = claim == nullptr ? kNone : *claim;
  score(
      table["item"], gold.item, !c.item.text.empty(), [&] { return item_agrees(c, gold.item); },
      miss("item", gold.item), misses);
  score(
      table["subject"], gold.subject, !c.subject.empty(),
      [&] { return subject_agrees(c, gold.subject); }, miss("subject", gold.subject), misses);
  score(
      table["time"], gold.when, c.when.has_value(), [&] { return when_agrees(c, gold.when); },
      miss("time", gold.when), misses);
  score(
      table["attribution"], gold.by, !c.attribution.empty(),
      [&] { return chain_agrees(c, gold.by); }, miss("attribution", gold.by), misses);
  score(
      table["modality"], gold.modality, claim != nullptr,
      [&] { return name_of(c.modality) == gold.modality; }, miss("modality", gold.modality),
      misses);
}

void score_article(const GoldArticle& article, Table& table, std::string& misses) {
  const Reading reading = read_claims(article.document, Languages::embedded());
  std::vector<const Claim*> figures;
  for (const Claim& claim : reading.claims) {
    if (claim.has_value() && claim.kind != ClaimKind::Date && claim.kind != ClaimKind::Event &&
        claim.dimension != Dimension::Name) {
      figures.push_back(&claim);
    }
  }
  Count& values = table["value"];
  values.found += static_cast<int>(figures.size());
  std::vector<bool> used(figures.size(), false);
  for (const GoldClaim& gold : article.claims) {
    ++values.gold;
    const Claim* match = nullptr;
    for (std::size_t i = 0; i < figures.size(); ++i) {
      const Claim& claim = *figures[i];
      if (used[i] || claim.field != gold.field || !claim.span.overlaps(gold.span)) continue;
      if (value_of(claim) != gold.value) continue;
      match = &claim;
      used[i] = true;
      break;
    }
    if (match != nullptr) {
      ++values.right;
    } else {
      misses += "\n  value: " + gold.place + " wants " + gold.value;
    }
    score_fields(gold, match, table, misses);
  }
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (!used[i]) misses += "\n  value: not in gold: " + test::line_of(*figures[i]);
  }
}

// The floors hold what is reached; raise them with every step.
struct Floor {
  const char* language;
  std::size_t articles;
  std::map<std::string, double> f1;
};

}  // namespace

TEST_CASE("the claims of whole articles agree with what was annotated by hand") {
  const fs::path folder = fs::path(TWOSOURCE_SOURCE_DIR) / "corpora" / "claims";
  std::map<std::string, std::vector<fs::path>> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".txt") continue;
    files[entry.path().stem().string().substr(0, 2)].push_back(entry.path());
  }
  const Floor floors[] = {
      {"de",
       20,
       {{"value", 0.99},
        {"item", 0.97},
        {"subject", 0.89},
        {"time", 0.93},
        {"attribution", 0.94},
        {"modality", 0.99}}},
      {"en",
       20,
       {{"value", 0.985},
        {"item", 0.94},
        {"subject", 0.91},
        {"time", 0.98},
        {"attribution", 0.95},
        {"modality", 0.99}}},
      {"fr",
       5,
       {{"value", 0.99},
        {"item", 0.87},
        {"subject", 0.93},
        {"time", 0.87},
        {"attribution", 0.87},
        {"modality", 0.91}}},
      {"es",
       5,
       {{"value", 0.98},
        {"item", 0.93},
        {"subject", 0.99},
        {"time", 0.87},
        {"attribution", 0.95},
        {"modality", 0.97}}},
      {"it",
       5,
       {{"value", 0.98},
        {"item", 0.89},
        {"subject", 0.82},
        {"time", 0.99},
        {"attribution", 0.91},
        {"modality", 0.99}}},
      {"nl",
       5,
       {{"value", 0.96},
        {"item", 0.88},
        {"subject", 0.92},
        {"time", 0.99},
        {"attribution", 0.91},
        {"modality", 0.9}}},
      {"pt",
       5,
       {{"value", 0.97},
        {"item", 0.91},
        {"subject", 0.99},
        {"time", 0.99},
        {"attribution", 0.78},
        {"modality", 0.87}}},
      {"pl",
       5,
       {{"value", 0.99},
        {"item", 0.87},
        {"subject", 0.99},
        {"time", 0.95},
        {"attribution", 0.9},
        {"modality", 0.92}}},
      {"cs",
       5,
       {{"value", 0.98},
        {"item", 0.92},
        {"subject", 0.9},
        {"time", 0.99},
        {"attribution", 0.86},
        {"modality", 0.94}}},
      {"ru",
       5,
       {{"value", 0.98},
        {"item", 0.96},
        {"subject", 0.99},
        {"time", 0.99},
        {"attribution", 0.99},
        {"modality", 0.97}}},
      {"uk",
       5,
       {{"value", 0.98},
        {"item", 0.86},
        {"subject", 0.92},
        {"time", 0.99},
        {"attribution", 0.92},
        {"modality", 0.98}}},
      {"sv",
       5,
       {{"value", 0.99},
        {"item", 0.92},
        {"subject", 0.99},
        {"time", 0.93},
        {"attribution", 0.93},
        {"modality", 0.99}}},
  };
  for (const Floor& floor : floors) {
    auto& paths = files[floor.language];
    std::sort(paths.begin(), paths.end());
    REQUIRE(paths.size() >= floor.articles);
    Table table;
    std::string misses;
    for (const fs::path& path : paths) {
      misses += "\n" + path.stem().string();
      score_article(read_gold(path), table, misses);
    }
    for (const auto& [field, count] : table) {
      std::printf("gold %s %-12s precision %.3f recall %.3f F1 %.3f (%d)\n", floor.language,
                  field.c_str(), count.found == 0 ? 1 : double(count.right) / count.found,
                  count.gold == 0 ? 1 : double(count.right) / count.gold, count.f1(), count.gold);
    }
    if (std::getenv("TWOSOURCE_SHOW_MISSES") != nullptr) std::printf("%s\n", misses.c_str());
    for (const auto& wanted : floor.f1) {
      CAPTURE(std::string(floor.language) + " " + wanted.first + misses);
      CHECK(table[wanted.first].f1() >= wanted.second);
    }
  }
}
