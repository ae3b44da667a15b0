// What the figures are compared with: the same algorithms in plain C, Debian's ldns, and a counter of allocations.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
  uint32_t position;
  uint32_t node;
} reference_point;

typedef struct {
  int64_t weight;
  int64_t current;
  int64_t active;
  bool is_up;
} reference_backend;

// The index of the first point at or after the key; after the last comes the first.
size_t reference_ring_lookup(const reference_point *ring, size_t count, uint32_t key);
// Builds the ring of nodes named tower0, tower1 …, each with points at fmix32 of FNV-1a of `tower0_0`, `tower0_1` ….
void reference_ring_build(reference_point *ring, uint32_t nodes, uint32_t points_per_node);
// The jump consistent hash of Lamping and Veach 2014.
int32_t reference_jump(uint64_t key, int32_t buckets);
// Fills a Maglev table of a prime size, as in Eisenbud and others 2016.
void reference_maglev_fill(int32_t *table, size_t size, const size_t *offsets, const size_t *skips, size_t count);
// nginx's smooth weighted round robin: the index of the picked backend.
size_t reference_smooth_wrr(reference_backend *backends, size_t count);
// The first of those with the fewest active connections.
size_t reference_least_connections(const reference_backend *backends, size_t count);
// The six words of a DNS header, added up.
uint64_t reference_header(const uint8_t *message);

// How many blocks of memory were asked for so far; 0 for ever where they are not counted.
uint64_t reference_allocations(void);

// Loads libldns from a path or by name.
bool reference_ldns_load(const char *path);
// Parses a message; NULL where it is refused.
void *reference_ldns_parse(const uint8_t *message, size_t length);
// Encodes what was parsed, and returns how long it is; 0 where it is refused.
size_t reference_ldns_encode(const void *packet);
void reference_ldns_free(void *packet);
