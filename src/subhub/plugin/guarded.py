"""An adapter as the rest of the house has it: asked through the boundary, and checked.

Whoever needs something of an adapter, of its documents or of its words asks here; nothing
else calls what a stranger wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from subhub.errors import AdapterBroken, DocumentError
from subhub.model.money import Money
from subhub.model.subscription import Subscription
from subhub.model.validation import LineOf, read_subscription
from subhub.once import Kept
from subhub.plugin import promised
from subhub.plugin.adapter import Adapter
from subhub.plugin.boundary import Boundary, attempt, given
from subhub.plugin.folder import Folder

if TYPE_CHECKING:
    from subhub.errors import Problem
    from subhub.model.cancellation import Cancellation, Consequence
    from subhub.policies.language.contradictions import Contradiction
    from subhub.policies.language.policy import Policy


class Guarded:
    """One adapter behind its boundary: what :class:`Adapter` has, and the methods of its documents.

    What is asked of it either keeps the promise or raises :class:`AdapterBroken`. Its model and
    its editions are asked for once, and so is it left out once. ``own`` is the adapter itself.
    """

    def __init__(self, own: Adapter, boundary: Boundary) -> None:
        self.own = own
        self.boundary = boundary
        self.platform = boundary.platform
        self.title: str = self._attribute("title", "str", promised.is_text)
        self.automated: frozenset[str] = self._attribute(
            "automated", "frozenset[str]", partial(promised.are_texts, kind=frozenset)
        )
        self.also_codes: tuple[str, ...] = self._attribute(
            "also_codes", "tuple[str, ...]", promised.are_texts
        )
        self._model: Kept[str, type[Subscription] | AdapterBroken] = Kept()
        self._policies: Kept[str, tuple[Policy, ...] | AdapterBroken] = Kept()
        self._contradictions: Kept[str, tuple[Contradiction, ...] | AdapterBroken] = Kept()

    def check(self) -> Guarded:
        """Itself, its model and its editions asked for."""
        self.subscription()
        self.editions()
        self.contradictions()
        return self

    def subscription(self) -> type[Subscription]:
        """The model of its documents."""
        return given(self._model.get("", lambda: attempt(self._ask_model)))

    def editions(self) -> tuple[Policy, ...]:
        """Every edition of its rules."""
        return given(self._policies.get("", lambda: attempt(self._ask_editions)))

    def locale(self) -> Folder:
        """The folder of its catalogues; reading one passes the boundary too."""
        found = self.boundary.call(
            "locale()", "Traversable", promised.is_folder, lambda: self.own.locale()
        )
        return Folder(self.boundary, found)

    def also(
        self, subscription: Subscription, answer: Cancellation, on: date
    ) -> tuple[Consequence, ...]:
        """Consequences of its own. It is given copies: the answer is put together here."""
        if type(self.own).also is Adapter.also:
            return ()
        return self.boundary.call(
            "also()",
            "tuple[Consequence, ...]",
            partial(promised.are_consequences, policies=self.editions()),
            lambda: self.own.also(subscription.model_copy(), answer.model_copy(), on),
        )

    def contradictions(self) -> tuple[Contradiction, ...]:
        """What facts of its documents cannot say at once."""
        return given(self._contradictions.get("", lambda: attempt(self._ask_contradictions)))

    def read(
        self,
        document: Mapping[str, Any],
        *,
        file: str = "",
        line_of: LineOf = lambda path: None,
        of_facts: Callable[[Subscription], Iterable[Problem]] = lambda subscription: (),
    ) -> Subscription:
        """A document as its model, checked; see :func:`read_subscription`."""
        model = self.subscription()
        return self.boundary.call(
            model.__name__,
            f"{model.__name__} with facts of their types",
            lambda found: type(found) is model and promised.are_facts(found.__dict__, model),
            lambda: read_subscription(
                model, _copy(document), file=file, line_of=line_of, of_facts=of_facts
            ),
            allowed=(DocumentError,),
        )

    def schema(self) -> dict[str, Any]:
        """The JSON Schema of its documents."""
        model = self.subscription()
        return self.boundary.call(
            "model_json_schema()",
            "dict",
            promised.has_properties,
            lambda: model.model_json_schema(),
        )

    def zone(self, subscription: Subscription) -> str:
        """The time zone that days are counted in."""
        return self.boundary.call("zone", "str", promised.is_zone, lambda: subscription.zone)

    def next_charge(self, subscription: Subscription, on: date) -> date | None:
        """The next day from ``on`` that will be charged, where that is known."""
        return self.boundary.call(
            "next_charge()", "date | None", promised.is_day_or_none,
            lambda: subscription.next_charge(on),
        )  # fmt: skip

    def charges_go_on(self, subscription: Subscription) -> bool:
        """Whether further charges are to be expected."""
        return self.boundary.call(
            "charges_go_on", "bool", lambda given: type(given) is bool,
            lambda: subscription.charges_go_on,
        )  # fmt: skip

    def moneys(self, subscription: Subscription) -> dict[str, Money]:
        """Every amount of the document."""
        return self.boundary.call(
            "moneys()", "dict[str, Money]", promised.are_moneys, lambda: subscription.moneys()
        )

    def _attribute(self, name: str, wanted: str, fits: Any) -> Any:
        return self.boundary.call(name, wanted, fits, lambda: getattr(self.own, name))

    def _ask_model(self) -> type[Subscription]:
        return self.boundary.call(
            "subscription()", "type[Subscription]",
            partial(promised.is_model, platform=self.platform), lambda: self.own.subscription(),
        )  # fmt: skip

    def _ask_editions(self) -> tuple[Policy, ...]:
        return self.boundary.call(
            "editions()", "tuple[Policy, ...]",
            partial(promised.are_editions, platform=self.platform), lambda: self.own.editions(),
        )  # fmt: skip

    def _ask_contradictions(self) -> tuple[Contradiction, ...]:
        return self.boundary.call(
            "contradictions()", "tuple[Contradiction, ...]",
            promised.are_contradictions, lambda: self.own.contradictions(),
        )  # fmt: skip


def guard(adapter: Adapter | Guarded, boundary: Boundary | None = None) -> Guarded:
    """An adapter behind its boundary; one that was handed over goes by its class."""
    if isinstance(adapter, Guarded):
        return adapter
    if boundary is None:
        kind = type(adapter)
        boundary = Boundary("?", kind.__module__, kind.__qualname__)
        boundary.platform = boundary.call(
            "platform", "str", promised.is_text, lambda: adapter.platform
        )
    return Guarded(adapter, boundary)


def _copy(value: Any) -> Any:
    """A document of its own: what a model does to it is nobody else's."""
    if isinstance(value, dict):
        return {name: _copy(each) for name, each in value.items()}
    return [_copy(each) for each in value] if isinstance(value, list) else value
