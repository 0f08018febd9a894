"""Pictures, sound, optics and the office."""

import math

from common import cable, knob, vents
from paper import GROUND, dark, light


def camera(s, body="coal", trim="steel"):
    s.tube([(250, 340), (180, 420), (200, 560), (140, 612)], 18, "walnut")
    s.path("M380 250l30 -50h180l30 50Z", trim)
    s.rect(240, 240, 520, 90, trim, 20)
    s.rect(230, 290, 540, 330, body, 34)
    s.rect(230, 300, 540, 60, trim, 0)
    s.rect(290, 210, 80, 40, "coal", 10)
    s.disc(690, 226, 34, trim)
    s.rect(670, 212, 40, 20, "coal", 6, flat=True)
    s.disc(500, 460, 140, dark(trim, .1))
    s.disc(500, 460, 116, "coal")
    s.disc(500, 460, 84, "navy")
    s.disc(500, 460, 50, dark("navy", .45))
    s.oval(470, 426, 26, 18, "sky", flat=True, alpha=.8)
    s.oval(534, 494, 12, 9, "rose", flat=True, alpha=.6)
    s.rect(640, 314, 80, 36, "glass", 10)
    s.disc(290, 330, 14, "brick")
    for i in range(7):
        s.rect(250, 400 + i * 26, 60, 8, light(body, .14), 4, flat=True)


def lenses(s):
    for x, w, h, c in ((300, 150, 260, "coal"), (500, 180, 340, "slate"), (700, 130, 180, "coal")):
        y = GROUND - h
        s.rect(x - w / 2, y, w, h, c, 18)
        s.rect(x - w / 2 - 8, y + h * .3, w + 16, h * .28, dark(c, .25), 10)
        for i in range(int(w / 13)):
            s.rect(x - w / 2 + i * 13, y + h * .32, 5, h * .24, light(c, .2), 2, flat=True)
        s.rect(x - w / 2, y + h * .66, w, 10, "brick" if c == "coal" else "ochre", 2, flat=True)
        s.rect(x - w / 2 + 10, y + h - 20, w - 20, 20, "steel", 6)
        s.oval(x, y + 6, w / 2, 24, "coal")
        s.oval(x, y + 6, w / 2 - 16, 16, "blue")
        s.oval(x - w * .12, y + 2, w * .12, 5, "white", flat=True, alpha=.8)


def tripod(s, leg="coal"):
    for x in (330, 500, 670):
        s.bar(500, 300, 500 + (x - 500) * .55, 460, 24, leg)
        s.bar(500 + (x - 500) * .5, 446, x, GROUND - 6, 15, "steel")
        s.rect(500 + (x - 500) * .55 - 18, 440, 36, 30, "slate", 8)
    s.bar(500, 180, 500, 420, 20, "steel")
    s.rect(460, 270, 80, 60, "slate", 16)
    s.bar(540, 180, 700, 240, 15, "steel")
    s.bar(650, 222, 706, 244, 26, leg)
    s.rect(450, 140, 100, 60, "slate", 14)
    s.rect(430, 120, 140, 28, leg, 8)


def softbox(s):
    """Two studio lights."""
    for x, t in ((280, 12), (720, -12)):
        for dx in (-70, 0, 70):
            s.bar(x, 460, x + dx, GROUND - 6, 10, "coal")
        s.bar(x, 300, x, 520, 14, "slate")
        with s.turn(t, x, 240):
            s.disc(x, 240, 170, "straw", flat=True, alpha=.25)
            s.rect(x - 130, 110, 260, 250, "coal", 20)
            s.rect(x - 114, 126, 228, 218, "white", 14)
            s.disc(x, 234, 60, "straw", flat=True, alpha=.45)


def projector(s, body="cream"):
    s.path("M330 470L-60 180V560Z", "straw", flat=True, alpha=.32)
    s.path("M330 470L-60 260V500Z", "white", flat=True, alpha=.3)
    s.rect(300, 370, 420, 200, body, 36)
    s.rect(300, 370, 420, 60, light(body, .4), 30)
    s.disc(390, 480, 78, "coal")
    s.disc(390, 480, 56, "navy")
    s.disc(390, 480, 30, "straw")
    s.oval(374, 462, 12, 9, "white", flat=True)
    vents(s, 560, 460, 6, 22, 11, 76, dark(body, .35))
    s.rect(500, 390, 90, 22, "slate", 10)
    s.disc(640, 400, 12, "lime")
    s.disc(676, 400, 12, "brick")
    for x in (340, 640):
        s.rect(x, 560, 44, 30, "coal", 8)
    s.rect(270, 586, 480, 34, "wood", 10)


def screen(s):
    s.bar(500, 480, 330, GROUND - 6, 14, "slate")
    s.bar(500, 480, 670, GROUND - 6, 14, "slate")
    s.bar(500, 110, 500, 560, 16, "steel")
    s.rect(170, 150, 660, 370, "coal", 8)
    s.rect(190, 166, 620, 336, "white", 2)
    with s.inside("M190 166H810V502H190Z"):
        s.rect(190, 166, 620, 336, "sky", 0, flat=True)
        s.disc(660, 270, 50, "straw", flat=True)
        s.path("M190 502V400C300 330 400 340 500 410S720 380 810 420V502Z", "green", flat=True)
        s.path("M190 502V450C340 400 460 440 560 470S760 440 810 450V502Z", "forest", flat=True)
    s.rect(150, 130, 700, 36, "slate", 16)
    s.rect(170, 504, 660, 22, "slate", 10)


def slide_projector(s, body="steel"):
    s.rect(250, 400, 470, 170, body, 26)
    s.rect(250, 500, 470, 70, "coal", 20)
    s.oval(500, 380, 190, 44, "coal")
    s.oval(500, 360, 190, 44, "slate")
    for i in range(24):
        a = i * math.pi / 12
        s.rect(500 + 150 * math.cos(a) - 5, 356 + 34 * math.sin(a) - 18, 10, 24, "cream", 2)
    s.oval(500, 356, 60, 16, "coal")
    s.rect(150, 430, 130, 90, "coal", 14)
    s.oval(154, 475, 22, 44, "navy")
    s.oval(150, 460, 8, 14, "sky", flat=True)
    vents(s, 560, 424, 6, 22, 10, 50, dark(body, .3))
    knob(s, 330, 534, 20, "cream", 30)
    s.rect(270, 566, 60, 54, "coal", 8)
    s.rect(640, 566, 60, 54, "coal", 8)


def speaker(s, body="coal", pair=True):
    """Two active speakers on stands."""
    for x in ((300, 700) if pair else (500,)):
        for dx in (-90, 0, 90):
            s.bar(x, 520, x + dx, GROUND - 6, 12, "slate")
        s.bar(x, 440, x, 540, 20, "slate")
        s.rect(x - 115, 130, 230, 330, body, 26)
        s.rect(x - 95, 150, 190, 290, light(body, .1), 18)
        s.disc(x, 350, 78, dark(body, .3))
        s.disc(x, 350, 60, "slate")
        s.disc(x, 350, 22, body)
        s.path(f"M{x - 60} 180h120l-20 70h-80Z", dark(body, .3))
        s.disc(x, 216, 20, "slate")
        s.disc(x + 84, 426, 8, "lime", flat=True)


def party_speaker(s, body="brick"):
    """A battery speaker with a handle."""
    s.tube([(390, 190), (400, 110), (600, 110), (610, 190)], 26, "coal")
    s.rect(330, 170, 340, 450, body, 50)
    s.rect(356, 196, 288, 398, "coal", 40)
    for y, r in ((300, 84), (490, 96)):
        s.disc(500, y, r, "slate")
        s.disc(500, y, r * .78, dark("slate", .4))
        s.disc(500, y, r * .34, body)
    s.rect(440, 210, 120, 16, "lime", 8, flat=True)


def microphone(s, body="slate"):
    """A stage microphone on its stand."""
    s.bar(500, 330, 500, 600, 14, "steel")
    s.oval(500, 602, 130, 18, "coal")
    s.bar(500, 340, 560, 300, 12, "steel")
    cable(s, [(640, 420), (720, 500), (700, 590), (820, 600), (1010, 580)], "coal", 9)
    with s.turn(38, 500, 300):
        s.path("M458 230h84l-16 210c-2 14 -10 20 -26 20s-24 -6 -26 -20Z", body)
        s.rect(448, 200, 104, 40, "steel", 14)
        s.disc(500, 150, 78, "grey")
        for i in range(-3, 4):
            s.bar(500 + i * 20, 90 + abs(i) * 10, 500 + i * 20, 210 - abs(i) * 10, 3, "silver", flat=True, alpha=.8)
            s.bar(436 + abs(i) * 7, 150 + i * 20, 564 - abs(i) * 7, 150 + i * 20, 3, "silver", flat=True, alpha=.8)
        s.rect(486, 280, 28, 44, "coal", 10)


def mixer_desk(s, body="coal"):
    s.poly([(240, 230), (760, 230), (840, 600), (160, 600)], body, 20)
    s.poly([(160, 596), (840, 596), (836, 620), (164, 620)], dark(body, .4), 8)
    for i in range(8):
        for j, (y, c) in enumerate(((270, "brick"), (314, "ochre"), (358, "teal"), (402, "cream"))):
            x = 500 + (i - 3.5) * (58 + j * 3)
            knob(s, x, y, 13 + j * .5, c, (i * 47 + j * 80) % 270 - 135)
        x = 500 + (i - 3.5) * 76
        s.rect(x - 4, 446, 8, 130, dark(body, .6), 4, flat=True)
        s.rect(x - 17, 470 + (i * 37) % 80, 34, 22, "red" if i == 7 else "silver", 5)


def binoculars(s, body="forest"):
    for x, f in ((400, 1), (600, -1)):
        s.path(f"M{x - 50} 190h100l{30 if f < 0 else 20} 130l10 250c0 30 -20 50 -50 50h-70c-30 0 -50 -20 -50 -50l10 -250Z", body)
        s.rect(x - 56, 160, 112, 50, "coal", 18)
        s.rect(x - 90, 540, 180, 80, "coal", 26)
        s.rect(x - 66, 330, 132, 120, dark(body, .15), 20)
    s.rect(450, 260, 100, 60, "slate", 16)
    s.disc(500, 240, 34, "coal")
    s.rect(466, 380, 68, 40, "slate", 12)
    s.tube([(330, 240), (220, 300), (200, 480), (150, 600)], 12, "walnut")


def telescope(s, tube="white"):
    for x in (350, 500, 660):
        s.bar(500, 380, x, GROUND - 6, 17, "wood")
    s.rect(466, 340, 68, 60, "coal", 14)
    s.bar(430, 520, 580, 520, 10, "walnut")
    with s.turn(-30, 500, 300):
        s.rect(250, 250, 420, 96, tube, 14)
        s.rect(640, 236, 90, 124, "navy", 14)
        s.rect(250, 250, 60, 96, "navy", 8)
        s.rect(180, 276, 80, 44, "coal", 12)
        s.rect(150, 268, 40, 60, "slate", 12)
        s.rect(330, 206, 160, 30, "coal", 12)
        s.rect(440, 250, 30, 96, "ochre", 4)
    s.disc(520, 330, 24, "ochre")
    for x, y, k in ((160, 130, 20), (300, 80, 12), (830, 320, 14), (880, 120, 18), (120, 320, 10)):
        s.path(f"M{x} {y - k}q2 {k - 3} {k} {k}q-{k - 2} 3 -{k} {k}q-2 -{k - 3} -{k} -{k}q{k - 2} -3 {k} -{k}Z", "white", flat=True, alpha=.95)


def microscope(s, body="cream"):
    s.path("M300 620c0 -40 20 -60 60 -60H660c40 0 60 20 60 60Z", "slate")
    s.path("M560 570c90 -20 130 -100 120 -190c-6 -70 -50 -120 -110 -140l-20 60c40 16 60 50 60 90c4 60 -30 110 -90 130Z", body)
    s.rect(330, 480, 260, 28, "coal", 8)
    s.rect(440, 470, 90, 12, "glass", 3)
    s.disc(470, 540, 34, "slate")
    s.disc(470, 524, 20, "straw")
    knob(s, 640, 470, 38, "coal", 20)
    with s.turn(22, 480, 300):
        s.rect(440, 110, 66, 180, body, 14)
        s.rect(430, 80, 86, 50, "coal", 16)
        s.rect(430, 260, 90, 60, "slate", 16)
        s.rect(440, 310, 30, 90, "steel", 6)
        s.rect(480, 310, 26, 60, "steel", 6)
    s.rect(760, 596, 110, 20, "glass", 4)
    s.oval(810, 600, 20, 7, "brick", flat=True)


def monitor(s, body="coal"):
    s.rect(470, 460, 60, 140, "slate", 8)
    s.rect(380, 590, 240, 30, "slate", 14)
    s.rect(190, 130, 620, 360, body, 22)
    s.rect(210, 150, 580, 320, "sky", 10)
    with s.inside("M210 150H790V470H210Z"):
        s.rect(240, 180, 220, 200, "white", 12, flat=True)
        s.rect(260, 200, 140, 16, "brick", 8, flat=True)
        for i in range(5):
            s.rect(260, 236 + i * 26, 180 - (i % 3) * 30, 10, "silver", 5, flat=True)
        s.rect(490, 180, 270, 130, "cream", 12, flat=True)
        for i, h in enumerate((40, 70, 56, 90, 76)):
            s.rect(520 + i * 46, 296 - h, 28, h, ("teal", "ochre")[i % 2], 5, flat=True)
        s.rect(490, 330, 270, 50, "straw", 12, flat=True)
    s.rect(660, 590, 160, 26, "cream", 8)
    s.rect(690, 580, 100, 12, "silver", 4)


def laminator(s, body="white"):
    s.poly([(330, 150), (650, 150), (670, 380), (310, 380)], "cream", 4)
    s.rect(380, 190, 220, 20, "brick", 8, flat=True)
    for y in (230, 260, 290):
        s.rect(360, y, 260, 10, "steel", 5, flat=True)
    s.path("M220 400c0 -30 20 -40 50 -40H730c30 0 50 10 50 40l20 150c0 20 -10 30 -30 30H230c-20 0 -30 -10 -30 -30Z", body)
    s.rect(260, 380, 480, 18, "coal", 8)
    s.rect(240, 520, 520, 24, "coal", 10)
    s.poly([(300, 546), (690, 546), (720, 620), (270, 620)], "cream", 4)
    s.disc(700, 450, 20, "lime")
    s.disc(640, 450, 20, "brick")
    s.rect(290, 436, 160, 30, "sky", 12)


def printer(s, body="cream"):
    """A scanner and printer."""
    s.poly([(350, 150), (640, 150), (650, 300), (340, 300)], "white", 4)
    s.rect(230, 280, 540, 60, "slate", 18)
    s.rect(210, 320, 580, 240, body, 26)
    s.rect(640, 350, 110, 60, "coal", 10)
    s.rect(656, 362, 60, 34, "sky", 6, flat=True)
    s.rect(270, 430, 460, 70, "coal", 16)
    s.poly([(320, 480), (680, 480), (720, 600), (280, 600)], "white", 4)
    s.disc(400, 536, 34, "ochre", flat=True)
    s.path("M300 596l110 -70l70 44l90 -70l140 96Z", "sage", flat=True)
    s.rect(210, 556, 580, 20, dark(body, .15), 8)
    s.rect(250, 570, 500, 50, "slate", 12)


def console(s, body="slate"):
    s.rect(230, 260, 540, 150, body, 24)
    s.rect(230, 320, 540, 26, dark(body, .4), 4)
    s.rect(280, 280, 200, 24, "coal", 8)
    s.disc(700, 296, 16, "lime")
    for x, y, c in ((300, 540, "brick"), (660, 540, "teal")):
        s.path(f"M{x - 130} {y + 40}c0 -90 30 -120 70 -120h120c40 0 70 30 70 120c0 40 -40 50 -60 20l-24 -40H{x - 46}l-24 40c-20 30 -60 20 -60 -20Z", c)
        s.rect(x - 92, y - 38, 56, 18, "coal", 6)
        s.rect(x - 73, y - 57, 18, 56, "coal", 6)
        for dx, dy, k in ((60, -48, "straw"), (84, -28, "lime"), (36, -28, "sky"), (60, -8, "rose")):
            s.disc(x + dx, y + dy, 12, k)
        s.disc(x - 22, y - 2, 18, "coal")
        s.disc(x + 24, y - 2, 18, "coal")
    cable(s, [(300, 460), (330, 420), (400, 430), (420, 400)], "coal", 7)


def turntable(s, body="walnut"):
    s.rect(180, 540, 640, 80, body, 14)
    s.rect(200, 516, 600, 36, "oak", 10)
    s.oval(450, 512, 240, 44, "coal")
    s.oval(450, 506, 230, 40, dark("coal", .3))
    for k in (.85, .7, .55):
        s._add(f'<ellipse cx="450" cy="506" rx="{230 * k}" ry="{40 * k}" fill="none" stroke="#777" stroke-opacity=".5" stroke-width="2"', True, 1)
    s.oval(450, 506, 70, 13, "brick")
    s.bar(740, 470, 740, 520, 24, "steel")
    s.tube([(740, 474), (660, 440), (560, 490)], 10, "silver")
    s.poly([(200, 500), (240, 250), (840, 250), (800, 500)], "glass", 10, alpha=.35)
    knob(s, 260, 580, 20, "ochre", 30)
    knob(s, 320, 580, 20, "cream", -30)


def laptop(s, body="steel"):
    s.path("M280 180c0 -20 10 -30 30 -30H690c20 0 30 10 30 30v320H280Z", body)
    s.rect(300, 172, 400, 310, "navy", 8)
    with s.inside("M300 172H700V482H300Z"):
        s.rect(330, 200, 190, 250, "white", 10, flat=True)
        s.rect(350, 224, 110, 14, "teal", 7, flat=True)
        for i in range(7):
            s.rect(350, 258 + i * 24, 150 - (i * 31) % 60, 9, "silver", 4, flat=True)
        s.disc(610, 280, 62, "straw", flat=True)
        s.path("M610 280V218a62 62 0 0 1 54 92Z", "brick", flat=True)
        s.rect(548, 370, 124, 60, "sage", 10, flat=True)
    s.path("M200 580L270 490H730L800 580Z", light(body, .15))
    for j in range(3):
        for i in range(12):
            s.rect(290 + i * 36 - j * 8 + (i - 6) * j * 1.2, 502 + j * 20, 28, 13, "slate", 4, flat=True)
    s.path("M420 566h160l6 14H414Z", body, flat=True)
    s.rect(190, 576, 620, 28, body, 12)
    s.oval(880, 590, 36, 24, "white")
    s.bar(880, 570, 880, 586, 3, "grey", flat=True)


def gramophone(s, horn="ochre"):
    s.path("M520 470c10 -80 60 -100 60 -160c-40 -10 -120 -60 -150 -160c60 -20 300 -60 420 10c-10 120 -90 160 -200 160c-10 60 -50 90 -50 160Z", horn)
    s.path("M430 150c60 -40 330 -70 420 10c-60 60 -330 70 -420 -10Z", dark(horn, .3))
    for x1, x2 in ((500, 580), (580, 600), (700, 624), (790, 640)):
        s.tube([(x1, 180), ((x1 + x2) / 2 + 6, 250), (x2, 310)], 4, dark(horn, .3), flat=True)
    s.rect(250, 500, 430, 120, "walnut", 12)
    s.rect(230, 486, 470, 30, "oak", 10)
    s.rect(300, 540, 330, 50, dark("walnut", .2), 8, flat=True)
    s.oval(420, 484, 150, 22, "coal")
    s.oval(420, 482, 44, 7, "brick")
    s.bar(700, 560, 760, 560, 11, "steel")
    s.bar(760, 560, 772, 500, 11, "steel")
    s.disc(772, 492, 17, "walnut")
    s.tube([(570, 476), (540, 440), (480, 470)], 12, "steel")
