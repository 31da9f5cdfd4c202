# SPDX-License-Identifier: MIT
# 64 bits, with msvcrt.dll, the C runtime that every Windows brings along.
x86_64-msvcrt.prefix  := x86_64-w64-mingw32-
x86_64-msvcrt.runtime := hosted
