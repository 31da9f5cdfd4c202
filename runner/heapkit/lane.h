/* SPDX-License-Identifier: MIT */
/*
 * A lane: a process of ours that runs one case after another. It sets on itself, once, what every
 * child inherits (a CPU, fixed addresses, being the parent of orphans), starts the implementation's
 * services and kills whatever a case leaves behind. The runner talks to it in JSON lines:
 *
 *   first      {"directory","cpu","fixed_addresses","environment":{NAME:VALUE},"wine":{…}|null}
 *   answer     {"ready":true,"pinned":bool,"fixed_addresses":bool} or {"error":text}
 *   each job   {"job":n,"command":[…],"timeout":seconds,"limit":bytes}
 *   answer     {"job":n,"started","error","timed_out","flooded","status","signal","seconds",
 *               "timeout","out","err"}; "refused":true where this machine, for now, starts no more
 *               processes
 *
 * Either answer also has "own", the processor time of the lane so far, and "waited", that of the
 * processes it has waited for.
 *
 * End of file on stdin means that the runner is gone or done: the lane kills, cleans up and exits.
 * So a dead runner leaves nothing.
 */
#ifndef HEAPKIT_LANE_H
#define HEAPKIT_LANE_H

#endif
