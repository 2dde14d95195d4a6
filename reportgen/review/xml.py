"""The names of WordprocessingML and what is asked of its elements: short names in, elements and attributes out."""

from __future__ import annotations

from lxml import etree

from reportgen.writers.docx.xml import OFFICE, W

Element = etree._Element

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
RELATION = OFFICE


def w(name: str) -> str:
    """Return the whole name of the element or attribute `name`."""
    return f"{{{W}}}{name}"


def local(element: Element) -> str:
    """Return the name of a Word element, and "" for any other, comments too."""
    tag = element.tag
    return tag[len(W) + 2 :] if isinstance(tag, str) and tag.startswith(f"{{{W}}}") else ""


def value(element: Element | None, name: str = "val") -> str:
    """Return the attribute `name` of `element`, "" where there is neither."""
    return "" if element is None else element.get(w(name)) or ""


def make(name: str, parent: Element | None = None, /, **attributes: str) -> Element:
    """Return a new element, the last of `parent` where there is one."""
    made = etree.Element(w(name), {w(key): text for key, text in attributes.items()})
    if parent is not None:
        parent.append(made)
    return made


def parsed(data: bytes) -> Element:
    """Return the root of `data`; raise ValueError where it is no plain XML: entities and document types are refused."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error
    if str(root.getroottree().docinfo.doctype):  # type: ignore[union-attr]
        raise ValueError("it declares a document type")
    return root


def written(root: Element) -> bytes:
    """Return the part whose root is `root`."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
