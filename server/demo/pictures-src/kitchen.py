"""Cooking at the table, baking, preserving, and pots for many."""

import math

from common import cable, knob, vents
from paper import GROUND, dark, light


def raclette(s, body="brick"):
    cable(s, [(780, 560), (850, 600), (910, 570), (1010, 600)], "coal", 9)
    s.rect(240, 590, 60, 30, "coal", 8)
    s.rect(700, 590, 60, 30, "coal", 8)
    s.rect(200, 520, 600, 80, "coal", 24)
    s.rect(220, 560, 560, 16, "slate", 8, flat=True)
    for i in range(4):
        x = 240 + i * 140
        s.poly([(x, 500), (x + 100, 500), (x + 88, 536), (x + 12, 536)], "slate", 8)
        s.path(f"M{x + 6} 500h88c-4 -16 -76 -16 -88 0Z", "straw")
        s.rect(x + 38, 526, 24, 74, "wood", 10)
    for x in (250, 500, 740):
        s.rect(x - 14, 400, 28, 110, "slate", 8)
    s.rect(190, 372, 620, 44, body, 20)
    s.rect(210, 352, 580, 30, "coal", 12)
    for x, w, c in ((260, 60, "rose"), (350, 50, "green"), (430, 70, "ochre"), (540, 54, "brick"), (630, 66, "cream"), (720, 44, "lime")):
        s.path(f"M{x} 352c4 -30 {w - 4} -30 {w} 0Z", c)
    for x in (420, 560):
        s.tube([(x, 320), (x + 8, 296), (x - 8, 270), (x + 4, 244)], 7, "white", flat=True, alpha=.6)


def fondue(s, pot="brick"):
    for x in (360, 640):
        s.bar(500 + (x - 500) * .7, 440, x, GROUND - 6, 14, "coal")
    s.rect(350, 430, 300, 20, "coal", 9)
    s.rect(440, 540, 120, 80, "steel", 14)
    s.path("M500 470c20 30 26 40 20 60c-6 14 -34 14 -40 0c-6 -20 0 -30 20 -60Z", "orange")
    for x, t, c in ((420, -26, "ochre"), (470, -10, "teal"), (560, 20, "brick")):
        with s.turn(t, x, 300):
            s.rect(x - 4, 120, 8, 180, "steel", 3)
            s.rect(x - 11, 60, 22, 110, "wood", 10)
            s.rect(x - 11, 76, 22, 16, c, 3, flat=True)
    s.bar(660, 330, 800, 290, 36, "walnut")
    s.path("M300 290H700c0 90 -50 150 -130 150H430c-80 0 -130 -60 -130 -150Z", pot)
    s.oval(500, 290, 200, 44, dark(pot, .25))
    s.oval(500, 294, 178, 34, "straw")
    s.path("M330 300c20 20 16 70 30 80c16 4 10 -50 30 -62Z", "straw")
    for x, y, r in ((450, 290, 12), (540, 300, 16), (590, 284, 9)):
        s.disc(x, y, r, "ochre", flat=True, alpha=.6)
    s.rect(200, 588, 90, 32, "oak", 14)
    s.rect(180, 572, 70, 30, "oak", 14)


def waffle_iron(s, body="cream"):
    cable(s, [(720, 540), (830, 590), (900, 560), (1010, 590)], "coal", 9)
    s.path("M310 546H730v24c0 30 -20 44 -50 44H360c-30 0 -50 -14 -50 -44Z", body)
    s.rect(210, 540, 130, 30, "coal", 15)
    s.rect(330, 500, 390, 40, "ochre", 16)
    for x in range(346, 700, 44):
        s.rect(x, 508, 26, 20, dark("ochre", .25), 5, flat=True)
    s.rect(300, 526, 440, 30, "coal", 12)
    with s.turn(-13, 730, 500):
        s.path("M310 480c0 -100 80 -160 210 -160s210 60 210 160Z", body)
        s.rect(300, 470, 440, 32, "coal", 12)
        s.rect(210, 470, 120, 32, "coal", 15)
        s.disc(470, 400, 22, "lime")
        s.disc(570, 400, 22, "brick")
    s.rect(340, 606, 60, 14, "coal", 6)
    s.rect(640, 606, 60, 14, "coal", 6)
    s.oval(180, 606, 110, 14, "cream")
    for i in range(3):
        s.rect(110, 572 - i * 26, 140, 26, "ochre", 10)
        for x in range(122, 240, 26):
            s.rect(x, 576 - i * 26, 12, 10, dark("ochre", .25), 3, flat=True)
    s.rect(160, 506, 36, 16, "straw", 5)


def stand_mixer(s, body="sage"):
    s.path("M300 290c0 -60 40 -90 110 -90H640c60 0 90 40 90 80c0 36 -30 60 -80 60H340c-26 0 -40 -20 -40 -50Z", body)
    s.rect(310, 250, 400, 18, light(body, .4), 9, flat=True)
    s.disc(334, 300, 26, "silver")
    s.path("M560 330h140v220c0 20 10 30 20 40H540c20 -20 20 -30 20 -60Z", body)
    knob(s, 640, 380, 22, "silver", 30)
    s.rect(396, 334, 50, 40, "silver", 8)
    s.tube([(421, 370), (380, 420), (400, 480), (440, 480), (464, 420), (421, 370)], 8, "steel")
    s.path("M300 430H540c0 90 -20 160 -70 166H370c-50 -6 -70 -76 -70 -166Z", "silver")
    s.oval(420, 430, 120, 20, "grey")
    s.oval(420, 433, 104, 14, "cream", flat=True)
    s.tube([(300, 460), (250, 470), (256, 530), (316, 536)], 14, "silver")
    s.path("M280 590H720c20 0 30 10 30 30H250c0 -20 10 -30 30 -30Z", body)


def cake_tins(s, cake="rose"):
    """Bundt tin, spring form and a cake."""
    s.path("M540 420h230l-24 150c-4 30 -14 50 -40 50H604c-26 0 -36 -20 -40 -50Z", "steel")
    for i in range(7):
        s.bar(562 + i * 31, 440, 580 + i * 25, 606, 4, "grey", flat=True)
    s.oval(655, 420, 118, 22, "silver")
    s.oval(655, 422, 40, 10, "slate", flat=True)
    s.rect(190, 560, 330, 18, "cream", 8)
    s.rect(330, 570, 50, 44, "cream", 4)
    s.rect(270, 606, 170, 14, "cream", 7)
    s.rect(216, 420, 280, 140, cake, 16)
    s.rect(216, 486, 280, 16, "cream", 4, flat=True)
    s.path("M206 436c0 -30 20 -36 40 -36H466c20 0 40 6 40 36c0 40 -30 40 -40 10c-10 50 -40 50 -50 10c-10 40 -50 40 -56 4c-10 40 -50 40 -60 -4"
           "c-10 40 -40 40 -50 0c-16 30 -44 20 -44 -20Z", "white")
    for i, x in enumerate((250, 310, 370, 430, 470)):
        s.disc(x, 392, 18, "brick" if i % 2 else "red")
    s.ring(800, 560, 60, 14, "steel")


def preserving_pot(s, body="forest"):
    cable(s, [(660, 590), (760, 610), (850, 570), (1010, 600)], "coal", 9)
    s.path("M300 250H640v320c0 34 -16 50 -46 50H346c-30 0 -46 -16 -46 -50Z", body)
    for y in (300, 540):
        s.rect(300, y, 340, 10, light(body, .3), 5, flat=True)
    s.rect(250, 320, 56, 60, "coal", 20)
    s.rect(634, 320, 56, 60, "coal", 20)
    s.rect(286, 226, 368, 36, dark(body, .2), 16)
    s.path("M310 230c20 -50 300 -50 320 0Z", light(body, .12))
    s.rect(444, 160, 52, 36, "coal", 14)
    knob(s, 420, 470, 34, "coal", 60)
    knob(s, 520, 470, 34, "coal", -30)
    s.rect(440, 560, 60, 30, "steel", 8)
    jar(s, 730, 480, 1.0, "brick")
    jar(s, 840, 500, .85, "ochre")


def jar(s, x, y, k, fill):
    """A preserving jar standing on the ground; y is its top."""
    h = GROUND - y
    s.rect(x - 50 * k, y, 100 * k, h, "glass", 18, alpha=.95)
    s.rect(x - 44 * k, y + h * .22, 88 * k, h * .72, fill, 14, flat=True, alpha=.92)
    for i in range(5):
        s.disc(x - 26 * k + (i % 3) * 26 * k, y + h * (.42 + .12 * (i % 4)), 10 * k, light(fill, .3), flat=True)
    s.rect(x - 54 * k, y - 14, 108 * k, 26, "steel", 8)
    s.rect(x - 16 * k, y + 8, 32 * k, 26, "brick", 6)


def jam_jars(s):
    """Five jars of jam and pickles."""
    for x, y, k, c in ((220, 420, 1.15, "brick"), (360, 470, .95, "ochre"), (500, 390, 1.25, "plum"), (650, 460, 1.0, "lime"), (785, 430, 1.1, "orange")):
        jar(s, x, y, k, c)
        s.rect(x - 32 * k, y + (GROUND - y) * .52, 64 * k, 50, "cream", 6)
        s.bar(x - 20 * k, y + (GROUND - y) * .52 + 18, x + 20 * k, y + (GROUND - y) * .52 + 18, 4, "grey", flat=True)


def dehydrator(s, body="coal"):
    s.rect(290, 250, 420, 60, body, 26)
    s.disc(500, 262, 40, "slate")
    for i in range(5):
        y = 312 + i * 46
        s.rect(280, y, 440, 44, "glass", 12, alpha=.95)
        for k in range(8):
            c = ("brick", "orange", "lime", "ochre", "rose")[(i + k) % 5]
            s.oval(322 + k * 51, y + 30, 20, 8, c, flat=True)
        s.rect(280, y + 36, 440, 10, "silver", 5)
    s.path("M290 544H710l20 76H270Z", body)
    knob(s, 500, 582, 26, "orange", 30)
    for x in (360, 640):
        s.rect(x - 30, 574, 60, 14, "slate", 7, flat=True)


def pasta_machine(s, body="steel"):
    s.path("M120 600c60 -30 40 -160 150 -230l40 20c-50 60 -40 180 -90 224Z", "straw")
    for i in range(5):
        s.tube([(150 + i * 20, 612 - i * 3), (196 + i * 18, 540), (236 + i * 16, 440 - i * 6)], 4, "ochre", flat=True, alpha=.5)
    s.rect(310, 560, 390, 60, "slate", 14)
    s.path("M330 300H680l20 264H310Z", body)
    s.rect(300, 270, 410, 46, light(body, .3), 20)
    s.rect(320, 360, 370, 36, "slate", 16)
    s.rect(320, 410, 370, 36, "slate", 16)
    s.rect(400, 470, 210, 50, "brick", 14)
    s.bar(700, 400, 800, 400, 14, "steel")
    s.bar(800, 400, 840, 290, 14, "steel")
    s.rect(820, 220, 44, 84, "wood", 20)
    s.disc(700, 330, 28, "coal")
    s.path("M400 270c20 -60 160 -60 190 0Z", "straw")


def juicer(s, body="orange"):
    s.path("M380 420h200v150c0 34 -16 50 -46 50H426c-30 0 -46 -16 -46 -50Z", "silver")
    knob(s, 480, 520, 34, "coal", 40)
    s.rect(360, 390, 240, 44, "coal", 14)
    s.path("M370 250H590v144H370Z", body)
    s.path("M430 120h100v140H430Z", "glass", alpha=.9)
    s.rect(456, 90, 48, 110, "coal", 12)
    s.path("M590 330h70l10 34h-80Z", body)
    s.path("M640 420h120l-14 190c0 8 -6 10 -12 10h-68c-6 0 -12 -2 -12 -10Z", "glass", alpha=.9)
    s.path("M648 490h104l-9 118h-86Z", "orange", flat=True)
    s.path("M648 372c2 20 -2 60 0 120h10c2 -50 -2 -90 4 -120Z", "orange", flat=True)
    for x, y, r, c in ((270, 570, 50, "orange"), (190, 590, 30, "lime"), (330, 596, 24, "brick")):
        s.disc(x, y, r, c)
    for a in range(0, 360, 45):
        s.bar(270, 570, 270 + 36 * math.cos(math.radians(a)), 570 + 36 * math.sin(math.radians(a)), 3, "straw", flat=True)


def ice_cream_maker(s, body="sky"):
    s.rect(260, 330, 300, 290, body, 40)
    s.rect(260, 330, 300, 70, light(body, .3), 30)
    s.rect(350, 290, 120, 54, "coal", 20)
    s.rect(310, 450, 200, 70, "coal", 16)
    s.rect(330, 470, 80, 30, "lime", 6, flat=True)
    s.disc(470, 485, 18, "cream")
    s.path("M640 460H800l-56 160h-48Z", "ochre")
    for i in range(4):
        s.bar(650 + i * 34, 466, 690 + i * 16, 600, 3, dark("ochre", .25), flat=True)
        s.bar(790 - i * 34, 466, 750 - i * 16, 600, 3, dark("ochre", .25), flat=True)
    for x, y, c in ((676, 420, "rose"), (760, 420, "cream"), (718, 356, "brick")):
        s.disc(x, y, 56, c)
    s.rect(700, 250, 10, 70, "wood", 4)
    s.disc(732, 300, 14, "red")


def stock_pot(s, body="steel", ladle="wood"):
    with s.turn(18, 600, 250):
        s.rect(590, 60, 24, 250, ladle, 10)
    s.rect(230, 330, 70, 34, "slate", 14)
    s.rect(700, 330, 70, 34, "slate", 14)
    s.path("M280 250H720v310c0 40 -20 60 -60 60H340c-40 0 -60 -20 -60 -60Z", body)
    s.oval(500, 250, 222, 44, light(body, .4))
    s.oval(500, 254, 200, 34, "brick")
    for x, y, c in ((420, 250, "orange"), (500, 262, "green"), (580, 246, "straw"), (460, 270, "lime"), (630, 262, "orange")):
        s.oval(x, y, 20, 9, c, flat=True)
    s.rect(280, 520, 440, 14, dark(body, .2), 7, flat=True)
    s.rect(320, 320, 26, 170, light(body, .5), 13, flat=True, alpha=.6)
    for x in (400, 520, 600):
        s.tube([(x, 190), (x + 14, 150), (x - 10, 110), (x + 8, 66)], 9, "white", flat=True, alpha=.5)


def paella_pan(s):
    s.bar(330, 470, 260, GROUND - 6, 14, "coal")
    s.bar(670, 470, 740, GROUND - 6, 14, "coal")
    s.bar(500, 480, 500, GROUND - 6, 14, "coal")
    s.rect(300, 520, 400, 22, "slate", 10)
    for x in range(330, 690, 40):
        s.path(f"M{x} 520c-10 -20 4 -24 4 -40c12 16 14 26 6 40Z", "sky")
    s.ring(150, 420, 36, 14, "brick")
    s.ring(850, 420, 36, 14, "brick")
    s.path("M160 400H840c-10 60 -60 80 -120 80H280c-60 0 -110 -20 -120 -80Z", "coal")
    s.oval(500, 400, 342, 74, "slate")
    s.oval(500, 402, 314, 60, "ochre")
    for i in range(16):
        a = i * 2.4
        x, y = 500 + math.cos(a) * (60 + i * 14), 402 + math.sin(a) * (10 + i * 2.6)
        c = ("brick", "green", "red", "lime")[i % 4]
        s.oval(x, y, 15, 7, c, flat=True)
    for x, y, t in ((380, 372, -20), (500, 360, 10), (630, 380, 30), (440, 430, 160), (590, 430, 200)):
        with s.turn(t, x, y):
            s.tube([(x - 26, y + 8), (x - 6, y - 12), (x + 22, y - 2), (x + 20, y + 14)], 15, "terra")
    for x, y in ((300, 400), (700, 400), (520, 420)):
        s.path(f"M{x} {y}l34 -22c16 10 12 30 -4 36Z", "straw")


def glass_crate(s, crate="oak"):
    """A crate of glasses with plates beside it."""
    for row, y in enumerate((300, 340)):
        for i in range(5):
            x = 250 + i * 82 + row * 10
            s.path(f"M{x} {y}h64l-8 140h-48Z", "glass", alpha=.85)
            s.oval(x + 32, y, 32, 8, "white", alpha=.8)
    s.rect(220, 420, 470, 200, crate, 12)
    s.rect(220, 480, 470, 8, dark(crate, .3), 3, flat=True)
    s.rect(220, 548, 470, 8, dark(crate, .3), 3, flat=True)
    s.rect(400, 440, 110, 28, dark(crate, .5), 14, flat=True)
    for i in range(7):
        s.oval(800, 606 - i * 17, 100 - (i % 2) * 3, 15, "cream" if i % 2 else "white")
    s.oval(800, 500, 64, 8, "sky", flat=True)


def coffee_urn(s, body="steel"):
    """A big coffee maker with cups."""
    s.rect(380, 560, 240, 60, "coal", 16)
    s.path("M370 240H630v330H370Z", body)
    s.rect(400, 270, 24, 270, light(body, .5), 12, flat=True, alpha=.6)
    s.path("M370 244c10 -70 250 -70 260 0Z", light(body, .2))
    s.rect(470, 150, 60, 44, "coal", 16)
    s.rect(320, 320, 54, 70, "coal", 18)
    s.rect(626, 320, 54, 70, "coal", 18)
    s.rect(560, 300, 20, 190, "glass", 8)
    s.rect(560, 370, 20, 120, "bark", 6, flat=True)
    s.rect(470, 500, 60, 24, "coal", 8)
    s.rect(488, 520, 24, 40, "coal", 8)
    s.disc(600, 590, 10, "orange")
    for x, c in ((740, "brick"), (850, "sage"), (240, "ochre")):
        s.tube([(x + 40, 550), (x + 74, 556), (x + 70, 596), (x + 36, 600)], 11, c)
        s.path(f"M{x - 46} 530h92l-10 80c-2 8 -8 10 -16 10h-40c-8 0 -14 -2 -16 -10Z", c)
        s.oval(x, 530, 46, 9, "bark")


def popcorn_machine(s, body="red"):
    s.rect(330, 180, 340, 320, "glass", 6, alpha=.85)
    s.rect(450, 200, 100, 90, "steel", 12)
    s.tube([(550, 230), (600, 220), (620, 190)], 8, "steel")
    for i in range(46):
        x, y = 350 + (i * 71) % 300, 486 - (i * 29) % (60 + (i * 13) % 80)
        s.disc(x, y, 15, "cream" if i % 3 else "straw")
    s.path("M300 180L330 110H670L700 180Z", body)
    s.rect(300, 170, 400, 30, dark(body, .2), 8)
    for x in (400, 470, 540, 610):
        s.bar(x, 118, x, 166, 8, "straw", flat=True)
    for x in (322, 652):
        s.rect(x, 196, 26, 310, body, 6)
    s.rect(310, 496, 380, 124, body, 12)
    s.rect(380, 526, 240, 60, "straw", 12)
    for x in range(400, 610, 30):
        s.disc(x, 556, 8, body, flat=True)
    s.path("M740 500h110l-16 116c-1 4 -4 4 -8 4h-62c-4 0 -7 0 -8 -4Z", "white")
    for x in (756, 790, 824):
        s.path(f"M{x} 504h16l-4 112h-10Z", body, flat=True)
    for x, y in ((756, 490), (790, 476), (826, 490), (772, 462), (812, 464)):
        s.disc(x, y, 18, "cream")


def smoker(s, body="slate"):
    """A small smoke oven with fish hanging in it."""
    s.rect(360, 150, 280, 440, body, 12)
    s.rect(384, 176, 232, 330, dark(body, .55), 8, flat=True)
    for x in (430, 500, 570):
        s.bar(x, 190, x, 232, 5, "steel")
        s.path(f"M{x} 226c26 30 34 70 24 120c-6 30 -14 50 -18 70l20 34h-52l20 -34c-4 -20 -12 -40 -18 -70c-10 -50 -2 -90 24 -120Z", "ochre")
        s.disc(x, 262, 5, "coal", flat=True)
    s.poly([(640, 160), (790, 190), (790, 570), (640, 586)], light(body, .12), 8)
    s.rect(650, 350, 16, 60, "wood", 7)
    s.rect(384, 516, 232, 60, dark(body, .3), 8)
    s.rect(460, 536, 80, 18, "wood", 8)
    s.rect(470, 100, 60, 56, dark(body, .2), 6)
    for x in (380, 600):
        s.rect(x, 586, 34, 34, "coal", 6)
    for x, y in ((480, 80), (516, 50)):
        s.tube([(x, y), (x + 14, y - 30), (x - 8, y - 64)], 9, "white", flat=True, alpha=.6)


def tea_set(s, pot="rose"):
    """A tea pot, cups and a stand with scones."""
    s.bar(290, 250, 290, 600, 9, "ochre")
    s.ring(290, 236, 18, 8, "ochre")
    for y, w in ((330, 70), (450, 100), (590, 130)):
        for i in range(int(w / 26)):
            s.rect(290 - w + 14 + i * 50, y - 36, 42, 32, ("straw", "oak", "terra")[(i + y) % 3], 14)
        s.oval(290, y, w, 13, "white")
    s.tube([(710, 430), (770, 420), (770, 540), (700, 560)], 17, pot)
    s.path("M540 470c-50 0 -60 -60 -90 -70l-14 20c40 30 40 100 110 130Z", pot)
    s.path("M520 420h190c30 70 20 150 -30 200H560c-50 -50 -60 -130 -40 -200Z", pot)
    s.path("M530 420c10 -50 160 -50 170 0Z", light(pot, .2))
    s.disc(615, 378, 15, "ochre")
    for x, y in ((590, 500), (650, 540), (600, 570)):
        s.disc(x, y, 11, "cream", flat=True)
    for x in (810, 900):
        s.path(f"M{x - 38} 560h76c0 36 -14 56 -38 56s-38 -20 -38 -56Z", "cream" if x < 850 else "sky")
        s.oval(x, 616, 50, 8, "white")
        s.oval(x, 560, 38, 8, "walnut")
