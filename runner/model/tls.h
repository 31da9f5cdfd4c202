/* SPDX-License-Identifier: MIT */
/* The program's static thread-local storage, and the functions it wants called with each thread. */
#ifndef HEAPKIT_MODEL_TLS_H
#define HEAPKIT_MODEL_TLS_H

#include <stdbool.h>

/* For the calling thread, which has its environment block; false without memory for it. */
bool tls_begin(void);
void tls_end(void);

#endif
