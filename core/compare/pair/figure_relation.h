// How two figures of short texts stand to each other, whatever the grammars of two languages took
// them for: "17" here, "17 years old" there; "1200 GMT" and "12:00".
#pragma once

#include <cstdint>
#include <optional>

#include "core/compare/interval.h"
#include "core/compare/pair/statement.h"

namespace twosource {

struct DatedFigure {
  const StatementFigure& figure;
  const std::optional<DateTime>& published;
};

// How well two figures agree; smaller ones cancel first.
enum class Agreement : std::uint8_t { Written, Value, Compatible, None };

// The relation of the values, seen from `b`, the statement; `a` is the source.
ValueRelation relate_figures(const DatedFigure& a, const DatedFigure& b);

// `values` as relate_figures gives them.
Agreement agreement(const StatementFigure& a, const StatementFigure& b,
                    const ValueRelation& values);
// What the two say against each other when nothing else stands for either; nullopt where neither
// could stand in the place of the other.
std::optional<ValueRelation> rivalry(const StatementFigure& a, const StatementFigure& b,
                                     const ValueRelation& values);

// The same figure as it is written, hedges aside.
bool written_alike(const Claim& a, const Claim& b);
// Figures that no text must repeat: "one" and "first" in words.
bool says_little(const Claim& claim);
// How close rivals are: of one unit and precision, of one dimension, or only read as something
// else.
enum class Kinship : std::uint8_t { Unit, Dimension, Reading };
Kinship kinship(const Claim& a, const Claim& b);

}  // namespace twosource
