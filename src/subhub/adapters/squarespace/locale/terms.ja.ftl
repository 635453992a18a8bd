# Squarespaceの画面にある言葉

term-billing = 「請求」
term-subscriptions = 「サブスクリプション」
term-digital_products = 「デジタル商品」
term-cancel_subscription = 「サブスクリプションをキャンセル」
term-confirm_cancellation = 「キャンセルの確認」
term-auto_renew = 「自動更新」
term-choose_a_plan = 「プランを選択」
term-products = 「商品」
term-lists_and_segments = 「リストとセグメント」
term-members_list = 「メンバー リスト」
term-customers = 「顧客」
term-subscribers = 「登録者」
term-domains = 「ドメイン」
