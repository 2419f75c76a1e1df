// Loads dates.json: words become entries of one table by their first token, shapes become small
// trees.
#include "core/lang/dates_data.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/lang/phrase_lexicon.h"

namespace twosource {
namespace {

struct KindName {
  std::string_view name;
  DateWordKind kind;
};

// What "is" may say of a word. The kinds behind it are read from digits and only stand in shapes.
constexpr std::array kWordKinds = {
    KindName{"month", DateWordKind::Month},
    KindName{"weekday", DateWordKind::Weekday},
    KindName{"season", DateWordKind::Season},
    KindName{"unit", DateWordKind::Unit},
    KindName{"units", DateWordKind::Units},
    KindName{"half", DateWordKind::Half},
    KindName{"shift", DateWordKind::Shift},
    KindName{"past", DateWordKind::Past},
    KindName{"future", DateWordKind::Future},
    KindName{"edge", DateWordKind::Edge},
    KindName{"daypart", DateWordKind::Daypart},
    KindName{"deictic", DateWordKind::Deictic},
    KindName{"deictic_noun", DateWordKind::DeicticNoun},
    KindName{"nothing", DateWordKind::Nothing},
    KindName{"ref", DateWordKind::Ref},
    KindName{"vague", DateWordKind::Vague},
    KindName{"each", DateWordKind::Each},
    KindName{"set", DateWordKind::Set},
    KindName{"duration", DateWordKind::Duration},
    KindName{"holiday", DateWordKind::Holiday},
    KindName{"decade", DateWordKind::Decade},
    KindName{"clock", DateWordKind::Clock},
    KindName{"hour_mark", DateWordKind::HourMark},
    KindName{"half_day", DateWordKind::HalfDay},
    KindName{"zone", DateWordKind::Zone},
    KindName{"ago", DateWordKind::Ago},
    KindName{"later", DateWordKind::Later},
    KindName{"amount", DateWordKind::Amount},
    KindName{"ordinal", DateWordKind::Ordinal},
    KindName{"frequency", DateWordKind::Frequency},
    KindName{"era", DateWordKind::Era},
    KindName{"era_start", DateWordKind::EraStart},
};

constexpr std::array kDigitKinds = {
    KindName{"day", DateWordKind::DayNumber},
    KindName{"day_ordinal", DateWordKind::DayOrdinal},
    KindName{"year", DateWordKind::Year},
    KindName{"short_year", DateWordKind::ShortYear},
    KindName{"decade_year", DateWordKind::DecadeYear},
    KindName{"number", DateWordKind::Number},
    KindName{"hour", DateWordKind::Hour},
    KindName{"minute", DateWordKind::Minute},
    KindName{"numeric", DateWordKind::Numeric},
    KindName{"numeric_time", DateWordKind::NumericTime},
};

constexpr std::size_t kKinds = static_cast<std::size_t>(DateWordKind::Literal) + 1;

template <typename Table>
std::optional<DateWordKind> kind_named(const Table& table, std::string_view name) {
  for (const KindName& row : table) {
    if (row.name == name) return row.kind;
  }
  return std::nullopt;
}

void add_word(DatesData& data, const std::string& form, DateWord word) {
  std::vector<std::string> tokens = folded_words(form);
  if (tokens.empty()) return;
  word.rest.assign(tokens.begin() + 1, tokens.end());
  data.words[tokens.front()].push_back(std::move(word));
}

// Reads the notation of shapes: kinds, 'literals', [optional], (choice | choice), (...)* and
// ~context; $name stands for a group of the file.
struct ShapeNode {
  enum class Op : std::uint8_t { Kind, Sequence, Choice, Optional, Repeat };
  Op op = Op::Kind;
  DateWordKind kind = DateWordKind::Literal;
  std::uint16_t literal = 0;
  bool context = false;
  std::vector<ShapeNode> parts;
};

class ShapeParser {
 public:
  ShapeParser(JsonReader& json, DatesData& data, const JsonNode& groups)
      : json_(json), data_(data), groups_(groups) {}

  ShapeNode parse(const JsonNode& at, std::string_view text) {
    at_ = &at;
    text_ = text;
    pos_ = 0;
    ShapeNode node = choice();
    skip();
    if (pos_ != text_.size()) fail("unexpected '" + std::string(text_.substr(pos_, 10)) + "'");
    return node;
  }

 private:
  void fail(const std::string& message) {
    if (!failed_) json_.fail(*at_, "shape '" + std::string(text_) + "': " + message);
    failed_ = true;
    pos_ = text_.size();
  }
  void skip() {
    while (pos_ < text_.size() && text_[pos_] == ' ') ++pos_;
  }
  bool take(char c) {
    skip();
    if (pos_ >= text_.size() || text_[pos_] != c) return false;
    ++pos_;
    return true;
  }

  ShapeNode choice() {
    ShapeNode out{.op = ShapeNode::Op::Choice, .parts = {}};
    do out.parts.push_back(sequence());
    while (take('|'));
    if (out.parts.size() == 1) return std::move(out.parts.front());
    return out;
  }

  ShapeNode sequence() {
    ShapeNode out{.op = ShapeNode::Op::Sequence, .parts = {}};
    for (skip();
         pos_ < text_.size() && text_[pos_] != ']' && text_[pos_] != ')' && text_[pos_] != '|';
         skip()) {
      out.parts.push_back(element());
    }
    if (out.parts.empty()) fail("an empty part");
    if (out.parts.size() == 1) return std::move(out.parts.front());
    return out;
  }

  ShapeNode element() {
    if (take('~')) {
      ShapeNode inner = element();
      mark_context(inner);
      return inner;
    }
    if (take('[')) return group(ShapeNode::Op::Optional, ']');
    if (take('(')) {
      ShapeNode inner = group(ShapeNode::Op::Sequence, ')');
      if (take('*')) inner.op = ShapeNode::Op::Repeat;
      return inner;
    }
    if (take('\'')) return literal('\'');
    if (take('"')) return literal('"');
    if (take('$')) return named_group();
    return kind();
  }

  ShapeNode group(ShapeNode::Op op, char close) {
    ShapeNode out{.op = op, .parts = {}};
    out.parts.push_back(choice());
    if (!take(close)) fail("a bracket is not closed");
    return out;
  }

  std::string_view name() {
    const std::size_t begin = pos_;
    while (pos_ < text_.size() &&
           ((text_[pos_] >= 'a' && text_[pos_] <= 'z') || text_[pos_] == '_'))
      ++pos_;
    return text_.substr(begin, pos_ - begin);
  }

  ShapeNode literal(char quote) {
    const std::size_t end = text_.find(quote, pos_);
    if (end == std::string_view::npos) {
      fail("a quote is not closed");
      return {.parts = {}};
    }
    const std::string form(text_.substr(pos_, end - pos_));
    pos_ = end + 1;
    json_.check_form(*at_, form);
    const auto [it, fresh] =
        data_.literals.try_emplace(form, static_cast<std::uint16_t>(data_.literals.size()));
    if (fresh)
      add_word(data_, form,
               {.kind = DateWordKind::Literal, .code = {}, .rest = {}, .literal = it->second});
    return {.kind = DateWordKind::Literal, .literal = it->second, .parts = {}};
  }

  ShapeNode named_group() {
    const std::string group_name(name());
    const JsonNode* found = groups_.find(group_name);
    if (found == nullptr || !found->is(JsonNode::Kind::String) || depth_ > 4) {
      fail("no group '" + group_name + "'");
      return {.parts = {}};
    }
    const std::string_view outer_text = text_;
    const std::size_t outer_pos = pos_;
    ++depth_;
    ShapeNode out = parse(*at_, found->text);
    --depth_;
    text_ = outer_text;
    pos_ = failed_ ? text_.size() : outer_pos;
    return out;
  }

  ShapeNode kind() {
    const std::string_view word = name();
    auto found = kind_named(kWordKinds, word);
    if (!found) found = kind_named(kDigitKinds, word);
    if (!found) fail("no kind '" + std::string(word) + "'");
    return {.kind = found.value_or(DateWordKind::Literal), .parts = {}};
  }

  static void mark_context(ShapeNode& node) {
    node.context = true;
    for (ShapeNode& part : node.parts) mark_context(part);
  }

  JsonReader& json_;
  DatesData& data_;
  const JsonNode& groups_;
  const JsonNode* at_ = nullptr;
  std::string_view text_;
  std::size_t pos_ = 0;
  int depth_ = 0;
  bool failed_ = false;
};

// Notes the kinds a shape can begin with; true when it can be empty.
bool first_kinds(const ShapeNode& node, std::array<bool, kKinds>& out,
                 std::vector<std::uint16_t>& literals) {
  switch (node.op) {
    case ShapeNode::Op::Kind:
      if (node.kind == DateWordKind::Literal) {
        literals.push_back(node.literal);
      } else {
        out.at(static_cast<std::size_t>(node.kind)) = true;
      }
      return false;
    case ShapeNode::Op::Sequence:
      for (const ShapeNode& part : node.parts) {
        if (!first_kinds(part, out, literals)) return false;
      }
      return true;
    case ShapeNode::Op::Choice: {
      bool empty = false;
      for (const ShapeNode& part : node.parts) empty = first_kinds(part, out, literals) || empty;
      return empty;
    }
    case ShapeNode::Op::Optional:
    case ShapeNode::Op::Repeat:
      first_kinds(node.parts.front(), out, literals);
      return true;
  }
  return true;
}

void compile(const ShapeNode& node, std::vector<ShapeStep>& out) {
  const auto here = [&] { return static_cast<std::uint16_t>(out.size()); };
  switch (node.op) {
    case ShapeNode::Op::Kind:
      out.push_back({.kind = node.kind, .context = node.context, .literal = node.literal});
      return;
    case ShapeNode::Op::Sequence:
      for (const ShapeNode& part : node.parts) compile(part, out);
      return;
    case ShapeNode::Op::Choice: {
      std::vector<std::size_t> ends;
      for (std::size_t i = 0; i < node.parts.size(); ++i) {
        const std::size_t split = out.size();
        const bool last = i + 1 == node.parts.size();
        if (!last)
          out.push_back(
              {.op = ShapeStep::Op::Split, .next = static_cast<std::uint16_t>(split + 1)});
        compile(node.parts[i], out);
        if (last) continue;
        ends.push_back(out.size());
        out.push_back({.op = ShapeStep::Op::Jump});
        out[split].other = here();
      }
      for (const std::size_t end : ends) out[end].next = here();
      return;
    }
    case ShapeNode::Op::Optional:
    case ShapeNode::Op::Repeat: {
      const std::uint16_t split = here();
      out.push_back({.op = ShapeStep::Op::Split, .next = static_cast<std::uint16_t>(split + 1)});
      compile(node.parts.front(), out);
      if (node.op == ShapeNode::Op::Repeat)
        out.push_back({.op = ShapeStep::Op::Jump, .next = split});
      out[split].other = here();
      return;
    }
  }
}

void load_words(JsonReader& json, const JsonNode& root, DatesData& data) {
  for (const JsonNode& row : json.list(root, "words")) {
    json.only(row, {"is", "value", "code", "forms", "loose", "capitalised", "modal"});
    DateWord word;
    const std::string is = json.text(row, "is");
    const auto kind = kind_named(kWordKinds, is);
    if (!kind) json.fail(row, "no kind of word '" + is + "'");
    word.kind = kind.value_or(DateWordKind::Literal);
    word.value = static_cast<int>(json.integer(row, "value", 0));
    word.code = json.text(row, "code", false);
    word.loose = json.boolean(row, "loose");
    word.capitalised = json.boolean(row, "capitalised");
    word.modal = json.boolean(row, "modal");
    for (const std::string& form : json.texts(row, "forms", true)) {
      json.check_form(row, form);
      const std::vector<std::string> tokens = folded_words(form);
      const auto* known = tokens.empty() ? nullptr : data.words.find(tokens.front());
      if (known != nullptr) {
        for (const DateWord& other : *known) {
          if (other.kind == word.kind &&
              std::equal(other.rest.begin(), other.rest.end(), tokens.begin() + 1, tokens.end())) {
            json.fail(row, "'" + form + "' is already of the kind '" + is + "'");
          }
        }
      }
      add_word(data, form, word);
    }
  }
}

// "Donnerstagabend": every weekday with every part of the day, written together.
void join_compounds(const JsonNode& root, JsonReader& json, DatesData& data) {
  if (!json.boolean(root, "weekday_daypart_compounds")) return;
  std::vector<std::pair<std::string, DateWord>> joined;
  for (const auto& [weekday, days] : data.words) {
    for (const DateWord& day : days) {
      if (day.kind != DateWordKind::Weekday || !day.rest.empty()) continue;
      for (const auto& [part, parts] : data.words) {
        for (const DateWord& time : parts) {
          if (time.kind != DateWordKind::Daypart || !time.rest.empty()) continue;
          joined.emplace_back(weekday + part, DateWord{.kind = DateWordKind::Weekday,
                                                       .value = day.value,
                                                       .code = time.code,
                                                       .rest = {}});
        }
      }
    }
  }
  std::sort(joined.begin(), joined.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto& [form, word] : joined) data.words[form].push_back(std::move(word));
}

void load_shapes(JsonReader& json, const JsonNode& root, DatesData& data) {
  static constexpr std::array<std::pair<std::string_view, DateMake>, 6> kMakes = {{
      {"date", DateMake::Date},
      {"time", DateMake::Time},
      {"duration", DateMake::Duration},
      {"set", DateMake::Set},
      {"anchored", DateMake::Anchored},
      {"nothing", DateMake::Nothing},
  }};
  const JsonNode& groups = json.object(root, "groups");
  for (const JsonNode& row : json.list(root, "shapes")) {
    json.only(row, {"make", "shape", "direction", "exact", "stop", "not_past"});
    DateShape shape;
    const std::string make = json.text(row, "make");
    const auto* found =
        std::find_if(kMakes.begin(), kMakes.end(), [&](const auto& m) { return m.first == make; });
    if (found == kMakes.end()) {
      json.fail(row, "a shape cannot make '" + make + "'");
      continue;
    }
    shape.make = found->second;
    shape.text = json.text(row, "shape");
    shape.exact = json.boolean(row, "exact");
    shape.stop = json.boolean(row, "stop");
    shape.not_past = json.boolean(row, "not_past");
    shape.direction = static_cast<int>(json.integer(row, "direction", 0));
    const ShapeNode tree = ShapeParser(json, data, groups).parse(row, shape.text);
    compile(tree, shape.program);
    shape.program.push_back({.op = ShapeStep::Op::Done});
    std::array<bool, kKinds> first{};
    std::vector<std::uint16_t> literals;
    if (first_kinds(tree, first, literals)) json.fail(row, "a shape must not match nothing");
    for (std::size_t kind = 0; kind < kKinds; ++kind) {
      if (first.at(kind))
        data.shapes_by_kind[kind].push_back(static_cast<std::uint16_t>(data.shapes.size()));
    }
    data.shapes_by_literal.resize(data.literals.size());
    std::sort(literals.begin(), literals.end());
    literals.erase(std::unique(literals.begin(), literals.end()), literals.end());
    for (const std::uint16_t literal : literals) {
      data.shapes_by_literal[literal].push_back(static_cast<std::uint16_t>(data.shapes.size()));
    }
    data.shapes.push_back(std::move(shape));
  }
}

FormSet folded_set(JsonReader& json, const JsonNode& object, std::string_view key) {
  FormSet out;
  for (const std::string& form : json.texts(object, key)) {
    json.check_form(object, form);
    if (!out.insert(fold_word(form)).second)
      json.fail(object, "'" + form + "' stands twice in '" + std::string(key) + "'");
  }
  return out;
}

void load_tense(JsonReader& json, const JsonNode& root, TenseWords& tense) {
  const JsonNode& object = json.object(root, "tense");
  json.only(object, {"past", "present", "future", "past_endings", "participle_prefixes",
                     "participle_endings"});
  const auto add = [&](std::string_view key, std::int8_t side) {
    for (const std::string& form : json.texts(object, key)) {
      json.check_form(object, form);
      tense.filter.add(fold_word(form));
      if (!tense.words.emplace(fold_word(form), side).second)
        json.fail(object, "'" + form + "' stands twice");
    }
  };
  add("past", -1);
  add("present", 0);
  add("future", 1);
  tense.past_endings = json.texts(object, "past_endings");
  tense.past_prefixes = json.texts(object, "participle_prefixes");
  tense.participle_endings = json.texts(object, "participle_endings");
}

void load_year_rules(JsonReader& json, const JsonNode& root, YearRules& year) {
  const JsonNode& object = json.object(root, "year");
  json.only(object, {"prefixes", "before", "not_before", "not_after", "counted_endings",
                     "not_counted", "nouns_capitalised"});
  year.before = folded_set(json, object, "before");
  year.prefixes = folded_set(json, object, "prefixes");
  year.not_before = folded_set(json, object, "not_before");
  year.not_after = folded_set(json, object, "not_after");
  year.counted_endings = json.texts(object, "counted_endings");
  year.not_counted = folded_set(json, object, "not_counted");
  year.nouns_capitalised = json.boolean(object, "nouns_capitalised");
}

}  // namespace

DatesData load_dates(JsonReader& json, const JsonNode& root) {
  json.only(root, {"numeric_order", "ordinal_marks", "decade_marks", "roman_ordinals",
                   "weekday_daypart_compounds", "endings", "words", "groups", "shapes", "anchors",
                   "tense", "year"});
  DatesData data;
  data.present = true;
  data.shapes_by_kind.resize(kKinds);
  json.read_endings(root);
  data.numeric_order = json.text(root, "numeric_order");
  if (data.numeric_order != "dmy" && data.numeric_order != "mdy" && data.numeric_order != "ymd") {
    json.fail(root, "'numeric_order' must be dmy, mdy or ymd");
  }
  data.ordinal_marks = json.texts(root, "ordinal_marks");
  data.decade_marks = json.texts(root, "decade_marks");
  data.roman_ordinals = json.boolean(root, "roman_ordinals");
  load_words(json, root, data);
  join_compounds(root, json, data);
  load_shapes(json, root, data);
  const JsonNode& anchors = json.object(root, "anchors");
  json.only(anchors, {"back", "ahead"});
  for (const std::string& form : json.texts(anchors, "back"))
    data.anchors.emplace(fold_word(form), -1);
  for (const std::string& form : json.texts(anchors, "ahead"))
    data.anchors.emplace(fold_word(form), 1);
  load_tense(json, root, data.tense);
  load_year_rules(json, root, data.year);
  return data;
}

}  // namespace twosource
