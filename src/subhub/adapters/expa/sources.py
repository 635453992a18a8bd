"""The pages of Expa that the rules are taken from."""

from __future__ import annotations

from datetime import date

from subhub.policies import Library, Source

CHECKED = date(2026, 11, 21)
_HELP = "https://help.ex-pa.jp/page"

BUYER = Source(
    "Cancelling a continuing product (継続商品の解約手順)",
    "Expa Help (エキスパ)",
    f"{_HELP}/106/?cat=us",
    CHECKED,
    {
        "EX-B1": "継続商品の解約手順",
        "EX-B2": "継続商品の解約手順",
        "EX-B3": "継続商品の解約手順",
        "EX-B4": "未払い請求のある商品の解約",
        "EX-B5": "未払い請求のある商品の解約",
        "EX-B6": "銀行振込の場合",
        "EX-B7": "クレジットカードの場合",
        "EX-B8": "未払い請求の取り下げ",
        "EX-M2": "ステップメールの配信条件",
        "EX-M3": "ステップメールの配信条件",
        "EX-M4": "ステップメール配信履歴の変更",
        "EX-M6": "商品に関する通知",
    },
)
SELLER = Source(
    "Cancelling charges and payments (請求・決済キャンセルについて)",
    "Expa Help (エキスパ)",
    f"{_HELP}/37/?cat=us",
    CHECKED,
    {
        "EX-B9": "【継続商品 / サロン】販売者での解約手順",
        "EX-S1": "通常商品(ダウンロード商品、配送商品)",
        "EX-S2": "通常商品(ダウンロード商品、配送商品)",
        "EX-S3": "通常商品(ダウンロード商品、配送商品)",
        "EX-S4": "【通常商品】未決済分のキャンセル手順",
        "EX-S5": "初回未決済分のキャンセル手順",
        "EX-S6": "未決済の分割決済のキャンセル手順",
        "EX-S7": "継続商品、有料オンラインサロン",
        "EX-S8": "継続商品、有料オンラインサロン",
        "EX-S9": "継続商品、有料オンラインサロン",
        "EX-S10": "継続商品、有料オンラインサロン",
        "EX-S11": "継続商品、有料オンラインサロン",
        "EX-S12": "継続商品、有料オンラインサロン",
        "EX-S13": "【継続商品 / サロン】販売者での解約手順",
        "EX-R1": "返金対応について",
        "EX-R2": "返金対応について",
        "EX-R3": "返金対応について",
        "EX-P1": "商品の販売停止",
        "EX-P2": "商品の販売停止",
        "EX-P3": "商品の販売停止",
        "EX-P4": "商品の販売再開",
        "EX-P5": "登録商品の削除",
        "EX-P6": "商品の販売停止・販売再開・登録商品の削除",
        "EX-M5": "継続商品、有料オンラインサロン",
    },
)
MAIL = Source(
    "Mail and text messages with product sales (メール配信機能との連動)",
    "Expa Help (エキスパ)",
    "https://help.ex-pa.jp/",
    CHECKED,
    {
        "EX-M1": "メール配信機能との連動",
        "EX-M7": "ショートメール配信機能との連携",
    },
)

cite = Library(BUYER, SELLER, MAIL)
