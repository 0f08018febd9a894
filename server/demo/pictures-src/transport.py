"""Bicycles, trailers and what a car carries."""

from common import solid_wheel, vents, wheel
from paper import GROUND, dark, light


def bicycle(s, frame="teal", basket=False, battery=False, r=118, step=False):
    """A town bicycle facing right."""
    y = GROUND - r
    bx, fx = 300, 710
    wheel(s, bx, y, r, "coal", "silver", 12)
    wheel(s, fx, y, r, "coal", "silver", 12)
    s.tube(f"M{bx - 100} {y - 78}A128 128 0 0 1 {bx + 60} {y - 112}", 11, frame)
    s.tube(f"M{fx - 60} {y - 112}A128 128 0 0 1 {fx + 96} {y - 84}", 11, frame)
    cx, cy = 470, y + 6
    s.bar(bx, y, cx, cy, 13, dark(frame, .15))
    s.bar(bx, y, 428, 330, 13, dark(frame, .1))
    s.bar(416, 290, cx, cy, 17, frame)
    if step:
        s.tube([(648, 320), (560, 430), (490, 466), (444, 420)], 20, frame)
        s.bar(cx, cy, 520, 452, 17, frame)
    else:
        s.bar(428, 330, 640, 308, 17, frame)
    s.bar(cx, cy, 652, 336, 17, frame)
    s.bar(632, 260, fx, y, 16, frame)
    if battery:
        with s.turn(-43, 560, 420):
            s.rect(500, 396, 130, 40, "coal", 16)
            s.rect(596, 408, 20, 8, "lime", 4, flat=True)
        s.disc(cx, cy, 44, "slate")
    s.bar(416, 292, 410, 250, 12, "steel")
    s.path("M350 236c0 -14 20 -20 60 -18c40 0 60 -4 70 4c10 10 -10 20 -40 24c-40 6 -90 10 -90 -10Z", "walnut")
    s.tube([(630, 262), (622, 220), (660, 196), (700, 200)], 13, "steel")
    s.bar(664, 196, 612, 206, 20, "walnut")
    s.disc(cx, cy, 30, "steel")
    s.disc(cx, cy, 14, "coal", flat=True)
    s.bar(cx, cy, cx + 34, cy + 62, 10, "slate")
    s.rect(cx + 10, cy + 58, 56, 15, "coal", 6)
    s.bar(bx, y + 16, cx, cy + 26, 4, "slate")
    s.bar(bx - 90, y - 120, bx + 70, y - 128, 11, "slate")
    s.bar(bx - 50, y - 120, bx, y, 7, "slate")
    s.disc(690, 250, 20, "straw")
    if basket:
        s.path("M640 190h190l-26 130H664Z", "wood")
        for i in range(4):
            s.bar(650 + i * 4, 216 + i * 28, 822 - i * 6, 216 + i * 28, 4, "walnut", flat=True)
        for x, c in ((680, "brick"), (720, "ochre"), (764, "rose"), (796, "brick")):
            s.disc(x, 178, 24, c)
            s.disc(x, 178, 9, "cream", flat=True)


def child_bike(s, frame="brick"):
    """A small bicycle with stabilisers and a pennant."""
    r, y = 84, GROUND - 84
    s.bar(330, y, 306, 190, 5, "grey")
    s.path("M306 190l-86 26l80 34Z", "ochre")
    wheel(s, 350, y, r, "coal", "cream", 8)
    wheel(s, 650, y, r, "coal", "cream", 8)
    s.bar(350, y, 470, y, 13, dark(frame, .2))
    s.bar(350, y, 430, 370, 13, frame)
    s.bar(424, 330, 470, y, 17, frame)
    s.tube([(600, 360), (540, 450), (440, 430)], 20, frame)
    s.bar(470, y, 560, 440, 17, frame)
    s.bar(590, 300, 650, y, 16, frame)
    s.path("M370 316c0 -14 20 -20 50 -18c30 0 50 -4 58 4c6 10 -10 20 -30 24c-30 6 -78 8 -78 -10Z", "coal")
    s.tube([(590, 300), (580, 260), (610, 240), (650, 246)], 13, "steel")
    s.bar(614, 240, 572, 246, 20, "ochre")
    s.disc(470, y, 26, "ochre")
    s.bar(470, y, 500, y + 44, 9, "slate")
    s.rect(480, y + 42, 50, 14, "coal", 6)
    s.bar(350, y, 300, 590, 8, "steel")
    solid_wheel(s, 292, 594, 26)
    s.rect(660, 330, 90, 60, "wood", 12)


def balance_bike(s, frame="oak"):
    r, y = 88, GROUND - 88
    solid_wheel(s, 340, y, r, "coal", "cream")
    solid_wheel(s, 660, y, r, "coal", "cream")
    s.tube([(340, y), (400, 420), (520, 400), (600, 350)], 36, frame)
    s.bar(590, 280, 660, y, 28, frame)
    s.bar(560, 268, 640, 258, 22, "brick")
    s.path("M350 370c10 -20 60 -26 110 -14c20 6 20 26 0 30c-40 10 -110 10 -110 -16Z", "brick")
    s.disc(500, 412, 18, "walnut")


def cargo_bike(s, box="oak", frame="forest", canopy=None):
    """A front loader with a wooden box."""
    r, y = 104, GROUND - 104
    wheel(s, 210, y, r, "coal", "silver", 12)
    wheel(s, 860, GROUND - 78, 78, "coal", "silver", 10)
    s.bar(210, y, 350, y + 10, 14, dark(frame, .2))
    s.bar(210, y, 310, 330, 13, dark(frame, .1))
    s.bar(296, 290, 350, y + 10, 18, frame)
    s.bar(318, 350, 450, 390, 18, frame)
    s.bar(450, 250, 480, 560, 19, frame)
    s.tube([(350, y + 10), (470, 572), (700, 580), (790, 560), (860, GROUND - 78)], 19, frame)
    s.bar(786, 440, 860, GROUND - 78, 16, frame)
    s.tube([(450, 254), (430, 220), (390, 210)], 13, "steel")
    s.bar(404, 212, 360, 214, 21, "walnut")
    s.bar(296, 292, 290, 256, 12, "steel")
    s.path("M230 242c0 -14 20 -20 60 -18c40 0 60 -4 70 4c10 10 -10 20 -40 24c-40 6 -90 10 -90 -10Z", "walnut")
    s.disc(350, y + 10, 30, "steel")
    s.bar(350, y + 10, 390, y + 66, 10, "slate")
    s.rect(370, y + 60, 56, 14, "coal", 6)
    if canopy:
        s.path("M500 370c0 -130 60 -170 150 -170c80 0 130 60 150 170Z", canopy)
        s.path("M540 360c4 -80 40 -116 104 -116v116Z", "glass", flat=True, alpha=.8)
        s.path("M660 244c60 6 92 50 104 116H660Z", "glass", flat=True, alpha=.8)
    else:
        for x, yy, k, c in ((560, 330, 44, "sage"), (640, 316, 52, "brick"), (720, 336, 40, "ochre")):
            s.rect(x - k, yy - k * .9, k * 2, 120, c, 16)
        s.tube([(700, 300), (740, 230), (780, 214)], 9, "green")
        for t, px, py in ((20, 760, 220), (80, 776, 230), (-30, 740, 236)):
            with s.turn(t, px, py):
                s.oval(px, py - 20, 11, 24, "green")
    s.poly([(480, 360), (820, 360), (784, 556), (520, 556)], box, 10)
    for i in range(1, 4):
        s.bar(488 + i * 8, 360 + i * 49, 812 - i * 9, 360 + i * 49, 4, dark(box, .3), flat=True)
    s.rect(470, 348, 360, 24, dark(box, .15), 10)
    s.disc(650, 460, 30, "cream")
    s.path("M650 446c-14 -14 -30 4 0 30c30 -26 14 -44 0 -30Z", "brick", flat=True)


def long_tail(s, frame="orange"):
    """A cargo bike with a long carrier and two children's seats."""
    r, y = 100, GROUND - 100
    wheel(s, 230, y, r, "coal", "silver", 12)
    wheel(s, 790, y, r, "coal", "silver", 12)
    s.rect(130, 300, 300, 26, "oak", 8)
    for x in (150, 270):
        s.rect(x, 250, 100, 54, "brick" if x < 200 else "teal", 18)
        s.rect(x, 160, 40, 120, "brick" if x < 200 else "teal", 18)
    s.tube([(130, 300), (120, 210), (260, 190), (420, 200), (440, 290)], 10, "coal")
    s.bar(150, 320, 230, y, 12, frame)
    s.bar(420, 320, 230, y, 12, frame)
    s.bar(230, y, 540, y + 6, 14, dark(frame, .2))
    s.bar(500, 290, 540, y + 6, 18, frame)
    s.bar(420, 316, 500, 330, 18, frame)
    s.tube([(720, 320), (640, 430), (530, 440)], 22, frame)
    s.bar(540, y + 6, 630, 434, 18, frame)
    s.bar(712, 260, 790, y, 17, frame)
    s.bar(500, 292, 494, 254, 12, "steel")
    s.path("M434 240c0 -14 20 -20 60 -18c40 0 60 -4 70 4c10 10 -10 20 -40 24c-40 6 -90 10 -90 -10Z", "walnut")
    s.tube([(712, 264), (700, 220), (730, 196), (770, 204)], 13, "steel")
    s.bar(736, 196, 690, 206, 20, "walnut")
    s.disc(540, y + 6, 40, "slate")
    s.bar(540, y + 6, 570, y + 66, 10, "slate")
    s.rect(550, y + 62, 56, 14, "coal", 6)
    s.rect(130, 360, 190, 110, "navy", 16, alpha=.97)


def child_trailer(s, cover="orange"):
    s.bar(220, 560, 90, 520, 14, "steel")
    s.bar(300, 520, 250, 160, 6, "grey")
    s.path("M250 160l-84 24l78 32Z", "lime")
    s.path("M240 570c0 -180 110 -310 270 -310c140 0 240 90 250 310Z", cover)
    s.path("M330 470c10 -90 70 -150 150 -156v156Z", "glass", alpha=.95)
    s.path("M520 314c80 6 140 60 150 156H520Z", "glass", alpha=.95)
    s.path("M400 470c0 -50 20 -70 44 -70s40 30 36 70Z", "terra", flat=True, alpha=.5)
    s.rect(230, 540, 540, 40, "navy", 14)
    s.rect(300, 496, 400, 14, "cream", 7, flat=True)
    s.tube([(720, 370), (800, 320), (830, 340)], 13, "coal")
    wheel(s, 500, GROUND - 92, 92, "coal", "silver", 10)


def cargo_trailer(s, box="wood"):
    s.bar(260, 520, 80, 470, 15, "steel")
    s.rect(60, 452, 40, 36, "coal", 8)
    for x, w, h, c in ((330, 150, 120, "sage"), (490, 130, 160, "brick"), (630, 120, 100, "ochre")):
        s.rect(x, 390 - h + 20, w, h + 40, c, 12)
        s.rect(x + w / 2 - 12, 390 - h + 20, 24, h + 40, light(c, .3), 0, flat=True)
    s.rect(270, 390, 520, 140, box, 12)
    for y in (432, 478):
        s.bar(276, y, 784, y, 4, dark(box, .3), flat=True)
    for x in (290, 540, 760):
        s.rect(x, 384, 16, 150, "steel", 5)
    s.rect(250, 522, 560, 20, "slate", 8)
    s.disc(770, 470, 12, "red")
    wheel(s, 530, GROUND - 82, 82, "coal", "silver", 10)


def bike_seat(s, shell="navy", cushion="ochre"):
    s.path("M360 160c0 -50 40 -70 110 -70s110 20 110 70l10 220c60 0 90 20 90 60v60c0 24 -20 36 -44 36H380c-34 0 -50 -20 -48 -54Z", shell)
    s.path("M390 170c0 -34 30 -46 80 -46s80 12 80 46l6 230c60 4 90 14 90 44c0 24 -16 32 -36 32H410c-20 0 -32 -12 -30 -34Z", cushion)
    s.bar(420, 180, 440, 400, 14, "coal")
    s.bar(520, 180, 500, 400, 14, "coal")
    s.rect(440, 380, 66, 44, "brick", 12)
    s.path("M580 500h60l20 90c4 20 -6 30 -22 30h-60c-10 0 -16 -6 -14 -16Z", shell)
    s.path("M400 500h60l4 90c2 20 -8 30 -24 30h-44c-10 0 -16 -6 -14 -16Z", dark(shell, .15))
    s.bar(330, 520, 240, 560, 15, "steel")
    s.bar(240, 560, 180, 540, 15, "steel")
    for x in range(410, 540, 30):
        s.disc(x, 146, 6, "cream", flat=True)


def bike_stand(s, stand="blue"):
    """A work stand holding a frame."""
    s.bar(250, GROUND - 6, 360, 520, 17, "coal")
    s.bar(470, GROUND - 6, 360, 520, 17, "coal")
    s.bar(360, 540, 360, 190, 24, stand)
    s.rect(336, 150, 48, 70, "coal", 12)
    s.bar(370, 190, 480, 220, 22, "slate")
    s.rect(460, 196, 60, 60, "coal", 12)
    s.bar(490, 226, 540, 420, 20, "brick")
    s.bar(500, 256, 760, 230, 18, "brick")
    s.bar(540, 420, 776, 280, 18, "brick")
    s.bar(500, 260, 640, 470, 14, dark("brick", .15))
    s.bar(540, 420, 650, 470, 14, dark("brick", .15))
    s.bar(744, 170, 792, 330, 20, "brick")
    s.tube([(744, 176), (790, 150), (830, 170), (820, 210)], 14, "coal")
    s.disc(540, 420, 36, "steel")
    s.disc(540, 420, 18, "slate", flat=True)
    s.rect(310, 380, 100, 26, "slate", 8)
    s.rect(318, 340, 12, 44, "steel", 4)
    s.rect(346, 330, 12, 54, "ochre", 4)
    s.rect(376, 346, 12, 38, "brick", 4)


def panniers(s, colour="ochre"):
    for x, k in ((220, 0), (530, .15)):
        c = dark(colour, k) if k else colour
        s.rect(x + 20, 210, 210, 60, dark(c, .25), 20)
        s.path(f"M{x} 270c0 -24 14 -40 40 -40h170c26 0 40 16 40 40l10 310c0 26 -14 40 -40 40H{x + 30}c-26 0 -40 -14 -40 -40Z", c)
        s.rect(x + 110, 240, 34, 250, "coal", 6)
        s.rect(x + 104, 420, 46, 34, "slate", 8)
        s.disc(x + 60, 520, 26, "silver")
        s.rect(x + 10, 340, 230, 8, light(c, .3), 4, flat=True)
        for dx in (50, 180):
            s.rect(x + dx, 176, 26, 60, "coal", 9)


def car_roof_box(s, car="sage", box="coal"):
    """A small car with a roof box."""
    s.path("M270 200c0 -40 60 -66 140 -66H660c60 0 110 26 110 66c0 20 -10 28 -30 28H300c-20 0 -30 -8 -30 -28Z", box)
    s.rect(290, 186, 460, 10, light(box, .3), 5, flat=True)
    for x in (370, 650):
        s.rect(x - 11, 226, 22, 46, "steel", 6)
    s.path("M130 460c0 -40 30 -60 90 -70l90 -110c10 -14 24 -20 44 -20H660c30 0 50 10 66 34l60 90c60 6 90 30 90 80v56c0 20 -10 30 -30 30H160"
           "c-20 0 -30 -10 -30 -30Z", car)
    s.path("M266 386l70 -86c6 -8 12 -10 22 -10h120v96Z", "glass")
    s.path("M508 290h140c20 0 30 6 40 20l50 76H508Z", "glass")
    s.rect(480, 420, 60, 16, dark(car, .3), 8, flat=True)
    s.bar(492, 296, 492, 540, 3.5, dark(car, .3), flat=True)
    s.rect(130, 430, 44, 40, "straw", 14)
    s.rect(840, 430, 34, 44, "red", 12)
    s.rect(120, 516, 764, 34, dark(car, .25), 14)
    for x in (290, 720):
        solid_wheel(s, x, GROUND - 68, 68)


def bike_rack(s, car="blue"):
    """Two bicycles on the back of a car."""
    s.path("M330 230c6 -40 30 -60 80 -60h180c50 0 74 20 80 60l30 130c20 10 30 30 30 60v120H270V420c0 -30 10 -50 30 -60Z", car)
    s.path("M366 240c4 -22 16 -30 44 -30h180c28 0 40 8 44 30l20 110H346Z", "glass")
    for x in (290, 660):
        s.rect(x, 400, 52, 70, "red", 14)
    for x in (310, 620):
        s.rect(x, 540, 80, 80, "coal", 16)
    s.rect(280, 530, 440, 40, dark(car, .3), 14)
    for dy, c in ((0, "terra"), (30, "ochre")):
        y = 470 + dy
        wheel(s, 300 - dy, y, 84, "coal", "silver", 8)
        wheel(s, 700 - dy, y, 84, "coal", "silver", 8)
        s.bar(300 - dy, y, 440 - dy, y, 11, c)
        s.bar(400 - dy, y - 120, 440 - dy, y, 13, c)
        s.bar(400 - dy, y - 110, 630 - dy, y - 120, 13, c)
        s.bar(440 - dy, y, 640 - dy, y - 100, 13, c)
        s.bar(626 - dy, y - 150, 700 - dy, y, 13, c)
        s.bar(300 - dy, y, 404 - dy, y - 106, 10, c)
        s.rect(360 - dy, y - 146, 80, 20, "coal", 9)
    s.rect(210, 566, 560, 24, "slate", 8)


def car_trailer(s, tub="steel"):
    s.bar(250, 530, 70, 550, 20, "slate")
    s.bar(130, 545, 130, GROUND - 8, 15, "slate")
    solid_wheel(s, 130, 598, 22)
    s.rect(50, 530, 50, 34, "coal", 10)
    s.blob([(310, 360), (360, 280), (460, 300), (520, 240), (640, 260), (720, 300), (780, 360)], "green")
    s.tube([(440, 320), (500, 230), (540, 190)], 12, "bark")
    s.tube([(640, 320), (680, 230), (740, 200)], 12, "bark")
    for x, y, t in ((540, 190, 30), (500, 230, -50), (740, 200, 50), (690, 226, -20), (580, 240, 60)):
        with s.turn(t, x, y):
            s.oval(x, y - 24, 15, 30, "sage")
    s.rect(240, 350, 600, 170, tub, 12)
    for x in (300, 420, 540, 660, 780):
        s.rect(x - 8, 350, 16, 170, dark(tub, .15), 4, flat=True)
    s.rect(230, 340, 620, 22, light(tub, .2), 9)
    s.rect(230, 510, 620, 26, "slate", 8)
    s.path("M440 540c0 -60 50 -90 110 -90s110 30 110 90h-30c0 -40 -30 -60 -80 -60s-80 20 -80 60Z", "coal")
    solid_wheel(s, 550, GROUND - 74, 74)
    s.rect(800, 470, 34, 30, "red", 8)
