"""The pages of Expa that the rules are taken from.

Two of the addresses are lists of several help articles one after the other: the section of a
rule is the title of its own article, where the list shows one.
"""

from __future__ import annotations

from datetime import date

from subhub.policies import Library, Source, Translation

CHECKED = date(2026, 11, 21)
_HELP = "https://help.ex-pa.jp/page"
_HELP_NAME = "エキスパ ヘルプ"

BUYER = Source(
    "ヘルプ記事一覧 106ページ (help articles, page 106)",
    f"{_HELP_NAME} (Expa Help)",
    f"{_HELP}/106/?cat=us",
    CHECKED,
    {
        "EX-B1": "継続商品の解約手順",
        "EX-B2": "継続商品の解約手順",
        "EX-B3": "継続商品の解約手順",
        "EX-B4": "未払い請求のある商品(記事名の表示なし)",
        "EX-B5": "未払い請求のある商品(記事名の表示なし)",
        "EX-B6": "未払い請求の支払い(記事名の表示なし):銀行振込の場合",
        "EX-B7": "未払い請求の支払い(記事名の表示なし):クレジットカードの場合",
        "EX-B8": "未払い請求の取り下げ(記事名の表示なし)",
        "EX-M2": "ステップメールの配信条件(記事名の表示なし)",
        "EX-M3": "ステップメールの配信条件(記事名の表示なし)",
        "EX-M4": "ステップメール配信履歴の変更(記事名の表示なし)",
        "EX-M6": "商品に関する通知(記事名の表示なし)",
    },
    Translation("ja", "ヘルプ記事一覧 106ページ", _HELP_NAME, f"{_HELP}/106/?cat=us"),
)
SELLER = Source(
    "ヘルプ記事一覧 37ページ (help articles, page 37)",
    f"{_HELP_NAME} (Expa Help)",
    f"{_HELP}/37/?cat=us",
    CHECKED,
    {
        "EX-B9": "【継続商品 / サロン】販売者での解約手順",
        "EX-S1": "請求・決済キャンセルについて:通常商品(ダウンロード商品、配送商品)",
        "EX-S2": "請求・決済キャンセルについて:通常商品(ダウンロード商品、配送商品)",
        "EX-S3": "請求・決済キャンセルについて:通常商品(ダウンロード商品、配送商品)",
        "EX-S4": "【通常商品】未決済分のキャンセル手順",
        "EX-S5": "【通常商品】未決済分のキャンセル手順:初回未決済分のキャンセル手順",
        "EX-S6": "【通常商品】未決済分のキャンセル手順:未決済の分割決済のキャンセル手順",
        "EX-S7": "請求・決済キャンセルについて:継続商品、有料オンラインサロン",
        "EX-S8": "請求・決済キャンセルについて:継続商品、有料オンラインサロン",
        "EX-S9": "請求・決済キャンセルについて:継続商品、有料オンラインサロン",
        "EX-S10": "請求・決済キャンセルについて:継続商品、有料オンラインサロン",
        "EX-S11": "請求・決済キャンセルについて:継続商品、有料オンラインサロン",
        "EX-S12": "請求・決済キャンセルについて:継続商品、有料オンラインサロン",
        "EX-S13": "【継続商品 / サロン】販売者での解約手順",
        "EX-R1": "請求・決済キャンセルについて:返金対応について",
        "EX-R2": "請求・決済キャンセルについて:返金対応について",
        "EX-R3": "請求・決済キャンセルについて:返金対応について",
        "EX-P1": "商品の販売停止",
        "EX-P2": "商品の販売停止",
        "EX-P3": "商品の販売停止",
        "EX-P4": "商品の販売再開",
        "EX-P5": "登録商品の削除",
        "EX-P6": "商品の販売停止、商品の販売再開、登録商品の削除",
        "EX-M5": "請求・決済キャンセルについて:継続商品、有料オンラインサロン",
    },
    Translation("ja", "ヘルプ記事一覧 37ページ", _HELP_NAME, f"{_HELP}/37/?cat=us"),
)
MAIL = Source(
    "メール配信機能との連動、ショートメール配信機能との連携 (mail and text messages)",
    f"{_HELP_NAME} (Expa Help)",
    None,  # the article's own address is not known
    CHECKED,
    {
        "EX-M1": "メール配信機能との連動",
        "EX-M7": "ショートメール配信機能との連携",
    },
    Translation("ja", "メール配信機能との連動、ショートメール配信機能との連携", _HELP_NAME, None),
)

cite = Library(BUYER, SELLER, MAIL)
