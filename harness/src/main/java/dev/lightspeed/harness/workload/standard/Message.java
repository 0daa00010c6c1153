package dev.lightspeed.harness.workload.standard;

/**
 * A message of the feed, on its way to the client: the server does not keep it.
 *
 * @param id from 1, never used twice
 * @param author who wrote it
 * @param text what they wrote
 */
record Message(int id, String author, String text) {}
