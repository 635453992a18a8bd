"""What the platforms' pages say, case by case: given, asked, expected, and because of which rule.

A file of cases holds `common` (a document), and `cases`. A case's `given` is laid over the
common document; a null takes a fact away. `expect` names what is to be found in the answer
and leaves out the rest:

- a single value, or a mapping of them (`refund`, `reversible`): equal;
- `blockers`: exactly these, each with its remedies and the verdict after them;
- `remedies_possible`: exactly these remedies only may lead to what is said of them;
- `consequences`: by code; `mails`: by the name of the step; `not_consequences`: codes;
- `prepare`, `steps`: exactly these codes in this order; `*_possible` those only possible;
- `unknown`: exactly these outputs, each with the facts that would settle it;
- `assumptions_include`, `not_assumptions`, `rules_include`, `not_rules`: ids;
- `error` with `says`: the code of the error that is raised, and a part of its text.

Every id under `because` has to be among the rules or assumptions of the answer, and none of
those under `absent` (a case can show a rule by its absence).
"""

from __future__ import annotations

import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from subhub import Hub
from subhub.documents import read
from subhub.errors import SubhubError

HERE = Path(__file__).parent
HUB = Hub()
#: from how many answers on the rules are compiled
WAYS = {"compiled": 0, "evaluated": sys.maxsize}
LISTS = ("consequences", "prepare", "steps", "blockers")
OUTPUTS = (
    "platform", "subscription", "product", "intent", "mode", "actor", "on", "verdict", "outcome",
    "ends_on", "access_until", "billing_stops_on", "reason",
)  # fmt: skip
EXPECTED = {
    *OUTPUTS, *LISTS, "refund", "reversible", "mails", "not_consequences", "prepare_possible",
    "steps_possible", "unknown", "stale", "assumptions_include", "not_assumptions",
    "rules_include", "not_rules", "error", "says", "remedies_possible",
}  # fmt: skip


def load() -> list[Any]:
    found = []
    for path in sorted(HERE.glob("*/*.yaml")):
        file = read(path).data
        only(file, {"about", "common", "cases"}, path.name)
        for case in file["cases"]:
            name = f"{path.parent.name}/{path.stem}/{case['id']}"
            only(case, {"id", "because", "absent", "given", "ask", "expect"}, name)
            only(case["ask"], {"on", "mode", "actor", "intent", "policy_as_of"}, name)
            only(case["expect"], EXPECTED, name)
            given = {**file.get("common", {}), **case.get("given", {})}
            found.append(pytest.param(given, case, id=name))
    return found


def only(mapping: dict[str, Any], known: set[str], where: str) -> None:
    odd = sorted(set(mapping) - known)
    assert not odd, f"{where}: misspelt {odd}"


CASES = load()


def codes(parts: list[dict[str, Any]], certainty: str | None = None) -> list[str]:
    return [each["code"] for each in parts if certainty in (None, each["certainty"])]


def part(actual: dict[str, Any] | None, wanted: dict[str, Any] | None) -> Any:
    """The part of ``actual`` that ``wanted`` speaks of."""
    if actual is None or wanted is None:
        return actual
    return {key: actual[key] for key in wanted}


def named(
    parts: list[dict[str, Any]], key: str, wanted: dict[str, dict[str, Any]]
) -> dict[str, Any]:
    by_name = {each[key]: each for each in parts if each[key] is not None}
    return {name: part(by_name.get(name), want) for name, want in wanted.items()}


def blockers(parts: list[dict[str, Any]]) -> dict[str, dict[str, str]]:
    return {
        each["code"]: {remedy["code"]: remedy["then"] for remedy in each["remedies"]}
        for each in parts
    }


def compared(answer: dict[str, Any], key: str, wanted: Any) -> tuple[Any, Any]:
    """What is to be equal for one key of ``expect``."""
    match key:
        case "refund" | "reversible":
            return part(answer[key], wanted), wanted
        case "blockers":
            return blockers(answer[key]), wanted
        case "remedies_possible":
            remedies = [each for blocker in answer["blockers"] for each in blocker["remedies"]]
            return codes(remedies, "possible"), wanted
        case "consequences":
            return named(answer[key], "code", wanted), wanted
        case "mails":
            return named(answer["consequences"], "subject", wanted), wanted
        case "not_consequences":
            return set(codes(answer["consequences"])) & set(wanted), set()
        case "prepare" | "steps":
            return codes(answer[key]), wanted
        case "prepare_possible" | "steps_possible":
            return codes(answer[key.removesuffix("_possible")], "possible"), wanted
        case "assumptions_include" | "rules_include":
            return set(wanted) - cited(answer), set()
        case "not_assumptions" | "not_rules":
            return set(wanted) & cited(answer), set()
    return answer[key], wanted


def cited(answer: dict[str, Any]) -> set[str]:
    return {rule["id"] for rule in answer["rules"]} | set(answer["assumptions"])


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("given, case", CASES)
def test_case(
    given: dict[str, Any], case: dict[str, Any], way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("subhub.hub.answer.PAYS_FROM", WAYS[way])
    ask, expect = case["ask"], case["expect"]
    if "error" in expect:
        with pytest.raises(SubhubError) as caught:
            HUB.preview(given, **ask)
        assert caught.value.code == expect["error"]
        assert expect.get("says", "") in str(caught.value)
        return
    answer = HUB.preview(given, **ask).model_dump(mode="json")
    pairs = {key: compared(answer, key, wanted) for key, wanted in expect.items()}
    assert {key: found for key, (found, _) in pairs.items()} == {
        key: wanted for key, (_, wanted) in pairs.items()
    }
    absent = set(case.get("absent", ()))
    assert (set(case["because"]) - absent) - cited(answer) == set(), "not cited"
    assert absent & cited(answer) == set(), "cited"


def test_there_are_cases_of_every_platform_and_no_two_of_one_name() -> None:
    names = [case.id for case in CASES]
    assert {name.split("/")[0] for name in names} == {"expa", "impact", "squarespace"}
    assert len(names) == len(set(names))


def test_every_rule_and_reading_has_a_case_and_a_source() -> None:
    told = subprocess.run(
        [sys.executable, HERE.parents[1] / "tools" / "rules_without_test.py"],
        capture_output=True,
        text=True,
    )
    assert (told.stdout, told.returncode) == ("", 0), told.stderr


def test_a_rule_without_a_case_is_found() -> None:
    tool = runpy.run_path(str(HERE.parents[1] / "tools" / "rules_without_test.py"))
    assert tool["rules"]("# why\n\nA-1 one\nA-2 two\n") == ["A-1", "A-2"]
    assert tool["missing"](["A-1", "A-2"], {"A-1", "A-3"}, {"A-2"}) == [
        "A-2: no case",
        "A-1: no adapter knows it",
        "A-3: not in rules.txt",
    ]
