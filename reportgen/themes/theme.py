"""How a role looks: theme tokens as frozen values, read from a TOML file and validated as a whole."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, get_args

from reportgen.errors import Finding, Place, UsageError

FOLDER = Path(__file__).parent
MM = 72 / 25.4

Alignment = Literal["start", "justify", "center", "end"]
Weight = Literal["regular", "medium", "bold", "black"]
Stress = Literal["bold", "dots"]
STRESSES: tuple[Stress, ...] = get_args(Stress)
_HEAVIER: Mapping[str, tuple[Weight, ...]] = {
    "regular": ("regular",),
    "medium": ("medium", "bold", "regular"),
    "bold": ("bold", "black", "regular"),
    "black": ("black", "bold", "regular"),
}


@dataclass(frozen=True, slots=True)
class Face:
    """A font file at a point of its axes: a file of a Python `package`, or of the theme's own font folder."""

    name: str
    file: str
    package: str = ""
    index: int = 0
    axes: tuple[tuple[str, float], ...] = ()
    sha256: str = ""
    checksum: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """The faces that set one weight: one for Han characters and their marks, one for Latin letters and digits."""

    han: Face
    latin: Face


@dataclass(frozen=True, slots=True)
class Family:
    """Faces by weight, the names that Word knows by script (ISO 15924), and a CSS font stack."""

    name: str
    faces: Mapping[str, Pair]
    word: Mapping[str, str]
    css: str

    def pair(self, weight: str) -> Pair:
        """Return the faces of `weight`, or of the nearest that the family has."""
        return next(self.faces[near] for near in _HEAVIER[weight] if near in self.faces)


@dataclass(frozen=True, slots=True)
class Style:
    """A role's look: `size`, `leading`, `before` and `after` in points, `indent` and `tracking` in ems.

    `emphasis` is how stressed Han text stands out: bold, or with a dot under each character (着重号).
    """

    role: str
    family: Family
    size: float
    leading: float
    color: str
    weight: Weight = "regular"
    align: Alignment = "start"
    indent: float = 0.0
    before: float = 0.0
    after: float = 0.0
    tracking: float = 0.0
    emphasis: Stress = "bold"

    @property
    def pair(self) -> Pair:
        """The faces that set this style."""
        return self.family.pair(self.weight)


@dataclass(frozen=True, slots=True)
class Page:
    """The sheet and its margins in points; a grid of `lines` a page and Han `chars` a line where they are not 0."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    lines: int = 0
    chars: int = 0

    @property
    def measure(self) -> float:
        """The width of the type area."""
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns of the type area, the gutter between them, the air between groups, the inside of a tinted card (points).

    `hairline`, `rule` and `heavy` are the widths of lines: between rows, over cards, over groups.
    """

    columns: int
    gutter: float
    group_space: float
    pad: float = 12.0
    hairline: float = 0.5
    rule: float = 1.0
    heavy: float = 2.2


@dataclass(frozen=True, slots=True)
class Folio:
    """The number of a page: its `form`, at the `outer` edge of facing pages, and `ruled` off from the text above."""

    form: str = "{page} / {pages}"
    outer: bool = False
    ruled: bool = True


@dataclass(frozen=True, slots=True)
class Theme:
    """All tokens of one look; `colors` map names to `#RRGGBB`."""

    name: str
    names: Mapping[str, str]
    page: Page
    grid: Grid
    colors: Mapping[str, str]
    families: Mapping[str, Family]
    styles: Mapping[str, Style]
    following: Mapping[str, Style] = field(default_factory=dict)
    folder: Path | None = None
    folio: Folio = field(default_factory=Folio)

    def style(self, role: str, follow: bool = False) -> Style:
        """Return the look of `role`; `follow` asks for its look as the second language of a bilingual page.

        A role `a.b` that the theme does not name looks like `a`, and at last like `body`.
        """
        while role not in self.styles:
            role = role.rpartition(".")[0] or "body"
        return self.following.get(role, self.styles[role]) if follow else self.styles[role]

    def heading(self, level: int) -> str:
        """Return the role of headings of `level`: the deepest that the theme names down to it."""
        roles = (f"heading.{depth}" for depth in range(level, 0, -1))
        return next((role for role in roles if role in self.styles), "body")

    def color(self, name: str) -> tuple[float, float, float]:
        """Return a colour's red, green and blue from 0 to 1."""
        value = self.colors[name]
        return int(value[1:3], 16) / 255, int(value[3:5], 16) / 255, int(value[5:7], 16) / 255


def theme_names() -> tuple[str, ...]:
    """Return the names of the themes that the package brings, sorted."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml") if path.stem != "fonts"))


def load_theme(name: str, base: Path | None = None) -> Theme:
    """Load a theme by name, or from a TOML file whose path, relative to `base`, is given instead.

    Raises UsageError with every fault of the file at once.
    """
    if name in theme_names():
        return _load(FOLDER / f"{name}.toml")
    path = (base or Path()) / name
    if path.suffix == ".toml" and path.is_file():
        return _load(path.resolve())
    raise UsageError.of(
        "theme-unknown", f"there is no theme “{name}”", hint=f"use one of {', '.join(theme_names())}, or a .toml file"
    )


@lru_cache(maxsize=16)
def _load(path: Path) -> Theme:
    try:
        with path.open("rb") as file:
            tokens = tomllib.load(file)
        with (FOLDER / "fonts.toml").open("rb") as file:
            faces = tomllib.load(file)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError.of("theme-syntax", f"the theme is not TOML: {error}", Place(file=path.name)) from error
    faults = list(_faults(tokens, faces))
    if faults:
        raise UsageError(Finding("theme-token", fault, Place(file=path.name)) for fault in faults)
    return _theme(tokens, faces, path.parent if "fonts" in tokens else None)


def _faults(tokens: dict[str, Any], faces: dict[str, Any]) -> Iterator[str]:
    missing = [key for key in ("name", "page", "grid", "colors", "families", "styles") if key not in tokens]
    if missing:
        yield f"the theme lacks {', '.join(missing)}"
        return
    faces = faces | tokens.get("fonts", {}).get("faces", {})
    for name, color in tokens["colors"].items():
        if not (isinstance(color, str) and len(color) == 7 and color[0] == "#" and _is_hex(color[1:])):
            yield f"colour “{name}” is {color!r}; write #RRGGBB"
    for name, family in tokens["families"].items():
        for weight in _HEAVIER.keys() & family.keys():
            for script, face in family[weight].items():
                if face not in faces:
                    known = ", ".join(sorted(faces))
                    yield f"family “{name}”, {weight} {script}: there is no face “{face}”; use {known}"
    yield from _page_faults(tokens["page"])
    yield from _folio_faults(tokens.get("folio", {}))
    for table in ("styles", "follow"):
        for role, style in tokens.get(table, {}).items():
            yield from _style_faults(f"{table}.{role}", style, tokens, table == "styles")


def _page_faults(page: dict[str, Any]) -> Iterator[str]:
    lengths = [f"{spec.name}_mm" for spec in fields(Page) if spec.name not in ("lines", "chars")]
    yield from (f"page lacks {key}" for key in lengths if key not in page)
    for key, value in page.items():
        if key in lengths and not isinstance(value, int | float):
            yield f"page.{key} is {value!r}; write millimetres"
        elif key in ("lines", "chars") and (type(value) is not int or value < 2):
            yield f"page.{key} is {value!r}; write a whole number from 2"
        elif key not in (*lengths, "lines", "chars"):
            yield f"page: unknown token “{key}”; use {', '.join((*lengths, 'lines', 'chars'))}"


def _folio_faults(folio: dict[str, Any]) -> Iterator[str]:
    known = {spec.name: type(getattr(Folio(), spec.name)) for spec in fields(Folio)}
    for key, value in folio.items():
        if key not in known:
            yield f"folio: unknown token “{key}”; use {', '.join(known)}"
        elif type(value) is not known[key]:
            yield f"folio.{key} is {value!r}; write {'true or false' if known[key] is bool else 'text in quotes'}"
    form = folio.get("form", "{page}")
    if isinstance(form, str) and "{page}" not in form:
        yield f"folio.form is “{form}”; it must hold {{page}}"


def _style_faults(name: str, style: dict[str, Any], tokens: dict[str, Any], full: bool) -> Iterator[str]:
    known = {spec.name for spec in fields(Style)} - {"role"}
    for key in sorted(style.keys() - known):
        yield f"{name}: unknown token “{key}”; use {', '.join(sorted(known))}"
    if full and (lacking := {"family", "size", "leading", "color"} - style.keys()):
        yield f"{name} lacks {', '.join(sorted(lacking))}"
    for key, table in (("family", "families"), ("color", "colors")):
        if key in style and style[key] not in tokens[table]:
            yield f"{name}: there is no {key} “{style[key]}”; use {', '.join(tokens[table])}"
    if style.get("weight", "regular") not in _HEAVIER:
        yield f"{name}: there is no weight “{style['weight']}”; use {', '.join(_HEAVIER)}"
    if style.get("emphasis", "bold") not in STRESSES:
        yield f"{name}: there is no emphasis “{style['emphasis']}”; use {', '.join(STRESSES)}"


def _is_hex(text: str) -> bool:
    return all(char in "0123456789abcdefABCDEF" for char in text)


def _theme(tokens: dict[str, Any], faces: dict[str, Any], folder: Path | None) -> Theme:
    fonts = tokens.get("fonts", {})
    own = folder / fonts.get("folder", ".") if folder else None
    known = {name: _face(name, spec) for name, spec in (faces | fonts.get("faces", {})).items()}
    families = {name: _family(name, spec, known) for name, spec in tokens["families"].items()}
    styles = {role: _style(role, spec, families) for role, spec in tokens["styles"].items()}
    following = {
        role: replace(styles[role], **_resolved(spec, families)) for role, spec in tokens.get("follow", {}).items()
    }
    page = Page(**{key.removesuffix("_mm"): _points(key, value) for key, value in tokens["page"].items()})
    return Theme(
        name=tokens["name"],
        names=tokens.get("names", {}),
        page=page,
        grid=Grid(**tokens["grid"]),
        colors=tokens["colors"],
        families=families,
        styles=styles,
        following=following,
        folder=own,
        folio=Folio(**tokens.get("folio", {})),
    )


def _points(key: str, value: Any) -> Any:
    return value * MM if key.endswith("_mm") else value


def _face(name: str, spec: dict[str, Any]) -> Face:
    axes = tuple(sorted(spec.get("axes", {}).items()))
    pin = spec.get("sha256", ""), spec.get("checksum", "")
    return Face(name, spec["file"], spec.get("package", ""), spec.get("index", 0), axes, *pin)


def _family(name: str, spec: dict[str, Any], faces: dict[str, Face]) -> Family:
    weights = {key: spec[key] for key in _HEAVIER if key in spec}
    pairs = {key: Pair(faces[value["han"]], faces[value["latin"]]) for key, value in weights.items()}
    return Family(name, pairs, spec.get("word", {}), spec.get("css", "serif"))


def _style(role: str, spec: dict[str, Any], families: Mapping[str, Family]) -> Style:
    return Style(role=role, **_resolved(spec, families))


def _resolved(spec: dict[str, Any], families: Mapping[str, Family]) -> dict[str, Any]:
    return {key: families[value] if key == "family" else value for key, value in spec.items()}
