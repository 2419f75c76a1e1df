#!/usr/bin/env python3
"""Turns public collections of news into the material that twosource-fit reads.

    material.py FILE... > material.jsonl

Each FILE is JSONL, perhaps gzip-compressed, one story a line, in one of these shapes:
  {"id", "lang_a", "lang_b", "segments": [[a, b], ...]}   an article and its translation, line by line (WMT news)
  {"id", "segments": {"de": [...], "en": [...]}}          one article in many languages, line by line (NTREX)
  {"id", "lang", "articles": [{"outlet", "date", "title", "text"}, ...]}   several outlets on one event
Nothing is drawn by chance; the same files give the same material. Translations come without a day of publication,
which their collections do not hold; both sides get the same invented one, a year as given and a day from the id.
A document that several collections share is one story by its "docid".
"""
import gzip
import hashlib
import json
import sys


def invented_day(record):
    number = int(hashlib.sha256(record["id"].encode()).hexdigest()[:8], 16)
    return f"{record.get('year', '2020')}-{1 + number % 12:02d}-{1 + number // 12 % 28:02d}"


def translations(record):
    segments = record["segments"]
    if isinstance(segments, dict):
        texts = {language: "\n".join(lines) for language, lines in segments.items()}
    else:
        texts = {record["lang_a"]: "\n".join(s[0] for s in segments), record["lang_b"]: "\n".join(s[1] for s in segments)}
    return [{"id": f"{record['id']}#{language}", "outlet": language, "language": language, "published": invented_day(record),
             "text": text} for language, text in sorted(texts.items())]


def outlets(record):
    return [{"id": f"{record['id']}#{k}", "outlet": a["outlet"], "published": a.get("date") or None, "language": record.get("lang", "en"),
             "title": a.get("title") or "", "text": a["text"]} for k, a in enumerate(record["articles"])]


def main():
    for name in sys.argv[1:]:
        with (gzip.open(name, "rt", encoding="utf-8") if name.endswith(".gz") else open(name, encoding="utf-8")) as lines:
            for line in lines:
                record = json.loads(line)
                aligned = "segments" in record
                articles = translations(record) if aligned else outlets(record)
                if len(articles) > 1 or not aligned:
                    print(json.dumps({"story": record.get("docid") or record["id"], "aligned": aligned, "articles": articles}, ensure_ascii=False))


if __name__ == "__main__":
    main()
