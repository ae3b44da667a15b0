#include "reference.h"

#include <stdio.h>
#include <stdlib.h>

size_t reference_ring_lookup(const reference_point *ring, size_t count, uint32_t key) {
  size_t low = 0, high = count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (ring[middle].position < key) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low == count ? 0 : low;
}

static int by_position(const void *left, const void *right) {
  uint32_t a = ((const reference_point *)left)->position, b = ((const reference_point *)right)->position;
  return (a > b) - (a < b);
}

void reference_ring_build(reference_point *ring, uint32_t nodes, uint32_t points_per_node) {
  size_t count = 0;
  char label[32];
  for (uint32_t node = 0; node < nodes; node++) {
    for (uint32_t number = 0; number < points_per_node; number++) {
      int length = snprintf(label, sizeof label, "tower%u_%u", node, number);
      uint32_t hash = 2166136261u;
      for (int i = 0; i < length; i++) hash = (hash ^ (uint8_t)label[i]) * 16777619u;
      hash = (hash ^ hash >> 16) * 0x85ebca6bu;
      hash = (hash ^ hash >> 13) * 0xc2b2ae35u;
      ring[count++] = (reference_point){hash ^ hash >> 16, node};
    }
  }
  qsort(ring, count, sizeof *ring, by_position);
}

int32_t reference_jump(uint64_t key, int32_t buckets) {
  int64_t bucket = -1, next = 0;
  while (next < buckets) {
    bucket = next;
    key = key * 2862933555777941757ULL + 1;
    next = (int64_t)((double)(bucket + 1) * (2147483648.0 / (double)((key >> 33) + 1)));
  }
  return (int32_t)bucket;
}

void reference_maglev_fill(int32_t *table, size_t size, const size_t *offsets, const size_t *skips, size_t count) {
  size_t *next = malloc(count * sizeof *next);
  for (size_t i = 0; i < count; i++) next[i] = offsets[i];
  for (size_t i = 0; i < size; i++) table[i] = -1;
  for (size_t filled = 0, backend = 0; filled < size; filled++) {
    while (table[next[backend]] >= 0) next[backend] = (next[backend] + skips[backend]) % size;
    table[next[backend]] = (int32_t)backend;
    backend = backend + 1 == count ? 0 : backend + 1;
  }
  free(next);
}

size_t reference_smooth_wrr(reference_backend *backends, size_t count) {
  int64_t total = 0;
  size_t best = count;
  for (size_t i = 0; i < count; i++) {
    if (!backends[i].is_up || backends[i].weight <= 0) continue;
    backends[i].current += backends[i].weight;
    total += backends[i].weight;
    if (best == count || backends[i].current > backends[best].current) best = i;
  }
  if (best < count) backends[best].current -= total;
  return best;
}

size_t reference_least_connections(const reference_backend *backends, size_t count) {
  size_t best = count;
  for (size_t i = 0; i < count; i++) {
    if (backends[i].is_up && (best == count || backends[i].active < backends[best].active)) best = i;
  }
  return best;
}

uint64_t reference_header(const uint8_t *message) {
  uint64_t sum = 0;
  for (int i = 0; i < 12; i += 2) sum += (uint64_t)message[i] << 8 | message[i + 1];
  return sum;
}
