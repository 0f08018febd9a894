"""What stands behind and around a thing: a coloured wall, a ground, a shadow and now and then a sprig in a vase."""

import random

from paper import GROUND, HEIGHT, WIDTH, Sheet, dark, light, mix

# Wall colours: quiet enough for anything to stand before them.
WALLS = {
    "sand": "#EBD9BD", "sage": "#C6D2BC", "blush": "#EFCFC0", "sky": "#C3D6DC", "straw": "#F0DCA6", "clay": "#DFAE92",
    "lilac": "#D5C8D4", "mist": "#D8DCD4", "moss": "#AFBE9C", "dusk": "#A9BDC8", "apricot": "#F3C99F", "linen": "#F2E8D8",
}
GROUNDS = ("paper", "wood", "table", "shelf")
BACKS = ("sun", "arch", "window", "none", "hill")

FILTERS = """
<filter id="paper" filterUnits="userSpaceOnUse" x="-40" y="-40" width="1080" height="830" color-interpolation-filters="sRGB">
 <feGaussianBlur in="SourceAlpha" stdDeviation="4.5"/><feOffset dx="3" dy="5" result="s"/>
 <feFlood flood-color="#3A2014" flood-opacity=".27"/><feComposite in2="s" operator="in" result="shadow"/>
 <feOffset in="SourceAlpha" dx="1.6" dy="2.2" result="l"/><feComposite in="SourceAlpha" in2="l" operator="out" result="le"/>
 <feFlood flood-color="#FFF8E8" flood-opacity=".45"/><feComposite in2="le" operator="in" result="edge"/>
 <feOffset in="SourceAlpha" dx="-3" dy="-5"/><feGaussianBlur stdDeviation="5" result="d"/>
 <feComposite in="SourceAlpha" in2="d" operator="out" result="de"/>
 <feFlood flood-color="#3A2014" flood-opacity=".22"/><feComposite in2="de" operator="in" result="shade"/>
 <feMerge><feMergeNode in="shadow"/><feMergeNode in="SourceGraphic"/><feMergeNode in="shade"/><feMergeNode in="edge"/></feMerge>
</filter>
<filter id="cast" filterUnits="userSpaceOnUse" x="-300" y="-300" width="1700" height="1400">
 <feColorMatrix values="0 0 0 0 .22  0 0 0 0 .12  0 0 0 0 .08  0 0 0 1 0"/><feGaussianBlur stdDeviation="9 6"/></filter>
<filter id="contact" filterUnits="userSpaceOnUse" x="-300" y="-300" width="1700" height="1400">
 <feColorMatrix values="0 0 0 0 .2  0 0 0 0 .1  0 0 0 0 .06  0 0 0 1 0"/><feGaussianBlur stdDeviation="6 3"/></filter>
<filter id="soft" filterUnits="userSpaceOnUse" x="-100" y="-100" width="1200" height="950"><feGaussianBlur stdDeviation="7"/></filter>
"""


def gradient(name, top, bottom, middle=None):
    stop = f'<stop offset=".5" stop-color="{middle}"/>' if middle else ""
    return (f'<linearGradient id="{name}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="{top}"/>{stop}'
            f'<stop offset="1" stop-color="{bottom}"/></linearGradient>')


def backdrop(wall, ground, back, seed):
    """Wall and ground as markup."""
    colour, rnd = WALLS[wall], random.Random(seed)
    horizon = {"paper": 560, "wood": 545, "table": 550, "shelf": 585}[ground]
    out = gradient("wall", light(colour, .28), dark(colour, .05))
    out += f'<rect width="{WIDTH}" height="{HEIGHT}" fill="url(#wall)"/>'
    tone = light(colour, .45)
    if back == "sun":
        x = rnd.choice((430, 500, 570))
        out += f'<circle cx="{x}" cy="330" r="262" fill="{tone}" filter="url(#paper)" opacity=".9"/>'
    elif back == "arch":
        x = rnd.choice((250, 270, 290))
        out += (f'<path d="M{x} {horizon + 40}V300a{500 - x} {500 - x - 20} 0 0 1 {2 * (500 - x)} 0V{horizon + 40}Z" '
                f'fill="{tone}" filter="url(#paper)" opacity=".9"/>')
    elif back == "hill":
        out += (f'<path d="M-40 {horizon + 20}V440C140 330 300 350 430 400S760 300 1040 410V{horizon + 20}Z" fill="{dark(colour, .07)}" '
                f'filter="url(#paper)" opacity=".7"/><circle cx="{rnd.choice((210, 790))}" cy="170" r="74" fill="{tone}" filter="url(#paper)"/>')
    elif back == "window":
        panes = "".join(f'<path d="M{x} {y}l150 -46v150l-150 46Z"/>' for x in (150, 325) for y in (150, 325))
        shift = rnd.choice((0, 260))
        out += f'<g fill="#FFF6DF" opacity=".55" filter="url(#soft)" transform="translate({shift} 30)">{panes}</g>'
    if ground == "paper":
        base = dark(colour, .09)
        out += gradient("floor", mix(base, colour, .3), light(base, .12))
        out += f'<rect y="{horizon}" width="{WIDTH}" height="{HEIGHT - horizon}" fill="url(#floor)"/>'
    elif ground == "table":
        base = mix(light(colour, .55), "#FFFDF6", .35)
        out += gradient("floor", dark(base, .08), base)
        out += f'<rect x="-20" y="{horizon}" width="{WIDTH + 40}" height="300" fill="url(#floor)" filter="url(#paper)"/>'
    else:
        base = rnd.choice(("#C99A6B", "#B98757", "#D6AD7E"))
        out += gradient("floor", dark(base, .1), light(base, .1))
        depth = HEIGHT - horizon if ground == "wood" else 95
        out += f'<rect x="-20" y="{horizon}" width="{WIDTH + 40}" height="{depth}" fill="url(#floor)" filter="url(#paper)"/>'
        for i in range(1, 4):
            y = horizon + (HEIGHT - horizon) * (i / 4) ** 1.5 if ground == "wood" else 0
            if ground == "wood":
                out += f'<path d="M0 {y:.0f}H{WIDTH}" stroke="{dark(base, .28)}" stroke-opacity=".4" stroke-width="2.5"/>'
        for _ in range(9):
            x, y = rnd.randrange(0, 900), rnd.randrange(horizon + 14, horizon + min(depth, 190) - 8)
            out += f'<path d="M{x} {y}q{rnd.randrange(40, 90)} {rnd.choice((-4, 4))} {rnd.randrange(110, 190)} 0" fill="none" stroke="{dark(base, .3)}" stroke-opacity=".18" stroke-width="2.5" stroke-linecap="round"/>'
        if ground == "shelf":
            out += gradient("front", light(base, .25), dark(base, .12))
            out += f'<rect x="-20" y="{horizon + 95}" width="{WIDTH + 40}" height="34" fill="url(#front)"/>'
            out += f'<rect x="-20" y="{horizon + 129}" width="{WIDTH + 40}" height="60" fill="{dark(colour, .32)}"/>'
            out += f'<rect x="-20" y="{horizon + 124}" width="{WIDTH + 40}" height="16" fill="#3A2014" opacity=".35" filter="url(#soft)"/>'
    out += ('<radialGradient id="lamp" gradientUnits="userSpaceOnUse" cx="120" cy="20" r="760"><stop offset="0" stop-color="#FFF7E2" '
            'stop-opacity=".5"/><stop offset="1" stop-color="#FFF7E2" stop-opacity="0"/></radialGradient>'
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="url(#lamp)"/>')
    return out


def vase(sheet, x, colour="white", leaf="green"):
    """A vase with a sprig, standing on the ground a little behind the thing."""
    y = GROUND - 18
    for dx, dy, turn in ((-34, -150, -22), (6, -190, 2), (40, -140, 26)):
        sheet.tube([(x, y - 70), (x + dx * .4, y - 70 + (dy + 70) * .55), (x + dx, y + dy)], 4, dark(leaf, .2))
        for step in (.45, .7, 1):
            px, py = x + dx * step, y - 70 + (dy + 70) * step
            for side in (-1, 1):
                with sheet.turn(turn + side * 52, px, py):
                    sheet.oval(px, py - 17, 8, 19, leaf if side > 0 else light(leaf, .15))
    sheet.path(f"M{x - 17} {y - 84}h34c-4 20 18 30 18 56c0 18 -12 28 -35 28s-35 -10 -35 -28c0 -26 22 -36 18 -56Z", colour)


def compose(thing, wall, ground, back, seed, prop=None, lift=0, scale=1.08):
    """One finished picture as SVG text. `lift` moves the thing up, for what hangs."""
    sheet = Sheet()
    thing(sheet)
    extra = Sheet()
    if prop:
        vase(extra, *prop)
    extra.gradients.update(sheet.gradients)

    def cast(art, strength):
        flat = art.silhouette()
        k, s = .62, .2
        long = f"matrix(1 0 {-k} {s} {k * GROUND:.1f} {GROUND - s * GROUND:.1f})"
        short = f"matrix(1 0 -.05 .035 {.05 * GROUND:.1f} {GROUND - .035 * GROUND + 3:.1f})"
        return (f'<g opacity="{strength}" filter="url(#cast)"><g transform="{long}">{flat}</g></g>'
                f'<g opacity=".42" filter="url(#contact)"><g transform="{short}">{flat}</g></g>')

    body = cast(extra, .2) + f"<g>{extra.markup()}</g>" if prop else ""
    body += cast(sheet, .27) + sheet.markup()
    if lift or scale != 1:
        body = f'<g transform="translate({500 - 500 * scale:.1f} {GROUND - GROUND * scale - lift:.1f}) scale({scale})">{body}</g>'
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"><defs>{FILTERS}{extra.definitions()}</defs>'
            f'{backdrop(wall, ground, back, seed)}{body}</svg>')
