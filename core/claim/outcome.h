// What became of the people whom a stretch of a sentence names: the verb or state that tells it.
//
//   "killed | a man and two women"          "the deaths of | a man and two women"
//   "| a man and two women | were killed"   "left | a man and two women | dead"
//   "wurden | ein Mann und zwei Kinder | getoetet"
#pragma once

#include <cstdint>

#include "core/claim/sentence.h"

namespace twosource {

struct Outcome {
  std::int32_t verb = -1;  // token; -1: nothing happened to them, or the enumeration goes on
  bool active = false;     // the verb stands before them, and somebody did it to them
  bool deadly = false;     // they died of it
};

Outcome outcome_of(const SentenceReading& reading, TokenRange people);

// Does an enumeration that ends before token `i` go on with people that are not counted?
bool enumeration_goes_on(const SentenceReading& reading, std::uint32_t i);

}  // namespace twosource
