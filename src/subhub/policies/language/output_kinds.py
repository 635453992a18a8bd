"""What each output of a table is, whatever the platform: a day, an amount, a code, yes or no."""

from __future__ import annotations

from subhub.errors import Hint, PolicyError
from subhub.policies.language.kinds import Kind
from subhub.policies.language.tables import Table

_DAYS = ("ends_on", "access_until", "billing_stops_on", "refund_due_by", "until")
#: what each output is, and the hint that says how one is written
_OUTPUT_KINDS = {
    **dict.fromkeys(_DAYS, (Kind.DAY, "wants_day")),
    **dict.fromkeys(("refund_amount", "refund_at_most"), (Kind.MONEY, "wants_amount")),
    **dict.fromkeys(("refund_kind", "refund_to", "how"), (Kind.CODE, "wants_code")),
    **dict.fromkeys(("refund_automatic", "possible"), (Kind.BOOL, "wants_yes_or_no")),
}


def check_output(table: Table, output: str) -> None:
    """Raise :class:`PolicyError` where a row gives something else for an output."""
    wanted, hint = _OUTPUT_KINDS[output]
    for row in table.rows:
        given = row.outputs[output]
        if given.kind not in (wanted, Kind.NOTHING):
            raise PolicyError(
                "output_of_another_kind", table=table.name, code=row.code, output=output,
                expr=repr(given), kind=given.kind.value, wanted=wanted.value, hint=Hint(hint),
            )  # fmt: skip
