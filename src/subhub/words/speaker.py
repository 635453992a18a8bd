"""Speaker: one answer in words.

Every sentence may use any fact of the subscription by its name, the request, what the
answer says, and ``$date`` and ``$subject`` of the item it is about.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from subhub.words.catalogue import Words, words

if TYPE_CHECKING:
    from subhub.model.cancellation import Cancellation
    from subhub.model.subscription import Subscription
    from subhub.plugin import Adapter

#: what a sentence can use beside the facts of the subscription
ARGUMENTS = frozenset({
    "on", "mode", "actor", "actor_name", "intent", "asked", "zone", "verdict", "outcome",
    "ends_on", "access_until", "billing_stops_on", "refund_kind", "refund_amount",
    "refund_at_most", "refund_automatic", "refund_to", "refund_due_by", "undo_until",
    "blocker_count", "needed", "output", "date", "subject",
    "money", "days", "against", "until", "subscription",
})  # fmt: skip
#: the parts of an answer that are lists of codes, and the kind of message for each
_ITEMS = {
    "blockers": "blocker",
    "consequences": "consequence",
    "prepare": "step",
    "steps": "step",
}


class Speaker:
    """Puts an answer's codes into words. Costs nothing until it is asked to speak."""

    __slots__ = ("_adapter", "_subscription")

    def __init__(self, adapter: Adapter, subscription: Subscription) -> None:
        self._adapter = adapter
        self._subscription = subscription

    def words(self, lang: str) -> Words:
        """The words of the platform in one language."""
        return words(lang, self._adapter)

    def sentence(self, kind: str, code: str, lang: str, **args: object) -> str:
        """The sentence for one code, such as ``sentence("blocker", "unpaid_invoice", "ja")``.

        It knows the facts of the subscription; ``args`` add what :meth:`arguments` gives,
        and ``date`` and ``subject`` of the item.
        """
        said = self.words(lang)
        if "actor" in args:
            args["actor_name"] = said.say(f"actor-{args['actor']}")
        return said.fill(f"{kind}-{code}", self._facts() | args)

    def arguments(self, answer: Cancellation, lang: str) -> dict[str, Any]:
        """What every sentence about the answer may use: facts, request, answer."""
        refund = answer.refund
        parts = ("kind", "amount", "at_most", "automatic", "to", "due_by")
        return {
            **self._facts(),
            "on": answer.on,
            "mode": answer.mode,
            "actor": answer.actor,
            "actor_name": self.words(lang).say(f"actor-{answer.actor}"),
            "intent": answer.intent,
            "asked": self.words(lang).say(f"intent-{answer.intent}"),
            "verdict": answer.verdict,
            "outcome": answer.outcome,
            "ends_on": answer.ends_on,
            "access_until": answer.access_until,
            "billing_stops_on": answer.billing_stops_on,
            **{f"refund_{part}": refund and getattr(refund, part) for part in parts},
            "undo_until": answer.reversible.until,
            "blocker_count": len(answer.blockers),
            "needed": self.labels(_decisive(answer), lang),
        }

    def labels(self, facts: Iterable[str], lang: str) -> str | None:
        """The names of facts as people call them, in one breath; ``None`` for none."""
        said = self.words(lang)
        named = [said.say(f"fact-{name}") for name in facts]
        return said.together(named) if named else None

    def headline(self, answer: Cancellation, lang: str) -> str:
        """The answer in one plain sentence."""
        return self.words(lang).fill(_headline(answer), self.arguments(answer, lang))

    def sentences(self, answer: Cancellation, dump: dict[str, Any], lang: str) -> dict[str, Any]:
        """``dump``, which may leave out parts, with a sentence beside every code.

        Only these sentences depend on the language.
        """
        said, args = self.words(lang), self.arguments(answer, lang)
        told = dict(dump)
        for key, kind in _ITEMS.items():
            if key in dump:
                told[key] = [_item(said, kind, item, args) for item in dump[key]]
        if dump.get("rules"):
            told["rules"] = [_with(rule, "rule", rule.get("id"), said, args)
                             for rule in dump["rules"]]  # fmt: skip
        if dump.get("refund"):
            told["refund"] = _with(dump["refund"], "refund", dump["refund"].get("kind"), said, args)
        if dump.get("reversible"):
            told["reversible"] = _with(
                dump["reversible"], "undo", _undo(dump["reversible"]), said, args
            )
        if "verdict" in dump:
            told["sentence"] = said.fill(_headline(answer), args)
        if "outcome" in dump:
            told["outcome_sentence"] = _say(said, "outcome", dump["outcome"], args)
        if "reason" in dump:
            told["reason_sentence"] = _say(said, "reason", dump["reason"], args)
        if "assumptions" in dump:
            told["assumption_sentences"] = {
                each: _say(said, "reading", each, args) for each in dump["assumptions"]
            }
        if "unknown" in dump:
            told["unknown_sentences"] = {
                key: self.open_output(key, needed, lang) for key, needed in dump["unknown"].items()
            }
        return told

    def open_output(self, key: str, needed: Iterable[str], lang: str) -> str:
        """Why an output is not known: the facts that would settle it."""
        said = self.words(lang)
        output = said.say(f"output-{key.replace('.', '-')}")
        return said.say("unknown-output", output=output, needed=self.labels(needed, lang))

    def _facts(self) -> dict[str, Any]:
        return {**self._subscription.__dict__, "zone": self._subscription.zone}


def _headline(answer: Cancellation) -> str:
    settled = answer.verdict == "allowed" and answer.outcome
    return f"headline-{settled or answer.verdict}"


def _decisive(answer: Cancellation) -> tuple[str, ...]:
    """The facts on which the verdict depends, or, where that is known, the outcome."""
    return answer.unknown.get("verdict") or answer.unknown.get("outcome") or ()


def _undo(reversible: Mapping[str, Any]) -> str | None:
    if reversible.get("possible") is False:
        return "never"
    how: str | None = reversible.get("how")
    return how


def _item(said: Words, kind: str, item: dict[str, Any], args: Mapping[str, Any]) -> dict[str, Any]:
    """A blocker, consequence or step with its sentence, and with those of its parts."""
    on = item.get("on")
    about = {**args, "date": on and date.fromisoformat(on), "subject": item.get("subject")}
    told = _with(item, kind, item.get("code"), said, about)
    if "remedies" in item:
        told["remedies"] = [_with(each, "remedy", each.get("code"), said, about)
                            for each in item["remedies"]]  # fmt: skip
    if "where" in item:
        told["where_sentence"] = _say(said, "where", item["where"], about)
    return told


def _with(
    item: dict[str, Any], kind: str, code: str | None, said: Words, args: Mapping[str, Any]
) -> dict[str, Any]:
    return {**item, "sentence": _say(said, kind, code, args)}


def _say(said: Words, kind: str, code: str | None, args: Mapping[str, Any]) -> str | None:
    return said.fill(f"{kind}-{code}", args) if code else None
