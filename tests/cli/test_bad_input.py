"""What cannot be used is said in one line each: file, line, field, value, what would be right."""

from __future__ import annotations

import json
import re

import pytest

ON = ("--on", "2026-11-21")


PROBLEMS = [
        ("platform: squarspace\n", [".yaml:1: platform:", "`squarspace`", "`squarespace`"]),
        ("id: x\n", ["platform:", "is missing", "squarespace"]),
        ("platform: [impact]\n", ["doc.yaml:1: platform:"]),
        ("platform: impact\nbalnce: 1.00 USD\n", [":2: balnce:", "did you mean `balance`?"]),
        ("platform: impact\nstatus: activ\n", [":2: status:", "`activ`", "`active`"]),
        ("platform: impact\nstatus: 3\n", [":2: status:", "`3`", "active"]),
        ("platform: impact\nbalance: 12.5\n", [":2: balance:", "`12.5`", "216.00 USD"]),
        ("platform: impact\nbalance: 12\n", [":2: balance:", "`12`", "216.00 USD"]),
        ("platform: impact\nbalance: 1.234 USD\n", [":2: balance:", "`1.234 USD`", "(2)"]),
        ("platform: impact\nbalance: 1.5 JPY\n", [":2: balance:", "`1.5 JPY`", "(0)"]),
        ("platform: impact\nbalance: 1 ABC\n", [":2: balance:", "`ABC`"]),
        ("platform: impact\nstarted_on: 2026-02-30\n", [":2: started_on:", "`2026-02-30`"]),
        ("platform: impact\nstarted_on: tomorrow\n", [":2: started_on:", "`tomorrow`"]),
        ("platform: impact\nstarted_on: 2026-12-01\n", ["doc.yaml", "`2026-11-21`", "2026-12-01"]),
        ("platform: impact\nlocked_actions: -1\n", [":2: locked_actions:", "`-1`", "0"]),
        ("platform: impact\nlocked_actions: 1.5\n", [":2: locked_actions:", "`1.5`"]),
        ("platform: impact\nauto_renew: perhaps\n", [":2: auto_renew:", "`perhaps`", "true"]),
        ("platform: impact\ntimezone: Mars\n", [":2: timezone:", "`Mars`", "Asia/Tokyo"]),
        (
            "platform: impact\nstarted_on: 2026-03-02\ntrial_ends_on: 2026-03-01\n",
            [":3: trial_ends_on:", "`2026-03-01`", "2026-03-02"],
        ),
        (
            "platform: expa\nunpaid_invoices: 0\ninvoices:\n  - {status: open, method: card}\n",
            [":2: unpaid_invoices:", "`0`", "1"],
        ),
        (
            "platform: expa\ninvoices:\n  - {status: opn}\n",
            [":3: invoices.0.status:", "`opn`", "`open`"],
        ),
        ("", ["doc.yaml:", "empty"]),
        ("# nothing\n", ["doc.yaml:", "platform"]),
        ("- 1\n", ["doc.yaml:", "list"]),
        ("platform: expa\na: &a [1]\nb: [*a]\n", [":2: a:", "`&a`"]),
        ('platform: !!python/object/apply:os.system ["id"]\n', [":1: platform:", "!!python"]),
        ("platform: 'impact\n", ["doc.yaml:", "YAML"]),
        ("platform: impact\nplatform: expa\n", [":2: platform:", "line 1"]),
]  # fmt: skip


@pytest.mark.parametrize("text, said", PROBLEMS)
def test_one_line_for_one_problem(run, tmp_path, text, said):
    (tmp_path / "doc.yaml").write_text(text, encoding="utf-8")
    ran = run("preview", str(tmp_path / "doc.yaml"), *ON)
    assert (ran.code, ran.out) == (1, "")
    first = ran.err.splitlines()[0]
    assert first.startswith(f"subhub: {tmp_path / 'doc.yaml'}")
    for part in said:
        assert part in first
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("text", [text for text, _ in PROBLEMS])
def test_every_problem_is_said_in_japanese_too(run, tmp_path, text):
    path = tmp_path / "doc.yaml"
    path.write_text(text, encoding="utf-8")
    english = run("preview", str(path), *ON).err.splitlines()
    japanese = run("preview", str(path), *ON, "--lang", "ja").err.splitlines()
    assert len(japanese) == len(english)
    for told in japanese:
        for sentence in told.removeprefix(f"subhub: {path}").split("; "):
            assert re.search("[ぁ-ん]", sentence), sentence


def test_two_currencies(run, tmp_path):
    path = tmp_path / "doc.yaml"
    path.write_text("platform: impact\nbalance: 1.00 USD\nopen_invoices: 2.00 EUR\n")
    ran = run("preview", str(path), *ON)
    (line,) = ran.err.splitlines()
    assert ran.code == 1
    assert "EUR" in line and "USD" in line and "balance" in line and "open_invoices" in line


def test_all_problems_in_one_go_in_the_order_of_their_lines(run, tmp_path):
    path = tmp_path / "doc.yaml"
    path.write_text("platform: impact\nlocked_actions: -1\nbalance: 5\nstarted_on: x\nzzz: 1\n")
    ran = run("preview", str(path), *ON)
    assert [line.split(":")[2] for line in ran.err.splitlines()] == ["2", "3", "4", "5"]


def test_a_huge_file_is_refused_unread(run, tmp_path):
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    ran = run("preview", str(path))
    assert ran.code == 1
    assert "1 MiB" in ran.err


def test_not_utf8(run, tmp_path):
    path = tmp_path / "latin.yaml"
    path.write_bytes(b"platform: impact\nid: caf\xe9\n")
    ran = run("preview", str(path))
    assert ran.code == 1
    assert f"{path}:2:" in ran.err and "0xe9" in ran.err and "UTF-8" in ran.err


def test_a_missing_file(run, tmp_path):
    ran = run("preview", str(tmp_path / "nowhere.yaml"))
    assert (ran.code, ran.out) == (1, "")
    assert "nowhere.yaml: no such file" in ran.err


def test_a_day_before_rules_with_a_known_start(run, tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_text("platform: squarespace\n", encoding="utf-8")
    ran = run("preview", str(path), "--policy-as-of", "1999-01-01")
    assert (ran.code, ran.out) == (1, "")
    assert "`1999-01-01`" in ran.err and "nothing is extrapolated" in ran.err


@pytest.mark.parametrize(
    "options, said",
    [
        (["--on", "2026-13-01"], ["--on", "`2026-13-01`"]),
        (["--policy-as-of", "soon"], ["--policy-as-of", "`soon`"]),
        (["--actor", "ownr"], ["`ownr`", "`owner`"]),
        (["--set", "balance=5"], ["balance:", "`5`"]),
        (["--set", "balnce=5"], ["balnce:", "`balance`"]),
    ],
)
def test_requests_that_cannot_be_asked(run, delayed, options, said):
    ran = run("preview", str(delayed), *options)
    assert (ran.code, ran.out) == (1, "")
    (line,) = ran.err.splitlines()
    for part in said:
        assert part in line


@pytest.mark.parametrize(
    "arguments, said",
    [
        (["previw", "x"], "`preview`"),
        (["preview", "x", "--nope"], "--nope"),
        (["preview", "x", "--format", "yaml"], "markdown"),
        (["preview", "x", "--lang", "fr"], "one of en, ja"),
        (["preview", "x", "--set", "balance"], "`balance` is not FACT=VALUE"),
        (["schema"], "PLATFORM"),
        (["rules", "impact", "--intent", "stop"], "cancel, resume"),
    ],
)
def test_usage_is_exit_code_2_in_one_line(run, arguments, said):
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert line.startswith("subhub: ") and said in line


def test_no_arguments_show_help(run):
    ran = run("preview")
    assert ran.code == 2
    assert "Usage: subhub preview" in ran.err


def test_a_value_cannot_drive_the_terminal(run, tmp_path):
    path = tmp_path / "doc.yaml"
    path.write_text('platform: "\\e[2J"\n')
    assert "\x1b" not in run("preview", str(path)).err


def test_a_bad_file_does_not_stop_the_others(run, delayed, tmp_path):
    bad = tmp_path / "bad.yaml"
    bad.write_text("platform: impact\nzzz: 1\n")
    ran = run("preview", str(delayed), str(bad), str(tmp_path / "nowhere"), str(delayed), *ON)
    assert ran.code == 1
    assert len(ran.err.splitlines()) == 2
    assert ran.out.startswith("✔ You can cancel")


@pytest.mark.parametrize("command", ["rules", "init", "schema"])
def test_an_unknown_platform_names_the_nearest(run, command):
    ran = run(command, "squarspace")
    assert (ran.code, ran.out) == (1, "")
    assert "`squarespace`" in ran.err


JAPANESE = [
    (["ask", "squarespace", "-"], "`-`からは回答を読み取ります; ファイルを指定してください"),
    (
        ["best", "{plan}", "--goal", "refund", "--by", "soon"],
        "by: `soon`は日付として読み取れません",
    ),
    (["best", "{plan}", "--goal", "refund", "--by", "2020-01-01"], "最初の日"),
    (["timeline", "{plan}", "--until", "soon"], "until: `soon`は日付として読み取れません"),
    (["timeline", "{plan}", "--until", "2020-01-01"], "より後ではありません"),
    (["sql", "squarespace", "--dialect", "cobol"], "SQLの方言`cobol`には対応していません"),
    (["sql", "squarespace", "--dialect", "duckdb", "--years", "x", "y"], "`x`は整数ではありません"),
    (["scan", "in.csv", "-o", "out.csv", "--within", "soon"], "`soon`は日数ではありません"),
    (["preview", "a", "--set", "x"], "--set: `x`は「項目=値」の形ではありません"),
    (["preview", "a", "--format", "xml"], "--format: `xml`はここでは使えません"),
    (["preview", "a", "--on"], "--on: 値がありません"),
    (["preview", "a", "--explain=1"], "--explain: 値は指定できません"),
    (["preview", "a", "--nope"], "オプション`--nope`はありません"),
    (["schema"], "PLATFORM: この引数が必要です"),
    (["best", "a"], "--goal: このオプションが必要です"),
    (["schema", "impact", "more"], "引数が多すぎます: `more`"),
    (["previw"], "コマンド`previw`はありません; `preview`のことですか?"),
]


@pytest.mark.parametrize("asked, said", JAPANESE, ids=lambda each: str(each)[:40])
def test_what_was_english_is_japanese_in_japanese(run, tmp_path, asked, said):
    plan = tmp_path / "plan.yaml"
    plan.write_text("platform: squarespace\nproduct: digital_products\n")
    ran = run("--lang", "ja", *(part.format(plan=plan) for part in asked))
    assert ran.code in (1, 2) and ran.out == ""
    (line,) = ran.err.splitlines()
    assert said in line
    for sentence in line.removeprefix("subhub: ").split("; "):
        assert re.search("[ぁ-ん]|次のいずれか|--help", sentence), sentence


NESTED = [
    ("magazine:\n  registered_at: soon\n", "`soon`は日時ではありません"),
    ("magazine:\n  registered_at: 2026-11-01\n  steps:\n  - {name: a, after_days: 1, at: 25:00}\n",
     "`25:00`は時刻ではありません"),
    ("a: [1\n", "1行目で始まる引用符かかっこが閉じていません"),
    ("a: b: c\n", "YAMLとして読み取れません"),
    ("price: [1]\n", "`[1]`は金額ではありません"),
    ("product: [1]\n", "`[1]`はここでは使えません"),
    ("depends_on: [1]\n", "`1`は文字列ではありません"),
]  # fmt: skip


@pytest.mark.parametrize("text, said", NESTED)
def test_nested_and_unreadable_values_are_told_in_japanese(run, tmp_path, text, said):
    path = tmp_path / "doc.yaml"
    path.write_text("platform: expa\n" + text, encoding="utf-8")
    told = run("preview", str(path), *ON, "--lang", "ja").err.removeprefix(f"subhub: {path}")
    assert said.replace("1行目", "2行目") in told
    for line in told.splitlines():
        for sentence in line.split("; "):
            assert re.search("[ぁ-ん]", sentence), sentence


AS_JSON = [
    (["preview", "{bad}", "--on", "2026-11-21"], 1, "unknown_key", ("balnce", "1.00 USD", 2)),
    (["preview", "{good}", "--on", "soon"], 1, "not_a_day", ("--on", "soon", None)),
    (["compare", "{bad}"], 1, "unknown_key", ("balnce", "1.00 USD", 2)),
    (["timeline", "{good}", "--until", "soon"], 1, "not_a_day", ("until", "soon", None)),
    (["best", "{good}", "--goal", "luck"], 2, "unknown_value", ("--goal", "luck", None)),
    (["unblock", "{good}", "--nope"], 2, "unknown_option", ("", "--nope", None)),
    (["agenda", "{bad}"], 1, "unknown_key", ("balnce", "1.00 USD", 2)),
    (["rules", "gym"], 1, "unknown_platform", ("", "", None)),
    (["platforms", "more"], 2, "too_many_arguments", ("", "", None)),
]


@pytest.mark.parametrize("asked, code, error, about", AS_JSON, ids=lambda each: str(each)[:40])
def test_who_asks_for_json_gets_errors_as_one_document(run, tmp_path, asked, code, error, about):
    bad, good = tmp_path / "bad.yaml", tmp_path / "good.yaml"
    bad.write_text("platform: impact\nbalnce: 1.00 USD\n")
    good.write_text("platform: impact\nproduct: starter\n")
    plain = run(*(part.format(bad=bad, good=good) for part in asked))
    ran = run(*(part.format(bad=bad, good=good) for part in asked), "--format", "json")
    assert (ran.code, ran.out) == (code, "") and plain.code == code
    (told,) = json.loads(ran.err)["errors"]
    assert set(told) == {"code", "field", "value", "message", "hint", "file", "line"}
    assert (told["code"], (told["field"], told["value"], told["line"])) == (error, about)
    assert told["message"] in plain.err


def test_the_answers_of_good_files_stay_a_document_of_their_own(run, delayed, tmp_path):
    nowhere = str(tmp_path / "nowhere")
    ran = run("preview", str(delayed), nowhere, *ON, "--format", "json", "--lang", "ja")
    assert ran.code == 1
    assert [each["verdict"] for each in json.loads(ran.out)] == ["allowed"]
    (told,) = json.loads(ran.err)["errors"]
    assert (told["code"], told["file"]) == ("missing_file", nowhere)
    assert told["message"] == "ファイルまたはフォルダーがありません"
