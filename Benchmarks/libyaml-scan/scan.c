/* The yardstick: reads a file into memory and only drains libyaml's events over it.
 *
 *   cc -O2 scan.c -lyaml -o scan && ./scan FILE [ROUNDS]
 *
 * Prints the number of events and, for each round, the CPU seconds of the scan alone.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <yaml.h>

static double cpu_seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static unsigned char *contents(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  unsigned char *bytes = NULL;
  long length;
  if (!file) return NULL;
  if (fseek(file, 0, SEEK_END) == 0 && (length = ftell(file)) >= 0) {
    rewind(file);
    bytes = malloc((size_t)length + 1);
    if (bytes && fread(bytes, 1, (size_t)length, file) != (size_t)length) {
      free(bytes);
      bytes = NULL;
    }
    *size = (size_t)length;
  }
  fclose(file);
  return bytes;
}

/* The number of events, or -1 after a syntax error. */
static long drain(const unsigned char *bytes, size_t size) {
  yaml_parser_t parser;
  yaml_event_t event;
  long events = 0;
  int done = 0;
  if (!yaml_parser_initialize(&parser)) return -1;
  yaml_parser_set_input_string(&parser, bytes, size);
  while (!done) {
    if (!yaml_parser_parse(&parser, &event)) {
      fprintf(stderr, "%zu:%zu: %s\n", parser.problem_mark.line + 1,
              parser.problem_mark.column + 1, parser.problem);
      yaml_parser_delete(&parser);
      return -1;
    }
    done = event.type == YAML_STREAM_END_EVENT;
    events++;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return events;
}

int main(int argc, char **argv) {
  size_t size = 0;
  unsigned char *bytes;
  int rounds = argc > 2 ? atoi(argv[2]) : 1;
  if (argc < 2 || rounds < 1) {
    fprintf(stderr, "usage: scan FILE [ROUNDS]\n");
    return 64;
  }
  bytes = contents(argv[1], &size);
  if (!bytes) {
    perror(argv[1]);
    return 66;
  }
  for (int round = 0; round < rounds; round++) {
    double start = cpu_seconds();
    long events = drain(bytes, size);
    if (events < 0) {
      free(bytes);
      return 1;
    }
    printf("%ld events, %.3f s\n", events, cpu_seconds() - start);
  }
  free(bytes);
  return 0;
}
