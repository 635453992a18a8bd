# コマンドラインの見出しとラベル。見出しは左端に並ぶため、短くします。

ui-reason = 理由
ui-blockers = 解約できない理由
ui-when = 日程
ui-money = お金
ui-undo = 元に戻す
ui-loss = 影響
ui-warning = 注意
ui-info = その他
ui-prepare = 事前準備
ui-steps = 手順
ui-you = あなた
ui-do = 手順
ui-next-unblock = 解約できるようにする方法:subhub unblock { $file }
ui-next-ask = 一つずつ回答する:subhub ask { $file }
ui-next-compare = ほかの方法との比較:subhub compare { $file }
ui-next-timeline = この回答が変わる日:subhub timeline { $file }
ui-open-more = ほか{ $count }項目
ui-not-known-yet = まだ分かりません。
ui-open = 確認事項
ui-why = 根拠
ui-assumptions = 前提
ui-sources = 出典

## 日付
ui-day-on = 手続きをする日
ui-day-all = 終了(この日から利用不可・新たな請求なし)
ui-day-ends_on = 終了
ui-day-access_until = この日から利用不可
ui-day-billing_stops_on = この日から新たな請求なし
ui-day-due_by = 返金の期限(上の日に終了した場合)
ui-day-undo = 元に戻せる最終日
ui-and = 、

## 補足
ui-from = { $day }から
ui-then = 実行後:{ $leads }
ui-then-perhaps = 実行後(可能性あり):{ $leads }
ui-then-allowed = { $asked }できます
ui-then-blocked = まだ{ $asked }できません
ui-then-nothing_to_do = 手続きは不要です
ui-then-unknown = 判断できません
ui-then-not_covered = 案内に記載がありません
ui-possible-if = 該当する可能性あり(次の情報による:{ $facts })
ui-stale = { $fact }は過ぎた日付のため、使っていません(`{ $key }`)。
ui-unsettled = ここに挙げた情報には、結果に影響しないものが含まれる場合があります。
ui-checked = { $day }確認
ui-no-address = アドレス不明
ui-edition = { $edition }版の規定
ui-yes = はい
ui-no = いいえ
ui-not-known = 不明
ui-months = { $months }か月
ui-days = { $days }日
ui-months-and-days = { ui-months }と{ ui-days }
ui-none = なし

## 何が分かれば決まるか
ui-if = { $value }なら:{ $leads }

ui-summary = { $count }件:{ $verdicts }

ui-part-undo = 元に戻す場合

## プラットフォームと規定
ui-products = 商品
ui-intents = 手続き
ui-automated = 自動化
ui-all-by-hand = なし(どの手順も人が行います)
ui-new-adapter = このままでテストに通ります。何をどの順に書き換えるかは{ $readme }にあります。
ui-slow = 時間のかかる処理
ui-slow-call = 1秒以上かかりました
ui-edition-checked = { $edition }版の規定({ $day }確認)
ui-in-force = { $day }から適用
ui-published = { $day }公開
ui-outcomes = 結果
ui-follows = 影響
ui-otherwise = 上のどれでもない場合

## 記入用の文書
ui-blank =
    { $title }:1件の契約について分かっていることを書きます。
    分かるところだけ記入してください。空欄は「不明」を意味し、「いいえ」や0とはみなしません。
    記入後の実行方法: subhub preview ファイル名
ui-one-of = 次のいずれか: { $options }
ui-blank-request = コマンドラインで指定しないときの質問の内容。次のキーを持ちます: { $keys }
ui-such-as = 例: { $example }
ui-list-of = 一覧。各項目のキー: { $keys }
ui-mapping-of = 次のキーを持ちます: { $keys }
