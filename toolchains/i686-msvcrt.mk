# SPDX-License-Identifier: MIT
# 32 bits, with msvcrt.dll, the C runtime that every Windows brings along.
i686-msvcrt.prefix  := i686-w64-mingw32-
i686-msvcrt.runtime := hosted
