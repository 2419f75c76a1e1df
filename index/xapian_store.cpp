#include "index/xapian_store.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>

#include "index/article_codec.h"
#include "index/database_error.h"
#include "index/index_article.h"
#include "index/schema.h"

namespace twosource {
namespace {

constexpr int kReopenTries = 8;

Error at(const std::string& database, ErrorKind kind, std::string message) {
  Error out;
  out.kind = kind;
  out.message = std::move(message);
  out.file = database;
  return out;
}

// Refuses what is a Xapian database but not ours, or of another format. An empty database without
// the key is one that a writer has made and not yet filled.
Result<void> check_format(const Xapian::Database& database, const std::string& name) {
  const std::string format = database.get_metadata(std::string(schema::kFormatKey));
  if (format.empty()) {
    if (database.get_doccount() == 0) return {};
    return at(name, ErrorKind::Database,
              "this is a Xapian database, but not one of twosource; name another directory");
  }
  const int found = std::atoi(format.c_str());
  if (found == schema::kFormat) return {};
  const std::string what = "the database has format " + format + ", this version reads " +
                           std::to_string(schema::kFormat) + "; ";
  return at(name, ErrorKind::Database,
            what + (found > schema::kFormat ? "use a newer twosource"
                                            : "index the articles again into a new one"));
}

// A directory with files of somebody else must not become a database.
Result<void> check_directory(const std::string& name) {
  std::error_code failed;
  const auto status = std::filesystem::status(name, failed);
  if (!std::filesystem::exists(status)) return {};
  if (!std::filesystem::is_directory(status)) return {};  // a stub file: Xapian's business
  if (std::filesystem::is_empty(name, failed)) return {};
  if (failed) return at(name, ErrorKind::Unreadable, "cannot read: " + failed.message());
  for (const char* mark : {"iamglass", "iamhoney", "XAPIANDB"}) {
    if (std::filesystem::exists(std::filesystem::path(name) / mark, failed)) return {};
  }
  return at(name, ErrorKind::Database,
            "the directory is not empty and holds no database; name another one");
}

Xapian::Query any_of(const std::vector<std::string>& names, std::string (*term)(std::string_view)) {
  std::vector<Xapian::Query> parts;
  for (const std::string& name : names) parts.emplace_back(term(name));
  return {Xapian::Query::OP_OR, parts.begin(), parts.end()};
}

Xapian::Query days(const std::optional<Day>& from, const std::optional<Day>& to) {
  return {Xapian::Query::OP_VALUE_RANGE, schema::kDaySlot,
          from ? schema::day_value(*from) : std::string(1, '\0'),
          to ? schema::day_value(*to) : std::string(4, '\xFF')};
}

// nullopt: everything passes.
std::optional<Xapian::Query> filter_query(const EvidenceFilter& filter) {
  std::optional<Xapian::Query> out;
  const auto narrow = [&](const Xapian::Query& by) {
    out = out ? Xapian::Query(Xapian::Query::OP_FILTER, *out, by) : by;
  };
  if (!filter.outlets.empty()) narrow(any_of(filter.outlets, schema::outlet_term));
  if (!filter.languages.empty()) narrow(any_of(filter.languages, schema::language_term));
  if (filter.since || filter.until) narrow(days(filter.since, filter.until));
  return out;
}

Xapian::Query without_terms(const Xapian::Query& query, const std::vector<std::string>& terms) {
  if (terms.empty()) return query;
  const Xapian::Query left_out(Xapian::Query::OP_OR, terms.begin(), terms.end());
  return {Xapian::Query::OP_AND_NOT, query, left_out};
}

Xapian::Query article_query(const ArticleQuery& wanted) {
  Xapian::Query query(Xapian::Query::OP_OR, wanted.terms.begin(), wanted.terms.end());
  if (const auto filter = filter_query(wanted.filter))
    query = Xapian::Query(Xapian::Query::OP_FILTER, query, *filter);
  if (wanted.from || wanted.to) {
    // Undated articles have no value: they are everything without the articles of any day.
    const Xapian::Query outside_before =
        wanted.from ? days(std::nullopt, *wanted.from - std::chrono::days{1}) : Xapian::Query();
    const Xapian::Query outside_after =
        wanted.to ? days(*wanted.to + std::chrono::days{1}, std::nullopt) : Xapian::Query();
    query = Xapian::Query(Xapian::Query::OP_AND_NOT, query,
                          Xapian::Query(Xapian::Query::OP_OR, outside_before, outside_after));
  }
  return without_terms(query, wanted.without);
}

}  // namespace

struct ArticleReader::State {
  Xapian::Database database;
  std::string name;
  std::uint64_t generation = 0;

  // Runs a whole search again on the newest state when a writer has overtaken it.
  template <typename Action>
  auto redo(Action&& action) -> decltype(action()) {
    for (int tries = 0;; ++tries) {
      try {
        return action();
      } catch (const Xapian::DatabaseModifiedError& error) {
        if (tries == kReopenTries) return database_error(error, name);
      } catch (const Xapian::Error& error) {
        return database_error(error, name);
      }
      try {
        ++generation;
        database.reopen();
      } catch (const Xapian::Error& error) {
        return database_error(error, name);
      }
    }
  }
};

ArticleReader::ArticleReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
ArticleReader::ArticleReader(ArticleReader&&) noexcept = default;
ArticleReader& ArticleReader::operator=(ArticleReader&&) noexcept = default;
ArticleReader::~ArticleReader() = default;

Result<ArticleReader> ArticleReader::open(const std::string& database) {
  std::error_code failed;
  if (!std::filesystem::exists(database, failed))
    return at(database, ErrorKind::NotFound,
              "there is no database here; make one with 'twosource index'");
  if (const auto fit = check_directory(database); !fit) return fit.error();
  return guarded(database, [&]() -> Result<ArticleReader> {
    auto state = std::make_unique<State>();
    state->name = database;
    state->database = Xapian::Database(database);
    if (const auto fit = check_format(state->database, database); !fit) return fit.error();
    return ArticleReader(std::move(state));
  });
}

Result<std::vector<FoundArticle>> ArticleReader::search(const ArticleQuery& query) {
  if (query.terms.empty()) return std::vector<FoundArticle>();
  return state_->redo([&]() -> Result<std::vector<FoundArticle>> {
    Xapian::Enquire enquire(state_->database);
    enquire.set_query(article_query(query));
    // Rarity alone: neither how often a word stands in an article nor its length counts.
    enquire.set_weighting_scheme(Xapian::BM25Weight(0, 0, 0, 0, 0.5));
    const auto limit = static_cast<Xapian::doccount>(query.limit);
    const Xapian::MSet found = enquire.get_mset(0, limit * 2);
    std::vector<FoundArticle> out;
    for (auto match = found.begin(); match != found.end(); ++match) {
      if (out.size() >= query.limit && match.get_weight() < out[query.limit - 1].weight) break;
      out.push_back({*match, match.get_weight()});
    }
    return out;
  });
}

Result<StoredArticle> ArticleReader::load(std::uint32_t document) {
  return state_->redo([&]() -> Result<StoredArticle> {
    return decode_article(state_->database.get_document(document).get_data());
  });
}

Result<ArticleReader::Read> ArticleReader::load_head(std::uint32_t document) {
  return state_->redo([&]() -> Result<Read> {
    std::string bytes = state_->database.get_document(document).get_data();
    auto head = decode_head(bytes);
    if (!head) return head.error();
    return Read{std::move(*head), std::move(bytes)};
  });
}

std::uint64_t ArticleReader::generation() const {
  return state_->generation;
}

Result<std::optional<std::uint32_t>> ArticleReader::find(std::string_view id) {
  const std::string term = schema::id_term(id);
  return state_->redo([&]() -> Result<std::optional<std::uint32_t>> {
    const auto found = state_->database.postlist_begin(term);
    if (found == state_->database.postlist_end(term)) return std::optional<std::uint32_t>();
    return std::optional<std::uint32_t>(*found);
  });
}

Result<std::uint32_t> ArticleReader::frequency(const std::string& term) {
  return state_->redo(
      [&]() -> Result<std::uint32_t> { return state_->database.get_termfreq(term); });
}

Result<CorpusSize> ArticleReader::size() {
  return state_->redo([&]() -> Result<CorpusSize> {
    CorpusSize out;
    out.articles = state_->database.get_doccount();
    const std::string claims = state_->database.get_metadata(std::string(schema::kClaimCountKey));
    out.claims = claims.empty() ? 0 : std::stoull(claims);
    return out;
  });
}

Result<std::uint64_t> ArticleReader::count(const EvidenceFilter& filter,
                                           const std::vector<std::string>& without) {
  return state_->redo([&]() -> Result<std::uint64_t> {
    const std::uint64_t all = state_->database.get_doccount();
    const auto filtered = filter_query(filter);
    if (!filtered) {
      // The articles left out are few: count them instead of everything.
      Xapian::Enquire enquire(state_->database);
      if (without.empty()) return all;
      enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, without.begin(), without.end()));
      enquire.set_weighting_scheme(Xapian::BoolWeight());
      return all -
             enquire.get_mset(0, 0, static_cast<Xapian::doccount>(all)).get_matches_estimated();
    }
    Xapian::Enquire enquire(state_->database);
    enquire.set_query(without_terms(*filtered, without));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    return enquire.get_mset(0, 0, static_cast<Xapian::doccount>(all)).get_matches_estimated();
  });
}

Result<StoreStatus> ArticleReader::status() {
  return state_->redo([&]() -> Result<StoreStatus> {
    StoreStatus out;
    const Xapian::Database& database = state_->database;
    const auto counted = [&](std::string_view prefix) {
      std::vector<std::pair<std::string, std::uint64_t>> rows;
      const std::string start(prefix);
      for (auto term = database.allterms_begin(start); term != database.allterms_end(start); ++term)
        rows.emplace_back((*term).substr(start.size()), term.get_termfreq());
      return rows;
    };
    out.articles = database.get_doccount();
    const std::string claims = database.get_metadata(std::string(schema::kClaimCountKey));
    out.claims = claims.empty() ? 0 : std::stoull(claims);
    out.by_outlet = counted(schema::kOutletPrefix);
    out.by_language = counted(schema::kLanguagePrefix);
    out.format_version = database.get_metadata(std::string(schema::kFormatKey));
    // The bounds of the slot are not lowered by removals: look at the values themselves.
    for (auto value = database.valuestream_begin(schema::kDaySlot);
         value != database.valuestream_end(schema::kDaySlot); ++value) {
      const Day day = schema::day_of_value(*value);
      if (!out.earliest || day < *out.earliest) out.earliest = day;
      if (!out.latest || day > *out.latest) out.latest = day;
    }
    return out;
  });
}

Result<void> ArticleReader::for_each(const std::function<bool(std::uint32_t)>& visit) {
  // The list of numbers first: a reopened database may not continue an old iterator.
  auto documents = state_->redo([&]() -> Result<std::vector<std::uint32_t>> {
    std::vector<std::uint32_t> out;
    const Xapian::Database& database = state_->database;
    for (auto at_ = database.postlist_begin(std::string());
         at_ != database.postlist_end(std::string()); ++at_)
      out.push_back(*at_);
    return out;
  });
  if (!documents) return documents.error();
  for (const std::uint32_t document : *documents) {
    if (!visit(document)) break;
  }
  return {};
}

Result<std::vector<std::string>> ArticleReader::faults() {
  std::vector<std::string> out;
  try {
    const std::size_t errors = Xapian::Database::check(state_->name, 0, nullptr);
    if (errors != 0)
      out.push_back("Xapian's check finds " + std::to_string(errors) + " faults in the tables");
  } catch (const Xapian::Error& error) {
    out.push_back("Xapian's check fails: " + database_error(error, state_->name).message);
  }
  const auto walked = for_each([&](std::uint32_t document) {
    const std::string place = "document " + std::to_string(document);
    const auto article = load(document);
    if (!article) {
      out.push_back(place + ": " + article.error().message);
      return true;
    }
    const auto found = find(article->info.id);
    if (!found || !*found || **found != document)
      out.push_back(place + ": its id '" + article->info.id + "' leads to another document");
    return true;
  });
  if (!walked) return walked.error();
  return out;
}

Result<void> ArticleReader::refresh() {
  return guarded(state_->name, [&]() -> Result<void> {
    ++state_->generation;
    state_->database.reopen();
    return {};
  });
}

struct ArticleWriter::State {
  Xapian::WritableDatabase database;
  std::string name;
  std::uint64_t claims = 0;
  bool in_transaction = false;
  bool transactional = true;  // a database in memory knows no transactions

  ~State() {
    try {
      if (in_transaction) database.cancel_transaction();
    } catch (const Xapian::Error&) {
      // Nothing was promised; the last commit stands.
    }
  }

  void begin() {
    if (in_transaction || !transactional) return;
    database.begin_transaction(true);
    in_transaction = true;
  }

  // Document number of the article with this id; 0 for none.
  Xapian::docid find(std::string_view id) const {
    const std::string term = schema::id_term(id);
    const auto found = database.postlist_begin(term);
    return found == database.postlist_end(term) ? 0 : *found;
  }

  std::uint64_t claims_of(Xapian::docid document) const {
    const std::string value = database.get_document(document).get_value(schema::kClaimCountSlot);
    return value.empty() ? 0 : std::stoull(value);
  }
};

ArticleWriter::ArticleWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
ArticleWriter::ArticleWriter(ArticleWriter&&) noexcept = default;
ArticleWriter& ArticleWriter::operator=(ArticleWriter&&) noexcept = default;
ArticleWriter::~ArticleWriter() = default;

namespace {

std::uint64_t stored_claims(const Xapian::Database& database) {
  const std::string claims = database.get_metadata(std::string(schema::kClaimCountKey));
  return claims.empty() ? 0 : std::stoull(claims);
}

}  // namespace

Result<ArticleWriter> ArticleWriter::open(const std::string& database) {
  if (const auto fit = check_directory(database); !fit) return fit.error();
  std::error_code failed;
  const std::filesystem::path parent = std::filesystem::path(database).parent_path();
  if (!parent.empty()) std::filesystem::create_directories(parent, failed);
  return guarded(database, [&]() -> Result<ArticleWriter> {
    auto state = std::make_unique<State>();
    state->name = database;
    state->database = Xapian::WritableDatabase(database, Xapian::DB_CREATE_OR_OPEN);
    if (const auto fit = check_format(state->database, database); !fit) return fit.error();
    state->claims = stored_claims(state->database);
    return ArticleWriter(std::move(state));
  });
}

Result<ArticleWriter> ArticleWriter::in_memory() {
  return guarded("memory", [&]() -> Result<ArticleWriter> {
    auto state = std::make_unique<State>();
    state->name = "memory";
    state->transactional = false;
    state->database = Xapian::WritableDatabase(std::string(), Xapian::DB_BACKEND_INMEMORY);
    return ArticleWriter(std::move(state));
  });
}

Result<std::optional<std::string>> ArticleWriter::content_hash(std::string_view id) {
  return guarded(state_->name, [&]() -> Result<std::optional<std::string>> {
    const Xapian::docid document = state_->find(id);
    if (document == 0) return std::optional<std::string>();
    return std::optional<std::string>(
        state_->database.get_document(document).get_value(schema::kContentHashSlot));
  });
}

Result<void> ArticleWriter::put(const StoredArticle& article, const std::string& bytes) {
  return guarded(state_->name, [&]() -> Result<void> {
    state_->begin();
    if (const Xapian::docid old = state_->find(article.info.id); old != 0)
      state_->claims -= std::min(state_->claims, state_->claims_of(old));
    state_->database.replace_document(schema::id_term(article.info.id),
                                      database_document(article, bytes));
    state_->claims += article.claims.size();
    return {};
  });
}

Result<bool> ArticleWriter::remove(std::string_view id) {
  return guarded(state_->name, [&]() -> Result<bool> {
    const Xapian::docid document = state_->find(id);
    if (document == 0) return false;
    state_->begin();
    state_->claims -= std::min(state_->claims, state_->claims_of(document));
    state_->database.delete_document(document);
    return true;
  });
}

Result<void> ArticleWriter::commit() {
  return guarded(state_->name, [&]() -> Result<void> {
    state_->begin();
    state_->database.set_metadata(std::string(schema::kFormatKey), std::to_string(schema::kFormat));
    state_->database.set_metadata(std::string(schema::kClaimCountKey),
                                  std::to_string(state_->claims));
    if (state_->in_transaction) state_->database.commit_transaction();
    state_->in_transaction = false;
    return {};
  });
}

Result<ArticleReader> ArticleWriter::reader() {
  return guarded(state_->name, [&]() -> Result<ArticleReader> {
    auto reader = std::make_unique<ArticleReader::State>();
    reader->name = state_->name;
    reader->database = state_->database;
    return ArticleReader(std::move(reader));
  });
}

}  // namespace twosource
