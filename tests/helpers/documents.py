"""Documents that several tests ask about."""

from __future__ import annotations

ON = "2026-11-21"
PLAN = {
    "platform": "squarespace",
    "id": "dp",
    "product": "digital_products",
    "status": "active",
    "billing_interval": "year",
    "price": "216.00 USD",
    "started_on": "2026-11-12",
    "current_period_end": "2027-11-12",
    "auto_renew": True,
    "site_status": "active",
}
ACCOUNT = {
    "platform": "impact",
    "id": "acct",
    "status": "active",
    "started_on": "2026-11-01",
    "trial_ends_on": "2026-11-05",
    "card_charged": "100.00 USD",
    "partner_costs": "5.00 USD",
    "locked_actions": 0,
    "pending_actions": 0,
    "balance": "60.00 USD",
    "open_invoices": "10.00 USD",
    "pending_payouts": "0.00 USD",
    "active_contracts": 1,
}
UNPAID = {
    "platform": "expa",
    "id": "ex",
    "product": "continuing",
    "status": "active",
    "current_period_end": "2026-12-01",
    "invoices": [{"status": "open", "method": "card"}],
}
