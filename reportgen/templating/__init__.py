"""The second station, compose: a template, a briefing and a language in; a document out."""

from reportgen.templating.compose import compose
from reportgen.templating.schema import content_faults
from reportgen.templating.template import Template, faults_of, load_template, template_folders

__all__ = ["Template", "compose", "content_faults", "faults_of", "load_template", "template_folders"]
