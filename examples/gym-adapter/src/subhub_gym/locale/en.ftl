# Iron Gym, in English

headline-cooled_off = You can leave at once and get your money back.
headline-leaves = { $ends_on ->
        [unknown] You can leave at the end of the paid period (date not known).
       *[other] You can leave; you may train until { $ends_on }.
    }
outcome-cooled_off = The membership is undone within the cooling-off week.
outcome-leaves = The membership ends with the period that is paid for.

actor-member = member
product-membership = membership
fact-minimum_term_ends_on = first day after the minimum term
fact-minimum_term_ends_on-where = The first page of your contract.

blocker-in_minimum_term = The minimum term has not passed yet.
remedy-move_away = Move away and show the desk your new address.
consequence-locker_emptied = Your locker is emptied.
step-tell_the_desk = Tell the desk in writing that you leave.
where-front_desk = the front desk
undo-rejoin = You can join again at any time.

rule-GYM-1 = Within a week of joining the membership can be undone for the full price.
rule-GYM-2 = Before the minimum term has passed nobody leaves, except on moving away.
rule-GYM-3 = Leaving takes a letter; the membership ends with the paid period.
