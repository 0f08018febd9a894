"""Machines of a workshop: drills, saws, sanders."""

from common import cable, knob, vents
from paper import GROUND, dark, light


def drill(s, body="teal", grip="coal"):
    """A cordless drill with its battery."""
    s.bar(245, 282, 330, 282, 13, "steel")
    s.poly([(308, 262), (372, 246), (372, 318), (308, 302)], "slate", 8)
    s.rect(366, 238, 34, 88, "coal", 8)
    s.path("M396 218H640c44 0 66 30 66 66s-24 62 -60 62H396Z", body)
    s.path("M548 330h100l58 170c4 16 -4 24 -18 24h-86c-12 0 -18 -6 -22 -20Z", body)
    s.path("M566 346h66l46 140h-80c-10 0 -14 -4 -16 -12Z", grip)
    s.rect(524, 352, 34, 62, dark(body, .35), 14)
    s.rect(550, 516, 200, 104, grip, 18)
    s.rect(550, 516, 200, 34, dark(grip, .3), 12)
    s.rect(650, 572, 74, 22, body, 8)
    s.rect(440, 218, 46, 128, dark(body, .18), 4)
    vents(s, 600, 252, 3, 22, 10, 56, dark(body, .35))
    s.rect(500, 254, 76, 22, "cream", 8, flat=True)


def hammer_drill(s, body="green"):
    """A mains hammer drill with side handle and a long bit, lying on its grip."""
    cable(s, [(742, 560), (800, 600), (850, 560), (900, 590), (1010, 570)], "coal", 11)
    s.bar(130, 330, 300, 330, 16, "steel")
    for x in range(140, 270, 22):
        s.bar(x, 337, x + 16, 323, 4, "grey", flat=True)
    s.poly([(286, 306), (350, 290), (350, 370), (286, 354)], "coal", 8)
    s.rect(346, 276, 40, 108, "slate", 8)
    s.rect(352, 380, 30, 150, "coal", 14)
    s.path("M384 262H640c50 0 76 34 76 74v20c0 30 -22 40 -46 40H384Z", body)
    s.path("M606 392h104l46 170c5 18 -4 30 -22 30h-70c-16 0 -22 -8 -26 -24Z", "coal")
    s.path("M596 380c-60 30 -66 150 -16 206l30 -14c-36 -50 -30 -130 14 -166Z", dark(body, .2))
    s.rect(606, 410, 24, 70, "brick", 10)
    s.rect(440, 262, 44, 134, dark(body, .2), 4)
    vents(s, 600, 296, 4, 20, 9, 62, dark(body, .4))
    s.rect(500, 300, 80, 26, "cream", 8, flat=True)
    s.disc(430, 350, 13, "cream")


def drill_bits(s, case="coal", lining="brick"):
    """An open case with drill bits in a row."""
    s.poly([(240, 300), (760, 300), (740, 130), (260, 130)], case, 16)
    s.poly([(264, 288), (736, 288), (720, 148), (280, 148)], lining, 10)
    s.rect(330, 180, 340, 20, light(lining, .3), 10, flat=True)
    s.rect(330, 220, 220, 20, light(lining, .3), 10, flat=True)
    for i in range(9):
        x, w = 280 + i * 55, 9 + i * 2.2
        h = 90 + i * 17
        s.rect(x - w / 2, 520 - h, w, h, "steel", w / 2)
        for k in range(int(h / 22)):
            s.bar(x - w / 2 + 1, 516 - h + 18 + k * 20, x + w / 2 - 1, 508 - h + 14 + k * 20, 3, "grey", flat=True)
    s.rect(220, 470, 560, 150, case, 18)
    s.rect(244, 492, 512, 44, lining, 12)
    for i in range(9):
        s.disc(280 + i * 55, 514, 9 + i * .9, dark(lining, .35), flat=True)
    s.rect(455, 560, 90, 30, "steel", 8)


def jigsaw(s, body="blue"):
    cable(s, [(738, 352), (800, 330), (850, 380), (920, 340), (1010, 370)], "coal", 11)
    s.rect(356, 548, 14, 72, "silver", 2)
    for y in range(560, 616, 12):
        s.poly([(356, y), (356, y + 10), (347, y + 5)], "silver", 0, flat=True)
    s.path("M280 566h420c12 0 18 -8 14 -18l-8 -14H310c-18 0 -30 10 -30 32Z", "steel")
    s.rect(330, 440, 70, 100, "slate", 10)
    s.path("M320 470V330c0 -70 40 -120 110 -120H600c90 0 150 60 150 130c0 50 -26 80 -60 80H640c-20 0 -30 -20 -30 -40"
           "c0 -34 -30 -50 -60 -50H500c-30 0 -44 20 -44 46V420H650c20 0 36 14 36 36v54c0 16 -10 26 -26 26H400Z", body)
    s.path("M456 470V400c0 -14 8 -20 20 -20H600c10 0 18 8 18 20v70Z", dark(body, .25))
    s.rect(480, 232, 160, 40, "coal", 20)
    s.rect(520, 286, 60, 26, "brick", 10)
    vents(s, 480, 404, 6, 20, 9, 46, dark(body, .5))
    s.disc(366, 380, 20, "cream")
    knob(s, 640, 500, 24, "coal", 40)


def circular_saw(s, body="orange"):
    cable(s, [(750, 330), (820, 300), (880, 350), (1010, 320)], "coal", 11)
    s.disc(430, 470, 150, "silver")
    for i in range(28):
        with s.turn(i * 360 / 28, 430, 470):
            s.poly([(424, 322), (440, 322), (438, 306)], "silver", 0, flat=True)
    s.disc(430, 470, 26, "slate")
    s.rect(210, 566, 560, 22, "steel", 6)
    s.path("M262 500c0 -110 70 -196 176 -196c90 0 150 60 166 140l10 60H262Z", body)
    s.disc(430, 456, 52, dark(body, .2))
    s.disc(430, 456, 20, "slate")
    s.path("M500 320c40 -70 110 -90 190 -70c50 14 80 50 80 96c0 60 -30 110 -90 130l-70 24l-10 -46l60 -26c36 -16 46 -50 40 -84"
           "c-6 -36 -50 -44 -90 -30c-30 10 -40 30 -50 50Z", "coal")
    s.rect(560, 420, 130, 120, dark(body, .12), 24)
    vents(s, 590, 448, 4, 22, 10, 64, dark(body, .5))
    s.rect(330, 330, 90, 40, "coal", 18)
    s.rect(300, 400, 50, 20, "cream", 8, flat=True)


def angle_grinder(s, body="forest"):
    cable(s, [(800, 470), (850, 440), (900, 500), (1010, 470)], "coal", 11)
    s.bar(330, 400, 300, 240, 34, "coal")
    s.oval(300, 596, 150, 16, "slate")
    s.rect(270, 560, 60, 34, "steel", 6)
    s.path("M190 560c0 -60 50 -100 110 -100s110 40 110 100Z", "steel")
    s.path("M262 380h120c20 0 30 10 30 30v120c0 14 -8 22 -20 22H270c-20 0 -34 -14 -34 -34V410c0 -20 10 -30 26 -30Z", "slate")
    s.path("M400 390H760c30 0 48 24 48 62s-18 64 -48 64H400Z", body)
    s.rect(440, 390, 40, 126, dark(body, .25), 4)
    s.rect(540, 378, 110, 26, "coal", 12)
    vents(s, 690, 416, 4, 22, 10, 74, dark(body, .45))
    s.rect(510, 436, 140, 34, "cream", 10, flat=True)


def sander(s, body="ochre"):
    """An orbital sander with a dust bag."""
    cable(s, [(660, 330), (740, 260), (830, 300), (1010, 240)], "coal", 11)
    s.blob([(660, 420), (760, 380), (850, 420), (870, 500), (800, 550), (690, 520)], "slate")
    s.rect(620, 430, 60, 50, "coal", 10)
    s.rect(280, 586, 400, 34, "walnut", 8)
    s.rect(270, 548, 420, 44, "coal", 12)
    s.path("M300 552c0 -60 20 -90 60 -110c-50 -40 -40 -120 20 -160c70 -46 210 -46 270 10c40 40 30 120 -20 150c30 30 40 60 40 110Z", body)
    s.path("M344 330c30 -60 180 -86 260 -46c40 20 40 60 10 76c-70 -30 -180 -30 -240 10c-30 0 -40 -20 -30 -40Z", "coal")
    s.rect(420, 470, 140, 36, "cream", 12, flat=True)
    vents(s, 400, 520, 8, 22, 10, 18, dark(body, .4))


def plane(s):
    """A wooden hand plane with a curl of shavings."""
    s.poly([(220, 480), (780, 480), (800, 600), (790, 620), (230, 620), (206, 600)], "oak", 18)
    s.poly([(206, 590), (800, 590), (796, 620), (212, 620)], "walnut", 8)
    with s.turn(-28, 520, 440):
        s.rect(490, 260, 20, 240, "steel", 4)
        s.rect(514, 300, 40, 190, "walnut", 8)
    s.path("M640 500c-10 -110 20 -170 70 -180c26 -4 40 20 24 40c-26 34 -22 90 10 140Z", "walnut")
    s.path("M270 490c-4 -60 -20 -70 -14 -110c8 -44 74 -44 82 0c6 40 -10 60 -8 110Z", "walnut")
    s.tube([(430, 470), (400, 420), (430, 380), (470, 400), (460, 440), (430, 436)], 13, "straw")
    s.tube([(170, 600), (140, 570), (160, 540), (190, 556), (176, 584)], 10, "straw")
    s.tube([(880, 606), (850, 586), (866, 560), (896, 570), (888, 594)], 10, "straw")


def router_mixer(s, body="brick", bucket="cream"):
    """A paddle mixer standing in a bucket of plaster."""
    s.bar(500, 330, 500, 560, 18, "steel")
    s.path("M340 400h320l-30 200c-2 14 -10 20 -24 20H394c-14 0 -22 -6 -24 -20Z", bucket)
    s.path("M350 470h300l-18 116c-2 8 -6 10 -12 10H380c-6 0 -10 -2 -12 -10Z", "silver")
    s.oval(500, 402, 164, 26, dark(bucket, .2))
    s.oval(500, 406, 144, 20, "silver", flat=True)
    s.bar(500, 300, 500, 404, 18, "steel")
    s.rect(440, 190, 120, 130, body, 24)
    s.rect(440, 250, 120, 30, dark(body, .3), 4)
    s.tube("M440 210H330V300", 26, "coal")
    s.tube("M560 210H670V300", 26, "coal")
    s.rect(464, 150, 72, 54, "coal", 18)
    vents(s, 464, 214, 4, 22, 10, 24, dark(body, .4))


def soldering(s):
    """A soldering station with its iron."""
    s.tube([(470, 540), (540, 600), (620, 560), (640, 440), (690, 380)], 10, "coal")
    s.rect(240, 400, 260, 220, "blue", 22)
    s.rect(268, 430, 204, 84, "coal", 10)
    for i, h in enumerate((3, 5, 0)):
        with s.move(300 + i * 52, 446):
            for a, b, c, d in ((2, 0, 30, 8), (2, 46, 30, 8), (26, 4, 8, 46), (2, 24, 28, 8)):
                s.rect(a, b, c, d, "orange", 3, flat=True)
    knob(s, 320, 566, 30, "coal", 40)
    s.disc(430, 566, 12, "lime")
    s.path("M590 620h220c8 0 12 -8 8 -16l-30 -50H620l-36 50c-6 8 -2 16 6 16Z", "slate")
    s.rect(610, 566, 70, 36, "ochre", 10)
    for i in range(7):
        s.ring(716, 400 + i * 22, 30, 6, "steel")
    with s.turn(14, 716, 400):
        s.bar(716, 420, 716, 530, 10, "silver")
        s.rect(694, 210, 44, 170, "coal", 20)
        s.rect(700, 360, 32, 60, "blue", 8)


def multimeter(s, body="ochre"):
    s.tube([(440, 560), (330, 640), (250, 560), (230, 420), (290, 330)], 9, "coal")
    s.tube([(560, 560), (690, 650), (770, 560), (780, 430), (720, 330)], 9, "red")
    s.rect(370, 160, 260, 460, body, 44)
    s.rect(392, 184, 216, 412, "coal", 30)
    s.rect(414, 206, 172, 96, "sage", 10)
    s.rect(440, 232, 24, 44, "coal", 4, flat=True, alpha=.7)
    s.rect(476, 232, 24, 44, "coal", 4, flat=True, alpha=.7)
    s.rect(512, 232, 24, 44, "coal", 4, flat=True, alpha=.7)
    for i in range(12):
        with s.turn(i * 30, 500, 420):
            s.rect(497, 332, 6, 16, "cream", 3, flat=True)
    knob(s, 500, 420, 62, "slate", 30)
    for x, c in ((440, "cream"), (500, "cream"), (560, "red")):
        s.disc(x, 548, 20, c)
        s.disc(x, 548, 9, "coal", flat=True)
    for x, y, c in ((300, 300, "coal"), (710, 300, "red")):
        with s.turn(20 if x > 500 else -20, x, y):
            s.rect(x - 12, y - 90, 24, 120, c, 11)
            s.rect(x - 3, y - 136, 6, 50, "steel", 3)


def wall_scanner(s, body="green"):
    s.rect(400, 150, 200, 470, body, 60)
    s.rect(424, 174, 152, 150, "coal", 30)
    s.disc(500, 250, 52, "lime")
    s.disc(500, 250, 30, "coal", flat=True)
    s.path("M430 360h140l-14 180c-2 30 -20 50 -56 50s-54 -20 -56 -50Z", dark(body, .25))
    s.disc(500, 410, 28, "brick")
    vents(s, 460, 480, 4, 24, 80, 8, dark(body, .5), upright=False)


def heat_gun(s, body="plum"):
    s.rect(250, 262, 130, 76, "steel", 6)
    s.rect(240, 254, 26, 92, "slate", 6)
    s.path("M376 240H640c50 0 80 34 80 72s-30 72 -80 72H376Z", body)
    s.path("M560 380h110l40 190c4 20 -6 34 -24 34h-78c-16 0 -24 -8 -26 -26Z", "coal")
    s.rect(556, 410, 28, 70, "orange", 10)
    s.rect(420, 240, 36, 144, dark(body, .3), 4)
    vents(s, 620, 268, 4, 20, 9, 84, dark(body, .4))
    s.rect(540, 600, 200, 20, dark("coal", .2), 8)
    cable(s, [(660, 606), (780, 600), (860, 560), (1010, 600)], "coal", 11)
