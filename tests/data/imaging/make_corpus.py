#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the corpus of bad image files beside this script. Every file is made here byte by byte; the expected
refusals stand in tests/imaging/tst_bad_images.cpp."""
import struct
import zlib
from pathlib import Path

FOLDER = Path(__file__).parent
SHORT, LONG, LONG8 = 3, 4, 16


def tiff(tags, data=b"", next_ifd=0):
    """A little-endian TIFF of one directory; tags: {number: (type, values or bytes)}. Data begin at byte 8."""
    data += b"\0" * (len(data) % 2)
    ifd_offset = 8 + len(data)
    extra_offset = ifd_offset + 2 + 12 * len(tags) + 4
    entries, extra = b"", b""
    for number in sorted(tags):
        kind, values = tags[number]
        if isinstance(values, bytes):
            count, raw = len(values), values
        else:
            count, raw = len(values), b"".join(struct.pack("<H" if kind == SHORT else "<I", v) for v in values)
        if len(raw) > 4:
            raw, extra = struct.pack("<I", extra_offset + len(extra)), extra + raw
        entries += struct.pack("<HHI", number, kind, count) + raw.ljust(4, b"\0")
    return (b"II*\0" + struct.pack("<I", ifd_offset) + data + struct.pack("<H", len(tags)) + entries +
            struct.pack("<I", next_ifd) + extra)


def page(width=4, height=4, bits=8, samples=1, photometric=1, compression=1, size=None, offset=8, **more):
    """The tags of an ordinary page with one strip."""
    size = width * height * samples * bits // 8 if size is None else size
    tags = {256: (LONG, [width]), 257: (LONG, [height]), 258: (SHORT, [bits] * samples), 259: (SHORT, [compression]),
            262: (SHORT, [photometric]), 273: (LONG, [offset]), 277: (SHORT, [samples]), 278: (LONG, [height]),
            279: (LONG, [size])}
    tags.update(more.get("tags", {}))
    return tags


def described(text):
    return {"tags": {270: (2, text.encode() + b"\0")}}


def jpeg(width, height, precision=8, frame=0xC0, components=1):
    return (b"\xFF\xD8\xFF" + bytes([frame]) +
            struct.pack(">HBHHB", 8 + 3 * components, precision, height, width, components) +
            b"".join(bytes([i + 1, 0x11, 0]) for i in range(components)) + b"\xFF\xD9")


def png(width, height, end=True):
    def chunk(name, body):
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
    out = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    out += chunk(b"IDAT", zlib.compress(b"\0" * 8))
    return out + (chunk(b"IEND", b"") if end else b"")


OME = '<?xml version="1.0"?><OME xmlns="http://www.openmicroscopy.org/Schemas/OME/2016-06">%s</OME>'
PIXELS = '<Image ID="I"><Pixels DimensionOrder="%s" SizeX="4" SizeY="4" SizeZ="%d" SizeC="1" SizeT="%d">%s</Pixels></Image>'
TWO_FILES = "".join('<TiffData IFD="0" FirstT="%d"><UUID FileName="%s.tif">u</UUID></TiffData>' % (t, n)
                    for t, n in enumerate("ab"))
GREY = bytes(range(16))

# A directory whose successor is itself.
LOOP = tiff(page(), GREY)
LOOP_OFFSET = struct.unpack("<I", LOOP[4:8])[0]

FILES = {
    "empty.tif": b"",
    "only_magic.tif": b"II*\0",
    "directory_outside.tif": b"II*\0" + struct.pack("<I", 5000),
    "directory_too_long.tif": b"II*\0" + struct.pack("<IH", 8, 60000) + b"\0" * 40,
    "bigtiff_count_overflow.tif": b"II+\0" + struct.pack("<HHQQ", 8, 0, 16, 2**63),
    "directory_loop.tif": tiff(page(), GREY, next_ifd=LOOP_OFFSET),
    "next_directory_outside.tif": tiff(page(), GREY, next_ifd=9999),
    "no_size.tif": tiff(page(width=0, size=16), GREY),
    "huge_size.tif": tiff(page(width=2**31 - 1, height=2**31 - 1, size=16), GREY),
    "lzw_bomb.tif": tiff(page(width=16000, height=16000, compression=5, size=16), GREY),
    "strip_outside.tif": tiff(page(offset=4000), GREY),
    "strip_cut_off.tif": tiff(page(size=400, width=20, height=20), GREY),
    "huge_tile.tif": tiff({**page(compression=5, size=16),
                           322: (LONG, [2**20]), 323: (LONG, [2**20]), 324: (LONG, [8]), 325: (LONG, [16])}, GREY),
    "broken_lzw.tif": tiff(page(compression=5, size=16), b"\xFF" * 16),
    "broken_deflate.tif": tiff(page(compression=8, size=16), b"\x78\x9c" + b"\xAA" * 14),
    "unknown_compression.tif": tiff(page(compression=34000, size=16), GREY),
    "jpeg2000_compression.tif": tiff(page(compression=33003, size=16), GREY),
    "cmyk.tif": tiff(page(width=2, height=2, samples=4, photometric=5), GREY),
    "cielab.tif": tiff(page(width=2, height=2, samples=3, photometric=8), GREY),
    "bayer.tif": tiff(page(photometric=32803), GREY),
    "twenty_bits.tif": tiff(page(bits=20, size=40), b"\0" * 40),
    "complex.tif": tiff(page(bits=64, size=128, tags={339: (SHORT, [6])}), b"\0" * 128),
    "rgb_with_one_sample.tif": tiff(page(photometric=2), GREY),
    "palette_missing.tif": tiff(page(photometric=3), GREY),
    "imagej_impossible_axes.tif": tiff(page(**described("ImageJ=1.53\nimages=2\nchannels=99999999\nslices=99999999\n")),
                                       GREY),
    "ome_broken_xml.tif": tiff(page(**described("<OME><Image><Pixels")), GREY),
    "ome_without_image.tif": tiff(page(**described(OME % "")), GREY),
    "ome_unknown_order.tif": tiff(page(**described(OME % (PIXELS % ("XYABC", 1, 1, "")))), GREY),
    "ome_huge_axes.tif": tiff(page(**described(OME % (PIXELS % ("XYZCT", 2**30, 2**30, "")))), GREY),
    "ome_several_files.tif": tiff(page(**described(OME % (PIXELS % ("XYZCT", 1, 2, TWO_FILES)))), GREY),
    "ome_companion_file.tif": tiff(page(**described(OME % '<BinaryOnly MetadataFile="m.ome" UUID="u"/>')), GREY),
    "no_frame.jpg": b"\xFF\xD8\xFF\xD9",
    "only_start.jpg": b"\xFF\xD8\xFF\xE0\x00\x10JFIF",
    "huge_size.jpg": jpeg(65000, 65000),
    "no_scan.jpg": jpeg(8, 8),
    "twelve_bits.jpg": jpeg(8, 8, precision=12),
    "cmyk.jpg": jpeg(8, 8, components=4),
    "lossless.jpg": jpeg(8, 8, frame=0xC3),
    "no_size.png": png(0, 8),
    "huge_size.png": png(60000, 60000),
    "cut_off.png": png(8, 8, end=False),
    "wrong_data.png": png(8, 8),
    "short_header.png": b"\x89PNG\r\n\x1a\n\0\0",
    "huge_size.bmp": b"BM" + struct.pack("<IHHIIiiHHIIIIII", 70, 0, 0, 54, 40, 30000, 30000, 1, 24, 0, 0, 0, 0, 0, 0),
    "not_really.bmp": b"BM the rest of this sentence is text and no picture at all.",
    "no_size.pgm": b"P5 0 8 255\n",
    "cut_off.pgm": b"P5 8 8 255\n1234",
    "words.pgm": b"P5 is what this text begins with",
    "text.png": b"This is a text that somebody named like a picture.\n",
    "animation.gif": b"GIF89a\x01\0\x01\0\0\0\0;",
    "archive.tif": b"PK\x03\x04" + b"\0" * 26,
    "slide.pdb": b"SQLite format 3\0" + b"\0" * 84,
    "photograph.heic": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
    "no_frames.avi": b"RIFF" + struct.pack("<I", 4) + b"AVI ",
    "no_frames.mp4": b"\0\0\0\x14ftypisom\0\0\2\0isom",
}

for name, content in FILES.items():
    (FOLDER / name).write_bytes(content)
