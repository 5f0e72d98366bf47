"""The dossier: one self-contained HTML page for a story."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from whence.dossier.chains import trace_chains
from whence.dossier.claims import gather_claims
from whence.dossier.days import read_days, say_day, say_period, say_precision
from whence.dossier.differences import draw_differences
from whence.dossier.forecasts import foretell
from whence.dossier.leads import fill_columns, open_dossier
from whence.dossier.people import register_people
from whence.dossier.records import index_records
from whence.dossier.sources import ask_sources, copies
from whence.dossier.stemmata import draw_stemma
from whence.dossier.tellings import HOW_WORDS, tell_accounts
from whence.dossier.texts import lay_out_reports
from whence.dossier.timelines import draw_timeline
from whence.dossier.voices import SIGN_WORDS
from whence.dossier.wordings import OUTLET_BASES, clip, printable
from whence.model.judgements import Judgement
from whence.model.readings import Reading
from whence.model.stories import Story


def write_dossier(
    story: Story,
    readings: Sequence[Reading],
    *,
    title: str,
    excerpts_only: bool = False,
    made_on: str | None = None,
    judgements: Sequence[Judgement] = (),
) -> str:
    """The page for a story, as HTML: no outside request, readable without scripts, the same bytes for the same input.

    ``readings`` hold at least those of the story's reports, in any order. ``excerpts_only`` leaves out the full texts and
    keeps the passages that records rest on. ``made_on`` is printed as it is. ``judgements`` name who decided what.

    Raises RecordUnknown where the story names a record that no reading holds.
    """
    records = index_records(story, readings, judgements, excerpts_only)
    accounts = tell_accounts(records)
    foretold = foretell(records)
    return (
        _environment()
        .get_template("dossier.html")
        .render(
            title=printable(title),
            made_on=made_on,
            made_by=sorted({report.reading.made_by for report in records.filed.values()}, key=repr),
            records=records,
            lead=open_dossier(records, accounts),
            columns=fill_columns(accounts),
            timeline=draw_timeline(accounts, foretold, records.year),
            differences=draw_differences(records, accounts),
            accounts=sorted(accounts, key=lambda account: account.weight, reverse=True),
            chains={account.anchor: trace_chains(records, account) for account in accounts},
            claims=gather_claims(records),
            asked=ask_sources(records),
            copies=copies(records),
            stemma=draw_stemma(records),
            people=register_people(records, accounts),
            foretold=foretold,
            reports=lay_out_reports(records, accounts, foretold),
        )
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("whence.dossier"), autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    script = _asset("dossier.js")
    environment.globals.update(
        how_words=HOW_WORDS,
        outlet_bases=OUTLET_BASES,
        sign_words=SIGN_WORDS,
        style=Markup(_asset("dossier.css")),
        script=Markup(script),
        script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
    )
    environment.filters.update(
        anchor=lambda words: quote(words, safe=""),
        clip=clip,
        day=say_day,
        pc=lambda number: f"{number:.2f}%",
        period=say_period,
        precision=say_precision,
        stamp=lambda moment: say_period(read_days(moment)),
        tail=lambda path: path.replace("\\", "/").rsplit("/", 1)[-1],
    )
    return environment


def _asset(name: str) -> str:
    return files("whence.dossier").joinpath("templates", name).read_text(encoding="utf-8")
