"""Lawn, hedge, beds, harvest and the yard."""

from common import cable, knob, solid_wheel, vents
from paper import GROUND, dark, light, mix


def lawn_mower(s, body="brick"):
    s.bar(600, 470, 800, 160, 16, "coal")
    s.bar(640, 480, 836, 176, 16, "slate")
    s.tube([(792, 172), (812, 140), (850, 150), (838, 182)], 20, "coal")
    s.path("M660 440l120 -30c20 30 20 120 -10 170H650Z", "slate")
    for i in range(5):
        s.bar(672 + i * 22, 440 - i * 4, 668 + i * 20, 560, 3, "grey", flat=True)
    s.path("M230 560c-10 -60 10 -100 70 -110H620c40 0 50 30 50 70v44c0 10 -6 16 -16 16H260c-18 0 -28 -8 -30 -20Z", body)
    s.path("M330 452c0 -70 40 -100 110 -100h60c60 0 100 30 100 100Z", "coal")
    s.rect(400, 326, 130, 40, dark(body, .2), 16)
    vents(s, 370, 396, 7, 28, 12, 40, "slate")
    s.rect(280, 500, 220, 26, light(body, .35), 12, flat=True)
    solid_wheel(s, 300, 576, 44)
    solid_wheel(s, 640, 560, 60)


def push_mower(s, frame="forest"):
    """A reel mower without a motor."""
    s.bar(520, 540, 760, 150, 15, "oak")
    s.tube([(700, 130), (760, 150), (820, 172)], 22, "walnut")
    for i in range(7):
        s.tube([(330 + i * 34, 590), (356 + i * 34, 540), (366 + i * 34, 490)], 8, "steel")
    s.rect(310, 470, 300, 24, frame, 8)
    s.rect(330, 590, 260, 16, "slate", 6)
    for x in (300, 620):
        solid_wheel(s, x, 540, 80, "coal", frame)
        for a in range(6):
            with s.turn(a * 60, x, 540):
                s.rect(x - 4, 498, 8, 30, light(frame, .4), 4, flat=True)


def hedge_trimmer(s, body="orange"):
    with s.turn(-16, 500, 480):
        s.rect(60, 452, 480, 20, "silver", 6)
        for x in range(70, 530, 34):
            s.poly([(x, 452), (x + 20, 452), (x + 14, 424), (x + 6, 424)], "steel", 2)
            s.poly([(x + 14, 472), (x + 34, 472), (x + 28, 500), (x + 20, 500)], "steel", 2)
        s.path("M520 400c0 -60 40 -120 120 -120s120 50 120 100h-44c0 -36 -30 -58 -76 -58s-70 40 -70 78Z", "coal")
        s.path("M520 390H720c30 -60 150 -50 170 10c16 60 -30 120 -90 120H520c-14 0 -22 -10 -22 -24V414c0 -14 8 -24 22 -24Z", body)
        s.oval(790, 446, 44, 30, "coal")
        s.oval(790, 446, 26, 14, "slate")
        s.rect(540, 430, 130, 26, "cream", 10, flat=True)
        vents(s, 545, 476, 6, 20, 9, 26, dark(body, .4))
        s.rect(484, 340, 24, 200, dark(body, .3), 10)


def pole_saw(s, pole="brick"):
    """A pruning saw on a pole, with loppers beside it."""
    s.bar(300, GROUND - 6, 640, 170, 18, pole)
    s.path("M630 190c20 -60 80 -90 170 -80c-60 30 -100 60 -150 96Z", "silver")
    s.bar(300, GROUND - 6, 350, 554, 26, "coal")
    s.bar(560, 600, 720, 400, 20, "oak")
    s.bar(780, 600, 640, 400, 20, "oak")
    s.path("M640 410c10 -50 40 -90 70 -110c20 30 14 80 -40 120Z", "steel")
    s.path("M716 404c-34 -10 -60 -40 -60 -80c30 0 70 30 80 70Z", "slate")
    s.disc(682, 400, 14, "silver")
    s.bar(546, 616, 590, 560, 26, "coal")
    s.bar(794, 616, 752, 560, 26, "coal")


def shredder(s, body="forest"):
    s.bar(640, 420, 730, 590, 16, "coal")
    s.bar(340, 430, 290, 596, 16, "coal")
    s.tube([(640, 230), (700, 110), (760, 80)], 16, "bark")
    s.tube([(560, 230), (540, 120), (570, 60)], 12, "walnut")
    for x, y, t in ((590, 80, 30), (540, 120, -40), (770, 90, 50), (720, 100, -20), (560, 60, -10)):
        with s.turn(t, x, y):
            s.oval(x, y - 22, 14, 28, "sage")
    s.path("M410 130H690l-50 150H450Z", "coal")
    s.path("M420 250H640c20 0 30 12 30 30v170c0 24 -14 34 -34 34H400c-22 0 -34 -12 -34 -34V300c0 -30 20 -50 54 -50Z", body)
    s.rect(400, 310, 110, 60, "cream", 12, flat=True)
    s.disc(610, 340, 24, "brick")
    vents(s, 400, 404, 8, 28, 12, 50, dark(body, .35))
    s.poly([(380, 470), (520, 470), (500, 560), (350, 560)], dark(body, .2), 8)
    for x, y in ((360, 596), (400, 580), (430, 606), (390, 610), (340, 612), (460, 612), (500, 608), (420, 590)):
        s.oval(x, y, 18, 8, "oak" if x % 20 else "wood")
    solid_wheel(s, 700, 580, 40)


def wheelbarrow(s, tub="green"):
    s.bar(250, 480, 820, 400, 16, "slate")
    s.bar(760, 410, 850, 396, 26, "coal")
    s.bar(610, 440, 660, GROUND - 6, 14, "slate")
    s.bar(540, 450, 600, GROUND - 6, 14, "slate")
    s.blob([(300, 330), (360, 260), (450, 280), (520, 230), (600, 270), (680, 320)], "bark")
    s.blob([(420, 270), (440, 210), (480, 190), (476, 250)], "green")
    s.blob([(560, 260), (590, 190), (620, 210), (600, 270)], "sage")
    s.poly([(210, 310), (740, 300), (640, 460), (330, 480)], tub, 22)
    s.poly([(200, 302), (750, 292), (744, 322), (208, 332)], dark(tub, .2), 12)
    solid_wheel(s, 268, 548, 72, "coal", "ochre")
    s.bar(330, 470, 268, 548, 14, "slate")


def garden_tools(s):
    """Spade, fork and rake leaning side by side."""
    for x, t in ((330, -6), (500, 0), (670, 6)):
        with s.turn(t, x, GROUND):
            s.rect(x - 11, 150, 22, 320, "wood", 10)
            s.path(f"M{x - 46} 150c0 -40 92 -40 92 0v14h-20c0 -22 -52 -22 -52 0h-20Z", "walnut")
    with s.turn(-6, 330, GROUND):
        s.path("M276 440h108v110c0 30 -30 60 -54 70c-24 -10 -54 -40 -54 -70Z", "steel")
    s.rect(440, 450, 120, 18, "slate", 6)
    for x in (440, 480, 520, 545):
        s.rect(x, 460, 14, 156, "slate", 6)
    with s.turn(6, 670, GROUND):
        s.rect(580, 566, 180, 20, "brick", 6)
        for x in range(586, 760, 24):
            s.rect(x, 580, 10, 40, "brick", 4)
        s.rect(661, 460, 18, 110, "slate", 4)


def scarifier(s, body="green"):
    s.bar(580, 470, 760, 170, 15, "coal")
    s.bar(620, 480, 800, 184, 15, "slate")
    s.tube([(752, 176), (776, 146), (812, 156), (802, 190)], 19, "coal")
    cable(s, [(770, 210), (840, 300), (800, 420), (900, 520), (1010, 500)], "orange", 10)
    for x in range(300, 640, 36):
        s.bar(x, 560, x + 8, 610, 7, "steel")
    s.path("M240 570c0 -90 50 -150 140 -160H600c60 0 90 60 90 160Z", body)
    s.path("M330 412c10 -60 50 -80 110 -80s100 20 110 80Z", "coal")
    s.rect(300, 490, 300, 26, light(body, .4), 12, flat=True)
    vents(s, 380, 360, 6, 24, 10, 34, "slate")
    solid_wheel(s, 280, 576, 42)
    solid_wheel(s, 650, 570, 48)


def brush_cutter(s, body="orange"):
    """A strimmer with a petrol or battery head."""
    s.bar(240, 560, 720, 230, 16, "silver")
    s.blob([(680, 190), (760, 150), (830, 190), (820, 270), (750, 300), (690, 270)], body)
    vents(s, 730, 190, 4, 22, 10, 60, dark(body, .35))
    s.tube([(470, 404), (480, 320), (570, 310), (560, 340)], 16, "coal")
    s.bar(600, 316, 650, 280, 28, "coal")
    s.path("M170 590c0 -50 50 -80 110 -70l40 50c-20 30 -100 40 -150 20Z", "coal")
    s.disc(232, 570, 28, body)
    for dx in (-90, 90):
        s.tube([(232, 586), (232 + dx * .6, 600), (232 + dx, 592)], 4, "lime")
    for x, h in ((120, 90), (150, 60), (400, 40), (430, 70), (470, 46), (90, 56), (530, 60)):
        s.tube([(x, GROUND), (x + 4, GROUND - h * .6), (x + 14, GROUND - h)], 8, "green")


def fruit_press(s):
    """A basket press with apples and a glass of juice."""
    for x in (340, 600):
        s.bar(x + 30, 540, x + (-20 if x < 500 else 80), GROUND - 4, 18, "forest")
    s.rect(486, 150, 28, 260, "steel", 6)
    for y in range(170, 400, 16):
        s.bar(486, y, 514, y - 6, 3, "slate", flat=True)
    s.bar(380, 176, 620, 148, 20, "coal")
    s.rect(446, 190, 108, 40, "forest", 10)
    s.rect(366, 260, 268, 40, "oak", 8)
    for i in range(9):
        s.rect(340 + i * 36, 300, 30, 220, "wood" if i % 2 else "oak", 6)
    for y in (330, 470):
        s.rect(332, y, 336, 18, "slate", 6)
    s.path("M290 510H710c10 0 14 8 10 16l-20 30H300l-20 -30c-4 -8 0 -16 10 -16Z", "forest")
    s.path("M690 530h60l10 30h-40Z", "forest")
    s.path("M728 560c6 20 2 30 4 50h8c2 -20 0 -34 4 -50Z", "ochre", flat=True)
    s.path("M690 564h96l-10 56h-76Z", "glass", alpha=.8)
    s.path("M696 590h84l-6 28h-72Z", "ochre", flat=True, alpha=.9)
    for x, y, c in ((210, 590, "brick"), (262, 596, "lime"), (180, 604, "lime"), (236, 560, "red")):
        s.disc(x, y, 28, c)
        s.bar(x, y - 24, x + 5, y - 38, 5, "bark")


def apple_picker(s, apple="brick"):
    """A fruit picker on a pole and a basket of apples."""
    s.bar(250, GROUND - 6, 420, 190, 16, "oak")
    s.blob([(380, 190), (400, 120), (450, 90), (500, 130), (490, 190), (440, 220)], "cream")
    for t in (-30, -8, 14, 36):
        with s.turn(t, 436, 150):
            s.rect(430, 62, 12, 40, "slate", 6)
    s.ring(440, 134, 50, 12, "slate")
    s.tube([(520, 440), (540, 300), (670, 290), (740, 430)], 20, "walnut")
    for x, y, c in ((520, 420, "lime"), (580, 400, apple), (640, 394, "ochre"), (700, 408, apple), (750, 430, "lime"),
                    (550, 380, apple), (610, 360, "red"), (680, 372, "lime")):
        s.disc(x, y, 40, c)
        s.bar(x, y - 34, x + 6, y - 52, 6, "bark")
    s.path("M460 430H800l-34 170c-3 14 -10 20 -24 20H518c-14 0 -21 -6 -24 -20Z", "wood")
    for i in range(5):
        y = 450 + i * 34
        for x in range(484 + i * 6, 780 - i * 6, 52):
            s.rect(x + (26 if i % 2 else 0), y, 34, 22, "oak", 8, flat=True)
    s.rect(446, 420, 368, 28, "walnut", 14)


def pressure_washer(s, body="ochre"):
    s.tube([(600, 460), (720, 480), (800, 560), (860, 480), (820, 360), (760, 300)], 12, "coal")
    s.bar(420, 180, 420, 420, 15, "slate")
    s.bar(560, 180, 560, 420, 15, "slate")
    s.tube([(420, 190), (430, 130), (550, 130), (560, 190)], 20, "coal")
    s.path("M380 380c0 -50 40 -80 110 -80s110 30 110 80l20 200c0 24 -14 34 -34 34H394c-22 0 -36 -10 -34 -34Z", body)
    s.path("M400 470h180l12 100H388Z", "coal")
    vents(s, 410, 494, 7, 25, 10, 54, "slate")
    s.rect(430, 340, 120, 70, "coal", 20)
    knob(s, 490, 374, 24, "brick", 60)
    s.rect(444, 424, 92, 26, "cream", 10, flat=True)
    for x in (350, 630):
        solid_wheel(s, x, 574, 46)
    with s.turn(24, 760, 300):
        s.rect(680, 284, 120, 34, "coal", 14)
        s.bar(690, 300, 470, 300, 12, "silver")
        s.rect(440, 290, 46, 20, body, 6)
        s.rect(760, 310, 30, 70, "coal", 12)


def leaf_blower(s, body="teal"):
    with s.turn(-8, 500, 450):
        s.path("M120 440L520 380v140L120 500Z", "coal")
        s.rect(110, 430, 30, 80, "slate", 10)
        s.blob([(500, 360), (600, 310), (730, 330), (780, 420), (740, 520), (620, 550), (510, 520)], body)
        s.tube([(540, 340), (560, 240), (700, 230), (740, 340)], 32, "coal")
        s.rect(590, 236, 46, 26, "orange", 10)
        s.disc(650, 440, 66, dark(body, .2))
        for t in range(0, 180, 30):
            with s.turn(t, 650, 440):
                s.rect(596, 436, 108, 8, dark(body, .45), 4, flat=True)
    for x, y, c, t in ((120, 600, "ochre", 20), (190, 588, "brick", -30), (250, 608, "orange", 60), (90, 560, "terra", 0), (320, 606, "ochre", -10), (860, 604, "brick", 30), (60, 520, "orange", -40)):
        with s.turn(t, x, y):
            s.path(f"M{x - 34} {y}c16 -30 50 -30 68 0c-18 26 -52 26 -68 0Z", c)
            s.bar(x - 40, y, x + 22, y, 3, dark(c, .3), flat=True)


def hose_reel(s, hose="green"):
    s.bar(400, 380, 300, GROUND - 6, 18, "slate")
    s.bar(600, 380, 700, GROUND - 6, 18, "slate")
    s.bar(330, 590, 670, 590, 14, "slate")
    s.disc(500, 360, 170, "coal")
    for r in range(150, 60, -20):
        s.ring(500, 360, r, 18, light(hose, (150 - r) / 400))
    s.disc(500, 360, 62, "orange")
    s.disc(500, 360, 24, dark("orange", .3))
    s.bar(500, 360, 560, 300, 14, "coal")
    s.disc(566, 294, 17, "brick")
    s.tube([(650, 400), (700, 480), (760, 520), (800, 590), (870, 600)], 17, hose)
    s.rect(850, 584, 60, 30, "orange", 10)
    s.tube([(440, 200), (470, 140), (540, 140), (560, 200)], 18, "slate")


def watering_can(s, body="sage"):
    s.tube([(610, 330), (740, 260), (760, 420), (640, 540)], 24, dark(body, .2))
    s.tube([(420, 320), (430, 210), (570, 200), (600, 320)], 22, dark(body, .15))
    s.path("M400 500L220 330l30 -24L420 400Z", body)
    with s.turn(-42, 226, 310):
        s.path("M176 300h100l-20 40h-60Z", dark(body, .12))
        s.rect(166, 286, 120, 20, dark(body, .2), 9)
    s.path("M390 310H630l26 280c2 18 -10 30 -28 30H392c-18 0 -30 -12 -28 -30Z", body)
    s.rect(380, 300, 260, 26, light(body, .2), 12)
    s.rect(376, 430, 270, 14, dark(body, .2), 7, flat=True)
    for x, y in ((150, 380), (180, 430), (130, 450), (166, 490)):
        s.path(f"M{x} {y - 16}c10 14 12 20 12 26a12 12 0 0 1 -24 0c0 -6 2 -12 12 -26Z", "sky")


def seed_trays(s):
    """Seed trays with seedlings."""
    for y, x0 in ((520, 220), (430, 300)):
        for i in range(5):
            x = x0 + i * 100
            s.tube([(x + 44, y), (x + 44, y - 40), (x + 40, y - 70)], 6, "green")
            for t in (-50, 50):
                with s.turn(t, x + 42, y - 64):
                    s.oval(x + 42, y - 88, 12, 26, "lime" if (i + y) % 2 else "green")
            s.oval(x + 44, y, 38, 12, "bark")
        s.path(f"M{x0 - 10} {y}H{x0 + 500}l-20 {GROUND - 520 + 0}H{x0 + 10}Z", "terra")
        for i in range(1, 5):
            s.bar(x0 - 5 + i * 98, y + 10, x0 - 5 + i * 98, y + 90, 4, dark("terra", .25), flat=True)


def tiller(s, body="brick"):
    s.bar(520, 430, 760, 200, 15, "coal")
    s.bar(500, 440, 800, 250, 15, "slate")
    s.bar(740, 200, 800, 190, 24, "coal")
    s.bar(780, 252, 844, 240, 24, "coal")
    for x in (340, 460):
        for t in range(0, 360, 60):
            with s.turn(t + (x - 340) / 4, x, 545):
                s.path(f"M{x - 8} 540v-70c0 -10 30 -20 44 -14l-6 16c-12 0 -20 4 -20 12v56Z", "steel")
        s.disc(x, 545, 22, "slate")
    s.path("M250 520c0 -60 60 -90 150 -90s170 30 180 90l-20 6c-30 -40 -90 -50 -156 -50s-110 10 -130 50Z", dark(body, .2))
    s.rect(320, 300, 200, 140, body, 26)
    s.rect(340, 270, 110, 44, "coal", 14)
    vents(s, 344, 336, 6, 26, 11, 60, dark(body, .4))
    s.disc(490, 400, 24, "coal")
    s.bar(540, 470, 640, 600, 13, "slate")
    s.blob([(150, 620), (230, 590), (340, 602), (470, 590), (560, 606), (600, 622)], "bark")


def handcart(s, frame="forest"):
    """A wooden handcart with a picnic."""
    s.bar(300, 520, 120, 300, 15, "slate")
    s.bar(90, 292, 156, 300, 22, "walnut")
    s.rect(420, 280, 130, 120, "teal", 16)
    s.rect(410, 270, 150, 34, "cream", 12)
    s.disc(630, 350, 60, "orange")
    s.tube([(576, 350), (630, 366), (686, 350)], 5, "bark", flat=True)
    s.rect(700, 300, 70, 100, "brick", 20)
    s.poly([(290, 370), (820, 370), (800, 520), (310, 520)], "oak", 8)
    for y in (408, 446, 484):
        s.bar(298 + (y - 370) * .12, y, 812 - (y - 370) * .12, y, 4, dark("oak", .3), flat=True)
    for x in (330, 560, 770):
        s.rect(x, 362, 18, 164, frame, 5)
    s.rect(300, 516, 510, 22, "slate", 8)
    for x in (390, 720):
        solid_wheel(s, x, 556, 64, "coal", frame)
