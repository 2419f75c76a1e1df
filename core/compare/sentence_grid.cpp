#include "core/compare/sentence_grid.h"

#include <algorithm>

namespace twosource {

SentenceGrid::SentenceGrid(const PreparedSide& a, const PreparedSide& b)
    : columns_(b.sentences.size()), rows_(a.sentences.size()), column_best_(b.sentences.size()) {
  words_.reserve(a.sentences.size() * columns_);
  for (const PreparedSentence& row : a.sentences) {
    for (const PreparedSentence& column : b.sentences)
      words_.push_back(overlap(row.terms, column.terms));
  }
  equal_.assign(words_.size(), 0);
}

void SentenceGrid::Best::add(double value) {
  second = std::max(second, std::min(first, value));
  first = std::max(first, value);
}

void SentenceGrid::settle() {
  likeness_.resize(words_.size());
  for (std::size_t i = 0; i < words_.size(); ++i) {
    likeness_[i] = words_[i] + 0.5 * equal_[i] / (equal_[i] + 1);
    rows_[i / columns_].add(likeness_[i]);
    column_best_[i % columns_].add(likeness_[i]);
  }
}

double SentenceGrid::fit(std::uint32_t row, std::uint32_t column) const {
  const double best = std::max(rows_[row].first, column_best_[column].first);
  return best > 0 ? likeness_[row * columns_ + column] / best : 0;
}

double SentenceGrid::lead(std::uint32_t row, std::uint32_t column) const {
  const double here = likeness_[row * columns_ + column];
  const double other = std::max(rows_[row].other_than(here), column_best_[column].other_than(here));
  return here > 0 ? std::clamp((here - other) / here, 0.0, 1.0) : 0;
}

}  // namespace twosource
