"""Verifies an Awlawiya report with nothing of Awlawiya: verify_report.py REPORT.pdf KEY; KEY is name+hash+key."""
import base64, hashlib, json, re, subprocess, sys, tempfile
sha = lambda b: hashlib.sha256(b).digest()
b64 = lambda t: next(b for b in [base64.b64decode(t, validate=True)] if base64.b64encode(b) == t)
canon = lambda v: json.dumps(v, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
def signed(key, message, signature):
    with tempfile.TemporaryDirectory() as d:
        for name, data in ("/k", bytes.fromhex("302a300506032b6570032100") + key), ("/m", message), ("/s", signature): open(d + name, "wb").write(data)
        return subprocess.run(f"openssl pkeyutl -verify -pubin -keyform DER -inkey {d}/k -rawin -in {d}/m -sigfile {d}/s".split(), capture_output=True).returncode == 0
def entry(text, name, key):  # a proof: leaf and opening, inclusion, signed head; answers with the leaf and its facts
    (magic, extra, index, *path), note = (lambda a, b: (a.split(b"\n"), b))(*text.split(b"\n\n", 1))
    body, sig = re.fullmatch(rb"([^\n]+\n[0-9]+\n[^\n]+\n)\n\xe2\x80\x94 " + re.escape(name) + rb" ([^ \n]+)\n", note).groups()
    said, (origin, size, root) = json.loads(b64(extra[6:])), body[:-1].split(b"\n")
    at, last, h = int(index[6:]), int(size) - 1, sha(b"\0" + canon(said["leaf"]))
    assert [magic, extra, index] == [b"c2sp.org/tlog-proof@v1", b"extra " + base64.b64encode(canon(said)), b"index %d" % at]
    assert origin == name and b64(sig)[:4] == sha(name + b"\n\x01" + key)[:4] and signed(key, body, b64(sig)[4:]) and at <= last
    assert said["leaf"]["seq"] == at and said["leaf"]["commitment"] == sha(canon(said["opening"])).hex() and len(said) == 2
    for p in map(b64, path):  # RFC 9162, 2.1.3.2
        h, right = (sha(b"\1" + p + h), True) if at % 2 or at == last else (sha(b"\1" + h + p), False)
        while right and at % 2 == 0 and at: at, last = at // 2, last // 2
        at, last = at // 2, last // 2
    assert last == 0 and h == b64(root); return said["leaf"], said["opening"]["facts"]
def verify(pdf, name, key):  # what was issued has the hash that was logged, and what was added is made anew
    issued, added = (lambda c: (pdf[:c], pdf[c:]))(pdf.rindex(b"\n%awlawiya-proof\n") + 1)
    proofs = re.findall(rb"/Length \d+\n>>\nstream\n(c2sp.*?\n)\nendstream\nendobj\n.*?/UF \(([\w.-]+)\)", added, re.S)
    leaves, tail = [entry(text, name, key) for text, _ in proofs], issued[issued.rindex(b"\ntrailer\n"):]
    assert leaves[0][0]["kind"] == "report" and leaves[0][1]["pdfSha256"] == sha(issued).hex()
    size, root, start = [int(re.search(p, tail)[1]) for p in (rb"/Size (\d+)", rb"/Root (\d+)", rb"startxref\n(\d+)\n%%EOF\n?$")]
    of, extend = lambda n: re.findall(rb"\n%d 0 obj\n(.*?)\nendobj\n" % n, issued, re.S)[-1], lambda d, key, more: re.sub(key + rb"[^\]]*", lambda m: m[0] + more, d, count=1)
    names, kept = int(re.search(rb"\n/Names (\d+) 0 R\n", of(root))[1]), b"\n".join(re.findall(rb"\n(/(?:Root|Info|ID) [^\n]+)", tail))
    objects = [(root, extend(of(root), rb"\n/AF \[", b"".join(b" %d 0 R" % (size + 2 * k + 1) for k in range(len(proofs))))),
        (names, extend(of(names), rb"/EmbeddedFiles <<\s+/Names \[", b"".join(b"    (%s) %d 0 R\n" % (f, size + 2 * k + 1) for k, (_, f) in enumerate(proofs))))]
    for k, (text, f) in enumerate(proofs):
        objects += [(size + 2 * k, b"<<\n/Type /EmbeddedFile\n/Subtype /text#2Fplain\n/Params <<\n/ModDate (D:%sZ)\n/Size %d\n>>\n/Length %d\n>>\nstream\n%s\nendstream" % (re.sub("[-T:]", "", leaves[k][0]["at"][:19]).encode(), len(text), len(text), text)),
            (size + 2 * k + 1, b"<<\n/Type /Filespec\n/AFRelationship /Supplement\n/F (%s)\n/UF (%s)\n/EF <<\n/F %d 0 R\n>>\n>>" % (f, f, size + 2 * k))]
    out, xref = b"%awlawiya-proof\n", b"xref\n0 1\n0000000000 65535 f \n"
    for n, d in objects: xref, out = xref + b"%d 1\n%010d 00000 n \n" % (n, len(issued) + len(out)), out + b"%d 0 obj\n%s\nendobj\n" % (n, d)
    assert added == out + xref + b"trailer\n<<\n/Size %d\n%s\n/Prev %d\n>>\nstartxref\n%d\n%%%%EOF\n" % (size + 2 * len(proofs), kept, start, len(issued) + len(out))
verify(open(sys.argv[1], "rb").read(), sys.argv[2].split("+")[0].encode(), b64(sys.argv[2].split("+", 2)[2].encode())[1:])
print("holds: every byte is as issued and logged under this key")
