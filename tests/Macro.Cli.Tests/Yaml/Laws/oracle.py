#!/usr/bin/env python3
"""Reads YAML for the laws of the tests, with PyYAML and with libyaml: two readers that share no code with ours.

Each line of standard input is a JSON object, each line of standard output the answer to it:
  {"text": T}                           -> {"values": [...]}: what the readers say, without those that refuse T; with "error" if both do
  {"text": T, "after": V, "result": R}  -> {"lost": L}: a line of T, outside of what changed, that is missing in R; null without one
Numbers are written as {"number": spelling}, so that nothing is rounded.
"""
import json, re, sys
import yaml

sys.setrecursionlimit(20000)
CORE = "tag:yaml.org,2002:"
BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
TEXT = ""
NUMBER = re.compile(r"[-+]?[0-9][0-9_]*(\.[0-9_]*)?([eE][-+]?[0-9]+)?\Z")


class Marked(yaml.SafeLoader):
    """Tells an alias from the value that it stands for."""

    def compose_node(self, parent, index):
        if not self.check_event(yaml.AliasEvent): return super().compose_node(parent, index)
        event = self.peek_event()
        node = yaml.Node("alias", super().compose_node(parent, index), event.start_mark, event.end_mark)
        node.id = "alias"
        return node


def target(node):
    while node.id == "alias": node = node.value
    return node


def name(key):
    key = target(key)
    if not isinstance(key, yaml.ScalarNode) or (key.tag.startswith("!") and key.tag != "!"): raise ValueError("a key is not plain text")
    return key.value


def is_merge(key): return key.tag == CORE + "merge"


def value(node):
    node = target(node)
    plain = plain_value(node)
    if not node.tag.startswith("!"): return plain
    function = node.tag[1:] if node.tag in ("!Ref", "!Condition") else "Fn::" + node.tag[1:]
    return {function: plain.split(".", 1) if function == "Fn::GetAtt" and isinstance(plain, str) else plain}


def plain_value(node):
    kinds = {"sequence": ("seq",), "mapping": ("map",)}.get(node.id, ("str", "int", "float", "bool", "null", "timestamp", "value", "merge"))
    if not node.tag.startswith("!") and node.tag not in [CORE + kind for kind in kinds]: raise ValueError("the tag " + node.tag)
    if isinstance(node, yaml.SequenceNode): return [value(item) for item in node.value]
    if isinstance(node, yaml.ScalarNode): return scalar(node)
    own = [name(key) for key, _ in node.value]
    if len(set(own)) < len(own): raise ValueError("duplicate key")
    found = {}
    for key, child in node.value:
        if not is_merge(key): found[name(key)] = value(child)
        else:
            for merged, v in members(child):
                if merged not in own: found.setdefault(merged, v)
    return found


def members(node, in_list=False):
    node = target(node)
    if node.tag.startswith("!"): raise ValueError("<< of a function")
    if isinstance(node, yaml.SequenceNode) and not in_list: return [pair for item in node.value for pair in members(item, in_list=True)]
    if not isinstance(node, yaml.MappingNode): raise ValueError("<< of something else")
    return list(value(node).items())


def scalar(node):
    kind = node.tag[len(CORE):] if node.tag.startswith(CORE) else "str"
    if kind == "null": return None if node.value.lower() in ("", "~", "null") else fail(node)
    if kind == "bool": return node.value.lower() in ("true", "yes", "on")
    # SnakeYAML, which CloudFormation uses, also takes 09 and 1e3 for numbers.
    tagged = re.match(r"(&\S+\s+(#.*\s+)?)*!\S", TEXT[node.start_mark.index:node.start_mark.index + 200])
    loose = kind == "str" and not node.style and not tagged and NUMBER.match(node.value)
    if kind in ("int", "float") or loose:
        spelled = number(node.value)
        return node.value if spelled is None else {"number": spelled}
    return node.value


def fail(node): raise ValueError(f"{node.value} is not of the type {node.tag}")


def number(text):
    """A number as decimal digits; None for infinity and what is not a number."""
    from decimal import Decimal, InvalidOperation
    bare = text.replace("_", "").lower()
    sign, bare = ("-" if bare.startswith("-") else ""), bare.lstrip("+-")
    try:
        if ":" in bare:
            total = Decimal(0)
            for part in bare.split(":"): total = total * 60 + Decimal(part)
            return sign + str(total)
        if bare.startswith("0x"): return sign + str(int(bare[2:], 16))
        if bare.startswith("0b"): return sign + str(int(bare[2:], 2))
        if re.fullmatch("0[0-7]+", bare): return sign + str(int(bare, 8))
        return sign + str(Decimal(bare)) if Decimal(bare).is_finite() else None
    except (ValueError, InvalidOperation):
        return None


def compose(text, loader):
    global TEXT
    TEXT = text.removeprefix("\ufeff")
    root = yaml.compose(TEXT, Loader=loader)
    if not isinstance(root, yaml.MappingNode) or root.tag != CORE + "map": raise ValueError("the top is not a mapping")
    return root


def readings(text):
    found, error = [], None
    for loader in (Marked, yaml.CSafeLoader):
        try: v = value(compose(text, loader))
        except (yaml.YAMLError, ValueError, RecursionError) as e: error = " ".join(str(e).split())
        else:
            if v not in found: found.append(v)
    return {"values": found} if found else {"values": [], "error": error}


# ---- lines ----

def same(left, right): return json.dumps(left) == json.dumps(right) # In order, which == leaves out.


class Kept:
    """Finds the lines that a change may remove: those of the values that differ, and of what aliases and << expand to."""

    def __init__(self, text):
        self.text = text.removeprefix("\ufeff")
        self.lines = BREAK.split(self.text)
        self.free = set()

    def lost(self, after, result):
        try: root = compose(self.text, Marked)
        except (yaml.YAMLError, ValueError): return None # Only libyaml, which has no marks of aliases, reads it.
        if root.flow_style: return None
        self.walk(root, after, 0, len(self.lines) - 1)
        if not BREAK.search(self.text[-1:]): self.free.update(range(self.last_entry(root), len(self.lines)))
        rest = iter([self.normal(line) for line in BREAK.split(result.removeprefix("\ufeff"))])
        for number, line in enumerate(self.lines):
            if number in self.free or not line.strip(): continue
            if self.normal(line) not in rest: return f"{number + 1}: {line}"
        return None

    def last_entry(self, node):
        """The first line of the last entry, which has to be written anew if the file ends inside a block scalar."""
        first, is_kept = 0, True
        while isinstance(node, yaml.CollectionNode) and node.value:
            entry, is_kept = node.value[-1], is_kept and self.has_lines(node)
            if is_kept: first = entry[0].start_mark.line if isinstance(entry, tuple) else self.dash(entry)
            node = entry[1] if isinstance(entry, tuple) else entry
        return first if getattr(node, "style", None) in ("|", ">") else len(self.lines)

    @staticmethod
    def normal(line): return line.strip() if line.lstrip().startswith("#") else line

    def walk(self, node, after, first, last):
        if node.id == "alias": return self.give(first, last)
        if not self.has_alias(node) and same(value(node), after): return
        if isinstance(node, yaml.MappingNode) and self.has_lines(node) and isinstance(after, dict) and self.in_order(node, after):
            first = next(iter(after))
            self.give_inline(node, first == name(node.value[0][0]), [key for key, _ in node.value if name(key) == first])
            for key, child in node.value:
                start, end = key.start_mark.line, max(self.end(child), self.end(key))
                if is_merge(key): self.give(start, end)
                elif name(key) not in after: self.give_with_comments(start, end)
                elif key.id == "alias": self.give(start, end)
                else: self.walk(child, after[name(key)], start, end)
        elif isinstance(node, yaml.SequenceNode) and self.has_lines(node) and isinstance(after, list) and after: self.walk_items(node, after)
        else: self.give(first, last)

    @staticmethod
    def in_order(node, after):
        """Whether the change keeps the order of the members, so that lines need not move."""
        own = [name(key) for key, _ in node.value if not is_merge(key)]
        kept = [member for member in after if member in own]
        return (kept or any(is_merge(key) for key, _ in node.value)) and after and kept == [member for member in own if member in kept]

    def walk_items(self, node, after):
        """Items pair from both ends while they are equal, then in order."""
        before = value(node)
        shorter, head, tail = min(len(before), len(after)), 0, 0
        while head < shorter and same(before[head], after[head]): head += 1
        while tail < shorter - head and same(before[-1 - tail], after[-1 - tail]): tail += 1
        self.give_inline(node, head > 0 or (len(before) > tail and len(after) > tail), node.value)
        for i, item in enumerate(node.value):
            partner = i if i < len(after) - tail and i < len(before) - tail else i - len(before) + len(after) if i >= len(before) - tail else None
            if partner is None: self.give_with_comments(self.dash(item), self.end(item))
            else: self.walk(item, after[partner], self.dash(item), self.end(item))

    def give(self, first, last): self.free.update(range(first, last + 1))

    def give_inline(self, node, stays_first, candidates):
        """The first entry may share its line with a dash above it. Another entry takes that place if it is the first one now."""
        line, column = node.value[0][0].start_mark.line if isinstance(node, yaml.MappingNode) else node.start_mark.line, node.start_mark.column
        if stays_first or not self.lines[line][:column].strip(): return
        self.give(line, line)
        for entry in candidates: self.give(self.dash(entry) if isinstance(node, yaml.SequenceNode) else entry.start_mark.line, entry.start_mark.line)

    def give_with_comments(self, first, last):
        """Comments beside an entry that is removed may go with it."""
        is_gap = lambda line: not line.strip() or line.lstrip().startswith("#")
        while first > 0 and is_gap(self.lines[first - 1]): first -= 1
        while last + 1 < len(self.lines) and is_gap(self.lines[last + 1]): last += 1
        self.give(first, last)

    def dash(self, item):
        line = item.start_mark.line
        if self.lines[line][:item.start_mark.column].strip(): return line
        while line > 0:
            line -= 1
            if self.lines[line].strip() and not self.lines[line].lstrip().startswith("#"): break
        return line

    def has_alias(self, node):
        if node.id == "alias": return True
        if isinstance(node, yaml.ScalarNode): return False
        return any(map(self.has_alias, (part for entry in node.value for part in entry) if isinstance(node, yaml.MappingNode) else node.value))

    def has_lines(self, node):
        """Whether each entry has lines of its own: not in flow style, behind a tag, or with keys behind a question mark."""
        if node.flow_style or node.tag not in (CORE + "map", CORE + "seq"): return False
        if self.text[node.start_mark.index:node.start_mark.index + 1] == "!" or re.match(r"&\S+\s+(#[^\n\r]*\s+)*!", self.text[node.start_mark.index:]): return False
        return isinstance(node, yaml.SequenceNode) or all(self.is_implicit(key) for key, _ in node.value)

    def is_implicit(self, key):
        if getattr(key, "style", None) in ("|", ">") or not re.match(r"[ \t]*:", self.text[key.end_mark.index:]): return False
        before = self.text[:key.start_mark.index]
        return not re.search(r"\?[ \t]*(#[^\n\r\x85\u2028\u2029]*)?(\s|#[^\n\r\x85\u2028\u2029]*)*\Z", before)

    def end(self, node):
        """The last line of a value."""
        if node.id == "alias" or isinstance(node, yaml.ScalarNode) or node.flow_style:
            return len(BREAK.findall(self.text[:node.end_mark.index].rstrip())) if node.end_mark.index > node.start_mark.index else node.start_mark.line
        if not node.value: return node.start_mark.line
        last = node.value[-1]
        return max(self.end(last[0]), self.end(last[1])) if isinstance(last, tuple) else self.end(last)


def spelled(text): return {"number": text}


def same_numbers(v):
    """Numbers of JSON in the spelling that the readers give."""
    if isinstance(v, dict): return {"number": number(v["number"])} if v.keys() == {"number"} else {k: same_numbers(x) for k, x in v.items()}
    return [same_numbers(x) for x in v] if isinstance(v, list) else v


for line in sys.stdin:
    request = json.loads(line, parse_int=spelled, parse_float=spelled)
    if "result" in request: answer = {"lost": Kept(request["text"]).lost(same_numbers(request["after"]), request["result"])}
    else: answer = readings(request["text"])
    print(json.dumps(answer), flush=True)
