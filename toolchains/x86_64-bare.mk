# SPDX-License-Identifier: MIT
# 64 bits, no C runtime at all.
x86_64-bare.prefix   := x86_64-w64-mingw32-
x86_64-bare.runtime  := bare
