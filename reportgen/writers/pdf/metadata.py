"""A document to what a PDF file says about itself: the XMP packet, the information dictionary, the output intent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from html import escape

from reportgen import __version__
from reportgen.document import Document, Words, plain, said
from reportgen.errors import Finding, WriterError
from reportgen.writers.pdf.syntax import text_string

STANDARDS = {"a-2a": (2, "A"), "a-3a": (3, "A"), "ua-1": None}
"""Part and level of ISO 19005 by the name of a standard, none for ua-1; each file is PDF/UA-1 (ISO 14289-1) besides."""

PRODUCER = f"reportgen {__version__}"

_EXTENSION = """\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""
"""PDF/A knows no pdfuaid schema, so the packet describes it (ISO 19005-2, 6.6.2.3.2)."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says about itself: `titles` by language, leading first, `issued` a day, `digest` of its facts."""

    titles: tuple[tuple[str, str], ...]
    authors: tuple[str, ...]
    issued: date
    digest: str
    standard: str

    @property
    def title(self) -> str:
        """The title in the leading language."""
        return self.titles[0][1]

    def xmp(self) -> bytes:
        """Return the XMP packet (ISO 16684-1) with the conformance claims."""
        claims = _description("pdfuaid", "http://www.aiim.org/pdfua/ns/id/", part="1")
        if archival := STANDARDS[self.standard]:
            part, level = archival
            pdfa = _description("pdfaid", "http://www.aiim.org/pdfa/ns/id/", part=str(part), conformance=level)
            claims = pdfa + claims + _EXTENSION
        stamp = f"{self.issued.isoformat()}T00:00:00Z"
        dates = {"CreatorTool": PRODUCER, "CreateDate": stamp, "ModifyDate": stamp, "MetadataDate": stamp}
        rest = _description("xmp", "http://ns.adobe.com/xap/1.0/", **dates)
        rest += _description("pdf", "http://ns.adobe.com/pdf/1.3/", Producer=PRODUCER)
        return _packet(claims + self._core() + rest)

    def _core(self) -> str:
        """Return the Dublin Core properties."""
        titles = (("x-default", self.title), *self.titles)
        alternatives = "".join(_item(text, f' xml:lang="{escape(lang)}"') for lang, text in titles)
        parts = [
            "<dc:format>application/pdf</dc:format>",
            f"<dc:title><rdf:Alt>{alternatives}</rdf:Alt></dc:title>",
            f"<dc:language><rdf:Bag>{''.join(_item(lang) for lang, _ in self.titles)}</rdf:Bag></dc:language>",
        ]
        if self.authors:
            parts.append(f"<dc:creator><rdf:Seq>{''.join(map(_item, self.authors))}</rdf:Seq></dc:creator>")
        if self.digest:
            parts.append(f"<dc:source>urn:sha256:{escape(self.digest)}</dc:source>")
        name = 'rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        return f"<rdf:Description {name}>{''.join(parts)}</rdf:Description>"

    def info(self) -> bytes:
        """Return the information dictionary; it agrees with the XMP packet."""
        stamp = f"D:{self.issued:%Y%m%d}000000Z"
        entries = {"Title": self.title, "Creator": PRODUCER, "Producer": PRODUCER}
        entries |= {"Author": "; ".join(self.authors)} if self.authors else {}
        entries |= {"CreationDate": stamp, "ModDate": stamp}
        return b"<<" + b" ".join(b"/%b %b" % (key.encode(), text_string(text)) for key, text in entries.items()) + b">>"


def metadata(document: Document, standard: str) -> Metadata:
    """Return what `document` says about itself.

    Raises WriterError, all faults at once, for a missing title (ISO 14289-1, 7.1), a date that is none, and a standard
    that is not one of `STANDARDS`.
    """
    faults = list(_faults(document, standard))
    if faults:
        raise WriterError(faults)
    titles = tuple((lang, _said(document.title, lang) or _first(document.title)) for lang in document.langs)
    authors = tuple(dict.fromkeys(plain(wording.content) for wording in document.author))
    return Metadata(titles, authors, date.fromisoformat(document.issued), document.digest, standard)


def _faults(document: Document, standard: str) -> list[Finding]:
    faults = []
    if not _first(document.title):
        faults.append(Finding("document-title", "the document has no title", hint="give the report a title"))
    if not _is_date(document.issued):
        message = f"the date of issue “{document.issued}” is not a date"
        faults.append(Finding("document-issued", message, hint="write it as 2023-08-02"))
    if standard not in STANDARDS:
        message = f"there is no PDF standard “{standard}”"
        faults.append(Finding("standard-unknown", message, hint=f"use one of {', '.join(STANDARDS)}"))
    return faults


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _said(words: Words, lang: str) -> str:
    return plain(said(words, lang)).strip()


def _first(words: Words) -> str:
    return next((text for wording in words if (text := plain(wording.content).strip())), "")


def _description(prefix: str, namespace: str, **values: str) -> str:
    inner = "".join(f"<{prefix}:{key}>{escape(value)}</{prefix}:{key}>" for key, value in values.items())
    return f'<rdf:Description rdf:about="" xmlns:{prefix}="{namespace}">{inner}</rdf:Description>'


def _item(text: str, attribute: str = "") -> str:
    return f"<rdf:li{attribute}>{escape(text)}</rdf:li>"


def _packet(descriptions: str) -> bytes:
    head = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    body = f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">{descriptions}</rdf:RDF>'
    return f'{head}\n<x:xmpmeta xmlns:x="adobe:ns:meta/">{body}</x:xmpmeta>\n<?xpacket end="w"?>'.encode()


def output_intent(profile: int) -> bytes:
    """Return the output intent array that declares the ICC stream object `profile` (ISO 19005-2, 6.2.3)."""
    name = text_string("sRGB IEC61966-2.1")
    intent = b"/Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier %b /Info %b /DestOutputProfile %d 0 R"
    return b"[<<" + intent % (name, name, profile) + b">>]"
