"""Cleaning, sewing, warming, guests and getting well."""

from common import cable, knob, solid_wheel, vents, wheel
from paper import GROUND, dark, light


def carpet_cleaner(s, body="plum"):
    s.bar(520, 430, 690, 150, 22, "slate")
    s.tube([(680, 170), (700, 120), (760, 130), (740, 190), (700, 190)], 20, "coal")
    s.tube([(620, 270), (760, 330), (740, 480), (620, 520)], 20, "coal")
    s.path("M250 560c0 -70 60 -110 140 -110H600c50 0 70 40 70 90v40c0 24 -10 34 -30 34H280c-20 0 -30 -20 -30 -54Z", body)
    s.path("M350 450c0 -90 60 -150 150 -160c60 0 90 60 90 160Z", "glass", alpha=.92)
    s.path("M366 450c4 -40 20 -60 60 -60s60 10 152 10v50Z", "sky", flat=True, alpha=.9)
    s.rect(430, 280, 130, 40, dark(body, .2), 16)
    s.rect(226, 560, 440, 50, dark(body, .3), 20)
    s.rect(300, 490, 160, 28, "cream", 12, flat=True)
    solid_wheel(s, 620, 578, 42)
    for x in range(250, 560, 22):
        s.bar(x, 600, x, 620, 8, "grey", flat=True)


def wet_vacuum(s, body="ochre"):
    s.tube([(560, 300), (720, 200), (830, 280), (800, 440), (760, 590)], 30, "slate")
    s.rect(690, 588, 150, 30, "coal", 12)
    s.path("M300 350H620l-20 210c-2 20 -14 30 -34 30H354c-20 0 -32 -10 -34 -30Z", "slate")
    s.path("M290 350c0 -90 60 -150 170 -150s170 60 170 150Z", body)
    s.rect(276, 334, 368, 40, "coal", 18)
    s.tube([(390, 220), (400, 160), (520, 160), (530, 220)], 22, "coal")
    s.rect(350, 270, 130, 32, "cream", 12, flat=True)
    s.disc(540, 286, 22, "brick")
    for x in (280, 640):
        s.rect(x - 20, 360, 40, 60, "coal", 10)
    vents(s, 380, 440, 7, 26, 12, 70, "coal")
    for x in (340, 460, 580):
        solid_wheel(s, x, 596, 26)


def steam_cleaner(s, body="teal"):
    s.tube([(560, 400), (680, 320), (780, 380), (820, 300)], 20, "slate")
    s.path("M290 470c0 -100 70 -170 170 -170s170 70 170 170v100c0 24 -12 34 -34 34H324c-22 0 -34 -10 -34 -34Z", body)
    s.rect(390, 262, 140, 60, "coal", 22)
    s.tube([(360, 320), (380, 230), (540, 230), (560, 320)], 18, "coal")
    s.rect(330, 470, 260, 50, dark(body, .25), 20)
    s.rect(370, 400, 120, 30, "cream", 12, flat=True)
    s.disc(530, 416, 20, "orange")
    with s.turn(-40, 830, 280):
        s.rect(790, 240, 150, 40, "coal", 16)
        s.rect(930, 246, 60, 28, "steel", 6)
    for x, y, r in ((900, 130, 22), (936, 100, 30), (890, 80, 18), (950, 60, 20)):
        s.disc(x, y, r, "white", alpha=.75)
    solid_wheel(s, 350, 592, 30)
    solid_wheel(s, 570, 592, 30)


def window_vac(s, body="ochre"):
    with s.turn(-10, 500, 400):
        s.rect(270, 170, 460, 26, "coal", 8)
        s.path("M290 190H710l-60 90H350Z", "slate")
        s.rect(430, 270, 140, 90, body, 20)
        s.path("M440 340h120l10 120c0 20 -14 30 -34 30h-72c-20 0 -34 -10 -34 -30Z", "glass", alpha=.9)
        s.path("M436 430h128l4 30c0 20 -14 26 -32 26h-72c-20 0 -32 -6 -32 -26Z", "sky", flat=True, alpha=.8)
        s.tube([(460, 350), (420, 480), (470, 600), (540, 590)], 32, body)
        s.rect(450, 570, 110, 46, "coal", 20)


def sewing_machine(s, body="cream", trim="teal"):
    s.rect(560, 130, 34, 60, "wood", 8)
    s.rect(548, 140, 58, 40, "brick", 10)
    s.tube([(577, 150), (480, 130), (330, 170), (320, 330), (318, 470)], 3, "brick")
    s.path("M260 210c0 -24 18 -40 42 -40H680c50 0 80 34 80 84v250h-130V330H360v60c0 14 -10 24 -24 24h-52c-14 0 -24 -10 -24 -24Z", body)
    s.rect(260, 200, 500, 34, light(body, .5), 14, flat=True, alpha=.6)
    s.rect(400, 238, 190, 62, trim, 14)
    for i in range(6):
        s.bar(420 + i * 30, 286, 430 + i * 30, 252, 4, "cream", flat=True)
    knob(s, 700, 300, 34, trim, 20)
    knob(s, 700, 400, 34, trim, -60)
    s.disc(772, 260, 12, "steel")
    s.rect(750, 220, 40, 100, dark(body, .2), 12)
    s.rect(304, 410, 28, 50, "steel", 6)
    s.bar(318, 450, 318, 520, 6, "steel")
    s.path("M296 508h44l10 16H290Z", "steel")
    s.path("M180 500c60 -20 220 10 330 6v22H160Z", "rose")
    s.rect(220, 520, 560, 100, body, 20)
    s.rect(220, 520, 560, 26, trim, 10)
    s.path("M150 524c-30 30 -20 80 10 96h80c-30 -30 -30 -70 -10 -98Z", "rose")
    for x, y in ((176, 560), (200, 596), (186, 540)):
        s.disc(x, y, 6, "cream", flat=True)


def overlocker(s, body="sky"):
    for i, c in enumerate(("brick", "ochre", "green", "plum")):
        x = 340 + i * 90
        s.bar(x + 20, 100, x + 20, 330, 5, "steel")
        s.path(f"M{x - 8} 230h56l12 90h-80Z", c)
        s.rect(x - 4, 216, 48, 18, light(c, .3), 6)
        s.tube([(x + 20, 110), (440, 350), (400, 440)], 2.5, c)
    s.path("M280 360c0 -30 20 -46 46 -46H690c40 0 62 26 62 62v190H560V470H280Z", body)
    s.rect(250, 530, 520, 90, body, 20)
    s.rect(250, 530, 520, 24, dark(body, .25), 10)
    for i, c in enumerate(("brick", "ochre", "green", "plum")):
        knob(s, 380 + i * 58, 392, 22, c, i * 40)
    s.bar(410, 450, 410, 530, 8, "steel")
    s.path("M380 520h60l10 14h-80Z", "steel")
    s.rect(640, 380, 70, 120, light(body, .4), 14)
    s.rect(744, 400, 34, 90, "coal", 12)


def ironing(s, cover="sage"):
    """An iron on a board."""
    s.bar(380, 450, 640, GROUND - 4, 13, "steel")
    s.bar(620, 450, 360, GROUND - 4, 13, "steel")
    s.path("M160 430c0 -14 20 -26 60 -26H800c30 0 46 10 46 26s-16 26 -46 26H250c-50 0 -90 -10 -90 -26Z", cover)
    for x in range(250, 820, 70):
        s.disc(x, 430, 8, light(cover, .5), flat=True)
    s.path("M330 400c0 -70 70 -150 190 -150h120c30 0 44 16 48 44l16 106Z", "cream")
    s.path("M300 400c20 -40 50 -50 90 -50H690l16 50Z", "blue")
    s.rect(296, 390, 420, 20, "steel", 8)
    s.path("M420 320c30 -40 70 -46 120 -46h70c16 0 18 20 20 46Z", light("cream", .4), flat=True)
    s.tube([(440, 270), (490, 210), (620, 206), (660, 260)], 30, "blue")
    cable(s, [(660, 240), (760, 190), (860, 240), (1010, 200)], "coal", 9)


def dehumidifier(s, body="white"):
    s.rect(320, 180, 360, 410, body, 34)
    s.rect(320, 180, 360, 80, dark(body, .1), 30)
    s.disc(400, 220, 16, "teal")
    s.disc(450, 220, 16, "silver")
    s.rect(510, 202, 120, 36, "coal", 10)
    s.rect(526, 212, 50, 16, "lime", 4, flat=True)
    vents(s, 356, 290, 9, 20, 288, 10, dark(body, .3), upright=False)
    s.rect(360, 480, 280, 80, "glass", 14)
    s.rect(366, 516, 268, 40, "sky", 10, flat=True, alpha=.8)
    for x in (370, 630):
        solid_wheel(s, x, 598, 22)
    s.path("M790 500c20 30 26 44 26 58a26 26 0 0 1 -52 0c0 -14 6 -28 26 -58Z", "sky")
    s.path("M850 430c14 22 18 32 18 42a18 18 0 0 1 -36 0c0 -10 4 -20 18 -42Z", "sky")


def fan(s, colour="teal"):
    s.rect(380, 590, 240, 30, "coal", 14)
    s.rect(486, 430, 28, 170, "steel", 8)
    s.rect(462, 470, 76, 50, "coal", 14)
    s.disc(500, 300, 190, "white", alpha=.55)
    for t in range(0, 360, 120):
        with s.turn(t, 500, 300):
            s.path("M500 300c-70 -20 -90 -110 -40 -160c50 -20 100 40 70 110Z", colour)
    for r in (188, 140, 92):
        s.ring(500, 300, r, 6, "steel")
    for t in range(0, 180, 15):
        with s.turn(t, 500, 300):
            s.bar(500, 112, 500, 488, 2.5, "grey", flat=True, alpha=.7)
    s.disc(500, 300, 36, colour)


def heater(s, body="cream"):
    """An oil radiator."""
    for i in range(7):
        s.rect(280 + i * 58, 240, 50, 340, body, 24)
        s.rect(298 + i * 58, 280, 14, 260, dark(body, .18), 7, flat=True)
    s.rect(690, 250, 80, 320, "coal", 16)
    knob(s, 730, 320, 24, "brick", 30)
    knob(s, 730, 400, 24, "slate", -40)
    s.disc(730, 470, 10, "lime")
    s.rect(300, 576, 90, 20, "coal", 8)
    s.rect(620, 576, 90, 20, "coal", 8)
    for x in (310, 380, 630, 700):
        solid_wheel(s, x, 602, 17)
    cable(s, [(770, 540), (830, 600), (900, 570), (1010, 600)], "coal", 9)


def crutches(s, grip="blue"):
    for x, t in ((430, -8), (580, 9)):
        with s.turn(t, x, GROUND):
            s.bar(x, 330, x, GROUND - 16, 18, "steel")
            s.bar(x, 330, x - 10, 190, 16, "steel")
            s.path(f"M{x - 50} 180c0 -50 84 -50 84 0c0 20 -14 24 -20 20c-4 -20 -40 -20 -44 0c-6 4 -20 0 -20 -20Z", grip)
            s.rect(x - 70, 312, 92, 28, grip, 13)
            for y in range(420, 560, 24):
                s.disc(x, y, 3.5, "slate", flat=True)
            s.rect(x - 15, GROUND - 40, 30, 40, "coal", 8)


def wheelchair(s, seat="navy"):
    s.bar(330, 190, 360, 500, 15, "steel")
    s.bar(300, 200, 346, 200, 22, "coal")
    s.rect(330, 220, 36, 240, seat, 14)
    s.bar(360, 440, 620, 440, 16, "steel")
    s.bar(610, 440, 690, 600, 14, "steel")
    s.bar(390, 340, 580, 340, 24, "coal")
    s.bar(570, 350, 600, 440, 12, "steel")
    s.rect(350, 410, 260, 36, seat, 16)
    s.rect(660, 590, 110, 16, "coal", 7)
    wheel(s, 400, 470, 150, "coal", "silver", 14)
    s.ring(400, 470, 116, 6, "silver")
    solid_wheel(s, 600, 580, 40)


def guest_bed(s, cover="blue"):
    """An air bed with a pillow and blanket, and its pump."""
    s.path("M150 500c0 -30 16 -44 46 -44H800c30 0 46 14 46 44v76c0 30 -16 44 -46 44H196c-30 0 -46 -14 -46 -44Z", "slate")
    for i in range(8):
        s.rect(166 + i * 84, 470, 78, 140, light("slate", .12), 30)
    s.path("M420 450H810c24 0 40 16 40 40v90H520c-60 0 -80 -20 -90 -60Z", cover)
    for i in range(4):
        s.bar(480 + i * 90, 470, 500 + i * 90, 570, 10, light(cover, .3), flat=True)
    s.path("M190 390c30 -16 160 -16 200 0c20 30 20 60 0 84c-50 12 -150 12 -200 0c-20 -24 -20 -60 0 -84Z", "cream")
    s.path("M260 340c30 -12 120 -12 150 0c16 20 16 44 0 60c-40 10 -110 10 -150 0c-14 -18 -14 -40 0 -60Z", "rose")


def folding_table(s, top="oak"):
    for x in (280, 660):
        s.bar(x, 380, x + 80, GROUND - 4, 15, "steel")
        s.bar(x + 80, 380, x, GROUND - 4, 15, "steel")
    s.rect(180, 350, 640, 36, top, 10)
    s.rect(180, 374, 640, 12, dark(top, .25), 5, flat=True)
    s.path("M420 350c-4 -60 0 -80 20 -96h60c20 16 24 36 20 96Z", "glass", alpha=.9)
    s.tube([(460, 260), (440, 180), (420, 150)], 5, "green")
    s.tube([(476, 260), (490, 170), (520, 140)], 5, "green")
    for x, y, c in ((420, 140, "ochre"), (522, 130, "brick"), (470, 170, "rose")):
        s.disc(x, y, 24, c)
        s.disc(x, y, 9, "cream", flat=True)
    s.rect(600, 326, 120, 24, "cream", 10)


def folding_chairs(s, seat="brick"):
    """Two folding chairs, one open and one leaning closed."""
    with s.turn(9, 300, GROUND):
        s.rect(250, 170, 22, 446, "walnut", 8)
        s.rect(350, 170, 22, 446, "walnut", 8)
        for y in (200, 260, 420):
            s.rect(250, y, 122, 40 if y < 400 else 90, light(seat, .15), 10)
    s.bar(520, 180, 760, GROUND - 6, 20, "walnut")
    s.bar(720, 400, 540, GROUND - 6, 20, "walnut")
    s.bar(600, 180, 840, GROUND - 6, 20, "wood")
    s.bar(800, 400, 620, GROUND - 6, 20, "wood")
    s.poly([(540, 400), (780, 400), (830, 436), (580, 436)], seat, 12)
    s.poly([(512, 180), (606, 180), (640, 270), (548, 270)], seat, 12)


def loom(s):
    """A small weaving frame with a half finished cloth."""
    s.rect(280, 160, 40, 460, "wood", 10)
    s.rect(680, 160, 40, 460, "wood", 10)
    s.rect(270, 170, 460, 36, "oak", 10)
    s.rect(270, 560, 460, 36, "oak", 10)
    for x in range(340, 670, 16):
        s.bar(x, 200, x, 566, 3, "cream", flat=True)
    for i, c in enumerate(("brick", "ochre", "cream", "teal", "rose", "ochre", "forest")):
        s.rect(334, 530 - i * 30, 332, 28, c, 8)
    s.rect(290, 290, 420, 26, "walnut", 12)
    s.disc(820, 580, 40, "brick")
    for t in (0, 40, 80):
        with s.turn(t, 820, 580):
            s.oval(820, 580, 36, 14, light("brick", .2), flat=True, alpha=.5)
    s.tube([(790, 600), (740, 612), (720, 590)], 5, "brick")


def rollator(s, frame="plum"):
    s.bar(420, 250, 330, 580, 16, frame)
    s.bar(450, 250, 650, 570, 16, frame)
    s.bar(390, 430, 570, 430, 12, dark(frame, .2))
    s.tube([(430, 256), (412, 190), (350, 186)], 16, frame)
    s.bar(376, 186, 316, 190, 26, "coal")
    s.tube([(350, 214), (320, 240), (360, 250)], 7, "slate")
    s.rect(400, 340, 190, 32, "coal", 14)
    s.path("M540 380h180l-16 110H560Z", "steel")
    for i in range(5):
        s.bar(560 + i * 34, 388, 566 + i * 32, 484, 3, "slate", flat=True)
        s.bar(548 + i * 4, 396 + i * 20, 712 - i * 4, 396 + i * 20, 3, "slate", flat=True)
    for x in (330, 656):
        solid_wheel(s, x, 576, 44, "coal", "silver")
