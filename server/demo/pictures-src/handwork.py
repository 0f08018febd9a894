"""Ladders, painting, tiling, measuring and what is moved by hand."""

from common import knob, solid_wheel, vents
from paper import GROUND, dark, light


def step_ladder(s, rail="ochre", tread="silver", steps=5):
    """A step ladder, standing open."""
    top, h = 150, GROUND - 150
    s.bar(560, top + 14, 720, GROUND - 6, 16, "steel")
    s.bar(600, top + 14, 786, GROUND - 6, 16, "grey")
    for i in range(1, 4):
        y = top + h * i / 4
        s.bar(570 + 150 * i / 4, y, 600 + 182 * i / 4, y, 9, "grey")
    for i in range(1, steps + 1):
        half = 66 + 66 * i / steps
        s.rect(470 - half, top + h * i / (steps + .6) - 10, half * 2, 22, tread, 6)
    s.bar(420, top + 10, 312, GROUND - 8, 22, rail)
    s.bar(520, top + 10, 628, GROUND - 8, 22, rail)
    s.rect(398, top - 12, 216, 34, dark(rail, .15), 10)
    s.rect(296, GROUND - 20, 34, 22, "coal", 6)
    s.rect(612, GROUND - 20, 34, 22, "coal", 6)


def long_ladder(s, rail="silver"):
    """A two-part extension ladder leaning to the right."""
    with s.turn(14, 500, GROUND):
        for part, (x, w, top, base, colour) in enumerate(((424, 132, 40, 420, dark(rail, .12)), (410, 160, 200, GROUND - 4, rail))):
            for y in range(top + 30, base - 10, 52):
                s.rect(x, y, w, 14, colour, 6)
            s.rect(x - 10, top, 22, base - top, colour, 6)
            s.rect(x + w - 12, top, 22, base - top, colour, 6)
        s.rect(396, GROUND - 22, 30, 22, "coal", 5)
        s.rect(554, GROUND - 22, 30, 22, "coal", 5)
        s.rect(398, 400, 30, 26, "brick", 6)
        s.rect(554, 400, 30, 26, "brick", 6)


def scaffold(s, frame="ochre"):
    """A small scaffold tower on castors."""
    for x in (290, 690):
        s.bar(x + 30, 120, x + 30, 560, 14, dark(frame, .25))
    s.bar(320, 240, 720, 420, 8, "grey")
    s.bar(720, 240, 320, 420, 8, "grey")
    s.rect(270, 300, 470, 26, "oak", 6)
    s.rect(270, 322, 470, 10, "walnut", 3, flat=True)
    for x in (280, 720):
        s.bar(x, 110, x, 580, 18, frame)
    for y in (124, 200, 460, 540):
        s.bar(280, y, 720, y, 12, frame)
    for x in (280, 720):
        solid_wheel(s, x, 596, 24)


def paint_set(s, paint="teal"):
    """Roller, tray and a tin of paint."""
    s.rect(590, 380, 210, 240, "silver", 14)
    s.rect(590, 430, 210, 130, "cream", 4)
    s.rect(620, 460, 150, 70, paint, 10)
    s.oval(695, 382, 105, 24, "steel")
    s.oval(695, 384, 88, 17, paint)
    s.path("M600 380c-8 60 6 90 22 84c14 -8 0 -40 10 -84Z", paint)
    s.poly([(200, 560), (560, 560), (540, 620), (260, 620)], "slate", 12)
    s.poly([(216, 566), (548, 566), (538, 590), (270, 596)], paint, 8)
    s.tube("M470 300H520V410H370V470", 11, "steel")
    s.rect(346, 450, 48, 150, "brick", 20)
    s.rect(210, 240, 260, 120, light(paint, .1), 40)
    s.rect(210, 240, 40, 120, light(paint, .25), 20)


def wallpaper_table(s, roll="sage"):
    """A pasting table with a roll of wallpaper and a brush."""
    for x in (250, 700):
        s.bar(x, 440, x - 40, GROUND - 4, 13, "steel")
        s.bar(x + 40, 440, x + 90, GROUND - 4, 13, "steel")
    s.rect(150, 400, 720, 40, "oak", 6)
    s.rect(506, 400, 8, 40, "walnut", 2, flat=True)
    s.path("M300 398H720v-10H300Z", "cream")
    s.path("M650 398c40 30 30 90 40 150h120c-10 -60 -4 -120 -40 -150Z", roll)
    for x, y in ((700, 450), (740, 500), (760, 440), (720, 530)):
        s.disc(x, y, 9, light(roll, .5), flat=True)
        s.oval(x + 10, y + 8, 5, 10, dark(roll, .2), flat=True)
    s.rect(230, 320, 250, 80, roll, 40)
    s.oval(470, 360, 26, 40, light(roll, .4))
    s.oval(470, 360, 10, 16, dark(roll, .3), flat=True)
    for x in (270, 330, 390):
        s.disc(x, 350, 8, light(roll, .5), flat=True)
        s.oval(x + 14, 366, 5, 10, dark(roll, .2), flat=True)
    s.rect(560, 330, 90, 30, "walnut", 12)
    s.rect(540, 356, 130, 42, "straw", 6)


def tile_cutter(s, rail="steel"):
    s.rect(180, 570, 640, 50, "slate", 10)
    s.poly([(230, 570), (770, 570), (740, 500), (260, 500)], "cream", 4)
    s.poly([(500, 500), (510, 500), (512, 570), (498, 570)], "grey", 0, flat=True)
    for x in (190, 770):
        s.rect(x, 400, 44, 180, "brick", 10)
    s.rect(180, 420, 640, 18, rail, 6)
    s.rect(180, 452, 640, 18, rail, 6)
    s.rect(430, 396, 130, 90, "coal", 14)
    s.bar(500, 400, 640, 230, 22, "coal")
    s.bar(590, 290, 650, 218, 34, "brick")
    s.disc(494, 500, 17, "silver")
    s.rect(300, 586, 120, 16, "cream", 6, flat=True)


def laser_level(s, body="brick"):
    """A cross-line laser on a small tripod, with its red cross on the wall."""
    s.bar(40, 250, 960, 250, 4, "#E0523F", flat=True, alpha=.75)
    s.bar(500, 20, 500, 560, 4, "#E0523F", flat=True, alpha=.75)
    for x in (370, 500, 630):
        s.bar(500, 400, x, GROUND - 6, 14, "coal")
    s.rect(470, 380, 60, 44, "slate", 10)
    s.rect(410, 170, 180, 216, body, 30)
    s.rect(410, 300, 180, 86, "coal", 26)
    s.rect(450, 206, 100, 88, "coal", 16)
    s.disc(500, 250, 28, "glass")
    s.disc(500, 250, 12, "#E0523F")
    s.disc(456, 344, 14, "lime")
    s.disc(544, 344, 14, "cream")


def toolbox(s, box="brick"):
    """An open steel tool box with tools looking out."""
    with s.turn(-14, 420, 360):
        s.rect(404, 250, 26, 180, "wood", 10)
        s.path("M366 216h96c10 0 16 6 16 16v34h-74l-38 -22Z", "steel")
    with s.turn(10, 560, 360):
        s.rect(546, 230, 34, 120, "ochre", 14)
        s.rect(557, 340, 12, 120, "steel", 3)
    s.tube("M620 440L640 250", 16, "steel")
    s.path("M612 236c-6 -34 14 -56 44 -54l-8 34l16 14l34 -10c0 30 -26 46 -54 36Z", "steel")
    s.path("M330 420V356c0 -22 14 -34 34 -34H636c20 0 34 12 34 34v64h-36v-50c0 -8 -4 -12 -12 -12H378c-8 0 -12 4 -12 12v50Z", "coal")
    s.rect(250, 402, 500, 218, box, 20)
    s.rect(250, 402, 500, 64, dark(box, .22), 16)
    for x in (340, 600):
        s.rect(x, 440, 60, 60, "silver", 10)
        s.rect(x + 16, 462, 28, 16, "slate", 5, flat=True)
    s.rect(300, 530, 400, 12, dark(box, .3), 6, flat=True)
    s.rect(300, 560, 400, 12, dark(box, .3), 6, flat=True)


def clamps(s):
    """Three screw clamps standing against each other."""
    for x, turn, top in ((330, -9, 190), (500, 0, 130), (680, 9, 220)):
        with s.turn(turn, x, GROUND):
            s.rect(x - 11, top, 22, GROUND - top, "steel", 3)
            s.path(f"M{x - 14} {top}h110v34h-30l-10 22h-24l-6 -22h-40Z", "brick")
            y = top + 180
            s.rect(x - 22, y, 120, 40, "brick", 8)
            s.rect(x + 72, y - 60, 16, 130, "slate", 5)
            s.rect(x + 60, y - 72, 40, 16, "coal", 6)
            s.rect(x + 58, y + 62, 44, 120, "wood", 18)


def wrench_set(s, roll="forest"):
    """A roll of spanners, opened."""
    s.rect(180, 250, 640, 370, roll, 22)
    s.rect(180, 430, 640, 190, dark(roll, .18), 22)
    for i in range(8):
        x, w = 225 + i * 76, 16 + i * 2
        top = 330 - i * 16
        s.rect(x - w / 2, top, w, 470 - top, "steel", 6)
        s.path(f"M{x - w} {top + 10}c-4 -{w * 1.6:.0f} {w * .4:.0f} -{w * 2:.0f} {w * .5:.0f} -{w * 2:.0f}v{w * 1.1:.0f}h{w}"
               f"v-{w * 1.1:.0f}c0 0 {w * .9:.0f} {w * .4:.0f} {w * .5:.0f} {w * 2:.0f}Z", "steel")
        s.rect(x - 32, 440, 64, 150, roll, 8)
        s.bar(x + 37, 446, x + 37, 590, 3, light(roll, .4), flat=True)


def torque_wrench(s):
    with s.turn(-24, 500, 480):
        s.rect(180, 460, 220, 52, "coal", 24)
        s.rect(390, 470, 330, 32, "steel", 8)
        for x in range(410, 540, 14):
            s.rect(x, 476, 3, 20, "slate", 1, flat=True)
        s.disc(752, 486, 56, "steel")
        s.disc(752, 486, 34, "slate")
        s.rect(734, 468, 36, 36, "silver", 5)
        s.rect(196, 470, 60, 32, "brick", 14)
    for x, r in ((640, 44), (740, 36), (826, 28)):
        s.rect(x - r, GROUND - r * 1.6, r * 2, r * 1.6, "steel", 6)
        s.oval(x, GROUND - r * 1.6, r, r * .34, "slate")


def workbench(s):
    """A folding work bench with a vice."""
    for x in (300, 660):
        s.bar(x, 400, x - 50, GROUND - 6, 18, "blue")
        s.bar(x + 30, 400, x + 90, GROUND - 6, 18, "blue")
    s.bar(270, 540, 730, 540, 14, "blue")
    s.rect(200, 350, 600, 34, "oak", 6)
    s.rect(200, 392, 600, 38, "oak", 6)
    for x in range(240, 800, 60):
        s.disc(x, 410, 8, "walnut", flat=True)
        s.disc(x, 366, 7, "walnut", flat=True)
    for x in (300, 700):
        s.rect(x - 10, 426, 20, 40, "steel", 4)
        knob(s, x, 476, 24, "coal", 60)
    s.rect(400, 310, 200, 40, "straw", 4)
    s.bar(430, 330, 570, 330, 2.5, "wood", flat=True)


def sack_truck(s, frame="brick"):
    """A hand truck with two parcels."""
    s.bar(370, 150, 430, 580, 18, frame)
    s.tube([(330, 170), (336, 140), (370, 140), (376, 180)], 20, "coal")
    for y in (260, 360, 460):
        s.bar(372 + (y - 150) * .14, y, 420 + (y - 150) * .14, y, 12, frame)
    s.rect(420, 600, 300, 16, "steel", 4)
    s.rect(440, 400, 250, 200, "oak", 6)
    s.rect(545, 400, 40, 200, "straw", 0, flat=True, alpha=.8)
    s.rect(450, 250, 210, 150, "wood", 6)
    s.rect(535, 250, 40, 150, "straw", 0, flat=True, alpha=.8)
    s.rect(470, 350, 46, 30, "white", 4, flat=True)
    solid_wheel(s, 410, 572, 48, "coal", "brick" if frame != "brick" else "silver")


def moving_boxes(s):
    """A stack of sturdy boxes."""
    for x, y, w, h, c in ((250, 420, 270, 200, "oak"), (540, 440, 230, 180, "wood"), (330, 230, 270, 190, "wood")):
        s.rect(x, y, w, h, c, 6)
        s.rect(x + w / 2 - 22, y, 44, h, light(c, .35), 0, flat=True)
        s.rect(x + w / 2 - 36, y + h * .3, 72, 22, dark(c, .45), 11, flat=True)
        s.rect(x + 20, y + h - 52, 60, 34, "cream", 4, flat=True)
    s.poly([(330, 230), (460, 230), (420, 180), (300, 190)], "oak", 4)
    s.poly([(600, 230), (470, 230), (510, 178), (630, 190)], "oak", 4)
    s.blob([(420, 214), (460, 160), (520, 170), (540, 220)], "sage")


def plank_cutter(s, frame="slate"):
    """A lever cutter for laminate with a plank in it."""
    s.rect(170, 560, 660, 60, frame, 12)
    s.rect(200, 520, 600, 44, "oak", 4)
    s.bar(220, 536, 780, 536, 3, "wood", flat=True)
    s.bar(300, 550, 700, 550, 2.5, "wood", flat=True)
    s.poly([(520, 500), (780, 470), (780, 500), (520, 522)], "steel", 3)
    s.rect(470, 440, 70, 130, "brick", 12)
    s.bar(505, 470, 790, 250, 24, frame)
    s.bar(730, 298, 810, 234, 38, "brick")
    s.disc(505, 470, 20, "silver")
    s.poly([(130, 590), (330, 590), (350, 618), (120, 618)], "oak", 4)


def energy_meter(s):
    """A plug-in energy meter with a lamp's cable."""
    s.rect(380, 150, 240, 400, "white", 40)
    s.rect(410, 186, 180, 110, "sage", 12)
    for i, h in enumerate((30, 54, 42, 70, 60)):
        s.rect(430 + i * 32, 276 - h, 18, h, "forest", 4, flat=True, alpha=.75)
    for x, c in ((430, "brick"), (500, "ochre"), (570, "teal")):
        s.disc(x, 340, 18, c)
    s.disc(500, 450, 70, "silver")
    s.disc(474, 450, 11, "coal", flat=True)
    s.disc(526, 450, 11, "coal", flat=True)
    s.rect(462, 546, 16, 50, "steel", 6)
    s.rect(522, 546, 16, 50, "steel", 6)
    s.tube([(700, 470), (780, 560), (860, 500), (1010, 560)], 11, "coal")
    s.rect(640, 420, 90, 76, "coal", 24)
    s.rect(620, 438, 30, 10, "steel", 4)
    s.rect(620, 466, 30, 10, "steel", 4)
