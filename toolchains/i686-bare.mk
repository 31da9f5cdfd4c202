# SPDX-License-Identifier: MIT
# 32 bits, no C runtime at all.
i686-bare.prefix     := i686-w64-mingw32-
i686-bare.runtime    := bare
