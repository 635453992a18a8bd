# Headings and labels of the command line. Headings stand on the left: keep them short.

ui-reason = Why
ui-blockers = In the way
ui-when = When
ui-money = Money
ui-undo = Undo
ui-loss = Lost
ui-warning = Careful
ui-info = Also
ui-prepare = First
ui-steps = Then
ui-you = You
ui-do = Do
ui-next-unblock = Ways to unblock this: subhub unblock { $file }
ui-next-ask = Answer them one by one: subhub ask { $file }
ui-next-compare = The other ways side by side: subhub compare { $file }
ui-next-timeline = When this answer changes: subhub timeline { $file }
ui-open-more = { $count ->
        [one] and one more fact
       *[other] and { $count } more facts
    }
ui-not-known-yet = Not known yet.
ui-open = Still needed
ui-why = Because
ui-assumptions = Assumptions
ui-sources = Sources

## Days
ui-day-on = the day you do it
ui-day-all = it ends: no access, no new charges
ui-day-ends_on = it ends
ui-day-access_until = first day without access
ui-day-billing_stops_on = nothing new is charged
ui-day-due_by = refund due by (if it ends on the day above)
ui-day-undo = last day to undo
ui-and = {"; "}

## Remarks
ui-from = from { $day }
ui-then = afterwards: { $leads }
ui-then-perhaps = afterwards, perhaps: { $leads }
ui-then-allowed = you can { $asked }
ui-then-blocked = still blocked
ui-then-nothing_to_do = nothing left to do
ui-then-unknown = not certain
ui-then-not_covered = not covered by the platform's pages
ui-possible-if = may apply; depends on: { $facts }
ui-stale = The { $fact } has passed, so it was not used (`{ $key }`).
ui-unsettled = Some of the facts named here may turn out not to matter.
ui-checked = checked { $day }
ui-no-address = address not known
ui-edition = Rules of { $edition }
ui-yes = yes
ui-no = no
ui-not-known = not known
ui-months = { $months ->
        [one] 1 month
       *[other] { $months } months
    }
ui-days = { $days ->
        [one] 1 day
       *[other] { $days } days
    }
ui-months-and-days = { ui-months } { ui-days }
ui-none = none

## What would settle it
ui-if = if { $value }: { $leads }

ui-summary = { $count ->
        [one] One subscription
       *[other] { $count } subscriptions
    }: { $verdicts }

ui-part-undo = Undoing it

## Platforms and rules
ui-products = Products
ui-intents = Ask for
ui-automated = Automated
ui-all-by-hand = nothing yet: people do every step
ui-new-adapter = Its tests pass. Now { $readme } says what to replace, in which order:
ui-slow = Slow
ui-slow-call = took more than a second
ui-edition-checked = rules of { $edition }, checked { $day }
ui-in-force = in force from { $day }
ui-published = published { $day }
ui-outcomes = Leads to
ui-follows = Follows
ui-otherwise = otherwise

## A document to fill in
ui-blank =
    { $title }: what you know about one subscription.
    Fill in what you know. A key left empty means “not known”: it is never taken for no or zero.
    Then: subhub preview FILE
ui-one-of = One of: { $options }
ui-blank-request = What you ask where the command line does not say it; with the keys { $keys }
ui-such-as = Such as: { $example }
ui-list-of = A list; each item has the keys { $keys }
ui-mapping-of = With the keys { $keys }
