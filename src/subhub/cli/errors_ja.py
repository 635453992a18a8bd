"""Errors in Japanese, by the sentences they are in English; one that is new stays English.

The library says what is wrong in English, in sentences of fixed form around what the user
wrote. Each form stands here once with its Japanese; ``(…)`` in it is what was written.
"""

# ruff: noqa: E501  # a form and its Japanese are read side by side
from __future__ import annotations

import re
from functools import cache

_FORMS = (
    (r"unknown key (`.*`)", r"キー\1はありません"),
    (r"(`.*`) is missing", r"\1がありません"),
    (r"(`.*`) is not known here", r"\1はここでは使えません"),
    (r"(`.*`) is not (?:money)", r"\1は金額ではありません"),
    (r"(`.*`) has more decimals than (\w+) has \((\d+)\)", r"\1は小数の桁が多すぎます(\2は\3桁まで)"),
    (r"(`.*`) is not an ISO 4217 currency", r"\1はISO 4217の通貨コードではありません"),
    (r"(`.*`) must be quoted text, a number may lose its decimals", r"\1は引用符で囲んでください(数値では小数が失われることがあります)"),
    (r"(`.*`) is not a day of the calendar", r"\1は暦にない日付です"),
    (r"(`.*`) has no offset from UTC, so its day is not certain", r"\1にはUTCとの時差がなく、日付が決まりません"),
    (r"(`.*`) is not an IANA time zone", r"\1はIANAのタイムゾーン名ではありません"),
    (r"(`.*`) is not yes or no", r"\1は真偽値ではありません"),
    (r"(`.*`) is not a whole number", r"\1は整数ではありません"),
    (r"(`.*`) is not text", r"\1は文字列ではありません"),
    (r"(`.*`) is not a count", r"\1は件数ではありません"),
    (r"(`.*`) is not a list", r"\1は一覧ではありません"),
    (r"(`.*`) is not a mapping", r"\1は「キー: 値」の組ではありません"),
    (r"(`.*`) is not a time of day", r"\1は時刻ではありません"),
    (r"(`.*`) is not a finite number", r"\1は有限の数ではありません"),
    (r"(`.*`) is too large a number", r"\1は大きすぎる数です"),
    (r"two currencies in one account: (.*)", r"一つのアカウントに二つの通貨があります: \1"),
    (r"(`.*`) is below zero", r"\1は0未満です"),
    (r"(`.*`) disagrees with (`.*`), which says (.*)", r"\1は\2(\3)と食い違っています"),
    (r"(`.*`) makes more than (`.*`) \((.*)\)", r"\1は\2(\3)より多くなっています"),
    (r"(`.*`) lies before (`started_on`) \((.*)\)", r"\1は\2(\3)より前です"),
    (r"(`.*`) is given, but (`.*`) is (.*)", r"\1が書かれていますが、\2は\3です"),
    (r"(`.*`) lies before the first known rules of (`.*`)", r"\1は\2の最初の規定より前です"),
    (r"no adapter for the platform (`.*`) is installed", r"プラットフォーム\1のアダプターはインストールされていません"),
    (r"(`.*`) and (`.*`) both claim the platform (`.*`)", r"\1と\2が、どちらもプラットフォーム\3を扱うとしています"),
    (r"the adapter for (`.*?`) of package (`.*?`) is left out: (.*)", r"パッケージ\2の\1用アダプターは読み込めないため、除外しました: \3"),
    (r"no such file or folder", "ファイルまたはフォルダーがありません"),
    (r"no document in this folder", "このフォルダーには文書がありません"),
    (r"is a folder, not a file", "ファイルではなく、フォルダーです"),
    (r"may not be read", "読み取りが許可されていません"),
    (r"cannot be read: (.*)", r"読み取れません: \1"),
    (r"cannot be written: (.*)", r"書き込めません: \1"),
    (r"is there already", "すでにあります"),
    (r"is empty|says nothing", "何も書かれていません"),
    (r"is larger than 1 MiB", "1 MiBを超えています"),
    (r"is not UTF-8: byte (`.*`) at offset (\d+)", r"UTF-8ではありません: \2バイト目に\1"),
    (r"is not valid (\w+): (.*)", r"\1として読み取れません: \2"),
    (r"is a list, not keys and values", "「キー: 値」ではなく、一覧です"),
    (r"(`.*`) is a single value, not keys and values", r"\1は「キー: 値」ではなく、単独の値です"),
    (r"is nested deeper than (\d+) levels", r"入れ子が\1段を超えています"),
    (r"(?:the key )?(`.*`) holds the control character (.*)", r"\1に制御文字\2が含まれています"),
    (r"holds the control character (`.*`) in column (\d+)", r"\2文字目に制御文字\1が含まれています"),
    (r"the key (`.*`) is already on line (\d+)", r"キー\1は\2行目にもあります"),
    (r"the (?:anchor|alias) (`.*`) is not allowed", r"参照\1は使えません"),
    (r"the tag (`.*`) is not allowed", r"タグ\1は使えません"),
    (r"a second document begins", "二つ目の文書が始まっています"),
    (r"did you mean (`.*?`)\?(?: (.*))?", r"\1のことですか? \2"),
    (r"one of (.*)", r"次のいずれか: \1"),
    (r"known keys: (.*)", r"使えるキー: \1"),
    (r"installed: (.*)", r"インストール済み: \1"),
    (r"write (?:a day as |it as |)(`\S*`)", r"\1のように書いてください"),
    (r"write a day as (`.*`)", r"\1のように書いてください"),
    (r'write (`.*`) or (`.*`)', r"\1または\2と書いてください"),
    (r"write (`.*`), or only the day", r"\1と書くか、日付だけにしてください"),
    (r"write an IANA name such as (`.*`)", r"\1のような名前で書いてください"),
    (r"write a time of day as (.*)", r"時刻は\1のように書いてください"),
    (r"write true or false", "true または false と書いてください"),
    (r"write a whole number, without quotes", "引用符なしの整数で書いてください"),
    (r"counts start at 0|amounts count from zero", "0以上で書いてください"),
    (r"it cannot be left out here", "ここでは省略できません"),
    (r"give every amount in the account's own currency", "すべての金額をアカウントの通貨で書いてください"),
    (r"leave (`.*`) out,? or correct one of the two", r"\1を消すか、どちらかを直してください"),
    (r"leave (`.*`) out, or correct (`.*`)", r"\1を消すか、\2を直してください"),
    (r"ask about the day it started or a later one", "開始日以降の日付でたずねてください"),
    (r"ask about (\S+) or later; nothing is extrapolated", r"\1以降の日付でたずねてください。推測はしません"),
    (r"check the name and where it is", "名前と場所を確認してください"),
    (r"check who is permitted to read it", "読み取りの権限を確認してください"),
    (r"documents end in (.*)", r"文書の拡張子: \1"),
    (r"name a file in it", "その中のファイルを指定してください"),
    (r"name another file, or add --force to write over it", "別のファイル名にするか、--force で上書きしてください"),
    (r"write `key: value` lines, such as (`.*`)", r"\1のように「キー: 値」の行を書いてください"),
    (r"write `key: value` lines, the platform among them", "platform を含む「キー: 値」の行を書いてください"),
    (r"a trial ends on or after the day the subscription started", "トライアルの最終日は開始日以降です"),
    (r"one document holds one subscription.*", "一つの文書に書けるのは、一件の契約だけです"),
    (r"save the file as UTF-8", "UTF-8で保存してください"),
    (r"keep one of the two", "どちらか一つにしてください"),
    (r"remove it", "取り除いてください"),
    (r"leave the tag out; .*", "タグを外してください"),
    (r"write the value out wherever it is meant; .*", "値をその場に書いてください"),
    (r"check (?:indentation, quotes and colons|quotes, commas and brackets) there", "その付近の記号を確認してください"),
    (r"indent with spaces, not with tabs", "字下げはタブではなく空白にしてください"),
    (r"update or uninstall (`.*`)", r"\1を更新するか、アンインストールしてください"),
    (r"uninstall one of them", "どちらかをアンインストールしてください"),
    (r"no command (`.*`)", r"コマンド\1はありません"),
    (r"no such option:? (\S+?)\.?(?: \(.*)?", r"オプション\1はありません"),
    (r"invalid value for (\S+): (.*) is not one of (.*)", r"\1に\2は使えません(次のいずれか: \3)"),
    (r"missing argument (\S+)", r"引数\1がありません"),
    (r"(--set): (`.*`) is not FACT=VALUE", r"\1: \2は「項目=値」の形ではありません"),
    (r"(--set): the document has no (`.*`)", r"\1: 文書に\2はありません"),
)  # fmt: skip


@cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(form, re.IGNORECASE), japanese) for form, japanese in _FORMS]


def translated(english: str) -> str:
    """The sentence in Japanese; where its form is not known, as it is.

    >>> translated("unknown key `balnce`"), translated("did you mean `balance`?")
    ('キー`balnce`はありません', '`balance`のことですか?')
    """
    name, colon, rest = english.partition(": ")
    for sentence, before in ((english, ""), (rest, f"{name}: " if colon else "")):
        for form, japanese in _patterns():
            if sentence and (found := form.fullmatch(sentence)):
                parts = [translated(part) if part else "" for part in found.groups()]
                said = re.sub(r"\\(\d)", lambda place: parts[int(place[1]) - 1], japanese)  # noqa: B023
                return before + said.rstrip()
    return english
