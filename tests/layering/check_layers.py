#!/usr/bin/env python3
"""Checks the layering by reading every #include: folders depend one way, and libraries stay behind their borders."""
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])
# Layer -> the layers whose headers it may include besides its own.
CORE = ["base", "text", "lang", "document", "grammar", "names", "meaning", "claim", "compare", "policy"]
ALLOWED = {
    "core/base": set(),
    "core/text": {"core/base"},
    "core/lang": {"core/base", "core/text"},
    "core/document": {"core/base", "core/text", "core/lang"},
    "core/grammar": {f"core/{x}" for x in CORE[:4]},
    "core/names": {f"core/{x}" for x in CORE[:5]},
    "core/meaning": {f"core/{x}" for x in CORE[:5]},
    "core/claim": {f"core/{x}" for x in CORE[:7]},
    "core/compare": {f"core/{x}" for x in CORE[:8]},
    "core/policy": {f"core/{x}" for x in CORE[:9]},
    "index": {f"core/{x}" for x in CORE},
    "reports": {f"core/{x}" for x in CORE},
    "cli": {f"core/{x}" for x in CORE} | {"index", "reports"},
}
# A library's header -> the only layers that may see it.
BORDERS = {
    r"^(unicode|cld2)/|^libstemmer\.h$": {"core/text"},
    r"^xapian": {"index"},
    r"^(zlib|zstd|simdjson)": {"core/document", "index"},
    r"^libxml": {"core/document", "reports"},
    r"^kainjow": {"reports"},
    r"^(boost|toml\+\+)/": {"cli"},
    r"^iostream$": {"cli"},
}
HEADER_ONLY_BANS = [r"^nlohmann/json\.hpp$", r"^boost/"]
SILENT = re.compile(r"\bstd::(cout|cerr|clog)\b|(?<![\w:])(printf|puts)\(")


def layer_of(path):
    parts = path.relative_to(ROOT).parts
    return "/".join(parts[:2]) if parts[0] == "core" else parts[0]


def faults_of(path):
    layer = layer_of(path)
    text = path.read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        match = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
        where = f"{path.relative_to(ROOT)}:{number}"
        if SILENT.search(line.split("//")[0]) and layer != "cli":
            program = re.search(r"\bint main\(", text)
            if not program:
                yield f"{where}: writes to a standard stream; only the program does"
        if not match:
            continue
        target = match.group(1)
        first = target.split("/")[0]
        if first in ("core", "index", "reports", "cli", "tests"):
            other = "/".join(target.split("/")[:2]) if first == "core" else first
            if other != layer and other not in ALLOWED.get(layer, set()):
                yield f"{where}: {layer} must not include {other}"
        for border, layers in BORDERS.items():
            if re.search(border, target) and layer not in layers:
                yield f"{where}: <{target}> belongs to {', '.join(sorted(layers))} alone"
        if path.suffix == ".h" and any(re.search(ban, target) for ban in HEADER_ONLY_BANS):
            yield f"{where}: <{target}> must stay out of headers (compile time)"


def main():
    files = [p for top in ("core", "index", "reports", "cli") for p in sorted((ROOT / top).rglob("*")) if p.suffix in (".h", ".cpp")]
    faults = [fault for path in files for fault in faults_of(path)]
    engines = [p for p in files if layer_of(p) in ("core/grammar", "core/names", "core/claim", "core/compare")]
    tags = {p.name for p in (ROOT / "core/lang").iterdir() if p.is_dir()} - {"shared", "und"}
    for path in engines:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for tag in tags:
                if f'"{tag}"' in line:
                    faults.append(f'{path.relative_to(ROOT)}:{number}: an engine names the language "{tag}"')
    for fault in faults:
        print(fault)
    print(f"{len(files)} files read, {len(faults)} faults")
    return 1 if faults or not files else 0


sys.exit(main())
