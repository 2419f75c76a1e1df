#include "core/base/run_ordered.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

using twosource::run_ordered;

namespace {

// Numbers from 0 to `end`.
auto counter(int end, std::atomic<int>& taken) {
  return [end, &taken]() -> std::optional<int> {
    const int next = taken.load();
    if (next == end) return std::nullopt;
    ++taken;
    return next;
  };
}

void dawdle(int i) {
  std::this_thread::sleep_for(std::chrono::microseconds((i * 7919) % 300));
}

}  // namespace

TEST_CASE("results come in the order of the items, however long each takes") {
  for (const unsigned jobs : {1U, 2U, 8U}) {
    std::atomic<int> taken = 0;
    std::vector<int> got;
    run_ordered(
        jobs, counter(500, taken),
        [](int i, unsigned) {
          dawdle(i);
          return std::to_string(i * 2);
        },
        [&](const std::string& text) {
          got.push_back(std::stoi(text));
          return true;
        },
        [] {});
    REQUIRE(got.size() == 500);
    for (std::size_t i = 0; i < got.size(); ++i) CHECK(got[i] == static_cast<int>(2 * i));
  }
}

TEST_CASE("workers never run further ahead than the ring") {
  std::atomic<int> taken = 0;
  int given = 0;
  run_ordered(
      3, counter(400, taken), [](int i, unsigned) { return i; },
      [&](int) {
        ++given;
        dawdle(given);
        CHECK(taken.load() <= given + 3 * 4);
        return true;
      },
      [] {});
  CHECK(given == 400);
}

TEST_CASE("a sink that has enough stops the run") {
  std::atomic<int> taken = 0;
  int given = 0;
  run_ordered(
      4, counter(100000, taken), [](int i, unsigned) { return i; },
      [&](int) { return ++given < 10; }, [] {});
  CHECK(given == 10);
  CHECK(taken.load() < 100);
}

TEST_CASE("an exception of any part leaves the run") {
  std::atomic<int> taken = 0;
  const auto work = [](int i, unsigned) {
    if (i == 50) throw std::runtime_error("work");
    return i;
  };
  CHECK_THROWS_WITH(run_ordered(
                        4, counter(1000, taken), work, [](int) { return true; }, [] {}),
                    "work");
  taken = 0;
  const auto sink = [](int i) -> bool {
    if (i == 20) throw std::runtime_error("sink");
    return true;
  };
  CHECK_THROWS_WITH(run_ordered(
                        4, counter(1000, taken), [](int i, unsigned) { return i; }, sink, [] {}),
                    "sink");
  const auto source = []() -> std::optional<int> { throw std::runtime_error("source"); };
  CHECK_THROWS_WITH(
      run_ordered(
          4, source, [](int i, unsigned) { return i; }, [](int) { return true; }, [] {}),
      "source");
}

TEST_CASE("the writer is told before it waits") {
  std::atomic<int> taken = 0;
  int idles = 0;
  run_ordered(
      1, counter(5, taken),
      [](int i, unsigned) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        return i;
      },
      [](int) { return true; }, [&] { ++idles; });
  CHECK(idles >= 5);
}
