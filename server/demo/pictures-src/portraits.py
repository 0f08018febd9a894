"""Portraits of members: cut-paper people, on a sheet of 1000 x 1000."""

from paper import Sheet, dark, light, mix

SKINS = {"fair": "#F2CDB0", "peach": "#E9B48F", "tan": "#D19A6E", "brown": "#A66F48", "deep": "#7B4D34"}
HAIRS = {"blond": "#E0B566", "auburn": "#A34F2C", "brown": "#6B432B", "black": "#2F2726", "grey": "#B9B6B0", "white": "#E9E4DA", "red": "#C0653A"}

# name: ground, skin, hair colour, cut, clothes, extras
PEOPLE = {
    "woman-auburn": ("#C6D2BC", "fair", "auburn", "long", "forest", ("earrings",)),
    "woman-bob": ("#F3C99F", "peach", "black", "bob", "teal", ("collar",)),
    "woman-glasses": ("#C3D6DC", "fair", "brown", "bun_low", "plum", ("glasses",)),
    "woman-curly": ("#EFCFC0", "tan", "black", "curly", "ochre", ("earrings",)),
    "woman-bun": ("#F0DCA6", "peach", "black", "bun", "brick", ()),
    "woman-dark": ("#D5C8D4", "tan", "black", "long", "rose", ("earrings", "collar")),
    "woman-grey": ("#AFBE9C", "fair", "white", "bob", "blue", ("glasses", "scarf")),
    "woman-braids": ("#DFAE92", "deep", "black", "braids", "straw", ("earrings",)),
    "woman-scarf": ("#C3D6DC", "tan", "black", "headscarf", "teal", ()),
    "woman-blond": ("#E3C7B6", "fair", "blond", "ponytail", "navy", ("collar",)),
    "man-beard": ("#EBD9BD", "tan", "black", "short", "navy", ("beard",)),
    "man-beard-round": ("#C6D2BC", "brown", "black", "crop", "terra", ("beard",)),
    "man-cap": ("#A9BDC8", "fair", "brown", "cap", "brick", ("stubble",)),
    "man-blond": ("#DFAE92", "fair", "blond", "tousled", "sage", ()),
    "man-grey": ("#D8DCD4", "peach", "grey", "receding", "walnut", ("moustache", "collar")),
    "man-dark": ("#F3C99F", "deep", "black", "crop", "teal", ("collar",)),
    "man-round": ("#C3D6DC", "deep", "black", "short", "ochre", ("glasses",)),
    "man-glasses": ("#D5C8D4", "fair", "brown", "short", "green", ("glasses", "stubble")),
    "man-hat": ("#F0DCA6", "peach", "grey", "beanie", "slate", ("beard",)),
    "man-red": ("#AFBE9C", "fair", "red", "tousled", "cream", ("beard",)),
}


def portrait(name):
    """The drawing of a member as SVG pieces on a sheet, and its ground colour."""
    ground, skin, hair, cut, clothes, extras = PEOPLE[name]
    s, skin, hair = Sheet(), SKINS[skin], HAIRS[hair]
    s.disc(500, 480, 370, light(ground, .42), alpha=.95)
    _behind(s, cut, hair, clothes)
    s.path("M120 1040C130 830 280 740 500 740S870 830 880 1040Z", clothes)
    s.path("M424 640h152v110c0 60 -152 60 -152 0Z", dark(skin, .1))
    s.path("M400 742c20 70 180 70 200 0c20 4 30 10 30 20c-20 100 -240 100 -260 0c0 -10 10 -16 30 -20Z", light(clothes, .12))
    if "collar" in extras:
        s.poly([(404, 744), (500, 836), (400, 880), (352, 776)], "cream", 10)
        s.poly([(596, 744), (500, 836), (600, 880), (648, 776)], "cream", 10)
    if "scarf" in extras:
        s.path("M360 720c60 70 220 70 280 0l20 70c-80 80 -240 80 -320 0Z", "brick")
        s.poly([(560, 800), (640, 790), (660, 980), (580, 990)], "brick", 16)
    for x in (300, 700):
        s.oval(x, 500, 40, 52, dark(skin, .06))
    s.path("M300 420c0 -140 90 -210 200 -210s200 70 200 210c0 190 -80 300 -200 300s-200 -110 -200 -300Z", skin)
    s.oval(375, 560, 44, 30, mix(skin, "#E0705A", .35), flat=True, alpha=.5)
    s.oval(625, 560, 44, 30, mix(skin, "#E0705A", .35), flat=True, alpha=.5)
    if "beard" in extras:
        s.path("M300 470c4 30 20 60 50 70c60 -40 240 -40 300 0c30 -10 46 -40 50 -70c6 170 -60 280 -200 280s-206 -110 -200 -280Z", hair)
        s.path("M424 596c30 -16 122 -16 152 0c-6 50 -40 66 -76 66s-70 -16 -76 -66Z", skin, flat=True)
    if "stubble" in extras:
        s.path("M310 520c40 60 60 60 90 60c60 -16 140 -16 200 0c30 0 50 0 90 -60c-10 130 -80 200 -190 200s-180 -70 -190 -200Z", hair, flat=True, alpha=.22)
    for x in (418, 582):
        s.disc(x, 470, 17, "#33262A", flat=True)
        s.disc(x + 6, 464, 5, "white", flat=True)
        s.tube([(x - 40, 418), (x, 404), (x + 40, 418)], 11, dark(hair, .25) if hair != HAIRS["white"] else "grey", flat=True)
    s.tube([(496, 470), (478, 536), (512, 548)], 9, dark(skin, .22), flat=True)
    s.path("M440 606c30 46 90 46 120 0c-30 12 -90 12 -120 0Z", mix(skin, "#A8322A", .6), flat=True)
    if "moustache" in extras:
        s.path("M500 574c-30 -16 -80 -6 -96 30c40 8 80 4 96 -12c16 16 56 20 96 12c-16 -36 -66 -46 -96 -30Z", hair)
    _front(s, cut, hair, clothes)
    if "glasses" in extras:
        for x in (418, 582):
            s.ring(x, 474, 62, 12, "#4A3428")
        s.bar(478, 466, 522, 466, 11, "#4A3428")
        s.bar(300, 462, 356, 468, 10, "#4A3428")
        s.bar(644, 468, 700, 462, 10, "#4A3428")
    if "earrings" in extras:
        for x in (296, 704):
            s.disc(x, 576, 20, "ochre")
    return s, ground


def _behind(s, cut, hair, clothes):
    if cut == "long":
        s.path("M500 150c170 0 260 110 260 290c0 160 40 260 20 400c-10 60 -110 70 -150 30H370c-40 40 -140 30 -150 -30c-20 -140 20 -240 20 -400c0 -180 90 -290 260 -290Z", hair)
    elif cut == "bob":
        s.path("M500 150c180 0 270 110 270 290v170c0 60 -30 80 -80 80H310c-50 0 -80 -20 -80 -80V440c0 -180 90 -290 270 -290Z", hair)
    elif cut == "curly":
        for x, y, r in ((500, 220, 150), (350, 260, 130), (650, 260, 130), (260, 390, 120), (740, 390, 120), (240, 530, 110), (760, 530, 110), (290, 650, 90), (710, 650, 90)):
            s.disc(x, y, r, hair)
    elif cut in ("bun", "bun_low"):
        y = 140 if cut == "bun" else 170
        s.disc(500 if cut == "bun" else 620, y, 92, hair)
        s.path("M500 180c150 0 240 100 240 250c0 60 -10 110 -30 150H290c-20 -40 -30 -90 -30 -150c0 -150 90 -250 240 -250Z", hair)
    elif cut == "ponytail":
        s.path("M640 240c140 0 190 110 170 240c-10 90 20 140 -20 230c-60 20 -110 -20 -110 -90Z", hair)
        s.path("M500 170c150 0 240 100 240 260H260c0 -160 90 -260 240 -260Z", hair)
    elif cut == "braids":
        for x in (230, 770):
            for i in range(5):
                s.oval(x + (i % 2) * 8, 500 + i * 76, 50, 52, hair)
            s.rect(x - 34, 850, 76, 26, "brick", 12)
        s.path("M500 170c170 0 250 110 250 280v60H250v-60c0 -170 80 -280 250 -280Z", hair)
    elif cut == "headscarf":
        s.path("M500 140c180 0 270 120 270 300c0 140 -20 250 -10 340H240c10 -90 -10 -200 -10 -340c0 -180 90 -300 270 -300Z", light(clothes, .35))


def _front(s, cut, hair, clothes):
    if cut in ("long", "ponytail", "braids"):
        s.path("M500 170c130 0 220 80 226 250c-60 -20 -150 -60 -190 -150c-50 90 -160 130 -262 150c6 -170 96 -250 226 -250Z", hair)
    elif cut == "bob":
        s.path("M500 170c140 0 230 90 236 250c-40 -60 -40 -80 -60 -90c-120 20 -240 20 -340 -4c-20 20 -40 50 -72 94c6 -160 96 -250 236 -250Z", hair)
    elif cut == "curly":
        for x, y, r in ((330, 300, 76), (420, 250, 80), (520, 240, 80), (620, 264, 76), (690, 330, 66), (290, 380, 56)):
            s.disc(x, y, r, hair)
    elif cut in ("bun", "bun_low"):
        s.path("M500 190c130 0 214 80 214 220c-40 -30 -60 -70 -70 -110c-90 10 -210 10 -290 -10c-10 50 -30 90 -68 120c0 -140 84 -220 214 -220Z", hair)
    elif cut == "headscarf":
        s.path("M500 150c160 0 250 110 250 290c0 150 -60 260 -110 330c-10 -20 -10 -40 0 -50c50 -70 74 -160 70 -270c-6 -130 -90 -200 -210 -200"
               "s-204 70 -210 200c-4 110 20 200 70 270c10 10 10 30 0 50c-50 -70 -110 -180 -110 -330c0 -180 90 -290 250 -290Z", light(clothes, .35))
        s.path("M330 690c80 80 260 80 340 0l30 110c-100 90 -300 90 -400 0Z", light(clothes, .25))
    elif cut in ("short", "tousled"):
        s.path("M500 160c150 -20 240 60 232 200c-2 40 -10 70 -26 90c-10 -50 -20 -90 -40 -120c-100 20 -230 10 -330 -20c-24 30 -36 80 -42 140c-16 -20 -24 -50 -26 -90c-6 -130 82 -184 232 -200Z", hair)
        if cut == "tousled":
            for x, y, r in ((360, 230, 60), (450, 190, 66), (550, 184, 64), (640, 224, 56)):
                s.disc(x, y, r, hair)
    elif cut == "crop":
        s.path("M500 190c130 0 206 70 210 210c-24 -30 -36 -60 -50 -90c-90 -30 -230 -30 -320 0c-14 30 -26 60 -50 90c4 -140 80 -210 210 -210Z", hair)
    elif cut == "receding":
        for side in (0, 1):
            with s.move(1000 * side, 0, 1, flip=bool(side)):
                s.path("M300 330c-30 40 -36 110 -20 180c14 -10 26 -20 30 -40c6 -60 20 -110 50 -150c-10 -20 -40 -20 -60 10Z", hair)
        s.path("M380 250c60 -50 180 -50 240 0c-60 -16 -180 -16 -240 0Z", hair)
    elif cut == "cap":
        s.path("M500 150c150 0 230 90 226 220c-140 -40 -310 -40 -452 0c-4 -130 76 -220 226 -220Z", "teal")
        s.path("M274 366c140 -46 312 -46 452 0c60 20 130 40 140 70c-20 16 -90 0 -150 -20c-140 -30 -300 -30 -438 -10c-14 -10 -14 -30 -4 -40Z", dark("teal", .25))
        s.disc(500, 158, 18, dark("teal", .3))
    elif cut == "beanie":
        s.path("M500 120c170 0 240 110 236 250H264c-4 -140 66 -250 236 -250Z", "brick")
        s.rect(248, 340, 504, 84, dark("brick", .18), 40)
        s.disc(500, 110, 50, "cream")
