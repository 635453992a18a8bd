"""Iron Gym's terms, row by row; each row names the paragraph it comes from."""

from __future__ import annotations

from datetime import date

from subhub.policies import (
    NO_REFUND,
    ON,
    BlockerRow,
    ConsequenceRow,
    Edition,
    Intent,
    Policy,
    RefundTerms,
    RemedyRow,
    Ruling,
    Source,
    StepRow,
    amount,
    charge,
    days_between,
    facts,
    minimum,
    otherwise,
    row,
    table,
)
from subhub_gym.facts import Membership

CHECKED = date(2026, 11, 21)
TERMS = Source(
    "Membership terms",
    "Iron Gym",
    "https://gym.example/terms",
    CHECKED,
    {
        "GYM-1": "1 Cooling off",
        "GYM-2": "2 Minimum term",
        "GYM-3": "3 Leaving",
        "GYM-4": "4 Buying out",
    },
)

f = facts(Membership)
cooling_off = days_between(f.started_on, ON) < 7
in_minimum_term = f.minimum_term_ends_on > ON
#: 20 pounds for each month that is left, at most 120
early_fee = minimum(amount("20 GBP") * f.months_left, amount("120 GBP"))

CLOSURE = table(
    "closure",
    row(
        "cooled_off",
        when=cooling_off,
        ends_on=ON,
        access_until=ON,
        billing_stops_on=ON,
        refund=RefundTerms("full", amount=f.price, automatic=True, to="original_card"),
        cites=[TERMS["GYM-1"]],
    ),
    row(
        "buys_out",
        when=in_minimum_term & f.may_buy_out,
        ends_on=ON,
        access_until=ON,
        billing_stops_on=ON,
        settles=[charge("early_fee", early_fee, due_by=ON + 14)],
        cites=[TERMS["GYM-4"]],
    ),
    otherwise(
        "leaves",
        ends_on=f.current_period_end,
        access_until=f.current_period_end,
        billing_stops_on=f.current_period_end,
        refund=NO_REFUND,
        cites=[TERMS["GYM-3"]],
    ),
)

CANCEL = Intent(
    "cancel",
    actors=("member",),
    one_way=(TERMS["GYM-3"],),
    nothing_to_do=(
        Ruling("already_ended", when=f.status.isin("canceled", "expired"), cites=(TERMS["GYM-3"],)),
    ),
    blockers=(
        BlockerRow(
            "in_minimum_term",
            when=in_minimum_term & ~cooling_off & ~f.may_buy_out,
            cites=(TERMS["GYM-2"],),
            remedies=(
                RemedyRow(
                    "move_away",
                    "member",
                    cites=(TERMS["GYM-2"],),
                    sets={"minimum_term_ends_on": ON},
                ),
            ),
        ),
    ),
    decides=CLOSURE,
    reversible=table(
        "undoing",
        otherwise("rejoin", possible=True, until=None, how="rejoin", cites=[TERMS["GYM-3"]]),
    ),
    consequences=(
        ConsequenceRow(
            "locker_emptied", cites=(TERMS["GYM-3"],), on=CLOSURE["ends_on"], severity="loss"
        ),
    ),
    steps=(
        StepRow(
            "tell_the_desk",
            actor="member",
            where="front_desk",
            channel="mail",
            cites=(TERMS["GYM-3"],),
        ),
    ),
)

EDITIONS = (
    Policy(
        "gym",
        Edition("2026", date(2026, 1, 1), date(2026, 1, 1), CHECKED),
        (CANCEL,),
        sources=tuple(TERMS[rule] for rule in TERMS.sections),
    ),
)
