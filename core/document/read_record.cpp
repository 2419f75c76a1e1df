#include <algorithm>
#include <array>

#include "core/document/readers.h"

namespace twosource {
namespace {

using Kind = JsonItem::Kind;

// A scalar member of our record: a string, or for ids and dates a number as it is written.
struct MemberText {
  std::string value;
  std::optional<Error> error;
};

MemberText text_member(const JsonTape& tape, std::size_t object, std::string_view key,
                       const SourceText& source) {
  const JsonItem* item = tape.member(object, key);
  if (item == nullptr || item->kind == Kind::Null) return {};
  if (item->kind == Kind::String) return {tape.string(*item), std::nullopt};
  if (item->kind == Kind::Number && key == "id")
    return {std::string(tape.raw(*item)), std::nullopt};
  return {{}, error_at(source, item->begin, "'" + std::string(key) + "' is not a string")};
}

bool is_text(const JsonItem* item) {
  return item != nullptr && item->kind == Kind::String;
}

// A string, the first string of a list, or the name of an object.
std::string loose_text(const JsonTape& tape, const JsonItem* item) {
  for (int depth = 0; item != nullptr && depth < 4; ++depth) {
    if (item->kind == Kind::String) return tape.string(*item);
    const std::size_t index = tape.index_of(*item);
    if (item->kind == Kind::List) {
      item = item->after > index + 1 ? &tape.items()[index + 1] : nullptr;
    } else if (item->kind == Kind::Object) {
      const JsonItem* name = tape.member(index, "name");
      if (name == nullptr) name = tape.member(index, "@id");
      if (name == nullptr) name = tape.member(index, "alternateName");
      item = name;
    } else {
      return {};
    }
  }
  return {};
}

// "NewsArticle", "ReportageNewsArticle", "BlogPosting", ["Article", ...].
bool names_article(std::string_view type) {
  const std::size_t slash = type.rfind('/');
  if (slash != std::string_view::npos) type.remove_prefix(slash + 1);
  constexpr std::string_view kEnd = "Article";
  return (type.size() >= kEnd.size() && type.substr(type.size() - kEnd.size()) == kEnd) ||
         type == "BlogPosting" || type == "LiveBlogPosting" || type == "Report";
}

bool is_article(const JsonTape& tape, std::size_t object) {
  const JsonItem* type = tape.member(object, "@type");
  if (type == nullptr) return false;
  if (type->kind == Kind::String) return names_article(tape.string(*type));
  if (type->kind != Kind::List) return false;
  for (std::size_t at = tape.index_of(*type) + 1; at < type->after; at = tape.items()[at].after) {
    if (tape.items()[at].kind == Kind::String && names_article(tape.string(tape.items()[at])))
      return true;
  }
  return false;
}

Result<Draft> own_record(const JsonTape& tape, std::size_t object, const SourceText& source) {
  Draft draft;
  const std::array<std::pair<std::string_view, std::string*>, 6> members = {{
      {"id", &draft.id},
      {"outlet", &draft.outlet},
      {"published", &draft.published},
      {"language", &draft.language},
      {"url", &draft.url},
      {"agency", &draft.agency},
  }};
  for (const auto& [key, target] : members) {
    MemberText member = text_member(tape, object, key, source);
    if (member.error) return *member.error;
    *target = std::move(member.value);
  }
  const JsonItem* title = tape.member(object, "title");
  if (is_text(title)) {
    tape.unescape(*title, source.offset, draft.title);
  } else if (title != nullptr && title->kind != Kind::Null) {
    return error_at(source, title->begin, "'title' is not a string");
  }
  tape.unescape(*tape.member(object, "text"), source.offset, draft.text);
  return draft;
}

Result<Draft> schema_record(const JsonTape& tape, std::size_t object, const SourceText& source) {
  Draft draft;
  ArticleFacts facts = article_facts(tape, object);
  draft.id = loose_text(tape, tape.member(object, "identifier"));
  draft.outlet = std::move(facts.outlet);
  draft.published = std::move(facts.published);
  draft.language = std::move(facts.language);
  draft.url = std::move(facts.url);
  const JsonItem* headline = tape.member(object, "headline");
  if (!is_text(headline)) headline = tape.member(object, "name");
  if (is_text(headline)) tape.unescape(*headline, source.offset, draft.title);
  tape.unescape(*tape.member(object, "articleBody"), source.offset, draft.text);
  return draft;
}

}  // namespace

std::optional<std::size_t> find_article(const JsonTape& tape) {
  // Items stand in the order of the text, so a walk over all of them finds the outermost first.
  std::optional<std::size_t> found;
  for (std::size_t at = 0; at < tape.items().size(); ++at) {
    if (tape.items()[at].kind != Kind::Object || !is_article(tape, at)) continue;
    if (is_text(tape.member(at, "articleBody")) || is_text(tape.member(at, "headline"))) return at;
    if (!found) found = at;
  }
  return found;
}

ArticleFacts article_facts(const JsonTape& tape, std::size_t object) {
  const auto first = [&](std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys) {
      std::string value = loose_text(tape, tape.member(object, key));
      if (!value.empty()) return value;
    }
    return std::string();
  };
  ArticleFacts facts;
  facts.headline = first({"headline", "name", "alternativeHeadline"});
  facts.outlet = first({"publisher", "sourceOrganization", "provider"});
  facts.published = first({"datePublished", "dateCreated", "dateModified"});
  facts.url = first({"url", "mainEntityOfPage", "@id"});
  if (facts.url.find("://") == std::string::npos) facts.url.clear();
  // A language is a tag or an object {"name": "German", "alternateName": "de"}.
  const JsonItem* language = tape.member(object, "inLanguage");
  if (language != nullptr && language->kind == Kind::Object) {
    facts.language = loose_text(tape, tape.member(tape.index_of(*language), "alternateName"));
  } else {
    facts.language = loose_text(tape, language);
  }
  return facts;
}

Result<Draft> read_record(const JsonTape& tape, std::size_t object, const SourceText& source) {
  const JsonItem& record = tape.items()[object];
  if (record.kind != Kind::Object) {
    return error_at(source, record.begin,
                    "expected an article record {\"text\": ...}, found something else");
  }
  const JsonItem* text = tape.member(object, "text");
  if (is_text(text)) return own_record(tape, object, source);
  const JsonItem* body = tape.member(object, "articleBody");
  if (is_text(body)) return schema_record(tape, object, source);
  if (text != nullptr || body != nullptr) {
    return error_at(source, (text != nullptr ? text : body)->begin,
                    text != nullptr ? "'text' is not a string" : "'articleBody' is not a string");
  }
  return error_at(source, record.begin,
                  "the record has no 'text' (nor schema.org's 'articleBody')");
}

}  // namespace twosource
