# SPDX-License-Identifier: MIT
# 64 bits, with the universal C runtime of Windows 10 and later.
x86_64-ucrt.prefix  := x86_64-w64-mingw32ucrt-
x86_64-ucrt.runtime := hosted
