"""Camping and travel."""

from common import solid_wheel, vents
from paper import GROUND, dark, light


def dome_tent(s, fly="orange", inner="cream"):
    s.path("M120 612C200 330 340 190 500 180C660 190 800 330 880 612Z", fly)
    s.path("M500 180C440 300 400 440 380 612H640C620 440 570 300 500 180Z", inner)
    s.path("M510 190C470 320 450 460 440 612H560C556 460 540 320 510 190Z", dark(fly, .55))
    s.path("M440 612C450 460 470 320 508 192C440 280 390 420 396 600Z", light(fly, .3))
    s.tube([(130, 600), (240, 380), (400, 220), (500, 180)], 8, dark(fly, .3))
    s.tube([(870, 600), (760, 380), (600, 220), (500, 180)], 8, dark(fly, .3))
    s.rect(690, 440, 70, 54, "glass", 16)
    for x1, y1, x2 in ((190, 470, 80), (810, 470, 920)):
        s.bar(x1, y1, x2, GROUND - 6, 4, "cream")
        s.bar(x2 - 6, GROUND - 16, x2 + 6, GROUND, 8, "slate")


def family_tent(s, fly="sage", trim="cream"):
    s.path("M80 612C110 420 180 280 300 250H640C780 270 880 400 920 612Z", fly)
    s.path("M300 250C250 360 230 480 226 612H80C110 420 180 280 300 250Z", dark(fly, .14))
    s.path("M640 250C690 340 716 480 720 612H920C880 400 780 270 640 250Z", light(fly, .12))
    s.path("M300 250H640C670 320 690 400 700 470H250C260 390 276 310 300 250Z", trim, alpha=.95)
    s.path("M380 612c0 -150 10 -230 90 -240c80 10 90 90 90 240Z", dark(fly, .55))
    s.path("M380 612c0 -150 10 -230 90 -240c-50 60 -56 140 -60 240Z", trim)
    for x in (290, 600):
        s.rect(x, 380, 60, 60, "glass", 14)
    s.tube([(300, 252), (470, 226), (640, 252)], 10, dark(fly, .3))
    for x1, y1, x2 in ((150, 420, 40), (860, 420, 960)):
        s.bar(x1, y1, x2, GROUND - 6, 4, "cream")


def tarp(s, cloth="teal"):
    """A tarp between two trees with a hammock below."""
    for x in (140, 860):
        s.rect(x - 26, -40, 52, GROUND + 40, "walnut", 8)
        for y in range(20, 600, 90):
            s.bar(x - 10, y, x - 6, y + 40, 4, "bark", flat=True)
    s.bar(160, 190, 840, 190, 5, "cream")
    s.path("M500 190L250 190L180 340Q 350 300 500 330Q 650 300 820 340L750 190Z", cloth)
    s.path("M500 190L250 190L180 340Q 350 300 500 330Z", light(cloth, .15), flat=True, alpha=.6)
    s.path("M190 420c100 150 520 150 620 0c-60 60 -180 60 -310 60s-250 0 -310 -60Z", "ochre")
    s.path("M190 420c100 190 520 190 620 0c-100 120 -520 120 -620 0Z", "brick")
    s.bar(166, 400, 194, 424, 5, "cream")
    s.bar(834, 400, 806, 424, 5, "cream")


def sleeping_bag(s, shell="blue", lining="ochre"):
    s.path("M330 170c0 -90 90 -110 170 -110s170 20 170 110c0 60 -10 110 -20 170l-50 250c-6 24 -20 30 -40 30H440c-20 0 -34 -6 -40 -30"
           "L350 340c-10 -60 -20 -110 -20 -170Z", shell)
    s.path("M370 180c0 -60 60 -80 130 -80s130 20 130 80c0 50 -20 100 -40 120H410c-20 -20 -40 -70 -40 -120Z", lining)
    s.path("M400 170c0 -34 40 -50 100 -50s100 16 100 50s-30 60 -100 60s-100 -26 -100 -60Z", "cream")
    s.path("M352 320c60 -30 230 -30 296 0l-12 60c-60 -24 -210 -24 -272 0Z", light(shell, .15))
    for y in (400, 460, 520, 570):
        w = 136 - (y - 400) * .3
        s.tube([(500 - w, y), (500, y + 14), (500 + w, y)], 4, dark(shell, .3), flat=True)
    s.bar(596, 330, 560, 600, 5, "silver", flat=True)
    s.path("M720 430h110c30 0 44 20 44 50v90c0 30 -14 50 -44 50H720c-30 0 -44 -20 -44 -50v-90c0 -30 14 -50 44 -50Z", dark(shell, .25))
    s.oval(776, 436, 80, 18, "coal")
    s.tube([(700, 430), (776, 400), (850, 430)], 6, "cream")


def sleeping_mat(s, colour="green"):
    """A rolled mat and one unrolled."""
    s.path("M220 560H760c20 0 30 10 30 30s-10 30 -30 30H220Z", colour)
    for x in range(260, 760, 40):
        s.rect(x, 560, 8, 60, light(colour, .25), 3, flat=True)
    for r in (100, 80, 60, 40, 20):
        s.disc(230, 520, r, light(colour, .3) if r % 40 else colour)
    s.rect(520, 410, 300, 150, "brick", 74)
    s.oval(796, 485, 46, 74, light("brick", .2))
    s.oval(796, 485, 26, 44, dark("brick", .2))
    s.rect(570, 406, 24, 158, "coal", 6)
    s.rect(700, 406, 24, 158, "coal", 6)


def camp_stove(s):
    """A gas stove with a kettle."""
    s.path("M400 480h200c20 0 30 12 30 30v80c0 20 -10 30 -30 30H400c-20 0 -30 -10 -30 -30v-80c0 -18 10 -30 30 -30Z", "blue")
    s.rect(400, 520, 200, 50, "cream", 10)
    s.path("M500 528c12 16 16 22 12 32c-4 8 -20 8 -24 0c-4 -10 0 -16 12 -32Z", "orange", flat=True)
    s.rect(470, 450, 60, 36, "steel", 8)
    s.bar(530, 466, 600, 466, 10, "steel")
    s.disc(610, 466, 16, "brick")
    for x in (400, 600):
        s.tube([(500, 448), (500 + (x - 500) * .7, 430), (x, 396)], 10, "slate")
    for x in (450, 500, 550):
        s.path(f"M{x} 436c-12 -20 2 -28 2 -46c14 18 16 32 4 46Z", "sky")
    s.path("M370 250H630l24 120c2 14 -6 24 -20 24H366c-14 0 -22 -10 -20 -24Z", "steel")
    s.path("M370 254c10 -50 250 -50 260 0Z", light("steel", .25))
    s.disc(500, 206, 18, "coal")
    s.path("M640 300l70 -60h26l-76 110Z", "steel")
    s.tube([(390, 240), (400, 120), (600, 120), (610, 240)], 14, "coal")
    s.rect(730, 520, 100, 100, "brick", 16)
    s.tube([(826, 546), (864, 556), (858, 600), (822, 600)], 11, "brick")
    for x in (720, 740):
        s.tube([(x, 200), (x + 14, 160), (x - 6, 120)], 8, "white", flat=True, alpha=.55)


def cool_box(s, body="teal", lid="cream"):
    s.tube([(270, 360), (270, 180), (730, 180), (730, 360)], 26, light(lid, .1))
    for x, h, c in ((370, 240, "forest"), (450, 220, "ochre"), (560, 250, "brick")):
        s.rect(x, h, 56, 140, c, 20)
        s.rect(x + 16, h - 40, 24, 60, c, 8)
    s.blob([(620, 320), (640, 270), (680, 270), (690, 320)], "lime")
    s.rect(240, 340, 520, 280, body, 34)
    s.rect(226, 320, 548, 64, lid, 22)
    s.rect(290, 440, 420, 16, light(body, .3), 8, flat=True)
    s.rect(290, 480, 420, 16, light(body, .3), 8, flat=True)
    s.rect(460, 360, 80, 50, dark(lid, .15), 14)
    for x in (250, 750):
        s.disc(x, 400, 26, lid)


def suitcase(s, shell="ochre"):
    s.bar(440, 130, 440, 260, 12, "steel")
    s.bar(560, 130, 560, 260, 12, "steel")
    s.rect(420, 100, 160, 34, "coal", 16)
    s.rect(330, 210, 340, 380, shell, 40)
    for x in (380, 440, 500, 560, 610):
        s.rect(x, 236, 14, 330, dark(shell, .14), 7, flat=True)
    s.rect(450, 230, 100, 22, "coal", 10)
    with s.turn(10, 590, 300):
        s.rect(570, 270, 54, 90, "brick", 10)
        s.rect(580, 310, 34, 8, "cream", 4, flat=True)
        s.rect(580, 328, 24, 8, "cream", 4, flat=True)
    for x in (360, 420, 580, 640):
        solid_wheel(s, x, 600, 20)
    s.rect(690, 440, 190, 150, "plum", 26)
    s.tube([(730, 446), (740, 390), (830, 390), (840, 446)], 16, "coal")
    s.rect(690, 490, 190, 12, "coal", 6, flat=True)
    s.rect(768, 480, 36, 34, "steel", 6)


def backpack(s, pack="brick", roll="sage"):
    s.rect(340, 540, 320, 76, roll, 38)
    s.oval(650, 578, 22, 36, light(roll, .3))
    s.path("M350 260c0 -110 60 -160 150 -160s150 50 150 160v240c0 40 -20 56 -60 56H410c-40 0 -60 -16 -60 -56Z", pack)
    s.tube([(450, 110), (460, 64), (540, 64), (550, 110)], 16, "coal")
    s.path("M344 230c0 -100 60 -140 156 -140s156 40 156 140c0 30 -20 40 -50 40H394c-30 0 -50 -10 -50 -40Z", dark(pack, .18))
    s.rect(390, 360, 220, 150, light(pack, .1), 30)
    s.rect(410, 390, 180, 12, "coal", 6, flat=True)
    s.rect(310, 360, 60, 150, dark(pack, .25), 26)
    s.rect(630, 360, 60, 150, dark(pack, .25), 26)
    s.rect(640, 280, 44, 130, "teal", 20)
    s.rect(650, 256, 24, 34, "coal", 8)
    for x in (430, 550):
        s.rect(x, 240, 20, 130, "ochre", 6)
        s.rect(x - 6, 300, 32, 24, "coal", 6)
    for x in (410, 570):
        s.rect(x, 520, 20, 100, "coal", 6)


def child_backpack(s, frame="teal"):
    """A carrier in which a child sits on one's back."""
    s.tube([(350, 610), (370, 300), (420, 140), (560, 130)], 16, "steel")
    s.tube([(350, 612), (520, 612), (660, 560), (700, 420)], 16, "steel")
    s.path("M400 160c60 -50 240 -60 300 0l-10 40H420Z", frame)
    s.bar(690, 190, 690, 330, 9, "steel")
    s.path("M420 310c0 -30 20 -40 60 -40H650c40 0 60 20 60 60l-20 160c-6 40 -40 60 -90 60h-80c-60 0 -90 -30 -96 -70Z", frame)
    s.path("M440 320c0 -16 20 -24 60 -24H640c30 0 44 10 44 34v20H440Z", "ochre")
    s.rect(480, 430, 130, 90, dark(frame, .25), 24)
    s.tube([(390, 260), (320, 330), (330, 440), (380, 480)], 26, "coal")
    s.rect(340, 490, 70, 40, "coal", 18)


def camp_chair(s, cloth="brick"):
    s.bar(330, 400, 650, GROUND - 6, 15, "slate")
    s.bar(670, 400, 350, GROUND - 6, 15, "slate")
    s.bar(320, 190, 350, 610, 15, "coal")
    s.bar(680, 190, 650, 610, 15, "coal")
    s.path("M310 180c0 -30 20 -36 50 -30c80 20 200 20 280 0c30 -6 50 0 50 30l-20 200H330Z", cloth)
    s.path("M330 370H670l20 60c0 20 -10 30 -30 30H340c-20 0 -30 -10 -30 -30Z", dark(cloth, .16))
    s.rect(286, 330, 80, 34, "walnut", 16)
    s.rect(634, 330, 80, 34, "walnut", 16)
    s.rect(640, 322, 52, 60, "slate", 10)
    s.rect(648, 290, 36, 50, "teal", 8)
    s.bar(360, 230, 640, 230, 4, light(cloth, .3), flat=True)


def lantern(s, body="forest"):
    s.tube([(390, 330), (330, 130), (670, 130), (610, 330)], 9, "steel")
    s.disc(500, 400, 210, "straw", flat=True, alpha=.22)
    s.disc(500, 400, 150, "straw", flat=True, alpha=.25)
    s.path("M420 260h160l30 60H390Z", body)
    s.rect(456, 220, 88, 50, dark(body, .2), 14)
    s.path("M410 320h180c20 60 20 130 0 190H410c-20 -60 -20 -130 0 -190Z", "glass", alpha=.9)
    s.path("M500 360c34 50 44 74 36 104c-8 24 -64 24 -72 0c-8 -30 2 -54 36 -104Z", "orange")
    s.path("M500 410c16 26 22 40 18 56c-4 12 -32 12 -36 0c-4 -16 2 -30 18 -56Z", "straw")
    for x in (400, 500, 600):
        s.tube([(x, 320), (500 + (x - 500) * 1.12, 415), (x, 510)], 6, "steel")
    s.rect(390, 500, 220, 40, body, 12)
    s.path("M370 540h260l20 80H350Z", dark(body, .15))
    s.disc(640, 570, 18, "brick")
    s.rect(400, 566, 120, 24, "cream", 8, flat=True)


def camp_dishes(s):
    """Nested pots, mugs and cutlery for outdoors."""
    s.oval(300, 600, 140, 20, "steel")
    s.path("M180 440H420v130c0 20 -10 32 -30 32H210c-20 0 -30 -12 -30 -32Z", "steel")
    s.oval(300, 440, 120, 22, "silver")
    s.oval(300, 444, 104, 15, "slate")
    s.bar(420, 470, 520, 450, 17, "coal")
    s.path("M210 420h180v-60H210Z", "silver")
    s.oval(300, 360, 90, 16, "steel")
    s.path("M560 500h110v100c0 12 -6 20 -20 20h-70c-14 0 -20 -8 -20 -20Z", "teal")
    s.oval(615, 500, 55, 10, dark("teal", .3))
    s.tube([(666, 522), (710, 530), (704, 584), (664, 586)], 11, "teal")
    s.path("M740 500h110v100c0 12 -6 20 -20 20h-70c-14 0 -20 -8 -20 -20Z", "brick")
    s.oval(795, 500, 55, 10, dark("brick", .3))
    s.tube([(846, 522), (890, 530), (884, 584), (844, 586)], 11, "brick")
    for x, t, c in ((600, -16, "ochre"), (640, 4, "sage"), (786, 10, "rose")):
        with s.turn(t, x, 500):
            s.rect(x - 6, 330, 12, 180, c, 5)
            s.oval(x, 320, 22, 34, c)
