# impact.comの画面にある言葉

term-your_balance = 「あなたの残高」
term-subscription = 「サブスクリプション」
term-cancel_subscription = 「サブスクリプションをキャンセル」
term-yes = 「はい」
term-pending_actions_report = 「保留中のアクション支払いレポート」
term-invoices = 「請求書」
