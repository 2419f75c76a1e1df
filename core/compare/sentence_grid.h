// How close the sentences of two articles are to each other: words, names and equal values
// together, and for every pair of sentences how it stands among the others. Where a sentence stands
// in its article says nothing.
#pragma once

#include <cstdint>
#include <vector>

#include "core/compare/align_features.h"

namespace twosource {

// Rows are sentences of side a, columns those of side b.
class SentenceGrid {
 public:
  SentenceGrid(const PreparedSide& a, const PreparedSide& b);

  // Two claims of these sentences have equal values that so little chance speaks for (0..3).
  void add_equal_values(std::uint32_t row, std::uint32_t column, double rarity) {
    equal_[row * columns_ + column] += rarity;
  }
  // To be called once all equal values are known.
  void settle();

  double equal_values(std::uint32_t row, std::uint32_t column) const {
    return equal_[row * columns_ + column];
  }
  // Words and names alone, 0..1.
  double words(std::uint32_t row, std::uint32_t column) const {
    return words_[row * columns_ + column];
  }
  // 1 for two sentences that are each other's best counterpart, less for others.
  double fit(std::uint32_t row, std::uint32_t column) const;
  // How much closer they are to each other than the next best is to either: 0..1.
  double lead(std::uint32_t row, std::uint32_t column) const;

 private:
  struct Best {
    double first = 0;
    double second = 0;
    void add(double value);
    double other_than(double value) const { return value == first ? second : first; }
  };

  std::size_t columns_ = 0;
  std::vector<double> words_;
  std::vector<double> equal_;
  std::vector<double> likeness_;
  std::vector<Best> rows_;
  std::vector<Best> column_best_;
};

}  // namespace twosource
