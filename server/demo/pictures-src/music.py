"""Instruments."""

import math

from common import knob, vents
from paper import GROUND, dark, light


def guitar(s, top="ochre", rim="walnut"):
    with s.turn(16, 500, 420):
        s.rect(478, 60, 44, 330, "bark", 6)
        for i in range(9):
            s.rect(478, 120 + i * 28, 44, 4, "silver", 1, flat=True)
        s.path("M470 40c0 -40 60 -40 60 0l-6 70h-48Z", "walnut")
        for i in range(3):
            for x in (456, 544):
                s.disc(x, 34 + i * 26, 9, "silver")
        s.path("M500 290c70 -10 110 30 110 80c0 30 -20 40 -16 66c60 30 60 190 -94 190s-154 -160 -94 -190c4 -26 -16 -36 -16 -66c0 -50 40 -90 110 -80Z", rim)
        s.path("M500 304c60 -8 96 26 96 70c0 26 -20 42 -16 70c50 26 54 166 -80 166s-130 -140 -80 -166c4 -28 -16 -44 -16 -70c0 -44 36 -78 96 -70Z", top)
        s.disc(500, 420, 46, dark(top, .4), flat=True)
        s.disc(500, 420, 36, "bark")
        s.rect(440, 540, 120, 22, "bark", 8)
        for i in range(6):
            s.bar(484 + i * 6.4, 60, 484 + i * 6.4, 548, 1.8, "cream", flat=True)


def electric_guitar(s, body="teal"):
    with s.turn(16, 500, 420):
        s.rect(480, 40, 40, 360, "wood", 6)
        for i in range(11):
            s.rect(480, 90 + i * 26, 40, 4, "silver", 1, flat=True)
        s.path("M476 60c-20 -50 0 -90 40 -80c30 10 20 60 10 100h-46Z", "wood")
        for i in range(6):
            s.disc(470 - i * .5, -8 + i * 14, 6, "silver")
        s.path("M430 330c-60 -10 -90 30 -60 90c20 40 10 70 -16 100c-30 50 20 100 146 100s170 -60 140 -110c-20 -30 -20 -70 10 -120c20 -40 -20 -60 -60 -30l-60 40h-60Z", body)
        s.path("M440 400c20 -20 90 -20 120 0c20 50 30 100 10 150c-20 30 -90 30 -120 0c-30 -40 -30 -100 -10 -150Z", "cream")
        for y in (410, 460, 510):
            s.rect(456, y, 88, 20, "coal", 8)
        s.rect(450, 550, 100, 26, "steel", 6)
        for x, y in ((600, 520), (584, 570)):
            s.disc(x, y, 16, "straw")
        for i in range(6):
            s.bar(484 + i * 6.4, 60, 484 + i * 6.4, 556, 1.6, "silver", flat=True)


def ukulele(s, top="terra"):
    with s.turn(-14, 500, 450):
        s.rect(480, 130, 40, 260, "walnut", 6)
        for i in range(7):
            s.rect(480, 180 + i * 26, 40, 4, "silver", 1, flat=True)
        s.path("M470 130c-6 -50 66 -50 60 0l-6 30h-48Z", "walnut")
        for x, y in ((460, 110), (460, 136), (540, 110), (540, 136)):
            s.disc(x, y, 9, "cream")
        s.path("M500 350c50 -6 76 20 76 56c0 24 -16 30 -12 52c40 26 40 142 -64 142s-104 -116 -64 -142c4 -22 -12 -28 -12 -52c0 -36 26 -62 76 -56Z", top)
        s.disc(500, 450, 30, "bark")
        s.rect(456, 534, 88, 18, "bark", 7)
        for i in range(4):
            s.bar(488 + i * 8, 140, 488 + i * 8, 540, 2, "cream", flat=True)


def violin(s, body="brick"):
    c = "#A85A2C" if body == "brick" else body
    with s.turn(20, 480, 420):
        s.rect(466, 80, 28, 280, "coal", 6)
        s.path("M460 90c-10 -50 20 -70 40 -50c16 16 -4 34 -16 24l10 30Z", dark(c, .2))
        for x, y in ((446, 84), (514, 84), (446, 110), (514, 110)):
            s.disc(x, y, 9, "coal")
        s.path("M480 270c56 -6 88 20 84 64c-2 26 -24 36 -22 60s20 34 34 60c30 70 -10 160 -96 160s-126 -90 -96 -160c14 -26 32 -36 34 -60s-20 -34 -22 -60c-4 -44 28 -70 84 -64Z", c)
        for f in (-1, 1):
            s.tube([(480 + f * 52, 390), (480 + f * 40, 410), (480 + f * 50, 440), (480 + f * 40, 462)], 6, "bark", flat=True)
        s.rect(448, 430, 64, 12, "oak", 5)
        s.path("M462 480h36l8 110h-52Z", "coal")
        s.rect(463, 340, 34, 60, "coal", 4)
        for i in range(4):
            s.bar(470 + i * 6.5, 90, 470 + i * 6.5, 490, 1.5, "cream", flat=True)
    with s.turn(-24, 740, 400):
        s.bar(720, 90, 720, 620, 9, "walnut")
        s.bar(736, 110, 736, 590, 4, "cream")
        s.rect(712, 560, 34, 50, "coal", 8)
        s.rect(714, 90, 30, 20, "cream", 6)


def keyboard(s, body="coal", stand=True):
    if stand:
        s.bar(300, 440, 680, GROUND - 6, 18, "slate")
        s.bar(700, 440, 320, GROUND - 6, 18, "slate")
    s.rect(120, 270, 760, 180, body, 20)
    s.rect(140, 280, 720, 56, dark(body, .3), 10)
    s.rect(430, 290, 140, 36, "sky", 6)
    for i in range(4):
        knob(s, 190 + i * 50, 308, 15, ("brick", "ochre", "teal", "cream")[i], i * 50 - 60)
        s.rect(640 + i * 50, 298, 34, 20, ("ochre", "cream", "cream", "brick")[i], 5)
    s.rect(140, 344, 720, 96, dark(body, .5), 4)
    for i in range(24):
        s.rect(142 + i * 29.8, 346, 28.2, 92, "white", 5)
    for i in range(23):
        if i % 7 not in (2, 6):
            s.rect(162 + i * 29.8, 344, 18, 56, "coal", 4)


def digital_piano(s, body="walnut"):
    s.rect(200, 420, 34, 196, dark(body, .2), 6)
    s.rect(766, 420, 34, 196, dark(body, .2), 6)
    s.rect(220, 470, 560, 90, dark(body, .3), 6)
    s.rect(420, 560, 160, 24, body, 8)
    for x in (450, 490, 530):
        s.rect(x, 580, 22, 26, "ochre", 6)
    s.poly([(380, 140), (620, 140), (640, 270), (360, 270)], body, 6)
    s.poly([(390, 150), (496, 150), (496, 266), (378, 266)], "cream", 3)
    s.poly([(504, 150), (610, 150), (622, 266), (504, 266)], "cream", 3)
    for x in (400, 516):
        for y in (176, 206, 236):
            for k in range(3):
                s.bar(x, y + k * 6, x + 84, y + k * 6, 1.3, "slate", flat=True)
            s.disc(x + 20, y + 6, 5, "coal", flat=True)
            s.disc(x + 56, y + 2, 5, "coal", flat=True)
    s.rect(170, 260, 660, 90, body, 14)
    s.rect(160, 340, 680, 100, dark(body, .15), 14)
    for i in range(22):
        s.rect(186 + i * 28.6, 350, 27, 76, "white", 5)
    for i in range(21):
        if i % 7 not in (2, 6):
            s.rect(205 + i * 28.6, 346, 17, 46, "coal", 4)


def accordion(s, body="brick"):
    for i in range(9):
        s.rect(410 + i * 22, 240 + abs(i - 4) * 4, 20, 340 - abs(i - 4) * 8, "cream" if i % 2 else dark(body, .2), 6)
    s.path("M240 230H410v370H270c-40 0 -60 -20 -60 -60V270c0 -30 10 -40 30 -40Z", body)
    s.rect(224, 260, 60, 310, "white", 8)
    for i in range(12):
        s.bar(224, 286 + i * 24, 284, 286 + i * 24, 2, "grey", flat=True)
        if i % 7 not in (2, 6):
            s.rect(256, 278 + i * 24, 30, 14, "coal", 4)
    s.rect(320, 270, 70, 280, "steel", 14)
    for y in range(290, 540, 26):
        s.rect(332, y, 46, 10, dark(body, .3), 5, flat=True)
    s.path("M606 230H740c40 0 60 20 60 60v250c0 40 -20 60 -60 60H606Z", body)
    for i in range(4):
        for j in range(7):
            s.disc(650 + i * 34, 300 + j * 38 + i * 6, 11, "white")
    s.tube([(640, 230), (760, 190), (820, 300), (810, 500)], 24, "walnut")


def saxophone(s):
    s.tube([(360, 190), (350, 150), (390, 130), (430, 150)], 20, "ochre")
    s.rect(300, 180, 70, 26, "coal", 10)
    s.path("M412 150c30 -10 40 10 44 40l30 300c4 50 60 60 70 10l10 -110c4 -40 -30 -50 -30 -80h140c0 40 -24 50 -30 90l-10 120"
           "c-10 120 -220 130 -236 -10l-20 -330Z", "ochre")
    s.oval(606, 310, 78, 20, dark("ochre", .3))
    for i, y in enumerate((220, 270, 320, 370, 420, 470)):
        s.disc(448 + i * 5, y, 18, "straw")
    s.tube([(500, 240), (516, 360), (530, 450)], 7, "straw")
    for y in (400, 450):
        s.disc(640, y, 17, "straw")


def trumpet(s):
    with s.turn(-8, 500, 420):
        s.path("M170 330c50 30 90 60 200 66v30c-110 6 -150 36 -200 66c-20 -40 -20 -120 0 -162Z", "ochre")
        s.oval(174, 411, 18, 82, dark("ochre", .35))
        s.bar(360, 411, 760, 411, 24, "ochre")
        s.tube("M640 411H700C760 411 760 500 700 500H430C380 500 380 411 430 411", 20, "ochre")
        s.bar(760, 411, 820, 411, 14, "silver")
        s.path("M810 396l30 -8v46l-30 -8Z", "silver")
        for x in (500, 550, 600):
            s.rect(x - 18, 370, 36, 160, "straw", 10)
            s.rect(x - 5, 330, 10, 44, "silver", 4)
            s.disc(x, 328, 16, "cream")


def recorder(s):
    """Two recorders and a sheet of music."""
    s.poly([(260, 250), (560, 220), (590, 600), (300, 620)], "cream", 6)
    for i in range(5):
        y = 300 + i * 58
        for k in range(4):
            s.bar(296 + i * 4, y + k * 8 - 4, 548 + i * 4, y + k * 8 - 30, 1.6, "grey", flat=True)
        for k in range(5):
            s.disc(324 + k * 46, y + 6 - k * 4 + (k * 7) % 12, 6, "coal", flat=True)
    for x, t, c in ((640, 14, "oak"), (740, 22, "walnut")):
        with s.turn(t, x, 420):
            s.rect(x - 20, 170, 40, 420, c, 16)
            s.rect(x - 24, 240, 48, 22, light(c, .4), 6)
            s.rect(x - 26, 540, 52, 60, c, 16)
            s.path(f"M{x - 9} 200h18v24h-18Z", "bark", flat=True)
            for i in range(6):
                s.disc(x, 290 + i * 40, 7, "bark", flat=True)


def cajon(s, front="oak"):
    s.poly([(640, 200), (700, 170), (700, 590), (640, 620)], dark("walnut", .2), 4)
    s.poly([(340, 200), (640, 200), (700, 170), (410, 170)], "walnut", 4)
    s.rect(340, 200, 300, 420, front, 8)
    for i in range(6):
        s.bar(370 + i * 46, 220, 372 + i * 46, 600, 2.5, dark(front, .15), flat=True)
    for x, y in ((360, 220), (620, 220), (360, 600), (620, 600), (490, 220), (490, 600)):
        s.disc(x, y, 8, "steel")
    s.disc(490, 410, 54, dark(front, .2), flat=True, alpha=.4)
    for x, t in ((200, -10), (240, 6)):
        with s.turn(t, x, 620):
            s.rect(x - 8, 400, 16, 130, "walnut", 7)
            for k in range(-3, 4):
                s.bar(x, 400, x + k * 9, 290, 4, "straw")


def djembe(s):
    for x, k, c in ((390, 1, "wood"), (690, .72, "brick")):
        top = GROUND - 430 * k
        w = 130 * k
        s.path(f"M{x - w} {top}h{2 * w}c0 {130 * k:.0f} -{60 * k:.0f} {170 * k:.0f} -{76 * k:.0f} {230 * k:.0f}c0 {70 * k:.0f} {30 * k:.0f} {130 * k:.0f} {40 * k:.0f} {200 * k:.0f}"
               f"H{x - w + 36 * k:.0f}c{10 * k:.0f} -{70 * k:.0f} {40 * k:.0f} -{130 * k:.0f} {40 * k:.0f} -{200 * k:.0f}c-{16 * k:.0f} -{60 * k:.0f} -{76 * k:.0f} -{100 * k:.0f} -{76 * k:.0f} -{230 * k:.0f}Z", c)
        for i in range(7):
            a = x - w + 10 + i * (2 * w - 20) / 6
            s.bar(a, top + 40 * k, x + (a - x) * .45, top + 210 * k, 5, "cream")
        s.rect(x - w - 6, top + 24 * k, 2 * w + 12, 20 * k, "coal", 8)
        s.oval(x, top, w, 30 * k, "cream")
        s.rect(x - 62 * k, top + 226 * k, 124 * k, 18 * k, "coal", 8)


def drum_kit(s, shell="teal"):
    s.bar(200, 300, 250, GROUND - 6, 10, "steel")
    s.bar(800, 260, 740, GROUND - 6, 10, "steel")
    for x, y, t in ((200, 300, -12), (800, 250, 12)):
        with s.turn(t, x, y):
            s.oval(x, y, 120, 14, "ochre")
    for x, y in ((410, 290), (590, 290)):
        with s.turn(-8 if x < 500 else 8, x, y):
            s.rect(x - 74, y - 50, 148, 100, shell, 12)
            s.oval(x, y - 50, 74, 20, "cream")
            s.rect(x - 76, y + 38, 152, 12, "silver", 5)
    s.rect(620, 430, 190, 110, shell, 12)
    s.oval(715, 430, 95, 24, "cream")
    for x in (640, 715, 790):
        s.bar(x, 540, x, GROUND - 6, 9, "steel")
    s.rect(190, 440, 170, 70, "silver", 10)
    s.oval(275, 440, 85, 20, "cream")
    s.bar(275, 510, 230, GROUND - 6, 10, "steel")
    s.bar(275, 510, 320, GROUND - 6, 10, "steel")
    s.disc(500, 480, 140, shell)
    s.disc(500, 480, 118, "cream")
    s.disc(500, 480, 40, "brick", flat=True)
    s.bar(160, 250, 330, 410, 9, "oak")


def guitar_amp(s, body="walnut"):
    s.tube([(420, 240), (430, 190), (570, 190), (580, 240)], 18, "coal")
    s.rect(270, 230, 460, 390, body, 24)
    s.rect(294, 254, 412, 70, "straw", 10)
    for i in range(6):
        knob(s, 326 + i * 58, 290, 20, "coal", i * 40 - 100)
    s.rect(672, 274, 18, 32, "red", 5)
    s.rect(294, 340, 412, 256, "oak", 14)
    for i in range(14):
        s.bar(300, 352 + i * 18, 700, 352 + i * 18, 2, dark("oak", .3), flat=True, alpha=.6)
    s.disc(500, 468, 100, dark("oak", .25), flat=True, alpha=.5)
    s.rect(320, 556, 100, 24, "cream", 6)
    for x in (300, 660):
        s.rect(x, 612, 44, 14, "coal", 4)


def music_stand(s):
    for x in (380, 500, 630):
        s.bar(500, 500, x, GROUND - 6, 12, "coal")
    s.bar(500, 290, 500, 540, 14, "slate")
    s.poly([(280, 110), (720, 110), (740, 330), (260, 330)], "coal", 14)
    s.rect(250, 322, 500, 24, "slate", 8)
    s.poly([(320, 124), (496, 124), (496, 322), (306, 322)], "cream", 3)
    s.poly([(504, 124), (680, 124), (694, 322), (504, 322)], "white", 3)
    for x in (334, 520):
        for j in range(4):
            y = 152 + j * 42
            for k in range(4):
                s.bar(x, y + k * 6, x + 146, y + k * 6, 1.4, "grey", flat=True)
            for k in range(4):
                s.disc(x + 16 + k * 36, y + (k * 5 + j * 7) % 20, 5, "coal", flat=True)
    s.path("M720 620l40 -150h40l40 150Z", "walnut")
    s.bar(780, 590, 796, 440, 6, "steel")
    s.rect(776, 480, 22, 18, "ochre", 5)
