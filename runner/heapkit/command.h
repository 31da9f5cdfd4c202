/* SPDX-License-Identifier: MIT */
/*
 * The commands of heapkit. Each gets the words from its own name on (argv[0] is "report") and
 * returns the exit status.
 */
#ifndef HEAPKIT_COMMAND_H
#define HEAPKIT_COMMAND_H

int command_run(int argc, char **argv);
int command_judge(int argc, char **argv);
/* `heapkit ladder` of a run goes to command_run(), which knows it by argv[0]. */
int command_ladder(int argc, char **argv);
int command_observations(int argc, char **argv);
int command_explain(int argc, char **argv);
int command_list(int argc, char **argv);
int command_report(int argc, char **argv);
int command_compare(int argc, char **argv);
int command_merge(int argc, char **argv);
int command_calibrate(int argc, char **argv);
int command_coverage(int argc, char **argv);

/* Started by `run`, see lane.h. */
int command_lane(int argc, char **argv);

#endif
