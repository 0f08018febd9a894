"""Cut-paper drawing: shapes with a soft gradient, a light edge and a small shadow on what lies beneath them.

A drawing lives on a sheet of 1000 x 750 units; things stand on the ground line y = GROUND. Colours are names from
COLOURS or hex texts. Every primitive adds one piece of paper; `flat=True` leaves out the edge and the shadow, for
markings that are printed on a piece rather than glued onto it.
"""

import math

WIDTH, HEIGHT, GROUND = 1000, 750, 620

COLOURS = {
    "brick": "#C2513B", "terra": "#D9805A", "ochre": "#E2A33C", "straw": "#EFCF84", "cream": "#FBF1DF",
    "sage": "#9DB596", "green": "#5F8F68", "forest": "#2F5D4E", "teal": "#3F8A8C", "sky": "#9CC3D5",
    "blue": "#4F7FA8", "navy": "#2E4A66", "plum": "#7B4F70", "rose": "#E6A99A", "blush": "#F3D0C0",
    "wood": "#C8935F", "oak": "#DDB583", "walnut": "#87573A", "bark": "#5E3E2C",
    "coal": "#3A3837", "slate": "#5B5F63", "grey": "#8E8F8D", "steel": "#B9C0C4", "silver": "#D9DDDD",
    "white": "#FFFCF5", "glass": "#CFE3E4", "lime": "#B9C65B", "red": "#B93B35", "orange": "#E58A35",
}


def rgb(colour):
    """The three channels, 0 to 255, of a colour name or a hex text."""
    text = COLOURS.get(colour, colour).lstrip("#")
    return tuple(int(text[i:i + 2], 16) for i in (0, 2, 4))


def mix(colour, other, share):
    """`colour` with `share` (0 to 1) of `other` in it, as hex."""
    return "#%02X%02X%02X" % tuple(round(a + (b - a) * share) for a, b in zip(rgb(colour), rgb(other)))


def light(colour, share=0.2):
    return mix(colour, "#FFF3DC", share)


def dark(colour, share=0.2):
    return mix(colour, "#2A1B16", share)


def smooth(points, closed=False):
    """A path through the points, rounded by Catmull-Rom."""
    n = len(points)
    at = (lambda i: points[i % n]) if closed else (lambda i: points[max(0, min(n - 1, i))])
    path = "M%.1f %.1f" % points[0]
    for i in range(n if closed else n - 1):
        p0, p1, p2, p3 = at(i - 1), at(i), at(i + 1), at(i + 2)
        path += "C%.1f %.1f %.1f %.1f %.1f %.1f" % (
            p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6,
            p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6, *p2)
    return path + ("Z" if closed else "")


def rounded(points, radius):
    """A closed path along the points with corners rounded by `radius`, never more than half an edge."""
    n, path = len(points), ""
    for i, (x, y) in enumerate(points):
        ends = []
        for nx, ny in (points[i - 1], points[(i + 1) % n]):
            length = math.hypot(nx - x, ny - y) or 1
            share = min(radius, length / 2) / length
            ends.append((x + (nx - x) * share, y + (ny - y) * share))
        path += "%s%.1f %.1fQ%.1f %.1f %.1f %.1f" % ("M" if i == 0 else "L", *ends[0], x, y, *ends[1])
    return path + "Z"


class Sheet:
    """A drawing in the making."""

    def __init__(self):
        self.pieces, self.gradients, self.frames, self.clips = [], {}, [], 0

    # Paper

    def path(self, d, fill, flat=False, alpha=1.0, rule=""):
        """A filled path."""
        rule = f' fill-rule="{rule}"' if rule else ""
        self._add(f'<path d="{d}" fill="{self._paint(fill, flat)}"{rule}', flat, alpha)

    def rect(self, x, y, w, h, fill, r=8, flat=False, alpha=1.0):
        self._add(f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" rx="{min(r, w / 2, h / 2):.1f}" '
                  f'fill="{self._paint(fill, flat)}"', flat, alpha)

    def oval(self, x, y, rx, ry, fill, flat=False, alpha=1.0):
        self._add(f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="{rx:.1f}" ry="{ry:.1f}" fill="{self._paint(fill, flat)}"',
                  flat, alpha)

    def disc(self, x, y, r, fill, flat=False, alpha=1.0):
        self.oval(x, y, r, r, fill, flat, alpha)

    def ring(self, x, y, r, w, fill, flat=False, alpha=1.0):
        """A circle's outline of width `w`, centred on radius `r`."""
        self._add(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="none" stroke="{mix(fill, fill, 0)}" '
                  f'stroke-width="{w:.1f}"', flat, alpha)

    def poly(self, points, fill, r=8, flat=False, alpha=1.0):
        self.path(rounded(points, r), fill, flat, alpha)

    def blob(self, points, fill, flat=False, alpha=1.0):
        """A closed smooth shape through the points."""
        self.path(smooth(points, True), fill, flat, alpha)

    def bar(self, x1, y1, x2, y2, w, fill, flat=False, alpha=1.0, cap="round"):
        """A straight rod with a light line along it."""
        self.tube(f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}", w, fill, flat, alpha, cap)

    def tube(self, d, w, fill, flat=False, alpha=1.0, cap="round"):
        """A bent rod along a path or along points."""
        d = d if isinstance(d, str) else smooth(d)
        line = f'fill="none" stroke-linecap="{cap}" stroke-linejoin="round"'
        self._add(f'<path d="{d}" {line} stroke="{mix(fill, fill, 0)}" stroke-width="{w:.1f}"', flat, alpha)
        if not flat and w >= 9:
            self.pieces.append(f'<path d="{d}" {line} stroke="{light(fill, .45)}" stroke-opacity=".55" '
                               f'stroke-width="{w * .22:.1f}" transform="translate({-w * .14:.1f} {-w * .16:.1f})"/>')

    # Frames

    def turn(self, degrees, x, y):
        """Everything until `done` is turned about a point."""
        return self._frame(f"rotate({degrees} {x} {y})")

    def move(self, dx, dy, scale=1.0, flip=False):
        """Everything until `done` is scaled about 0,0, then moved; flipped left to right if wanted."""
        return self._frame(f"translate({dx} {dy}) scale({-scale if flip else scale} {scale})")

    def inside(self, d):
        """Everything until `done` is cut off outside the path; pieces in it should be flat."""
        self.clips += 1
        self.pieces.append(f'<clipPath id="c{self.clips}"><path d="{d}"/></clipPath><g clip-path="url(#c{self.clips})">')
        self.frames.append(1)
        return self

    def done(self):
        self.frames.pop()
        self.pieces.append("</g>")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.done()

    def _frame(self, transform):
        self.frames.append(1)
        self.pieces.append(f'<g transform="{transform}">')
        return self

    def _paint(self, fill, flat):
        if fill == "none":
            return fill
        if flat:
            return mix(fill, fill, 0)
        base = mix(fill, fill, 0)
        name = "g" + base[1:]
        self.gradients[name] = base
        return f"url(#{name})"

    def _add(self, element, flat, alpha):
        look = "" if flat else ' filter="url(#paper)"'
        if alpha < 1:
            look += f' opacity="{alpha}"'
        self.pieces.append(element + look + "/>")

    # Output

    def definitions(self):
        """The gradients that the pieces refer to."""
        return "".join(
            f'<linearGradient id="{name}" x1="0" y1="0" x2=".5" y2="1"><stop offset="0" stop-color="{light(c, .2)}"/>'
            f'<stop offset=".45" stop-color="{c}"/><stop offset="1" stop-color="{dark(c, .16)}"/></linearGradient>'
            for name, c in self.gradients.items())

    def markup(self):
        assert not self.frames, "a frame was left open"
        return "".join(self.pieces)

    def silhouette(self):
        """The pieces without edges and shadows, to cast one shadow from all of them."""
        return self.markup().replace(' filter="url(#paper)"', "")
