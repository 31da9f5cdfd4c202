#!/bin/sh
# SPDX-License-Identifier: MIT
# A short soak: fakes that misbehave at random. `make soak` is the long one.
exec "${BUILD:-build}/tests/soak" --count 200
