"""Books, board games and games for the yard."""

import math

from common import solid_wheel
from paper import GROUND, dark, light

SPINES = ("brick", "teal", "ochre", "forest", "plum", "blue", "terra", "sage", "navy", "rose", "walnut", "straw")


def book_box(s, box="oak", start=0):
    """A crate full of books."""
    x = 270
    for i in range(11):
        w, h = 32 + (i * 7 + start) % 18, 190 + (i * 37 + start * 11) % 70
        c = SPINES[(i + start) % 12]
        with s.turn(6 if i == 10 else 0, x, 540):
            s.rect(x, 520 - h, w, h + 60, c, 5)
            s.rect(x, 540 - h, w, 8, light(c, .5), 1, flat=True)
            s.rect(x, 500 - h * .4, w, 8, light(c, .5), 1, flat=True)
            s.rect(x + w * .35, 560 - h, w * .3, h * .35, light(c, .6), 2, flat=True)
        x += w + 2
    s.rect(230, 440, 540, 180, box, 12)
    s.rect(230, 496, 540, 7, dark(box, .3), 3, flat=True)
    s.rect(230, 560, 540, 7, dark(box, .3), 3, flat=True)
    s.rect(440, 456, 120, 28, dark(box, .5), 14, flat=True)
    for x in (246, 742):
        for y in (466, 528, 596):
            s.disc(x, y, 5, "slate", flat=True)


def book_stack(s, start=0, cup=True):
    """A stack of books with a cup and an open one."""
    for i in range(6):
        c = SPINES[(i * 5 + start) % 12]
        w, dx = 330 - (i * 23) % 60, (i * 37) % 50
        y = 566 - i * 54
        s.rect(250 + dx, y, w, 54, c, 8)
        s.rect(250 + dx + w - 60, y + 7, 64, 40, "cream", 4)
        s.rect(270 + dx, y + 18, 120, 12, light(c, .5), 4, flat=True)
    if cup:
        s.tube([(470, 230), (510, 236), (504, 270), (468, 272)], 10, "cream")
        s.path("M380 210h96l-8 76c-2 8 -8 10 -16 10h-48c-8 0 -14 -2 -16 -10Z", "cream")
        s.oval(428, 210, 48, 10, "bark")
    s.path("M640 600c40 -30 90 -30 120 0c30 -30 80 -30 120 0v-150c-40 -30 -90 -30 -120 0c-30 -30 -80 -30 -120 0Z", "white")
    for y in (480, 506, 532, 558):
        s.tube([(656, y - 8), (700, y - 18), (744, y - 4)], 4, "silver", flat=True)
        s.tube([(776, y - 4), (820, y - 18), (864, y - 8)], 4, "silver", flat=True)
    s.path("M636 604c40 -26 90 -26 124 4c34 -30 84 -30 124 -4v14H636Z", SPINES[(start + 3) % 12])


def picture_books(s):
    """Children's books standing open-faced."""
    for x, y, w, h, c, t in ((200, 300, 200, 320, "teal", -4), (400, 260, 220, 360, "ochre", 2), (620, 320, 190, 300, "rose", 5)):
        with s.turn(t, x + w / 2, GROUND):
            s.rect(x, y, w, h, c, 10)
            s.rect(x, y, 18, h, dark(c, .2), 4, flat=True)
    s.disc(310, 420, 50, "straw", flat=True)
    s.path("M230 540c40 -60 120 -60 150 0Z", "forest", flat=True)
    s.disc(520, 420, 60, "brick", flat=True)
    s.disc(484, 380, 24, "brick", flat=True)
    s.disc(556, 380, 24, "brick", flat=True)
    s.disc(502, 414, 6, "coal", flat=True)
    s.disc(538, 414, 6, "coal", flat=True)
    s.oval(520, 440, 20, 13, "cream", flat=True)
    s.path("M720 420c40 -40 90 10 0 90c-90 -80 -40 -130 0 -90Z", "brick", flat=True)


def board_game(s, box="forest", board="straw"):
    """An open game with board, figures and dice."""
    s.rect(290, 200, 420, 270, box, 14)
    s.rect(320, 228, 360, 200, light(box, .2), 8)
    s.path("M340 428c50 -110 110 -120 150 -60c40 -60 110 -60 170 60Z", "ochre", flat=True)
    s.disc(600, 280, 28, "straw", flat=True)
    s.poly([(230, 430), (770, 430), (850, 610), (150, 610)], board, 12)
    for i in range(16):
        a = i * math.pi / 8
        s.oval(500 + 240 * math.cos(a), 518 + 62 * math.sin(a), 24, 11, ("brick", "teal", "ochre", "cream")[i % 4], flat=True)
    s.oval(500, 518, 110, 30, "sage", flat=True)
    for x, y, c in ((330, 490, "brick"), (640, 500, "teal"), (480, 560, "plum"), (560, 470, "ochre")):
        s.path(f"M{x - 24} {y + 20}c0 -30 14 -40 16 -60h16c2 20 16 30 16 60Z", c)
        s.disc(x, y - 50, 19, c)
    for x, y, t in ((740, 540, 10), (800, 580, -12)):
        with s.turn(t, x, y):
            s.rect(x - 26, y - 26, 52, 52, "white", 10)
            for dx, dy in ((-12, -12), (12, 12), (0, 0)) if t > 0 else ((-12, -12), (12, -12), (-12, 12), (12, 12)):
                s.disc(x + dx, y + dy, 5, "coal", flat=True)


def game_boxes(s, start=0):
    """A stack of game boxes."""
    for i, (c, w) in enumerate((("teal", 420), ("brick", 460), ("ochre", 400), ("plum", 440), ("sage", 360))):
        c = SPINES[(SPINES.index(c) + start) % 12]
        y = 548 - i * 74
        s.rect(500 - w / 2 + (i % 2) * 14, y, w, 72, c, 8)
        s.rect(500 - w / 2 + (i % 2) * 14, y, w, 20, light(c, .15), 6, flat=True)
        s.rect(520 - w / 2 + (i % 2) * 14, y + 32, 160 + i * 12, 22, light(c, .55), 8, flat=True)
        s.disc(460 + w / 2 + (i % 2) * 14, y + 42, 16, light(c, .4), flat=True)
    s.path("M440 252c0 -30 14 -40 16 -70h28c2 30 16 40 16 70Z", "red")
    s.disc(470, 170, 26, "red")
    s.rect(550, 200, 52, 52, "white", 10)
    for dx, dy in ((14, 14), (38, 38), (26, 26)):
        s.disc(550 + dx, 200 + dy, 5, "coal", flat=True)


def chess(s):
    s.poly([(230, 470), (770, 470), (860, 610), (140, 610)], "walnut", 10)
    for j in range(4):
        y0, y1 = 480 + j * 31, 480 + (j + 1) * 31
        for i in range(8):
            l0, r0 = 244 - (y0 - 480) * .6, 756 + (y0 - 480) * .6
            l1, r1 = 244 - (y1 - 480) * .6, 756 + (y1 - 480) * .6
            if (i + j) % 2 == 0:
                a, b = l0 + (r0 - l0) * i / 8, l0 + (r0 - l0) * (i + 1) / 8
                c, d = l1 + (r1 - l1) * (i + 1) / 8, l1 + (r1 - l1) * i / 8
                s.path(f"M{a:.0f} {y0}L{b:.0f} {y0}L{c:.0f} {y1}L{d:.0f} {y1}Z", "oak", flat=True)

    def piece(x, y, k, c, kind):
        s.path(f"M{x - 44 * k} {y}c0 -{30 * k} {24 * k} -{30 * k} {26 * k} -{60 * k}l{4 * k} -{70 * k}h{28 * k}l{4 * k} {70 * k}c{2 * k} {30 * k} {26 * k} {30 * k} {26 * k} {60 * k}Z", c)
        s.rect(x - 34 * k, y - 140 * k, 68 * k, 16 * k, c, 7 * k)
        if kind == "pawn":
            s.disc(x, y - 166 * k, 34 * k, c)
        elif kind == "king":
            s.path(f"M{x - 34 * k} {y - 140 * k}l-{8 * k} -{60 * k}c{20 * k} -{20 * k} {64 * k} -{20 * k} {84 * k} 0l-{8 * k} {60 * k}Z", c)
            s.rect(x - 6 * k, y - 270 * k, 12 * k, 60 * k, c, 4)
            s.rect(x - 20 * k, y - 252 * k, 40 * k, 12 * k, c, 4)
        else:
            s.path(f"M{x - 30 * k} {y - 140 * k}c0 -{60 * k} {10 * k} -{100 * k} {50 * k} -{110 * k}c{40 * k} {20 * k} {50 * k} {60 * k} {46 * k} {80 * k}l-{30 * k} -{6 * k}c-{10 * k} {10 * k} -{6 * k} {20 * k} -{6 * k} {36 * k}Z", c)
            s.disc(x + 24 * k, y - 210 * k, 4 * k, "coal", flat=True)
    piece(340, 540, .9, "cream", "king")
    piece(640, 530, .9, "bark", "knight")
    piece(480, 590, .85, "cream", "pawn")
    piece(760, 596, .85, "bark", "pawn")


def puzzle(s):
    def bit(x, y, c, t):
        with s.turn(t, x, y):
            s.path(f"M{x - 60} {y - 60}h40c-10 -40 50 -40 40 0h40v40c40 -10 40 50 0 40v40h-40c10 -40 -50 -40 -40 0h-40v-40c-40 10 -40 -50 0 -40Z", c)
    s.poly([(560, 250), (830, 230), (850, 600), (580, 618)], "blue", 12)
    with s.inside("M585 280L810 262L824 560L600 574Z"):
        s.rect(560, 240, 300, 400, "sky", 0, flat=True)
        s.disc(760, 330, 36, "straw", flat=True)
        s.path("M560 600V470C640 400 700 420 860 460V640Z", "green", flat=True)
        s.rect(650, 410, 70, 80, "cream", 4, flat=True)
        s.path("M636 414l50 -50l50 50Z", "brick", flat=True)
    for x, y, c, t in ((280, 420, "ochre", -8), (420, 400, "teal", 6), (300, 550, "brick", 14), (440, 540, "sage", -10), (190, 560, "plum", 30)):
        bit(x, y, c, t)


def kubb(s):
    """Wooden blocks, king and throwing sticks."""
    s.path("M456 300h88l10 320H446Z", "oak")
    s.poly([(450, 310), (440, 220), (470, 260), (500, 210), (530, 260), (560, 220), (550, 310)], "brick", 4)
    s.rect(446, 400, 108, 20, "brick", 3, flat=True)
    for x, h in ((230, 160), (320, 150), (650, 160), (740, 150)):
        s.rect(x, GROUND - h, 64, h, "wood", 5)
        s.rect(x, GROUND - h, 64, 16, light("wood", .3), 4, flat=True)
    for x1, y1, x2, y2 in ((150, 600, 330, 560), (560, 606, 720, 580), (800, 600, 880, 470)):
        s.bar(x1, y1, x2, y2, 26, "oak")


def tumble_tower(s):
    k = 0
    for j in range(11):
        y = 580 - j * 40
        if j % 2:
            for i in range(3):
                if (i + j) % 5:
                    s.rect(410 + i * 62, y, 58, 38, ("oak", "wood", "straw")[(i + j) % 3], 4)
        else:
            s.rect(404 + (j % 4) * 4, y, 194, 38, ("wood", "oak")[j % 4 // 2], 4)
        k += 1
    with s.turn(14, 700, 600):
        s.rect(640, 584, 150, 36, "oak", 4)
    with s.turn(-24, 250, 590):
        s.rect(190, 570, 150, 36, "wood", 4)


def table_football(s, body="forest"):
    for x in (260, 710):
        s.rect(x, 480, 34, 136, dark(body, .3), 8)
    s.poly([(220, 300), (780, 300), (830, 420), (170, 420)], "green", 8)
    s.bar(500, 304, 500, 416, 3, "white", flat=True)
    s._add('<ellipse cx="500" cy="360" rx="60" ry="24" fill="none" stroke="#FFFCF5" stroke-width="3"', True, 1)
    for x in (290, 400, 600, 710):
        c = "brick" if x in (290, 600) else "blue"
        s.bar(x, 250, x + (x - 500) * .2, 500, 8, "silver")
        s.rect(x - 12 + (x - 500) * .2, 490, 24, 66, "coal", 10)
        for y in (320, 370):
            s.rect(x - 12 + (x - 500) * .06, y - 20, 24, 46, c, 8)
            s.disc(x + (x - 500) * .06, y - 26, 11, "rose")
    s.rect(160, 420, 680, 90, body, 14)
    s.rect(160, 420, 680, 20, light(body, .2), 8, flat=True)
    s.disc(530, 380, 10, "white")


def cards(s):
    """A fan of cards, chips and dice."""
    for i, (c, sym) in enumerate((("brick", 0), ("coal", 1), ("brick", 2), ("coal", 0), ("brick", 1))):
        with s.turn(-32 + i * 16, 480, 640):
            s.rect(400, 250, 170, 250, "white", 16)
            if c == "brick":
                s.path("M485 360c-30 -34 -66 10 0 70c66 -60 30 -104 0 -70Z", c, flat=True)
            else:
                s.path("M485 320c40 50 56 60 50 84c-8 20 -36 20 -44 4l8 36h-28l8 -36c-8 16 -36 16 -44 -4c-6 -24 10 -34 50 -84Z", c, flat=True)
            s.rect(414, 264, 20, 30, c, 4, flat=True)
    for i in range(5):
        s.oval(740, 604 - i * 18, 56, 16, "teal" if i % 2 else "ochre")
    for i in range(3):
        s.oval(840, 606 - i * 18, 50, 14, "brick" if i % 2 else "cream")
    for x, y in ((220, 590), (286, 596)):
        s.rect(x - 28, y - 28, 56, 56, "white", 10)
        for dx, dy in ((-13, -13), (13, 13), (-13, 13), (13, -13), (0, 0)):
            s.disc(x + dx, y + dy, 5, "brick", flat=True)


def globe_guides(s):
    """Travel guides with a globe."""
    s.rect(600, 590, 190, 30, "walnut", 12)
    s.bar(695, 540, 695, 596, 16, "walnut")
    s.tube([(600, 280), (560, 420), (640, 530), (760, 530)], 12, "ochre")
    s.disc(695, 390, 130, "sky")
    with s.inside("M565 390a130 130 0 1 0 260 0a130 130 0 1 0 -260 0Z"):
        s.blob([(620, 300), (700, 290), (720, 350), (670, 400), (640, 440), (610, 380)], "sage", flat=True)
        s.blob([(740, 370), (800, 350), (830, 420), (770, 480), (730, 440)], "sage", flat=True)
        s.blob([(660, 470), (720, 480), (700, 520), (650, 510)], "sage", flat=True)
    x = 210
    for i, (w, h, c) in enumerate(((44, 260, "brick"), (38, 240, "teal"), (50, 280, "ochre"), (40, 250, "forest"), (46, 230, "plum"), (40, 264, "blue"))):
        with s.turn(8 if i == 5 else 0, x, GROUND):
            s.rect(x, GROUND - h, w, h, c, 5)
            s.rect(x, GROUND - h + 24, w, 30, light(c, .6), 2, flat=True)
            s.disc(x + w / 2, GROUND - 40, 10, light(c, .5), flat=True)
        x += w + 3
