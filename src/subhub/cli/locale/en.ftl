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
ui-steps = Steps
ui-open = To settle
ui-why = Because
ui-assumptions = Read as
ui-sources = Sources

## Days
ui-day-on = the day you do it
ui-day-all = it ends: no access and no new charges from here
ui-day-ends_on = it ends
ui-day-access_until = first day without access
ui-day-billing_stops_on = nothing new is charged
ui-day-due_by = money back by now at the latest
ui-day-undo = no longer undone from here
ui-and = {"; "}

## Remarks
ui-then = then: { $verdict }
ui-possible-if = possible; depends on: { $facts }
ui-stale = The { $fact } has passed and was left out (`{ $key }`).
ui-checked = checked { $day }
ui-edition = Rules of { $edition }
ui-yes = yes
ui-no = no
ui-not-known = not known
ui-none = none

## What would settle it
ui-where = where to look: { $where }
ui-if = if { $value }: { $leads }

ui-summary = { $count ->
        [one] One subscription
       *[other] { $count } subscriptions
    }: { $verdicts }

ui-part-undo = Undoing it
ui-part-consequence = What follows
