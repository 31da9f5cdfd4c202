/* SPDX-License-Identifier: MIT */
#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <uv.h>

#include "../../heapkit/error.h"
#include "../../heapkit/platform.h"
#include "soak.h"

static const char help[] =
    "usage: soak [options]\n"
    "\n"
    "Runs heapkit on fake implementations that misbehave at random, and judges heapkit.\n"
    "\n"
    "  --count N       so many case runs; default: 10000\n"
    "  --seed N        the choices; default: others each time. The same seed, the same choices\n"
    "  --jobs N        lanes; default: 8, of which most wait for those that hang\n"
    "  --timeout N     seconds that a case has; default: 3\n"
    "  --memory MB     what no process of heapkit may exceed; default: 50; 0: any\n"
    "  --heapkit FILE  the one to judge; default: BUILD/heapkit\n"
    "  --keep          leave the folder with results and terminal\n";

void soak_verdict(struct soak *soak, bool good, const char *format, ...)
{
	va_list arguments;

	soak->failed += !good;
	fputs(good ? "ok - " : "not ok - ", stdout);
	va_start(arguments, format);
	vprintf(format, arguments);
	va_end(arguments);
	putchar('\n');
	fflush(stdout);
}

static uint64_t random_seed(void)
{
	uint32_t seed = 1;

	uv_random(NULL, NULL, &seed, sizeof seed, 0, NULL);
	return seed;
}

static unsigned number(const char *text)
{
	char *end;
	const unsigned long value = strtoul(text, &end, 10);

	if (*text < '0' || *text > '9' || *end || value > 1000000) {
		fprintf(stderr, "soak: \"%s\" is no number up to 1000000\n", text);
		exit(EXIT_MISUSE);
	}
	return (unsigned)value;
}

/* Returns whether the folder is to stay. */
static bool parse(int argc, char **argv, struct soak *soak)
{
	static const struct option options[] = {{"count", required_argument, NULL, 'c'},
						{"seed", required_argument, NULL, 's'},
						{"jobs", required_argument, NULL, 'j'},
						{"timeout", required_argument, NULL, 't'},
						{"memory", required_argument, NULL, 'm'},
						{"heapkit", required_argument, NULL, 'h'},
						{"keep", no_argument, NULL, 'k'},
						{"help", no_argument, NULL, '?' + 256},
						{NULL, 0, NULL, 0}};
	bool keep = false;
	int option;

	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1)
		switch (option) {
		case 'c':
			soak->count = number(optarg);
			break;
		case 's':
			soak->seed = strtoull(optarg, NULL, 10);
			break;
		case 'j':
			soak->jobs = number(optarg);
			break;
		case 't':
			soak->timeout = number(optarg);
			break;
		case 'm':
			soak->memory = number(optarg);
			break;
		case 'h':
			soak->heapkit = optarg;
			break;
		case 'k':
			keep = true;
			break;
		case '?' + 256:
			fputs(help, stdout);
			exit(EXIT_SUCCESS);
		default:
			exit(EXIT_MISUSE);
		}
	if (optind < argc || soak->jobs == 0 || soak->jobs > MOST_LANES || soak->count == 0) {
		fputs(help, stderr);
		exit(EXIT_MISUSE);
	}
	return keep;
}

static char *make_path(const char *folder, const char *name)
{
	return xformat("%s/%s", folder, name);
}

static bool make_folders(struct soak *soak)
{
	soak->folder = platform_make_folder(true);
	if (!soak->folder) {
		fputs("soak: no folder can be made; point TMPDIR to one you may write to\n",
		      stderr);
		return false;
	}
	soak->suite = make_path(soak->folder, "suite");
	soak->state = make_path(soak->folder, "state");
	soak->fakes = make_path(soak->folder, "fakes");
	soak->results = make_path(soak->folder, "results.jsonl");
	mkdir(soak->state, 0700);
	mkdir(soak->fakes, 0700);
	suite_make(soak);
	return true;
}

static void keep_terminal(const struct soak *soak, const struct watch *watch)
{
	char *path = make_path(soak->folder, "terminal");
	FILE *file = fopen(path, "wb");

	if (file) {
		fwrite(watch->terminal.bytes, 1, watch->terminal.size, file);
		fclose(file);
	}
	free(path);
}

static void free_soak(struct soak *soak)
{
	free(soak->folder);
	free(soak->suite);
	free(soak->state);
	free(soak->fakes);
	free(soak->results);
}

int main(int argc, char **argv)
{
	const char *build = getenv("BUILD") ? getenv("BUILD") : "build";
	char *heapkit = make_path(build, "heapkit"), *fake = make_path(build, "tests/fake");
	static struct soak soak = {.count = 10000, .jobs = 8, .timeout = 3, .memory = 50};
	static struct watch watch;
	struct error error;
	uv_fs_t request;
	bool keep;

	soak.heapkit = heapkit;
	soak.seed = random_seed();
	keep = parse(argc, argv, &soak);
	soak.fake = uv_fs_realpath(NULL, &request, fake, NULL) == 0 ? request.ptr : fake;
	printf("# the seed is %llu: make soak COUNT=%u SEED=%llu\n", (unsigned long long)soak.seed,
	       soak.count, (unsigned long long)soak.seed);
	fflush(stdout);
	platform_adopt_orphans();
	if (!make_folders(&soak))
		return EXIT_FAILURE;
	if (watch_run(&soak, &watch, &error)) {
		watch_judge(&soak, &watch);
		outcomes_judge(&soak);
	} else {
		soak_verdict(&soak, false, "%s", error.text);
	}
	keep_terminal(&soak, &watch);
	if (keep)
		printf("# %s\n", soak.folder);
	else
		platform_remove_folder(soak.folder);
	uv_fs_req_cleanup(&request);
	text_free(&watch.terminal);
	free_soak(&soak);
	free(heapkit);
	free(fake);
	return soak.failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
