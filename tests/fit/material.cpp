#include "tests/fit/material.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/claim/extract.h"
#include "core/compare/story.h"
#include "core/document/reader.h"

namespace twosource::fit {
namespace {

std::uint32_t line_of(const Document& document, const Claim& claim) {
  if (claim.field == Field::Title) return 0;
  const auto end = document.text.begin() + claim.span.begin;
  return static_cast<std::uint32_t>(1 + std::count(document.text.begin(), end, '\n'));
}

Result<Article> read_one(const nlohmann::json& record, const ReadingTools& tools) {
  const auto document = read_article(record.dump(), "record.jsonl");
  if (!document) return document.error();
  Article out;
  out.info = document->info;
  out.claims = read_claims(*document, tools).claims;
  for (const Claim& claim : out.claims) out.lines.push_back(line_of(*document, claim));
  out.profile = profile_of(out.claims);
  return out;
}

Result<Story> read_story(const std::string& line, const ReadingTools& tools) {
  const auto record = nlohmann::json::parse(line, nullptr, false);
  if (!record.is_object() || !record.contains("articles"))
    return Error{ErrorKind::BadInput, "no story: an object with \"articles\" is wanted"};
  Story out;
  out.id = record.value("story", std::string());
  out.aligned = record.value("aligned", false);
  for (const auto& article : record["articles"]) {
    auto one = read_one(article, tools);
    if (!one) return one.error();
    out.articles.push_back(std::move(*one));
  }
  return out;
}

}  // namespace

double Material::weight(std::string_view key) const {
  const auto at = frequency.find(std::string(key));
  return key_weight(key, at == frequency.end() ? 0 : at->second, articles);
}

Result<Material> read_material(const std::vector<std::string>& files, const ReadingTools& tools) {
  Material out;
  for (const std::string& file : files) {
    std::ifstream in(file);
    if (!in) return Error{ErrorKind::NotFound, "cannot read", file};
    std::string line;
    for (std::uint32_t number = 1; std::getline(in, line); ++number) {
      if (line.empty()) continue;
      auto story = read_story(line, tools);
      if (!story) return Error{story.error().kind, story.error().message, file, number};
      out.stories.push_back(std::move(*story));
    }
  }
  for (const Story& story : out.stories) {
    for (const Article& article : story.articles) {
      ++out.articles;
      for (const auto& [key, count] : article.profile) ++out.frequency[key];
    }
  }
  return out;
}

}  // namespace twosource::fit
