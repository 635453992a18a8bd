# 日程と選択のページ:タイムライン、方法の比較、最適な日、質問、予定表、カレンダー

## 図の塗り分け
fill-money = 返金あり
fill-agreement = 返金は協議による
fill-open = 返金は未確定
fill-none = 返金なし
fill-blocked = 手続きできない
fill-unknown = 情報不足
fill-nothing = 手続き不要
fill-not_covered = 案内に記載なし

## 値
value-nothing = なし
value-unknown = 不明
value-yes = はい
value-no = いいえ
value-on = 手続きをする日
value-days = { $base }の{ $days }日後
value-business = { $base }の{ $days }営業日後
value-at_most = 最大{ $money }
value-owed = { $money }の支払い
value-owed_open = 支払いあり
value-back_and_owed = { $back }、{ $owed }
value-moving = 初日は{ $money }、その後は日ごとに変わります
back-full = 全額
back-partial = 一部返金
back-balance = 残高
back-remaining_balance = 精算後の残り
back-by_agreement = 協議による
back-none = なし

## タイムライン
tl-title = { $since }から{ $last }まで、{ $count ->
        [1] 結果は変わりません。
       *[other] 結果は{ $edges }回変わります。
    }
tl-renewal = 更新日:{ $day }
tl-note = 番号は下の一覧と対応しています。長い期間は短めに描いています。
tl-range = { $since }~{ $last }
tl-on = { $what }:{ $day }
tl-output = { $output }:{ $before } → { $after }
tl-fact = { $fact }({ $value })
tl-money = 返金
tl-ends_on = 終了
tl-access_until = 利用終了
tl-billing_stops_on = 請求停止
tl-due_by = 返金の期限
tl-undo = 元に戻せるか
tl-undo_until = 元に戻せなくなる日
tl-begins = 新たに該当:{ $sentence }
tl-perhaps = 新たに該当する可能性あり:{ $sentence }
tl-ceases = 該当しなくなる:{ $sentence }
tl-passed = 過ぎた期限:{ $deadline }
tl-because = 決め手:{ $facts }
tl-picture = { $what }のタイムライン
tl-way = { $label }:{ $spans }

## 方法の比較
cmp-title = { $count ->
        [1] { $on }に選べる方法は1つです。
       *[other] { $on }に選べる{ $count }つの方法の比較
    }
cmp-way = 方法
cmp-outcome = 結果
cmp-verdict = 可否
cmp-ends_on = 終了
cmp-access_until = 利用不可になる日
cmp-billing_stops_on = 請求停止
cmp-money = 返金
cmp-losses = 影響
cmp-undo = 元に戻せるか
cmp-count = { $count ->
        [0] なし
       *[other] { $count }件
    }
cmp-until = { $day }まで
cmp-gains = 利点
cmp-forgoes = 不利な点
cmp-against = { $name }と比べて

## 最適な日
best-today = { $on }に手続きしてください
best-window = { $last }までに手続きしてください(それまではどの日でも同じです)
best-from = { $on }から{ $last }までの間に手続きしてください
best-by-mode = { $day }:{ $mode }
best-charged = その時点では{ $charge }の請求が済んでいます。
best-from-day = { $day }から
best-needs = 確認事項
best-bound = 分かっているのは返金の上限だけです。実際にどの日が有利かは判断できません。
best-same = { $last }までは、どの日にどの方法で手続きしても同じです。
best-none = { $by }までに、目的にかなう日はありません。
best-open = まだ判断できません。次の情報が必要です:{ $facts }
best-goal = 目的:{ $goal }
best-result = 結果
best-missed = 1日遅れると
best-ties = 同等の方法
best-charge = 次回の請求
best-act_by-blocked = { $charge }(避けるには、できない理由を解消し、{ $act_by }までに手続きしてください)
best-act_by = { $charge }(避けるには{ $act_by }までに手続きしてください)
best-charge-today = { $charge }(この請求を避けることは、もうできません)
best-why = 理由
best-no-money = 手続きはできますが、どの日でも返金はありません。
best-no-end = 手続きはできますが、目的にかなう日はありません。
best-unblock = 解約できるようにする方法:subhub unblock { $file }

## 解決策
un-title = 解決方法は{ $count }通りあります。
un-goal-title = 目的を達成する方法は{ $count }通りあります。
un-all = { $count }件すべて
un-more = 方法はほかに{ $count }通りあります。
un-open = 解約できない理由があるかどうかは判断できません。次の情報が必要です:{ $needed }
un-none = 変更を3つまで組み合わせても、手続きできるようにはなりません。
un-free = 何も変えなくても、今のまま手続きできます。
un-goal-free = 何も変えなくても、今のまま目的を達成できます。
un-goal-none = 変更を3つまで組み合わせても、目的を達成できません。
un-blocked = できない理由
un-way = 方法{ $number }

## 文書の点検
au-title = 文書{ $count }件のうち、{ $complete }件は記入済みです
au-unusable = 使えない文書
au-stale = 過ぎた日付
au-incomplete = 足りない情報
au-wanted = 最初に確認
au-complete = 記入済み
au-flaws = 問題{ $count }件
au-lines = { $lines }行目
au-documents = 文書{ $count }件

## 規定の検証
vf-proved = { $platform }:確かめた性質は、すべて証明できました
vf-refuted = { $platform }:成り立つはずの性質に、成り立たないものがあります
vf-open = { $platform }:証明できなかった性質があります
vf-on = 例は{ $day }のもの
vf-never = 決して適用されない行
vf-otherwise = ほかのどの行にも当てはまらないとき
vf-not-covered = 案内に書かれていない場合
vf-unreached = 適用されるかどうか証明できなかった行
vf-state-never = 証明済み
vf-state-open = 未証明
vf-order = 順序に意味がある行
vf-before = `{ $first }`が先、`{ $second }`が後:両方に当てはまる場合があります
vf-invariants = 常に成り立つこと
vf-ends-on-not-before-on = 終了日は、手続きする日より前にならない
vf-access-until-not-before-on = 利用できなくなる日は、手続きする日より前にならない
vf-billing-stops-on-not-before-on = 請求が止まる日は、手続きする日より前にならない
vf-refund-due-by-not-before-on = 返金の期限は、手続きする日より前にならない
vf-refund-amount-not-negative = 返金額は0を下回らない
vf-refund-at-most-not-negative = 返金の上限額は0を下回らない
vf-refund-amount-within-at-most = 返金額は、返金の上限額を超えない

## 版の比較
df-title = { $count ->
        [0] { $platform }:変わった行はありません
       *[other] { $platform }:{ $count }行が変わりました
    }
df-one = { $platform }:{ $edition }版より前の版がないため、比べられません
df-editions = { $since }版の規定 → { $until }版の規定
df-asked = { $count }件のうち{ $changed }件で答えが変わります
df-added = 追加
df-removed = 削除
df-changed = 変更
df-moved = 順序の変更
df-was = { $key }:{ $before } → { $after }
df-answers = 答えが変わる契約

## 質問
ask-title = { $platform ->
        [unknown] 解約すると、どうなるか
       *[other] { $platform }を解約すると、どうなるか
    }
ask-help = 値を入力してください。分からないときはEnter(または?)で次へ進みます。「戻る」(back)で前の質問に戻り、「終了」(quit)でここまでの結果を表示します。Ctrl-Cで中断すると、回答はファイルに残ります。
ask-platform = どのプラットフォームですか
ask-mode = どの方法で終えますか
ask-actor = 誰が手続きしますか
ask-enter = Enterのみ:{ $first }
ask-none = 「{ $given }」は選択肢にありません。
ask-first = これが最初の質問です。
ask-kept = ここまでの回答を保存しました:{ $file }
ask-save = 上の文書を{ $file }として保存し、次を実行してください:
ask-next = 次に実行できるコマンド:
ask-ended = 質問が終わる前に回答が尽きました
ask-wrong = 使えない回答がありました。理由は上に示しています
ask-question = { $label }は?
ask-code = 番号または名前
ask-day = 日付(例:2026-11-21)
ask-money = 通貨つきの金額(例:216.00 USD)
ask-count = 整数
ask-bool = y(はい)または n(いいえ)
ask-certain = 確定
ask-possible = 未確定
ask-left = 残りの質問は最大{ $count }問
ask-how = 答え方
ask-open = 金額はまだ不明
ask-up-to = なし、または最大{ $high }
ask-between = { $low }から{ $high }まで
ask-can = { $asked }はできます。
ask-nothing-certain = まだありません
ask-done = これで決まりました。結果を変える情報は、ほかにありません。
ask-done-open = 質問は以上です。未回答の点は、下の結果でも未確定のままです。
ask-written = 書き込みました:{ $file }

## 予定表
ag-title = { $on }現在の契約{ $count }件
ag-name = 契約
ag-platform = プラットフォーム
ag-verdict = 今日の解約
ag-ends = 終了
ag-money = 返金
ag-yes = できる
ag-blocked = できない
ag-unknown = 情報不足
ag-nothing_to_do = 手続き不要
ag-not_covered = 記載なし
ag-totals = 返金
ag-total = 確実な返金は{ $money }
ag-total-owed = { $money }の支払いがあります
ag-total-most = ほかに最大{ $money }(未確定)
ag-total-none = 確実な返金はありません
ag-in-the-way = 解約できない
ag-act = やること
ag-then = 解約した場合
ag-order = 順序
ag-later = この後も{ $count }日分の予定があります。最後は{ $last }です(--until { $iso })。
ag-line = { $name }:{ $sentence }
ag-perhaps = 可能性あり
ag-none = この先に期限はありません。

## カレンダー
ics-name = subhub:{ $what }
ics-event = { $who }:{ $sentence }
ics-perhaps = (未確定)
ics-from = この日以降に手続きした場合:{ $sentence }
ics-deadline = 期限
ics-subscription = 契約
ics-asked = { $on }の場合で計算しています。
ics-agenda = すべての契約
ics-best = 期限:{ $goal }
ics-today = 今日
ics-decide = { $day }までに判断:{ $who }の{ $intent }
ics-decide-money = { $day }までに判断:{ $who }の{ $intent }({ $money }の返金あり)
ics-decide-charge = { $day }までに判断:{ $who }の{ $intent }({ $charge }の請求より前)
ics-steps = 最初の手順:
ics-if = { $on }に手続きした場合({ $intent }):{ $sentence }
