#!/usr/bin/env python3
"""Bulk text for the bench: as many articles as asked for, out of any JSONL files.

    bulk.py FOLDER N... < articles.jsonl

Writes FOLDER/part-1.jsonl with N1 articles, part-2.jsonl with N2 more, and so on. When the material
ends, it is told again: other ids, later days, and the sentences of ten neighbouring articles dealt
out anew, so that a copy is no near copy. The same input gives the same files.
"""

import datetime
import json
import random
import re
import sys
from pathlib import Path

NEIGHBOURS = 10
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


def later(day, days):
    try:
        return (datetime.date.fromisoformat(day[:10]) + datetime.timedelta(days)).isoformat()
    except (TypeError, ValueError):
        return day


def told_again(articles, turn):
    """The articles with their sentences dealt out anew."""
    deal = random.Random(turn)
    for first in range(0, len(articles), NEIGHBOURS):
        group = articles[first : first + NEIGHBOURS]
        counts = []
        sentences = []
        for article in group:
            own = SENTENCE_END.split(article["text"])
            counts.append(len(own))
            sentences += own
        deal.shuffle(sentences)
        for number, (article, count) in enumerate(zip(group, counts)):
            copy = dict(article)
            copy["id"] = f"{article.get('id', first + number)}-{turn}"
            copy["text"] = " ".join(sentences[:count])
            copy["published"] = later(article.get("published"), 40 * turn)
            copy.pop("url", None)
            del sentences[:count]
            yield copy


def bulk(articles):
    yield from articles
    for turn in range(1, sys.maxsize):
        yield from told_again(articles, turn)


def main():
    folder = Path(sys.argv[1])
    articles = [json.loads(line) for line in sys.stdin if line.strip()]
    if not articles:
        sys.exit("bulk.py: no articles on standard input")
    # Kinds of text mixed, whatever the order of the files.
    random.Random(0).shuffle(articles)
    source = bulk(articles)
    for number, count in enumerate(sys.argv[2:], 1):
        with open(folder / f"part-{number}.jsonl", "w", encoding="utf-8") as out:
            for _ in range(int(count)):
                out.write(json.dumps(next(source), ensure_ascii=False) + "\n")
    told = sum(map(int, sys.argv[2:])) / len(articles)
    print(f"{len(articles)} articles of material, told {max(told, 1):.1f} times over")


if __name__ == "__main__":
    main()
