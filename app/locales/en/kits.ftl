# Kits
kits-row = Kit of several things
kits-no = no
kits-part-of = part of: { $kits }
kits-title = Make a kit
kits-lead = What is needed together you can lend together, such as a cart, straps and boxes for moving. Whoever has the kit has all its parts; while a part is away, so is the kit.
kits-parts = What belongs to it?
kits-parts-hint = At most { $most } of your things. Like this one, they must be lent by the day or by the hour.
kits-alone = is lent alone, too
kits-only-together = paused: is lent in the kit only
kits-does-not-fit = no longer fits; until it does, the kit cannot be had
kits-nothing-fits = You have nothing that would fit yet. Add its parts as things of their own first.
kits-own-plan = The kit has its own times and its own price. If you do not want to lend a part alone, pause it.
kits-refused-open = { $count ->
    [one] One loan or request for the kit is still open: its parts are promised and stay until it is over.
   *[other] { $count } loans or requests for the kit are still open: its parts are promised and stay until they are over.
}
kits-refused-part = This is part of a kit itself. A kit cannot be part of another.
kits-refused-not-now = No kit can be made of this.
kits-consists-of = Belongs to the kit
kits-together = You get all parts together.
kits-also-in = Also to be had in a kit
kits-part-taken = A part of the kit is taken or closed on { $day }.
