"""Faces that are not a terminal's alone: pictures, pages of text, calendars.

Everything here takes what the hub answered and gives text or bytes; nothing is printed,
nothing is read.
"""
