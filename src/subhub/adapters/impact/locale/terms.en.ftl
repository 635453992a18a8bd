# What stands on impact.com's screens

term-your_balance = Your balance
term-subscription = Subscription
term-cancel_subscription = “Cancel subscription”
term-yes = “Yes”
term-pending_actions_report = Pending actions payment report
term-invoices = Invoices
