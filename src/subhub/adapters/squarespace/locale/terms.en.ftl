# What stands on Squarespace's screens

term-billing = Billing
term-subscriptions = Subscriptions
term-digital_products = Digital Products
term-cancel_subscription = “Cancel subscription”
term-confirm_cancellation = “Confirm cancellation”
term-auto_renew = “Auto-renew”
term-choose_a_plan = “Choose a plan”
term-products = Products
term-lists_and_segments = Lists & Segments
term-members_list = Members list
term-customers = Customers
term-subscribers = Subscribers
term-domains = Domains
