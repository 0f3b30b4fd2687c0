#!/usr/bin/python3
"""ua.py FILE.pdf … — what a machine can see of PDF/UA-1 (ISO 14289-1, after the Matterhorn protocol), and more.

Prints one line per fault and ends with 1 when there is one. Needs Debian's python3-pikepdf."""
import re
import struct
import sys
import xml.etree.ElementTree as xml

import pikepdf
from pikepdf import Array, Dictionary, Name

STANDARD = set(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct P H1 H2 H3 H4 H5 H6 L LI Lbl LBody "
    "Table TR TH TD THead TBody TFoot Span Quote Note Reference Code Link Annot Figure Formula Form".split())
# Which elements may stand directly in another, where the standard says so.
INSIDE = {"L": {"LI", "Caption", "L"}, "LI": {"Lbl", "LBody"}, "TOC": {"TOCI", "TOC", "Caption"},
          "Table": {"Caption", "THead", "TBody", "TFoot", "TR"}, "THead": {"TR"}, "TBody": {"TR"},
          "TFoot": {"TR"}, "TR": {"TH", "TD"}}
ONLY_IN = {"LI": {"L"}, "Lbl": {"LI", "Note"}, "LBody": {"LI"}, "TOCI": {"TOC"}, "TR": {"Table", "THead", "TBody", "TFoot"},
           "TH": {"TR"}, "TD": {"TR"}, "THead": {"Table"}, "TBody": {"Table"}}
PAINTS = set("Tj TJ ' \" Do S s f F f* B b b* B* sh INLINE IMAGE".split()) | {"INLINE IMAGE"}
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")


class Check:
    def __init__(self, path):
        self.faults = []
        self.pdf = pikepdf.open(path)
        self.root = self.pdf.Root
        self.pages = {p.obj.objgen: i for i, p in enumerate(self.pdf.pages)}
        self.claimed = {}  # (page, number) -> element
        self.links = {}  # annotation -> element
        self.headings = []
        self.notes = {}
        self.count = {}

    def fault(self, what):
        self.faults.append(what)

    def ask(self, true, what):
        if not true:
            self.fault(what)

    # ---- what the file says of itself
    def catalog(self):
        r = self.root
        self.ask(r.get("/MarkInfo", {}).get("/Marked") is True, "MarkInfo: not marked")
        self.ask("/Lang" in r and LANGUAGE.match(str(r.Lang)), "the document has no language")
        self.ask(r.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is True, "the title is not shown")
        self.ask(not self.pdf.is_encrypted, "encrypted")
        self.ask("/Metadata" in r and "/Filter" not in r.Metadata, "no readable metadata")
        tree = xml.fromstring(re.sub(rb"<\?xpacket.*?\?>", b"", bytes(r.Metadata.read_bytes())))
        said = {e.tag: (e.text or "").strip() for e in tree.iter()}
        self.ask(said.get("{http://www.aiim.org/pdfua/ns/id/}part") == "1", "metadata: not PDF/UA-1")
        title = [e for e in tree.iter("{http://purl.org/dc/elements/1.1/}title")]
        self.ask(title and any((e.text or "").strip() for e in title[0].iter()), "metadata: no title")
        self.ask(str(self.pdf.docinfo.get("/Title", "")) != "", "no title")
        if said.get("{http://www.aiim.org/pdfa/ns/id/}part"):
            self.ask("/OutputIntents" in r, "PDF/A without a colour profile")

    # ---- tags
    def kids(self, node):
        k = node.get("/K")
        return [] if k is None else list(k) if isinstance(k, Array) else [k]

    def attribute(self, node, name):
        a = node.get("/A")
        for x in (list(a) if isinstance(a, Array) else [a] if a is not None else []):
            if isinstance(x, Dictionary) and name in x:
                return x[name]
        return None

    def element(self, node, parent, inside, page):
        kind = str(node.get("/S", "/?"))[1:]
        self.count[kind] = self.count.get(kind, 0) + 1
        self.ask(kind in STANDARD, f"{kind}: not a standard type")
        self.ask(node.get("/P") is not None and node.P.objgen == parent.objgen, f"{kind}: its parent is another")
        if inside in INSIDE:
            self.ask(kind in INSIDE[inside], f"{kind} directly in {inside}")
        if kind in ONLY_IN:
            self.ask(inside in ONLY_IN[kind], f"{kind} in {inside}")
        if "/Lang" in node:
            self.ask(LANGUAGE.match(str(node.Lang)), f"{kind}: language {node.Lang}")
        page = self.pages.get(node.Pg.objgen, page) if "/Pg" in node else page
        below = []
        for k in self.kids(node):
            if isinstance(k, int):
                self.claim(page, k, node)
            elif isinstance(k, Dictionary) and k.get("/Type") == Name.MCR:
                self.claim(self.pages.get(k.Pg.objgen, page) if "/Pg" in k else page, int(k.MCID), node)
            elif isinstance(k, Dictionary) and k.get("/Type") == Name.OBJR:
                self.links[k.Obj.objgen] = node
                below.append("OBJR")
            elif isinstance(k, Dictionary):
                below.append(self.element(k, node, kind, page))
            else:
                self.fault(f"{kind}: a kid of no kind")
        self.rules(node, kind, below)
        return kind

    def claim(self, page, number, node):
        self.ask((page, number) not in self.claimed, f"page {page}: {number} is claimed twice")
        self.claimed[(page, number)] = node

    def rules(self, node, kind, below):
        if re.fullmatch("H[1-6]", kind):
            self.headings.append(int(kind[1]))
        if kind == "Figure":
            self.ask(str(node.get("/Alt", "")).strip(), "a figure without words")
            self.ask(self.attribute(node, "/BBox") is not None, "a figure without a place")
        if kind == "TH":
            self.ask(self.attribute(node, "/Scope") in (Name.Row, Name.Column, Name.Both), "TH without scope")
        if kind == "LI":
            self.ask(below.count("LBody") == 1, "LI without one LBody")
        if kind == "Link":
            self.ask("OBJR" in below, "a link that cannot be pressed")
        if kind == "Note":
            name = str(node.get("/ID", ""))
            self.ask(name and name not in self.notes, "a note without a name of its own")
            self.notes[name] = node
        if kind == "Table":
            rows = [c for c in self.kids(node) if str(c.S) in ("/THead", "/TBody")]
            widths = {len(self.kids(tr)) for g in rows for tr in self.kids(g)}
            self.ask(len(widths) == 1, f"a table whose rows have {sorted(widths)} cells")

    def structure(self):
        tree = self.root.get("/StructTreeRoot")
        if tree is None:
            return self.fault("no tags")
        top = self.kids(tree)
        self.ask(len(top) == 1 and top[0].S == Name.Document, "not one Document on top")
        for k in top:
            self.element(k, tree, "", None)
        last = 0
        for h in self.headings:
            self.ask(h <= last + 1, f"a heading goes from level {last} to {h}")
            last = h
        self.ask(self.headings.count(1) == 1, f"{self.headings.count(1)} headings of level 1")
        named = [str(x) for x in list(tree.get("/IDTree", pikepdf.Dictionary()).get("/Names", []))[::2]]
        self.ask(named == sorted(self.notes), "the list of names is not that of the notes")
        self.parents = {}
        nums = list(tree.ParentTree.Nums)
        for i in range(0, len(nums), 2):
            self.parents[int(nums[i])] = nums[i + 1]

    # ---- what is drawn
    def page(self, i, p):
        own = self.parents.get(int(p.obj.get("/StructParents", -1)))
        self.ask(isinstance(own, Array), f"page {i}: not in the parent tree")
        self.ask("/Annots" not in p.obj or p.obj.get("/Tabs") == Name.S, f"page {i}: tab order")
        stack, seen, font, bare = [], set(), None, 0
        for ops, op in pikepdf.parse_content_stream(p):
            o = str(op)
            if o in ("BDC", "BMC"):
                tag = str(ops[0])
                number = int(ops[1].MCID) if o == "BDC" and isinstance(ops[1], Dictionary) and "/MCID" in ops[1] else None
                if number is not None:
                    self.ask("A" not in stack and "T" not in stack, f"page {i}: {number} within another")
                    self.ask(number not in seen, f"page {i}: {number} twice")
                    seen.add(number)
                    node = self.claimed.get((i, number))
                    self.ask(node is not None, f"page {i}: {number} is in no tag")
                    self.ask(node is None or own[number].objgen == node.objgen, f"page {i}: {number} has another parent")
                    self.ask(node is None or node.S == tag, f"page {i}: {number} is {tag} and {node and node.S}")
                elif tag == "/Artifact":
                    self.ask("T" not in stack, f"page {i}: decoration within text")
                stack.append("T" if number is not None else "A" if tag == "/Artifact" else "-")
            elif o == "EMC":
                self.ask(stack, f"page {i}: one EMC too many")
                stack and stack.pop()
            elif o == "Tf":
                font = p.obj.Resources.Font[ops[0]]
            elif o in PAINTS:
                bare += not ("T" in stack or "A" in stack)
            if o in ("Tj", "TJ") and font is not None:
                for s in (ops[0] if o == "TJ" else [ops[0]]):
                    if isinstance(s, pikepdf.String):
                        self.used.setdefault(font.objgen, set()).update(
                            struct.unpack(f">{len(bytes(s)) // 2}H", bytes(s)))
        self.ask(not bare, f"page {i}: {bare} times something is drawn that is neither text nor decoration")
        self.ask(not stack, f"page {i}: something is not closed")
        for a in p.obj.get("/Annots", []):
            self.ask(str(a.get("/Contents", "")).strip(), f"page {i}: a link that says nothing")
            node = self.links.get(a.objgen)
            self.ask(node is not None, f"page {i}: a link in no tag")
            up = self.parents.get(int(a.get("/StructParent", -1)))
            self.ask(node is None or (up is not None and up.objgen == node.objgen), f"page {i}: a link of another parent")

    def drawn(self):
        self.used = {}
        for i, p in enumerate(self.pdf.pages):
            self.page(i, p)
        numbers = [n for n in self.parents.values() if isinstance(n, Array)]
        self.ask(sum(len(n) for n in numbers) == len(self.claimed), "the parent tree holds another number of texts")

    # ---- letters
    def letters(self):
        for font in {f.objgen: f for p in self.pdf.pages for _, f in p.obj.Resources.Font.items()}.values():
            name, codes = str(font.BaseFont), self.used.get(font.objgen, set())
            inner = font.DescendantFonts[0]
            about = inner.FontDescriptor
            self.ask("/FontFile2" in about or "/FontFile3" in about, f"{name}: not embedded")
            self.ask(re.match(r"/[A-Z]{6}\+", name) and inner.BaseFont == font.BaseFont, f"{name}: not named as a part")
            self.ask(0 not in codes, f"{name}: a letter that is not there is drawn")
            said = dict(re.findall(rb"<([0-9A-F]{4})><([0-9A-F]+)>", bytes(font.ToUnicode.read_bytes())))
            for c in codes:
                text = said.get(b"%04X" % c, b"")
                self.ask(text and text not in (b"0000", b"FEFF", b"FFFE"), f"{name}: nobody knows what {c} means")
            self.widths(name, inner, about, codes)

    def widths(self, name, inner, about, codes):
        data = bytes(about.FontFile2.read_bytes())
        table = {data[12 + 16 * i:16 + 16 * i]: struct.unpack(">II", data[20 + 16 * i:28 + 16 * i])
                 for i in range(struct.unpack(">H", data[4:6])[0])}
        part = {t: data[o:o + n] for t, (o, n) in table.items()}
        self.ask({b"glyf", b"loca", b"hmtx", b"head", b"maxp"} <= set(part), f"{name}: tables are missing")
        self.ask(b"fvar" not in part, f"{name}: still of variable weight")
        em = struct.unpack(">H", part[b"head"][18:20])[0]
        long = struct.unpack(">H", part[b"hhea"][34:36])[0]
        w = list(inner.W)
        told = {int(w[i]): int(w[i + 1][0]) for i in range(0, len(w), 2)}
        for c in codes:
            at = 4 * min(c, long - 1)
            own = struct.unpack(">H", part[b"hmtx"][at:at + 2])[0] * 1000 / em
            self.ask(c in told and abs(told[c] - own) <= 1, f"{name}: {c} is {own:.0f} wide, not {told.get(c)}")

    def bookmarks(self):
        with self.pdf.open_outline() as outline:
            self.ask(len(outline.root) > 0, "no bookmarks")

    def all(self):
        for part in (self.catalog, self.structure, self.drawn, self.letters, self.bookmarks):
            part()
        return self.faults


bad = False
for path in sys.argv[1:]:
    check = Check(path)
    faults = check.all()
    print(f"{path}: {len(faults)} faults;", " ".join(f"{k} {v}" for k, v in sorted(check.count.items())))
    for f in sorted(set(faults))[:20]:
        print("    " + f)
    bad |= bool(faults)
sys.exit(bad)
