"""Rewrites one C++ source so that places which may be wrong ask whether they are wrong now (see mutant.h). Works on tokens, not
on text: strings and comments are left alone, and every line stays on its line. What the compiler does not take is left out
again by the caller, line by line."""
import re

TOKEN = re.compile(r"""
    (?P<comment>//[^\n]*|/\*.*?\*/)
  | (?P<directive>^[ \t]*\#[^\n]*(?:\\\n[^\n]*)*)
  | (?P<raw>R"(?P<fence>[^(]*)\(.*?\)(?P=fence)")
  | (?P<string>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')
  | (?P<number>\d[\w'.]*)
  | (?P<name>[A-Za-z_]\w*)
  | (?P<space>\s+)
  | (?P<character><=>|->\*|<<=|>>=|\.\.\.|::|->|\+\+|--|<<|<=|>=|==|!=|&&|\|\||[-+*/%&|^]=|.)
""", re.X | re.S | re.M)
MARKS = {"<": "Less", "<=": "LessOrEqual", ">": "Greater", ">=": "GreaterOrEqual", "==": "Equal", "!=": "Unequal"}
WHAT = {"<": ("`<` becomes `<=`", "`<` becomes `>=`"), "<=": ("`<=` becomes `<`", "`<=` becomes `>`"),
        ">": ("`>` becomes `>=`", "`>` becomes `<=`"), ">=": ("`>=` becomes `>`", "`>=` becomes `<`"),
        "==": ("`==` becomes `!=`",), "!=": ("`!=` becomes `==`",)}
OPEN, CLOSE = {"(": ")", "[": "]", "{": "}"}, {")", "]", "}"}
BORDERS = {",", ";", "?", ":", "=", "+=", "-=", "return", "else", "requires", "throw"}
M = "::cpm::mutation::"
CONSTANT = re.compile(r"^(\s*)constexpr (\S+) (k\w+) = ([\d']+);", re.M)


class Token:
    def __init__(self, kind, text, line):
        self.kind, self.text, self.line = kind, text, line


def tokens_of(source):
    line, found = 1, []
    for match in TOKEN.finditer(source):
        found.append(Token(match.lastgroup if match.lastgroup != "fence" else "raw", match.group(), line))
        line += match.group().count("\n")
    assert "".join(token.text for token in found) == source
    return found


class Rewriter:
    """`left_out`: {(line, kind)} that the compiler did not take; `mutants`: (number, line, what) of those that are there."""

    def __init__(self, source, first, left_out):
        self.tokens = tokens_of(source)
        self.next, self.left_out = first, left_out
        self.mutants, self.dropped = [], []
        self.named = {source.count("\n", 0, match.start(3)) + 1 for match in CONSTANT.finditer(source)}

    def add(self, kind, line, *whats):
        """The number of the first of these mutants, or None when they are left out."""
        if (line, kind) in self.left_out:
            self.dropped += [(line, what) for what in whats]
            return None
        number = self.next
        for what in whats:
            self.mutants.append((self.next, line, what))
            self.next += 1
        return number

    def text(self):
        return self.render(0, len(self.tokens))

    # positions

    def close_of(self, at):
        """The bracket that closes the one at `at`."""
        depth = 0
        for i in range(at, len(self.tokens)):
            if self.tokens[i].kind == "character":
                depth += (self.tokens[i].text in OPEN) - (self.tokens[i].text in CLOSE)
                if depth == 0:
                    return i
        raise ValueError("a bracket is not closed")

    def neighbor(self, at, step):
        """The next token that says something."""
        at += step
        while 0 <= at < len(self.tokens) and self.tokens[at].kind in ("space", "comment"):
            at += step
        return self.tokens[at] if 0 <= at < len(self.tokens) else Token("end", "", 0)

    def spaced(self, at):
        return self.tokens[at - 1].kind == "space" and at + 1 < len(self.tokens) and self.tokens[at + 1].kind == "space"

    def is_border(self, at):
        token = self.tokens[at]
        return token.text in BORDERS and token.kind in ("character", "name")

    # rendering

    def render(self, begin, end):
        """The tokens from `begin` up to `end`, which are balanced, with their mutants."""
        text, start, at = "", begin, begin
        while at < end:
            if self.tokens[at].kind == "character" and self.tokens[at].text in OPEN:
                at = self.close_of(at) + 1
            elif self.is_border(at):
                text += self.segment(start, at) + self.tokens[at].text
                start = at = at + 1
            else:
                at += 1
        return text + self.segment(start, end)

    def operators(self, begin, end, character):
        found, at = [], begin
        while at < end:
            if self.tokens[at].kind == "character" and self.tokens[at].text in OPEN:
                at = self.close_of(at)
            elif self.tokens[at].text == character and self.spaced(at):
                found.append(at)
            at += 1
        return found

    def trim(self, begin, end):
        while begin < end and self.tokens[begin].kind in ("space", "comment"):
            begin += 1
        while end > begin and self.tokens[end - 1].kind in ("space", "comment"):
            end -= 1
        return begin, end

    def spaces(self, begin, end):
        """What is left out when a part is trimmed, so that lines stay."""
        return "".join(token.text if token.kind == "space" else "" for token in self.tokens[begin:end])

    def segment(self, begin, end):
        """A stretch without borders: `||` before `&&`, each the last first, as C++ reads them."""
        # statements in front of an expression: `if (x) a && b` does not happen in one stretch, but braces do
        for character in ("||", "&&"):
            places = self.operators(begin, end, character)
            if not places:
                continue
            first, stop = self.trim(begin, end)
            at = places[-1]
            number = self.add("logic", self.tokens[at].line, f"`{character}` becomes `{'&&' if character == '||' else '||'}`")
            left, right = self.segment(first, at), self.segment(at + 1, stop)
            before, after = self.spaces(begin, first), self.spaces(stop, end)
            if number is None:
                return before + left + character + right + after
            m = f"{M}on({number})"
            other = f"bool({right})"
            yes, no = (f"!{m}", other) if character == "||" else (other, m)
            return before + f"((bool({left}) != {m}) ? {yes} : {no})" + after
        return self.plain(begin, end)

    def plain(self, begin, end):
        text, at = "", begin
        while at < end:
            token = self.tokens[at]
            if token.kind == "character" and token.text in OPEN:
                close = self.close_of(at)
                text += self.group(at, close)
                at = close + 1
            elif token.kind == "character" and token.text == "!" and self.tokens[at - 1].text != "operator":
                stop = self.operand_end(at + 1, end)
                text += self.negation(at, stop)
                at = stop
            else:
                text += self.single(at)
                at += 1
        return text

    def group(self, at, close):
        inside = self.render(at + 1, close)
        before = self.neighbor(at, -1)
        if self.tokens[at].text == "(" and before.text in ("if", "while"):
            inside = self.condition(at, close, inside, before)
        return self.tokens[at].text + inside + self.tokens[close].text

    def condition(self, at, close, inside, keyword):
        declares = any(self.is_border(i) and self.tokens[i].text in (";", "=") for i in range(at + 1, close)
                       if self.depth_is_flat(at + 1, i))
        if declares:
            return inside
        if keyword.text == "while":
            number = self.add("condition", keyword.line, "the condition of `while` is false")
            return inside if number is None else f"!{M}on({number}) && ({inside})"
        number = self.add("condition", keyword.line, "the condition of `if` is true", "the condition of `if` is false")
        return inside if number is None else f"{M}on({number}) || (!{M}on({number + 1}) && ({inside}))"

    def depth_is_flat(self, begin, at):
        depth = 0
        for token in self.tokens[begin:at]:
            if token.kind == "character":
                depth += (token.text in OPEN) - (token.text in CLOSE)
        return depth == 0

    def operand_end(self, at, end):
        """Behind what a `!` negates: a name or bracket with all calls, places and members behind it."""
        while at < end and self.tokens[at].text in ("!", "*", "&"):
            at += 1
        if self.tokens[at].text == "(":
            at = self.close_of(at) + 1
        else:
            at += 1
        while at < end:
            text = self.tokens[at].text
            if text in ("(", "["):
                at = self.close_of(at) + 1
            elif text in ("::", ".", "->"):
                at += 2
            elif text == "<" and self.tokens[at - 1].kind == "name" and self.tokens[at + 1].kind != "space":
                while self.tokens[at].text != ">":
                    at += 1
                at += 1
            else:
                break
        return at

    def negation(self, at, stop):
        rest = self.plain(at + 1, stop)
        number = self.add("not", self.tokens[at].line, "`!` is left out")
        return "!" + rest if number is None else f"({M}on({number}) != !{rest})"

    def single(self, at):
        token = self.tokens[at]
        if token.kind == "character" and token.text in MARKS and self.spaced(at):
            number = self.add("compare", token.line, *WHAT[token.text])
            return token.text if number is None else f"{token.text} {M}{MARKS[token.text]}<{number}>{{}} {token.text}"
        if token.kind == "number" and re.fullmatch(r"\d[\d']*", token.text) and self.counts(at):
            number = self.add("constant", token.line, f"`{token.text}` becomes `{token.text} + 1`")
            return token.text if number is None else f"({token.text} + {M}one({number}))"
        return token.text

    def counts(self, at):
        """Is this number part of a computation? Codes, template arguments and labels are not."""
        before, after = self.neighbor(at, -1), self.neighbor(at, 1)
        if self.tokens[at].line in self.named:
            return False
        if before.text in ("<", "case", "add_code") or (before.text == "," and after.text in (",", ">")):
            return False
        i = at - 1
        while i > 0 and self.tokens[i].text not in (",", "{", ";", "("):
            if self.tokens[i].text in ("code", "operator"):
                return False
            i -= 1
        return after.text != ">" or self.spaced(at + 1)


def named_constants(source, rewriter):
    """`constexpr int kMost = 18;` of a file or function: the constant itself may be off by one."""
    def replace(match):
        line = source.count("\n", 0, match.start(3)) + 1
        number = rewriter.add("named", line, f"`{match.group(3)}` is {match.group(4)} + 1")
        if number is None:
            return match.group()
        space, kind, name, value = match.groups()
        if space.endswith(" "):  # in a function it is made anew at each call, and may go where a template asks for its type
            return f"{space}const {kind} {name} = static_cast<{kind}>({value} + {M}one({number}));"
        return f"{space}const {M}Shifted<{kind}, {number}> {name}{{{value}}};"
    return CONSTANT.sub(replace, source)


def rewrite(source, first, left_out):
    """(text, mutants, dropped): mutants are (number, line, what), numbered from `first`."""
    rewriter = Rewriter(source, first, left_out)
    text = named_constants(rewriter.text(), rewriter)
    return text, rewriter.mutants, rewriter.dropped
