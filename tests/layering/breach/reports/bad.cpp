#include <xapian.h>
