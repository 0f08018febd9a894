"""Street parties and carnival."""

import math

from common import cable, knob, solid_wheel, vents
from paper import GROUND, dark, light


def gazebo(s, roof="brick", second="cream"):
    for x in (320, 680):
        s.bar(x, 300, x, 560, 11, "grey")
    s.path("M500 90L860 290H140Z", roof)
    for i in range(6):
        x = 140 + i * 120
        if i % 2:
            s.path(f"M500 90L{x} 290h120Z", second, flat=True)
    for i in range(6):
        x = 140 + i * 120
        s.path(f"M{x} 286h120v34c0 34 -30 44 -60 44s-60 -10 -60 -44Z", second if i % 2 else roof)
    for x in (160, 840):
        s.bar(x, 330, x, GROUND - 6, 17, "silver")
        s.rect(x - 34, GROUND - 22, 68, 22, "slate", 8)
    s.rect(380, 500, 240, 18, "oak", 6)
    s.bar(420, 510, 400, GROUND - 10, 11, "steel")
    s.bar(580, 510, 600, GROUND - 10, 11, "steel")
    s.disc(500, 84, 13, "ochre")


def marquee(s, roof="white", wall="sky"):
    s.poly([(150, 330), (850, 330), (850, 612), (150, 612)], wall, 4)
    for x in (240, 400, 560, 720):
        s.path(f"M{x - 50} 420c0 -46 100 -46 100 0v100h-100Z", "glass")
        s.bar(x, 386, x, 520, 5, wall, flat=True)
        s.bar(x - 50, 456, x + 50, 456, 5, wall, flat=True)
    s.path("M120 340L280 170H720L880 340Z", roof)
    for i in range(8):
        x = 120 + i * 95
        s.path(f"M{x} 332h95v20c0 24 -20 32 -48 32s-47 -8 -47 -32Z", "ochre" if i % 2 else roof)
    for x in (150, 850):
        s.bar(x, 350, x, GROUND - 6, 15, "silver")
    s.path("M460 612V440h80v172Z", dark(wall, .3))


def beer_benches(s, wood="ochre"):
    s.bar(300, 390, 270, GROUND - 6, 13, "forest")
    s.bar(340, 390, 370, GROUND - 6, 13, "forest")
    s.bar(660, 390, 630, GROUND - 6, 13, "forest")
    s.bar(700, 390, 730, GROUND - 6, 13, "forest")
    s.rect(160, 356, 680, 38, wood, 8)
    s.bar(170, 374, 830, 374, 3, dark(wood, .25), flat=True)
    for x in (250, 720):
        s.bar(x, 510, x - 22, GROUND - 2, 12, "forest")
        s.bar(x + 30, 510, x + 52, GROUND - 2, 12, "forest")
    s.rect(140, 490, 720, 30, light(wood, .15), 8)
    s.path("M430 356v-74h60v74Z", "ochre")
    s.tube([(490, 296), (520, 300), (518, 336), (490, 340)], 10, "glass")
    s.path("M424 290c-6 -30 20 -36 30 -28c14 -14 44 0 40 28Z", "white")
    s.rect(560, 300, 40, 56, "cream", 6)
    for t in (-20, 0, 20):
        with s.turn(t, 580, 300):
            s.bar(580, 300, 580, 250, 5, "green")
            s.disc(580, 246, 16, "brick" if t else "orange")


def bar_tables(s, cloth="cream", band="brick"):
    for x, h in ((360, 270), (650, 310)):
        base = GROUND - h - 200
        s.path(f"M{x - 90} {h + 20}h180c-20 80 -46 130 -46 180c0 {base * .3:.0f} 20 {base * .6:.0f} 40 {base}H{x - 84}"
               f"c20 -{base * .4:.0f} 40 -{base * .7:.0f} 40 -{base}c0 -50 -26 -100 -46 -180Z", cloth)
        s.rect(x - 52, h + 190, 104, 34, band, 14)
        s.tube([(x + 10, h + 210), (x + 30, h + 260), (x + 20, h + 300)], 14, band)
        s.oval(x, h + 16, 128, 26, cloth)
    s.path("M320 268l10 -70h44l10 70Z", "glass", alpha=.9)
    s.path("M326 250l5 -34h42l5 34Z", "ochre", flat=True)
    s.path("M640 305v-60c-30 -10 -30 -50 -24 -70h68c6 20 6 60 -24 70v60Z", "glass", alpha=.9)
    s.path("M622 200h56c0 20 -10 36 -28 38c-18 -2 -28 -18 -28 -38Z", "plum", flat=True)


def barbecue(s, lid="coal"):
    s.bar(420, 440, 340, GROUND - 6, 14, "steel")
    s.bar(580, 440, 650, GROUND - 6, 14, "steel")
    s.bar(500, 440, 500, GROUND - 6, 14, "grey")
    s.rect(380, 540, 240, 12, "steel", 5)
    solid_wheel(s, 650, 590, 30)
    s.path("M290 340H710c0 90 -80 140 -210 140s-210 -50 -210 -140Z", lid)
    s.rect(276, 322, 448, 26, "silver", 10)
    for x in range(320, 700, 34):
        s.disc(x, 334, 3, "slate", flat=True)
    for x, t, cols in ((380, -12, ("brick", "ochre", "green", "terra")), (520, 4, ("terra", "lime", "brick", "ochre"))):
        with s.turn(t, x, 300):
            s.bar(x - 60, 300, x + 130, 300, 5, "wood")
            for i, c in enumerate(cols):
                s.rect(x - 46 + i * 38, 278, 36, 40, c, 12)
    s.path("M650 200c0 -60 50 -100 110 -100s110 40 110 100Z", lid)
    with s.turn(0, 760, 100):
        s.rect(726, 78, 68, 26, "wood", 12)
    s.rect(640, 190, 240, 18, "slate", 8)
    s.bar(690, 330, 690, 210, 8, "grey")
    for x in (400, 500):
        s.tube([(x, 250), (x + 14, 214), (x - 10, 180), (x + 6, 140)], 9, "white", flat=True, alpha=.5)


def fire_bowl(s):
    for x in (350, 500, 650):
        s.bar(500 + (x - 500) * .8, 500, x, GROUND - 6, 16, "coal")
    s.path("M500 130c70 90 130 130 110 220c-10 50 -50 80 -110 80s-110 -30 -116 -86c-6 -60 40 -80 50 -130c20 20 26 30 30 50c20 -40 30 -80 36 -134Z", "orange")
    s.path("M500 230c40 50 70 80 60 130c-8 36 -30 56 -62 56s-56 -20 -58 -54c-2 -40 26 -54 34 -84c12 10 16 20 18 30c6 -26 8 -50 8 -78Z", "ochre")
    s.path("M500 320c20 26 34 44 28 66c-4 18 -14 28 -30 28s-26 -10 -28 -28c-2 -20 14 -30 18 -44c6 4 8 8 10 14Z", "straw")
    s.bar(400, 420, 590, 380, 34, "bark")
    s.bar(610, 424, 420, 378, 34, "walnut")
    s.path("M240 410H760c-20 90 -120 120 -260 120s-240 -30 -260 -120Z", "slate")
    s.rect(224, 400, 552, 26, "coal", 12)


def drinks_cooler(s):
    """A tub of bottles on ice and a dispenser of lemonade."""
    for x, h, c in ((230, 330, "forest"), (300, 300, "walnut"), (370, 330, "forest"), (440, 310, "ochre")):
        s.path(f"M{x - 10} {h}h28v60c0 20 16 30 16 60v100h-60V{h + 120}c0 -30 16 -40 16 -60Z", c)
        s.rect(x - 14, h - 12, 36, 20, "brick", 6)
        s.rect(x - 24, h + 130, 56, 40, "cream", 4, flat=True)
    for x in range(200, 500, 46):
        s.rect(x, 470 + (x % 3) * 6, 44, 44, "glass", 10)
    s.path("M160 490H520l-30 120c-2 8 -8 10 -16 10H206c-8 0 -14 -2 -16 -10Z", "steel")
    s.rect(150, 480, 380, 26, "silver", 12)
    s.rect(600, 540, 230, 80, "walnut", 10)
    s.path("M610 260H820v250c0 20 -10 30 -30 30H640c-20 0 -30 -10 -30 -30Z", "glass", alpha=.92)
    s.path("M618 330H812v176c0 18 -8 26 -26 26H644c-18 0 -26 -8 -26 -26Z", "straw", flat=True)
    for x, y in ((660, 400), (740, 380), (700, 470), (780, 460)):
        s.disc(x, y, 28, "ochre")
        s.disc(x, y, 20, "straw", flat=True)
    s.rect(600, 236, 230, 34, "wood", 12)
    s.rect(694, 520, 44, 22, "coal", 6)
    s.rect(706, 500, 20, 26, "coal", 5)


def string_lights(s):
    """A hung string of bulbs with a garland."""
    for x in (80, 920):
        s.bar(x, 120, x, GROUND - 4, 17, "walnut")
        s.rect(x - 50, GROUND - 24, 100, 24, "slate", 10)
    for y0, sag, n, off in ((150, 150, 9, 0), (250, 170, 8, 40)):
        pts = [(80 + 840 * i / 20, y0 + sag * (1 - (2 * i / 20 - 1) ** 2)) for i in range(21)]
        s.tube(pts, 5, "coal")
        for i in range(n):
            t = (i + .7 + off / 100) / (n + .4)
            x, y = 80 + 840 * t, y0 + sag * (1 - (2 * t - 1) ** 2)
            s.disc(x, y + 40, 46, "straw", flat=True, alpha=.25)
            s.rect(x - 9, y, 18, 22, "coal", 5)
            s.path(f"M{x - 10} {y + 20}h20c16 14 20 50 -10 60c-30 -10 -26 -46 -10 -60Z", "straw")
            s.disc(x, y + 48, 8, "white", flat=True)


def bunting(s):
    """Bunting over a party box with paper lanterns."""
    pts = [(60 + 880 * i / 20, 120 + 110 * (1 - (2 * i / 20 - 1) ** 2)) for i in range(21)]
    colours = ("brick", "ochre", "teal", "rose", "sage", "plum", "straw", "blue", "terra")
    for i, c in enumerate(colours):
        t = (i + .5) / 9
        x, y = 60 + 880 * t, 120 + 110 * (1 - (2 * t - 1) ** 2)
        s.path(f"M{x - 42} {y - 4}h84l-42 96Z", c)
    s.tube(pts, 6, "cream")
    for x, y, r, c in ((300, 440, 66, "ochre"), (420, 400, 56, "brick")):
        s.oval(x, y, r, r * .9, c)
        for dx in (-.5, 0, .5):
            s.oval(x, y, abs(r * dx) + 2, r * .88, light(c, .3), flat=True, alpha=.25)
    s.path("M540 460c10 -90 40 -130 60 -150c20 20 60 60 70 150Z", "teal")
    for x, y, c in ((590, 400, "ochre"), (610, 430, "cream"), (600, 360, "rose"), (630, 450, "brick")):
        s.disc(x, y, 9, c, flat=True)
    s.disc(600, 306, 20, "brick")
    s.rect(230, 450, 540, 170, "wood", 12)
    s.rect(210, 430, 580, 50, "oak", 12)
    s.rect(430, 500, 140, 50, "cream", 10)


def disco_ball(s):
    s.bar(500, -60, 500, 180, 6, "slate")
    s.rect(470, 150, 60, 34, "coal", 10)
    s.disc(500, 350, 180, "steel")
    with s.inside("M320 350a180 180 0 1 0 360 0a180 180 0 1 0 -360 0Z"):
        for j in range(-6, 7):
            y0 = 350 + 180 * math.sin(j * math.pi / 13)
            h = 180 * (math.sin((j + 1) * math.pi / 13) - math.sin(j * math.pi / 13))
            r = math.sqrt(max(0, 180 ** 2 - (y0 + h / 2 - 350) ** 2))
            for i in range(-6, 7):
                x0 = 500 + r * math.sin(i * math.pi / 13)
                w = r * (math.sin((i + 1) * math.pi / 13) - math.sin(i * math.pi / 13))
                c = ("silver", "white", "steel", "sky", "rose", "straw", "grey", "silver", "white")[(i * 5 + j * 7 + i * j) % 9]
                s.rect(x0 + 1.5, y0 + 1.5, max(1, w - 3), max(1, h - 3), c, 2, flat=True, alpha=.85)
        s.oval(570, 450, 190, 190, "navy", flat=True, alpha=.16)
    for x, y, k in ((430, 270, 34), (590, 300, 22), (250, 200, 18), (760, 250, 24), (220, 470, 20), (790, 480, 16)):
        s.path(f"M{x} {y - k}q3 {k - 4} {k} {k}q-{k - 3} 4 -{k} {k}q-3 -{k - 4} -{k} -{k}q{k - 3} -4 {k} -{k}Z", "white", flat=True, alpha=.9)
    for x, y, c in ((300, 610, "rose"), (420, 616, "straw"), (600, 612, "sky"), (720, 606, "sage"), (510, 604, "ochre")):
        s.oval(x, y, 26, 7, c, flat=True, alpha=.8)


def carnival(s):
    """A mask, a jester's hat and confetti."""
    s.path("M330 350c-60 -30 -140 0 -160 70c-6 20 20 30 30 10c20 -36 70 -30 90 20Z", "teal")
    s.path("M480 350c60 -30 140 0 160 70c6 20 -20 30 -30 10c-20 -36 -70 -30 -90 20Z", "ochre")
    s.path("M290 440c-10 -130 50 -200 110 -250c70 50 120 120 120 250Z", "brick")
    s.disc(186, 430, 24, "straw")
    s.disc(626, 430, 24, "straw")
    s.disc(400, 184, 26, "straw")
    s.rect(270, 420, 270, 56, "plum", 24)
    for x in range(300, 530, 46):
        s.disc(x, 448, 12, "straw")
    s.path("M270 470h270l20 150H250Z", "wood")
    with s.turn(-10, 680, 530):
        s.path("M540 520c0 -40 60 -50 140 -30c80 -20 140 -10 140 30c0 60 -40 80 -80 70c-30 -6 -40 -30 -60 -30s-30 24 -60 30c-40 10 -80 -10 -80 -70Z", "plum")
        s.path("M580 526c20 -16 50 -12 66 6c-16 20 -54 20 -66 -6Z", "cream", flat=True)
        s.path("M714 532c16 -18 46 -22 66 -6c-12 26 -50 26 -66 6Z", "cream", flat=True)
        for x in (600, 640, 720, 760):
            s.disc(x, 506, 6, "straw", flat=True)
        for i, c in enumerate(("teal", "ochre", "brick")):
            s.path(f"M{800 + i * 6} 510c{20 + i * 16} -40 {10 + i * 20} -90 {30 + i * 30} -{110 - i * 20}c10 50 0 100 -{20 + i * 10} 120Z", c)
    for i in range(34):
        x, y = (i * 173) % 960 + 20, (i * 97) % 220 + 60 if i % 3 else 600 + (i % 5) * 8
        c = ("brick", "ochre", "teal", "rose", "sage", "plum")[i % 6]
        s.disc(x, y, 8, c, flat=True)


def winter_coat(s, coat="red"):
    """A red coat with fur, a hat and a sack, for Saint Nicholas."""
    s.bar(380, 100, 380, 150, 8, "steel")
    s.path("M250 210L380 150L510 210L600 470l-70 24L480 380v220H280V380L230 494l-70 -24Z", coat)
    s.rect(352, 180, 56, 420, "white", 24)
    s.rect(266, 570, 228, 44, "white", 22)
    s.rect(272, 410, 216, 40, "coal", 8)
    s.rect(350, 404, 60, 52, "ochre", 8)
    with s.turn(-20, 195, 480):
        s.rect(150, 452, 92, 44, "white", 22)
    with s.turn(20, 565, 480):
        s.rect(520, 452, 92, 44, "white", 22)
    s.path("M620 480c-20 60 -40 140 60 140h110c90 0 80 -90 50 -140c-20 -30 -40 -40 -44 -70H660c-4 30 -24 40 -40 70Z", "walnut")
    s.tube([(650, 410), (720, 424), (800, 410)], 14, "ochre")
    s.path("M650 400c10 -40 40 -40 60 -30c20 -30 90 -20 100 30Z", "bark")
    s.path("M600 300c20 -80 70 -120 150 -110c50 10 70 60 90 90l-30 20c-20 -30 -40 -40 -60 -40l20 50Z", coat)
    s.rect(590, 282, 190, 46, "white", 22)
    s.disc(830, 296, 30, "white")
