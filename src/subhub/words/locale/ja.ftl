# すべてのプラットフォームに共通する文。アダプター側に同じ名前があれば、そちらが優先されます。

## 結論
headline-allowed =
    { $asked }できます。{ $needed ->
        [unknown] ただし、その結果はまだ確定していません。
       *[other] 結果は次の情報によって変わります:{ $needed }
    }
headline-blocked = 現時点では{ $asked }できません(理由{ $blocker_count }件)。
headline-unknown =
    { $asked }できるかどうかは判断できません。{ $needed ->
        [unknown] {""}
       *[other] 次の情報が必要です:{ $needed }
    }
headline-nothing_to_do = { $asked }の手続きは必要ありません。
headline-not_covered = { $asked }の扱いはプラットフォームの案内に書かれていないため、お答えできません。

verdict-allowed = できます
verdict-blocked = 現時点ではできません
verdict-nothing_to_do = 手続きは不要です
verdict-unknown = 判断できません
verdict-not_covered = 案内に記載がありません

## 依頼の内容
intent-cancel = 解約
intent-resume = 再開
mode-immediate = 今すぐ
mode-period_end = 請求期間の終了時

## 返金
refund-way = { $refund_due_by ->
        [unknown] {""}
       *[other] { $refund_due_by }までに
    }{ $refund_to ->
        [original_card] 、最初に請求されたカードへ
        [bank_account] 、銀行口座へ
       *[other] {""}
    }{ $refund_automatic ->
        [true] 自動的に
       *[other] {""}
    }
refund-full = { $refund_amount ->
        [unknown] 支払った全額が
       *[other] 全額の{ $refund_amount }が
    }{ refund-way }返金されます。
refund-partial = { $refund_amount ->
        [unknown] 一部が
       *[other] { $refund_amount }が
    }{ refund-way }返金されます。
refund-balance = { $refund_amount ->
        [unknown] アカウントの残高が
       *[other] 残高の{ $refund_amount }が
    }{ refund-way }返金されます。
refund-remaining_balance = { $refund_at_most ->
        [unknown] 精算後に残った残高が
       *[other] 精算後に残った残高(最大{ $refund_at_most })が
    }{ refund-way }返金されます。
refund-by_agreement = 返金の有無と金額は、当事者どうしの協議で決まります。
refund-none = 返金はありません。
owed-sentence = { $charge_amount ->
        [unknown] { $charge_at_most ->
            [unknown] 支払いが必要です(金額は不明です)。
           *[other] 最大{ $charge_at_most }の支払いが必要です。
        }
       *[other] { $charge_amount }の支払いが必要です。
    }
refund_to-original_card = 最初に請求されたカード
refund_to-bank_account = 銀行口座

## 解約できない理由
blocker-mode_not_offered = このプラットフォームでは、終了の方法を選べません。
blocker-intent_not_offered = このプラットフォームでは、この手続きを扱っていません。
remedy-leave_mode_out = 終了の方法を指定せずに、もう一度お試しください。
remedy-cancel_instead = 代わりに、解約した場合を確かめてください。
reason-already_ended = すでに終了しています。
reason-already_running = すでに利用中です。

## 取り消し
undo-never = 元に戻すことはできません。
undo-cancel_again = いつでも改めて解約できます。

## 分からないことと、解釈
unknown-output = { $output }はまだ分かりません{ $needed ->
        [unknown] 。
       *[other] (必要な情報:{ $needed })。
    }
reading-A-TZ = タイムゾーンの指定がないため、日付は{ $zone }で数えます。
reading-A-EDITION = 案内に日付がないため、{ $checked_on ->
        [unknown] { $on }時点の規定は確認していません。
       *[other] { $checked_on }時点の内容で判断しています。{ $on }時点の規定は確認していません。
    }
short-A-TZ = 日付は{ $zone }の時間帯で数えています。
short-A-EDITION = { $on }時点の規定は確認していません。

## ラベル
certainty-certain = 確実
certainty-possible = 可能性あり
severity-info = 参考
severity-warning = 注意
severity-loss = 影響
channel-web = ウェブサイトで
channel-api = APIで
channel-support = サポートへの連絡で
channel-mail = メールで

status-trialing = トライアル中
status-active = 利用中
status-past_due = 支払い遅延中
status-paused = 一時停止中
status-canceled = 解約済み
status-expired = 期限切れ
billing_interval-month = 月払い
billing_interval-year = 年払い
billing_interval-once = 一回払い

output-verdict = できるかどうか
output-outcome = どのような結果になるか
output-ends_on = 終了日
output-access_until = 利用できなくなる日
output-billing_stops_on = 新たな請求が止まる日
output-refund-kind = 返金の種類
output-refund-amount = 返金額
output-refund-at_most = 返金額の上限
output-refund-automatic = 自動で返金されるかどうか
output-refund-to = 返金先
output-refund-due_by = 返金の期日
output-charge-amount = 支払額
output-charge-at_most = 支払額の上限
output-reversible-possible = 元に戻せるかどうか
output-reversible-until = いつまで元に戻せるか
output-reversible-how = 元に戻す方法

## 情報の名前と、その確認場所
fact-platform = プラットフォーム
fact-id = 自分で付けた名前
fact-product = 商品
fact-product-where = ご契約のページにある商品名・プラン名です。
fact-status = 契約の状態
fact-status-where = ご契約のページに表示されている状態です。
fact-billing_interval = 請求の間隔
fact-billing_interval-where = 月ごとか年ごとかは、ご契約のページで分かります。
fact-price = 料金
fact-price-where = 直近の請求書または領収書の金額です。
fact-started_on = 利用開始日
fact-started_on-where = 最初の請求書または領収書の日付です。直近の更新日ではありません。
fact-current_period_end = 更新日
fact-current_period_end-where = ご契約のページにある次回の請求日または期限です。
fact-auto_renew = 自動更新
fact-auto_renew-where = ご契約のページにある自動更新の設定です。
fact-timezone = タイムゾーン
fact-timezone-where = アカウント設定のタイムゾーンです。
fact-depends_on = 利用に欠かせない他の契約
fact-on = 対象の日
fact-mode = 終了の方法
fact-actor = 手続きをする人

## 日と方法の選び方
goal-refund = 返金をできるだけ多く受け取る
goal-access = できるだけ長く利用する
goal-soonest = できるだけ早く終える
goal-no-renewal = 次回の請求を避ける
gain-verdict = この方法なら手続きできます。もう一方ではできません。
gain-refund = { $money ->
        [unknown] 返金があります。
       *[other] { $money }が返金されます。
    }
gain-charge = { $money ->
        [unknown] 負担が少なくなります。
       *[other] 負担が{ $money }少なくなります。
    }
gain-access = { $days ->
        [unknown] より長く利用できます。
       *[other] { $days }日長く利用できます。
    }
gain-losses = もう一方の方法で生じる影響がありません。
gain-undo = 後から元に戻せます。
forgo-verdict = この方法では手続きできません。もう一方ならできます。
forgo-refund = { $money ->
        [unknown] 返金を受けられません。
       *[other] { $money }の返金を受けられません。
    }
forgo-charge = { $money ->
        [unknown] 負担が多くなります。
       *[other] 負担が{ $money }多くなります。
    }
forgo-access = { $days ->
        [unknown] より早く利用できなくなります。
       *[other] { $days }日早く利用できなくなります。
    }
forgo-losses = もう一方の方法にはない影響があります。
forgo-undo = 後から元に戻せません。
move-other_mode = { $mode ->
        [period_end] 代わりに、請求期間の終わりまで利用して終了します。
       *[other] 代わりに、今すぐ終了します。
    }
move-other_actor = { $actor_name }に手続きしてもらいます。
move-wait = { $until ->
        [unknown] 日を改めます。
       *[other] { $until }まで待ちます。
    }
deadline-ends = 契約が終了します。
deadline-access_ends = 利用できなくなります。
deadline-billing_stops = 新たな請求が止まります。
deadline-refund_due = 返金の期日です。
deadline-charge_due = 支払いの期日です。
deadline-undo_ends = 元に戻せなくなります。
deadline-act_before_charge = 次回の請求より前に手続きできる最終日です。
dependence-ends_with = 「{ $subscription }」の利用には「{ $on }」が必要です。「{ $subscription }」を先に解約してください。
