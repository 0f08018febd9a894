"""Pieces that many things share: wheels, cables, knobs."""

import math

from paper import dark, light


def wheel(s, x, y, r, tyre="coal", rim="silver", spokes=10, width=None):
    """A spoked wheel."""
    width = width or max(8, r * .13)
    for i in range(spokes):
        a = math.pi * i / spokes
        dx, dy = math.cos(a) * (r - width), math.sin(a) * (r - width)
        s.bar(x - dx, y - dy, x + dx, y + dy, 1.8, "grey", flat=True, alpha=.8)
    s.ring(x, y, r - width * 1.15, width * .5, rim, flat=True)
    s.ring(x, y, r - width / 2, width, tyre)
    s.disc(x, y, max(6, r * .09), rim)


def solid_wheel(s, x, y, r, tyre="coal", hub="silver"):
    """A wheel without spokes."""
    s.disc(x, y, r, tyre)
    s.disc(x, y, r * .58, hub)
    s.disc(x, y, r * .2, dark(hub, .4), flat=True)


def vents(s, x, y, n, step, w, h, colour, upright=True):
    """A row of slots."""
    for i in range(n):
        s.rect(x + (step * i if upright else 0), y + (0 if upright else step * i), w, h, colour, min(w, h) / 2, flat=True)


def knob(s, x, y, r, colour, turn=0):
    s.disc(x, y, r, colour)
    a = math.radians(turn - 90)
    s.bar(x, y, x + math.cos(a) * r * .75, y + math.sin(a) * r * .75, max(2.5, r * .18), light(colour, .6), flat=True)


def cable(s, points, colour="coal", w=8):
    s.tube(points, w, colour)


def legs(s, pairs, w, colour):
    for x1, y1, x2, y2 in pairs:
        s.bar(x1, y1, x2, y2, w, colour)
