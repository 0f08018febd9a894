"""Babies, children and their birthdays."""

import math

from common import solid_wheel, wheel
from paper import GROUND, dark, light


def baby_carrier(s, cloth="sage", strap="walnut"):
    s.tube([(420, 250), (330, 150), (280, 260), (330, 420)], 34, strap)
    s.tube([(580, 250), (670, 150), (720, 260), (670, 420)], 34, strap)
    s.path("M400 210c0 -40 40 -60 100 -60s100 20 100 60l40 240c6 50 -30 80 -60 80H420c-30 0 -66 -30 -60 -80Z", cloth)
    s.path("M420 200c0 -40 40 -50 80 -50s80 10 80 50v70H420Z", light(cloth, .2))
    s.rect(430, 330, 140, 120, dark(cloth, .14), 26)
    for x, y in ((466, 370), (500, 400), (534, 370), (466, 430), (534, 430)):
        s.disc(x, y, 7, "cream", flat=True)
    s.rect(180, 520, 640, 70, strap, 34)
    s.rect(360, 510, 280, 90, cloth, 40)
    s.rect(720, 526, 70, 56, "coal", 14)


def sling(s):
    """A folded sling."""
    for i, c in enumerate(("brick", "ochre", "terra", "rose", "cream")):
        s.rect(300 - i * 6, 560 - i * 44, 400 + i * 12, 56, c, 28)
    s.path("M640 560c60 -10 140 20 200 50H640Z", "brick")
    s.path("M380 380c0 -80 60 -120 120 -120s120 40 120 120Z", "terra")
    s.tube([(400, 360), (500, 300), (600, 360)], 6, "cream", flat=True)
    s.tube([(390, 384), (500, 330), (610, 384)], 6, "ochre", flat=True)


def stroller(s, hood="teal", frame="slate"):
    s.bar(650, 330, 830, 190, 16, frame)
    s.bar(800, 180, 860, 220, 26, "walnut")
    s.bar(640, 330, 340, 560, 15, frame)
    s.bar(420, 420, 660, 560, 15, frame)
    s.path("M300 420c-20 -140 60 -250 200 -260v250Z", hood)
    for a in (.35, .7):
        s.tube([(500, 166), (500 - 190 * a, 240 + 60 * a), (500 - 200 * a, 412)], 5, dark(hood, .3), flat=True)
    s.path("M290 400H690l-20 70c-10 30 -40 40 -80 40H400c-60 0 -100 -30 -110 -110Z", dark(hood, .18))
    s.path("M470 400c60 -60 180 -60 216 0l-10 40H480Z", "ochre")
    s.rect(400, 520, 220, 50, "walnut", 14)
    for x, r in ((350, 58), (660, 58)):
        solid_wheel(s, x, GROUND - r, r, "coal", "cream")


def buggy(s, cloth="brick"):
    s.bar(620, 150, 400, GROUND - 30, 14, "silver")
    s.bar(520, 380, 660, GROUND - 30, 14, "silver")
    s.tube([(620, 156), (640, 110), (690, 110)], 22, "coal")
    s.path("M360 300c10 -100 90 -160 200 -150l-20 130Z", cloth)
    s.path("M440 270c40 -20 90 -10 110 10l-20 130c60 10 60 60 20 70l-150 10c-40 0 -50 -40 -20 -60Z", dark(cloth, .2))
    s.rect(400, 480, 150, 34, "coal", 14)
    s.bar(420, 360, 500, 350, 18, "coal")
    s.rect(430, 520, 150, 50, "slate", 12)
    for x in (400, 660):
        solid_wheel(s, x, GROUND - 34, 34)


def high_chair(s, wood="oak", cushion="rose"):
    s.bar(370, 200, 300, GROUND - 6, 24, wood)
    s.bar(620, 200, 700, GROUND - 6, 24, wood)
    s.bar(420, 420, 380, GROUND - 6, 20, dark(wood, .2))
    s.bar(580, 420, 620, GROUND - 6, 20, dark(wood, .2))
    s.rect(360, 120, 270, 150, cushion, 40)
    s.rect(376, 240, 240, 110, light(cushion, .2), 20)
    s.rect(340, 400, 320, 40, cushion, 16)
    s.rect(300, 330, 400, 40, wood, 18)
    s.rect(326, 520, 350, 26, wood, 10)
    s.rect(360, 300, 80, 36, "teal", 14)
    s.oval(400, 304, 40, 9, "cream")
    s.rect(560, 290, 50, 44, "ochre", 12)
    s.bar(450, 366, 470, 316, 7, "brick")


def travel_cot(s, frame="navy", net="glass"):
    s.rect(200, 260, 600, 340, net, 10, alpha=.75)
    for i in range(18):
        s.bar(220 + i * 33, 270, 220 + i * 33, 590, 1.6, "white", flat=True, alpha=.8)
        s.bar(206, 280 + i * 18, 794, 280 + i * 18, 1.6, "white", flat=True, alpha=.8)
    s.rect(200, 470, 600, 130, frame, 16)
    s.path("M440 470c0 -70 30 -90 60 -90s60 20 60 90Z", "wood")
    s.disc(500, 380, 46, "wood")
    s.disc(466, 346, 18, "walnut")
    s.disc(534, 346, 18, "walnut")
    s.disc(486, 376, 5, "bark", flat=True)
    s.disc(514, 376, 5, "bark", flat=True)
    s.oval(500, 394, 14, 10, "cream", flat=True)
    s.rect(180, 236, 640, 40, frame, 18)
    for x in (196, 786):
        s.rect(x - 8, 240, 34, 370, dark(frame, .2), 14)
    s.disc(500, 530, 30, "straw", flat=True)
    s.disc(514, 522, 26, frame, flat=True)


def stair_gate(s, wood="oak"):
    for x in (250, 730):
        s.rect(x, 160, 30, 450, dark(wood, .25), 8)
    s.rect(270, 230, 470, 34, wood, 10)
    s.rect(270, 560, 470, 34, wood, 10)
    for i in range(9):
        s.rect(300 + i * 50, 250, 20, 320, light(wood, .2), 8)
    s.rect(690, 220, 70, 54, "brick", 14)
    for y in (240, 570):
        s.disc(262, y, 20, "steel")


def car_seat(s, shell="coal", cloth="teal"):
    s.path("M330 140c0 -50 60 -80 150 -80s150 30 150 80l20 260c60 10 90 40 90 90v70c0 40 -20 60 -60 60H400c-40 0 -60 -20 -64 -60Z", shell)
    s.path("M370 150c0 -36 46 -54 110 -54s110 18 110 54l10 130H364Z", cloth)
    s.path("M370 270H600l10 150c50 10 70 30 70 70c0 30 -16 40 -40 40H420c-30 0 -44 -14 -46 -40Z", light(cloth, .15))
    s.tube([(430, 200), (450, 340), (500, 430)], 20, "brick")
    s.tube([(540, 200), (530, 340), (510, 430)], 20, "brick")
    s.rect(470, 410, 70, 50, "coal", 14)
    s.rect(490, 424, 30, 20, "red", 5, flat=True)
    s.rect(420, 130, 120, 60, light(cloth, .3), 26)
    s.rect(640, 380, 110, 60, dark(shell, .1), 24)


def booster_seat(s, cloth="plum"):
    s.path("M380 150c0 -50 50 -60 120 -60s120 10 120 60v90c40 40 50 110 40 200H340c-10 -90 0 -160 40 -200Z", "coal")
    s.path("M410 160c0 -34 40 -40 90 -40s90 6 90 40v270H410Z", cloth)
    s.rect(430, 170, 140, 90, light(cloth, .25), 30)
    s.path("M280 500c0 -30 20 -50 50 -50H670c30 0 50 20 50 50v70c0 30 -20 50 -50 50H330c-30 0 -50 -20 -50 -50Z", "coal")
    s.path("M320 440H680c20 0 30 16 30 36v40H290v-40c0 -20 10 -36 30 -36Z", cloth)
    s.bar(600, 210, 420, 470, 20, "slate")


def wooden_train(s):
    s.rect(40, 600, 920, 20, "oak", 6)
    for x in range(70, 950, 70):
        s.rect(x, 598, 20, 24, "walnut", 3, flat=True)
    for x, c, load in ((150, "ochre", "teal"), (390, "brick", "sage")):
        s.bar(x + 190, 520, x + 250, 520, 12, "coal")
        for k in range(3):
            s.rect(x + 16 + k * 56, 400 - (k % 2) * 20, 48, 80, light(load, k * .15), 10)
        s.rect(x, 450, 190, 90, c, 16)
        for dx in (46, 144):
            solid_wheel(s, x + dx, 560, 38, "walnut", "oak")
    s.rect(640, 430, 250, 110, "teal", 18)
    s.rect(640, 300, 110, 160, "brick", 14)
    s.rect(620, 280, 150, 34, "navy", 12)
    s.rect(666, 330, 60, 60, "cream", 10)
    s.rect(760, 370, 130, 90, "teal", 40)
    s.rect(820, 300, 40, 90, "coal", 8)
    s.oval(840, 300, 32, 12, "slate")
    s.disc(884, 470, 22, "straw")
    for x in (700, 830):
        solid_wheel(s, x, 556, 44, "walnut", "brick")
    for x, y, r in ((840, 240, 24), (800, 190, 34), (740, 150, 28)):
        s.disc(x, y, r, "white", alpha=.85)


def bricks(s):
    """A tower of building bricks with a bucket."""
    def brick(x, y, w, c):
        for i in range(w // 60):
            s.rect(x + 12 + i * 60, y - 16, 36, 22, light(c, .1), 6)
        s.rect(x, y, w, 72, c, 8)
    for x, y, w, c in ((200, 548, 240, "brick"), (450, 548, 180, "ochre"), (230, 476, 180, "teal"), (420, 476, 120, "sage"), (260, 404, 120, "ochre"),
                       (390, 404, 120, "plum"), (290, 332, 180, "blue"), (330, 260, 120, "brick"), (360, 188, 60, "straw")):
        brick(x, y, w, c)
    s.path("M660 400H860l-24 210c-2 8 -8 10 -14 10H698c-6 0 -12 -2 -14 -10Z", "sky")
    for x, y, c in ((680, 350, "brick"), (750, 340, "ochre"), (800, 366, "green")):
        s.rect(x, y, 62, 60, c, 8)
    s.rect(650, 390, 220, 30, dark("sky", .2), 12)
    s.tube([(660, 410), (640, 300), (880, 300), (862, 410)], 8, "steel")


def play_shop(s):
    s.rect(230, 330, 540, 290, "oak", 10)
    s.rect(250, 470, 500, 12, "walnut", 4, flat=True)
    for x, c in ((280, "brick"), (360, "lime"), (440, "ochre"), (520, "green"), (600, "plum"), (680, "orange")):
        s.disc(x + 16, 440, 26, c)
        s.rect(x - 10, 520, 56, 70, light(c, .2), 10)
    for x in (240, 746):
        s.rect(x, 120, 22, 240, "walnut", 6)
    for i in range(6):
        s.path(f"M{210 + i * 97} 120h97v70c0 30 -24 40 -48 40s-49 -10 -49 -40Z", "brick" if i % 2 else "cream")
    s.rect(200, 100, 600, 40, "walnut", 12)
    s.rect(220, 316, 560, 30, "walnut", 10)
    s.rect(600, 250, 110, 70, "teal", 12)
    s.rect(616, 226, 78, 40, "sage", 8)
    s.path("M330 316c0 -60 30 -70 60 -70s60 10 60 70Z", "straw")


def parachute(s):
    """A round play cloth with balls."""
    cs = ("brick", "ochre", "sage", "teal", "blue", "plum", "rose", "straw")
    cx, cy = 500, 400
    for i in range(8):
        a, b = math.radians(i * 45 - 112.5), math.radians(i * 45 - 67.5)
        x1, y1, x2, y2 = cx + 360 * math.cos(a), cy + 190 * math.sin(a), cx + 360 * math.cos(b), cy + 190 * math.sin(b)
        s.path(f"M{cx} {cy - 60}L{x1:.0f} {y1:.0f}Q{cx + 400 * math.cos((a + b) / 2):.0f} {cy + 215 * math.sin((a + b) / 2):.0f} {x2:.0f} {y2:.0f}Z", cs[i])
    s.oval(cx, cy - 60, 60, 30, "cream")
    for x, y, c in ((380, 270, "orange"), (560, 220, "lime"), (640, 300, "red"), (460, 190, "sky")):
        s.disc(x, y, 36, c)


def birthday(s):
    """A cake, presents and balloons."""
    for x, y, c in ((250, 200, "brick"), (340, 130, "ochre"), (430, 210, "teal")):
        s.tube([(x, y + 90), (330, 400), (330, 520)], 3, "grey")
        s.oval(x, y, 66, 84, c)
        s.oval(x - 22, y - 30, 12, 22, "white", flat=True, alpha=.5)
        s.path(f"M{x - 12} {y + 92}l12 -14l12 14Z", c)
    s.rect(240, 470, 180, 150, "plum", 10)
    s.rect(316, 470, 30, 150, "straw", 2)
    s.rect(230, 450, 200, 36, dark("plum", .15), 8)
    s.tube([(330, 450), (290, 410), (270, 440), (330, 450), (370, 410), (392, 440), (330, 450)], 12, "straw")
    s.rect(520, 480, 300, 130, "rose", 20)
    s.path("M510 500c0 -26 14 -34 34 -34H796c20 0 34 8 34 34c0 40 -30 40 -40 10c-10 40 -50 40 -56 6c-10 34 -50 34 -60 0c-10 34 -46 34 -56 0"
           "c-10 34 -50 34 -60 -6c-10 30 -48 30 -48 -10Z", "white")
    for x, c in ((580, "teal"), (640, "ochre"), (700, "brick"), (760, "sage")):
        s.rect(x - 8, 400, 16, 70, c, 5)
        s.path(f"M{x} 356c12 18 14 24 10 34c-4 8 -16 8 -20 0c-4 -10 -2 -16 10 -34Z", "orange")
    s.oval(670, 612, 190, 12, "cream")


def dress_up(s):
    """A chest of costumes."""
    s.path("M240 430L280 240H720L760 430Z", "walnut")
    s.path("M280 420L306 270H694L720 420Z", "bark")
    s.path("M330 430c-10 -90 30 -130 80 -140c60 0 80 60 90 140Z", "plum")
    s.path("M560 430c0 -60 10 -110 50 -130c50 10 70 70 70 130Z", "teal")
    s.poly([(430, 330), (450, 250), (480, 300), (510, 230), (540, 300), (570, 250), (590, 330)], "ochre", 4)
    for x, c in ((450, "brick"), (510, "teal"), (568, "plum")):
        s.disc(x, 316, 9, c, flat=True)
    s.tube([(700, 420), (780, 320), (800, 230)], 9, "walnut")
    s.path("M800 180l12 28l30 2l-24 20l8 30l-26 -16l-26 16l8 -30l-24 -20l30 -2Z", "straw")
    s.rect(220, 420, 560, 200, "wood", 14)
    for x in (300, 670):
        s.rect(x, 420, 34, 200, "ochre", 6)
    s.rect(220, 420, 560, 40, "walnut", 12)
    s.rect(460, 440, 80, 70, "straw", 12)
    s.disc(500, 474, 12, "bark", flat=True)


def toy_car(s, body="brick"):
    """A remote-controlled car and its controller."""
    s.path("M180 500c0 -40 40 -60 100 -66l70 -80c10 -14 30 -24 60 -24h130c40 0 60 20 80 60l30 44c60 10 80 30 80 66v40H180Z", body)
    s.path("M350 430l56 -62c6 -6 12 -8 22 -8h40v70Z", "glass")
    s.path("M490 360h50c22 0 32 8 44 30l20 40H490Z", "glass")
    s.rect(200, 470, 510, 18, "cream", 6, flat=True)
    s.disc(470, 500, 28, "cream", flat=True)
    s.rect(150, 380, 70, 20, dark(body, .3), 8)
    s.bar(186, 396, 200, 450, 9, "coal")
    for x in (300, 620):
        solid_wheel(s, x, 556, 64, "coal", "straw")
    s.rect(770, 470, 150, 150, "coal", 30)
    s.bar(890, 476, 910, 330, 7, "steel")
    s.disc(910, 322, 11, "red")
    for x in (806, 884):
        s.disc(x, 540, 22, "slate")
        s.disc(x, 534, 13, "orange")


def marble_run(s):
    for x in (250, 500, 750):
        s.rect(x - 17, 170 + (x - 250) * .3, 34, 450 - (x - 250) * .3, "oak", 6)
        for y in range(250 + int((x - 250) * .3), 600, 70):
            s.disc(x, y, 6, "walnut", flat=True)
    for x1, y1, x2, y2, c in ((220, 190, 560, 270, "brick"), (780, 330, 440, 400, "teal"), (220, 450, 560, 520, "ochre"), (800, 570, 440, 600, "sage")):
        s.bar(x1, y1, x2, y2, 30, c)
        s.bar(x1, y1 - 8, x2, y2 - 8, 7, dark(c, .3), flat=True)
    s.path("M180 90h120l-30 70h-60Z", "plum")
    for x, y, c in ((240, 84, "sky"), (360, 200, "red"), (640, 336, "straw"), (420, 464, "blue"), (600, 566, "lime")):
        s.disc(x, y, 22, c)
        s.oval(x - 7, y - 8, 6, 4, "white", flat=True)
