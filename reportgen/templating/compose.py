"""The second station: a template, a briefing and a language in; a document in that language out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from jinja2.exceptions import SecurityError, TemplateRuntimeError, TemplateSyntaxError
from markupsafe import Markup, escape

from reportgen.document import Document, Masthead, plain, said, wording
from reportgen.errors import Finding, Place, TemplateError
from reportgen.facts import Briefing
from reportgen.languages import Language, language
from reportgen.templating.charts import chart_of
from reportgen.templating.environment import UnfinishedError, collecting, tell
from reportgen.templating.markdown import Reader
from reportgen.templating.pictures import picture_of
from reportgen.templating.reader import BlockReader
from reportgen.templating.script import spaced_name
from reportgen.templating.slots import Data, Slots, SlotsFullError
from reportgen.templating.tables import table_of
from reportgen.templating.template import STRUCTURE, Template, compiled
from reportgen.templating.views import Facts, FactView, localised

_RUNTIME_FAULTS = (TemplateRuntimeError, TypeError, ValueError, LookupError, ArithmeticError)


def compose(template: Template, briefing: Briefing, lang: str) -> Document:
    """Compose `briefing` in the language `lang`; raise TemplateError with every fault that was met."""
    with collecting() as faults:
        composition = Composition(template, briefing, language(lang, briefing.style.get(lang, "")))
        document = composition.document()
    if faults:
        raise TemplateError(faults)
    return document


class Composition:
    """One run of a template: what its words may name, and the slots of the nodes that they leave."""

    def __init__(self, template: Template, briefing: Briefing, spoken: Language) -> None:
        self.template = template
        self.briefing = briefing
        self.language = spoken
        self.slots = Slots()
        self.facts = Facts(briefing, spoken, self.slots)
        self.content = localised(dict(briefing.content), spoken.code, self.slots)
        self.reader = Reader(self.slots, spoken.code)
        self.names = self._names()
        self.phrases = self._phrases()

    def document(self) -> Document:
        """Run the structure and read what it wrote."""
        file = f"{self.template.name}/{STRUCTURE}"
        text = self._run(file, self.template.sources[STRUCTURE])
        blocks = BlockReader(self.reader, file)
        read = blocks.read(text)
        for finding in blocks.findings:
            tell(finding.code, finding.message, finding.hint)
        title = next((block.title for block in read if isinstance(block, Masthead)), ())
        stated = str(self.content.get("title", "")) or plain(said(title, self.language.code))
        return Document(
            id=self.briefing.id,
            langs=(self.language.code,),
            title=wording(self.language.code, stated),
            blocks=read,
            issued=self.briefing.issued.isoformat(),
            author=wording(self.language.code, str(self.content.get("publisher", ""))),
            footer=blocks.footer,
            digest=self.briefing.digest,
        )

    def key(self, text: str) -> Markup:
        """Return the key of a data string."""
        return Data(text, self.slots).__html__()

    def _names(self) -> dict[str, Any]:
        """Return every word that a template may use."""
        identifiers = {name: view for name, view in self.facts.items() if name.isidentifier()}
        return identifiers | {
            "briefing": self.content,
            "facts": self.facts,
            "lang": self.language.code,
            "issued": Data(self.language.date(self.briefing.issued), self.slots),
            "say": self.say,
            "phrase": self.phrase,
            "spaced": lambda name: Data(spaced_name(str(name)), self.slots),
            "series": self.series,
            "text": self.text,
            "title": self.title,
            "has_text": lambda name: str(name) in self._texts,
            "chart": self.chart,
            "table": self.table,
            "picture": self.picture,
            "word": lambda key: Data(self.language.word(str(key)), self.slots),
        }

    @property
    def _texts(self) -> Mapping[str, Any]:
        return self.briefing.texts.get(self.language.code, {})

    def _phrases(self) -> Mapping[str, Any]:
        file = self.template.phrases.get(self.language.code)
        if file is None:
            known = ", ".join(sorted(self.template.phrases))
            tell(
                "phrases-missing",
                f"template {self.template.name} has no phrases in {self.language.code}",
                f"it speaks {known}",
            )
            return {}
        module = compiled(f"{self.template.name}/{file}", self.template.sources[file]).make_module(self.names)
        return {name: value for name, value in vars(module).items() if not name.startswith("_")}

    def _run(self, name: str, source: str) -> str:
        try:
            return compiled(name, source).render(self.names)
        except UnfinishedError:
            return ""
        except TemplateSyntaxError as error:
            self._failed(name, error.lineno, error.message or "the text cannot be read")
        except SecurityError as error:
            self._failed(name, 0, f"{error}")
        except SlotsFullError as error:
            self._failed(name, 0, f"{error}")
        except (
            TemplateRuntimeError,
            TypeError,
            ValueError,
            KeyError,
            IndexError,
            ZeroDivisionError,
            OverflowError,
        ) as error:
            self._failed(name, _line(error), f"{type(error).__name__}: {error}")
        return ""

    def _failed(self, name: str, line: int, message: str) -> None:
        raise TemplateError(Finding("template-run", message, Place(file=name, line=line)))

    def say(self, pattern: str, facts: Sequence[str], digits: object = "") -> Markup:
        """Say `facts` by the phrase called `pattern`, values rounded to `digits` significant digits where given."""
        phrase = self.phrases.get(str(pattern))
        if phrase is None or not hasattr(phrase, "arguments"):
            known = ", ".join(name for name, value in self.phrases.items() if hasattr(value, "arguments"))
            tell("phrase-unknown", f"there is no phrase “{pattern}”", f"use one of {known}")
            return Markup("")
        views = self._views(facts)
        if views is None:
            return Markup("")
        views = [view.at(digits) for view in views]
        if phrase.arguments == ("fs",):
            return Markup(phrase(views))  # noqa: S704 - phrases are the template's, data in them are keys
        if len(phrase.arguments) != len(views):
            wanted = len(phrase.arguments)
            tell(
                "phrase-arity",
                f"phrase “{pattern}” takes {wanted} facts, {len(views)} are given",
                words=", ".join(map(str, facts)),
            )
            return Markup("")
        return Markup(phrase(*views))  # noqa: S704 - as above

    def phrase(self, name: str, *words: object) -> Markup:
        """Say `words`, which are no facts, by the phrase called `name`."""
        phrase = self.phrases.get(str(name))
        if phrase is None or not hasattr(phrase, "arguments"):
            tell("phrase-unknown", f"there is no phrase “{name}”", "write it in each phrases.*.j2")
            return Markup("")
        if len(phrase.arguments) != len(words):
            tell("phrase-arity", f"phrase “{name}” takes {len(phrase.arguments)} words, {len(words)} are given")
            return Markup("")
        return Markup(str(phrase(*words)).strip())  # noqa: S704 - as above

    def _views(self, names: Sequence[str]) -> list[FactView] | None:
        unknown = [str(name) for name in names if str(name) not in self.facts]
        for name in unknown:
            tell("fact-unknown", f"there is no fact {name}", "use an id of the facts")
        return None if unknown else [self.facts[name] for name in names]

    def series(self, items: Sequence[Any]) -> Markup:
        """List `items` as the language does: 甲、乙 | a and b."""
        between = (*self.language.separators(len(items)), "")
        return Markup("").join(escape(item) + self.key(gap) for item, gap in zip(items, between, strict=True))

    def text(self, name: str) -> Markup:
        """Return the authored prose of the unit `name`, its facts filled in."""
        unit = self._texts.get(str(name))
        if unit is None:
            tell("text-missing", f"text.{self.language.code}.md has no unit {name}", f"write # Title {{#{name}}} there")
            return Markup("")
        padded = "\n" * (unit.line - 1) + unit.body
        return Markup(self._run(unit.file, padded).strip("\n"))  # noqa: S704 - an author's Markdown may be Markdown

    def title(self, name: str) -> Data:
        """Return the title of the unit `name`."""
        unit = self._texts.get(str(name))
        if unit is None:
            tell("text-missing", f"text.{self.language.code}.md has no unit {name}", f"write # Title {{#{name}}} there")
        return Data(unit.title if unit else "", self.slots)

    def chart(self, entry: Mapping[str, Any]) -> Markup:
        """Return the key of the chart that `entry` describes."""
        block = chart_of(entry, self.briefing, self.language, self._chart_alt)
        return Markup("") if block is None else self.slots.put(block)

    def table(self, entry: Mapping[str, Any]) -> Markup:
        """Return the key of the table that `entry` describes."""
        block = table_of(entry, self.briefing, self.language)
        return Markup("") if block is None else self.slots.put(block)

    def _chart_alt(self, title: str, pairs: Sequence[tuple[str, str]]) -> str:
        phrase = self.phrases.get("chart_alt")
        if phrase is None:
            tell("phrase-unknown", "there is no phrase “chart_alt”", "say a chart’s alternative text in phrases.*.j2")
            return ""
        said = phrase(self.key(title), [(self.key(name), self.key(value)) for name, value in pairs])
        return self.slots.plain(str(said)).strip()

    def picture(self, entry: Mapping[str, Any]) -> Markup:
        """Return the key of the picture that `entry` describes."""
        block = picture_of(entry, self.briefing, self.language)
        return Markup("") if block is None else self.slots.put(block)


def _line(error: BaseException) -> int:
    """Return the template's line that raised `error`."""
    trace, line = error.__traceback__, 0
    while trace is not None:
        template = trace.tb_frame.f_globals.get("__jinja_template__")
        if template is not None:
            line = template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return line
