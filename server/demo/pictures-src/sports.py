"""Water, snow, balls and everything that rolls."""

import math

from common import solid_wheel, vents
from paper import GROUND, dark, light


def sup_board(s, board="sky", band="orange"):
    with s.turn(7, 500, GROUND):
        s.path("M440 40c70 0 110 150 110 330s-40 250 -110 250s-110 -70 -110 -250s40 -330 110 -330Z", board)
        s.path("M440 100c40 10 60 120 64 200H376c4 -80 24 -190 64 -200Z", light(board, .5), flat=True)
        s.path("M334 300H546c4 30 4 60 2 90H332c-2 -30 -2 -60 2 -90Z", band, flat=True)
        s.rect(366, 420, 148, 140, "slate", 40, flat=True, alpha=.8)
    with s.turn(-8, 720, GROUND):
        s.bar(700, 110, 700, 450, 14, "coal")
        s.rect(664, 90, 72, 26, "coal", 12)
        s.path("M680 430h40c20 50 30 130 0 180h-40c-30 -50 -20 -130 0 -180Z", band)


def kayak(s, hull="brick"):
    s.bar(130, 190, 870, 330, 13, "coal")
    for x, y, t in ((150, 194, 10), (850, 326, 10)):
        with s.turn(t, x, y):
            s.oval(x, y, 78, 26, "ochre")
    s.path("M60 470C200 440 350 430 500 430S820 440 940 470C840 580 660 610 500 610S160 580 60 470Z", hull)
    s.path("M60 470C200 440 350 430 500 430S820 440 940 470C800 490 640 496 500 496S200 490 60 470Z", light(hull, .2))
    s.oval(480, 460, 120, 24, "coal")
    s.path("M420 452c0 -50 60 -60 80 -56c20 10 20 50 10 66Z", "slate")
    s.tube([(780, 462), (860, 466), (930, 470)], 4, "cream", flat=True)
    s.tube([(120, 500), (500, 550), (880, 500)], 8, "cream", flat=True)
    s.disc(200, 462, 22, "coal")
    s.disc(720, 464, 26, "coal")


def life_jacket(s, colour="orange"):
    s.path("M340 160c20 -30 60 -30 76 0c20 60 60 80 84 80s64 -20 84 -80c16 -30 56 -30 76 0c20 60 10 120 20 200l20 200c2 40 -20 60 -60 60H360"
           "c-40 0 -62 -20 -60 -60l20 -200c10 -80 0 -140 20 -200Z", colour)
    s.bar(500, 250, 500, 610, 8, dark(colour, .35))
    for y in (350, 450, 550):
        s.rect(308, y, 384, 28, "coal", 8)
        s.rect(466, y - 8, 68, 44, "slate", 10)
    for x in (350, 590):
        s.rect(x, 270, 60, 50, "silver", 10)
    s.tube([(376, 140), (420, 110), (580, 110), (624, 140)], 22, dark(colour, .2))


def skis(s, ski="teal", boot="brick"):
    for x, t in ((350, -5), (430, 3)):
        with s.turn(t, x, GROUND):
            s.path(f"M{x - 22} 616V110c0 -40 10 -60 22 -70c12 10 22 30 22 70v506Z", ski if t < 0 else light(ski, .12))
            s.rect(x - 22, 360, 44, 110, "coal", 8)
            s.rect(x - 22, 190, 44, 50, "cream", 2, flat=True)
            s.rect(x - 22, 250, 44, 18, "ochre", 2, flat=True)
    for x, t in ((540, 6), (580, 12)):
        with s.turn(t, x, GROUND):
            s.bar(x, 190, x, GROUND - 6, 9, "silver")
            s.rect(x - 13, 170, 26, 80, "coal", 12)
            s.oval(x, 580, 30, 10, "coal")
    s.path("M660 330h110c10 60 20 130 60 160c40 20 70 40 70 80v26c0 16 -8 24 -22 24H660c-16 0 -24 -8 -24 -24Z", boot)
    s.rect(640, 596, 260, 24, "coal", 8)
    for y in (390, 450, 510):
        s.rect(690, y, 110, 20, "silver", 8)
    s.rect(650, 316, 130, 34, "coal", 14)


def sledge(s, wood="oak"):
    s.tube([(180, 470), (150, 500), (150, 560), (220, 606), (300, 606), (840, 606)], 20, "brick")
    for x in (330, 540, 740):
        s.bar(x, 480, x + 6, 600, 18, dark(wood, .25))
        s.bar(x + 40, 480, x + 34, 596, 14, dark(wood, .35))
    for i in range(5):
        s.rect(250, 392 + i * 20, 580, 17, wood, 7)
    for x in (320, 560, 760):
        s.rect(x, 380, 30, 116, dark(wood, .2), 6)
        s.disc(x + 15, 400, 5, "steel", flat=True)
        s.disc(x + 15, 480, 5, "steel", flat=True)
    s.tube([(180, 472), (120, 420), (90, 330), (150, 260), (190, 330), (250, 400)], 8, "cream")
    for x, y, r in ((130, 200, 9), (400, 140, 8), (620, 200, 10), (820, 150, 8), (500, 280, 7), (720, 300, 9), (90, 380, 8), (920, 340, 9)):
        s.disc(x, y, r, "white", flat=True, alpha=.9)


def ice_skates(s, boot="white"):
    for x in (170, 500):
        s.path(f"M{x} 250h120c0 100 10 160 60 190c50 20 80 40 80 90H{x - 10}Z", boot)
        s.rect(x - 10, 236, 140, 44, "rose", 20)
        s.rect(x - 14, 524, 280, 22, "walnut", 8)
        s.rect(x + 40, 540, 26, 44, "steel", 5)
        s.rect(x + 190, 540, 26, 44, "steel", 5)
        s.path(f"M{x - 20} 582h300c10 0 16 -16 10 -26c20 10 18 54 -14 54H{x}c-16 0 -24 -14 -20 -28Z", "silver")
        for i in range(5):
            s.bar(x + 84 + i * 8, 310 + i * 34, x + 130 + i * 14, 300 + i * 34, 7, "brick", flat=True)
        s.tube([(x + 110, 300), (x + 150, 270), (x + 170, 300), (x + 120, 306)], 6, "brick")


def badminton(s, frame="teal"):
    for x, y, t, c in ((390, 250, -18, frame), (620, 250, 16, "brick")):
        with s.turn(t, x, 560):
            for i in range(-3, 4):
                s.bar(x + i * 26, y - 110, x + i * 26, y + 120, 2, "white", flat=True)
                s.bar(x - 90, y + i * 32, x + 90, y + i * 32, 2, "white", flat=True)
            s._add(f'<ellipse cx="{x}" cy="{y}" rx="98" ry="134" fill="none" stroke="{light(c, 0)}" stroke-width="16"', False, 1)
            s.bar(x, y + 136, x, y + 260, 13, "silver")
            s.rect(x - 15, y + 250, 30, 130, "coal", 14)
    for x, y in ((760, 570), (240, 580)):
        s.path(f"M{x - 20} {y + 10}l-26 -80h92l-26 80Z", "white")
        for dx in (-20, 0, 20):
            s.bar(x + dx * .6, y, x + dx * 1.6, y - 66, 2.5, "steel", flat=True)
        s.disc(x, y + 20, 24, "cream")
        s.rect(x - 23, y + 2, 46, 10, "brick", 4)


def table_tennis(s):
    s.bar(270, 460, 240, GROUND - 6, 17, "slate")
    s.bar(730, 460, 760, GROUND - 6, 17, "slate")
    s.bar(330, 520, 670, 520, 10, "slate")
    s.poly([(200, 420), (800, 420), (860, 470), (140, 470)], "teal", 8)
    s.bar(170, 445, 830, 445, 4, "white", flat=True)
    s.rect(140, 466, 720, 18, dark("teal", .35), 6)
    s.rect(492, 360, 16, 90, "coal", 5)
    s.poly([(440, 372), (560, 372), (580, 440), (420, 440)], "white", 4, alpha=.75)
    for x, y, t, c in ((330, 270, -36, "brick"), (680, 250, 34, "coal")):
        with s.turn(t, x, y):
            s.rect(x - 15, y + 70, 30, 110, "oak", 10)
            s.disc(x, y, 92, c)
            s.rect(x - 50, y + 66, 100, 20, "walnut", 8)
    s.disc(510, 220, 24, "white")


def boules(s):
    for x, y, r in ((300, 540, 80), (480, 552, 68), (650, 530, 90), (400, 420, 72)):
        s.disc(x, y, r, "steel")
        for k in (-.5, 0, .5):
            s.tube([(x - r * .7, y + r * (k * .6 + .3)), (x, y + r * (k * .6 + .1)), (x + r * .7, y + r * (k * .6 + .3))], 3, "slate", flat=True, alpha=.5)
        s.oval(x - r * .3, y - r * .35, r * .2, r * .14, "white", flat=True, alpha=.7)
    s.disc(800, 592, 28, "brick")


def dumbbells(s, colour="plum"):
    s.rect(440, 516, 320, 104, "oak", 14)
    s.rect(440, 550, 320, 10, dark("oak", .2), 4, flat=True)
    s.rect(560, 576, 80, 22, dark("oak", .4), 11, flat=True)
    for x, y, k in ((600, 468, .8), (360, 556, 1)):
        s.rect(x - 120 * k, y - 16 * k, 240 * k, 32 * k, "steel", 8)
        for side in (-1, 1):
            s.rect(x + side * 112 * k - 34 * k, y - 60 * k, 68 * k, 120 * k, colour, 20)
            s.rect(x + side * 158 * k - 22 * k, y - 44 * k, 44 * k, 88 * k, dark(colour, .2), 14)


def kettlebells(s):
    for x, r, c in ((280, 80, "sage"), (480, 100, "ochre"), (710, 120, "brick")):
        s.tube([(x - r * .5, GROUND - r * 1.5), (x - r * .45, GROUND - r * 2.4), (x + r * .45, GROUND - r * 2.4), (x + r * .5, GROUND - r * 1.5)], r * .34, c)
        s.disc(x, GROUND - r, r, c)
        s.rect(x - r * .5, GROUND - r * 1.2, r, r * .5, light(c, .4), 10)


def slackline(s):
    for x in (130, 870):
        s.rect(x - 44, -40, 88, GROUND + 40, "walnut", 10)
        s.rect(x - 54, 360, 108, 60, "sage", 10)
        for y in range(20, 600, 80):
            s.bar(x - 16, y, x - 10, y + 36, 4, "bark", flat=True)
    s.tube([(150, 388), (500, 430), (850, 388)], 16, "orange")
    s.rect(730, 370, 90, 44, "steel", 10)
    s.rect(760, 340, 30, 60, "coal", 10)
    s.path("M400 330h90c6 30 40 44 70 50c10 20 4 34 -10 36H410c-10 0 -14 -8 -14 -20Z", "brick")
    s.rect(398, 400, 160, 20, "cream", 8)
    for i in range(3):
        s.bar(470 + i * 14, 342 + i * 16, 492 + i * 16, 334 + i * 16, 5, "cream", flat=True)
    for x, h in ((300, 50), (330, 70), (640, 44), (680, 66), (560, 40)):
        s.tube([(x, GROUND), (x + 4, GROUND - h * .6), (x + 14, GROUND - h)], 8, "green")


def yoga_mat(s, colour="plum"):
    s.path("M300 560H790c14 0 20 12 20 30s-6 30 -20 30H300Z", light(colour, .2))
    for r in (110, 88, 66, 44, 22):
        s.disc(300, 510, r, colour if (r // 22) % 2 else light(colour, .25))
    s.rect(480, 430, 130, 130, "cream", 16)
    s.rect(480, 470, 130, 16, "terra", 0, flat=True)
    s.rect(640, 470, 150, 90, "oak", 12)
    s.disc(715, 515, 20, dark("oak", .15), flat=True)


def climbing_set(s):
    """Helmet, rope and karabiners."""
    for i in range(6):
        s._add(f'<ellipse cx="330" cy="{560 - i * 17}" rx="{150 - i * 6}" ry="46" fill="none" stroke="{("#C2513B", "#E2A33C")[i % 2]}" stroke-width="20"', False, 1)
    s.tube([(330, 430), (320, 520), (340, 600)], 26, "brick")
    s.path("M520 480c0 -130 80 -200 180 -200s170 70 170 200c0 20 -10 26 -30 26H550c-20 0 -30 -6 -30 -26Z", "ochre")
    s.path("M510 480h370c10 0 16 10 10 20c-10 20 -380 20 -390 0c-4 -10 0 -20 10 -20Z", dark("ochre", .3))
    for x in (600, 690, 780):
        s.oval(x, 380, 18, 44, dark("ochre", .4), flat=True)
    s.tube([(560, 500), (600, 590), (680, 606), (740, 590), (800, 500)], 12, "coal")
    for x, y, c in ((180, 250, "steel"), (270, 210, "teal"), (360, 250, "steel")):
        s._add(f'<rect x="{x - 36}" y="{y - 70}" width="72" height="140" rx="36" fill="none" stroke="{light(c, 0)}" stroke-width="18"', False, 1)
        s.rect(x + 26, y - 40, 20, 70, "slate", 8)


def hiking(s):
    """A boot, a map and trekking poles."""
    for x, t in ((690, 8), (760, 14)):
        with s.turn(t, x, GROUND):
            s.bar(x, 160, x, GROUND - 6, 11, "silver")
            s.rect(x - 15, 120, 30, 110, "walnut", 14)
            s.oval(x, 576, 28, 9, "coal")
    s.path("M260 240H460c0 100 10 160 70 200c70 30 130 50 130 110v30H270c-20 -100 -20 -240 -10 -340Z", "wood")
    s.path("M250 230H470v40H250Z", "walnut")
    s.path("M252 570H664v26c0 16 -8 24 -24 24H276c-16 0 -24 -8 -24 -24Z", "bark")
    for x in range(270, 650, 44):
        s.rect(x, 606, 26, 18, "coal", 4)
    for i in range(6):
        s.bar(400 + i * 12, 300 + i * 30, 470 + i * 18, 286 + i * 30, 9, "brick")
    s.path("M560 560c40 -10 80 -10 100 -6v30H540Z", "walnut", flat=True, alpha=.6)


def inline_skates(s, boot="navy"):
    for x in (190, 510):
        s.path(f"M{x + 20} 230h130c0 90 10 150 70 180c60 20 90 40 90 90H{x}c10 -90 20 -180 20 -270Z", boot)
        s.rect(x + 4, 216, 160, 50, "ochre", 20)
        s.rect(x + 40, 340, 130, 26, "silver", 10)
        s.rect(x + 70, 430, 150, 24, "silver", 10)
        s.path(f"M{x - 4} 496h320l-20 50H{x + 20}Z", "slate")
        for i in range(4):
            solid_wheel(s, x + 34 + i * 82, 582, 38, "coal", "orange")


def longboard(s, deck="wood"):
    s.path("M110 500c20 -20 60 -16 100 0H790c40 -16 80 -20 100 0c6 20 -10 30 -40 34H150c-30 -4 -46 -14 -40 -34Z", deck)
    s.path("M160 520H840v14H160Z", dark(deck, .3))
    for x in (250, 750):
        s.rect(x - 60, 530, 120, 26, "steel", 8)
        solid_wheel(s, x - 50, 576, 44, "orange", "cream")
        solid_wheel(s, x + 50, 576, 44, "orange", "cream")
    s.path("M560 500c0 -100 60 -150 140 -150s130 50 130 150Z", "teal")
    for x in (640, 700, 760):
        s.rect(x - 10, 390, 20, 60, dark("teal", .4), 10, flat=True)
    s.rect(550, 484, 290, 22, dark("teal", .3), 10)


def kick_scooter(s, frame="teal"):
    s.bar(700, 190, 760, 540, 18, frame)
    s.bar(640, 180, 760, 196, 24, "coal")
    s.tube([(742, 440), (700, 540), (600, 556), (300, 556)], 22, frame)
    s.rect(320, 530, 330, 26, "coal", 10)
    s.path("M240 520c20 -40 70 -50 110 -20l-20 20Z", frame)
    solid_wheel(s, 290, GROUND - 50, 50)
    solid_wheel(s, 766, GROUND - 56, 56)
    s.rect(720, 240, 16, 90, light(frame, .4), 6, flat=True)


def balls(s):
    """A football, a basketball and a volleyball."""
    s.disc(340, 510, 110, "white")
    with s.inside("M230 510a110 110 0 1 0 220 0a110 110 0 1 0 -220 0Z"):
        for a in range(5):
            t = math.radians(a * 72 - 90)
            x, y = 340 + 96 * math.cos(t), 510 + 96 * math.sin(t)
            s.poly([(x + 34 * math.cos(t + math.radians(b)), y + 34 * math.sin(t + math.radians(b))) for b in range(0, 360, 72)], "coal", 4, flat=True)
            s.bar(340, 510, x, y, 4, "grey", flat=True)
        s.poly([(340 + 38 * math.cos(math.radians(b - 90)), 510 + 38 * math.sin(math.radians(b - 90))) for b in range(0, 360, 72)], "coal", 4, flat=True)
    s.disc(600, 490, 130, "orange")
    with s.inside("M470 490a130 130 0 1 0 260 0a130 130 0 1 0 -260 0Z"):
        s.bar(460, 490, 740, 490, 6, "bark", flat=True)
        s.bar(600, 350, 600, 630, 6, "bark", flat=True)
        s.ring(450, 490, 110, 6, "bark", flat=True)
        s.ring(750, 490, 110, 6, "bark", flat=True)
    s.disc(790, 550, 70, "straw")
    s.tube([(724, 540), (790, 510), (856, 540)], 5, "blue", flat=True)
    s.tube([(730, 580), (790, 556), (850, 580)], 5, "blue", flat=True)


def net_goal(s):
    """A folding goal with a ball."""
    for x in range(220, 800, 36):
        s.bar(x, 270, x - 10, 600, 2.5, "white", flat=True)
    for y in range(290, 600, 34):
        s.bar(200, y, 800, y, 2.5, "white", flat=True)
    s.bar(190, 260, 150, GROUND - 6, 14, "silver")
    s.bar(810, 260, 850, GROUND - 6, 14, "silver")
    s.tube("M200 612V250H800V612", 24, "brick")
    s.disc(560, 566, 54, "white")
    for a in range(5):
        t = math.radians(a * 72 - 90)
        s.disc(560 + 40 * math.cos(t), 566 + 40 * math.sin(t), 11, "coal", flat=True)
    s.disc(560, 566, 15, "coal", flat=True)


def croquet(s):
    """Mallets, balls and hoops on grass."""
    for x, t, c in ((300, -12, "brick"), (620, 10, "teal")):
        with s.turn(t, x, 560):
            s.bar(x, 130, x, 560, 15, "oak")
            s.rect(x - 15, 110, 30, 120, "walnut", 12)
            s.rect(x - 90, 540, 180, 70, "wood", 24)
            s.rect(x - 90, 540, 22, 70, c, 8)
            s.rect(x + 68, 540, 22, 70, c, 8)
    for x in (430, 790):
        s.tube(f"M{x - 46} 618V500C{x - 46} 440 {x + 46} 440 {x + 46} 500V618", 11, "white")
    for x, y, c in ((470, 588, "ochre"), (730, 592, "brick"), (180, 590, "blue")):
        s.disc(x, y, 32, c)
        s.tube([(x - 30, y - 4), (x, y + 6), (x + 30, y - 4)], 5, light(c, .4), flat=True)
    for x, h in ((100, 40), (130, 56), (540, 36), (860, 48), (890, 34)):
        s.tube([(x, GROUND), (x + 4, GROUND - h * .6), (x + 13, GROUND - h)], 7, "green")


def snow_shoes(s, deck="orange"):
    for x, t in ((370, -8), (600, 7)):
        with s.turn(t, x, GROUND):
            s.path(f"M{x - 76} 220c0 -110 152 -110 152 0c10 120 0 200 -20 260l-30 130c-6 14 -46 14 -52 0l-30 -130c-20 -60 -30 -140 -20 -260Z", deck)
            s.path(f"M{x - 46} 240c0 -60 92 -60 92 0c6 60 6 90 0 120h-92c-6 -30 -6 -60 0 -120Z", dark(deck, .5), flat=True, alpha=.6)
            s.rect(x - 52, 330, 104, 120, "coal", 24)
            for y in (352, 390, 428):
                s.rect(x - 62, y, 124, 16, "slate", 7)
    s.bar(790, 150, 830, 610, 11, "silver")
    s.rect(772, 120, 30, 100, "coal", 13)
    s.oval(826, 576, 40, 12, "coal")
    for x, y, r in ((140, 180, 9), (220, 90, 8), (480, 100, 9), (700, 120, 8), (900, 300, 9), (110, 380, 8)):
        s.disc(x, y, r, "white", flat=True, alpha=.9)
