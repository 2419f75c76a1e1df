// The smallest user of the installed library: a database that is not there is an error, not a
// crash.
#include "index/checker.h"

int main() {
  return twosource::Checker::open("no-such-database") ? 1 : 0;
}
