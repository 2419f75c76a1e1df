// Every article is held against its story, as a check would do it, and the conflicts are kept as
// edges between claims. Groups are what conflicts connect, together with the claims that confirm
// one of their values. What stays in memory is the edges, never the articles.
#include "index/discrepancies.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

#include "core/base/hash.h"
#include "core/base/run_ordered.h"
#include "core/compare/growing.h"
#include "core/compare/verdict.h"
#include "index/evidence_search.h"
#include "index/near_copy.h"
#include "index/xapian_store.h"

namespace twosource {
namespace {

// A claim in the database, small enough to keep by the million.
struct ClaimPlace {
  std::uint32_t document = 0;
  std::uint32_t claim = 0;
  friend auto operator<=>(const ClaimPlace&, const ClaimPlace&) = default;
};

struct Edge {
  ClaimPlace a;
  ClaimPlace b;
  Relation relation = Relation::Conflicts;
  double score = 0;
  std::string article_a;  // ids, to order edges whatever the order of indexing
  std::string article_b;
};

struct Walked {
  std::vector<Edge> edges;
  std::optional<Error> error;
};

bool tells_of_values(const Evidence& evidence) {
  return evidence.relation == Relation::Conflicts || evidence.relation == Relation::Supersedes ||
         evidence.relation == Relation::Superseded ||
         (evidence.relation == Relation::Corroborates && evidence.rule.ends_with("-equal"));
}

bool passes(const EvidenceFilter& filter, const ArticleInfo& info) {
  const auto listed = [](const std::vector<std::string>& names, const std::string& name) {
    return names.empty() || std::find(names.begin(), names.end(), name) != names.end();
  };
  if (!listed(filter.outlets, info.outlet) || !listed(filter.languages, info.language))
    return false;
  if (!filter.since && !filter.until) return true;
  if (!info.published) return false;
  const Day day = info.published->day;
  return (!filter.since || day >= *filter.since) && (!filter.until || day <= *filter.until);
}

// The edges from one article to those with a larger id: each pair is met once.
Walked walk(ArticleReader& reader, EvidenceSearch& search, std::uint32_t document,
            const EvidenceFilter& filter) {
  Walked out;
  const auto article = reader.load(document);
  if (!article) {
    out.error = article.error();
    return out;
  }
  if (!passes(filter, article->info)) return out;
  const auto found = search.find(article->info, article->claims, {filter, 30});
  if (!found) {
    out.error = found.error();
    return out;
  }
  for (const EvidenceArticle& other : *found) {
    const auto place = reader.find(other.article.info.id);
    if (!place || !*place) continue;
    const bool later = article->info.id < other.article.info.id;
    for (const AlignedPair& pair : other.pairs) {
      const Evidence evidence = evidence_from(
          article->claims[pair.a],
          {other.article.info, other.article.cluster, other.article.claims[pair.b], pair});
      if (!tells_of_values(evidence)) continue;
      ClaimPlace a{document, pair.a};
      ClaimPlace b{**place, pair.b};
      Edge edge{a, b, evidence.relation, evidence.score, article->info.id, other.article.info.id};
      if (!later) {
        std::swap(edge.a, edge.b);
        std::swap(edge.article_a, edge.article_b);
      }
      out.edges.push_back(std::move(edge));
    }
  }
  return out;
}

class Groups {
 public:
  explicit Groups(std::vector<Edge> edges) : edges_(std::move(edges)) {
    std::sort(edges_.begin(), edges_.end(), [](const Edge& x, const Edge& y) {
      return std::tie(x.article_a, x.a.claim, x.article_b, x.b.claim, x.score) <
             std::tie(y.article_a, y.a.claim, y.article_b, y.b.claim, y.score);
    });
    std::set<ClaimPlace> disputed;
    for (const Edge& edge : edges_) {
      if (edge.relation != Relation::Conflicts) continue;
      disputed.insert(edge.a);
      disputed.insert(edge.b);
      double& surest = surest_[edge.a];
      surest = std::max(surest, edge.score);
      join(edge.a, edge.b);
    }
    for (const Edge& edge : edges_) {
      if (edge.relation == Relation::Conflicts) continue;
      if (disputed.contains(edge.a) || disputed.contains(edge.b)) join(edge.a, edge.b);
    }
  }

  std::vector<std::vector<ClaimPlace>> members() {
    std::map<ClaimPlace, std::vector<ClaimPlace>> by_root;
    for (const auto& [place, parent] : parent_) by_root[root(place)].push_back(place);
    std::vector<std::vector<ClaimPlace>> out;
    for (auto& [first, places] : by_root) out.push_back(std::move(places));
    return out;
  }

  // The surest conflict among the group's claims.
  double score_of(const std::vector<ClaimPlace>& group) const {
    double best = 0;
    for (const ClaimPlace& place : group) {
      const auto at = surest_.find(place);
      if (at != surest_.end()) best = std::max(best, at->second);
    }
    return best;
  }

 private:
  ClaimPlace root(ClaimPlace place) {
    const auto at = parent_.try_emplace(place, place).first;
    if (at->second == place) return place;
    const ClaimPlace out = root(at->second);
    parent_[place] = out;
    return out;
  }
  void join(ClaimPlace a, ClaimPlace b) {
    const ClaimPlace x = root(a);
    const ClaimPlace y = root(b);
    if (x != y) parent_[std::max(x, y)] = std::min(x, y);
  }

  std::vector<Edge> edges_;
  std::map<ClaimPlace, ClaimPlace> parent_;
  std::map<ClaimPlace, double> surest_;  // by the first claim of a conflict
};

bool same_figure(const Claim& a, const Claim& b) {
  if (a.timex && b.timex) return a.timex->value == b.timex->value;
  return a.value.low == b.value.low && a.value.high == b.value.high && a.value.unit == b.value.unit;
}

void sort_members(std::vector<Discrepancy::Member>& members) {
  std::sort(members.begin(), members.end(),
            [](const Discrepancy::Member& x, const Discrepancy::Member& y) {
              return std::tie(x.article.id, x.claim.id) < std::tie(y.article.id, y.claim.id);
            });
}

// "Elbkurier (2024-10-24) and 2 more have".
std::string who_has(const Discrepancy::Value& value) {
  const ArticleInfo& article = value.claims.front().article;
  const std::string name = article.outlet.empty() ? "article " + article.id : article.outlet;
  const std::string day =
      article.published ? " (" + to_iso(article.published->day) + ")" : std::string(" (undated)");
  const std::size_t others = value.claims.size() - 1;
  return name + day + (others == 0 ? " has" : " and " + std::to_string(others) + " more have");
}

std::string message_of(const Discrepancy& group) {
  std::string out;
  for (std::size_t i = 0; i < group.values.size(); ++i) {
    const Discrepancy::Value& value = group.values[i];
    out += (i == 0 ? "" : i + 1 == group.values.size() ? ", but " : ", ");
    out += who_has(value) + " \"" + shown_value(value.claims.front().claim) + "\"";
  }
  return out + ".";
}

void mark_superseded(Discrepancy& group) {
  for (Discrepancy::Value& value : group.values) {
    for (Discrepancy::Member& member : value.claims) {
      for (const Discrepancy::Value& other : group.values) {
        for (const Discrepancy::Member& rival : other.claims) {
          const ValueRelation conflict{true, Relation::Conflicts, Rule::QuantityDisjoint};
          const ValueRelation grown = with_growth({member.claim, member.article.published},
                                                  {rival.claim, rival.article.published}, conflict);
          member.superseded = member.superseded || grown.relation == Relation::Supersedes;
        }
      }
    }
  }
}

std::uint32_t voices(const Discrepancy& group) {
  std::vector<Evidence> evidence;
  for (const Discrepancy::Value& value : group.values) {
    for (const Discrepancy::Member& member : value.claims) {
      Evidence piece;
      piece.article = member.article;
      piece.primary_source = primary_source_of(member.claim);
      evidence.push_back(std::move(piece));
    }
  }
  std::vector<const Evidence*> pointers;
  for (const Evidence& piece : evidence) pointers.push_back(&piece);
  return count_independent(pointers);
}

std::size_t outlets(const Discrepancy& group) {
  std::set<std::string> names;
  for (const Discrepancy::Value& value : group.values) {
    for (const Discrepancy::Member& member : value.claims) names.insert(member.article.outlet);
  }
  return names.size();
}

std::string joined_labels(const std::vector<EntityRef>& entities) {
  std::string out;
  for (const EntityRef& entity : entities) out += (out.empty() ? "" : ", ") + entity.label;
  return out;
}

// nullopt where less than two values remain.
Result<std::optional<Discrepancy>> build(ArticleReader& reader,
                                         const std::vector<ClaimPlace>& places, double score) {
  std::vector<Discrepancy::Member> members;
  for (const ClaimPlace& place : places) {
    auto article = reader.load(place.document);
    if (!article) return article.error();
    if (place.claim >= article->claims.size()) continue;
    members.push_back({article->info, article->claims[place.claim], false});
  }
  sort_members(members);
  Discrepancy out;
  std::string ids;
  for (Discrepancy::Member& member : members) {
    ids += member.claim.id + '\n';
    const auto value =
        std::find_if(out.values.begin(), out.values.end(), [&](const Discrepancy::Value& known) {
          return same_figure(known.claims.front().claim, member.claim);
        });
    if (value != out.values.end()) {
      value->claims.push_back(std::move(member));
    } else {
      const Quantity quantity = member.claim.value;
      out.values.push_back({quantity, {std::move(member)}});
    }
  }
  if (out.values.size() < 2) return std::optional<Discrepancy>();
  std::stable_sort(out.values.begin(), out.values.end(),
                   [](const Discrepancy::Value& x, const Discrepancy::Value& y) {
                     return x.claims.size() > y.claims.size();
                   });
  const Claim& first = out.values.front().claims.front().claim;
  out.id = "d-" + hex_id(stable_hash(ids));
  out.kind = first.kind;
  out.item = first.item.text;
  out.subject = joined_labels(first.subject);
  mark_superseded(out);
  out.message = message_of(out);
  out.independent_sources = voices(out);
  out.weight = score * (1 + 0.2 * static_cast<double>(outlets(out))) + first.check_worthiness;
  return std::optional<Discrepancy>(std::move(out));
}

Result<std::vector<Edge>> all_edges(std::vector<ArticleReader>& readers,
                                    const DiscrepancyOptions& options) {
  std::vector<std::uint32_t> documents;
  const auto walked = readers.front().for_each([&](std::uint32_t document) {
    documents.push_back(document);
    return true;
  });
  if (!walked) return walked.error();
  std::vector<Edge> out;
  std::optional<Error> failure;
  std::vector<EvidenceSearch> searches;
  for (ArticleReader& reader : readers) searches.emplace_back(reader);
  std::size_t at = 0;
  run_ordered(
      static_cast<unsigned>(readers.size()),
      [&]() -> std::optional<std::uint32_t> {
        if (at == documents.size()) return std::nullopt;
        return documents[at++];
      },
      [&](std::uint32_t document, unsigned thread) {
        return walk(readers[thread], searches[thread], document, options.filter);
      },
      [&](Walked&& one) {
        if (one.error) {
          failure = one.error;
          return false;
        }
        std::move(one.edges.begin(), one.edges.end(), std::back_inserter(out));
        return true;
      });
  if (failure) return *failure;
  return out;
}

}  // namespace

Result<DiscrepancySummary> find_discrepancies(const std::string& database,
                                              const DiscrepancyOptions& options,
                                              const std::function<bool(const Discrepancy&)>& sink) {
  std::vector<ArticleReader> readers;
  for (unsigned i = 0; i < threads_for(options.jobs); ++i) {
    auto reader = ArticleReader::open(database);
    if (!reader) return reader.error();
    readers.push_back(std::move(*reader));
  }
  DiscrepancySummary summary;
  const auto size = readers.front().size();
  if (!size) return size.error();
  summary.searched = *size;
  auto edges = all_edges(readers, options);
  if (!edges) return edges.error();
  Groups groups(std::move(*edges));
  std::vector<Discrepancy> found;
  for (const auto& places : groups.members()) {
    auto group = build(readers.front(), places, groups.score_of(places));
    if (!group) return group.error();
    if (*group && outlets(**group) >= options.min_outlets) found.push_back(std::move(**group));
  }
  std::sort(found.begin(), found.end(), [](const Discrepancy& a, const Discrepancy& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.id < b.id;
  });
  for (const Discrepancy& group : found) {
    ++summary.groups;
    if (!sink(group)) break;
  }
  return summary;
}

}  // namespace twosource
