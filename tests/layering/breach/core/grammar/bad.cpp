bool special(const char* tag) {
  return tag == "qaa";
}
