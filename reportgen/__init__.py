"""Structured data in, bilingual Chinese and English briefings out, as PDF, Word and HTML."""

__version__ = "0.1.0"
